"""Lines of accounts: labels, the numbers of notes beside them, and the amounts of two years."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ocr.accounts_table import read_lines
from ocr.extract import Grid
from tests.core.drawn_text import typed


@pytest.mark.parametrize("number", ["3", "I", "L", "12a"])
def test_what_stands_under_the_notes_heading_belongs_to_no_label(number: str) -> None:
    """A lone digit in a narrow column is often read as a letter."""
    lines = list(
        read_lines(
            Grid.of(
                typed(
                    "                              Notes        2025           2024",
                    f"Turnover                      {number:5}     846,200        776,330",
                    "Cost of sales                          (473,872)      (434,745)",
                )
            )
        )
    )
    assert [(line.name, [(amount.value, amount.prior) for amount in line.amounts]) for line in lines] == [
        ("revenue", [(Decimal(846200), False), (Decimal(776330), True)]),
        ("cost_of_sales", [(Decimal(-473872), False), (Decimal(-434745), True)]),
    ]
