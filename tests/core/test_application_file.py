"""The applicant's form: what is read from it, and how what is wrong with it is said."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.application_file import parse_application
from cases.errors import BadInput
from cases.model import Role

BUSINESS = 'legal_name = "Acme Ltd"\ncountry = "GB"\n'
REQUEST = 'product = "sme_term_loan"\namount = 120000\ncurrency = "GBP"\nterm_months = 36\n'


def form(business: str = BUSINESS, request: str = REQUEST, rest: str = "") -> str:
    return f"[business]\n{business}\n[request]\n{request}\n{rest}"


def refusal(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        parse_application(text)
    sentence = str(caught.value)
    assert sentence.startswith("application.toml")
    assert sentence.endswith((".", "?"))
    assert "\n" not in sentence
    return sentence


def test_a_whole_form_is_read() -> None:
    application = parse_application(
        form(
            BUSINESS + 'established_on = 2015-03-01\nemployees = 12\nregistration_number = "00445790"\n',
            REQUEST + 'purpose = " a van "\n',
            """
            [[people]]
            full_name = "Ann Lee"
            role = "owner"
            share = 0.6
            date_of_birth = "1980-02-29"
            [[people]]
            full_name = "Bo Lee"
            role = "Director"
            [stated]
            annual_revenue = 1_250_000.10
            net_profit = -3.5
            bank_accounts = ["GB00 1", "2"]
            [applicant]
            language = "en-GB"
            received_on = 2026-03-31
            consents = ["credit_check"]
            [jurisdiction]
            profile = "uk"
            """,
        )
    )
    assert application.business.established_on == dt.date(2015, 3, 1)
    assert application.business.employees == 12
    assert application.request.purpose == "a van"
    assert application.people[0].share == Decimal("0.6")
    assert application.people[0].date_of_birth == dt.date(1980, 2, 29)
    assert application.people[1].role is Role.DIRECTOR
    assert str(application.stated.annual_revenue) == "1250000.10"
    assert application.stated.net_profit == Decimal("-3.5")
    assert application.stated.bank_accounts == ("GB00 1", "2")
    assert application.applicant.language == "en"
    assert application.applicant.received_on == dt.date(2026, 3, 31)


def test_the_jurisdiction_is_the_countrys_when_none_is_named() -> None:
    assert parse_application(form()).jurisdiction.profile == "uk"
    elsewhere = 'legal_name = "Acme"\ncountry = "FR"\n'
    assert "[jurisdiction] profile is missing" in refusal(form(elsewhere))
    assert parse_application(form(elsewhere, rest='[jurisdiction]\nprofile = "eu"')).jurisdiction.profile == "eu"


def test_a_misspelt_field_is_refused_with_the_right_one() -> None:
    assert refusal(form(rest="[stated]\nanual_revenue = 1")) == (
        "application.toml: [stated] has no field 'anual_revenue'; did you mean 'annual_revenue'?"
    )
    assert refusal(form() + "[statd]\n") == ("application.toml: there is no section [statd]; did you mean [stated]?")
    assert refusal(form(rest="[stated]\nshoe_size = 1")).endswith(
        "it may have annual_revenue, prior_year_revenue, net_profit, existing_debt, monthly_debt_service, "
        "average_monthly_inflow, bank_accounts."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the section [business] is missing"),
        (f"[business]\n{BUSINESS}", "the section [request] is missing"),
        (form('country = "GB"'), "[business] lacks the field 'legal_name'"),
        (form('legal_name = " "\ncountry = "GB"'), "[business] legal_name must not be empty"),
        (form('legal_name = 7\ncountry = "GB"'), "must be text in quotation marks, not 7"),
        (form('legal_name = "a\\u0000b"\ncountry = "GB"'), "control character"),
        (form('legal_name = "A"\ncountry = "UK"'), "the United Kingdom is GB"),
        (form('legal_name = "A"\ncountry = "ZZ"'), "must be a country's code of two letters"),
        (form(BUSINESS + 'established_on = "31/03/2015"'), "must be a date such as 2026-03-31, not '31/03/2015'"),
        (form(BUSINESS + 'established_on = "2015-02-30"'), "not a day of the calendar"),
        (form(BUSINESS + "established_on = 2015-02-03T04:05:06Z"), "must be a date"),
        (form(BUSINESS + "employees = 1.5"), "a whole number from 0"),
        (form(BUSINESS + "employees = true"), "must be a number such as 12, not true"),
        (form(rest="people = 3"), "[request] has no field 'people'"),
        (form(rest='[people]\nfull_name = "x"'), "written as [[people]]"),
        (form(rest='[[people]]\nfull_name = "x"'), "[[people]] no. 1 lacks the field 'role'"),
        (form(rest='[[people]]\nfull_name = "x"\nrole = "boss"'), "owner, director, guarantor, signatory"),
        (form(rest='[[people]]\nfull_name = "x"\nrole = "owner"\nshare = 60'), "a fraction from 0 to 1"),
        (form(rest="[stated]\nannual_revenue = -1"), "must not be negative"),
        (form(rest="[stated]\nannual_revenue = nan"), "of ordinary size"),
        (form(rest="[stated]\nannual_revenue = -inf"), "of ordinary size"),
        (form(rest="[stated]\nannual_revenue = 1e400"), "of ordinary size"),
        (form(rest="[stated]\nannual_revenue = 1e16"), "check its digits"),
        (form(rest='[stated]\nannual_revenue = "1,000"'), "a plain number such as 125000.00, not '1,000'"),
        (form(rest="[stated]\nannual_revenue = false"), "not false"),
        (form(rest='[stated]\nbank_accounts = "x"'), "must be a list"),
        (form(rest='[stated]\nbank_accounts = ["x", 3]'), "must be text"),
        (form(rest='[applicant]\nlanguage = "klingon"'), "a language's code"),
        (form(rest='[applicant]\nlanguage = "qq"'), "a language's code"),
        (form(rest='[jurisdiction]\nprofile = "mars"'), "us-small, us-large, uk, eu, cn"),
        (form(request=REQUEST.replace("120000", "0")), "amount must be more than 0"),
        (form(request=REQUEST.replace("36", "0")), "a whole number from 1 to 600"),
        (form(request=REQUEST.replace("GBP", "POUND")), "a currency's code"),
        ("[business\n", "is not valid TOML: Expected ']'"),
        (form(rest="[stated]\nnet_profit = \n"), "line 12"),
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("x = " + "9" * 10_000, "is not valid TOML"),
        ("business = 3\n", "business must be a section"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(text: str, said: str) -> None:
    assert said in refusal(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value="0.01", max_value=10**15, places=2))
def test_money_is_the_number_that_was_typed(amount: Decimal) -> None:
    for typed in (str(amount), f'"{amount}"'):
        parsed = parse_application(form(request=REQUEST.replace("120000", typed)))
        assert str(parsed.request.amount) == str(amount)


@given(st.text(max_size=200))
def test_any_text_is_a_form_or_is_refused(text: str) -> None:
    """The only other end is BadInput: no text makes the reader break down."""
    with pytest.raises(BadInput, match=r"^application\.toml"):
        raise BadInput(f"application.toml was read: {parse_application(text)}")


@given(
    st.sampled_from(["annual_revenue", "net_profit", "bank_accounts"]),
    st.one_of(st.integers().map(str), st.floats().map(str), st.sampled_from(["true", "[]", "{}", "'x'", "07:32:00"])),
)
def test_any_typed_value_is_read_or_refused(name: str, value: str) -> None:
    try:
        stated = parse_application(form(rest=f"[stated]\n{name} = {value}")).stated
    except BadInput:
        return
    assert name == "bank_accounts" or Decimal(value) == getattr(stated, name)
