"""Bank statements: paid in and paid out (Britain), one balance a day (Britain), signed amounts (US), Chinese banks.

What is printed is what the facts say, also where balances do not follow: a story may have edited a line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from samples.ink import around, star
from samples.sheet import Sheet

COLOURS = ("#0b4f6c", "#7a1f2b", "#20603d", "#3b3a78", "#8a4b08")
FIRST_PAGE_ROWS = {"paid_in_out": 23, "daily": 31, "signed": 22, "chinese": 24}
OTHER_PAGE_ROWS = {"paid_in_out": 34, "daily": 44, "signed": 36, "chinese": 30}
SHORT_PAGE = 3
"""A page of fewer rows than this would look forgotten; the page before is made shorter."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed row: amounts are positive and stand in one of two columns."""

    date: str
    description: str
    out: str
    paid_in: str
    amount: str
    balance: str
    first_of_day: bool
    last_of_day: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the statement."""

    number: int
    lines: tuple[Line, ...]
    opening: str
    closing: str


def facts(layout: str, truth: Mapping[str, Any]) -> dict[str, Any]:
    leaves = tuple(_leaves(truth, FIRST_PAGE_ROWS[layout], OTHER_PAGE_ROWS[layout]))
    bank = truth["bank_name"]
    return {
        **truth,
        "leaves": leaves,
        "count": len(leaves),
        "colour": COLOURS[sum(map(ord, bank)) % len(COLOURS)],
        "initials": "".join(word[0] for word in bank.split() if word[0].isalpha())[:2],
        "site": "".join(filter(str.isalpha, bank.lower())) + ".example",
        "iban_groups": " ".join(truth["iban"][start : start + 4] for start in range(0, len(truth["iban"]), 4)),
        "issued": (dt.date.fromisoformat(truth["period_end"]) + dt.timedelta(days=2)).isoformat(),
        "star": star(60, 60, 15),
        "seal_letters": around(bank, 42, 12),
        "sheet_number": int(truth["period_start"][5:7]) + 12 * (int(truth["period_start"][:4]) - 2019),
        "credit_count": sum(Decimal(row["amount"]) > 0 for row in truth["rows"]),
        "debit_count": sum(Decimal(row["amount"]) < 0 for row in truth["rows"]),
    }


def _leaves(truth: Mapping[str, Any], first: int, other: int) -> Iterator[Leaf]:
    lines = tuple(_lines(truth["rows"]))
    cuts = [0, min(first, len(lines))]
    while cuts[-1] < len(lines):
        cuts.append(min(cuts[-1] + other, len(lines)))
    if len(cuts) > 2 and cuts[-1] - cuts[-2] < SHORT_PAGE:
        cuts[-2] -= SHORT_PAGE
    balance = truth["opening_balance"]
    for number, (start, stop) in enumerate(pairwise(cuts), 1):
        closing = truth["closing_balance"] if stop == len(lines) else lines[stop - 1].balance
        yield Leaf(number, lines[start:stop], balance, closing)
        balance = closing


def _lines(rows: list[dict[str, str]]) -> Iterator[Line]:
    days = [row["date"] for row in rows]
    for index, row in enumerate(rows):
        amount = Decimal(row["amount"])
        yield Line(
            date=row["date"],
            description=row["description"],
            out=str(-amount) if amount < 0 else "",
            paid_in=str(amount) if amount >= 0 else "",
            amount=row["amount"],
            balance=row["balance"],
            first_of_day=index == 0 or days[index - 1] != days[index],
            last_of_day=index + 1 == len(rows) or days[index + 1] != days[index],
        )


SHEET = Sheet(layouts=("paid_in_out", "daily", "signed", "chinese"), facts=facts)
