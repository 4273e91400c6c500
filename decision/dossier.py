"""A case as the checks see it: what was stated, the documents that can be relied on, and the policy's tolerances."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cases.countries import COUNTRIES
from cases.model import UNKNOWN, Application, CheckResult, Document, FileReading, Finding, Place, Problem, Severity
from decision.bank import Account, open_accounts
from decision.bank_months import NO_MONTHS, Months, latest_months
from decision.requirement import Requirement

BALANCE = ("balance_sheet", "annual_accounts")
INCOME = ("income_statement", "annual_accounts")
IDENTITY = ("passport", "id_card", "driving_licence", "cn_id_card")
REGISTRATION = ("business_licence", "certificate_of_incorporation")
STATEMENT = "bank_statement"
FILE_SIGNAL = "file_"
"""What the ids of checks begin with that look at how a file was made (`ocr/tamper.py`)."""
PAGE_COUNT = "page_count"
"""The self-check that finds pages of a document missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """A document or file that nothing can be relied on from, and what the sender should do about it."""

    file: str
    kind: str
    """The document's kind as far as it can be told, else `unknown`."""
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    application: Application
    today: dt.date
    limits: Mapping[str, Decimal]
    """The policy's parameters of the day, by name, in the currency of the request."""
    documents: tuple[Document, ...]
    """Each once, in the order of the files, without those that cannot be relied on."""
    unusable: tuple[Unusable, ...] = ()
    set_aside: tuple[Document, ...] = ()
    """Documents whose kind is known but that cannot be relied on; their self-checks are still worth seeing."""
    accounts: tuple[Account, ...] = ()
    """The bank accounts, that with the most days first."""
    months: Months = NO_MONTHS
    """The latest full months that the accounts cover."""
    requirements: tuple[Requirement, ...] = ()
    """What the policy asks for."""

    def of(self, *kinds: str) -> tuple[Document, ...]:
        return tuple(document for document in self.documents if document.kind in kinds)

    def currency(self, document: Document) -> str:
        """The document's own currency, else that of its country or of the business's country."""
        return _currency(document, self.application)

    def comparable(self, document: Document) -> bool:
        """Whether its money can be compared with the request's."""
        return self.currency(document) == self.application.request.currency

    def latest(self, kinds: Sequence[str], dated: str = "period_end") -> tuple[Document, ...]:
        """The documents of these kinds that bear the latest date, and those whose date could not be read.

        A document that does not tell its date may be the latest, and nobody is judged by an older one instead.
        """
        every = self.of(*kinds)
        last = max((day for one in every if (day := one.day(dated))), default=None)
        return tuple(one for one in every if one.day(dated) in (None, last))

    def latest_with(self, kinds: Sequence[str], *fields: str) -> Document | None:
        """The latest document of these kinds, in the request's currency, when it has all the fields.

        None when one as late lacks them all the same: an older one never stands in for it.
        """
        latest = [one for one in self.latest(kinds) if self.comparable(one)]
        holders = [one for one in latest if all(name in one.fields for name in fields)]
        if any(one.day("period_end") is None for one in latest if one not in holders):
            return None
        return max(holders, key=lambda one: (one.day("period_end") or dt.date.min, one.id), default=None)

    def limit(self, name: str) -> Decimal:
        """A parameter that the policy was checked to have."""
        return self.limits[name]


