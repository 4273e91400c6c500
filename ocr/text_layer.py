"""A PDF page's text layer: its words with their boxes, as far as the page shows them.

The layer is taken in the place of the picture only where it can be trusted: enough of it, upright, mapped to letters,
and seen. What is hidden was not meant for the reader, and is not read.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from cases.model import Box, Origin
from ocr.layer_trust import covered, garbled, seen_of
from ocr.radicals import unified
from ocr.signal import Signal
from ocr.tamper_layer import OVERLAY, family, layer_signals
from ocr.text import Word

ENOUGH_CHARACTERS = 20
"""A page with fewer visible characters is read from its picture."""
PICTURE_SHARE = 0.5
"""When pictures cover more of the page than this, a sparse text layer is not the page's text."""
SPARSE_CHARACTERS = 200
MOST_HIDDEN = 0.2
"""When more of the words than this cannot be seen, the layer is not what the page shows."""
GAP = 0.3
"""A gap wider than this many line heights parts two words."""
ASLANT = 0.1
"""Radians from which a character does not stand on a line."""
INVISIBLE = 3
"""PDF 32000-1, table 106: text rendering mode that neither fills nor strokes."""
Point = tuple[float, float]


class Glyph(NamedTuple):
    """One character; a tuple, because a page has thousands."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    """Page fractions, origin top-left."""
    font: str = ""
    """Its family, and whether the file brings it along."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A page's text layer. Its words are none when it cannot be trusted; what it tells of editing stands all the
    same."""

    words: tuple[Word, ...] = ()
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class PageMap:
    """From the PDF's own space to page fractions as a viewer shows the page; heeds rotation and crop box."""

    origin: Point
    across: Point
    """What one unit to the right in the PDF's space is on the page shown."""
    up: Point
    aspect: float
    """Width to height of the page as shown."""
    level: bool
    """Whether the page's own axes run as those of the page shown."""

    def place(self, box: Any) -> tuple[float, float, float, float]:
        """A rectangle's left, top, right and bottom."""
        if self.level:
            # Nearly all pages are neither turned nor cropped askew, and a page has thousands of characters.
            (x, y), wide, high = self.origin, self.across[0], self.up[1]
            return x + wide * box.left, y + high * box.top, x + wide * box.right, y + high * box.bottom
        x, right = _span(self.origin[0], self.across[0], box.left, box.right, self.up[0], box.bottom, box.top)
        y, bottom = _span(self.origin[1], self.across[1], box.left, box.right, self.up[1], box.bottom, box.top)
        return x, y, right, bottom

    def upright(self, angle: float) -> bool:
        """Whether print at an angle (radians, clockwise) in the PDF's space runs from left to right as shown."""
        right, high = math.cos(angle), -math.sin(angle)
        x = (self.across[0] * right + self.up[0] * high) * self.aspect
        y = self.across[1] * right + self.up[1] * high
        return abs(math.atan2(y, x)) <= ASLANT


def _span(start: float, a: float, a1: float, a2: float, b: float, b1: float, b2: float) -> tuple[float, float]:
    """The least and the greatest of `start + a * x + b * y` for x from a1 to a2 and y from b1 to b2."""
    a_low, a_high = (a * a1, a * a2) if a > 0 else (a * a2, a * a1)
    b_low, b_high = (b * b1, b * b2) if b > 0 else (b * b2, b * b1)
    return start + a_low + b_low, start + a_high + b_high


def text_layer(page: pdfium.PdfPage, number: int) -> Layer:
    """A page's text layer; without words when it is absent, sparse, hidden, turned or garbled."""
    textpage = page.get_textpage()
    try:
        glyphs = _glyphs(page, textpage)
    finally:
        textpage.close()
    shown = [glyph.text for glyph in glyphs if not glyph.text.isspace()]
    if len(shown) < ENOUGH_CHARACTERS or garbled(shown):
        return Layer()
    if len(shown) < SPARSE_CHARACTERS and _picture_share(page) > PICTURE_SHARE:
        return Layer()
    if covered(page, PICTURE_SHARE):
        return Layer()
    fonts = dict(_words(glyphs, number, page.get_width() / page.get_height()))
    words = tuple(fonts)
    seen = seen_of(page, words)
    signals = layer_signals(words, seen, fonts, number)
    if len(seen) < (1 - MOST_HIDDEN) * len(words) or any(one.check == OVERLAY for one in signals):
        return Layer((), signals)
    return Layer(seen, signals)


