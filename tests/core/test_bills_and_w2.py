"""Utility bills and American wage statements."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.model import CheckResult, Document
from ocr.classify import Known, classify
from ocr.kind import Kind
from ocr.kinds import utility_bill, wage_statement
from ocr.text import Text
from tests.core.drawn_text import typed

BRITISH = (
    "Northlight Energy Ltd                         Your electricity bill",
    "",
    "Harbour Street Bakery Ltd                     Bill date: 14 March 2026",
    "12 Harbour Street                             Account number: 8501 2234 91",
    "Whitby                                        Tariff: Business Fixed",
    "YO22 4AB                                      MPAN 1012345678901",
    "",
    "Previous reading   40211      Current reading   41530     Used 1,319 kWh",
    "Standing charge    31 days at 45.20p                      14.01",
    "Total new charges                                         402.17",
    "Amount due                                               £402.17",
)
AMERICAN = (
    "Cedar Valley Water Company",
    "Statement Date: 02/05/2026      Account: 55-01332",
    "Account holder: Prairie Lantern Supply Inc",
    "Service address: 410 Mill Road",
    "Meter number 88123   Previous reading 1204   Current reading 1260",
    "Sewer charges          31.20",
    "Total amount due       $96.44",
)
GERMAN = (
    "Stadtwerke Musterstadt GmbH             Stromrechnung",
    "",
    "Muster Handels GmbH                     Rechnungsdatum: 05.02.2026",
    "Hauptstraße 5                           Zählernummer: 1ESY1160",
    "50667 Köln                              Zählerstand neu 12.345",
    "",
    "Verbrauch 2.310 kWh   Arbeitspreis 28,50 ct/kWh   Grundpreis 120,00",
    "Zu zahlender Betrag      778,35 €",
)
CHINESE = (
    "国网杭州供电公司电费账单",
    "户名：张伟",
    "户号：3301122334",
    "用电地址：杭州市西湖区文三路100号",
    "抄表日期  2026-02-28",
    "用电量  320 度",
    "账单日期：2026年3月5日",
    "应缴金额：182.40元",
)
W2 = (
    "a Employee's social security number      OMB No. 1545-0008",
    "  123-45-6789",
    "b Employer identification number (EIN)     1 Wages, tips, other compensation     2 Federal income tax withheld",
    "  36-1234567                               52000.00                              6240.00",
    "c Employer's name, address, and ZIP code   3 Social security wages               4 Social security tax withheld",
    "  Prairie Lantern Supply Inc               52000.00                              3224.00",
    "  410 Mill Road                            5 Medicare wages and tips             6 Medicare tax withheld",
    "  Cedar Falls IA 50613                     52000.00                              754.00",
    "e Employee's first name and initial  Last name",
    "  Maria Lopez",
    "Form W-2 Wage and Tax Statement   2025     Department of the Treasury",
)


def read(kind: Kind, *lines: str) -> dict[str, str]:
    return {name: field.value for name, field in kind.extract(typed(*lines, letter=0.008), "d").fields.items()}


def kind_of(text: Text) -> str:
    found = classify(text)
    return found.kind.name if isinstance(found, Known) else ""


@pytest.mark.parametrize("lines", [BRITISH, AMERICAN, GERMAN, CHINESE])
def test_bills_are_known(lines: tuple[str, ...]) -> None:
    assert kind_of(typed(*lines, letter=0.008)) == "utility_bill"


def test_a_british_bill() -> None:
    assert read(utility_bill.KIND, *BRITISH) == {
        "provider": "Northlight Energy Ltd",
        "account_holder": "Harbour Street Bakery Ltd",
        "address": "12 Harbour Street, Whitby, YO22 4AB",
        "bill_date": "2026-03-14",
        "amount_due": "402.17",
    }


def test_an_american_bill_with_labels() -> None:
    assert read(utility_bill.KIND, *AMERICAN) == {
        "provider": "Cedar Valley Water Company",
        "account_holder": "Prairie Lantern Supply Inc",
        "address": "410 Mill Road",
        "bill_date": "2026-02-05",
        "amount_due": "96.44",
    }


def test_a_german_bill() -> None:
    found = read(utility_bill.KIND, *GERMAN)
    assert (found["provider"], found["account_holder"]) == ("Stadtwerke Musterstadt GmbH", "Muster Handels GmbH")
    assert (found["address"], found["bill_date"]) == ("Hauptstraße 5, 50667 Köln", "2026-02-05")
    assert found["amount_due"] == "778.35"


def test_a_chinese_bill() -> None:
    found = read(utility_bill.KIND, *CHINESE)
    assert (found["account_holder"], found["address"]) == ("张伟", "杭州市西湖区文三路100号")
    assert (found["bill_date"], found["amount_due"]) == ("2026-03-05", "182.40")


def test_a_w2() -> None:
    assert kind_of(typed(*W2, letter=0.008)) == "wage_statement"
    found = read(wage_statement.KIND, *W2)
    shown = {name: found[name] for name in wage_statement.FIELDS}
    assert shown == {
        "employee_name": "Maria Lopez",
        "employer_name": "Prairie Lantern Supply Inc",
        "tax_year": "2025",
        "employer_id": "36-1234567",
        "employee_ssn": "123-45-6789",
        "wages": "52000.00",
        "federal_tax": "6240.00",
    }


def test_a_w2_whose_taxes_are_no_share_of_its_wages() -> None:
    for lines, result in ((W2, CheckResult.NOT_FOUND), (_raised(), CheckResult.FOUND)):
        fields = wage_statement.extract(typed(*lines, letter=0.008), "d").fields
        document = Document(id="d", file="f", sha256="0" * 64, kind="wage_statement", strength=1.0, fields=fields)
        assert wage_statement.check(document)[0].result is result


def _raised() -> tuple[str, ...]:
    return tuple(line.replace("52000.00", "92000.00") for line in W2)


GAS = (
    "Westmarsh Gas                                      Date of bill: 7 May 2026",
    "",
    "Ms Laura Pemberton",
    "Flat 3",
    "18 Copper Lane",
    "Leeds",
    "LS6 2QT",
    "",
    "Your gas statement",
    "What was your previous balance?                    £112.40",
    "What have you paid since your last bill?           £120.00",
    "Gas used: 2,301 kWh, VAT 5%                        £215.37",
    "What you now owe                                   £207.77",
    "Your Direct Debit of £65.00 a month stays the same. MPRN 7712209911. Standing charge 29p a day.",
)
COUNCIL = (
    "Eastmoor District Council            COUNCIL TAX BILL 2026/27",
    "",
    "Account reference    Date of issue     Property band     Address of property",
    "70112239             10 March 2026     C                 44 Station Road, Eastmoor, EM4 7PL",
    "",
    "Miss Priya Raman",
    "44 Station Road",
    "Eastmoor",
    "EM4 7PL",
    "",
    "Council Tax for Band C                                   £1,866.16",
    "Less 25% single person discount                          -£466.54",
    "Total amount payable                                     £1,399.62",
    "First instalment of £139.92 on 1 April 2026, then 9 instalments of £139.97.",
)
YEARLY = (
    "Stadtwerke Rheinau GmbH · Postfach 1120 · 56112 Lahnstein",
    "Herrn",
    "Thomas Brandt                            Rechnungsnummer: VR-88120",
    "Gartenweg 12                             Rechnungsdatum: 14.01.2026",
    "56112 Lahnstein",
    "",
    "Jahresabrechnung Strom 2025",
    "Verbrauchsstelle: Gartenweg 12, 56112 Lahnstein. Zählernummer 1EMH0099.",
    "Arbeitspreis 3.120 kWh                   973,44 €",
    "Rechnungsbetrag netto                    1.117,44 €",
    "Rechnungsbetrag brutto                   1.329,75 €",
    "abzüglich geleistete Abschläge           -1.200,00 €",
    "Nachzahlung                              129,75 €",
    "Ihr neuer Abschlag beträgt monatlich     112,00 €",
)
TABLE = (
    "宁波市自来水有限公司水费账单",
    "用户编号    00112233    用户名称    宁波海川餐饮有限公司",
    "用水地址    宁波市鄞州区中山东路88号",
    "用水量（吨）    139    单价（元/吨）    4.55",
    "上期余额    100.00    本期费用合计    763.50    本次应缴金额    663.50",
    "出账日期：2026年4月10日    缴费截止日：2026年4月30日",
)


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (
            GAS,
            ("Westmarsh Gas", "Ms Laura Pemberton", "Flat 3, 18 Copper Lane, Leeds, LS6 2QT", "2026-05-07", "207.77"),
        ),
        (
            COUNCIL,
            (
                "Eastmoor District Council",
                "Miss Priya Raman",
                "44 Station Road, Eastmoor, EM4 7PL",
                "2026-03-10",
                "1399.62",
            ),
        ),
        (
            YEARLY,
            ("Stadtwerke Rheinau GmbH", "Thomas Brandt", "Gartenweg 12, 56112 Lahnstein", "2026-01-14", "129.75"),
        ),
        (TABLE, ("宁波市自来水有限公司", "宁波海川餐饮有限公司", "宁波市鄞州区中山东路88号", "2026-04-10", "663.50")),
    ],
    ids=["gas", "council tax", "German year", "Chinese table"],
)
def test_what_is_to_be_paid_now_by_whom_and_where(lines: tuple[str, ...], values: tuple[str, ...]) -> None:
    assert kind_of(typed(*lines, letter=0.0075)) == "utility_bill"
    found = {name: one.value for name, one in utility_bill.extract(typed(*lines, letter=0.0075), "d").fields.items()}
    assert found == dict(zip(utility_bill.FIELDS, values, strict=True))


def test_a_name_in_two_parts_and_amounts_at_the_right_of_their_boxes() -> None:
    lines = (
        "b  Employer identification number (EIN)   1  Wages, tips, other compensation   2  Federal income tax withheld",
        "   36-1234567                                                    52000.00                           6240.00",
        "c  Employer's name, address, and ZIP code 3  Social security wages              4  Social security tax",
        "   Prairie Lantern Supply Inc                                    52000.00                           3224.00",
        "   410 Mill Road                          5  Medicare wages and tips            6  Medicare tax withheld",
        "   Cedar Falls IA 50613                                          52000.00                            754.00",
        "e  Employee's first name and initial    Last name    Suff.",
        "   Maria        Lopez",
        "Form W-2 Wage and Tax Statement   2025     Department of the Treasury",
    )
    found = read(wage_statement.KIND, *lines)
    assert (found["employee_name"], found["employer_name"]) == ("Maria Lopez", "Prairie Lantern Supply Inc")
    assert (found["wages"], found["federal_tax"]) == ("52000.00", "6240.00")


@pytest.mark.parametrize("kind", [utility_bill.KIND, wage_statement.KIND], ids=lambda kind: kind.name)
@settings(max_examples=500, deadline=None)
@given(lines=st.lists(st.text(alphabet="kWh meter bil due tax W-2 1234.,:$£户名电费账单地址", max_size=50), max_size=8))
def test_no_text_makes_a_kind_fail(kind: Kind, lines: list[str]) -> None:
    text = typed(*lines)
    assert 0.0 <= kind.evidence(text) <= 1.0
    fields = kind.extract(text, "d").fields
    kind.check(Document(id="d", file="f", sha256="0" * 64, kind=kind.name, strength=1.0, fields=fields))
