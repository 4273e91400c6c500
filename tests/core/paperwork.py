"""Builds the papers of a small company by hand: documents with their fields, as though they had been read."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from cases.model import (
    Applicant,
    Application,
    Box,
    Business,
    CheckResult,
    Document,
    Feature,
    Field,
    FileReading,
    Finding,
    Jurisdiction,
    Origin,
    Person,
    Place,
    Quality,
    Request,
    Role,
    Row,
    Score,
    Severity,
    Stated,
    Tier,
)
from decision.book import Book, ShelvedCard, load_book

TODAY = dt.date(2026, 11, 16)
COMPANY = "Harbour Street Bakery Limited"
NUMBER = "07654321"
DIRECTOR = "Jane Mary Whitfield"
BORN = dt.date(1981, 4, 12)
SELF_CHECKS = {
    "passport": ("mrz_check_digits",),
    "id_card": ("mrz_check_digits",),
    "business_licence": ("uscc_check_character",),
    "balance_sheet": ("balance_sheet_adds_up",),
    "income_statement": ("income_statement_adds_up",),
}


def document(kind: str, name: str, fields: Mapping[str, object], rows: Sequence[Mapping[str, object]] = ()) -> Document:
    """A document whose fields stand one below the other on page 1."""
    sha = hashlib.sha256(name.encode()).hexdigest()
    id_ = f"{sha[:12]}-1"
    made = {
        key: Field(
            name=key,
            value=str(value),
            raw=str(value),
            place=Place(id_, 1, Box(0.1, round(0.02 * line, 4), 0.5, round(0.02 * line + 0.015, 4))),
            confidence=0.99,
            origin=Origin.TEXT_LAYER,
        )
        for line, (key, value) in enumerate(fields.items())
    }
    cells = tuple(
        Row(
            cells={key: str(value) for key, value in row.items()},
            place=Place(id_, 1, Box(0.1, round(0.001 * line, 4), 0.9, round(0.001 * line + 0.001, 4))),
        )
        for line, row in enumerate(rows)
    )
    return Document(
        id=id_,
        file=name,
        sha256=sha,
        kind=kind,
        strength=0.98,
        country="GB",
        fields=MappingProxyType(made),
        rows=cells,
        findings=tuple(all_well(check) for check in SELF_CHECKS.get(kind, ())),
    )


def all_well(check: str) -> Finding:
    return Finding(check=check, result=CheckResult.NOT_FOUND, items_seen=3)


def trouble(check: str, severity: Severity = Severity.HIGH) -> Finding:
    return Finding(check=check, result=CheckResult.FOUND, severity=severity, items_seen=3, detail="It does not add up.")


def reading(*documents: Document, problems: tuple = (), tier: Tier = Tier.DIGITAL) -> FileReading:
    first = documents[0]
    return FileReading(
        file=first.file,
        sha256=first.sha256,
        pages=1,
        quality=Quality(tier=tier, problems=tuple(problems)),
        documents=documents,
    )


def passport(**changes: object) -> Document:
    fields = {
        "full_name": DIRECTOR.upper(),
        "surname": "WHITFIELD",
        "given_names": "JANE MARY",
        "document_number": "512345678",
        "date_of_birth": BORN,
        "date_of_expiry": dt.date(2031, 5, 1),
        "nationality": "GBR",
        "mrz": "P<GBRWHITFIELD<<JANE<MARY",
    }
    return document("passport", "passport.pdf", _changed(fields, changes))


def certificate(**changes: object) -> Document:
    fields = {
        "registration_number": NUMBER,
        "legal_name": COMPANY.upper(),
        "incorporated_on": dt.date(2017, 3, 6),
        "jurisdiction": "England and Wales",
    }
    return document("certificate_of_incorporation", "certificate.pdf", _changed(fields, changes))


def income_statement(**changes: object) -> Document:
    fields = {
        "entity": COMPANY,
        "period_start": dt.date(2025, 4, 1),
        "period_end": dt.date(2026, 3, 31),
        "currency": "GBP",
        "revenue": "480000.00",
        "cost_of_sales": "190000.00",
        "gross_profit": "290000.00",
        "operating_expenses": "210000.00",
        "depreciation": "12000.00",
        "operating_profit": "80000.00",
        "interest": "2000.00",
        "profit_before_tax": "78000.00",
        "tax": "15000.00",
        "net_profit": "63000.00",
    }
    return document("income_statement", "profit_and_loss.pdf", _changed(fields, changes))


def balance_sheet(**changes: object) -> Document:
    fields = {
        "entity": COMPANY,
        "period_end": dt.date(2026, 3, 31),
        "currency": "GBP",
        "cash": "45000.00",
        "receivables": "30000.00",
        "inventory": "15000.00",
        "current_assets": "90000.00",
        "fixed_assets": "110000.00",
        "total_assets": "200000.00",
        "payables": "30000.00",
        "short_term_debt": "10000.00",
        "current_liabilities": "40000.00",
        "long_term_debt": "20000.00",
        "total_liabilities": "60000.00",
        "net_assets": "140000.00",
        "equity": "140000.00",
        "retained_earnings": "120000.00",
    }
    return document("balance_sheet", "balance_sheet.pdf", _changed(fields, changes))


@dataclass(frozen=True, kw_only=True)
class Month:
    """What one month's statement shows: payments in and out, and what else is said."""

    year: int = 2026
    number: int = 10
    opening: Decimal = Decimal("30000.00")
    sales: tuple[str, ...] = ("9500.00", "10200.00", "9900.00", "10400.00")
    costs: tuple[str, ...] = ("-14000.00", "-11000.00", "-6000.00")
    others: tuple[tuple[int, str, str], ...] = ((5, "Loan repayment Northern Bank", "-900.00"),)


