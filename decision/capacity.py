"""What the business earns each year to pay its lenders with, and what it pays them already."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cases.model import Document, Evidence, Feature
from decision.bank_figures import lender_payments, monthly_surplus
from decision.dossier import INCOME, Dossier, breaks
from decision.measure import absent, cents, divide, measured

STRESS_REVENUE_FALL = Decimal("0.10")
"""The stress run of every file: revenue falls by a tenth and the rate rises by two points (EBA/GL/2020/06)."""
STRESS_RATE_RISE = Decimal("0.02")

_MONTHS = Decimal(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A yearly or monthly figure with what it was taken from, or why it is not there."""

    value: Decimal | None
    why_not: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """All money in the request's currency; a year's, but for the surplus, which is a month's."""

    cash_flow: Amount
    """EBITDA less taxes."""
    stressed_cash_flow: Amount
    debt_service: Amount
    """To the lenders there are: the most of what was stated, what the bank statements and the accounts show."""
    revenue: Feature
    surplus: Amount
    """What a month's trade leaves on the bank accounts, before lenders."""


def capacity(dossier: Dossier) -> Capacity:
    income = dossier.latest_with(INCOME, "revenue")
    cash_flow = _cash_flow(dossier, income)
    surplus = monthly_surplus(dossier)
    shown = tuple(
        Evidence(label="bank_statement.movement", value=str(surplus.value), place=one) for one in surplus.places
    )
    return Capacity(
        cash_flow=cash_flow,
        stressed_cash_flow=_stressed(cash_flow, income),
        debt_service=_debt_service(dossier, income),
        revenue=proven_revenue(dossier),
        surplus=Amount(value=surplus.value, why_not=surplus.why_not, evidence=shown),
    )


def proven_revenue(dossier: Dossier) -> Feature:
    """The revenue of the latest accounts, taken to a year, but never more than the applicant states.

    Accounts that contradict themselves prove nothing, neither for nor against the business.
    """
    name, stated = "annual_revenue", dossier.application.stated.annual_revenue
    income = dossier.latest_with(INCOME, "revenue")
    if income is None or breaks(income):
        return absent(name, _no_income(dossier))
    if stated is None:
        return absent(name, "The application does not state the annual revenue.")
    read = income.money("revenue") or Decimal(0)
    yearly = _yearly(read, income)
    if yearly is None:
        return absent(name, _no_period(income))
    shown = (_evidence(income, "revenue"), Evidence(label="stated.annual_revenue", value=str(stated)))
    return measured(name, min(yearly, stated), (one for one in shown if one))


def _cash_flow(dossier: Dossier, income: Document | None) -> Amount:
    if income is None or breaks(income):
        return Amount(value=None, why_not=_no_income(dossier))
    earned, tax = ebitda(income), _tax(income)
    if earned.value is None or tax.value is None:
        return Amount(value=None, why_not=earned.why_not or tax.why_not)
    yearly = _yearly(earned.value - tax.value, income)
    if yearly is None:
        return Amount(value=None, why_not=_no_period(income))
    return Amount(value=cents(yearly), evidence=(*earned.evidence, *tax.evidence))


def ebitda(income: Document) -> Amount:
    """Operating profit, or what leads to it, and depreciation; a line that is not there adds nothing."""
    operating = income.money("operating_profit")
    used = ["operating_profit"]
    if operating is None:
        gross, costs = income.money("gross_profit"), income.money("operating_expenses")
        before_tax = income.money("profit_before_tax")
        if before_tax is not None:
            operating, used = before_tax + (income.money("interest") or Decimal(0)), ["profit_before_tax", "interest"]
        elif gross is not None and costs is not None:
            operating, used = gross - costs, ["gross_profit", "operating_expenses"]
        else:
            return Amount(value=None, why_not=f"{income.file} shows no operating profit that could be read.")
    depreciation = max(income.money("depreciation") or Decimal(0), Decimal(0))
    return Amount(value=operating + depreciation, evidence=_evidences(income, *used, "depreciation"))


