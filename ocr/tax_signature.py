"""Whether a return was signed, and when: the block of the one who signs, not that of the preparer.

What is filled in stands above its caption or beside it; a block with captions and nothing filled in is not signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cases.model import Field
from ocr.day_prints import days_in
from ocr.extract import Grid, GridLine, Label, field_of
from ocr.layout import Cell, shared_width
from ocr.parse import Calendar
from ocr.tax_forms import TaxForm, wording

_BEGINS = wording(r"under penalties of perjury|^\W*sign (?:here)?\b|declaration|声明[:：]|填表人声明|纳税人声明")
_ENDS = wording(r"paid preparer|^\W*paid\b|preparer'?’?s (?:name|use)|for paperwork reduction|经办人|代理机构|受理")
_SIGNATURE = wording(r"signature|签章|签字")
_CAPTION = wording(
    r"signature.*|^\W*(?:date|title|sign|here)\W*$|sign here|may the irs.*|print name|see instructions.*"
    r"|under penalties.*|\band belief\b.*|\bcorrect, and\b.*|\band complete\b.*|.*knowledge.*|\byes\b.*|\bno\b"
    r"|discuss.*|preparer.*|shown below.*|.*limited liability company member|.*officer\W*$|.*this return.*|or\b"
)
_DATED = (
    Label.of("申报日期", "填表日期", "申报时间"),
    Label.of("Date filed", "Filed on", "Filing date", "Date signed", "Date of filing", "Date accepted"),
    Label.of("受理日期", "受理时间"),
)
_SEAL = re.compile(r"(?:签章|签字|公章)[）)]?[:：]\s*\S*[\u4e00-\u9fff]{2}")
_TITLE_OR_NAME = 0.6
"""Part of the page's width, from the left, in which a signature stands; titles stand behind."""


def signature_fields(grid: Grid, form: TaxForm, habit: Calendar, document: str) -> Iterator[Field]:
    """`signed` and `filed_on`, where the return has a place to sign or says the day."""
    block = _block(grid)
    dated = _dated_at(block, habit, document)
    signature = _signature(block)
    if form.country == "CN":
        seal = next((line for line in block if _SEAL.search(line.text)), None)
        signed = field_of("signed", "yes", seal.line.words, document) if seal is not None else None
        dated = _labelled(grid, habit, document) or dated
    elif signature is not None or dated is not None:
        place = signature.words if signature is not None else block[0].line.words
        signed = field_of("signed", "yes", place, document)
    else:
        captioned = next((line for line in block if _SIGNATURE.search(line.text)), None)
        signed = field_of("signed", "no", captioned.line.words, document) if captioned is not None else None
    if form.country != "CN":
        dated = dated or _labelled(grid, habit, document)
    yield from (one for one in (signed, dated) if one is not None)


def _block(grid: Grid) -> list[GridLine]:
    """The lines from the declaration or the words `Sign here` down to the preparer's block."""
    for index, line in enumerate(grid.lines):
        if not _BEGINS.search(line.text) or _ENDS.search(line.text):
            continue
        block: list[GridLine] = []
        for one in grid.lines[index : index + 9]:
            if one.page != line.page or (block and _ENDS.search(one.text)):
                break
            block.append(one)
        if any(_SIGNATURE.search(one.text) for one in block):
            return block
    return []


def _dated_at(block: Sequence[GridLine], habit: Calendar, document: str) -> Field | None:
    """The day in the block of the signature."""
    for line in block:
        for cell in line.cells:
            for found in days_in(cell.text, habit):
                return field_of("filed_on", found.day.isoformat(), cell.words, document)
    return None


def _signature(block: Sequence[GridLine]) -> Cell | None:
    """What stands right above or behind the caption of the signature: a name in print or in ink."""
    cells = [cell for line in block for cell in line.cells]
    for caption in (cell for cell in cells if _SIGNATURE.search(cell.text) and len(cell.text) < 70):
        for cell in cells:
            letters = sum(map(str.isalpha, cell.text))
            over = 0 < caption.box.top - cell.box.top < 4.5 * caption.box.height and shared_width(cell.box, caption.box)
            beside = abs(cell.box.top - caption.box.top) < caption.box.height and cell.box.left > caption.box.right
            if letters < 3 or not (over or beside) or cell.box.left > _TITLE_OR_NAME or cell.box.width > 0.5:
                continue
            if not _CAPTION.search(cell.text) and not _SIGNATURE.search(cell.text):
                return cell
    return None


def _labelled(grid: Grid, habit: Calendar, document: str) -> Field | None:
    """The day behind a label of its own."""
    for label in _DATED:
        for index, cell, rest in grid.labelled(label):
            beside = [one.text for one in grid.lines[index].cells if one.box.left > cell.box.right][:1]
            for print_ in (rest, *beside):
                for found in days_in(print_, habit):
                    return field_of("filed_on", found.day.isoformat(), cell.words, document)
    return None
