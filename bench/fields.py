"""How exactly fields are read: exact match per field, by kind and tier; real papers and drawn ones apart.

`python -m bench.fields COLLECTION … [--data FOLDER] [--tier digital] [--most 20] [--wrong]`

A field is right when its canonical value is the true one; names and addresses are compared without case, blanks and
punctuation. It is wrong when a value was given that is not, and missed when none was.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path

import bench.truths
from bench.kept import read
from bench.results import publish
from bench.truth import Collection, Paper
from cases.drop_in import gather
from cases.model import Document, Tier
from ocr.classify import kinds

RELIABILITY = ("confidence", "values", "mean", "right")
STRAIGHT = ("wrong, at most", "accepted unseen", "from confidence")
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.01)
BEARABLE = (0.001, 0.005, 0.01, 0.02)
RIGHT, WRONG, MISSED = "right", "wrong", "missed"
COLUMNS = ("kind", "tier", "field", "papers", "right", "wrong", "missed", "exact", "precision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One field of one paper, judged."""

    paper: str
    kind: str
    layout: str
    tier: Tier
    field: str
    verdict: str
    true: str
    read: str
    confidence: float


def main() -> None:
    """Reads the collections and prints the table."""
    given = arguments("How exactly fields are read.")
    chosen = chosen_of(given)
    judged = [one for collection in chosen for one in judge_all(collection, given)]
    for one in judged if given.wrong else ():
        if one.verdict != RIGHT:
            print(f"{one.paper}  {one.field}: {one.true!r} read {one.read!r} ({one.confidence:.2f}, {one.verdict})")
    name = "fields-" + "-".join(given.collections)
    if given.report:
        judged = [one for one in judged if not for_fitting(one.paper)]
    title = ", ".join(one.title for one in chosen)
    publish(name, title, COLUMNS, rows_of(judged))
    publish(f"{name}-reliability", title, RELIABILITY, reliability_of(judged))
    publish(f"{name}-unseen", title, STRAIGHT, straight_through(judged))


def arguments(does: str) -> argparse.Namespace:
    """What was asked for on the command line; the fitting of confidences asks for the same."""
    asked = argparse.ArgumentParser(description=does)
    asked.add_argument("collections", nargs="+")
    asked.add_argument("--data", type=Path, default=Path("../shared/data/docs"))
    asked.add_argument("--tier", type=Tier, action="append")
    asked.add_argument("--kind", action="append")
    asked.add_argument("--most", type=int, default=None, help="no more papers of each collection and tier than this")
    asked.add_argument("--wrong", action="store_true", help="list every field that is not right")
    asked.add_argument("--report", action="store_true", help="only papers that no confidence was fitted on")
    return asked.parse_args()


def chosen_of(given: argparse.Namespace) -> list[Collection]:
    """The collections that were asked for; real papers and drawn ones together are refused."""
    collections = gather(bench.truths, "COLLECTION", Collection)
    chosen = [collections[name] for name in given.collections]
    if len({one.real for one in chosen}) > 1:
        raise SystemExit("Real papers and drawn ones never stand in one table; run them apart.")
    return chosen


def for_fitting(paper: str) -> bool:
    """Whether a paper is among those that confidences are fitted on: half of them, by their names."""
    return hashlib.sha256(paper.encode()).digest()[0] % 2 == 0


def reliability_of(judged: Sequence[Judged]) -> list[tuple[str, ...]]:
    """The reliability diagram as rows: values by their confidence, and how many of them were right."""
    given = [one for one in judged if one.verdict != MISSED and one.field != "(kind)"]
    rows = []
    for low, high in pairwise(BINS):
        some = [one for one in given if low <= one.confidence < high]
        if some:
            mean = sum(one.confidence for one in some) / len(some)
            right = sum(one.verdict == RIGHT for one in some) / len(some)
            rows.append((f"{low:.2f}-{min(high, 1.0):.2f}", str(len(some)), f"{mean:.4f}", f"{right:.4f}"))
    return rows


