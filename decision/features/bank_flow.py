"""What flows through the bank accounts over full months: how steady, from whom, and to which lenders."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cases.model import Evidence, Feature
from decision.bank import Movement
from decision.bank_months import REVENUE, TO_LENDERS, Months, places_of_largest
from decision.bank_words import payer
from decision.dossier import Dossier
from decision.feature_group import FeatureGroup, Findings
from decision.measure import EXACT, Measure, Unit, absent, divide, measured

_NAMES = (
    "months_of_statements",
    "inflow_volatility",
    "inflow_trend",
    "top_payer_share",
    "deposits_per_month",
    "lender_debits",
)


def _measure(dossier: Dossier, findings: Findings) -> Iterator[Feature]:
    seen = dossier.months
    if not seen.months:
        yield from (absent(name, seen.why_not) for name in _NAMES)
        return
    deposits, inflows = seen.of(*REVENUE), seen.sums(*REVENUE)
    count = Decimal(len(seen.months))
    period = Evidence(label="bank_statement.months", value=f"{seen.months[0]} to {seen.months[-1]}")
    yield measured("months_of_statements", len(seen.months), (period,))
    yield _volatility(inflows, period)
    yield _trend(inflows, period)
    yield _top_payer(deposits)
    yield measured("deposits_per_month", divide(Decimal(len(deposits)), count), (period,))
    yield _lenders(seen)


def _volatility(inflows: tuple[Decimal, ...], period: Evidence) -> Feature:
    """The coefficient of variation of the months' inflows: their standard deviation over their mean."""
    name = "inflow_volatility"
    mean = sum(inflows, Decimal(0)) / len(inflows)
    if len(inflows) < 2 or mean <= 0:
        return absent(name, "Two months with deposits are needed to see how steady they are.")
    variance = sum(((inflow - mean) ** 2 for inflow in inflows), Decimal(0)) / len(inflows)
    return measured(name, divide(variance.sqrt(EXACT), mean), (period,))


def _trend(inflows: tuple[Decimal, ...], period: Evidence) -> Feature:
    """The slope of the months' inflows by least squares, as a share of their mean, a month."""
    name, count = "inflow_trend", len(inflows)
    mean = sum(inflows, Decimal(0)) / count
    if count < 3 or mean <= 0:
        return absent(name, "Three months with deposits are needed to see a trend.")
    middle = Decimal(count - 1) / 2
    rise = sum(((index - middle) * inflow for index, inflow in enumerate(inflows)), Decimal(0))
    spread = sum(((index - middle) ** 2 for index in range(count)), Decimal(0))
    return measured(name, divide(rise, spread * mean), (period,))


def _top_payer(deposits: tuple[Movement, ...]) -> Feature:
    """The largest payer's share of the deposits, payers told apart by the words of the descriptions."""
    by_payer: dict[str, list[Movement]] = {}
    for deposit in deposits:
        by_payer.setdefault(payer(deposit.description), []).append(deposit)
    named = {name: sum((one.amount for one in paid), Decimal(0)) for name, paid in by_payer.items() if name}
    everything = sum((one.amount for one in deposits), Decimal(0))
    if not named or everything <= 0:
        return absent("top_payer_share", "The bank statements do not tell who paid.")
    top = max(named, key=lambda name: (named[name], name))
    where = places_of_largest(by_payer[top])
    shown = (Evidence(label="bank_statement.payer", value=top, place=place) for place in where)
    return measured("top_payer_share", divide(named[top], everything), shown)


def _lenders(seen: Months) -> Feature:
    """How often a month a lender was paid."""
    debits = seen.of(*TO_LENDERS)
    shown = (
        Evidence(label="bank_statement.lender_debit", value=str(one.amount), place=one.place) for one in debits[:12]
    )
    return measured("lender_debits", divide(Decimal(len(debits)), Decimal(len(seen.months))), shown)


GROUP = FeatureGroup(
    measures=(
        Measure(name="months_of_statements", unit=Unit.MONTHS, title="how many months of bank statements there are"),
        Measure(name="inflow_volatility", unit=Unit.RATIO, title="how steady the deposits are"),
        Measure(name="inflow_trend", unit=Unit.SHARE, title="how the deposits develop"),
        Measure(name="top_payer_share", unit=Unit.SHARE, title="the share of the largest customer"),
        Measure(name="deposits_per_month", unit=Unit.COUNT, title="the number of deposits a month"),
        Measure(name="lender_debits", unit=Unit.COUNT, title="the number of payments to lenders a month"),
    ),
    measure=_measure,
)