def open_dossier(
    application: Application,
    readings: Sequence[FileReading],
    today: dt.date,
    limits: Mapping[str, Decimal],
    requirements: tuple[Requirement, ...],
) -> Dossier:
    """The dossier of a case: the same document sent twice counts once, an illegible one not at all."""
    documents: dict[str, Document] = {}
    set_aside: dict[str, Document] = {}
    unusable: list[Unusable] = []
    for reading in readings:
        for document in reading.documents:
            trouble = _why_not(reading, document)
            if trouble:
                unusable.append(Unusable(file=reading.file, kind=document.kind, advice=trouble))
            into = set_aside if trouble else documents
            if document.kind != UNKNOWN:
                into.setdefault(document.id, document)
        if not reading.documents:
            advice = next((one.advice for one in (*reading.problems, *reading.quality.problems)), "")
            unusable.append(
                Unusable(file=reading.file, kind=UNKNOWN, advice=advice or "Nothing could be read from it.")
            )
    accounts = open_accounts(
        (one for one in documents.values() if one.kind == STATEMENT), int(limits["statement_gap_days"])
    )
    return Dossier(
        application=application,
        today=today,
        limits=limits,
        documents=tuple(documents.values()),
        unusable=tuple(unusable),
        set_aside=tuple(set_aside.values()),
        requirements=requirements,
        accounts=accounts,
        months=_months(accounts, application, int(limits["statement_gap_days"])),
    )


def _currency(document: Document, application: Application) -> str:
    printed = document.text("currency")
    if printed:
        return printed
    country = COUNTRIES.get(document.country) or COUNTRIES.get(application.business.country)
    return country.currency if country else ""


def _months(accounts: Sequence[Account], application: Application, quiet_days: int) -> Months:
    """The months of the accounts, unless one of them is in another currency: nothing is converted."""
    wanted = application.request.currency
    for statement in (one for account in accounts for one in account.statements):
        currency = _currency(statement, application)
        if currency != wanted:
            return Months(
                months=(), why_not=f"The statement {statement.file} is in {currency}, the request in {wanted}."
            )
    return latest_months(accounts, quiet_days)


def _why_not(reading: FileReading, document: Document) -> str:
    """Why a document cannot be relied on, as advice to the sender; empty when it can."""
    if document.kind == UNKNOWN:
        grave = next((one for one in reading.quality.problems if one.severity is Severity.HIGH), None)
        return grave.advice if grave else "We could not tell what kind of document this is."
    trouble = next((one for one in _grave(reading) if _troubles(one, reading, document)), None)
    if trouble is not None:
        return trouble.advice
    pages = document.finding(PAGE_COUNT)
    return pages.detail if pages is not None and pages.result is CheckResult.FOUND else ""


def _grave(reading: FileReading) -> tuple[Problem, ...]:
    every = (*reading.problems, *reading.quality.problems)
    return tuple(problem for problem in every if problem.severity is Severity.HIGH)


def _troubles(problem: Problem, reading: FileReading, document: Document) -> bool:
    """Whether a problem lies on a page of the document, or on a page that gave no words and may be one of it.

    An empty page among others is no trouble: scans have blank backs.
    """
    if problem.page is None or problem.page in document.pages:
        return problem.code != "no_text" or len(document.pages) < 2
    if problem.code == "no_text" or any(problem.page in one.pages for one in reading.documents):
        return False
    before = [one for one in reading.documents if one.pages and min(one.pages) < problem.page]
    nearest = max(before, key=lambda one: min(one.pages)) if before else reading.documents[0]
    return nearest is document


def is_file_signal(finding: Finding) -> bool:
    """Whether a finding is about how a file was made, not about what the document says."""
    return finding.check.startswith(FILE_SIGNAL)


def breaks(document: Document) -> bool:
    """Whether a document contradicts itself gravely, so that its figures may be misread or altered."""
    return any(
        finding.result is CheckResult.FOUND
        and finding.severity in (Severity.MEDIUM, Severity.HIGH)
        and not is_file_signal(finding)
        for finding in document.findings
    )


def places(document: Document, *names: str) -> tuple[Place, ...]:
    """Where the named fields stand, of those that the document has."""
    return tuple(document.fields[name].place for name in names if name in document.fields)


def person_name(document: Document) -> str:
    """The name on an identity document, from its parts when it is not given whole; empty when there is none."""
    whole = document.text("full_name")
    if whole:
        return whole
    return " ".join(filter(None, (document.text("given_names"), document.text("surname"))))
