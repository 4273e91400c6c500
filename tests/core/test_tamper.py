"""Signs of editing: made for real with the tools that forgers use, and absent from sound files."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from cases.model import CheckResult, FileReading, Severity
from ocr.assemble import assemble
from ocr.engine import Engine
from ocr.pages import inspect
from ocr.reading import read_page
from templates import to_pdf

ROW = "<tr><td>0{0} Mar 2026<td>CARD SALE {0}<td class=n>{0}12.50<td class=n>1,{0}00.00"
ROWS = "".join(ROW.format(day) for day in range(1, 10))
STATEMENT = (
    "<style>td{font:12px 'DejaVu Sans';padding:4px} .n{text-align:right;width:90px}</style>"
    f"<h1>Statement of account</h1><table>{ROWS}</table>"
)


def clean(html: str = STATEMENT) -> bytes:
    return to_pdf(f"<body>{html}</body>")


def read(data: bytes, engine: Engine, name: str = "a.pdf") -> FileReading:
    inspection = inspect(data, name)
    pages = [read_page(data, number, engine) for number in range(1, inspection.pages + 1)]
    return assemble(name, inspection.sha256, inspection, pages)


def answers(data: bytes, engine: Engine, name: str = "a.pdf") -> dict[str, tuple[CheckResult, Severity]]:
    (document,) = read(data, engine, name).documents
    return {one.check: (one.result, one.severity) for one in document.findings if one.check.startswith("file_")}


class Blind:
    """Stands where an engine is asked for; the pages here all have a text layer and need none."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError("a page with a sound text layer was read from its picture")


@pytest.fixture
def engine() -> Engine:
    return Blind()  # type: ignore[return-value]


def by_hand(*prints: str) -> bytes:
    """A one-page PDF that was saved as often as there are prints, each time by an incremental update."""
    out, offsets = bytearray(b"%PDF-1.4\n"), {}
    fixed = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
    }
    before = 0
    for number, text in enumerate(prints):
        stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
        changed = {4: b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream)}
        if not number:
            changed |= fixed
        for key, body in sorted(changed.items()):
            offsets[key] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (key, body)
        table = len(out)
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for key in sorted(changed):
            out += b"%d 1\n%010d 00000 n \n" % (key, offsets[key])
        prev = b"/Prev %d " % before if before else b""
        out += b"trailer << /Size 5 /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (prev, table)
        before = table
    return bytes(out)


def test_a_sound_file_shows_no_sign(engine: Engine) -> None:
    found = answers(clean(), engine)
    of_pictures = {"file_software", "file_screenshot"}
    pdf_checks = {name: result for name, (result, _) in found.items() if name not in of_pictures}
    assert set(pdf_checks.values()) == {CheckResult.NOT_FOUND}
    assert found["file_software"][0] is CheckResult.COULD_NOT_RUN


def test_a_figure_that_was_exchanged_is_shown_with_what_stood_there(engine: Engine) -> None:
    sentence = "Statement of account 12345678, closing balance {} pounds"
    (document,) = read(by_hand(sentence.format("1,250.00"), sentence.format("7,250.00")), engine).documents
    finding = next(one for one in document.findings if one.check == "file_revisions")
    assert (finding.result, finding.severity) == (CheckResult.FOUND, Severity.HIGH)
    assert (finding.expected, finding.actual) == ("1,250.00", "7,250.00")
    assert finding.places[0].page == 1


def test_saving_again_without_a_change_weighs_nothing(engine: Engine) -> None:
    sentence = "Statement of account 12345678, closing balance 1,250.00"
    assert answers(by_hand(sentence, sentence), engine)["file_revisions"] == (CheckResult.FOUND, Severity.INFO)


@pytest.mark.parametrize(
    ("producer", "severity"),
    [("iLovePDF", Severity.MEDIUM), ("Adobe Photoshop 25.0", Severity.MEDIUM), ("Skia/PDF m120", Severity.LOW)],
)
def test_the_program_that_saved_a_file_is_told(producer: str, severity: Severity, engine: Engine) -> None:
    with pikepdf.open(io.BytesIO(clean())) as book:
        book.docinfo["/Producer"] = producer
        held = io.BytesIO()
        book.save(held)
    assert answers(held.getvalue(), engine)["file_producer"] == (CheckResult.FOUND, severity)


def test_a_figure_in_another_font_than_its_column_is_marked(engine: Engine) -> None:
    odd = STATEMENT.replace("512.50", "<span style=\"font-family:'DejaVu Serif'\">512.50</span>")
    (document,) = read(clean(odd), engine).documents
    finding = next(one for one in document.findings if one.check == "file_fonts")
    assert (finding.result, finding.severity, len(finding.places)) == (CheckResult.FOUND, Severity.MEDIUM, 1)
    assert "512.50" in finding.detail


def test_bold_totals_are_no_sign(engine: Engine) -> None:
    bold = STATEMENT.replace("912.50", "<b>912.50</b>")
    assert answers(clean(bold), engine)["file_fonts"][0] is CheckResult.NOT_FOUND


def test_figures_that_nobody_can_see_are_told(engine: Engine) -> None:
    hidden = STATEMENT + "<p style='color:white;font:12px DejaVu Sans'>Balance 9,999.00</p>"
    assert answers(clean(hidden), engine)["file_hidden_text"] == (CheckResult.FOUND, Severity.MEDIUM)


def test_a_box_laid_over_the_page_is_told(engine: Engine) -> None:
    with pikepdf.open(io.BytesIO(clean())) as book:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[100, 600, 200, 620], Contents="9,000.00"
        )
        book.pages[0].Annots = book.make_indirect(pikepdf.Array([book.make_indirect(note)]))
        held = io.BytesIO()
        book.save(held)
    assert answers(held.getvalue(), engine)["file_annotations"] == (CheckResult.FOUND, Severity.MEDIUM)


def test_a_picture_tells_its_editor_and_its_screen() -> None:
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x0131] = "Adobe Photoshop 25.0 (Windows)"
    Image.new("RGB", (1170, 2532), "white").save(held, "JPEG", exif=exif)
    told = {one.check: one.severity for one in inspect(held.getvalue(), "a.jpg").signals}
    assert told == {"file_software": Severity.MEDIUM, "file_screenshot": Severity.LOW}
