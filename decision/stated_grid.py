"""What was stated, against what each document shows: one row for each thing that the applicant told us.

A verdict is what the checks said; the grid decides nothing by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cases.model import CheckResult, Decision, Document, Finding, Origin, Person, Place
from decision.bank_figures import BankFigure, annual_inflow, lender_payments
from decision.debt import read_debt
from decision.dossier import BALANCE, INCOME, REGISTRATION, STATEMENT, Dossier, person_name
from decision.identity import proofs
from decision.measure import divide, spoken
from decision.policy import Policy


class Agreement(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    PARTLY = "partly"
    """What could be compared agrees; some of it could not be compared."""
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A figure as one document shows it, or as several together do."""

    value: str
    document: str = ""
    """`Document.id`; empty for a figure that is worked out from several."""
    field: str = ""
    places: tuple[Place, ...] = ()
    typed: bool = False
    """Whether an underwriter corrected it."""
    read: str = ""
    """What the machine had read, when it was corrected."""
    months: int = 0
    """Of bank statements, for a figure worked out from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    id: str
    title: str
    """What was stated: "Annual revenue"."""
    stated: str
    """Empty when it was not."""
    is_money: bool
    shown: tuple[Shown, ...]
    tolerance: tuple[str, ...]
    """How far the two may differ; any of them is enough."""
    agreement: Agreement
    findings: tuple[Finding, ...]
    """The checks' answers, the gravest first."""
    whose: str = ""
    """The person that a row is of."""


@dataclass(frozen=True, slots=True)
class _Case:
    dossier: Dossier
    findings: Mapping[str, tuple[Finding, ...]]
    policy: Policy

    def tolerance(self, *names: str) -> tuple[str, ...]:
        currency = self.dossier.application.request.currency
        limits = self.dossier.limits
        return tuple(
            spoken(limits[name], self.policy.parameters[name].unit, currency) for name in names if name in limits
        )

    def said(self, checks: Sequence[str], of: Callable[[Finding], bool] = lambda _: True) -> tuple[Finding, ...]:
        return tuple(one for check in checks for one in self.findings.get(check, ()) if of(one))


def stated_grid(dossier: Dossier, decision: Decision, policy: Policy) -> tuple[GridRow, ...]:
    """All rows, figures first. `dossier` holds the readings with their corrections, as the decision saw them."""
    by_check: dict[str, tuple[Finding, ...]] = {}
    for finding in decision.findings:
        by_check[finding.check] = (*by_check.get(finding.check, ()), finding)
    case = _Case(dossier, by_check, policy)
    return (*_figures(case), *_business(case), *_people(case))


def _figures(case: _Case) -> Iterator[GridRow]:
    dossier, stated = case.dossier, case.dossier.application.stated
    yearly, paid = annual_inflow(dossier), lender_payments(dossier)
    yield _money(
        case,
        ("annual_revenue", "Annual revenue", stated.annual_revenue),
        (*_of(dossier, INCOME, "revenue"), *_from_statements(yearly, yearly.value)),
        ("stated_revenue", "revenue_against_deposits"),
        case.tolerance("figure_tolerance", "max_revenue_gap"),
    )
    yield _money(
        case,
        ("prior_year_revenue", "Revenue of the year before", stated.prior_year_revenue),
        tuple(_of(dossier, INCOME, "revenue_prior")),
        ("stated_prior_revenue",),
        case.tolerance("figure_tolerance"),
    )
    yield _money(
        case,
        ("net_profit", "Net profit", stated.net_profit),
        tuple(_of(dossier, INCOME, "net_profit")),
        ("stated_net_profit",),
        case.tolerance("figure_tolerance"),
    )
    yield _money(
        case,
        ("existing_debt", "Existing debt", stated.existing_debt),
        tuple(_debts(dossier)),
        ("stated_debt",),
        case.tolerance("figure_tolerance", "debt_tolerance"),
    )
    yield _money(
        case,
        ("monthly_debt_service", "Paid to lenders each month", stated.monthly_debt_service),
        tuple(_from_statements(paid, paid.value)),
        ("stated_debt_service",),
        case.tolerance("figure_tolerance", "debt_service_tolerance"),
    )
    monthly = None if yearly.value is None else divide(yearly.value, Decimal(12))
    yield _money(
        case,
        ("average_monthly_inflow", "Paid in each month", stated.average_monthly_inflow),
        tuple(_from_statements(yearly, monthly)),
        ("stated_inflow",),
        case.tolerance("max_revenue_gap"),
    )


