"""The latest full months of the bank statements, with the sums of what was paid in and out, by use."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from cases.model import Place
from decision.bank import Account, Movement
from decision.bank_words import Use
from decision.calendar import Month

MOST_MONTHS = 12
MOST_PLACES = 12

Flow = tuple[Use, bool]
"""What money was for, and whether it came in."""

REVENUE: tuple[Flow, ...] = ((Use.TRADE, True),)
"""Money that trade paid in: no own transfer, loan or refund."""
RUNNING_COSTS: tuple[Flow, ...] = ((Use.TRADE, False), (Use.RETURNED, False))
"""Money that trade took out: no own transfer, and nothing to lenders."""
TO_LENDERS: tuple[Flow, ...] = ((Use.LENDING, False),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """At most twelve full months, those that the main account covers without a break up to the latest."""

    months: tuple[Month, ...]
    movements: Mapping[Flow, tuple[Movement, ...]] = field(default_factory=dict)
    """Of all accounts in these months."""
    monthly: Mapping[Flow, tuple[Decimal, ...]] = field(default_factory=dict)
    """The signed sum of each month."""
    why_not: str = ""
    """Why there are no months; empty otherwise."""

    def sums(self, *flows: Flow) -> tuple[Decimal, ...]:
        """For each month, the signed sum of some flows."""
        chosen = [self.monthly[flow] for flow in flows if flow in self.monthly]
        return tuple(sum((sums[index] for sums in chosen), Decimal(0)) for index in range(len(self.months)))

    def of(self, *flows: Flow) -> tuple[Movement, ...]:
        return tuple(movement for flow in flows for movement in self.movements.get(flow, ()))

    def largest(self, *flows: Flow) -> tuple[Place, ...]:
        """Where the largest movements stand; the whole list would hide them."""
        return places_of_largest(self.of(*flows))


NO_MONTHS = Months(months=())


def places_of_largest(movements: Sequence[Movement]) -> tuple[Place, ...]:
    ranked = heapq.nsmallest(MOST_PLACES, movements, key=lambda one: (-abs(one.amount), one.day, one.description))
    return tuple(one.place for one in ranked)


def latest_months(accounts: Sequence[Account], quiet_days: int) -> Months:
    """The months of the accounts, of which the first is the main one."""
    if not accounts:
        return Months(months=(), why_not="No bank statement with a readable period was sent.")
    latest = _unbroken(accounts[0], quiet_days)
    if not latest:
        return Months(months=(), why_not="The bank statements cover no full calendar month.")
    place = {month: index for index, month in enumerate(latest)}
    movements: dict[Flow, list[Movement]] = {}
    sums: dict[Flow, list[Decimal]] = {}
    for account in accounts:
        for movement in account.movements:
            index = place.get(Month.of(movement.day))
            if index is not None:
                flow = (movement.use, movement.amount > 0)
                movements.setdefault(flow, []).append(movement)
                sums.setdefault(flow, [Decimal(0)] * len(latest))[index] += movement.amount
    return Months(
        months=latest,
        movements={flow: tuple(found) for flow, found in movements.items()},
        monthly={flow: tuple(found) for flow, found in sums.items()},
    )


def _unbroken(account: Account, quiet_days: int) -> tuple[Month, ...]:
    run: list[Month] = []
    for month in reversed(account.months(quiet_days)):
        if run and month.plus(1) != run[-1]:
            break
        run.append(month)
    return tuple(reversed(run[:MOST_MONTHS]))
