"""The countries and their identifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.countries import COUNTRIES

VALID = [
    ("GB", "registration_number", "00445790", "00445790"),
    ("GB", "registration_number", "445790", "00445790"),
    ("GB", "registration_number", "sc 095237", "SC095237"),
    ("GB", "registration_number", "OC301540", "OC301540"),
    ("GB", "registration_number", "IP12345R", "IP12345R"),
    ("GB", "registration_number", "R0000123", "R0000123"),
    ("GB", "tax_id", "19558 39661", "1955839661"),
    ("GB", "tax_id", "GB 980 7806 84", "980780684"),
    ("US", "tax_id", "91-1144442", "911144442"),
    ("US", "tax_id", "042103594", "042103594"),
    ("CN", "registration_number", "91110000600037341L", "91110000600037341L"),
    ("CN", "tax_id", "9111 0000 6000 3734 1l", "91110000600037341L"),
]
INVALID = [
    ("GB", "registration_number", ""),
    ("GB", "registration_number", "00000000"),
    ("GB", "registration_number", "123456789"),
    ("GB", "registration_number", "XX123456"),
    ("GB", "registration_number", "SC12345"),
    ("GB", "registration_number", "SC1234567"),
    ("GB", "registration_number", "０１２３４５６７"),
    ("GB", "tax_id", "2955839661"),
    ("GB", "tax_id", "980780685"),
    ("US", "tax_id", "07-1144442"),
    ("US", "tax_id", "911-14-4442"),
    ("CN", "registration_number", "91110000600037342L"),
    ("CN", "registration_number", "9111000060003734IL"),
    ("CN", "registration_number", "110000600037341"),
]


def validate(country: str, name: str, number: str) -> str:
    identifier = COUNTRIES[country].identifier(name)
    assert identifier is not None
    return identifier.validate(number)


@pytest.mark.parametrize(("country", "name", "number", "compact"), VALID)
def test_valid_numbers_come_back_compact(country: str, name: str, number: str, compact: str) -> None:
    assert validate(country, name, number) == compact


@pytest.mark.parametrize(("country", "name", "number"), INVALID)
def test_invalid_numbers_are_refused_in_one_sentence(country: str, name: str, number: str) -> None:
    with pytest.raises(ValueError, match=r"is not a valid .+\.$") as caught:
        validate(country, name, number)
    assert repr(number) in str(caught.value)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_value_error(text: str) -> None:
    for country in COUNTRIES.values():
        for identifier in country.identifiers:
            try:
                compact = identifier.validate(text)
            except ValueError:
                continue
            assert identifier.validate(compact) == compact


@given(st.integers(0, 16), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUWXY"))
def test_any_single_wrong_character_of_a_credit_code_is_noticed(position: int, character: str) -> None:
    good = "91110000600037341L"
    if good[position] == character:
        return
    with pytest.raises(ValueError, match="is not a valid"):
        validate("CN", "registration_number", good[:position] + character + good[position + 1 :])


def test_countries_are_found_by_their_code_and_complete() -> None:
    assert {"GB", "US", "CN"} <= set(COUNTRIES)
    for code, country in COUNTRIES.items():
        assert country.code == code
        assert country.name
        assert len(country.currency) == 3
        assert country.languages
        assert country.decimal_mark not in country.group_marks
        assert all(suffix == suffix.lower().strip() for suffix in country.company_suffixes)
        assert country.profile in {"us-small", "us-large", "uk", "eu", "cn"}


def test_longer_suffixes_come_before_those_that_end_them() -> None:
    """So that taking the first that fits never leaves half of a legal form behind."""
    for country in COUNTRIES.values():
        suffixes = country.company_suffixes
        for index, suffix in enumerate(suffixes):
            assert not [later for later in suffixes[index + 1 :] if later.endswith(suffix)]


def test_an_identifier_that_cannot_be_checked_is_absent() -> None:
    assert COUNTRIES["US"].identifier("registration_number") is None
