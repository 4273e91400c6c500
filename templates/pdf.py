"""A letter's HTML as a PDF for print and file."""

from __future__ import annotations

import io

PAGE_MARGIN_MM = 20


def to_pdf(html: str, title: str = "") -> bytes:
    """The PDF of a complete HTML page on A4. Nothing outside the page is fetched.

    The engine (PlutoPrint) uses the fonts of the system; `make` installs those that letters need.
    """
    import plutoprint

    class Nothing(plutoprint.ResourceFetcher):
        def fetch_url(self, url: str) -> plutoprint.ResourceData:
            raise ValueError("a letter refers to nothing outside itself")

    margin = PAGE_MARGIN_MM * plutoprint.UNITS_MM
    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4, plutoprint.PageMargins(margin, margin, margin, margin))
    book.custom_resource_fetcher = Nothing()
    book.load_html(html)
    if title:
        book.set_metadata(plutoprint.PDF_METADATA_TITLE, title)
    held = io.BytesIO()
    book.write_to_pdf_stream(held)
    return held.getvalue()
