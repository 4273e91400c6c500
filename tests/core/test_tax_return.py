"""Tax returns of businesses, by the numbered lines of their forms."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.model import CheckResult, Document
from ocr.classify import Known, classify
from ocr.kinds import tax_return
from ocr.text import Text
from tests.core.drawn_text import typed

CORPORATION = (
    "Form 1120            U.S. Corporation Income Tax Return                 2024",
    "For calendar year 2024 or tax year beginning        , ending",
    "Name                                            B Employer identification number",
    "Prairie Lantern Supply Inc                      36-1234567",
    "1a  Gross receipts or sales                          1a    1,284,500.",
    "b   Returns and allowances                           1b            0.",
    "2   Cost of goods sold (attach Form 1125-A)                        2       719,320.",
    "3   Gross profit. Subtract line 2 from line 1c                     3       565,180.",
    "27  Total deductions. Add lines 12 through 26                     27       404,618.",
    "28  Taxable income before net operating loss deduction            28       160,562.",
    "30  Taxable income. Subtract line 29c from line 28                30       160,562.",
    "31  Total tax (Schedule J, Part I, line 11)                       31        33,718.",
    "33  Total payments and credits (Schedule J, line 23)              33        30,000.",
    "35  Amount owed. If line 33 is smaller than line 31               35         3,718.",
    "Sign Here   Signature of officer   J. Miller         Date 04/10/2025",
)
S_CORPORATION = (
    "Form 1120-S     U.S. Income Tax Return for an S Corporation      2023",
    "For calendar year 2023 or tax year beginning , 2023, ending , 20",
    "Name                                  D Employer identification number",
    "Cedar Falls Dental PC                 42-7654321",
    "1a Gross receipts or sales  910,000   b Returns 0   c Balance        1c     910,000",
    "2 Cost of goods sold (attach Form 1125-A)                             2     110,000",
    "3 Gross profit. Subtract line 2 from line 1c                          3     800,000",
    "21 Total deductions. Add lines 7 through 20                          21     690,500",
    "22 Ordinary business income (loss). Subtract line 21 from line 6     22     109,500",
)
CHINESE = (
    "增值税及附加税费申报表（一般纳税人适用）",
    "税款所属时间：自2026年1月1日至2026年1月31日   填表日期：2026年2月10日",
    "纳税人识别号 91330106MA2B12345X",
    "纳税人名称：杭州云帆科技有限公司",
    "（一）按适用税率计税销售额    1      850000.00",
    "销项税额                     11     110500.00",
    "进项税额                     12      70500.00",
    "应纳税额合计                 24      40000.00",
)


def read(*lines: str) -> dict[str, str]:
    return {name: field.value for name, field in tax_return.extract(typed(*lines), "d").fields.items()}


def kind_of(text: Text) -> str:
    found = classify(text)
    return found.kind.name if isinstance(found, Known) else ""


def test_returns_are_known() -> None:
    for lines in (CORPORATION, S_CORPORATION, CHINESE):
        assert kind_of(typed(*lines)) == "tax_return"


def test_a_corporations_return() -> None:
    found = read(*CORPORATION)
    assert {name: found.get(name) for name in tax_return.FIELDS} == {
        "form": "1120",
        "tax_year": "2024",
        "period_start": "2024-01-01",
        "period_end": "2024-12-31",
        "legal_name": "Prairie Lantern Supply Inc",
        "tax_id": "36-1234567",
        "gross_receipts": "1284500",
        "cost_of_goods_sold": "719320",
        "gross_profit": "565180",
        "total_deductions": "404618",
        "net_income": "160562",
        "tax_due": "3718",
        "signed": "yes",
        "filed_on": "2025-04-10",
    }


def test_an_s_corporations_return_has_no_tax_of_its_own() -> None:
    found = read(*S_CORPORATION)
    assert (found["form"], found["tax_year"], found["legal_name"]) == ("1120-S", "2023", "Cedar Falls Dental PC")
    assert (found["gross_receipts"], found["total_deductions"]) == ("910000", "690500")
    assert found["net_income"] == "109500"
    assert "tax_due" not in found


def test_a_chinese_vat_return() -> None:
    found = read(*CHINESE)
    assert (found["form"], found["legal_name"]) == ("增值税及附加税费申报表", "杭州云帆科技有限公司")
    assert (found["period_start"], found["period_end"]) == ("2026-01-01", "2026-01-31")
    assert (found["tax_id"], found["filed_on"]) == ("91330106MA2B12345X", "2026-02-10")
    assert (found["gross_receipts"], found["tax_due"]) == ("850000.00", "40000.00")


def test_a_changed_profit_is_found() -> None:
    forged = tuple(line.replace("565,180", "765,180") for line in CORPORATION)
    for lines, result in ((CORPORATION, CheckResult.NOT_FOUND), (forged, CheckResult.FOUND)):
        fields = tax_return.extract(typed(*lines), "d").fields
        document = Document(id="d", file="f", sha256="0" * 64, kind="tax_return", strength=1.0, fields=fields)
        assert tax_return.check(document)[0].result is result


@settings(max_examples=500, deadline=None)
@given(
    lines=st.lists(
        st.text(alphabet="Form 120-S65 grosecipt salenm Date/:.,增值税申报表销售额年月日", max_size=60), max_size=8
    )
)
def test_no_text_makes_it_fail(lines: list[str]) -> None:
    text = typed(*lines)
    assert 0.0 <= tax_return.evidence(text) <= 1.0
    fields = tax_return.extract(text, "d").fields
    tax_return.check(Document(id="d", file="f", sha256="0" * 64, kind="tax_return", strength=1.0, fields=fields))
