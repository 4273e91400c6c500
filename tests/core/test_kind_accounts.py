"""Accounts of several countries: line items of two years, totals without a label, sums that hold or do not."""

from __future__ import annotations

import pytest

from cases.model import CheckResult, Document, Origin
from ocr.classify import Known, Unknown, classify
from ocr.kind import Kind
from ocr.kinds.annual_accounts import KIND as FILING
from ocr.kinds.balance_sheet import KIND as BALANCE
from ocr.kinds.income_statement import KIND as INCOME
from ocr.text import Text
from tests.core.drawn import drawn
from tests.core.drawn_text import typed

BRITISH = """
Quayside Bakery Ltd
Registered number: 09701274
Balance Sheet
as at 31 July 2017
                                         Notes              2017              2016
                                                               £                 £
Fixed assets
Tangible assets                          2                 2,422                 -
Current assets
Debtors                                  3                    99                99
Cash at bank and in hand                                   6,750                 -
                                                           6,849                99
Creditors: amounts falling due
within one year                          4               (4,425)                 -
Net current assets                                         2,424                99
Net assets                                                 4,846                99
Capital and reserves
Called up share capital                                       99                99
Profit and loss account                                    4,747                 -
                                                           4,846                99
"""

ONE_YEAR = """
Toun Trading Limited (Registered number: 09900460)
Balance Sheet
31 December 2016
                                   Notes          £               £
Fixed assets
Tangible assets                        4                          0
Current assets
Debtors                                5          0
Cash at bank                                 31,051
                                                             31,051
Creditors
Amounts falling due within one year    6                    (23,224)
Net current assets                                            7,827
Total assets less current liabilities                         7,827
Capital and reserves
Called up share capital                                           1
Retained earnings                                             7,826
                                                              7,827
"""

ABRIDGED = """
Stone Ltd (Registered number: 09580242)
Balance Sheet
31 May 2017
                                              31.5.17         31.5.16
                                                    £               £
Fixed assets                                    1,000           1,254
Current assets                                498,209         451,547
Creditors
Amounts falling due within one year          (191,446)       (174,434)
Capital and reserves                          307,763         278,367
"""

AMERICAN = """
Prairie Tools Inc.
Income Statement
For the year ended December 31, 2025
(in thousands)
                                                2025            2024
Net sales                                     $1,200          $1,000
Cost of goods sold                               700             600
Gross profit                                     500             400
Operating expenses                               300             250
Operating income                                 200             150
Interest expense                                  20              10
Income before income taxes                       180             140
Income tax expense                                40              30
Net income                                      $140            $110
"""

CHINESE = """
                     资 产 负 债 表
编制单位：云帆科技有限公司          2025年12月31日              单位：元
资产             期末余额      年初余额     负债和所有者权益      期末余额      年初余额
流动资产：                                  流动负债：
货币资金       120,000.00    90,000.00     短期借款           50,000.00     40,000.00
应收账款        80,000.00    60,000.00     应付账款           30,000.00     20,000.00
存货            50,000.00    50,000.00     流动负债合计       80,000.00     60,000.00
流动资产合计   250,000.00   200,000.00     负债合计           80,000.00     60,000.00
固定资产       100,000.00   110,000.00     所有者权益合计    270,000.00    250,000.00
资产总计       350,000.00   310,000.00     负债和所有者权益总计  350,000.00   310,000.00
"""


def read(kind: Kind, text: Text) -> Document:
    found = kind.extract(text, "d-1")
    bare = Document(id="d-1", file="a.pdf", sha256="0", kind=kind.name, strength=1.0, fields=found.fields)
    return Document(
        id="d-1", file="a.pdf", sha256="0", kind=kind.name, strength=1.0, fields=found.fields, findings=kind.check(bare)
    )


def values(document: Document, *names: str) -> list[str | None]:
    return [document.text(name) for name in names]


def result(document: Document, check: str) -> CheckResult:
    finding = document.finding(check)
    assert finding is not None
    return finding.result


def test_a_british_balance_sheet_of_two_years() -> None:
    document = read(BALANCE, drawn(BRITISH))
    assert values(document, "fixed_assets", "receivables", "cash", "current_assets", "current_liabilities") == [
        "2422", "99", "6750", "6849", "4425",
    ]  # fmt: skip
    assert values(document, "receivables_prior", "current_assets_prior", "net_assets_prior") == ["99", "99", "99"]
    assert values(document, "net_assets", "equity", "retained_earnings") == ["4846", "4846", "4747"]
    assert values(document, "period_end", "currency", "registration_number") == ["2017-07-31", "GBP", "09701274"]
    assert result(document, "assets_equal_liabilities_and_equity") is CheckResult.NOT_FOUND
    assert result(document, "current_assets_subtotal") is CheckResult.NOT_FOUND


