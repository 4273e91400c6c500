"""Signs of editing on a PDF page with a text layer: print over print, print that is hidden, figures in another font,
and boxes or text laid over the page as annotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from cases.model import Box, Severity
from ocr.layer_trust import on_each_other
from ocr.signal import Signal
from ocr.text import Word

OVERLAY, HIDDEN, FONTS, ANNOTATIONS = "file_overlay", "file_hidden_text", "file_fonts", "file_annotations"
FIGURE = re.compile(r"[-+(]?[£$€¥]?\d[\d.,'’]*[.,]\d{2}\)?-?|\d{1,3}(?:[.,]\d{3})+")
"""What an amount looks like; dates and numbers of papers do not count."""
FEWEST_FIGURES = 8
"""Figures of one column from which the font of the others tells which it should be."""
MOST_ODD = 0.15
"""Figures in another font than the rest of their column are odd as long as they are few."""
SAME_EDGE = 0.006
"""Right edges closer than this, in page widths, stand in one column."""
STYLE = re.compile(r"(?i)[-, ]?(?:bold|italic|oblique|regular|medium|semibold|light|roman|book|mt|ps)+$")
COVERING = (
    raw.FPDF_ANNOT_FREETEXT,
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_STAMP,
    raw.FPDF_ANNOT_POLYGON,
    raw.FPDF_ANNOT_REDACT,
)
"""Annotations that can hide print or pass for it; notes, links, highlights and form fields cannot."""


def layer_signals(
    words: Sequence[Word], seen: Sequence[Word], fonts: Mapping[Word, str], number: int
) -> tuple[Signal, ...]:
    """From all words of the layer, those of them that can be seen, and the font of each."""
    return (*_overlaid(seen, number), *_hidden(words, seen, number), *_odd_fonts(seen, fonts, number))


def annotation_signals(page: pdfium.PdfPage, number: int) -> tuple[Signal, ...]:
    """Annotations that lie over the page; asked before they are drawn into it."""
    found: list[Signal] = []
    width, height = page.get_width(), page.get_height()
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), 200)):
        one = raw.FPDFPage_GetAnnot(page.raw, index)
        if not one:
            continue
        area = raw.FS_RECTF()
        sort = raw.FPDFAnnot_GetSubtype(one)
        has_area = raw.FPDFAnnot_GetRect(one, area)
        raw.FPDFPage_CloseAnnot(one)
        if sort not in COVERING or not has_area:
            continue
        box = Box.within(area.left / width, 1 - area.top / height, area.right / width, 1 - area.bottom / height)
        detail = f"Something was laid over page {number} after it was made (a box, a stamp or typed text)."
        found.append(Signal(check=ANNOTATIONS, severity=Severity.MEDIUM, detail=detail, page=number, box=box))
    return tuple(found)


def _overlaid(seen: Sequence[Word], number: int) -> Iterator[Signal]:
    for under, over in on_each_other(seen):
        figures = any(map(str.isdigit, under.text + over.text))
        detail = f'On page {number} "{over.text}" is printed over "{under.text}", which it hides.'
        yield Signal(
            check=OVERLAY,
            severity=Severity.HIGH if figures else Severity.MEDIUM,
            detail=detail,
            page=number,
            box=over.box,
            expected=under.text,
            actual=over.text,
        )


def _hidden(words: Sequence[Word], seen: Sequence[Word], number: int) -> Iterator[Signal]:
    shown = set(seen)
    hidden = [word for word in words if word not in shown]
    figures = [word for word in hidden if FIGURE.fullmatch(word.text)]
    if figures:
        detail = f'Page {number} holds figures that cannot be seen, such as "{figures[0].text}".'
        yield Signal(
            check=HIDDEN,
            severity=Severity.MEDIUM,
            detail=detail,
            page=number,
            box=figures[0].box,
            actual=figures[0].text,
        )
    elif hidden:
        detail = f"Page {number} holds {len(hidden)} words that cannot be seen."
        yield Signal(check=HIDDEN, severity=Severity.LOW, detail=detail, page=number, box=hidden[0].box)


def _odd_fonts(seen: Sequence[Word], fonts: Mapping[Word, str], number: int) -> Iterator[Signal]:
    """Few figures of a column in another family, or in the same one embedded anew, while all others agree."""
    for column in _columns([word for word in seen if FIGURE.fullmatch(word.text)]):
        counts = Counter(family(fonts.get(word, "")) for word in column)
        usual, often = counts.most_common(1)[0]
        if len(column) < FEWEST_FIGURES or not usual or len(column) - often > MOST_ODD * len(column):
            continue
        for word in column:
            own = family(fonts.get(word, ""))
            if own and own != usual:
                detail = (
                    f'On page {number} the figure "{word.text}" is set in {own}, the others of its column in {usual}.'
                )
                yield Signal(
                    check=FONTS,
                    severity=Severity.MEDIUM,
                    detail=detail,
                    page=number,
                    box=word.box,
                    expected=usual,
                    actual=own,
                )


def _columns(figures: Sequence[Word]) -> Iterator[list[Word]]:
    """Figures that end at one right edge, as figures in a table do."""
    column: list[Word] = []
    for word in sorted(figures, key=lambda one: one.box.right):
        if column and word.box.right - column[-1].box.right > SAME_EDGE:
            yield column
            column = []
        column.append(word)
    if column:
        yield column


def family(font: str) -> str:
    """A font's family without the letters of its subset and its style: totals are rightly bold.

    >>> family("ABCDEF+Helvetica-Bold")
    'Helvetica'
    """
    bare = font.partition("+")[2] or font
    return STYLE.sub("", bare) or bare
