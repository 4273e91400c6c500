"""Whether all papers bear the name of the business that applies."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Document, Finding, Severity
from decision.check import Check
from decision.dossier import BALANCE, INCOME, REGISTRATION, STATEMENT, Dossier, places
from decision.names import Likeness, likest, same_company, same_person
from decision.words import kind_title


def _registered(check: Check, dossier: Dossier) -> Iterator[Finding]:
    yield from _compare(check, dossier, dossier.of(*REGISTRATION), "legal_name", trading=False)


def _accounts(check: Check, dossier: Dossier) -> Iterator[Finding]:
    documents = {document.id: document for document in dossier.of(*BALANCE, *INCOME)}
    yield from _compare(check, dossier, tuple(documents.values()), "entity", trading=True)


def _holder(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """The account may be held by the business or, for a sole trader, by an owner of the application."""
    yield from _compare(check, dossier, dossier.of(STATEMENT), "account_holder", trading=True, owners=True)


def _compare(
    check: Check, dossier: Dossier, documents: tuple[Document, ...], field: str, *, trading: bool, owners: bool = False
) -> Iterator[Finding]:
    business = dossier.application.business
    if not documents:
        yield check.could_not_run("No document that shows this name was sent or could be read.")
    for document in documents:
        read = document.text(field)
        if not read:
            yield check.could_not_run(
                f"The {kind_title(document.kind)} {document.file} shows no name that could be read."
            )
            continue
        likeness = _likeness(dossier, read, trading=trading, owners=owners)
        where = places(document, field)
        title = f"The {kind_title(document.kind)} {document.file}"
        if likeness is Likeness.SAME:
            detail = f"{title} is in the name of the business."
            yield check.clear(detail, expected=business.legal_name, actual=read, places=where)
        else:
            near = likeness is Likeness.NEAR
            yield check.found(
                f'{title} is in the name "{read}", {"close to" if near else "not"} "{business.legal_name}".',
                expected=business.legal_name,
                actual=read,
                places=where,
                severity=Severity.MEDIUM if near else None,
            )


def _likeness(dossier: Dossier, read: str, *, trading: bool, owners: bool) -> Likeness:
    business = dossier.application.business
    same, different = dossier.limit("name_same"), dossier.limit("name_different")
    names = [business.legal_name, *([business.trading_name] if trading and business.trading_name else [])]
    alike = [same_company(name, read, business.country, same, different) for name in names]
    if owners and "sole" in business.entity_type.casefold():
        alike += [same_person(person.full_name, read, same, different) for person in dossier.application.people]
    return likest(alike)


_CAUSES = ("The company changed its name.", "The name is cut short or printed in another script.", "A reading error.")

CHECKS = (
    Check(
        id="registered_name",
        severity=Severity.HIGH,
        innocent_causes=_CAUSES,
        action="Compare the name with the register; ask for the certificate of the change of name.",
        run=_registered,
    ),
    Check(
        id="accounts_name",
        severity=Severity.HIGH,
        innocent_causes=(*_CAUSES, "The accounts are those of the group."),
        action="See on the first page of the accounts whose they are.",
        run=_accounts,
    ),
    Check(
        id="account_holder",
        severity=Severity.HIGH,
        innocent_causes=(*_CAUSES, "The business banks under its trading name or its owner's."),
        action="Ask the applicant, or the bank, who holds the account.",
        run=_holder,
    ),
)