def test_a_total_without_a_label_counts_only_when_it_is_the_sum() -> None:
    document = read(BALANCE, drawn(BRITISH.replace("6,849", "6,949")))
    field = document.fields.get("current_assets")
    assert field is None or field.origin is Origin.DERIVED


def test_note_numbers_of_a_first_year_are_no_amounts() -> None:
    document = read(BALANCE, drawn(ONE_YEAR))
    assert values(document, "cash", "current_assets", "current_liabilities", "equity") == [
        "31051", "31051", "23224", "7827",
    ]  # fmt: skip
    assert values(document, "fixed_assets", "receivables") == ["0", "0"]
    assert result(document, "assets_equal_liabilities_and_equity") is CheckResult.NOT_FOUND
    assert result(document, "comparatives") is CheckResult.FOUND


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (ABRIDGED, CheckResult.NOT_FOUND),
        (ABRIDGED.replace("498,209", "598,209"), CheckResult.FOUND),
        (ABRIDGED.replace("278,367", "278,376"), CheckResult.FOUND),
    ],
)
def test_the_short_form_must_add_up_in_both_years(sheet: str, expected: CheckResult) -> None:
    assert result(read(BALANCE, drawn(sheet)), "assets_equal_liabilities_and_equity") is expected


def test_an_american_income_statement_in_thousands() -> None:
    document = read(INCOME, drawn(AMERICAN))
    assert values(document, "unit", "revenue", "gross_profit", "net_profit_prior") == [
        "1000", "1200000", "500000", "110000",
    ]  # fmt: skip
    assert {result(document, check) for check in ("gross_profit", "profit_chain", "operating_chain")} == {
        CheckResult.NOT_FOUND
    }
    edited = read(INCOME, drawn(AMERICAN.replace("$140", "$240")))
    assert result(edited, "profit_chain") is CheckResult.FOUND


def test_a_chinese_balance_sheet_with_two_sides_on_one_line() -> None:
    document = read(BALANCE, drawn(CHINESE))
    assert values(document, "cash", "short_term_debt", "total_assets", "total_liabilities", "equity") == [
        "120000.00", "50000.00", "350000.00", "80000.00", "270000.00",
    ]  # fmt: skip
    assert values(document, "cash_prior", "total_assets_prior") == ["90000.00", "310000.00"]
    assert values(document, "period_end", "entity") == ["2025-12-31", "云帆科技有限公司"]
    assert result(document, "assets_equal_liabilities_and_equity") is CheckResult.NOT_FOUND


@pytest.mark.parametrize(
    ("sheet", "kind"),
    [
        (ABRIDGED, "balance_sheet"),
        (AMERICAN, "income_statement"),
        (CHINESE, "balance_sheet"),
        (BRITISH + AMERICAN, "annual_accounts"),
    ],
)
def test_the_kinds_of_accounts(sheet: str, kind: str) -> None:
    known = classify(drawn(sheet))
    assert isinstance(known, Known)
    assert known.kind.name == kind


def test_an_article_about_profits_is_no_statement() -> None:
    prose = (
        "Revenue rose last year and net profit with it.\nThe balance sheet, the chairman said, had never been better.\n"
    )
    assert isinstance(classify(drawn(prose * 5)), Unknown)
    assert FILING.evidence(drawn(prose)) < 0.5


def test_fixed_assets_are_the_unlabelled_total_of_tangible_and_intangible_ones() -> None:
    text = typed(
        "S Khan Trading Limited      Balance Sheet as at 31 August 2025",
        "                             2025        2024",
        "FIXED ASSETS",
        "Intangible Assets           755,000     755,000",
        "Tangible Assets              63,261      68,160",
        "                            818,261     823,160",
        "CURRENT ASSETS",
        "Stocks                       32,365      30,670",
        "Debtors                      16,419      12,196",
        "Cash at bank and in hand     83,810      78,316",
        "                            132,594     121,182",
        "Creditors: Amounts Falling Due Within One Year    (249,517)   (260,658)",
        "NET CURRENT ASSETS (LIABILITIES)                  (116,923)   (139,476)",
        "TOTAL ASSETS LESS CURRENT LIABILITIES              701,338     683,684",
    )
    fields = BALANCE.extract(text, "d").fields
    assert (fields["fixed_assets"].value, fields["fixed_assets_prior"].value) == ("818261", "823160")
    assert fields["total_assets"].value == "950855"
