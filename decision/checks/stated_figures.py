"""The figures that the applicant states, against the accounts and the bank statements."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cases.model import Document, Finding, Severity
from decision.bank_figures import annual_inflow, lender_payments
from decision.check import Check
from decision.debt import read_debt
from decision.dossier import INCOME, Dossier, places
from decision.measure import Unit, divide, spoken
from decision.words import kind_title


def apart(one: Decimal, other: Decimal) -> Decimal:
    """How far two figures are apart, as a share of the larger; 0 when both are zero."""
    larger = max(abs(one), abs(other))
    return divide(abs(one - other), larger) if larger else Decimal(0)


def _revenue(check: Check, dossier: Dossier) -> Iterator[Finding]:
    yield _against_income(check, dossier, dossier.application.stated.annual_revenue, "revenue", "revenue")


def _prior_revenue(check: Check, dossier: Dossier) -> Iterator[Finding]:
    stated = dossier.application.stated.prior_year_revenue
    yield _against_income(check, dossier, stated, "revenue_prior", "revenue of the year before")


def _net_profit(check: Check, dossier: Dossier) -> Iterator[Finding]:
    yield _against_income(check, dossier, dossier.application.stated.net_profit, "net_profit", "net profit")


def _against_income(check: Check, dossier: Dossier, stated: Decimal | None, field: str, title: str) -> Finding:
    document = dossier.latest_with(INCOME, field)
    if stated is None:
        return check.could_not_run(f"The application does not state the {title}.")
    if document is None:
        return check.could_not_run(f"No accounts that show the {title} were sent or could be read.")
    read = document.money(field)
    if read is None:
        return check.could_not_run(f"The {title} in {document.file} could not be read.")
    if field == "net_profit":
        # Profits swing around zero, so what matters is the difference beside the revenue, not beside the profit.
        revenue = document.money("revenue")
        if revenue:
            distance = min(apart(stated, read), divide(abs(stated - read), abs(revenue)) * 10)
            return _compared(check, dossier, document, field, (stated, read, distance), title)
    return _compared(check, dossier, document, field, (stated, read, apart(stated, read)), title)


def _compared(
    check: Check,
    dossier: Dossier,
    document: Document,
    field: str,
    figures: tuple[Decimal, Decimal, Decimal],
    title: str,
) -> Finding:
    stated, read, distance = figures
    currency = dossier.application.request.currency
    expected, actual = spoken(stated, Unit.MONEY, currency), spoken(read, Unit.MONEY, currency)
    where = places(document, field)
    shown = f"the {kind_title(document.kind)} {document.file} shows {actual}"
    if distance <= dossier.limit("figure_tolerance"):
        detail = f"The application states a {title} of {expected}, and {shown}."
        return check.clear(detail, expected=expected, actual=actual, places=where)
    detail = f"The application states a {title} of {expected}, but {shown}."
    return check.found(detail, expected=expected, actual=actual, places=where)


def _debt(check: Check, dossier: Dossier) -> Iterator[Finding]:
    stated, currency = dossier.application.stated.existing_debt, dossier.application.request.currency
    read = read_debt(dossier)
    if stated is None:
        yield check.could_not_run("The application does not state the existing debt.")
    elif read.amount is None:
        yield check.could_not_run(read.why_not)
    else:
        expected, actual = spoken(stated, Unit.MONEY, currency), spoken(read.amount, Unit.MONEY, currency)
        # A debt that was paid down since the balance sheet is no trouble; one that was not stated is.
        allowed = max(stated * dossier.limit("figure_tolerance"), dossier.limit("debt_tolerance"))
        if read.amount - stated <= allowed:
            detail = f"The application states debts of {expected}, and the balance sheet shows {actual}."
            yield check.clear(detail, expected=expected, actual=actual, places=read.places)
        else:
            detail = f"The application states debts of {expected}, but the balance sheet shows {actual}."
            yield check.found(detail, expected=expected, actual=actual, places=read.places)


def _debt_service(check: Check, dossier: Dossier) -> Iterator[Finding]:
    stated, currency = dossier.application.stated.monthly_debt_service, dossier.application.request.currency
    read = lender_payments(dossier)
    if stated is None:
        yield check.could_not_run("The application does not state the monthly payments to lenders.")
    elif read.value is None:
        yield check.could_not_run(read.why_not)
    else:
        expected, actual = spoken(stated, Unit.MONEY, currency), spoken(read.value, Unit.MONEY, currency)
        allowed = max(stated * dossier.limit("figure_tolerance"), dossier.limit("debt_service_tolerance"))
        if read.value - stated <= allowed:
            detail = f"The application states {expected} a month to lenders, and the statements show {actual}."
            yield check.clear(detail, expected=expected, actual=actual, places=read.places, seen=read.months)
        else:
            detail = f"The application states {expected} a month to lenders, but the statements show {actual}."
            yield check.found(detail, expected=expected, actual=actual, places=read.places, seen=read.months)


def _deposits(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """Both ways: less paid in than stated is doubtful revenue, far more is revenue that was not stated."""
    stated, currency = dossier.application.stated.annual_revenue, dossier.application.request.currency
    read = annual_inflow(dossier)
    if stated is None:
        yield check.could_not_run("The application does not state the annual revenue.")
    elif read.value is None:
        yield check.could_not_run(read.why_not)
    else:
        expected, actual = spoken(stated, Unit.MONEY, currency), spoken(read.value, Unit.MONEY, currency)
        distance = apart(stated, read.value)
        short = read.value < stated
        words = f"over {read.months} months, deposits from trade come to {actual} a year"
        if distance <= dossier.limit("max_revenue_gap" if short else "max_deposit_excess"):
            detail = f"The application states a revenue of {expected}; {words}."
            yield check.clear(detail, expected=expected, actual=actual, places=read.places, seen=read.months)
        else:
            detail = f"The application states a revenue of {expected}, but {words}."
            severity = None if short else Severity.LOW
            yield check.found(
                detail, expected=expected, actual=actual, places=read.places, seen=read.months, severity=severity
            )


def _inflow(check: Check, dossier: Dossier) -> Iterator[Finding]:
    stated, currency = dossier.application.stated.average_monthly_inflow, dossier.application.request.currency
    read = annual_inflow(dossier)
    if stated is None or read.value is None:
        yield check.could_not_run(read.why_not or "The application does not state the monthly inflow.")
        return
    monthly = divide(read.value, Decimal(12))
    expected, actual = spoken(stated, Unit.MONEY, currency), spoken(monthly, Unit.MONEY, currency)
    if monthly < stated and apart(stated, monthly) > dossier.limit("max_revenue_gap"):
        detail = f"The application states {expected} paid in a month, but the statements show {actual}."
        yield check.found(detail, expected=expected, actual=actual, places=read.places, seen=read.months)
    else:
        detail = f"The application states {expected} paid in a month, and the statements show {actual}."
        yield check.clear(detail, expected=expected, actual=actual, places=read.places, seen=read.months)


_YEAR = "The application speaks of another financial year."
_ACTION = "Open the page and compare; ask the applicant which period and basis the stated figure has."

CHECKS = (
    Check(
        id="stated_revenue",
        severity=Severity.HIGH,
        innocent_causes=(_YEAR, "Stated with tax."),
        action=_ACTION,
        run=_revenue,
    ),
    Check(
        id="stated_prior_revenue",
        severity=Severity.LOW,
        innocent_causes=(_YEAR, "The comparative figures were restated."),
        action=_ACTION,
        run=_prior_revenue,
    ),
    Check(
        id="stated_net_profit",
        severity=Severity.MEDIUM,
        innocent_causes=(_YEAR, "Stated before tax."),
        action=_ACTION,
        run=_net_profit,
    ),
    Check(
        id="stated_debt",
        severity=Severity.HIGH,
        innocent_causes=("The debt was paid down since.", "The debt is owed to the owners."),
        action="Ask for a list of loans with their balances today.",
        run=_debt,
    ),
    Check(
        id="stated_debt_service",
        severity=Severity.HIGH,
        innocent_causes=("A loan was paid off early.", "A payment that is no instalment bears a lender's word."),
        action="Go through the payments marked on the statements with the applicant.",
        run=_debt_service,
    ),
    Check(
        id="revenue_against_deposits",
        severity=Severity.HIGH,
        innocent_causes=("A seasonal trade.", "Takings in cash or on an account whose statements were not sent."),
        action="Ask for twelve months of statements of all accounts, or for tax returns.",
        run=_deposits,
    ),
    Check(
        id="stated_inflow",
        severity=Severity.LOW,
        innocent_causes=("A seasonal trade.", "Transfers between own accounts were counted."),
        action="Compare month by month.",
        run=_inflow,
    ),
)
