"""What payslips call their figures and dates, in English, German, French and Chinese."""

from __future__ import annotations

from ocr.wording import Wording

GROSS = Wording.of(
    "gross pay", "total gross pay", "gross wages", "gross earnings", "total earnings", "total payments",
    "total gross",
    "gross salary", "total pay", "gross amount", "gross pay td", "gross for tax td", "total gross pay td",
    "ytd gross",
    "gesamtbrutto", "gesamt brutto", "bruttolohn", "bruttogehalt", "bruttobezüge", "brutto", "gross",
    "taxable gross pay",
    "salaire brut", "total brut", "应发合计", "应发工资", "应发总额", "应发金额", "工资总额",
)  # fmt: skip
DEDUCTIONS = Wording.of(
    "total deductions", "deductions total", "total taxes and deductions", "total deduction", "deductions",
    "total withholdings",
    "gesamtabzüge", "summe abzüge", "gesetzliche abzüge gesamt", "abzüge gesamt", "abzüge", "total des retenues",
    "total cotisations", "扣款合计", "应扣合计", "扣除合计", "代扣合计", "扣款总额",
)  # fmt: skip
NET = Wording.of(
    "net pay", "net wages", "net salary", "take home pay", "net amount", "total net pay", "net payment",
    "amount paid", "net pay td",
    "ytd net", "auszahlungsbetrag", "auszahlung", "überweisungsbetrag", "nettolohn", "nettogehalt", "netto verdienst",
    "nettoverdienst",
    "net à payer", "net a payer", "实发工资", "实发合计", "实发金额", "实发总额",
)  # fmt: skip
TITLE = Wording.of(
    "payslip", "pay slip", "pay advice", "pay statement", "earnings statement", "pay stub", "paystub", "salary slip",
    "wage slip",
    "statement of earnings", "payroll advice", "earnings and deductions", "lohnabrechnung", "gehaltsabrechnung",
    "entgeltabrechnung",
    "verdienstabrechnung", "lohn und gehaltsabrechnung", "abrechnung der brutto/netto bezüge", "bulletin de paie",
    "fiche de paie",
    "工资单", "工资条", "工资表", "薪资单", "薪资条",
)  # fmt: skip
OTHERS = Wording.of(
    "tax code", "ni number", "national insurance", "ni no", "paye", "payroll no", "employee no", "pay period",
    "pay date", "tax period",
    "social security", "medicare", "fica", "federal tax", "401k", "overtime", "hours", "rate", "lohnsteuer",
    "krankenversicherung",
    "rentenversicherung", "steuerklasse", "sozialversicherung", "personalnummer", "net pay", "gross pay", "基本工资",
    "社保", "公积金",
    "个人所得税", "个税", "实发", "应发",
)  # fmt: skip
PAY_DATE = Wording.of(
    "pay date", "payment date", "date paid", "date of payment", "check date", "pay day", "process date", "payday",
    "paid on", "advice date",
    "zahltag", "auszahlungsdatum", "zahlungsdatum", "date de paiement", "发放日期", "支付日期", "发薪日期", "发薪日",
)  # fmt: skip
PERIOD_START = Wording.of(
    "period start", "period beginning", "pay begin date", "period begin", "period from", "start date", "from"
)
PERIOD_END = Wording.of(
    "period end",
    "period ending",
    "pay end date",
    "pay period ending",
    "period to",
    "end date",
    "week ending",
    "month ending",
)
PERIOD = Wording.of(
    "pay period", "period", "payroll period", "abrechnungszeitraum", "abrechnungsmonat", "zeitraum", "monat",
    "pay month", "month",
    "période", "工资月份", "工资周期", "所属期", "月份", "计薪周期",
)  # fmt: skip
