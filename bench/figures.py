"""Writes `docs/figures.md` from the last results of the benches: `python -m bench.figures`.

Each table names its data, the day and the command that printed it; a bench without a result is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.results import FOLDER

PAGE = Path(__file__).parents[1] / "docs" / "figures.md"
HEAD = """# What was measured

Last figures of the benches in `bench/`, on two shared cores. Each table says on which data, on which day and by which
command; FOLDER is a folder of the data. Real papers and drawn ones never share a table. Only totals are shown of the
kit's kept-out layouts, so that nobody tunes the reading to them.
"""
PARTS = (
    ("Words of pictures", "Words that are read and how fast, beside another package with the same weights.", ("ocr",)),
    ("Pages as they come", "Word F1 against the text layer of the same page, by how it was sent.", ("conditions",)),
    ("Machine-readable zones", "Specimens of many states, shown in several ways.", ("mrz",)),
    (
        "Fields of real papers",
        "Exact match; wrong is a value that was given and is not the true one.",
        ("fields-uk_accounts", "fields-zugferd", "fields-cn_invoices"),
    ),
    (
        "Fields of drawn papers",
        "The document kit (`samples/kit`), in the qualities that the table names.",
        ("fields-kit_known", "fields-kit_kept_out"),
    ),
    (
        "How far a confidence can be trusted",
        "Papers that no confidence was fitted on: how often values of a confidence were right, and which part of all "
        "values may be accepted unseen for each share of wrong ones that one would bear.",
        (
            "fields-kit_kept_out-reliability",
            "fields-kit_kept_out-unseen",
            "fields-zugferd-uk_accounts-reliability",
            "fields-zugferd-uk_accounts-unseen",
        ),
    ),
    (
        "Transactions of statements",
        "Right in date, signed amount and balance.",
        ("statements-bank_de", "statements-kit_known", "statements-kit_kept_out"),
    ),
    ("Altered papers", "Frauds told, beside false alarms on sound papers of the same sort.", ("tamper",)),
    ("Broken files and texts", "", ("fuzz", "fuzz-texts")),
    ("A reading worker's weight and a page's time", "", ("memory", "page")),
)
"""Heading, one sentence, and the benches whose results stand below it."""
TOTALS = "(all)"


def main() -> None:
    PAGE.write_text("\n".join([HEAD, *_parts()]).rstrip() + "\n", encoding="utf-8")
    print(PAGE)


def _parts() -> Iterator[str]:
    for title, words, names in PARTS:
        files = [path for path in (FOLDER / f"{name}.json" for name in names) if path.is_file()]
        if files:
            yield f"## {title}\n"
            if words:
                yield f"{words}\n"
            for path in files:
                yield from _table(path)


def _table(path: Path) -> Iterator[str]:
    told = json.loads(path.read_text(encoding="utf-8"))
    rows = [row for row in told["rows"] if not _hidden(path.stem, row)]
    yield f"**{told['bench']}** · {told['data']} · {told['on']} · `{told['command']}`\n"
    columns = list(rows[0]) if rows else []
    yield "| " + " | ".join(columns) + " |"
    yield "|" + "---|" * len(columns)
    for row in rows:
        yield "| " + " | ".join(str(row[name]) for name in columns) + " |"
    yield ""


def _hidden(name: str, row: dict[str, str]) -> bool:
    """Single fields would make a long page; single layouts that are kept out would be looked at."""
    if name.startswith("fields-") and "field" in row:
        return row["field"] not in (TOTALS, "(kind)") or (row["kind"] != TOTALS and row["field"] == "(kind)")
    return name == "statements-kit_kept_out" and row["layout"] != TOTALS


if __name__ == "__main__":
    main()
