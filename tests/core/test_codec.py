"""Values to canonical JSON and back."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.codec import digest, from_json, to_json
from cases.errors import VouchError
from cases.model import (
    Application,
    Box,
    Business,
    CheckResult,
    Document,
    EngineVersion,
    Field,
    FileReading,
    Finding,
    Jurisdiction,
    Origin,
    Outcome,
    Place,
    Problem,
    Quality,
    Request,
    Row,
    Stated,
    Tier,
)

BOXES = st.builds(Box.within, *[st.floats(0, 1)] * 4)
PLACES = st.builds(Place, st.text(max_size=20), st.integers(1, 99), BOXES)
FIELDS = st.builds(
    Field,
    name=st.text(max_size=20),
    value=st.text(),
    raw=st.text(),
    place=PLACES,
    confidence=st.floats(0, 1),
    origin=st.sampled_from(Origin),
    alternatives=st.lists(st.text(), max_size=3).map(tuple),
)
ROWS = st.builds(
    Row,
    cells=st.dictionaries(st.text(max_size=9), st.text(), max_size=4),
    place=PLACES,
    confidence=st.floats(0, 1),
)
MONEY = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15)
STATED = st.builds(
    Stated,
    annual_revenue=st.none() | MONEY,
    net_profit=st.none() | MONEY,
    bank_accounts=st.lists(st.text(), max_size=3).map(tuple),
)


def a_document() -> Document:
    place = Place("abc-1", 1, Box(0.1, 0.2, 0.3, 0.4))
    return Document(
        id="abc-1",
        file="报表.pdf",
        sha256="0" * 64,
        kind="balance_sheet",
        strength=0.9,
        pages=(1, 2),
        fields={
            "cash": Field(
                name="cash", value="1200.00", raw="1,200", place=place, confidence=0.5, origin=Origin.OCR, note="x"
            )
        },
        rows=(Row(cells={"amount": "-12.00"}, place=place),),
        findings=(Finding(check="adds_up", result=CheckResult.NOT_FOUND, items_seen=3, places=(place,)),),
    )


def test_a_file_reading_comes_back_the_same() -> None:
    reading = FileReading(
        file="报表.pdf",
        sha256="0" * 64,
        pages=2,
        quality=Quality(tier=Tier.SCAN, problems=(Problem(code="blurred", advice="Take it again.", page=2),)),
        documents=(a_document(),),
    )
    text = to_json(reading)
    assert from_json(FileReading, text) == reading
    assert "报表" in text
    assert to_json(from_json(FileReading, text)) == text


def test_an_application_comes_back_the_same() -> None:
    application = Application(
        business=Business(legal_name="Acme", country="GB", established_on=dt.date(2015, 3, 1)),
        request=Request(product="p", amount=Decimal("120000.10"), currency="GBP", term_months=36),
        jurisdiction=Jurisdiction(profile="uk"),
    )
    assert from_json(Application, to_json(application)) == application


@given(FIELDS)
def test_any_field_comes_back_the_same(value: Field) -> None:
    assert from_json(Field, to_json(value)) == value


@given(st.lists(ROWS, max_size=3).map(tuple))
def test_tuples_come_back_the_same(rows: tuple[Row, ...]) -> None:
    assert from_json(tuple[Row, ...], to_json(rows)) == rows


@given(STATED)
def test_money_keeps_its_digits(stated: Stated) -> None:
    back = from_json(Stated, to_json(stated))
    assert back == stated
    assert str(back.annual_revenue) == str(stated.annual_revenue)


def test_the_order_of_keys_does_not_change_the_text() -> None:
    one, other = EngineVersion(name="e", version="1", models={"a": "1", "b": "2"}), {"b": "2", "a": "1"}
    assert to_json(one) == to_json(EngineVersion(name="e", version="1", models=other))
    assert to_json({"z": Outcome.APPROVE, "a": [Decimal("1.50"), None]}) == '{"a":["1.50",null],"z":"approve"}'


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_float_that_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json({"confidence": value})


@pytest.mark.parametrize("value", [{1: "x"}, {"x": object()}, b"bytes", {"a set"}])
def test_what_the_model_does_not_use_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_json(value)


def test_a_text_of_another_type_is_refused_without_repeating_its_values() -> None:
    with pytest.raises(VouchError, match="no Business of this version") as caught:
        from_json(Business, '{"legal_name": ["Secret Name"], "country": "GB"}')
    assert "legal_name" in str(caught.value)
    assert "Secret" not in str(caught.value)


def test_what_a_class_forbids_is_refused() -> None:
    outside = json.dumps({"left": 0.5, "top": 0, "right": 0.2, "bottom": 1})
    with pytest.raises(VouchError):
        from_json(Box, outside)


def test_the_digest_is_sha256_of_utf8() -> None:
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
