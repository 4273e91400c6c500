"""Amounts as people type them: one meaning, or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cases.errors import BadInput
from cases.typed_amount import typed_amount


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12500", "12500"),
        ("£12,500.50", "12500.50"),
        ("12,500", "12500"),
        ("1,234,567.8", "1234567.8"),
        ("45.000,50", "45000.50"),
        ("45000,50", "45000.50"),
        ("1.234.567", "1234567"),
        ("45 000.00", "45000.00"),
        ("(300)", "-300"),
        ("-300.25", "-300.25"),
        ("0.1234", "0.1234"),
    ],
)
def test_an_amount_is_what_it_says(typed: str, meant: str) -> None:
    assert typed_amount(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed", ["125.000", "12,50,0", "1,2345", "", "-", "1e9", "NaN", "12.345,6789", "9" * 16, "٣٠٠"]
)
def test_what_could_be_two_amounts_or_none_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        typed_amount(typed)
