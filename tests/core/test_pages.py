"""Files are judged by their bytes, and what cannot be opened is refused in one sentence before it is decoded."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ocr.limits import Limits
from ocr.pages import Media, inspect, sniff
from ocr.pdf import count_pages, open_pdf, picture
from ocr.reading import page_key
from ocr.text_layer import text_layer
from templates.pdf import to_pdf
from tests.shell.bad_files import BAD

CODES = {
    "empty.pdf": "empty_file",
    "no-pages.pdf": "no_pages",
    "locked.pdf": "password",
    "ten-thousand-pages.pdf": "too_many_pages",
    "huge.png": "too_many_pixels",
    "letter.pdf": "not_a_document",
    "half.jpg": "damaged",
}
HEADS = [b"", b"%PDF-1.7\n", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00"]
TABLE = "<table>" + "".join(f"<tr><td>Row {n}</td><td>{n * 1000 + 0.5:,.2f}</td></tr>" for n in range(9)) + "</table>"


def encoded(form: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, "white").save(held, form, **options)
    return held.getvalue()


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_file_that_nobody_can_use_is_refused_in_one_sentence(name: str) -> None:
    found = inspect(BAD[name](), name)
    assert [problem.code for problem in found.problems] == [CODES[name]]
    assert found.pages == 0
    advice = found.problems[0].advice
    assert advice.startswith(name)
    assert advice.endswith(".")
    assert advice.count(". ") == 0


def test_a_web_page_an_archive_and_a_drawing_are_called_by_their_names() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("x", "y")
    named = {b"<!DOCTYPE html><p>hello": "a web page", b"<svg xmlns='x'/>": "an XML drawing", held.getvalue(): "a ZIP"}
    for content, words in named.items():
        assert words in inspect(content, "x.jpg").problems[0].advice


@pytest.mark.parametrize(("form", "media"), [("JPEG", Media.JPEG), ("PNG", Media.PNG), ("TIFF", Media.TIFF)])
def test_pictures_are_known_by_their_content(form: str, media: Media) -> None:
    found = inspect(encoded(form), "picture.bin")
    assert (found.media, found.pages, found.problems) == (media, 1, ())


def test_a_heic_picture_is_opened() -> None:
    from pillow_heif import register_heif_opener

    register_heif_opener()
    found = inspect(encoded("HEIF"), "photo.heic")
    assert (found.media, found.pages, found.problems) == (Media.HEIC, 1, ())


def test_every_frame_of_a_tiff_is_a_page() -> None:
    held = io.BytesIO()
    frames = [Image.new("L", (30, 30), shade) for shade in (0, 128, 255)]
    frames[0].save(held, "TIFF", save_all=True, append_images=frames[1:])
    assert inspect(held.getvalue(), "fax.tif").pages == 3


def test_limits_are_those_that_were_given() -> None:
    small = Limits(bytes=100, pixels=1_000_000)
    assert inspect(encoded("PNG", (300, 300)), "x.png", small).problems[0].code == "too_large"
    assert inspect(encoded("PNG", (2000, 2000)), "x.png", Limits(pixels=1000)).problems[0].code == "too_many_pixels"


@given(
    st.binary(max_size=200), st.sampled_from([b"", b"%PDF-1.7\n", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00"])
)
def test_any_bytes_are_refused_or_counted_and_never_raise(tail: bytes, head: bytes) -> None:
    found = inspect(head + tail, "any.bin")
    assert bool(found.problems) != bool(found.pages)


def test_sniffing_needs_the_whole_mark() -> None:
    assert sniff(b"\xff\xd8") is None
    assert sniff(b"....ftypheic") is Media.HEIC
    assert sniff(b"....ftypmp42") is None


def test_the_text_layer_gives_words_where_they_stand() -> None:
    document = open_pdf(to_pdf(f"<body><h1>Kestrel Bank</h1>{TABLE}</body>"))
    words = text_layer(document[0], 1).words
    texts = [word.text for word in words]
    assert texts[:2] == ["Kestrel", "Bank"]
    assert "7,000.50" in texts
    tops = [word.box.top for word in words if word.text == "Row"]
    assert tops == sorted(tops)
    assert all(word.box.right > word.box.left for word in words)


def test_a_turned_page_has_its_words_where_a_viewer_shows_them() -> None:
    import pikepdf

    made = to_pdf(f"<body><h1>Kestrel Bank</h1>{TABLE}</body>")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.pages[0].Rotate = 180
        held = io.BytesIO()
        pdf.save(held)
    shown = {word.text: word.box for word in text_layer(open_pdf(made)[0], 1).words}
    turned = open_pdf(held.getvalue())[0]
    image = picture(turned, Limits())
    assert image.shape[0] > image.shape[1]
    # Print that stands on its head is read from the picture, where orientation is found.
    words = text_layer(turned, 1).words
    assert not words or abs(words[0].box.top - (1 - shown[words[0].text].bottom)) < 0.02


def test_a_page_without_text_has_no_text_layer() -> None:
    assert text_layer(open_pdf(to_pdf("<body><p>Hi</p></body>"))[0], 1).words == ()


def test_invisible_text_over_a_picture_is_not_believed() -> None:
    """A scan with a hidden text layer says what somebody's program believed, not what the page shows."""
    import pikepdf

    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    for mode, expected in ((3, 0), (0, 4)):
        content = f"BT /F1 12 Tf {mode} Tr 72 700 Td (Closing balance 9,999,999.00 GBP) Tj ET".encode()
        page.Contents = pdf.make_stream(content)
        held = io.BytesIO()
        pdf.save(held)
        assert len(text_layer(open_pdf(held.getvalue())[0], 1).words) == expected


def test_a_damaged_cross_reference_is_mended() -> None:
    made = to_pdf(f"<body>{TABLE}</body>")
    broken = made[: made.rindex(b"startxref")] + b"startxref\n12\n%%EOF"
    assert count_pages(broken, "x.pdf", Limits()) == (1, None)


def test_a_page_is_kept_under_its_files_hash_and_its_number() -> None:
    assert page_key("ab", 1) == page_key("ab", 1)
    assert len({page_key("ab", 1), page_key("ab", 2), page_key("a", 11), page_key("ac", 1)}) == 4
