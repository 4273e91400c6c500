"""What the applicant states: the form's side of a case (`application.toml` in a case folder)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Role(StrEnum):
    OWNER = "owner"
    DIRECTOR = "director"
    GUARANTOR = "guarantor"
    SIGNATORY = "signatory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    legal_name: str
    country: str
    """ISO 3166-1 alpha-2."""
    trading_name: str = ""
    registration_number: str = ""
    tax_id: str = ""
    entity_type: str = ""
    address: str = ""
    established_on: dt.date | None = None
    industry_code: str = ""
    employees: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    full_name: str
    role: Role
    date_of_birth: dt.date | None = None
    nationality: str = ""
    document_number: str = ""
    address: str = ""
    share: Decimal | None = None
    """Of the business, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    product: str
    amount: Decimal
    currency: str
    term_months: int
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The figures that the documents must vouch for, in the request's currency."""

    annual_revenue: Decimal | None = None
    prior_year_revenue: Decimal | None = None
    net_profit: Decimal | None = None
    existing_debt: Decimal | None = None
    monthly_debt_service: Decimal | None = None
    average_monthly_inflow: Decimal | None = None
    bank_accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """The person we write to."""

    contact_name: str = ""
    email: str = ""
    phone: str = ""
    language: str = "en"
    consents: tuple[str, ...] = ()
    channel: str = ""
    received_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    profile: str
    """`us-small`, `us-large`, `uk`, `eu` or `cn`: which law the letters follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What the applicant says that a paper of theirs states, where it was read otherwise. The reading stays."""

    document: str
    """`Document.id`."""
    field: str
    said: str
    """As the applicant wrote it."""
    read: str = ""
    """What had been read; empty when nothing had."""

    def __post_init__(self) -> None:
        if not self.document or not self.field or not self.said.strip():
            raise ValueError("a dispute names a document, a field and what the applicant says")


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    business: Business
    request: Request
    jurisdiction: Jurisdiction
    people: tuple[Person, ...] = ()
    stated: Stated = Stated()
    applicant: Applicant = Applicant()
    disputes: tuple[Dispute, ...] = ()
    """Of readings that the applicant was shown."""
