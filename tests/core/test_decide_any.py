"""Whatever is read, a decision comes out, and only a full and sound file gives a loan."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.codec import from_json, to_json
from cases.model import Decision, Document, Outcome, RuleResult
from decision import decide
from tests.core import paperwork
from tests.core.paperwork import TODAY

MONEY = st.integers(-(10**13), 10**13).map(lambda cents: f"{Decimal(cents) / 100:.2f}")
DAY = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)).map(str)
TEXT = st.text(max_size=30)
NAMES = st.sampled_from([paperwork.COMPANY, paperwork.DIRECTOR, "明远贸易有限公司", "", "Ltd"]) | TEXT
FIELDS = {
    "passport": {"full_name": NAMES, "date_of_birth": DAY, "date_of_expiry": DAY | st.just("long-term"), "mrz": TEXT},
    "business_licence": {"legal_name": NAMES, "registration_number": TEXT, "established_on": DAY, "valid_to": DAY},
    "certificate_of_incorporation": {"legal_name": NAMES, "registration_number": TEXT, "incorporated_on": DAY},
    "bank_statement": {
        "account_holder": NAMES,
        "account_number": TEXT,
        "iban": TEXT,
        "currency": st.sampled_from(["GBP", "EUR", "???"]),
        "period_start": DAY,
        "period_end": DAY,
        "opening_balance": MONEY,
        "closing_balance": MONEY,
    },
    "balance_sheet": {
        "entity": NAMES,
        "period_end": DAY,
        **dict.fromkeys(
            ("cash", "total_assets", "payables", "short_term_debt", "total_liabilities", "cash_prior"), MONEY
        ),
    },
    "annual_accounts": {
        "entity": NAMES,
        "period_start": DAY,
        "period_end": DAY,
        **dict.fromkeys(
            ("revenue", "gross_profit", "operating_profit", "interest", "profit_before_tax", "tax", "net_profit"), MONEY
        ),
    },
    "unknown": {"anything": TEXT},
}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    kind = draw(st.sampled_from(sorted(FIELDS)))
    given_ = {name: draw(value) for name, value in FIELDS[kind].items() if draw(st.integers(0, 4))}
    row = st.fixed_dictionaries(
        {"date": DAY, "description": TEXT | st.just("NSF FEE") | st.just("loan"), "amount": MONEY},
        optional={"balance": MONEY},
    )
    rows = draw(st.lists(row, max_size=8)) if kind == "bank_statement" else ()
    return paperwork.document(kind, draw(st.uuids()).hex, given_, rows)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents(), max_size=8))
def test_any_reading_gives_a_decision(sent: list[Document]) -> None:
    readings = tuple(paperwork.reading(one) for one in sent)
    decision = decide(paperwork.application(), readings, paperwork.book(), TODAY, "e", "c")
    assert decision.outcome not in (Outcome.APPROVE, Outcome.COUNTER_OFFER)
    assert decision.reasons
    assert {verdict.result for verdict in decision.verdicts} <= set(RuleResult)
    assert bool(decision.needed) is (decision.outcome is Outcome.REFER_INCOMPLETE)
    for feature in decision.features:
        assert feature.value is None or feature.value.is_finite()
    assert from_json(Decision, to_json(decision)) == decision


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents(), min_size=1, max_size=3))
def test_strange_papers_beside_sound_ones_do_not_stop_a_decision(sent: list[Document]) -> None:
    readings = (*paperwork.readings(), *(paperwork.reading(one) for one in sent))
    decision = decide(paperwork.application(), readings, paperwork.book(), TODAY, "e", "c")
    assert decision.outcome is Outcome.APPROVE or decision.reasons or decision.needed