def _business(case: _Case) -> Iterator[GridRow]:
    dossier, business = case.dossier, case.dossier.application.business
    yield _text(
        case,
        ("legal_name", "Legal name", business.legal_name),
        (
            *_of(dossier, REGISTRATION, "legal_name"),
            *_of(dossier, tuple(dict.fromkeys((*BALANCE, *INCOME))), "entity"),
            *_of(dossier, (STATEMENT,), "account_holder"),
        ),
        ("registered_name", "accounts_name", "account_holder"),
        case.tolerance("name_same"),
    )
    yield _text(
        case,
        ("registration_number", "Registration number", business.registration_number),
        tuple(_of(dossier, (*REGISTRATION, *BALANCE), "registration_number")),
        ("registration_number",),
    )
    yield _text(
        case,
        ("established_on", "Established on", business.established_on.isoformat() if business.established_on else ""),
        (*_of(dossier, REGISTRATION, "incorporated_on"), *_of(dossier, REGISTRATION, "established_on")),
        ("established_on",),
        case.tolerance("established_tolerance_days"),
    )
    yield _text(
        case,
        ("address", "Address of the business", business.address),
        tuple(_of(dossier, (*REGISTRATION, "utility_bill"), "address")),
        (),
    )
    numbers = [_of(dossier, (STATEMENT,), name) for name in ("account_number", "iban")]
    yield _text(
        case,
        ("bank_accounts", "Bank accounts", ", ".join(dossier.application.stated.bank_accounts)),
        tuple(one for found in numbers for one in found),
        ("stated_account",),
    )


def _people(case: _Case) -> Iterator[GridRow]:
    dossier = case.dossier
    matched = {id(proof.person): proof.document for proof in proofs(dossier, ("director", "owner"))}
    for number, person in enumerate(dossier.application.people, 1):
        document = matched.get(id(person))
        yield from _person(case, f"person_{number}", person, document)


def _person(case: _Case, id_: str, person: Person, document: Document | None) -> Iterator[GridRow]:
    def theirs(finding: Finding) -> bool:
        if document is not None and finding.places:
            return any(place.document == document.id for place in finding.places)
        return person.full_name in finding.detail

    name = tuple(_one(document, "full_name", "surname")) if document else ()
    if document and name and not document.text("full_name"):
        name = (Shown(value=person_name(document), document=document.id, field="surname", places=name[0].places),)
    born = person.date_of_birth.isoformat() if person.date_of_birth else ""
    rows = (
        (("name", "Name", person.full_name), name, "person_name", case.tolerance("name_same")),
        (("birth", "Date of birth", born), _one(document, "date_of_birth"), "person_birth", ()),
        (
            ("number", "Number of the identity document", person.document_number),
            _one(document, "document_number"),
            "person_document_number",
            (),
        ),
        (("expiry", "Identity document valid until", ""), _one(document, "date_of_expiry"), "identity_expired", ()),
    )
    for (part, title, stated), shown, check, tolerance in rows:
        findings = case.said((check,), theirs)
        yield _row((f"{id_}_{part}", title, stated), tuple(shown), findings, tolerance, whose=person.full_name)


def _money(
    case: _Case,
    what: tuple[str, str, Decimal | None],
    shown: tuple[Shown, ...],
    checks: Sequence[str],
    tolerance: tuple[str, ...],
) -> GridRow:
    id_, title, stated = what
    told = "" if stated is None else str(stated)
    return _row((id_, title, told), shown, case.said(checks), tolerance, is_money=True)


def _text(
    case: _Case,
    what: tuple[str, str, str],
    shown: tuple[Shown, ...],
    checks: Sequence[str],
    tolerance: tuple[str, ...] = (),
) -> GridRow:
    return _row(what, shown, case.said(checks), tolerance)


def _row(
    what: tuple[str, str, str],
    shown: tuple[Shown, ...],
    findings: tuple[Finding, ...],
    tolerance: tuple[str, ...],
    *,
    is_money: bool = False,
    whose: str = "",
) -> GridRow:
    order = list(CheckResult)
    return GridRow(
        id=what[0],
        title=what[1],
        stated=what[2],
        is_money=is_money,
        shown=shown,
        tolerance=tolerance,
        agreement=agreement_of(findings),
        findings=tuple(sorted(findings, key=lambda one: order.index(one.result))),
        whose=whose,
    )


def agreement_of(findings: Iterable[Finding]) -> Agreement:
    """What several answers come to: one difference is a difference, and what could not run agrees with nothing."""
    results = {one.result for one in findings}
    if CheckResult.FOUND in results:
        return Agreement.DIFFERS
    if CheckResult.NOT_FOUND not in results:
        return Agreement.NOT_COMPARED
    return Agreement.PARTLY if CheckResult.COULD_NOT_RUN in results else Agreement.AGREES


def _of(dossier: Dossier, kinds: Sequence[str], field: str) -> Iterator[Shown]:
    for document in dossier.of(*kinds):
        yield from _one(document, field)


def _one(document: Document | None, *names: str) -> Iterator[Shown]:
    """The first of the named fields that the document has."""
    found = next((document.fields[name] for name in names if name in document.fields), None) if document else None
    if document is not None and found is not None:
        typed = found.origin is Origin.TYPED
        yield Shown(
            value=found.value,
            document=document.id,
            field=found.name,
            places=(found.place,),
            typed=typed,
            read=found.alternatives[0] if typed and found.alternatives else "",
        )


def _debts(dossier: Dossier) -> Iterator[Shown]:
    debt = read_debt(dossier)
    if debt.amount is not None:
        document = debt.places[0].document if debt.places else ""
        yield Shown(value=str(debt.amount), document=document, places=debt.places)


def _from_statements(figure: BankFigure, value: Decimal | None) -> Iterator[Shown]:
    if value is not None:
        yield Shown(value=str(value), places=figure.places, months=figure.months)