def _picture_share(page: pdfium.PdfPage) -> float:
    whole = page.get_width() * page.get_height()
    share = 0.0
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        share = max(share, (right - left) * (top - bottom) / whole)
    return share


@dataclass(frozen=True, slots=True)
class _Run:
    """What all characters of one text object have in common."""

    shown: bool
    upright: bool
    font: str


SPACE = Glyph(" ", 0, 0, 0, 0)


def _glyphs(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> list[Glyph]:
    """The upright characters in the order of the file, with white space where pdfium sees it."""
    page_map = _page_map(page)
    handle, address_of = textpage.raw, ctypes.c_void_p.from_buffer
    box = raw.FS_RECTF()
    where = ctypes.byref(box)
    found: list[Glyph] = []
    runs: dict[int | None, _Run] = {}
    turned = 0
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        text = unified(chr(code)) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if text.isspace():
            found.append(SPACE)
            continue
        thing = raw.FPDFText_GetTextObject(handle, index)
        # What pdfium itself puts between two objects belongs to neither.
        address = address_of(thing).value
        if address is None and raw.FPDFText_IsGenerated(handle, index):
            found.append(SPACE)
            continue
        run = runs.get(address)
        if run is None:
            run = runs[address] = _run(thing, page_map.upright(raw.FPDFText_GetCharAngle(handle, index)))
        if not run.shown or not raw.FPDFText_GetLooseCharBox(handle, index, where):
            continue
        # The letters of stamps and watermarks stand aslant between the lines and belong to none of them.
        if run.upright:
            found.append(Glyph(text, *page_map.place(box), run.font))
        else:
            turned += 1
    return [] if turned > len(found) else found


def _run(thing: Any, upright: bool) -> _Run:
    if not thing:
        return _Run(True, upright, "")
    font = raw.FPDFTextObj_GetFont(thing)
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    own = family(name.value.decode("utf-8", "replace"))
    label = own if not own or raw.FPDFFont_GetIsEmbedded(font) else f"{own} (not embedded)"
    return _Run(raw.FPDFTextObj_GetTextRenderMode(thing) != INVISIBLE, upright, label)


def _page_map(page: pdfium.PdfPage) -> PageMap:
    size = 1_000_000
    x, y = ctypes.c_int(), ctypes.c_int()

    def device(px: float, py: float) -> Point:
        raw.FPDF_PageToDevice(page.raw, 0, 0, size, size, 0, px, py, ctypes.byref(x), ctypes.byref(y))
        return x.value / size, y.value / size

    (ox, oy), (ax, ay), (bx, by) = device(0, 0), device(1000, 0), device(0, 1000)
    across, up = ((ax - ox) / 1000, (ay - oy) / 1000), ((bx - ox) / 1000, (by - oy) / 1000)
    level = across[1] == 0 == up[0] and across[0] > 0 > up[1]
    return PageMap((ox, oy), across, up, page.get_width() / page.get_height(), level)


def _words(glyphs: list[Glyph], number: int, aspect: float) -> Iterator[tuple[Word, str]]:
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


def _word(run: list[Glyph], number: int) -> Iterator[tuple[Word, str]]:
    box = Box.within(
        min(one.left for one in run),
        min(one.top for one in run),
        max(one.right for one in run),
        max(one.bottom for one in run),
    )
    # What lies off the page was not meant to be seen, and is not read.
    if box.width > 0 and box.height > 0:
        yield Word("".join(one.text for one in run), box, 1.0, Origin.TEXT_LAYER, number), run[0].font
