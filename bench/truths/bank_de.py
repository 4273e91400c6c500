"""German account statements as low-resolution pictures, with the spreadsheets that they were made from.

A spreadsheet prints its rows' dates without a year: it is that of the balances, so that the row stands between them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from bench.truth import Collection, Paper
from cases.model import Tier

BALANCE = re.compile(r"KONTOSTAND AM (\d\d)\.(\d\d)\.(\d{4})")
DAY = re.compile(r"(\d\d)\.(\d\d)\.")


def papers(folder: Path, tier: Tier) -> Iterator[Paper]:
    """The pictures, judged as scans."""
    if tier is not Tier.SCAN:
        return
    for sheet in sorted(folder.glob("*.xlsx")):
        picture = sheet.with_suffix(".png")
        fields, rows = _stated(sheet)
        yield Paper(
            name=picture.name, data=picture.read_bytes(), kind="bank_statement", tier=tier, fields=fields, rows=rows
        )


def _stated(sheet: Path) -> tuple[dict[str, str], tuple[dict[str, str], ...]]:
    """Opening and closing balance, and the rows between them."""
    from openpyxl import load_workbook

    balances: list[tuple[dt.date, Decimal | None]] = []
    dated: list[tuple[str, str, Decimal]] = []
    for cells in load_workbook(sheet, read_only=True).active.iter_rows(values_only=True):
        told = [str(cell).strip() for cell in cells if cell is not None and str(cell).strip()]
        heading = next((found for cell in told if (found := BALANCE.search(cell))), None)
        if heading:
            day, month, year = map(int, heading.groups())
            balances.append((dt.date(year, month, day), None if "KONTO" in told[-1] else _amount(told[-1])))
        elif len(told) >= 3 and DAY.fullmatch(told[0]):
            dated.append((told[0], told[-2], _amount(told[-1])))
    rows = tuple(
        {"date": _date(day, balances[-1][0]).isoformat(), "description": words, "amount": str(amount)}
        for day, words, amount in dated
    )
    ends = {"opening_balance": balances[0][1], "closing_balance": balances[-1][1]}
    return {name: str(amount) for name, amount in ends.items() if amount is not None}, rows


def _amount(text: str) -> Decimal:
    """1.234,56- as -1234.56, with two places."""
    plain = text.replace(".", "").replace(",", ".").rstrip("+- ")
    value = Decimal(plain).quantize(Decimal("0.01"))
    return -value if text.endswith("-") else value


def _date(text: str, until: dt.date) -> dt.date:
    """The last such day that is not after the closing balance."""
    day, month = map(int, DAY.fullmatch(text).groups())  # type: ignore[union-attr]
    return dt.date(until.year - ((month, day) > (until.month, until.day)), month, day)


COLLECTION = Collection(title="German statements, pictures", real=True, papers=papers, folder="bank_de")
"""Third-party synthetic, as its README says; real here means that nobody of ours drew it."""
