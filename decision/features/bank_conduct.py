"""How the bank accounts are run: balances, days below zero, payments that were returned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from cases.model import Evidence, Feature
from decision.bank import Movement
from decision.bank_months import RUNNING_COSTS
from decision.bank_words import Use, is_fee
from decision.calendar import Month
from decision.dossier import Dossier
from decision.feature_group import FeatureGroup, Findings
from decision.measure import Measure, Unit, absent, cents, divide, measured

RETURNED_WINDOW_DAYS = 90
_FEE_FOLLOWS_DAYS = 3
_PRESENTED_AGAIN_DAYS = 14
_BALANCES = ("average_daily_balance", "min_balance", "negative_days", "buffer_days")


def _measure(dossier: Dossier, findings: Findings) -> Iterator[Feature]:
    yield from _balances(dossier)
    yield _returned(dossier)


def _balances(dossier: Dossier) -> Iterator[Feature]:
    """Of all accounts together, on the days for which the main account's balance is known."""
    seen = dossier.months
    ends = _daily(dossier)
    if not seen.months or not ends:
        why_not = seen.why_not or "The bank statements do not show their opening balance."
        yield from (absent(name, why_not) for name in _BALANCES)
        return
    within = {day: balance for day, balance in ends.items() if Month.of(day) in set(seen.months)}
    average = divide(sum(within.values(), Decimal(0)), Decimal(len(within)))
    lowest = min(within, key=lambda day: (within[day], day))
    yield measured("average_daily_balance", cents(average))
    yield measured("min_balance", within[lowest], (Evidence(label="bank_statement.lowest_day", value=str(lowest)),))
    yield _negative(within)
    costs = -sum(seen.sums(*RUNNING_COSTS), Decimal(0))
    if costs > 0:
        yield measured("buffer_days", divide(max(average, Decimal(0)) * len(within), costs))
    else:
        yield absent("buffer_days", "The bank statements show no running costs.")


def _daily(dossier: Dossier) -> dict[dt.date, Decimal]:
    if not dossier.accounts:
        return {}
    main, *others = (account.balances for account in dossier.accounts)
    return {
        day: balance + sum((one.get(day, Decimal(0)) for one in others), Decimal(0)) for day, balance in main.items()
    }


def _negative(balances: Mapping[dt.date, Decimal]) -> Feature:
    """The days that end below zero in the month that has the most of them."""
    counts: dict[Month, int] = {}
    for day, balance in balances.items():
        counts[Month.of(day)] = counts.get(Month.of(day), 0) + (balance < 0)
    most = max(counts, key=lambda month: (counts[month], month))
    shown = (Evidence(label="bank_statement.month", value=str(most)),) if counts[most] else ()
    return measured("negative_days", counts[most], shown)


def _returned(dossier: Dossier) -> Feature:
    """Distinct events in the last 90 days of the statements: an item, its fee and its second try are one."""
    name = "returned_items_90d"
    if not dossier.accounts:
        return absent(name, "No bank statement with a readable period was sent.")
    last = max(span.last for account in dossier.accounts for span in account.covered)
    since = last - dt.timedelta(days=RETURNED_WINDOW_DAYS)
    lines = [
        movement
        for account in dossier.accounts
        for movement in account.movements
        if movement.use is Use.RETURNED and movement.day > since
    ]
    events = distinct_events(lines)
    shown = (Evidence(label="bank_statement.returned", value=str(one.amount), place=one.place) for one in events)
    return measured(name, len(events), shown)


def distinct_events(lines: list[Movement]) -> list[Movement]:
    """One line for each event: a fee belongs to the item before it, a second try to the first of its amount."""
    events: list[Movement] = []
    for line in sorted(lines, key=lambda one: (one.day, is_fee(one.description), one.description)):
        fee = is_fee(line.description)
        for event in events:
            days = (line.day - event.day).days
            if fee and not is_fee(event.description) and days <= _FEE_FOLLOWS_DAYS:
                break
            if not fee and abs(event.amount) == abs(line.amount) and days <= _PRESENTED_AGAIN_DAYS:
                break
        else:
            events.append(line)
    return events


GROUP = FeatureGroup(
    measures=(
        Measure(name="average_daily_balance", unit=Unit.MONEY, title="the average daily balance"),
        Measure(name="min_balance", unit=Unit.MONEY, title="the lowest balance"),
        Measure(name="negative_days", unit=Unit.DAYS, title="the days with a balance below zero"),
        Measure(name="buffer_days", unit=Unit.DAYS, title="how long the balance would cover the running costs"),
        Measure(name="returned_items_90d", unit=Unit.COUNT, title="the payments that were returned"),
    ),
    measure=_measure,
)
