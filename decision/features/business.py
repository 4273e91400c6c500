"""The age of the business and the size of its trade."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Evidence, Feature
from decision.bank_figures import annual_inflow
from decision.business_age import registered_on
from decision.calendar import whole_months
from decision.capacity import proven_revenue
from decision.dossier import Dossier
from decision.feature_group import FeatureGroup, Findings
from decision.measure import Measure, Unit, absent, divide, measured


def _measure(dossier: Dossier, findings: Findings) -> Iterator[Feature]:
    yield _age(dossier)
    yield proven_revenue(dossier)
    yield _annual_inflow(dossier)
    yield _revenue_gap(dossier)


def _age(dossier: Dossier) -> Feature:
    registered = registered_on(dossier)
    if registered is None:
        return absent("time_in_business_months", "No registration paper shows when the business was registered.")
    day, where = registered
    shown = (Evidence(label="registered_on", value=str(day), place=place) for place in where)
    return measured("time_in_business_months", whole_months(day, dossier.today), shown)


def _annual_inflow(dossier: Dossier) -> Feature:
    read = annual_inflow(dossier)
    if read.value is None:
        return absent("annual_inflow", read.why_not)
    shown = (Evidence(label="bank_statement.deposit", value=str(read.value), place=place) for place in read.places)
    return measured("annual_inflow", read.value, shown)


def _revenue_gap(dossier: Dossier) -> Feature:
    """How much of the stated revenue the deposits of a year fall short of; negative when they exceed it."""
    stated, read = dossier.application.stated.annual_revenue, annual_inflow(dossier)
    if read.value is None:
        return absent("revenue_gap", read.why_not)
    if stated is None:
        return absent("revenue_gap", "The application does not state the annual revenue.")
    larger = max(stated, read.value)
    if larger <= 0:
        return absent("revenue_gap", "Neither a stated revenue nor deposits are above zero.")
    shown = [Evidence(label="stated.annual_revenue", value=str(stated))]
    shown += [Evidence(label="bank_statement.deposit", value=str(read.value), place=place) for place in read.places]
    return measured("revenue_gap", divide(stated - read.value, larger), shown)


GROUP = FeatureGroup(
    measures=(
        Measure(name="time_in_business_months", unit=Unit.MONTHS, title="how long the business is registered"),
        Measure(name="annual_revenue", unit=Unit.MONEY, title="the annual revenue"),
        Measure(name="annual_inflow", unit=Unit.MONEY, title="the deposits of a year"),
        Measure(name="revenue_gap", unit=Unit.SHARE, title="how far the bank deposits support the stated revenue"),
    ),
    measure=_measure,
)
