"""Captions and their answers, whatever the arrangement of a form."""

from __future__ import annotations

import pytest

from ocr.captions import Captions
from ocr.extract import Grid
from ocr.wording import Wording
from tests.core.drawn import drawn

VOCABULARY = {
    "name": Wording.of("name", "employee name", "姓名"),
    "number": Wording.of("number", "works no", "工号"),
    "date": Wording.of("date", "process date", "发放日期"),
    "sum": Wording.of("net pay", "实发工资"),
}


@pytest.mark.parametrize(
    "sheet",
    [
        "Name: Ann Reed       Number: 7      Date: 3 May 2026       Net pay: 12.00",
        "Name: Ann Reed Number: 7 Date: 3 May 2026 Net pay: 12.00",
        "Name       Ann Reed\nNumber     7\nDate       3 May 2026\nNet pay    12.00",
        "Works No. Employee name   Process date    Net pay\n7         Ann Reed        3 May 2026      12.00",
        "Name            Number\nAnn Reed        7\n\nDate            Net pay (GBP)\n3 May 2026      12.00",
    ],
)
def test_a_form_in_any_arrangement(sheet: str) -> None:
    captions = Captions(Grid.of(drawn(sheet)), VOCABULARY)
    found = {name: next(captions.answers(name)).text for name in VOCABULARY}
    assert found == {"name": "Ann Reed", "number": "7", "date": "3 May 2026", "sum": "12.00"}


def test_a_strip_in_chinese() -> None:
    captions = Captions(
        Grid.of(drawn("工号    姓名    发放日期      实发工资（元）\n012     林娟    2026-03-05    8610.00")),
        VOCABULARY,
    )
    found = {name: next(captions.answers(name)).text for name in VOCABULARY}
    assert found == {"name": "林娟", "number": "012", "date": "2026-03-05", "sum": "8610.00"}


def test_a_caption_is_no_value_of_another() -> None:
    captions = Captions(Grid.of(drawn("Name      Number\n\nDate      Net pay")), VOCABULARY)
    assert [answer.text for name in VOCABULARY for answer in captions.answers(name)] == []
