"""Whether the papers agree with what was stated, with each other and with themselves: yes/no features."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cases.model import CheckResult, Document, Feature, Finding
from decision.checks.statements import adds_up
from decision.dossier import BALANCE, IDENTITY, INCOME, REGISTRATION, STATEMENT, Dossier, is_file_signal
from decision.feature_group import FeatureGroup, Findings, grave, trouble
from decision.measure import Measure, Unit, absent, measured

_FROM_CHECKS = {
    "name_mismatch": ("registered_name", "accounts_name", "account_holder", "person_name"),
    "registration_mismatch": ("registration_number",),
    "birth_mismatch": ("person_birth",),
    "id_expired": ("identity_expired",),
    "stated_figures_mismatch": ("stated_revenue", "stated_net_profit", "stated_debt", "stated_debt_service"),
    "statements_overlap": ("statement_overlap",),
    "currency_mismatch": ("currency",),
    "dates_ahead": ("dates_ahead",),
}

_NEVER_SKIPPED = {
    "passport": ("mrz_check_digits",),
    "id_card": ("mrz_check_digits",),
    "business_licence": ("uscc_check_character",),
}
"""The self-checks without which a paper of the kind proves nothing; a card that has no such zone is for a person."""

_SUMS = ("running_balance", "statement_totals")
"""The self-checks of a bank statement that prove its arithmetic."""


def _measure(dossier: Dossier, findings: Findings) -> Iterator[Feature]:
    for name, checks in _FROM_CHECKS.items():
        yield trouble(name, _of(findings, checks))
    yield _continuity(dossier, findings)
    yield _representative(dossier, findings)
    yield _verified("identity_verified", _of(findings, ("person_name", "person_birth")))
    yield _verified("registration_verified", _of(findings, ("registered_name", "registration_number")))
    yield _statements_broken(dossier, findings)
    yield _accounts_broken(dossier.of(*BALANCE, *INCOME))
    yield _paper_broken("identity_document_broken", dossier.of(*IDENTITY), "identity document")
    yield _paper_broken("registration_paper_broken", dossier.of(*REGISTRATION), "registration paper")


def _of(findings: Findings, checks: Iterable[str]) -> tuple[Finding, ...]:
    return tuple(finding for check in checks for finding in findings.get(check, ()))


def _telling(document: Document) -> tuple[Finding, ...]:
    """The self-checks that could run; where one lacks what it needs, another may still prove the same."""
    return tuple(
        finding
        for finding in document.findings
        if finding.result is not CheckResult.COULD_NOT_RUN and not is_file_signal(finding)
    )


def _statements_broken(dossier: Dossier, findings: Findings) -> Feature:
    """Whether anything in a statement contradicts itself; open when one of them proves no sum at all."""
    name, statements = "statement_arithmetic_broken", dossier.of(STATEMENT)
    if not statements:
        return absent(name, "No bank statement was sent or could be read.")
    told = [finding for statement in statements for finding in _telling(statement)]
    told += [one for one in _of(findings, ("statement_rows",)) if one.result is not CheckResult.COULD_NOT_RUN]
    if any(grave(finding) for finding in told):
        return trouble(name, told)
    for statement in statements:
        own = {finding.check for finding in _telling(statement)}
        if not own & set(_SUMS) and not adds_up(statement):
            return absent(name, f"The lines of {statement.file} cannot be added up to a balance that it prints.")
    return trouble(name, told)


def _continuity(dossier: Dossier, findings: Findings) -> Feature:
    """One statement that covers all months has nothing to continue, which is no trouble."""
    name = "statements_do_not_continue"
    if not dossier.accounts:
        return absent(name, "No bank statement with a readable period was sent.")
    if all(len(account.statements) < 2 for account in dossier.accounts):
        return measured(name, 0)
    return trouble(name, _of(findings, ("statement_continuity",)))


def _representative(dossier: Dossier, findings: Findings) -> Feature:
    """Only business licences name a legal representative; other papers leave nothing to compare."""
    if dossier.documents and not dossier.of("business_licence"):
        return measured("representative_mismatch", 0)
    return trouble("representative_mismatch", _of(findings, ("legal_representative",)))


def _verified(name: str, findings: tuple[Finding, ...]) -> Feature:
    """The opposite of trouble: 1 when every check looked and all was well."""
    opposite = trouble(name, findings)
    if opposite.value is None:
        return opposite
    return measured(name, 1 - opposite.value, opposite.evidence)


def _accounts_broken(documents: tuple[Document, ...]) -> Feature:
    """Whether a self-check of the accounts failed; open when none of one document's could run."""
    name = "accounts_arithmetic_broken"
    if not documents:
        return absent(name, "No accounts were sent or could be read.")
    for document in documents:
        if not _telling(document):
            return absent(name, f"The accounts {document.file} show too few figures to add up.")
    return trouble(name, (finding for document in documents for finding in _telling(document)))


def _paper_broken(name: str, documents: tuple[Document, ...], title: str) -> Feature:
    """Whether a self-check of these papers failed.

    Many papers have nothing to check by themselves. Where a kind always has, that check must have run.
    """
    if not documents:
        return absent(name, f"No {title} was sent or could be read.")
    for document in documents:
        for check in _NEVER_SKIPPED.get(document.kind, ()):
            finding = document.finding(check)
            if finding is None or finding.result is CheckResult.COULD_NOT_RUN:
                why_not = finding.reason if finding else f"{document.file} was not checked by itself"
                return absent(name, why_not)
    told = [finding for document in documents for finding in _telling(document)]
    return trouble(name, told) if told else measured(name, 0)


def _yes_no(name: str, title: str) -> Measure:
    return Measure(name=name, unit=Unit.YES_NO, title=title)


GROUP = FeatureGroup(
    measures=(
        _yes_no("name_mismatch", "whether the names on all documents agree"),
        _yes_no("registration_mismatch", "whether the registration number agrees"),
        _yes_no("birth_mismatch", "whether the dates of birth agree"),
        _yes_no("id_expired", "whether the identity documents are valid"),
        _yes_no("stated_figures_mismatch", "whether the accounts support the stated figures"),
        _yes_no("statements_overlap", "whether two bank statements contradict each other"),
        _yes_no("currency_mismatch", "whether all documents are in the currency of the request"),
        _yes_no("dates_ahead", "whether a document bears a date that is still to come"),
        _yes_no("statements_do_not_continue", "whether each bank statement continues the one before"),
        _yes_no("representative_mismatch", "whether the legal representative is one of the applicants"),
        _yes_no("identity_verified", "the identity of the owners and directors"),
        _yes_no("registration_verified", "the registration of the business"),
        _yes_no("statement_arithmetic_broken", "whether the bank statements add up"),
        _yes_no("accounts_arithmetic_broken", "whether the accounts add up"),
        _yes_no("registration_paper_broken", "whether the registration paper is consistent in itself"),
        _yes_no("identity_document_broken", "whether the identity documents are consistent in themselves"),
    ),
    measure=_measure,
)
