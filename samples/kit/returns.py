"""Tax returns as their lines add up: American business income, Chinese value added tax."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import NamedTuple

from samples.kit.invent import digits
from samples.kit.trade_lines import cents


class Entry(NamedTuple):
    """A line of a form. An amount that nobody filled in is None; `inner` says that it stands in the inner column."""

    number: str
    label: str
    amount: int | None = None
    inner: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Income:
    """The head of every business return: receipts to total income."""

    receipts: int
    returned: int
    cost: int
    other: int

    @property
    def balance(self) -> int:
        return self.receipts - self.returned

    @property
    def gross(self) -> int:
        return self.balance - self.cost

    @property
    def total(self) -> int:
        return self.gross + self.other

    def summary(self, deducted: int, net: int) -> dict[str, int]:
        """What a return comes to, by the names of its fields."""
        return {
            "gross_receipts": self.receipts,
            "cost_of_goods_sold": self.cost,
            "gross_profit": self.gross,
            "total_deductions": deducted,
            "net_income": net,
        }


def income(chance: Random, low: int, high: int) -> Income:
    receipts = chance.randint(low, high)
    returned = round(receipts * chance.uniform(0.002, 0.012)) if chance.random() < 0.4 else 0
    other = round(receipts * chance.uniform(0.001, 0.01)) if chance.random() < 0.4 else 0
    return Income(receipts, returned, round(receipts * chance.uniform(0.34, 0.58)), other)


def deductions(
    chance: Random, total_income: int, lines: Sequence[tuple[str, str, float]], lossy: float = 0.12
) -> tuple[list[Entry], int]:
    """The filled lines of the deductions and their sum. Each line has its number, label and usual share of income."""
    scale = 1.35 if chance.random() < lossy else chance.uniform(0.75, 1.0)
    filled = [
        Entry(number, label, round(total_income * share * scale * chance.uniform(0.7, 1.25)) or None)
        for number, label, share in lines
    ]
    return filled, sum(entry.amount or 0 for entry in filled)


def dotted(amount: int | None, point: str = "") -> str:
    """An amount as a preparer's program types it; nothing where nothing was filled in."""
    if amount is None:
        return ""
    return f"({-amount:,}{point})" if amount < 0 else f"{amount:,}{point}"


def plain(amounts: Mapping[str, int]) -> dict[str, str]:
    """Whole dollars as canonical values."""
    return {name: f"{amount}.00" for name, amount in amounts.items()}


@dataclass(frozen=True, slots=True)
class Vat:
    """A month of a general taxpayer (一般纳税人)."""

    sales: Decimal
    services: Decimal
    input_tax: Decimal
    carried: Decimal
    """Input tax left from the month before."""
    prepaid: Decimal

    @property
    def output_tax(self) -> Decimal:
        return cents((self.sales - self.services) * Decimal("0.13") + self.services * Decimal("0.06"))

    @property
    def deductible(self) -> Decimal:
        return self.input_tax + self.carried

    @property
    def deducted(self) -> Decimal:
        return min(self.deductible, self.output_tax)

    @property
    def payable(self) -> Decimal:
        return self.output_tax - self.deducted

    @property
    def left(self) -> Decimal:
        return self.deductible - self.deducted

    @property
    def due(self) -> Decimal:
        return self.payable - self.prepaid


def vat(chance: Random) -> Vat:
    sales = Decimal(chance.randint(18_000_000, 900_000_000)) / 100
    services = cents(sales * Decimal(chance.choice(("0", "0", "0.12", "0.3"))))
    input_tax = cents(sales * Decimal(chance.randint(60, 118)) / 1000)
    carried = cents(sales * Decimal(chance.choice((0, 0, 4, 11))) / 1000)
    made = Vat(sales, services, input_tax, carried, Decimal(0))
    prepaid = cents(made.payable * Decimal("0.2")) if chance.random() < 0.25 else Decimal(0)
    return Vat(sales, services, input_tax, carried, prepaid)


def vat_fields(
    who: Mapping[str, str], span: tuple[dt.date, dt.date], filed: dt.date, sales: Decimal, due: Decimal
) -> dict[str, str]:
    """The fields of a Chinese return of value added tax over a span of days."""
    start, end = span
    return {
        "form": "增值税及附加税费申报表",
        "tax_year": str(end.year),
        "legal_name": who["entity"],
        "tax_id": who["registration_number"],
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        "gross_receipts": f"{sales:.2f}",
        "tax_due": f"{due:.2f}",
        "filed_on": filed.isoformat(),
    }


def owner_number(chance: Random) -> str:
    """A taxpayer's number that is no Social Security number: those do not begin with 9."""
    return f"{chance.randint(900, 999)}-{chance.randint(10, 69)}-{digits(4, chance)}"


def quarter(chance: Random) -> tuple[dt.date, dt.date]:
    """A quarter of 2023 to 2025."""
    year, first = chance.randint(2023, 2025), chance.choice((1, 4, 7, 10))
    return dt.date(year, first, 1), dt.date(year + first // 10, (first + 2) % 12 + 1, 1) - dt.timedelta(days=1)


class CostOfGoods(NamedTuple):
    """Stock and purchases that end in a cost of goods sold (Form 1125-A, Part III of Schedule C)."""

    opening: int
    purchases: int
    labor: int
    other: int
    closing: int

    @property
    def total(self) -> int:
        return self.opening + self.purchases + self.labor + self.other


def cost_of_goods(chance: Random, cost: int) -> CostOfGoods:
    opening, closing = (round(cost * chance.uniform(0.05, 0.14)) for _ in "oc")
    labor, other = round(cost * chance.uniform(0.1, 0.25)), round(cost * chance.uniform(0.01, 0.06))
    return CostOfGoods(opening, cost + closing - opening - labor - other, labor, other, closing)
