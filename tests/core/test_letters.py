"""Letters say what the case says, in the words that its jurisdiction asks for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from decimal import Decimal

import pytest
from jinja2 import UndefinedError

from cases.errors import BadInput
from cases.model import (
    Applicant,
    Application,
    Business,
    Decision,
    Instalment,
    Jurisdiction,
    NeededItem,
    Offer,
    Outcome,
    Reason,
    Request,
    Score,
    Versions,
)
from cases.settings import Lender
from templates import LetterFacts, to_pdf, write
from templates.letter import LETTERS
from templates.plain import plain_text
from templates.profile import profile

LENDER = Lender(
    name="Alder Bank", address="1 Quay Street, Bristol BS1 4AA", phone="0117 000 0000", email="loans@alder.test"
)
PROFILES = ("us-small", "us-large", "uk", "eu", "cn")


def offer(principal: str = "50000.00") -> Offer:
    instalments = tuple(
        Instalment(
            number=number,
            due=dt.date(2026, 4 + number, 2),
            payment=Decimal("25313.37") if number == 1 else Decimal("25313.36"),
            interest=Decimal("416.67"),
            principal=Decimal("24896.70"),
            balance=Decimal("25103.30") if number == 1 else Decimal("0.00"),
        )
        for number in (1, 2)
    )
    return Offer(
        principal=Decimal(principal),
        currency="GBP",
        annual_rate=Decimal("0.1000"),
        term_months=2,
        payment=Decimal("25313.37"),
        total_interest=Decimal("626.73"),
        debt_service_cover=Decimal("1.41"),
        binding_constraint="requested",
        schedule=instalments,
        conditions=("A personal guarantee signed by the director.",),
        accept_by=dt.date(2026, 4, 1),
    )


def facts(outcome: Outcome, jurisdiction: str = "uk", **changes: object) -> LetterFacts:
    application = Application(
        business=Business(legal_name="Hearth & Rye Ltd", country="GB", address="3 Mill Lane, Bath"),
        request=Request(product="sme_term_loan", amount=Decimal("60000"), currency="GBP", term_months=24),
        jurisdiction=Jurisdiction(profile=jurisdiction),
        applicant=Applicant(contact_name="Ada Bell", received_on=dt.date(2026, 2, 20)),
    )
    decision = Decision(
        outcome=outcome,
        as_of=dt.date(2026, 3, 2),
        reasons=(Reason(id="DSCR_LOW", text="Your cash flow covers 0.91 of the payments.", source="rule:K03"),),
        score=Score(card="statement", version="1", points=Decimal(610), probability_of_default=Decimal("0.04")),
        verdicts=(),
        findings=(),
        features=(),
        versions=Versions(code="1", policy="p", scorecard="s", engine="e"),
        offer=offer() if outcome in {Outcome.APPROVE, Outcome.COUNTER_OFFER} else None,
        needed=(NeededItem(kind="bank_statement", what="The bank statement for January 2026", why="It is missing."),),
    )
    made = LetterFacts(
        case_id="VCH-TEST",
        application=application,
        decision=decision,
        lender=LENDER,
        written_on=dt.date(2026, 3, 2),
    )
    return dataclasses.replace(made, **changes)


@pytest.mark.parametrize("jurisdiction", PROFILES)
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_letter_in_every_jurisdiction(outcome: Outcome, jurisdiction: str) -> None:
    letter = write(facts(outcome, jurisdiction))
    assert letter.name == LETTERS[outcome]
    assert letter.subject in letter.text
    for expected in ("Alder Bank", "1 Quay Street", "VCH-TEST", "Hearth & Rye Ltd"):
        assert expected in letter.text
    assert "not been reviewed by counsel" in letter.text


def test_every_amount_in_a_letter_is_the_cases() -> None:
    given = facts(Outcome.APPROVE)
    letter = write(given)
    terms = given.decision.offer
    assert terms is not None
    allowed = {Decimal("60000"), terms.principal, terms.payment, terms.total_interest}
    allowed |= {value for one in terms.schedule for value in (one.payment, one.interest, one.principal, one.balance)}
    printed = {Decimal(amount.replace(",", "")) for amount in re.findall(r"£([\d,]+\.\d\d)", letter.text)}
    assert printed == allowed
    assert "10% a year" in letter.text
    assert "the last one £25,313.36" in letter.text


def test_a_decline_gives_its_reasons_and_the_notice_of_its_law() -> None:
    letter = write(facts(Outcome.DECLINE, "us-small"))
    assert "Your cash flow covers 0.91 of the payments." in letter.text
    assert "Equal Credit Opportunity Act prohibits creditors from discriminating" in letter.text
    assert "Federal Trade Commission" in letter.text


def test_a_notice_of_incompleteness_names_each_item_and_a_date() -> None:
    letter = write(facts(Outcome.REFER_INCOMPLETE))
    assert "The bank statement for January 2026" in letter.text
    assert "by 1 April 2026" in letter.text
    assert "will not consider your request any further" in letter.text


def test_a_letter_of_review_says_nothing_of_the_reasons() -> None:
    letter = write(facts(Outcome.REFER_REVIEW))
    assert "0.91" not in letter.text
    assert "by 12 March 2026" in letter.text


def test_a_letter_tells_truthfully_who_decided() -> None:
    assert profile("uk").automated in write(facts(Outcome.DECLINE)).text
    settled = write(facts(Outcome.DECLINE, by_person=True)).text
    assert profile("uk").by_person in settled
    assert profile("uk").automated not in settled


def test_an_approval_without_an_offer_cannot_be_written() -> None:
    given = facts(Outcome.APPROVE)
    with pytest.raises(UndefinedError):
        write(dataclasses.replace(given, decision=dataclasses.replace(given.decision, offer=None)))


def test_what_people_type_is_shown_and_never_run() -> None:
    given = facts(Outcome.DECLINE)
    business = dataclasses.replace(given.application.business, legal_name="<script>alert(1)</script> Ltd")
    letter = write(dataclasses.replace(given, application=dataclasses.replace(given.application, business=business)))
    assert "<script>" not in letter.html
    assert "<script>alert(1)</script> Ltd" in letter.text


def test_a_language_that_we_do_not_write_gets_english() -> None:
    given = facts(Outcome.DECLINE)
    applicant = dataclasses.replace(given.application.applicant, language="fi")
    letter = write(dataclasses.replace(given, application=dataclasses.replace(given.application, applicant=applicant)))
    assert letter.language == "en"


def test_an_unknown_jurisdiction_is_told_with_those_we_have() -> None:
    with pytest.raises(BadInput, match="use one of cn, eu, uk"):
        write(facts(Outcome.DECLINE, "atlantis"))


def test_plain_text_keeps_the_order_and_parts_cells() -> None:
    assert plain_text("<p>a<br>b</p><table><tr><th>x</th><td>1</td></tr></table>") == "a\nb\nx  1\n"


def test_a_pdf_is_made_without_anything_from_outside() -> None:
    letter = write(facts(Outcome.APPROVE))
    made = to_pdf(letter.html, letter.subject)
    assert made.startswith(b"%PDF-")
    assert len(made) > 10_000
