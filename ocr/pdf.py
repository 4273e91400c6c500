"""PDF files: opened, mended, counted, and their pages drawn. By pypdfium2; pikepdf mends damage."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from cases.model import Problem
from ocr.limits import Limits
from ocr.pages import refusal, too_many_pages

ANNOTATED = 1
"""What pdfium answers when annotations and form fields were drawn into the page."""


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


def page_of(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """Page `number` (from 1) as a viewer shows it: what is filled into forms is part of the page."""
    if document.get_formtype() != raw.FORMTYPE_NONE and document.formenv is None:
        document.init_forms()
    page = document[number - 1]
    if raw.FPDFPage_GetAnnotCount(page.raw) and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == ANNOTATED:
        page.close()
        page = document[number - 1]
    return page


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


def picture(page: pdfium.PdfPage, limits: Limits) -> NDArray[Any]:
    """The page drawn as blue-green-red bytes, at the limits' resolution or coarser when it is a huge sheet."""
    inches = max(page.get_width(), 1) * max(page.get_height(), 1) / 72**2
    dpi = min(limits.dpi, (limits.drawn_pixels / inches) ** 0.5)
    drawn: NDArray[Any] = page.render(scale=dpi / 72, rev_byteorder=False).to_numpy()
    return drawn[:, :, :3].copy()
