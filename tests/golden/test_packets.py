"""Files as people send them: several papers in one PDF, their pages in any order, two cards in one picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf

from cases.model import Box, Document, Tier
from ocr.assemble import assemble
from ocr.engine import Engine
from ocr.pages import inspect
from ocr.reading import PageReading, read_page
from ocr.text import PageText

DOCUMENTS = Path(__file__).parents[2] / "samples" / "01-hearth-clean-digital" / "documents"
NO_ENGINE: Engine = None  # type: ignore[assignment]  # Every page here has a text layer.


def packet(*pages: tuple[str, int]) -> bytes:
    """One PDF of pages (file, number from 0) in this order."""
    with pikepdf.new() as book:
        for name, number in pages:
            with pikepdf.open(DOCUMENTS / f"{name}.pdf") as source:
                book.pages.append(source.pages[number])
        held = io.BytesIO()
        book.save(held)
    return held.getvalue()


def documents(data: bytes) -> tuple[Document, ...]:
    inspection = inspect(data, "packet.pdf")
    pages = [read_page(data, number, NO_ENGINE) for number in range(1, inspection.pages + 1)]
    return assemble("packet.pdf", inspection.sha256, inspection, pages).documents


def kinds_and_pages(found: Sequence[Document]) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.kind, one.pages) for one in found]


def test_several_papers_in_one_file_come_apart() -> None:
    data = packet(
        ("passport", 0), ("statement-2025-12", 0), ("statement-2025-12", 1), ("statement-2026-01", 0),
        ("statement-2026-01", 1), ("certificate_of_incorporation", 0),
    )  # fmt: skip
    assert kinds_and_pages(documents(data)) == [
        ("passport", (1,)),
        ("bank_statement", (2, 3)),
        ("bank_statement", (4, 5)),
        ("certificate_of_incorporation", (6,)),
    ]


def test_pages_out_of_order_are_put_in_theirs() -> None:
    sound = documents(packet(("statement-2025-12", 0), ("statement-2025-12", 1)))
    mixed = documents(packet(("statement-2025-12", 1), ("passport", 0), ("statement-2025-12", 0)))
    assert sorted(kinds_and_pages(mixed)) == [("bank_statement", (3, 1)), ("passport", (2,))]
    statement = next(one for one in mixed if one.kind == "bank_statement")
    assert [dict(row.cells) for row in statement.rows] == [dict(row.cells) for row in sound[0].rows]
    assert {one.check: one.result for one in statement.findings} == {one.check: one.result for one in sound[0].findings}


def test_two_cards_in_one_picture_are_two_documents() -> None:
    data = packet(("passport", 0), ("certificate_of_incorporation", 0))
    readings = [read_page(data, number, NO_ENGINE) for number in (1, 2)]
    picture = one_picture(readings)
    inspection = inspect(data, "cards.jpg")
    found = assemble("cards.jpg", inspection.sha256, inspection, [picture]).documents
    assert sorted(one.kind for one in found) == ["certificate_of_incorporation", "passport"]
    assert {one.pages for one in found} == {(1,)}
    assert all(one.fields for one in found)


def one_picture(readings: Sequence[PageReading]) -> PageReading:
    """The pages above each other on one, as a scanner sees papers that lie on it together."""
    words = []
    for at, reading in enumerate(readings):
        top = min(word.box.top for word in reading.text.words)
        bottom = max(word.box.bottom for word in reading.text.words)
        scale = 0.4 / (bottom - top)
        for word in reading.text.words:
            up, down = (at / 2 + 0.05 + (edge - top) * scale for edge in (word.box.top, word.box.bottom))
            words.append(replace(word, box=Box(word.box.left, up, word.box.right, down), page=1))
    first = readings[0].text
    return PageReading(number=1, text=PageText(1, first.width, first.height * 2, Tier.SCAN, tuple(words)))
