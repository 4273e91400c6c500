"""Kinds claim a text; files fall into documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import ocr.classify
from cases.model import UNKNOWN, Document, Severity
from ocr.assemble import assemble
from ocr.classify import Ambiguous, Known, Unknown, classify
from ocr.kind import Extract, Kind
from ocr.pages import Inspection, Media
from ocr.reading import PageReading
from ocr.text import Text
from tests.core.drawn import drawn, drawn_page
from tests.core.test_kind_bank_statement import BRITISH, CHINESE, GERMAN

SHA = "a1b2c3d4e5f6" + "0" * 52
LETTER = "Dear Sir,\nwe thank you for your visit of last week\nand remain yours faithfully"


def file_of(*sheets: str) -> tuple[Inspection, list[PageReading]]:
    pages = [PageReading(number=n, text=drawn_page(sheet, page=n)) for n, sheet in enumerate(sheets, start=1)]
    return Inspection(name="f.pdf", sha256=SHA, media=Media.PDF, pages=len(pages)), pages


def documents(*sheets: str) -> tuple[Document, ...]:
    inspection, pages = file_of(*sheets)
    return assemble("f.pdf", SHA, inspection, pages).documents


def kind(name: str, evidence: Callable[[Text], float]) -> Kind:
    return Kind(
        name=name, title=name, evidence=evidence, extract=lambda text, ident: Extract(), check=lambda one: (), fields=()
    )


def test_prose_is_unknown() -> None:
    assert isinstance(classify(drawn(LETTER)), Unknown)
    assert isinstance(classify(drawn("")), Unknown)


def test_two_kinds_that_claim_alike_leave_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    some = {"one": kind("one", lambda text: 0.8), "two": kind("two", lambda text: 0.75)}
    monkeypatch.setattr(ocr.classify, "kinds", lambda: some)
    assert classify(drawn(LETTER)) == Ambiguous(("one", "two"), 0.8)
    some["two"] = kind("two", lambda text: 0.3)
    known = classify(drawn(LETTER))
    assert isinstance(known, Known)
    assert (known.kind.name, known.runner_up) == ("one", "two")


def test_a_file_is_split_where_its_documents_change() -> None:
    found = documents(BRITISH, GERMAN, LETTER.replace("Dear", "INVOICE number 7, Dear"), CHINESE)
    assert [(one.kind, one.id) for one in found[:2]] == [
        ("bank_statement", "a1b2c3d4e5f6-1"),
        ("bank_statement", "a1b2c3d4e5f6-2"),
    ]
    assert found[0].country == "GB"
    assert found[-1].country == "CN"
    assert found[0].finding("running_balance") is not None


def test_a_page_without_a_kind_stays_with_the_statement_before_it() -> None:
    found = documents(BRITISH, "Important information about your account\nWe protect your deposits.")
    assert [(one.kind, one.pages) for one in found] == [("bank_statement", (1, 2))]


def test_a_letter_is_a_document_of_no_kind() -> None:
    (found,) = documents(LETTER)
    assert (found.kind, found.fields) == (UNKNOWN, {})


def test_a_kind_that_fails_costs_its_document_and_not_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: Text, ident: str) -> Extract:
        raise ZeroDivisionError

    broken = Kind(
        name="broken", title="Broken paper", evidence=lambda text: 0.9, extract=fails, check=lambda one: (), fields=()
    )
    monkeypatch.setattr(ocr.classify, "kinds", lambda: {"broken": broken})
    inspection, pages = file_of(LETTER)
    reading = assemble("f.pdf", SHA, inspection, pages)
    assert [one.kind for one in reading.documents] == ["broken"]
    assert [(one.code, one.severity) for one in reading.problems] == [("extract_failed", Severity.HIGH)]


def test_a_file_without_pages_gives_its_problems() -> None:
    inspection, _ = file_of()
    assert assemble("f.pdf", SHA, inspection, ()).documents == ()
