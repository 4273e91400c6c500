"""How exactly statements' transactions are read: `python -m bench.statements COLLECTION … [--tier scan] [--wrong]`.

A transaction is right when its date, its signed amount and, where the paper prints one, its balance are the true ones.
Printed: precision, recall and F1 by layout and tier; real papers and drawn ones apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from bench.fields import arguments, chosen_of, papers_of
from bench.kept import read
from bench.results import publish
from bench.truth import Paper
from cases.model import Document

COLUMNS = ("layout", "tier", "papers", "transactions", "read", "right", "precision", "recall", "F1")
KIND = "bank_statement"
Transaction = tuple[str, Decimal | None, Decimal | None]


def main() -> None:
    given = arguments("How exactly statements' transactions are read.")
    given.kind = [KIND]
    chosen = chosen_of(given)
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for paper in (paper for collection in chosen for paper in papers_of(collection, given) if paper.rows):
        true, found = transactions(paper.rows), of_documents(paper, read(paper.name, paper.data).documents)
        both = true & found
        for key in ((paper.layout or "-", paper.tier.value), ("(all)", paper.tier.value)):
            counts[key].update(papers=1, true=true.total(), read=found.total(), right=both.total())
        if given.wrong and (true - both or found - both):
            print(paper.name, "missed", _shown(true - both), "wrong", _shown(found - both))
    title = ", ".join(one.title for one in chosen)
    publish("statements-" + "-".join(given.collections), title, COLUMNS, list(_rows(counts)))


def transactions(rows: Sequence[Mapping[str, str]]) -> Counter[Transaction]:
    """The transactions of a table, each as often as it stands there."""
    return Counter((row["date"], _sum(row.get("amount")), _sum(row.get("balance"))) for row in rows)


def of_documents(paper: Paper, documents: Sequence[Document]) -> Counter[Transaction]:
    """What was read; balances count only where the paper prints some."""
    printed = {(row["date"], _sum(row.get("amount"))): _sum(row.get("balance")) for row in paper.rows}
    found: Counter[Transaction] = Counter()
    for row in (row.cells for document in documents if document.kind == KIND for row in document.rows):
        key = (row.get("date", ""), _sum(row.get("amount")))
        # A balance that the paper does not print in this row may follow from others; it is not asked for.
        shown = None if key in printed and printed[key] is None else _sum(row.get("balance"))
        found[*key, shown] += 1
    return found


def _sum(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _shown(some: Counter[Transaction]) -> str:
    return "; ".join(f"{day} {amount} {balance or ''}".strip() for day, amount, balance in list(some)[:6]) or "none"


def _rows(counts: Mapping[tuple[str, str], Counter[str]]) -> Iterator[tuple[str, ...]]:
    for (layout, tier), count in sorted(counts.items()):
        precision, recall = count["right"] / max(1, count["read"]), count["right"] / max(1, count["true"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        told = (count["papers"], count["true"], count["read"], count["right"])
        yield (layout, tier, *map(str, told), f"{precision:.4f}", f"{recall:.4f}", f"{f1:.4f}")


if __name__ == "__main__":
    main()
