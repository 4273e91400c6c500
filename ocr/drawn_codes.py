"""Whether a PDF page may show a code, a picture or drawn in lines, so that it is worth drawing the page to read it.

Programs draw the squares of a QR code as one path of many steps, as many small paths one after the other, or as a
drawing of its own inside the page. Nothing is read here: what has the shape of a code and is none only costs time.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref, c_float
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

CODE_POINTS = (28.0, 220.0)
"""Width of a printed code: from one to eight centimetres."""
SQUARE = 0.1
FEWEST_STEPS = 300
"""Lines of a path that draws a whole code: the smallest QR code, of 21 by 21 squares, has twice as many."""
FEWEST_SQUARES = 60
"""Paths that draw the squares of one code, those side by side joined."""
LARGEST_SQUARE = 80.0
"""Points: a finder's side in the largest code."""
DEEPEST = 3
"""Drawings within drawings that are looked into."""


class _Bounds(NamedTuple):
    """An object's place on the page, or within the drawing that holds it; in points, origin bottom-left."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def like_a_code(self) -> bool:
        """Whether it has the shape and size of a printed code."""
        width, height = self.right - self.left, self.top - self.bottom
        return abs(width - height) < SQUARE * max(width, height) and CODE_POINTS[0] <= width <= CODE_POINTS[1]

    @property
    def like_a_square(self) -> bool:
        """Whether it can be one of a code's squares, or some that touch."""
        return max(self.right - self.left, self.top - self.bottom) < LARGEST_SQUARE


def has_codes(page: pdfium.PdfPage) -> bool:
    """Whether a picture, a path, a drawing or a run of small paths on the page looks like a code."""
    count, at = raw.FPDFPage_CountObjects(page.raw), raw.FPDFPage_GetObject
    return _shown_in([at(page.raw, index) for index in range(count)], DEEPEST)


def _shown_in(things: Sequence[Any], depth: int) -> bool:
    """Whether some objects of a page or drawing look like a code. Pages have thousands: hence no more of pdfium's
    calls than must be."""
    run: list[Any] = []
    for thing in things:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            if raw.FPDFPath_CountSegments(thing) >= FEWEST_STEPS and _bounds(thing).like_a_code:
                return True
            run.append(thing)
            continue
        if _is_run_of_squares(run):
            return True
        run = []
        if kind == raw.FPDF_PAGEOBJ_IMAGE and _bounds(thing).like_a_code:
            return True
        if kind == raw.FPDF_PAGEOBJ_FORM and depth > 0:
            inside = _inside(thing)
            if (_holds_a_code(inside) and _bounds(thing).like_a_code) or _shown_in(inside, depth - 1):
                return True
    return _is_run_of_squares(run)


def _inside(drawing: Any) -> list[Any]:
    return [raw.FPDFFormObj_GetObject(drawing, at) for at in range(raw.FPDFFormObj_CountObjects(drawing))]


def _holds_a_code(inside: Sequence[Any]) -> bool:
    """Whether a drawing holds enough to be a code, whatever its own measure: a picture, very many steps or objects."""
    return len(inside) >= FEWEST_SQUARES or any(
        raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_IMAGE
        or raw.FPDFPath_CountSegments(one) >= FEWEST_STEPS
        or _holds_a_code(_inside(one))
        for one in inside
    )


def _bounds(thing: Any) -> _Bounds:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(thing, byref(left), byref(bottom), byref(right), byref(top))
    return _Bounds(left.value, bottom.value, right.value, top.value)


def _is_run_of_squares(paths: Sequence[Any]) -> bool:
    """Whether of paths drawn one after the other enough small ones follow each other and make up a square."""
    if len(paths) < FEWEST_SQUARES:
        return False
    run: list[_Bounds] = []
    for bounds in map(_bounds, paths):
        if bounds.like_a_square:
            run.append(bounds)
            continue
        if len(run) >= FEWEST_SQUARES and _around(run).like_a_code:
            return True
        run = []
    return len(run) >= FEWEST_SQUARES and _around(run).like_a_code


def _around(run: list[_Bounds]) -> _Bounds:
    return _Bounds(
        min(one.left for one in run),
        min(one.bottom for one in run),
        max(one.right for one in run),
        max(one.top for one in run),
    )
