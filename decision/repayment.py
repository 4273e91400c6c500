"""The features that depend on the terms of the loan: they are measured again for every other terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from cases.model import Evidence, Feature
from decision.capacity import STRESS_RATE_RISE, Amount, Capacity
from decision.measure import Measure, Unit, absent, divide, measured
from decision.schedule import MONTHS_A_YEAR, instalment

_LIST = (
    Measure(name="amount", unit=Unit.MONEY, title="the amount of the loan"),
    Measure(name="term_months", unit=Unit.MONTHS, title="the term of the loan"),
    Measure(name="annual_rate", unit=Unit.SHARE, title="the yearly rate"),
    Measure(name="instalment", unit=Unit.MONEY, title="the monthly instalment"),
    Measure(name="dscr", unit=Unit.RATIO, title="the debt service cover"),
    Measure(name="stressed_dscr", unit=Unit.RATIO, title="the debt service cover under stress"),
    Measure(name="cash_dscr", unit=Unit.RATIO, title="the debt service cover from the bank statements"),
    Measure(name="amount_to_revenue", unit=Unit.SHARE, title="the amount beside the annual revenue"),
)
MEASURES: Mapping[str, Measure] = MappingProxyType({measure.name: measure for measure in _LIST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    principal: Decimal
    term_months: int
    annual_rate: Decimal
    """A fraction."""

    def payment(self, rate_rise: Decimal = Decimal(0)) -> Decimal:
        """The monthly instalment."""
        return instalment(self.principal, self.annual_rate + rate_rise, self.term_months)


def measure_terms(terms: Terms, able: Capacity) -> dict[str, Feature]:
    """The features of a loan on these terms, by name."""
    payment = terms.payment()
    found = (
        measured("amount", terms.principal),
        measured("term_months", terms.term_months),
        measured("annual_rate", terms.annual_rate),
        measured("instalment", payment),
        _cover("dscr", able.cash_flow, able, payment),
        _cover("stressed_dscr", able.stressed_cash_flow, able, terms.payment(STRESS_RATE_RISE)),
        _cash_cover(able, payment),
        _to_revenue(terms, able),
    )
    return {feature.name: feature for feature in found}


def _cover(name: str, cash_flow: Amount, able: Capacity, payment: Decimal) -> Feature:
    """(EBITDA − taxes) / (a year's payments to the present lenders and on this loan)."""
    service = able.debt_service
    if cash_flow.value is None or service.value is None:
        return absent(name, cash_flow.why_not or service.why_not)
    due = service.value + payment * MONTHS_A_YEAR
    if due <= 0:
        return absent(name, "There is nothing to pay, so there is no cover to measure.")
    shown = (*cash_flow.evidence, *service.evidence, Evidence(label="loan.instalment", value=str(payment)))
    return measured(name, divide(cash_flow.value, due), shown)


def _cash_cover(able: Capacity, payment: Decimal) -> Feature:
    """A month's surplus on the bank accounts / a month's payments to the present lenders and on this loan."""
    name, service = "cash_dscr", able.debt_service
    if able.surplus.value is None or service.value is None:
        return absent(name, able.surplus.why_not or service.why_not)
    due = divide(service.value, Decimal(MONTHS_A_YEAR)) + payment
    if due <= 0:
        return absent(name, "There is nothing to pay, so there is no cover to measure.")
    return measured(name, divide(able.surplus.value, due), (*able.surplus.evidence, *service.evidence))


def _to_revenue(terms: Terms, able: Capacity) -> Feature:
    revenue = able.revenue
    if revenue.value is None:
        return absent("amount_to_revenue", revenue.why_not)
    if revenue.value <= 0:
        return absent("amount_to_revenue", "The accounts show no revenue.")
    return measured("amount_to_revenue", divide(terms.principal, revenue.value), revenue.evidence)
