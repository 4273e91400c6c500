"""What payslips call themselves and their figures, in English, German, French and Chinese."""

from __future__ import annotations

import re

from ocr.wording import Wording

_WAGE = r"(?:工资|薪资|薪酬|金额|总额|合计|总计|小计|数|薪水|收入)*"
_CHINESE_GROSS = rf"(?:本月|本期|当月|税前)?(?:应发|应付){_WAGE}|工资总额|税前(?:工资|收入|合计)"
_CHINESE_CUTS = (
    r"(?:本月|本期|当月)?(?:应扣|扣款|扣除|代扣|代扣代缴|扣减|扣发|应减|个人扣款|个人代扣|其他扣款)"
    r"(?:款项|项目|工资|金额|项)*(?:合计|总额|总计|小计)|(?:应扣|扣款|扣除|代扣)(?:金额|款项|工资)|扣款|应扣"
)
_CHINESE_NET = rf"(?:本月|本期|当月|税后)?(?:实发|实付|实领|到手){_WAGE}|税后(?:工资|收入)"


def _with(chinese: str, *phrases: str) -> Wording:
    """Phrases of European languages, and a pattern of the Chinese ones, which are put together freely."""
    return Wording(re.compile(rf"{Wording.of(*phrases).pattern.pattern}|{chinese}", re.IGNORECASE))


