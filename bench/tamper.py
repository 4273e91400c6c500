"""How surely altered papers are told: `python -m bench.tamper [--each 10] [--clean 100] [--pictures]`.

Each fraud of `samples/frauds.py` is made several times and read; it is told when one of the checks that should tell
finds trouble. False alarms are counted on as many sound papers of the same kinds, by the same checks. Everything here
is drawn by ourselves, and no real forgery is among it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from bench.kept import read
from bench.results import publish
from cases.model import CheckResult, Document, Severity
from samples.frauds import FRAUDS, Fraud, clean

GRAVE = (Severity.MEDIUM, Severity.HIGH)
COLUMNS = ("fraud", "made", "told", "recall", "false alarms", "sound papers")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--each", type=int, default=10)
    asked.add_argument("--clean", type=int, default=100)
    asked.add_argument("--pictures", action="store_true", help="also frauds in pictures, which need the engine")
    given = asked.parse_args()
    frauds = [one for one in FRAUDS if one.ending == "pdf" or given.pictures]
    alarms = {kind: Counter(_alarms(kind, given.clean)) for kind in {one.kind for one in frauds}}
    rows = [_row(fraud, given.each, alarms[fraud.kind], given.clean) for fraud in frauds]
    sums = [one for one in frauds if one.arithmetic and one.kind == "bank_statement"]
    told = [_told(one, seed) for one in sums for seed in range(1000, 1000 + given.each)]
    share, wrong = _share(sum(told), len(told)), alarms["bank_statement"]["any sum"]
    rows.append(("arithmetic of statements, all", len(told), sum(told), share, wrong, given.clean))
    publish("tamper", "drawn papers, digital", COLUMNS, rows)


def _row(fraud: Fraud, each: int, alarms: Counter[str], clean_count: int) -> tuple[object, ...]:
    told = [_told(fraud, seed) for seed in range(1000, 1000 + each)]
    wrong = max(alarms[check] for check in fraud.checks)
    return fraud.name, each, sum(told), _share(sum(told), each), wrong, clean_count


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _told(fraud: Fraud, seed: int) -> bool:
    documents = read(f"fraud.{fraud.ending}", fraud.make(seed)).documents
    return any(check in fraud.checks for document in documents for check in _found(document, weigh=fraud.arithmetic))


def _alarms(kind: str, count: int) -> Iterator[str]:
    """Every check that finds trouble in sound papers, once for each paper; and whether any sum of a statement does."""
    sums = {check for fraud in FRAUDS if fraud.arithmetic and fraud.kind == kind for check in fraud.checks}
    for seed in range(count):
        documents = read("clean.pdf", clean(kind, seed)).documents
        found = {one for document in documents for one in _found(document, weigh=False)}
        yield from found
        if found & sums:
            yield "any sum"


def _found(document: Document, *, weigh: bool) -> Iterator[str]:
    """The checks that find trouble; with `weigh` only where it weighs enough for a person to be asked."""
    weighty = GRAVE if weigh else (Severity.LOW, *GRAVE)
    for finding in document.findings:
        if finding.result is CheckResult.FOUND and finding.severity in weighty:
            yield finding.check


if __name__ == "__main__":
    main()
