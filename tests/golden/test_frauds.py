"""Papers altered on purpose are told, and sound ones of the same sort are not."""

from __future__ import annotations

import pytest

from cases.model import CheckResult, Document, Severity
from ocr.assemble import assemble
from ocr.engine import Engine
from ocr.pages import inspect
from ocr.reading import read_page
from samples.frauds import FRAUDS, Fraud, clean

NO_ENGINE: Engine = None  # type: ignore[assignment]
UNSURE = {"income statement: revenue raised"}
"""Chinese statements print no gross profit, and the lines between revenue and profit are too free to be sure of."""
DIGITAL = [fraud for fraud in FRAUDS if fraud.ending == "pdf" and fraud.name not in UNSURE]


def found(data: bytes) -> set[str]:
    inspection = inspect(data, "a.pdf")
    # A forged page may be one that must be read from its picture; its signals stand all the same.
    pages = [read_page(data, number, NO_ENGINE) for number in range(1, inspection.pages + 1)]
    documents: tuple[Document, ...] = assemble("a.pdf", inspection.sha256, inspection, pages).documents
    return {
        one.check
        for document in documents
        for one in document.findings
        if one.result is CheckResult.FOUND and one.severity in (Severity.MEDIUM, Severity.HIGH)
    }


@pytest.mark.parametrize("fraud", DIGITAL, ids=lambda fraud: fraud.name)
def test_a_fraud_is_told(fraud: Fraud) -> None:
    if "file_overlay" in fraud.checks:
        pytest.skip("A page with print over print is read from its picture; bench.tamper reads it with the engine.")
    assert found(fraud.make(1000)) & set(fraud.checks)


@pytest.mark.parametrize("kind", sorted({fraud.kind for fraud in DIGITAL}))
def test_sound_papers_are_not(kind: str) -> None:
    checks = {check for fraud in DIGITAL if fraud.kind == kind for check in fraud.checks}
    for seed in range(4):
        assert not found(clean(kind, seed)) & checks
