"""What the workbench works with: the grid, trial terms, reasons to pick, second signatures, typed values, cash flow."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from cases.errors import BadInput
from cases.marks import Tie, marks_of
from cases.model import Answer, Correction, Decision, Document, Outcome
from decision import corrected, decide
from decision.cash_flow import cash_flow
from decision.dossier import Dossier, open_dossier
from decision.pickable import pickable_reasons
from decision.proposed_terms import try_terms
from decision.second_signature import ABOVE_LIMIT, OVERRIDE, needs_second
from decision.settle import settle
from decision.stated_grid import Agreement, GridRow, stated_grid
from decision.typed_field import canonical
from tests.core import paperwork
from tests.core.paperwork import COMPANY, TODAY, application, papers, readings

BOOK = paperwork.book()
POLICY = BOOK.policy("sme_term_loan")


def case(*documents: Document, corrections: tuple[Correction, ...] = ()) -> tuple[Decision, Dossier]:
    of, sent = application(), corrected(readings(*documents), corrections)
    decision = decide(of, sent, BOOK, TODAY, "recorded/1", "test")
    return decision, open_dossier(of, sent, TODAY, POLICY.limits(TODAY, of.request.currency), POLICY.requirements)


def grid(*documents: Document, corrections: tuple[Correction, ...] = ()) -> dict[str, GridRow]:
    decision, dossier = case(*documents, corrections=corrections)
    return {row.id: row for row in stated_grid(dossier, decision, POLICY)}


def swapped(*changed: Document) -> tuple[Document, ...]:
    kinds = {one.kind for one in changed}
    return (*(one for one in papers() if one.kind not in kinds), *changed)


def test_sound_papers_agree_with_every_figure_and_each_figure_has_its_place() -> None:
    rows = grid(*papers())
    for name in ("annual_revenue", "net_profit", "existing_debt", "monthly_debt_service", "legal_name"):
        assert rows[name].agreement is Agreement.AGREES, name
        assert rows[name].shown, name
    revenue = rows["annual_revenue"]
    assert Decimal(revenue.stated) == application().stated.annual_revenue
    assert revenue.is_money
    assert revenue.tolerance == ("10%", "25%")
    assert {one.field for one in revenue.shown} == {"revenue", ""}
    assert all(one.places for one in revenue.shown)
    assert rows["person_1_name"].whose == application().people[0].full_name


def test_a_difference_is_a_difference_and_a_correction_settles_it() -> None:
    wrong = paperwork.certificate(legal_name="Somebody Else Limited")
    rows = grid(*swapped(wrong))
    assert rows["legal_name"].agreement is Agreement.DIFFERS
    assert rows["legal_name"].findings[0].check == "registered_name"
    typed = Correction(document=wrong.id, field="legal_name", value=COMPANY, read="Somebody Else Limited")
    row = grid(*swapped(wrong), corrections=(typed,))["legal_name"]
    assert row.agreement is Agreement.AGREES
    (shown,) = [one for one in row.shown if one.typed]
    assert (shown.value, shown.read) == (COMPANY, "Somebody Else Limited")


def test_what_was_not_sent_is_not_compared() -> None:
    rows = grid(*(one for one in papers() if one.kind != "income_statement"))
    assert rows["prior_year_revenue"].agreement is Agreement.NOT_COMPARED
    assert rows["prior_year_revenue"].shown == ()
    assert rows["annual_revenue"].agreement is Agreement.PARTLY


def test_trial_terms_are_those_that_an_offer_would_have() -> None:
    decision, _ = case(*papers())
    sent = readings(*papers())
    trial = try_terms(application(), sent, decision, (Decimal(40000), 24), BOOK, TODAY)
    answer = Answer(outcome=Outcome.COUNTER_OFFER, reviewer="u1", principal=Decimal(40000), term_months=24)
    offer = settle(application(), sent, decision, answer, BOOK, TODAY).offer
    assert offer is not None
    assert (trial.payment, trial.debt_service_cover) == (offer.payment, offer.debt_service_cover)
    assert trial.outcome is Outcome.APPROVE
    assert trial.most is not None
    assert trial.most > 40000
    too_much = try_terms(application(), sent, decision, (trial.most * 2, 24), BOOK, TODAY)
    assert too_much.outcome is not Outcome.APPROVE
    assert too_much.against


@pytest.mark.parametrize("terms", [(Decimal(0), 12), (Decimal("NaN"), 12), (Decimal("10.001"), 12), (Decimal(1), 0)])
def test_impossible_terms_are_refused(terms: tuple[Decimal, int]) -> None:
    decision, _ = case(*papers())
    with pytest.raises(BadInput):
        try_terms(application(), readings(*papers()), decision, terms, BOOK, TODAY)


def test_reasons_to_pick_are_those_of_the_rules_that_asked() -> None:
    decision, _ = case(*swapped(paperwork.certificate(legal_name="Somebody Else Limited")))
    picked = pickable_reasons(application(), decision, POLICY)
    assert {one.id for one in picked} == {"names_differ", "registration_unverified"}
    assert {one.source for one in picked} == {"underwriter"}
    assert picked[0].evidence
    assert pickable_reasons(application(), case(*papers())[0], POLICY) == ()


def test_two_must_sign_for_large_loans_and_for_overrides_only() -> None:
    decision, _ = case(*papers())
    referred = dataclasses.replace(decision, outcome=Outcome.REFER_REVIEW)
    limit = POLICY.parameters["four_eyes_above"].at(TODAY, "GBP")
    assert limit is not None

    def why(machine: Decision, outcome: Outcome, principal: Decimal | None = None) -> str:
        reasons = () if outcome is Outcome.APPROVE or principal else pickable_reasons(application(), one, POLICY)
        answer = Answer(outcome=outcome, reviewer="u1", principal=principal, reasons=reasons)
        return needs_second(answer, application(), machine, POLICY, TODAY)

    one, _ = case(*swapped(paperwork.certificate(legal_name="Somebody Else Limited")))
    assert why(referred, Outcome.APPROVE) == ""
    assert why(referred, Outcome.COUNTER_OFFER, limit) == ""
    assert why(referred, Outcome.COUNTER_OFFER, limit + 1) == ABOVE_LIMIT
    assert why(dataclasses.replace(decision, outcome=Outcome.DECLINE), Outcome.APPROVE) == OVERRIDE
    assert why(dataclasses.replace(decision, outcome=Outcome.DECLINE), Outcome.DECLINE) == ""


def test_more_conditions_stand_behind_the_policys_own() -> None:
    decision, _ = case(*papers())
    answer = Answer(outcome=Outcome.APPROVE, reviewer="u1", conditions=("The lease is extended.",))
    offer = settle(application(), readings(*papers()), decision, answer, BOOK, TODAY).offer
    assert offer is not None
    assert offer.conditions == (*POLICY.conditions, "The lease is extended.")


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("period_end", "31 March 2026", "2026-03-31"),
        ("date_of_birth", "2026/3/1", "2026-03-01"),
        ("valid_to", "长期", "long-term"),
        ("date_of_expiry", "long-term", "long-term"),
        ("revenue", "£1,234,567.50", "1234567.50"),
        ("net_profit_prior", "(1 200)", "-1200"),
        ("account_holder", "  Hearth   & Rye ", "Hearth & Rye"),
        ("place_of_birth", "Harbury", "Harbury"),
    ],
)
def test_typed_values_become_what_readings_have(field: str, typed: str, value: str) -> None:
    assert canonical(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("period_end", "03/04/2026"),
        ("period_end", "2026-02-30"),
        ("date_of_birth", "31 x 2026"),
        ("revenue", "a lot"),
        ("revenue", "1e99"),
        ("revenue", "NaN"),
        ("revenue", "125.000"),
        ("account_holder", " "),
        ("account_holder", "x" * 301),
    ],
)
def test_what_a_field_cannot_hold_is_refused(field: str, typed: str) -> None:
    with pytest.raises(BadInput):
        canonical(field, typed)


def test_the_cash_flow_adds_up_to_the_statements() -> None:
    _, dossier = case(*papers())
    flow = cash_flow(dossier)
    assert len(flow.months) == 3
    for month, statement in zip(flow.months, dossier.accounts[0].statements, strict=True):
        opening, closing = statement.money("opening_balance"), statement.money("closing_balance")
        assert opening is not None
        assert month.closing == closing == opening + month.paid_in - month.paid_out
    shares = [*flow.payers, *([flow.others] if flow.others else [])]
    assert abs(sum((one.share for one in shares), Decimal(0)) - 1) < Decimal("0.001")
    assert cash_flow(case(*(one for one in papers() if one.kind != "bank_statement"))[1]).why_not


def test_marks_know_a_number_however_it_is_written_and_tell_nobody_what_it_is() -> None:
    one = application()
    spaced = dataclasses.replace(
        one, business=dataclasses.replace(one.business, registration_number=" ".join(one.business.registration_number))
    )
    assert marks_of(one) == marks_of(spaced)
    ties = {mark.tie for mark in marks_of(one, readings(*papers()))}
    assert ties >= {Tie.REGISTRATION, Tie.ACCOUNT, Tie.PERSON}
    assert all(one.business.registration_number not in mark.digest for mark in marks_of(one))
