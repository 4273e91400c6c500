"""Returns whose pages name other forms, and lines whose number stands before the last line of their wording."""

from __future__ import annotations

import pytest

from ocr.kinds.tax_return import KIND, form_of
from tests.core.drawn_text import typed

HEAD = """SCHEDULE C                     Profit or Loss From Business          OMB No. 1545-0074
(Form 1040)                    (Sole Proprietorship)                         2021
          Attach to Form 1040 or 1041; partnerships generally must file      Sequence No. 09
                               Form 1065."""
LINES = """     Gross receipts or sales. See instructions for line 1 and check the box if this income was
1    you on Form W-2 and the box on that form was checked              1      103,544  00
4    Cost of goods sold (from line 42)                                 4       46,715  00
5    Gross profit. Subtract line 4 from line 3                         5       56,829  00
28   Total expenses before expenses for business use of home          28       47,835  00
     Net profit or (loss). Subtract line 30 from line 29. If a profit, enter on both Schedule 1
31   line 3, and on Schedule SE, line 2. If a loss, go to line 32.    31        9,823  00"""


def test_a_form_that_a_sentence_names_is_not_the_return() -> None:
    form = form_of(typed(*HEAD.split("\n")))
    assert form is not None
    assert form.name == "Schedule C"


@pytest.mark.parametrize(
    ("name", "value"),
    [("gross_receipts", "103544.00"), ("total_deductions", "47835.00"), ("net_income", "9823.00")],
)
def test_a_number_before_the_last_line_of_a_wording(name: str, value: str) -> None:
    found = KIND.extract(typed(*HEAD.split("\n"), *LINES.split("\n")), "d").fields
    assert found[name].value == value


def test_an_empty_line_does_not_take_the_next_ones_figure() -> None:
    lines = ("     Gross receipts or sales", "2    Returns and allowances          2      1,200")
    assert "gross_receipts" not in KIND.extract(typed(*HEAD.split("\n"), *lines), "d").fields