def _tax(income: Document) -> Amount:
    """The tax, or the difference that it must be; a tax credit is not counted on."""
    tax, net = income.money("tax"), income.money("net_profit")
    if tax is not None:
        return Amount(value=max(tax, Decimal(0)), evidence=_evidences(income, "tax"))
    before = income.money("profit_before_tax")
    if before is None:
        before = income.money("operating_profit")
    if before is None or net is None:
        return Amount(value=None, why_not=f"{income.file} shows neither the tax nor the profit before and after it.")
    return Amount(
        value=max(before - net, Decimal(0)),
        evidence=_evidences(income, "profit_before_tax", "operating_profit", "net_profit"),
    )


def _stressed(cash_flow: Amount, income: Document | None) -> Amount:
    """After a fall of revenue that takes its cost of sales along and leaves all other costs."""
    if cash_flow.value is None or income is None:
        return cash_flow
    margin = income.money("gross_profit")
    revenue = income.money("revenue") or Decimal(0)
    yearly = _yearly(revenue if margin is None else max(margin, Decimal(0)), income)
    if yearly is None:
        return Amount(value=None, why_not=_no_period(income))
    return Amount(
        value=cents(cash_flow.value - yearly * STRESS_REVENUE_FALL),
        evidence=(*cash_flow.evidence, *_evidences(income, "gross_profit")),
    )


def _debt_service(dossier: Dossier, income: Document | None) -> Amount:
    stated = dossier.application.stated.monthly_debt_service
    if stated is None:
        return Amount(value=None, why_not="The application does not state the monthly payments to lenders.")
    shown = [Evidence(label="stated.monthly_debt_service", value=str(stated))]
    yearly = stated * _MONTHS
    seen = lender_payments(dossier)
    if seen.value is not None and seen.value > 0:
        shown += [
            Evidence(label="bank_statement.lender_debit", value=str(seen.value), place=one) for one in seen.places
        ]
        yearly = max(yearly, seen.value * _MONTHS)
    interest = interest_paid(income) if income is not None else Decimal(0)
    if income is not None and interest > 0:
        shown += _evidences(income, "interest")
        of_year = _yearly(interest, income)
        if of_year is None:
            return Amount(value=None, why_not=_no_period(income))
        yearly = max(yearly, of_year)
    return Amount(value=cents(yearly), evidence=tuple(shown))


def interest_paid(income: Document) -> Decimal:
    """The interest paid, or what lies between the operating profit and the profit before tax."""
    interest, operating, before_tax = (
        income.money(name) for name in ("interest", "operating_profit", "profit_before_tax")
    )
    if interest is not None:
        return interest
    return Decimal(0) if operating is None or before_tax is None else max(operating - before_tax, Decimal(0))


def _yearly(amount: Decimal, income: Document) -> Decimal | None:
    """A figure of the period that the statement covers, taken to twelve months; None when it does not say."""
    start, end = income.day("period_start"), income.day("period_end")
    if start is None or end is None or start >= end:
        return None
    months = max(1, round((end - start).days / 30.4375))
    return amount if months == 12 else divide(amount * _MONTHS, Decimal(months))


def _no_period(income: Document) -> str:
    return f"{income.file} does not show which months its figures are of."


def _no_income(dossier: Dossier) -> str:
    income = dossier.latest_with(INCOME, "revenue")
    if income is not None and breaks(income):
        return f"The figures of {income.file} do not agree with each other."
    return f"No income statement in {dossier.application.request.currency} was sent or could be read."


def _evidences(document: Document, *names: str) -> tuple[Evidence, ...]:
    return tuple(found for name in names if (found := _evidence(document, name)) is not None)


def _evidence(document: Document, name: str) -> Evidence | None:
    field = document.fields.get(name)
    return Evidence(label=f"{document.kind}.{name}", value=field.value, place=field.place) if field else None