GROSS = _with(
    _CHINESE_GROSS,
    *("gross pay", "total gross pay", "gross wages", "gross earnings", "total earnings", "total payments", "gross"),
    *("total gross", "gross salary", "total pay", "gross amount", "gross pay td", "total gross pay td", "ytd gross"),
    *("gross pay this period", "total gross earnings", "earnings total", "payments total", "total additions"),
    *(
        "total pay and allowances",
        "gross pay to date",
        "gross pay ytd",
        "gross income",
        "total income",
        "gross payments",
    ),
    *("total wages", "current gross", "total salary and allowances", "total remuneration", "gross pay for period"),
    *("total gross income", "total entitlements", "total remuneration for period", "total additions this period"),
    *("total devengado", "totale competenze", "bruto loon", "brutoloon", "总收入", "總收入", "應發合計", "應發金額"),
    *("gesamtbrutto", "gesamt brutto", "bruttolohn", "bruttogehalt", "bruttobezüge", "brutto", "summe brutto"),
    *("bruttoentgelt", "brutto gesamt", "gesamtbruttobezüge", "bruttosumme", "bruttoverdienst", "brutto summe"),
    *("summe bezüge", "summe der bezüge", "summe bruttobezüge", "gesamtbruttolohn", "gesamt bruttobezüge"),
    *("salaire brut", "total brut", "brut", "salaire brut total", "rémunération brute", "brut total", "cumul brut"),
    *("total salaire brut", "brut mensuel", "montant brut"),
)
DEDUCTIONS = _with(
    _CHINESE_CUTS,
    *("total deductions", "deductions total", "total taxes and deductions", "total deduction", "total withholdings"),
    *("total withheld", "total deductions this period", "total employee deductions", "total taxes deductions"),
    *("total tax and deductions", "total deductions and taxes", "total deductions td", "deductions"),
    *("total employee taxes and deductions", "total taxes & deductions", "total deductions ytd", "total statutory"),
    *("total abzüge", "total abzug", "total a deducir", "totale trattenute", "总扣除", "總扣除", "應扣合計"),
    *("gesamtabzüge", "summe abzüge", "summe der abzüge", "abzüge gesamt", "abzüge", "gesetzliche abzüge gesamt"),
    *("gesetzliche abzüge", "gesamtabzug", "summe gesetzliche abzüge", "abzüge summe", "gesamte abzüge"),
    *("summe gesetzlicher abzüge", "gesamt abzüge", "total des retenues", "total retenues", "total des cotisations"),
    *("total cotisations", "total des cotisations et contributions", "total des cotisations salariales", "retenues"),
    *("total cotisations salariales", "total des cotisations et contributions salariales", "total des déductions"),
)
PARTS = Wording.of(
    *("total taxes", "total tax", "taxes total", "total pre tax deductions", "total post tax deductions"),
    *("total other deductions", "total employee taxes", "total after tax deductions", "total statutory deductions"),
    *("total before tax deductions", "taxes", "employee taxes withheld", "employee deductions", "total voluntary"),
    *("total voluntary deductions", "total taxes withheld", "pre tax deductions", "post tax deductions"),
    *("steuerrechtl abzüge", "steuerrechtliche abzüge", "sv rechtl abzüge", "sv rechtliche abzüge", "summe steuern"),
    *("summe steuer", "summe sozialversicherung", "summe sv", "steuern gesamt", "sozialversicherung gesamt"),
    *("steuerabzüge", "sv abzüge", "summe steuerabzüge", "summe sv abzüge", "sozialversicherungsabzüge"),
    *("sozialversicherungsrechtliche abzüge", "steuerliche abzüge", "abzüge steuer", "abzüge sv"),
)
"""Sums of some deductions; all of them together are the deductions."""
NET = _with(
    _CHINESE_NET,
    *("net pay", "net wages", "net salary", "take home pay", "net amount", "total net pay", "net payment", "net"),
    *("amount paid", "net pay td", "ytd net", "net pay this period", "net earnings", "net income", "net check"),
    *(
        "total net",
        "net pay to date",
        "net pay ytd",
        "your pay",
        "your take home pay",
        "net amount paid",
        "net payable",
    ),
    *("amount of check", "check amount", "net deposit", "total net payment", "net pay allocation", "current net"),
    *("net salary payable", "amount payable", "net pay for period", "take home", "net pay distribution"),
    *("total direct deposits", "direct deposit amount", "deposit amount"),
    *("实收金额", "實發金額", "實發工資", "净收入", "淨收入", "netto loon", "nettoloon"),
    *("nettolohn", "nettogehalt", "netto verdienst", "nettoverdienst", "netto", "nettoentgelt", "nettobezüge"),
    *("gesetzliches netto", "summe netto", "gesetzlicher nettoverdienst", "netto gesamt", "nettobetrag"),
    *("net à payer avant impôt sur le revenu", "net à payer avant impôt"),
)
PAID = Wording.of(
    *("auszahlungsbetrag", "auszahlung", "überweisungsbetrag", "überweisung", "auszahlbetrag", "zahlbetrag"),
    *("líquido a percibir", "netto in busta", "netto del mese", "netto te betalen", "auszahlung chf", "auszahlung eur"),
    *("auszuzahlender betrag", "ausgezahlter betrag", "auszahlungssumme", "zur auszahlung", "net payé"),
    *("net payé en euros", "net à payer", "net a payer", "net à payer au salarié", "net payé au salarié"),
    *("net à payer après impôt", "montant net à payer", "net versé", "net à payer en euros", "net à verser"),
)
"""What is paid out in the end; where a slip prints a net pay besides, this is what the employee gets."""
TITLE = Wording.of(
    *("payslip", "pay slip", "pay advice", "pay statement", "earnings statement", "pay stub", "paystub", "salary slip"),
    *("salary advice", "earnings record", "payroll slip", "wages advice", "remuneration slip", "pay record"),
    *("lohnausweis monat", "lohnblatt", "salärabrechnung", "nómina", "recibo de salarios", "busta paga", "cedolino"),
    *("loonstrook", "salarisspecificatie", "recibo de vencimento", "糧單", "粮单", "薪俸單", "工資單", "薪資單"),
    *("wage slip", "statement of earnings", "payroll advice", "earnings and deductions", "salary statement"),
    *("statement of earnings and deductions", "payroll statement", "salary payslip", "wages slip", "pay voucher"),
    *("direct deposit advice", "payroll check stub", "check stub", "employee earnings", "non negotiable"),
    *("lohnabrechnung", "gehaltsabrechnung", "entgeltabrechnung", "verdienstabrechnung", "lohn und gehaltsabrechnung"),
    *("abrechnung der brutto/netto bezüge", "abrechnung der bruttonettobezüge", "bezügemitteilung", "gehaltsnachweis"),
    *("brutto netto abrechnung", "lohn gehaltsabrechnung", "gehaltsmitteilung", "bezügeabrechnung", "entgeltnachweis"),
    *("entgeltbescheinigung", "verdienstbescheinigung", "lohnzettel", "gehaltszettel", "abrechnung der brutto"),
    *("bulletin de paie", "bulletin de salaire", "fiche de paie", "bulletin de paye"),
    *("工资单", "工资条", "工资表", "薪资单", "薪资条", "薪酬单", "工资明细", "薪资明细", "工资发放表", "薪酬明细"),
    *("工资清单", "工资结算单", "薪金单", "工资核算", "工资通知单", "薪资通知"),
)
OTHERS = Wording.of(
    *("tax code", "ni number", "national insurance", "ni no", "paye", "payroll no", "employee no", "pay period"),
    *("pay date", "tax period", "social security", "medicare", "fica", "federal tax", "401k", "overtime", "hours"),
    *("rate", "income tax", "pension", "state tax", "federal income tax", "withholding", "ytd", "year to date"),
    *("salary", "basic pay", "basic salary", "student loan", "tax month", "ni code", "regular", "net pay", "gross pay"),
    *("lohnsteuer", "krankenversicherung", "rentenversicherung", "steuerklasse", "sozialversicherung"),
    *("personalnummer", "personal nr", "solidaritätszuschlag", "kirchensteuer", "pflegeversicherung", "stkl"),
    *("arbeitslosenversicherung", "sv nummer", "krankenkasse", "lohnart", "steuer brutto", "netto verdienst", "gehalt"),
    *("kv beitrag", "rv beitrag", "auszahlungsbetrag", "gesamtbrutto", "gesamt brutto", "steuer id"),
    *("cotisations", "urssaf", "csg", "net imposable", "sécurité sociale", "matricule", "salaire de base", "siret"),
    *("retraite", "net à payer", "part employeur", "convention collective", "salaire brut", "prélevé à la source"),
    *("基本工资", "社保", "公积金", "个人所得税", "个税", "实发", "应发", "养老保险", "医疗保险", "失业保险", "绩效"),
    *("ahv", "alv", "bvg", "nbu", "quellensteuer", "monatslohn", "bruttolohn", "nettolohn", "kinderzulage", "eintritt"),
    *(
        "mpf",
        "mpf employee",
        "cpf",
        "paye tax",
        "prsi",
        "usc",
        "payg",
        "superannuation",
        "provident fund",
        "tds",
        "esi",
    ),
    *("professional tax", "housing allowance", "transport allowance", "designation", "commission", "no pay leave"),
    *("强积金", "強積金", "底薪", "irpf", "seguridad social", "inps", "irpef", "loonheffing"),
    *("加班", "考勤", "出勤", "扣款", "津贴", "补贴", "岗位工资", "工号"),
)
