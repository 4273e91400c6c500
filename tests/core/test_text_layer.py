"""A PDF's text layer is believed where the page shows the same, whichever way it is turned, and nowhere else."""

from __future__ import annotations

import io

import pikepdf
import pytest

from ocr.layer_trust import garbled
from ocr.limits import Limits
from ocr.pdf import open_pdf, page_of, picture
from ocr.text import Word
from ocr.text_layer import text_layer

SIZE = (612, 792)
FIGURE = "Closing balance 9,999,999.00 GBP"
LINE = f"BT /F1 12 Tf 72 700 Td ({FIGURE}) Tj ET "
OTHER = "BT /F1 12 Tf 72 650 Td (Closing balance 12.00 GBP on the last day) Tj ET "
ROWS = "".join(
    f"BT /F1 9 Tf 72 {600 - 12 * row} Td (Row {row} of the closing balance 1,000.00) Tj ET " for row in range(20)
)
WHOLE_PAGE = "q 612 0 0 792 0 0 cm /Im Do Q "
PROSE = (
    "This is the statement of your business account for the month of March. Please check every entry and tell us "
    "within thirteen months if one of them is not yours. Interest is worked out daily on the cleared balance. "
)


def font() -> pikepdf.Dictionary:
    helvetica = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    return pikepdf.Dictionary(F1=helvetica)


def blank() -> tuple[pikepdf.Pdf, pikepdf.Page]:
    """A page with a font and a white picture at hand."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=SIZE)
    image = pikepdf.Stream(pdf, b"\xff" * 300)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent, image.ColorSpace = 10, 10, 8, pikepdf.Name.DeviceRGB
    page.Resources = pikepdf.Dictionary(Font=font(), XObject=pikepdf.Dictionary(Im=image))
    return pdf, page


def layer(pdf: pikepdf.Pdf) -> tuple[Word, ...]:
    held = io.BytesIO()
    pdf.save(held)
    return text_layer(page_of(open_pdf(held.getvalue()), 1), 1).words


def read(content: str, rotate: int = 0) -> list[str]:
    pdf, page = blank()
    page.Contents = pdf.make_stream(content.encode())
    page.Rotate = rotate
    return [word.text for word in layer(pdf)]


def test_plain_print_is_read() -> None:
    assert read(LINE) == FIGURE.split()


@pytest.mark.parametrize(
    ("rotate", "turned"), [(90, "0 1 -1 0 612 0"), (180, "-1 0 0 -1 612 792"), (270, "0 -1 1 0 0 792")]
)
def test_a_turned_page_that_is_shown_upright_is_read_where_it_is_shown(rotate: int, turned: str) -> None:
    pdf, page = blank()
    on_both = LINE.replace("700", "500")
    page.Contents = pdf.make_stream(f"q {turned} cm {on_both} Q".encode())
    page.Rotate = rotate
    words = layer(pdf)
    assert [word.text for word in words] == FIGURE.split()
    assert all(word.box.width > word.box.height for word in words)
    assert [word.box.left for word in words] == sorted(word.box.left for word in words)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_print_that_is_shown_on_its_side_or_head_is_left_to_the_picture(rotate: int) -> None:
    assert read(LINE, rotate) == []


@pytest.mark.parametrize(
    "hidden",
    [
        f"1 1 1 rg {LINE} 0 0 0 rg ",
        f"{LINE} 1 1 1 rg 60 690 400 30 re f 0 0 0 rg ",
        f"{LINE} q 400 0 0 40 60 690 cm /Im Do Q ",
        f"3 Tr {LINE} 0 Tr ",
    ],
    ids=["white", "under a box", "under a picture", "invisible"],
)
def test_what_cannot_be_seen_is_not_read(hidden: str) -> None:
    found = read(hidden + ROWS)
    assert "9,999,999.00" not in found
    assert found.count("closing") == 20


def test_a_layer_that_is_mostly_hidden_is_not_used() -> None:
    assert read(f"1 1 1 rg {ROWS} 0 0 0 rg {OTHER}") == []


def test_a_layer_behind_a_scan_is_not_used_and_one_on_a_background_is() -> None:
    assert read(ROWS + WHOLE_PAGE) == []
    assert read(WHOLE_PAGE + ROWS).count("closing") == 20


def test_figures_printed_over_others_leave_the_page_to_its_picture() -> None:
    """An edited figure: the old one lies under a white box, the new one above it, and both are in the layer."""
    edited = LINE.replace("9,999,999.00", "1,111,111.00")
    assert read(f"{LINE} 1 1 1 rg 60 690 400 30 re f 0 0 0 rg {edited} {ROWS}") == []


def test_what_is_filled_into_a_form_is_read() -> None:
    pdf, page = blank()
    page.Contents = pdf.make_stream(ROWS.encode())
    look = pikepdf.Stream(pdf, b"BT /F1 12 Tf 2 4 Td (Tallow Industries) Tj ET")
    look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 200, 20]
    look.Resources = pikepdf.Dictionary(Font=font())
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Widget,
        FT=pikepdf.Name.Tx,
        T=pikepdf.String("name"),
        V=pikepdf.String("Tallow Industries"),
        Rect=[72, 720, 272, 740],
        F=4,
        AP=pikepdf.Dictionary(N=pdf.make_indirect(look)),
    )
    kept = pdf.make_indirect(field)
    page.Annots = pdf.make_indirect(pikepdf.Array([kept]))
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([kept]))
    assert [word.text for word in layer(pdf) if word.box.top < 0.1] == ["Tallow", "Industries"]


def test_letters_that_are_mapped_to_others_are_noticed() -> None:
    shifted = "".join(chr((ord(one) - 97 + 3) % 26 + 97) if "a" <= one <= "z" else one for one in PROSE.lower())
    assert not garbled(PROSE)
    assert garbled(shifted)
    assert garbled("\ufffd" * 20 + "a" * 40)


def test_few_letters_are_no_reason_to_doubt() -> None:
    assert not garbled("1,000.00 GBP " * 40 + "xyz")


@pytest.mark.parametrize("size", [(14400, 14400), (14400, 3), (3, 3)])
def test_a_page_of_any_size_is_drawn_within_the_limit(size: tuple[int, int]) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=size)
    held = io.BytesIO()
    pdf.save(held)
    drawn = picture(page_of(open_pdf(held.getvalue()), 1), Limits())
    assert 0 < drawn.shape[0] * drawn.shape[1] <= 1.01 * Limits().drawn_pixels