def straight_through(judged: Sequence[Judged]) -> list[tuple[str, ...]]:
    """For each share of wrong values that one would bear, how many of all true values may be accepted unseen."""
    given = sorted((one for one in judged if one.field != "(kind)"), key=lambda one: -one.confidence)
    rows = []
    for most in BEARABLE:
        best, wrong, least = 0, 0, 1.0
        for count, one in enumerate((one for one in given if one.verdict != MISSED), start=1):
            wrong += one.verdict == WRONG
            if wrong <= most * count:
                best, least = count, one.confidence
        rows.append((f"{most:.3f}", f"{best / max(1, len(given)):.4f}", f"{least:.4f}"))
    return rows


def papers_of(collection: Collection, given: argparse.Namespace) -> Iterator[Paper]:
    """The papers that were asked for."""
    for tier in given.tier or list(Tier):
        count = 0
        for paper in collection.papers(given.data / collection.folder, tier):
            if given.kind and paper.kind not in given.kind:
                continue
            count += 1
            if given.most and count > given.most:
                break
            yield paper


def judge_all(collection: Collection, given: argparse.Namespace) -> Iterator[Judged]:
    """Every field of every paper."""
    for paper in papers_of(collection, given):
        yield from judge(paper, read(paper.name, paper.data).documents)


def judge(paper: Paper, documents: Sequence[Document]) -> Iterator[Judged]:
    """The kind first, as a field of its own; then the fields of the document of that kind."""
    own = [one for one in documents if one.kind == paper.kind or paper.kind in _held_by(one.kind)]
    kinds = ",".join(one.kind for one in documents)
    verdict = RIGHT if len(own) == 1 and len(documents) == 1 else WRONG
    base = {"paper": paper.name, "kind": paper.kind, "layout": paper.layout, "tier": paper.tier}
    strength = max((one.strength for one in own), default=0.0)
    yield Judged(**base, field="(kind)", verdict=verdict, true=paper.kind, read=kinds, confidence=strength)
    found = own[0].fields if own else {}
    for name, true in paper.fields.items():
        field = found.get(name)
        value = field.value if field else ""
        verdict = MISSED if field is None else RIGHT if same(value, true) else WRONG
        confidence = field.confidence if field else 0.0
        yield Judged(**base, field=name, verdict=verdict, true=true, read=value, confidence=confidence)


def _held_by(name: str) -> tuple[str, ...]:
    """The kinds that a document of a kind holds: annual accounts are the balance sheet that was asked for, and more."""
    return kinds()[name].holds if name in kinds() else ()


def same(read: str, true: str) -> bool:
    """Whether two canonical values are one: amounts by value, the rest whatever its case, blanks and punctuation."""
    if "." in read + true:
        try:
            return Decimal(read) == Decimal(true)
        except InvalidOperation:
            pass
    return _bare(read) == _bare(true)


def _bare(value: str) -> str:
    minus = "-" if value.startswith("-") else ""
    return minus + "".join(one for one in value.casefold() if one.isalnum())


def rows_of(judged: Sequence[Judged]) -> list[tuple[str, ...]]:
    """The table: one row per kind, tier and field, then one for all fields of each kind and tier."""
    counts: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for one in judged:
        counts[one.kind, one.tier.value, one.field][one.verdict] += 1
        if one.field != "(kind)":
            counts[one.kind, one.tier.value, "(all)"][one.verdict] += 1
            counts["(all)", one.tier.value, "(all)"][one.verdict] += 1
    return [(*key, *_figures(count)) for key, count in sorted(counts.items())]


def _figures(count: Counter[str]) -> tuple[str, ...]:
    whole = sum(count.values())
    given = count[RIGHT] + count[WRONG]
    precision = f"{count[RIGHT] / given:.4f}" if given else "-"
    told = (whole, count[RIGHT], count[WRONG], count[MISSED])
    return (*map(str, told), f"{count[RIGHT] / whole:.4f}", precision)


if __name__ == "__main__":
    main()
