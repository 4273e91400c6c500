"""Payslips of four countries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.model import CheckResult, Document
from ocr.classify import Known, classify
from ocr.kinds import payslip
from ocr.text import Text
from tests.core.drawn_text import typed

BRITISH = (
    "Harbour Street Bakery Ltd                 Payslip",
    "Employee name: Jane Whitfield             Employee no: 0042",
    "NI number: QQ123456C    Tax code: 1257L   Pay date: 31/03/2026",
    "Pay period: 01/03/2026 - 31/03/2026",
    "Payments        Amount       Deductions      Amount       This year",
    "Salary          2,500.00     PAYE Tax        290.40",
    "Overtime          120.00     NI contribution 156.20",
    "Gross pay       2,620.00                                  31,440.00",
    "Total deductions  446.60",
    "Net pay         2,173.40                                  26,080.80",
)
AMERICAN = (
    "Prairie Lantern Supply Inc.          Earnings Statement",
    "Pay Date: 03/15/2026   Period Beginning: 03/01/2026   Period Ending: 03/14/2026",
    "Employee: Maria Lopez     SSN: xxx-xx-1234",
    "Earnings           Hours       Current         YTD",
    "Regular            80.00       2,400.00        14,400.00",
    "Gross Pay                      2,400.00        14,400.00",
    "Federal Tax                      288.00         1,728.00",
    "Social Security                  148.80           892.80",
    "Medicare                          34.80           208.80",
    "Total Deductions                 471.60         2,829.60",
    "Net Pay                        1,928.40        11,570.40",
)
GERMAN = (
    "Muster Handels GmbH",
    "Entgeltabrechnung      März 2026",
    "Mitarbeiter: Erika Mustermann      Personalnummer 1042   Steuerklasse 1",
    "Gehalt                    3.200,00",
    "Gesamtbrutto              3.200,00",
    "Lohnsteuer                  405,16",
    "Krankenversicherung         262,40",
    "Rentenversicherung          297,60",
    "Abzüge gesamt               965,16",
    "Auszahlungsbetrag         2.234,84",
)
CHINESE = (
    "杭州云帆科技有限公司  2026年3月工资单",
    "姓名  张伟    部门  技术部",
    "基本工资  8000.00   绩效  2000.00",
    "应发合计  10000.00",
    "社保  800.00  公积金  500.00  个人所得税  90.00",
    "扣款合计  1390.00",
    "实发工资  8610.00",
)


SAGE = (
    "Employee No.    Employee            Process date      National Insurance No.",
    "17              Mr D Whitfield      28/02/2026        QQ123456C",
    "",
    "Payments        Amount       Deductions      Amount         Year to date",
    "Salary          2640.00      PAYE Tax        318.40         Total gross pay    29,340.00",
    "Bonus            150.00      Pension         252.86         Gross for tax      28,100.00",
    "",
    "Total gross pay     Total deductions      Net pay",
    "2790.00             571.26                2218.74",
    "Harbour Joinery Ltd       Tax code: 1257L      Dept: 4",
)
PARTS = (
    "Muster Metallbau GmbH",
    "Abrechnung der Brutto/Netto-Bezüge      für Februar 2026",
    "Name: Keller, Jonas         Personal-Nr. 00042     StKl 1",
    "Gehalt                                        3.890,00",
    "Gesamt-Brutto                                 3.890,00",
    "Steuerrechtl. Abzüge                            584,63",
    "SV-rechtl. Abzüge                               838,30",
    "Netto-Verdienst                               2.467,07",
    "VWL Überweisung                                 -40,00",
    "Auszahlungsbetrag                             2.427,07",
)
FRENCH = (
    "BOULANGERIE MARTIN SARL                   BULLETIN DE PAIE",
    "12 rue des Lilas                          Période : du 01/03/2026 au 31/03/2026",
    "69003 LYON                                Payé le : 31/03/2026",
    "",
    "Matricule : 0017                          Mme Claire DUBOIS",
    "Emploi : Vendeuse                         8 avenue Jean Jaurès",
    "SIRET 123 456 789 00012                   69007 LYON",
    "",
    "Rubriques                       Base         Part salarié    Part employeur",
    "Salaire brut                                 2 002,04",
    "Total des cotisations                        352,18          291,49",
    "Net à payer avant impôt sur le revenu        1 649,86",
    "Impôt sur le revenu                          35,85",
    "Net payé en euros                            1 614,01",
)
STRIP = (
    "苏州新创电子有限公司2026年5月工资条          发放日期：2026-06-10",
    "",
    "工号        姓名        部门        基本工资      应发合计      社保        扣款合计      实发工资",
    "A013      王建军       研发部       8000.00   9000.00   800.00    1390.00   7610.00",
)


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (SAGE, "Mr D Whitfield|Harbour Joinery Ltd|2026-02-28|||2790.00|571.26|2218.74|29340.00|"),
        (PARTS, "Keller, Jonas|Muster Metallbau GmbH||2026-02-01|2026-02-28|3890.00|1422.93|2427.07||"),
        (FRENCH, "Mme Claire DUBOIS|BOULANGERIE MARTIN SARL|2026-03-31|2026-03-01|2026-03-31|2002.04|352.18|1614.01||"),
        (STRIP, "王建军|苏州新创电子有限公司|2026-06-10|2026-05-01|2026-05-31|9000.00|1390.00|7610.00||"),
    ],
    ids=["boxes", "partial sums", "French", "strip"],
)
def test_slips_in_other_arrangements(lines: tuple[str, ...], values: str) -> None:
    assert kind_of(typed(*lines, letter=0.008)) == "payslip"
    fields = payslip.extract(typed(*lines, letter=0.008), "d").fields
    found = "|".join(fields[name].value if name in fields else "" for name in payslip.FIELDS)
    assert found == values


def test_what_comes_off_after_the_net_pay_breaks_no_sum() -> None:
    fields = payslip.extract(typed(*PARTS, letter=0.008), "d").fields
    document = Document(id="d", file="f", sha256="0" * 64, kind="payslip", strength=1.0, fields=fields)
    assert payslip.check(document)[0].result is CheckResult.NOT_FOUND


def read(*lines: str) -> dict[str, str]:
    return {name: field.value for name, field in payslip.extract(typed(*lines), "d").fields.items()}


def kind_of(text: Text) -> str:
    found = classify(text)
    return found.kind.name if isinstance(found, Known) else ""


@pytest.mark.parametrize("lines", [BRITISH, AMERICAN, GERMAN, CHINESE])
def test_payslips_are_known(lines: tuple[str, ...]) -> None:
    assert kind_of(typed(*lines)) == "payslip"


def test_a_british_payslip() -> None:
    assert read(*BRITISH) == {
        "employee_name": "Jane Whitfield",
        "employer_name": "Harbour Street Bakery Ltd",
        "pay_date": "2026-03-31",
        "period_start": "2026-03-01",
        "period_end": "2026-03-31",
        "gross_pay": "2620.00",
        "deductions": "446.60",
        "net_pay": "2173.40",
        "ytd_gross": "31440.00",
        "ytd_net": "26080.80",
    }


def test_an_american_stub_with_a_column_for_the_year() -> None:
    assert read(*AMERICAN) == {
        "employee_name": "Maria Lopez",
        "employer_name": "Prairie Lantern Supply Inc.",
        "pay_date": "2026-03-15",
        "period_start": "2026-03-01",
        "period_end": "2026-03-14",
        "gross_pay": "2400.00",
        "deductions": "471.60",
        "net_pay": "1928.40",
        "ytd_gross": "14400.00",
        "ytd_net": "11570.40",
    }


def test_a_german_one_names_its_month() -> None:
    found = read(*GERMAN)
    assert (found["employee_name"], found["employer_name"]) == ("Erika Mustermann", "Muster Handels GmbH")
    assert (found["period_start"], found["period_end"]) == ("2026-03-01", "2026-03-31")
    assert (found["gross_pay"], found["deductions"], found["net_pay"]) == ("3200.00", "965.16", "2234.84")


def test_a_chinese_one() -> None:
    found = read(*CHINESE)
    assert (found["employee_name"], found["employer_name"]) == ("张伟", "杭州云帆科技有限公司")
    assert (found["gross_pay"], found["deductions"], found["net_pay"]) == ("10000.00", "1390.00", "8610.00")
    assert found["period_end"] == "2026-03-31"


def test_a_changed_net_pay_is_found() -> None:
    for lines, result in ((BRITISH, CheckResult.NOT_FOUND), (_forged(), CheckResult.FOUND)):
        fields = payslip.extract(typed(*lines), "d").fields
        document = Document(id="d", file="f", sha256="0" * 64, kind="payslip", strength=1.0, fields=fields)
        assert payslip.check(document)[0].result is result


def _forged() -> tuple[str, ...]:
    return tuple(line.replace("2,173.40", "3,173.40") for line in BRITISH)


@settings(max_examples=500, deadline=None)
@given(lines=st.lists(st.text(alphabet="Gros payNet deuctin1234.,: YTD实发工资年月2026-/", max_size=50), max_size=8))
def test_no_text_makes_it_fail(lines: list[str]) -> None:
    text = typed(*lines)
    assert 0.0 <= payslip.evidence(text) <= 1.0
    fields = payslip.extract(text, "d").fields
    payslip.check(Document(id="d", file="f", sha256="0" * 64, kind="payslip", strength=1.0, fields=fields))
