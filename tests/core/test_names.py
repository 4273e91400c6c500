"""Names are compared as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.names import Likeness, company_core, folded, same_company, same_person

SAME, DIFFERENT = Decimal("0.92"), Decimal("0.75")


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Harbour Street Bakery Limited", "HARBOUR STREET BAKERY LTD.", "GB"),
        ("The Harbour Street Bakery Ltd", "Harbour Street Bakery", "GB"),
        ("Smith & Sons Ltd", "SMITH AND SONS LIMITED", "GB"),
        ("Northwind Traders, LLC", "NORTHWIND TRADERS L.L.C.", "US"),
        ("Bright Future Co., Ltd.", "BRIGHT FUTURE CO LTD", "CN"),
        ("青岛明远贸易有限公司", "青岛明远贸易有限责任公司", "CN"),
        ("杭州（西湖）茶业有限公司", "杭州(西湖)茶业有限公司", "CN"),
        ("Café Zoë Ltd", "CAFE ZOE LTD", "GB"),
        ("Data Works Limited", "DATAWORKS LTD", "GB"),
    ],
)
def test_one_company_in_two_spellings(one: str, other: str, country: str) -> None:
    assert same_company(one, other, country, SAME, DIFFERENT) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Harbour Street Bakery Limited", "Station Road Butchers Limited", "GB"),
        ("Oak Ltd", "Oar Ltd", "GB"),
        ("青岛明远贸易有限公司", "上海明日科技有限公司", "CN"),
        ("", "Harbour Ltd", "GB"),
    ],
)
def test_two_companies(one: str, other: str, country: str) -> None:
    assert same_company(one, other, country, SAME, DIFFERENT) is Likeness.DIFFERENT


def test_a_name_that_is_only_a_legal_form_is_nobodys() -> None:
    assert same_company("Limited", "Ltd", "GB", SAME, DIFFERENT) is not Likeness.SAME


def test_companies_of_a_series_are_never_the_same() -> None:
    assert same_company("Star Property 12 Ltd", "Star Property 13 Ltd", "GB", SAME, DIFFERENT) is not Likeness.SAME


def test_a_near_name_is_for_a_person_to_judge() -> None:
    assert same_company("Northgate Ltd", "Northgale Ltd", "GB", SAME, DIFFERENT) is Likeness.NEAR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Mary Smith", "SMITH JANE MARY"),
        ("Jane Smith", "SMITH, Jane Mary"),
        ("Mr José García López", "JOSE GARCIA LOPEZ"),
        ("Łukasz Müller", "LUKASZ MULLER"),
        ("Lukasz Mueller-Stahl", "MUELLER STAHL LUKASZ"),
        ("王 小明", "王小明"),
        ("O'Neill Sean", "Sean O’Neill"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_person(one, other, SAME, DIFFERENT) is Likeness.SAME


@pytest.mark.parametrize(("one", "other"), [("Jane Smith", "Peter Stone"), ("王小明", "李小明"), ("Jane", "")])
def test_two_people(one: str, other: str) -> None:
    assert same_person(one, other, SAME, DIFFERENT) is Likeness.DIFFERENT


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared_either_way_round(one: str, other: str) -> None:
    assert same_person(one, other, SAME, DIFFERENT) is same_person(other, one, SAME, DIFFERENT)
    assert same_company(one, other, "", SAME, DIFFERENT) is same_company(other, one, "", SAME, DIFFERENT)
    assert folded(folded(one)) == folded(one)
    assert company_core(one) or not folded(one).removeprefix("the ")
