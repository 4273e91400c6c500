"""Two texts side by side: the lines that differ, with a few around them, and the words that differ within."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

AROUND = 3
"""Lines that are the same, shown before and behind what differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    kind: str
    """`same`, `changed`, `added`, `removed`, or `gap` for lines that are left out."""
    before: Markup
    after: Markup
    before_number: int | None
    after_number: int | None


def compared(before: str, after: str) -> list[Row]:
    """The rows of the comparison; none when the texts are the same."""
    old, new = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    rows: list[Row] = []
    for group in matcher.get_grouped_opcodes(AROUND):
        if rows or group[0][1] > 0:
            rows.append(Row(kind="gap", before=Markup(""), after=Markup(""), before_number=None, after_number=None))
        for kind, *span in group:
            rows += _rows(kind, old, new, *span)
    return rows


def _rows(kind: str, old: list[str], new: list[str], a: int, b: int, c: int, d: int) -> Iterator[Row]:
    for step in range(max(b - a, d - c)):
        left = old[a + step] if a + step < b else None
        right = new[c + step] if c + step < d else None
        if kind == "equal" or left is None or right is None:
            shown = Markup.escape(left or ""), Markup.escape(right or "")
        else:
            shown = _words(left, right)
        yield Row(
            kind="same" if kind == "equal" else "added" if left is None else "removed" if right is None else "changed",
            before=shown[0],
            after=shown[1],
            before_number=None if left is None else a + step + 1,
            after_number=None if right is None else c + step + 1,
        )


def _words(left: str, right: str) -> tuple[Markup, Markup]:
    """Both lines with what differs marked."""
    before, after = Markup(""), Markup("")
    for kind, a, b, c, d in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        old, new = left[a:b], right[c:d]
        before += Markup.escape(old) if kind == "equal" else Markup("<del>{}</del>").format(old) if old else ""
        after += Markup.escape(new) if kind == "equal" else Markup("<ins>{}</ins>").format(new) if new else ""
    return before, after
