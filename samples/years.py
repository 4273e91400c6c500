"""The figures of two years as accounts print them, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from samples.ink import bracketed, day


class Pair(NamedTuple):
    """A figure and its comparative."""

    this: Decimal
    prior: Decimal

    @property
    def shown(self) -> tuple[str, str]:
        return bracketed(self.this), bracketed(self.prior)

    @property
    def with_cents(self) -> tuple[str, str]:
        return f"{self.this:,.2f}", f"{self.prior:,.2f}"

    def __neg__(self) -> Pair:
        return Pair(-self.this, -self.prior)


class Years:
    """The lines of accounts by field name: `years["revenue"].shown`; sums of them: `years.of("cash", "-payables")`."""

    def __init__(self, truth: Mapping[str, Any]) -> None:
        self._truth = truth

    def __getitem__(self, name: str) -> Pair:
        return Pair(Decimal(self._truth[name]), Decimal(self._truth[f"{name}_prior"]))

    def of(self, *names: str) -> Pair:
        this = prior = Decimal(0)
        for name in names:
            pair = -self[name[1:]] if name.startswith("-") else self[name]
            this, prior = this + pair.this, prior + pair.prior
        return Pair(this, prior)

    def part(self, name: str, share: str) -> Pair:
        """A share of a line, to the whole unit, for lines that accounts split up."""
        pair = self[name]
        return Pair(*(round(value * Decimal(share)) + Decimal(0) for value in pair))

    def rest(self, name: str, *shares: str) -> Pair:
        """What the parts with these shares leave."""
        whole, parts = self[name], [self.part(name, share) for share in shares]
        return Pair(whole.this - sum(part.this for part in parts), whole.prior - sum(part.prior for part in parts))

    @property
    def selling(self) -> Pair:
        """Of the operating expenses without depreciation, those of sales."""
        return self.part("operating_expenses", "0.34")

    @property
    def administrative(self) -> Pair:
        rest, depreciation = self.rest("operating_expenses", "0.34"), self["depreciation"]
        return Pair(rest.this - depreciation.this, rest.prior - depreciation.prior)

    @property
    def none(self) -> Pair:
        return Pair(Decimal(0), Decimal(0))

    @property
    def this_year(self) -> str:
        return self._truth["period_end"][:4]

    @property
    def prior_year(self) -> str:
        return str(int(self.this_year) - 1)

    @property
    def prior_end(self) -> str:
        """The day the year before ended, as an ISO date."""
        return self.prior_year + self._truth["period_end"][4:]

    def end(self, form: str = "{d} {month} %Y") -> str:
        return day(self._truth["period_end"], form)
