"""Who was paid, and by whom: names behind their labels, or the firm in the head of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocr.extract import Grid
from ocr.layout import Cell
from ocr.text import Word
from ocr.wording import Wording, words_of

EMPLOYEE = Wording.of(
    "employee name", "employee's name", "name of employee", "employee", "name", "pay to", "paid to", "mitarbeiter",
    "arbeitnehmer", "name des mitarbeiters", "salarié", "员工姓名", "职工姓名", "姓名",
)  # fmt: skip
EMPLOYER = Wording.of(
    "employer name", "employer's name", "employer", "company name", "company", "name of company", "firma",
    "arbeitgeber",
    "employeur", "公司名称", "单位名称", "用人单位", "公司", "单位",
)  # fmt: skip
_OTHER = Wording.of(
    "employee no", "employee id", "employee number", "employee ref", "employer ref", "employer paye", "employers",
    "payroll",
    "tax", "address", "number", "date", "period", "department", "position", "bank", "contributions",
)  # fmt: skip
FORM = re.compile(
    r"(?i)(?<![^\W_])(?:ltd|limited|plc|llp|inc|llc|l\.l\.c|corp|corporation|company|co\.|gmbh|ag|kg|ohg|e\.?k|ug|sarl|sas|s\.a|"
    r"b\.?v|pty|group|council|trust|n\.?v)\.?(?![^\W_])|有限公司|公司|集团"
)
_NAME = re.compile(r"[^\W\d_][^\d_:]{1,60}")
_CHINESE_FIRM = re.compile(r"[\u4e00-\u9fff（）()]{2,40}?(?:有限责任公司|股份有限公司|有限公司|公司|集团)")
Named = tuple[str, tuple[Word, ...]]


def employee_of(grid: Grid) -> Named | None:
    """The name behind the label of the employee."""
    return next(_behind(grid, EMPLOYEE), None)


def employer_of(grid: Grid) -> Named | None:
    """The name behind the label of the employer, else the first firm in the head of the first page."""
    labelled = next(_behind(grid, EMPLOYER), None)
    if labelled is not None:
        return labelled
    for line in grid.lines:
        for cell in line.cells:
            chinese = _CHINESE_FIRM.match(cell.text)
            if chinese and cell.box.top < 0.35:
                return chinese.group(), words_of(cell, 0, chinese.end())
            if cell.box.top < 0.35 and FORM.search(cell.text) and _is_name(cell.text) and ":" not in cell.text:
                return cell.text.strip(" ,."), cell.words
    return None


def _behind(grid: Grid, label: Wording) -> Iterator[Named]:
    for index, line in enumerate(grid.lines):
        for cell in line.cells:
            rest = label.after(cell.text)
            if rest is None or _OTHER.after(cell.text) is not None:
                continue
            inside = rest.strip(" :：.-")
            if inside:
                if re.match(r"\s*[:：]|\s{2,}|\s+[A-Z]|\s*[\u4e00-\u9fff]", rest) and _is_name(inside):
                    yield inside, words_of(cell, len(cell.text) - len(rest), len(cell.text))
                continue
            yield from ((one.text.strip(" :"), one.words) for one in _near(grid, index, cell) if _is_name(one.text))


def _near(grid: Grid, index: int, cell: Cell) -> Iterator[Cell]:
    """The next cell on the line, then the one below."""
    line = grid.lines[index]
    yield from [one for one in line.cells if one.box.left > cell.box.right][:1]
    for other in grid.lines[index + 1 : index + 3]:
        yield from (one for one in other.cells if one.box.left < cell.box.right and cell.box.left < one.box.right)


def _is_name(text: str) -> bool:
    plain = text.strip(" :：.,")
    return _NAME.fullmatch(plain) is not None and _OTHER.search(plain) is None
