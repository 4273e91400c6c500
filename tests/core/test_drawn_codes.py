"""A code on a page with a text layer is looked for however the page draws it; other drawings are left alone."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest

from ocr.drawn_codes import has_codes
from samples.kit.codes import qr_code
from samples.sheet import pdf_of


def found(body: str) -> bool:
    with pdfium.PdfDocument(io.BytesIO(pdf_of(f"<p>营业执照 business licence</p>{body}"))) as document:
        return has_codes(document[0])


def squares(side: int, step: float) -> str:
    """A drawing of many small squares, as programs write that join nothing."""
    drawn = "".join(
        f'<rect x="{x}" y="{y}" width="1" height="1" fill="#000"/>'
        for y in range(side)
        for x in range(side)
        if (x * 7 + y * 3) % 5 < 2 or (x, y) in ((0, 0), (side - 1, side - 1))
    )
    return f'<svg width="{side * step}mm" height="{side * step}mm" viewBox="0 0 {side} {side}">{drawn}</svg>'


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(str(qr_code("https://www.gsxt.example/scan", 24)), id="one path"),
        pytest.param(squares(25, 0.9), id="many squares"),
    ],
)
def test_a_drawn_code_is_worth_the_picture(body: str) -> None:
    assert found(body)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<table border=1>" + "<tr><td>1<td>2<td>3</tr>" * 40 + "</table>", id="ruled table"),
        pytest.param("<ul>" + "<li>one" * 90 + "</ul>", id="bullets"),
        pytest.param(
            '<svg width="40mm" height="40mm" viewBox="0 0 120 120"><g opacity="0.7"><circle cx="60" cy="60" r="56"'
            ' fill="none" stroke="#c00" stroke-width="3"/><text x="60" y="90">seal</text></g></svg>',
            id="seal",
        ),
    ],
)
def test_other_drawings_cost_nothing(body: str) -> None:
    assert not found(body)
