"""Several accounts in one statement: the lines, and then the postings, of the main one.

An account begins where a heading's own title names another account number, or where a table further down a page
starts from a balance that the one above does not lead to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ocr.extract import Grid, GridLine
from ocr.statement_columns import Heading, headings
from ocr.statement_rows import Carried, Entry, Table

_NUMBERED = re.compile(
    r"(?:account|acct|a/c|share|konto|compte|账号|帐号"
    r"|卡号)\b[^\d\n]{0,28}?(?P<number>[\dX*•x][\dX*•x -]{2,28}\d(?:-?[A-Z]{1,2}\d{1,6})?)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d[.,]\d{2}(?!\d)")
TITLE_LINES = 8
"""So far above a heading the title of its account may stand."""
FAR_LARGER = 3
"""So many times as many postings make a later account the main one."""


def main_account(grid: Grid) -> Grid:
    """The lines of the first account and what stands before any; all lines where one account is named."""
    heads = headings(grid.lines)
    if len(heads) < 2:
        return grid
    owners: list[str] = []
    starts: list[int] = []
    for before, head in zip((None, *heads), heads, strict=False):
        number, at = _named_above(grid.lines, before, head)
        if number and owners and not owners[-1] and (before is None or before.page != head.page):
            # The first page named no account; the head of a later one does.
            owners = [number] * len(owners)
        last = owners[-1] if owners else ""
        owners.append(last if not number or _same(number, last) else _known(number, owners))
        starts.append(at)
    if len(set(owners)) < 2:
        return grid
    sizes = Counter[str]()
    bounds = [*starts[1:], len(grid.lines)]
    for owner, head, stop in zip(owners, heads, bounds, strict=True):
        sizes[owner] += sum(bool(_MONEY.search(line.text)) for line in grid.lines[head.index : stop])
    main = owners[0]
    largest = max(sizes, key=lambda one: sizes[one])
    main = largest if sizes[largest] >= FAR_LARGER * max(1, sizes[main]) else main
    kept = [*grid.lines[: starts[0]]]
    for owner, start, stop in zip(owners, starts, bounds, strict=True):
        if owner == main:
            kept.extend(grid.lines[start:stop])
    return Grid(tuple(kept))


def _known(number: str, owners: Sequence[str]) -> str:
    return next((one for one in owners if one and _same(one, number)), number)


def _named_above(lines: Sequence[GridLine], before: Heading | None, head: Heading) -> tuple[str, int]:
    """The account number that the lines above a heading name, nearest first, and the line where its title begins."""
    lowest = 0 if before is None else max(head.index - TITLE_LINES, before.index + 1)
    for index in range(head.index - 1, lowest - 1, -1):
        line = lines[index]
        if line.page != head.page:
            break
        if _MONEY.search(line.text):
            continue
        for cell in line.cells:
            match = _NUMBERED.search(line.text if len(line.cells) > 1 and cell is line.cells[0] else cell.text)
            if match is not None and sum(map(str.isdigit, match["number"])) >= 4:
                return re.sub(r"[^0-9A-Za-z*•]", "", match["number"]).upper(), index
    return "", max(lowest, head.index - 1)


def _same(one: str, other: str) -> bool:
    """Whether two prints are of one account: one may be masked, or only the end of the other."""
    if not one or not other:
        return one == other
    bare, other_bare = (re.sub(r"^[^0-9]+(?=[0-9])", "", number) for number in (one, other))
    shorter, longer = sorted((bare, other_bare), key=len)
    return one == other or (len(shorter) >= 4 and longer.endswith(shorter))


def main_table(table: Table) -> Table:
    """The postings of the main account, told from others by balances that begin anew."""
    runs = [run for run in _runs(table.entries) if run]
    if len(runs) < 2:
        return table
    accounts: list[list[list[Entry]]] = [[runs[0]]]
    for before, run in pairwise(runs):
        if _begins_anew(table, before, run):
            accounts.append([])
        accounts[-1].append(run)
    if len(accounts) < 2:
        return table
    sizes = [sum(map(len, account)) for account in accounts]
    largest = max(range(len(sizes)), key=lambda at: sizes[at])
    main = largest if sizes[largest] >= FAR_LARGER * sizes[0] else 0
    first = sum(sizes[:main])
    kept = table.entries[first : first + sizes[main]]
    tables = {entry.table for entry in kept}
    notes = tuple(replace(one, after=one.after - first) for one in table.carried if one.table in tables)
    return replace(table, entries=kept, carried=tuple(one for one in notes if 0 <= one.after <= len(kept)))


def _runs(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The postings of one heading after another."""
    runs: list[list[Entry]] = []
    for entry in entries:
        if not runs or runs[-1][-1].table != entry.table:
            runs.append([])
        runs[-1].append(entry)
    return runs


def _begins_anew(table: Table, before: Sequence[Entry], run: Sequence[Entry]) -> bool:
    """Whether a table's balances follow from the one above in neither order of time; not where few are printed."""
    old, new = ([one for one in some if one.balance is not None] for some in (before, run))
    if len(old) < 2 or not new or (_page(before[-1]) != _page(run[0]) and not _opened(table, run)):
        return False
    last, first = old[-1].balance, new[0].balance
    if last is None or first is None:
        return False
    since = _between(before, old[-1], run, new[0])
    older = _moved([old[-1]])
    opening = _opened(table, run)
    closed = [one for one in table.carried if one.kind == "closing" and one.table == before[0].table]
    ends = {last.value, *(one.figure.value for one in closed)}
    if opening is not None and any(_alike(opening.figure.value, end) for end in ends):
        return False
    forward = any(_alike(last.value + moved, first.value) for moved in since)
    backward = any(_alike(last.value - moved, first.value) for moved in older)
    return not forward and not backward


def _between(before: Sequence[Entry], last: Entry, run: Sequence[Entry], first: Entry) -> set[Decimal]:
    """By what the balance may move from one row to another: the amounts after the one, to the other."""
    start = next(at for at, one in enumerate(before) if one is last)
    stop = next(at for at, one in enumerate(run) if one is first)
    return _moved([*before[start + 1 :], *run[: stop + 1]])


def _moved(entries: Sequence[Entry]) -> set[Decimal]:
    moves = {Decimal(0)}
    for entry in entries[:8]:
        signs = (entry.sign,) if entry.sign else (1, -1)
        moves = {move + sign * entry.amount for move in moves for sign in signs}
    return moves


def _opened(table: Table, run: Sequence[Entry]) -> Carried | None:
    return next((one for one in table.carried if one.kind == "opening" and one.table == run[0].table), None)


def _page(entry: Entry) -> int:
    return entry.every[0].page


def _alike(one: Decimal, other: Decimal) -> bool:
    """Whether two figures are one, or may be but for a digit that was misread."""
    first, second = f"{one:.2f}", f"{other:.2f}"
    return len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) <= 1
