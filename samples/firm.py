"""An applicant and the papers that one like it sends, before a story changes something about them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from samples.figures import Drivers, money, statements
from samples.identifiers import gb_iban
from samples.ledger import Month, Trade, months
from samples.story import Finish, Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    surname: str
    given_names: str
    date_of_birth: str
    document_number: str
    sex: str
    place_of_birth: str
    expires: str = "2031-05-14"
    issued: str = "2021-05-14"

    @property
    def full_name(self) -> str:
        """As its bearer writes it."""
        return f"{self.given_names} {self.surname}".title()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What differs by country in the papers of a firm."""

    country: str
    state: str
    """The owner's, in three letters as in a machine-readable zone."""
    currency: str
    profile: str
    authority: str
    identity_kind: str = "passport"
    identity_layout: str = "td3"
    registration_kind: str = "certificate_of_incorporation"
    registration_layout: str = "companies_house"
    statement_layout: str = "paid_in_out"
    accounts: tuple[tuple[str, str], ...] = (("annual_accounts", "uk"),)


UNITED_KINGDOM = Place(country="GB", state="GBR", currency="GBP", profile="uk", authority="HMPO")
SMALL_BRITISH = dataclasses.replace(
    UNITED_KINGDOM, statement_layout="daily", accounts=(("annual_accounts", "one_page"),)
)
"""Papers of one page each."""
UNITED_STATES = Place(
    country="US",
    state="USA",
    currency="USD",
    profile="us-small",
    authority="United States Department of State",
    registration_layout="delaware",
    statement_layout="signed",
    accounts=(("balance_sheet", "us"), ("income_statement", "us")),
)
CHINA = Place(
    country="CN",
    state="SGP",
    currency="CNY",
    profile="cn",
    authority="MINISTRY OF HOME AFFAIRS",
    registration_kind="business_licence",
    registration_layout="landscape",
    statement_layout="chinese",
    accounts=(("balance_sheet", "chinese"), ("income_statement", "chinese")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    name: str
    code: str
    account: str
    letters: str = ""
    """Of the bank in its IBANs; empty where there are none."""

    @property
    def iban(self) -> str:
        return gb_iban(self.letters, self.code, self.account) if self.letters else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    place: Place
    legal_name: str
    registration_number: str
    entity_type: str
    established_on: str
    address: tuple[str, ...]
    owner: Owner
    bank: Bank
    drivers: Drivers
    trade: Trade
    amount: int
    term_months: int
    purpose: str
    contact: Mapping[str, str]
    received_on: dt.date = dt.date(2026, 3, 16)
    year_end: dt.date = dt.date(2025, 9, 30)
    seed: int = 1
    tax_id: str = ""
    registration: Mapping[str, str] = field(default_factory=dict)
    """What the registration paper states besides name, number and date."""

    def application(self) -> dict[str, Any]:
        """The tables of application.toml, all true to the papers."""
        lines = self.lines()
        return {
            "business": {
                "legal_name": self.legal_name,
                "registration_number": self.registration_number,
                "tax_id": self.tax_id,
                "country": self.place.country,
                "entity_type": self.entity_type,
                "address": ", ".join(self.address),
                "established_on": dt.date.fromisoformat(self.established_on),
            },
            "people": [
                {
                    "full_name": self.owner.full_name,
                    "date_of_birth": dt.date.fromisoformat(self.owner.date_of_birth),
                    "nationality": self.place.state,
                    "document_number": self.owner.document_number,
                    "role": "director",
                    "share": 1.0,
                }
            ],
            "request": {
                "product": "sme_term_loan",
                "amount": money(self.amount),
                "currency": self.place.currency,
                "term_months": self.term_months,
                "purpose": self.purpose,
            },
            "stated": {
                "annual_revenue": lines["revenue"],
                "prior_year_revenue": lines["revenue_prior"],
                "net_profit": lines["net_profit"],
                "existing_debt": str(self.drivers.existing_debt),
                "monthly_debt_service": str(self.drivers.monthly_debt_service),
                "average_monthly_inflow": str(self.trade.monthly_inflow),
                "bank_accounts": [self.bank.iban or self.bank.account],
            },
            "applicant": {
                "contact_name": self.owner.full_name,
                **self.contact,
                "language": "en",
                "consents": ["credit_check", "automated_decision_notice"],
                "channel": "web",
                "received_on": self.received_on,
            },
            "jurisdiction": {"profile": self.place.profile},
        }

    def lines(self) -> dict[str, str]:
        """The lines of the accounts, whose cash is what the bank statements show on the last day of the year."""
        shown = {month.end: month.closing for month in self.months()}
        cash = shown.get(self.year_end)
        return statements(self.drivers, self.year_end, cash=None if cash is None else round(cash))

    def months(self, count: int = 3) -> list[Month]:
        """The account in the latest full months before the application was received."""
        month = self.received_on.year * 12 + self.received_on.month - 1 - count
        return months(self.trade, dt.date(month // 12, month % 12 + 1, 1), count, self.seed)

    def papers(self, finish: Finish = Finish.DIGITAL) -> list[Paper]:
        """Identity, registration, the three latest monthly statements, and the accounts."""
        return [self.identity(finish), self.registered(finish), *self.statements(finish), *self.accounts(finish)]

    def identity(self, finish: Finish = Finish.DIGITAL) -> Paper:
        owner = self.owner
        truth = {
            "surname": owner.surname,
            "given_names": owner.given_names,
            "nationality": self.place.state,
            "issuing_country": self.place.state,
            "document_number": owner.document_number,
            "date_of_birth": owner.date_of_birth,
            "sex": owner.sex,
            "date_of_issue": owner.issued,
            "date_of_expiry": owner.expires,
            "place_of_birth": owner.place_of_birth,
            "authority": self.place.authority,
        }
        kind = self.place.identity_kind
        return Paper(name=kind, kind=kind, layout=self.place.identity_layout, truth=truth, finish=finish)

    def registered(self, finish: Finish = Finish.DIGITAL) -> Paper:
        truth = {
            "legal_name": self.legal_name,
            "registration_number": self.registration_number,
            "entity_type": self.entity_type,
            "incorporated_on": self.established_on,
            "established_on": self.established_on,
            "address": ", ".join(self.address),
            "legal_representative": self.owner.full_name,
            **self.registration,
        }
        kind = self.place.registration_kind
        return Paper(name=kind, kind=kind, layout=self.place.registration_layout, truth=truth, finish=finish)

    def statements(self, finish: Finish = Finish.DIGITAL, count: int = 3) -> list[Paper]:
        """One for each of the latest full months before the application was received."""
        head = {
            "bank_name": self.bank.name,
            "account_holder": self.legal_name,
            "account_holder_address": list(self.address),
            "account_number": self.bank.account,
            "bank_code": self.bank.code,
            "iban": self.bank.iban,
            "currency": self.place.currency,
        }
        return [
            Paper(
                name=f"statement-{month.start:%Y-%m}",
                kind="bank_statement",
                layout=self.place.statement_layout,
                truth={**head, **month.truth()},
                finish=finish,
            )
            for month in self.months(count)
        ]

    def accounts(self, finish: Finish = Finish.DIGITAL) -> list[Paper]:
        truth = {
            "entity": self.legal_name,
            "registration_number": self.registration_number,
            "currency": self.place.currency,
            "director": self.owner.full_name,
            **self.lines(),
        }
        return [
            Paper(name=kind.replace("_", "-"), kind=kind, layout=layout, truth=truth, finish=finish)
            for kind, layout in self.place.accounts
        ]


def loan_payment(drivers: Drivers) -> Decimal:
    return Decimal(money(drivers.monthly_debt_service))
