"""PDF pages: their text layer with a box for every word, and their picture. By pypdfium2; pikepdf mends damage."""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from cases.model import Box, Origin, Problem
from ocr.limits import Limits
from ocr.pages import refusal, too_many_pages
from ocr.radicals import unified
from ocr.text import Word

ENOUGH_CHARACTERS = 20
"""A page with fewer visible characters is read from its picture."""
PICTURE_SHARE = 0.5
"""When pictures cover more of the page than this, a sparse text layer is not the page's text."""
SPARSE_CHARACTERS = 200
MOST_STRANGE = 0.1
"""More unmapped characters than this, and the layer cannot be trusted."""
GAP = 0.3
"""A gap wider than this many line heights parts two words."""
ASLANT = 0.1
"""Radians from which a character does not stand on a line."""
FULL_TURN = 2 * math.pi
INVISIBLE = 3
"""PDF 32000-1, table 106: text rendering mode that neither fills nor strokes."""


@dataclass(frozen=True, slots=True)
class Glyph:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    """Page fractions, origin top-left."""


class Locked(pdfium.PdfiumError):  # type: ignore[misc]
    """The file opens with a password only."""


class NoPages(pdfium.PdfiumError):  # type: ignore[misc]
    """The file is a sound PDF without a single page, which pdfium takes for damage."""


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """The document, mended if it must be. Raises Locked, NoPages, or PdfiumError when it is beyond repair."""
    try:
        document = pdfium.PdfDocument(data)
        len(document)
    except pdfium.PdfiumError:
        # The reason that pdfium gives may be that of an earlier file, so another library is asked.
        document = pdfium.PdfDocument(_mended(data))
    return document


def count_pages(data: bytes, name: str, limits: Limits) -> tuple[int, Problem | None]:
    """The number of pages, or why the file cannot be opened."""
    try:
        document = open_pdf(data)
        pages = len(document)
        document.close()
    except NoPages:
        return 0, refusal("no_pages", f"{name} has no pages; please send it again.")
    except Locked:
        return 0, refusal("password", f"{name} is protected by a password; please send a copy without one.")
    except pdfium.PdfiumError:
        return 0, refusal("damaged", f"{name} is damaged or not a complete PDF; please send it again.")
    if pages == 0:
        return 0, refusal("no_pages", f"{name} has no pages; please send it again.")
    if pages > limits.pages:
        return 0, too_many_pages(name, pages, limits)
    return pages, None


def _mended(data: bytes) -> bytes:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as damaged:
            if not len(damaged.pages):
                raise NoPages("no pages")
            saved = io.BytesIO()
            damaged.save(saved)
    except pikepdf.PasswordError as fault:
        raise Locked("locked") from fault
    except pikepdf.PdfError as fault:
        raise pdfium.PdfiumError("beyond repair") from fault
    return saved.getvalue()


def text_layer(page: pdfium.PdfPage, number: int) -> tuple[Word, ...]:
    """The words of a page's text layer; none when the layer is absent, sparse, invisible, turned or garbled."""
    textpage = page.get_textpage()
    try:
        glyphs = _glyphs(page, textpage)
    finally:
        textpage.close()
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if len(seen) < ENOUGH_CHARACTERS:
        return ()
    if len(seen) < SPARSE_CHARACTERS and _picture_share(page) > PICTURE_SHARE:
        return ()
    strange = sum(_is_strange(glyph.text) for glyph in seen)
    if strange > MOST_STRANGE * len(seen):
        return ()
    return tuple(_words(glyphs, number, page.get_width() / page.get_height()))


def picture(page: pdfium.PdfPage, limits: Limits) -> NDArray[Any]:
    """The page drawn as blue-green-red bytes, at the limits' resolution or coarser when it is a huge sheet."""
    inches = max(page.get_width(), 1) * max(page.get_height(), 1) / 72**2
    dpi = min(limits.dpi, (limits.drawn_pixels / inches) ** 0.5)
    drawn: NDArray[Any] = page.render(scale=dpi / 72, rev_byteorder=False).to_numpy()
    return drawn[:, :, :3].copy()