def statement(month: Month = Month(), **changes: object) -> Document:
    """A statement of the month, whose balances follow from its lines."""
    first = dt.date(month.year, month.number, 1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    lines = [(2 + 6 * index, "Card sales week", amount) for index, amount in enumerate(month.sales)]
    lines += [(4 + 7 * index, "Suppliers and wages", amount) for index, amount in enumerate(month.costs)]
    lines += list(month.others)
    balance, rows = month.opening, []
    for day, text, amount in sorted(lines):
        balance += Decimal(amount)
        date = first.replace(day=day)
        rows.append({"date": date, "description": text, "amount": Decimal(amount), "balance": balance})
    fields = {
        "bank_name": "Northern Bank",
        "account_holder": COMPANY,
        "account_number": "31926819",
        "currency": "GBP",
        "period_start": first,
        "period_end": last,
        "opening_balance": month.opening,
        "closing_balance": balance,
    }
    name = f"statement-{month.year}-{month.number:02}.pdf"
    return document("bank_statement", name, _changed(fields, changes), rows)


def statements(*months: Month, count: int = 3) -> tuple[Document, ...]:
    """Statements that continue each other; by default of the three months before TODAY."""
    chosen = months or tuple(Month(number=11 - back) for back in range(count, 0, -1))
    made: list[Document] = []
    for month in chosen:
        opening = made[-1].money("closing_balance") if made else month.opening
        assert opening is not None
        made.append(statement(replace(month, opening=opening)))
    return tuple(made)


def papers() -> tuple[Document, ...]:
    """Everything that the policy asks for, without a fault."""
    return (passport(), certificate(), *statements(), balance_sheet(), income_statement())


def readings(*documents: Document) -> tuple[FileReading, ...]:
    return tuple(reading(one) for one in (documents or papers()))


def without(document_: Document, *names: str) -> Document:
    """The same document, with fields that could not be read."""
    kept = {name: field for name, field in document_.fields.items() if name not in names}
    return replace(document_, fields=MappingProxyType(kept))


def application(**changes: object) -> Application:
    """The application that the papers support. Changes name fields of any section."""
    parts: dict[str, dict[str, object]] = {
        "business": {
            "legal_name": COMPANY,
            "country": "GB",
            "registration_number": NUMBER,
            "entity_type": "private limited company",
            "established_on": dt.date(2017, 3, 6),
        },
        "request": {
            "product": "sme_term_loan",
            "amount": Decimal("60000"),
            "currency": "GBP",
            "term_months": 36,
            "purpose": "a new oven",
        },
        "stated": {
            "annual_revenue": Decimal("480000"),
            "net_profit": Decimal("63000"),
            "existing_debt": Decimal("30000"),
            "monthly_debt_service": Decimal("900"),
            "bank_accounts": ("31926819",),
        },
    }
    for name, value in changes.items():
        section = next(
            (
                one
                for one, of in (("business", Business), ("request", Request), ("stated", Stated))
                if name in of.__dataclass_fields__
            ),
            None,
        )
        if section:
            parts[section][name] = value
    people = changes.get("people", (Person(full_name=DIRECTOR, role=Role.DIRECTOR, date_of_birth=BORN),))
    return Application(
        business=Business(**parts["business"]),  # type: ignore[arg-type]
        request=Request(**parts["request"]),  # type: ignore[arg-type]
        stated=Stated(**parts["stated"]),  # type: ignore[arg-type]
        people=people,  # type: ignore[arg-type]
        jurisdiction=Jurisdiction(profile="uk"),
        applicant=Applicant(contact_name=DIRECTOR, received_on=TODAY),
    )


@dataclass(frozen=True)
class FixedCard:
    """A scorecard that has made up its mind."""

    probability_of_default: Decimal | None = Decimal("0.02")

    def score(self, features: Mapping[str, Feature]) -> Score:
        known = self.probability_of_default is not None
        return Score(
            card="statement",
            version="1",
            points=Decimal(620) if known else None,
            probability_of_default=self.probability_of_default,
            grade="B" if known else "",
            why_not="" if known else "Too few ratios could be worked out.",
        )


SHIPPED = load_book()


def book(probability_of_default: str | None = "0.02") -> Book:
    """The shipped policies with a scorecard that always sees the same risk."""
    card = FixedCard(None if probability_of_default is None else Decimal(probability_of_default))
    return replace(SHIPPED, scorecards={"statement": ShelvedCard(label="statement@1+00000000", card=card)})


def _changed(fields: dict[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in {**fields, **changes}.items() if value is not None}
