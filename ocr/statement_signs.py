"""What arithmetic adds to a statement's print: signs that are not printed, the order of rows, a proven misreading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product

from cases.model import Origin
from ocr.parse import money
from ocr.statement_figures import Figure
from ocr.statement_rows import Entry

LOOKALIKES = frozenset(
    frozenset(pair) for pair in ("08", "06", "38", "17", "56", "58", "68", "89", "35", "27", "14", "49", "69", "09")
)
"""Digits that readers take for each other."""


MOST_UNSIGNED = 10
"""Rows without a sign that are tried against the opening and closing balance; more would fit by chance."""


def with_signs(entries: Sequence[Entry], opening: Decimal | None, closing: Decimal | None) -> None:
    """Gives entries without a printed sign the one that makes the next balance hold, or all of them the closing one."""
    carried, since = opening, list[Entry]()
    for entry in entries:
        since.append(entry)
        if entry.balance is not None:
            _by_step(since, carried, entry.balance.value)
            carried, since = entry.balance.value, []
    _by_total(entries, opening, closing)
    for entry in entries:
        # Nothing else is printed behind an amount that could be read as a point.
        if entry.sign == 0 and _doubtful(entry):
            entry.sign = -1
    # Where some amounts carry a minus and these none, no sign means money in.
    rest = 1 if any(entry.sign < 0 for entry in entries) or not any(entry.sign for entry in entries) else -1
    for entry in entries:
        entry.sign = entry.sign or rest


def _by_step(entries: Sequence[Entry], before: Decimal | None, after: Decimal) -> None:
    """Signs of the rows between two printed balances, where only one set of them leads from one to the other."""
    open_ = [entry for entry in entries if entry.sign == 0 and entry.amount]
    if before is None or not 1 <= len(open_) <= MOST_UNSIGNED:
        return
    known = sum((entry.sign * entry.amount for entry in entries), Decimal(0))
    fits = _fitting(open_, after - before - known)
    for sign, entry in zip(fits[0], open_, strict=True) if len(fits) == 1 else ():
        entry.sign = sign


def _by_total(entries: Sequence[Entry], opening: Decimal | None, closing: Decimal | None) -> None:
    """Signs by the movement from opening to closing balance (or of what is owed), where only one set of them fits."""
    unsigned = [entry for entry in entries if entry.sign == 0]
    # Beside printed signs a figure without one is money in, unless its sign may have been misread.
    open_ = [entry for entry in unsigned if len(unsigned) == len(entries) or _doubtful(entry)]
    if opening is None or closing is None or not 1 <= len(open_) <= MOST_UNSIGNED:
        return
    tried = {id(entry) for entry in open_}
    known = sum(((entry.sign or 1) * entry.amount for entry in entries if id(entry) not in tried), Decimal(0))
    moved = closing - opening
    fits = [one[0] for one in (_fitting(open_, movement - known) for movement in (moved, -moved)) if len(one) == 1]
    if fits:
        # What is owed moves the other way; where both ways fit, marks that may be a minus tell which it is.
        marks = [_doubtful(entry) for entry in open_]
        best = max(fits, key=lambda signs: sum(mark and sign < 0 for mark, sign in zip(marks, signs, strict=True)))
        for sign, entry in zip(best, open_, strict=True):
            entry.sign = sign


def _fitting(entries: Sequence[Entry], movement: Decimal) -> list[tuple[int, ...]]:
    """The sets of signs with which the amounts make a movement."""
    return [
        signs
        for signs in product((1, -1), repeat=len(entries))
        if sum(sign * entry.amount for sign, entry in zip(signs, entries, strict=True)) == movement
    ]


def _doubtful(entry: Entry) -> bool:
    return entry.figure is not None and entry.figure.doubtful


def proven(entries: Sequence[Entry], opening: Decimal | None, closing: Decimal | None) -> frozenset[int]:
    """The entries (by index) whose amounts lead from one printed balance to the next, which proves both."""
    held: set[int] = set()
    since: list[int] = []
    carried, moved = opening, Decimal(0)
    for index, entry in enumerate(entries):
        since.append(index)
        moved += entry.sign * entry.amount
        balance = _balance(entry)
        if balance is not None:
            held.update(since if carried is not None and carried + moved == balance else ())
            carried, moved, since = balance, Decimal(0), []
    if carried is not None and closing is not None and carried + moved == closing:
        held.update(since)
    return frozenset(held)


def in_time_order(entries: Sequence[Entry]) -> list[Entry]:
    """Oldest first: a table printed newest first is turned round."""
    return list(reversed(entries)) if is_newest_first(entries) else list(entries)


def is_newest_first(entries: Sequence[Entry]) -> bool:
    """Whether a table is printed newest first: by the steps from day to day within its sections, then by balances."""
    steps = [
        (entry.day > before.day) - (entry.day < before.day)
        for before, entry in pairwise(entries)
        if before.day is not None and entry.day is not None and before.part == entry.part
    ]
    if sum(steps):
        return sum(steps) < 0
    return _holds(list(reversed(entries))) > _holds(entries)


def _holds(entries: Sequence[Entry]) -> int:
    """How many steps from balance to balance the amounts explain, whatever their sign."""
    count = 0
    for before, entry in pairwise(entries):
        if before.balance is not None and entry.balance is not None:
            count += abs(entry.balance.value - before.balance.value) == entry.amount
    return count


def repair(entries: Sequence[Entry], opening: Decimal | None) -> int:
    """Mends a misread digit where one look-alike, and only one, makes the balances hold; gives how many were mended.

    Only print that an engine read is mended, and only where the balance before and after prove it: a step that does
    not hold by itself is the amount's, two steps that miss each other by the same sum are the balance's between.
    """
    mended = 0
    for index, entry in enumerate(entries):
        before = opening if index == 0 else _balance(entries[index - 1])
        after = _balance(entry)
        if before is None or after is None or before + entry.sign * entry.amount == after:
            continue
        options = [one for one in (_amount(entry, before, after), _between(entries, index, before)) if one]
        if len(options) == 1:
            target, figure, value = options[0]
            target.note = f"Read as {figure.raw}; {abs(value)} makes all balances hold."
            if figure is target.figure:
                target.figure, target.amount = replace(figure, value=value), abs(value)
            else:
                target.balance = replace(figure, value=value)
            mended += 1
    return mended


def _balance(entry: Entry) -> Decimal | None:
    return None if entry.balance is None else entry.balance.value


def _amount(entry: Entry, before: Decimal, after: Decimal) -> tuple[Entry, Figure, Decimal] | None:
    wanted = entry.sign * (after - before)
    if wanted <= 0 or entry.figure is None or not _may_be(entry.figure, wanted):
        return None
    return entry, entry.figure, wanted


def _between(entries: Sequence[Entry], index: int, before: Decimal) -> tuple[Entry, Figure, Decimal] | None:
    entry = entries[index]
    wanted = before + entry.sign * entry.amount
    if entry.balance is None or not _may_be(entry.balance, wanted):
        return None
    following = entries[index + 1] if index + 1 < len(entries) else None
    if following is None or _balance(following) != wanted + following.sign * following.amount:
        return None
    return entry, entry.balance, wanted


def _may_be(figure: Figure, wanted: Decimal) -> bool:
    """Whether a figure as an engine read it may be another by one look-alike digit or an offered alternative."""
    if any(word.origin is not Origin.OCR for word in figure.words):
        return False
    for word in figure.words:
        for other in word.alternatives:
            value = money(figure.raw.replace(word.text, other))
            if value is not None and abs(value) == abs(wanted):
                return True
    one, two = f"{abs(figure.value):.2f}", f"{abs(wanted):.2f}"
    if len(one) != len(two):
        return False
    changed = [frozenset(pair) for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return len(changed) == 1 and changed[0] in LOOKALIKES
