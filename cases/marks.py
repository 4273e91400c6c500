"""What ties one case to another: numbers that belong to one business, one account or one person.

Only the hash of a number is kept, so the table of marks names nobody; whoever has the number can find its cases.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cases.model import Application, Document, FileReading


class Tie(StrEnum):
    """In what two cases are the same."""

    REGISTRATION = "registration"
    ACCOUNT = "account"
    PERSON = "person"
    FILE = "file"


SHORTEST = 5
"""Characters of a number that tells anything by itself."""
ACCOUNT_END = 8
"""Characters at the end of an account number by which an IBAN and the bank's own number are the same."""


@dataclass(frozen=True, slots=True)
class Mark:
    tie: Tie
    digest: str
    """SHA-256 of the number as it is compared."""


def marks_of(application: Application, readings: Sequence[FileReading] = ()) -> frozenset[Mark]:
    """The marks of what was stated and of what was read."""
    business = application.business
    documents = [document for reading in readings for document in reading.documents]
    numbers = [
        (Tie.REGISTRATION, business.country, business.registration_number),
        *((Tie.ACCOUNT, "", number) for number in application.stated.bank_accounts),
        *((Tie.PERSON, "", person.document_number) for person in application.people),
        *(one for document in documents for one in _read(document, business.country)),
    ]
    return frozenset(
        mark for tie, country, number in numbers if (mark := _mark(tie, country, number or "")) is not None
    )


def _read(document: Document, country: str) -> Iterator[tuple[Tie, str, str | None]]:
    match document.kind:
        case "bank_statement":
            yield Tie.ACCOUNT, "", document.text("iban")
            yield Tie.ACCOUNT, "", document.text("account_number")
        case "passport" | "id_card" | "cn_id_card" | "driving_licence":
            yield Tie.PERSON, "", document.text("document_number")
        case "business_licence" | "certificate_of_incorporation":
            yield Tie.REGISTRATION, document.country or country, document.text("registration_number")


def _mark(tie: Tie, country: str, number: str) -> Mark | None:
    bare = re.sub(r"[^0-9A-Z]", "", number.upper())
    if tie is Tie.ACCOUNT:
        bare = bare[-ACCOUNT_END:]
    if len(bare) < SHORTEST:
        return None
    return Mark(tie, hashlib.sha256(f"{tie}/{country.upper()}/{bare}".encode()).hexdigest())