def _is_strange(text: str) -> bool:
    return text == "\ufffd" or "\ue000" <= text <= "\uf8ff" or (ord(text[0]) < 32 and not text.isspace())


def _picture_share(page: pdfium.PdfPage) -> float:
    whole = page.get_width() * page.get_height()
    share = 0.0
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        share = max(share, (right - left) * (top - bottom) / whole)
    return share


def _glyphs(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> list[Glyph]:
    """The visible, upright characters in the order of the file, with white space where pdfium sees it."""
    place = _page_map(page)
    handle = textpage.raw
    box = raw.FS_RECTF()
    found: list[Glyph] = []
    turned = 0
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        text = unified(chr(code)) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if text.isspace() or raw.FPDFText_IsGenerated(handle, index):
            found.append(Glyph(" ", 0, 0, 0, 0))
            continue
        if not raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box)):
            continue
        if _hidden(handle, index):
            continue
        # The letters of stamps and watermarks stand aslant between the lines and belong to none of them.
        angle = raw.FPDFText_GetCharAngle(handle, index) % FULL_TURN
        if min(angle, FULL_TURN - angle) > ASLANT:
            turned += 1
            continue
        found.append(Glyph(text, *place(box)))
    return [] if turned > len(found) else found


def _hidden(handle: Any, index: int) -> bool:
    thing = raw.FPDFText_GetTextObject(handle, index)
    return bool(thing) and raw.FPDFTextObj_GetTextRenderMode(thing) == INVISIBLE


def _page_map(page: pdfium.PdfPage) -> Any:
    """From a rectangle in the PDF's own space to page fractions; heeds rotation and crop box."""
    size = 1_000_000
    x, y = ctypes.c_int(), ctypes.c_int()

    def device(px: float, py: float) -> tuple[float, float]:
        raw.FPDF_PageToDevice(page.raw, 0, 0, size, size, 0, px, py, ctypes.byref(x), ctypes.byref(y))
        return x.value / size, y.value / size

    (ox, oy), (ax, ay), (bx, by) = device(0, 0), device(1000, 0), device(0, 1000)
    across, up = ((ax - ox) / 1000, (ay - oy) / 1000), ((bx - ox) / 1000, (by - oy) / 1000)

    def place(box: Any) -> tuple[float, float, float, float]:
        xs = [ox + across[0] * px + up[0] * py for px in (box.left, box.right) for py in (box.top, box.bottom)]
        ys = [oy + across[1] * px + up[1] * py for px in (box.left, box.right) for py in (box.top, box.bottom)]
        return min(xs), min(ys), max(xs), max(ys)

    return place


def _words(glyphs: list[Glyph], number: int, aspect: float) -> Iterator[Word]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (glyph.text == " " or _apart(run[-1], glyph, aspect)):
            yield from _word(run, number)
            run = []
        if glyph.text != " ":
            run.append(glyph)
    if run:
        yield from _word(run, number)


def _apart(left: Glyph, right: Glyph, aspect: float) -> bool:
    height = max(left.bottom - left.top, right.bottom - right.top)
    gap = (right.left - left.right) * aspect
    other_line = abs((left.top + left.bottom) - (right.top + right.bottom)) > height
    return gap > GAP * height or gap < -2 * height or other_line


def _word(run: list[Glyph], number: int) -> Iterator[Word]:
    box = Box.within(
        min(one.left for one in run),
        min(one.top for one in run),
        max(one.right for one in run),
        max(one.bottom for one in run),
    )
    # What lies off the page was not meant to be seen, and is not read.
    if box.width > 0 and box.height > 0:
        yield Word("".join(one.text for one in run), box, 1.0, Origin.TEXT_LAYER, number)
