"""Tax returns: Form 1120, Schedule C, the VAT return of a Chinese general taxpayer; Form 1120-S with its Form 1125-A,
Form 1065 as a client's copy behind its filing instructions, a small-scale taxpayer's VAT return from the tax office's
site; others stand in samples.kit.filings.

What is due is what is still to be paid: the amount owed after payments, 本期应补(退)税额.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit import filings
from samples.kit.enterprises import round_seal
from samples.kit.filers import american, chinese
from samples.kit.invent import address, bank, company, digits, month, person
from samples.kit.returns import (
    Entry,
    cost_of_goods,
    deductions,
    dotted,
    income,
    owner_number,
    plain,
    quarter,
    vat,
    vat_fields,
)
from samples.kit.trade_lines import cents
from samples.specimen import Invented, Kit

DEDUCTIONS_1120 = (
    ("12", "Compensation of officers (see instructions—attach Form 1125-E)", 0.16),
    ("13", "Salaries and wages (less employment credits)", 0.3),
    ("14", "Repairs and maintenance", 0.02),
    ("15", "Bad debts", 0.006),
    ("16", "Rents", 0.08),
    ("17", "Taxes and licenses", 0.045),
    ("18", "Interest (see instructions)", 0.012),
    ("19", "Charitable contributions", 0.0),
    ("20", "Depreciation from Form 4562 not claimed on Form 1125-A or elsewhere on return (attach Form 4562)", 0.04),
    ("21", "Depletion", 0.0),
    ("22", "Advertising", 0.02),
    ("23", "Pension, profit-sharing, etc., plans", 0.012),
    ("24", "Employee benefit programs", 0.03),
    ("25", "Energy efficient commercial buildings deduction (attach Form 7205)", 0.0),
    ("26", "Other deductions (attach statement)", 0.11),
)
EXPENSES_C = (
    ("8", "Advertising", 0.03), ("9", "Car and truck expenses (see instructions)", 0.08),
    ("10", "Commissions and fees", 0.01), ("11", "Contract labor (see instructions)", 0.09), ("12", "Depletion", 0.0),
    ("13", "Depreciation and section 179 expense deduction (not included in Part III)", 0.07),
    ("14", "Employee benefit programs (other than on line 19)", 0.0), ("15", "Insurance (other than health)", 0.03),
    ("16a", "Interest: Mortgage (paid to banks, etc.)", 0.0), ("16b", "Interest: Other", 0.01),
    ("17", "Legal and professional services", 0.015), ("18", "Office expense (see instructions)", 0.012),
    ("19", "Pension and profit-sharing plans", 0.0), ("20a", "Rent: Vehicles, machinery, and equipment", 0.02),
    ("20b", "Rent: Other business property", 0.07), ("21", "Repairs and maintenance", 0.02),
    ("22", "Supplies (not included in Part III)", 0.04), ("23", "Taxes and licenses", 0.02), ("24a", "Travel", 0.01),
    ("24b", "Deductible meals (see instructions)", 0.006), ("25", "Utilities", 0.02),
    ("26", "Wages (less employment credits)", 0.12), ("27b", "Other expenses (from line 48)", 0.03),
)  # fmt: skip
DEDUCTIONS_1120S = (
    ("7", "Compensation of officers (see instructions—attach Form 1125-E)", 0.15),
    ("8", "Salaries and wages (less employment credits)", 0.28), ("9", "Repairs and maintenance", 0.015),
    ("10", "Bad debts", 0.003), ("11", "Rents", 0.09), ("12", "Taxes and licenses", 0.04),
    ("13", "Interest (see instructions)", 0.015),
    ("14", "Depreciation not claimed on Form 1125-A or elsewhere on return (attach Form 4562)", 0.05),
    ("15", "Depletion (Do not deduct oil and gas depletion.)", 0.0), ("16", "Advertising", 0.02),
    ("17", "Pension, profit-sharing, etc., plans", 0.01), ("18", "Employee benefit programs", 0.03),
    ("19", "Other deductions (attach statement)", 0.13),
)  # fmt: skip
DEDUCTIONS_1065 = (
    ("9", "Salaries and wages (other than to partners) (less employment credits)", 0.3),
    ("10", "Guaranteed payments to partners", 0.17), ("11", "Repairs and maintenance", 0.02), ("12", "Bad debts", 0.0),
    ("13", "Rent", 0.09), ("14", "Taxes and licenses", 0.04), ("15", "Interest (see instructions)", 0.012),
    ("16c", "Depreciation less depreciation reported on Form 1125-A", 0.05), ("17", "Depletion", 0.0),
    ("18", "Retirement plans, etc.", 0.01), ("19", "Employee benefit programs", 0.025),
    ("20", "Other deductions (attach statement)", 0.12),
)  # fmt: skip
TRADES = (("Residential painting", "238320"), ("Mobile dog grooming", "812910"), ("Custom cabinetry", "337110"))


def _corporation(chance: Random) -> Invented:
    who, year, head = american(chance), chance.choice((2023, 2024)), income(chance, 300_000, 7_000_000)
    fiscal = chance.random() < 0.3
    start = dt.date(year, 7, 1) if fiscal else dt.date(year, 1, 1)
    end = dt.date(year + 1, 6, 30) if fiscal else dt.date(year, 12, 31)
    lines, total = deductions(chance, head.total, DEDUCTIONS_1120)
    taxable = head.total - total
    tax = max(0, round(taxable * 0.21))
    paid = chance.choice((0, round(tax, -3) // 2, tax // 4 * 3))
    signed = end + dt.timedelta(days=chance.randint(45, 100))
    has_signed = chance.random() < 0.8
    fields = {"form": "1120", "tax_year": str(year), "period_start": start.isoformat(), "period_end": end.isoformat()}
    fields |= {"legal_name": who["entity"], "tax_id": who["ein"], "signed": "yes" if has_signed else "no"}
    fields |= plain(head.summary(total, taxable) | {"tax_due": tax - paid})
    if has_signed:
        fields["filed_on"] = signed.isoformat()
    shown = {
        **who,
        "head": head,
        "lines": lines,
        "total": total,
        "payments": _payments(taxable, tax, paid),
        "d": lambda one: dotted(one, "."),
    }
    shown |= {"year": year, "span": (start, end) if fiscal else None, "signed": signed if has_signed else None}
    shown |= {
        "assets": chance.randint(90_000, 3_000_000),
        "incorporated": f"0{chance.randint(1, 9)}/14/{chance.randint(1998, 2019)}",
    }
    shown |= {"ptin": f"P0{digits(7, chance)}", "firm_ein": f"{digits(2, chance)}-{digits(7, chance)}"}
    return Invented(fields=fields, shown=shown)


def _payments(taxable: int, tax: int, paid: int) -> tuple[Entry, ...]:
    """Lines 28 to 36 of Form 1120."""
    return (
        Entry("28", "Taxable income before net operating loss deduction and special deductions", taxable),
        Entry("29a", "Net operating loss deduction (see instructions)", None, True),
        Entry("29b", "Special deductions (Schedule C, line 24)", None, True),
        Entry("29c", "Add lines 29a and 29b"),
        Entry("30", "Taxable income. Subtract line 29c from line 28. See instructions", taxable, False, True),
        Entry("31", "Total tax (Schedule J, line 12)", tax, False, True),
        Entry("33", "Total payments and credits (Schedule J, Part II, line 23)", paid or None),
        Entry("34", "Estimated tax penalty. See instructions"),
        Entry("35", "Amount owed. If line 33 is smaller than the total of lines 31 and 34", tax - paid, False, True),
        Entry("36", "Overpayment. If line 33 is larger than the total of lines 31 and 34"),
    )


def _proprietor(chance: Random) -> Invented:
    owner, year, head = person("us", chance).full, chance.choice((2023, 2024)), income(chance, 48_000, 640_000)
    lines, total = deductions(chance, head.total, EXPENSES_C, 0.2)
    home = chance.choice((0, 0, 1500, 980))
    net = head.total - total - home
    trade, code = chance.choice(TRADES)
    street, town = address("us", chance)
    ssn, has_number = owner_number(chance), chance.random() < 0.5
    ein = f"{digits(2, chance)}-{digits(7, chance)}" if has_number else ""
    fields = {"form": "Schedule C", "tax_year": str(year), "legal_name": owner, "tax_id": ein or ssn}
    fields |= plain(head.summary(total, net))
    shown = {"head": head, "total": total, "home": home, "net": net, "d": dotted, "year": year, "owner": owner}
    shown |= {"left": lines[:11], "right": lines[11:], "ssn": ssn, "ein": ein, "trade": trade, "code": code}
    name = company("us", chance).rsplit(" ", 1)[0] if chance.random() < 0.6 else ""
    shown |= {"business": name, "street": street, "town": town}
    return Invented(fields=fields, shown=shown)


def _vat(chance: Random) -> Invented:
    who, (start, end), now = chinese(chance), month(chance), vat(chance)
    filed = end + dt.timedelta(days=chance.randint(6, 15))
    fields = vat_fields(who, (start, end), filed, now.sales, now.due)
    grown = Decimal(end.month - 1) * Decimal(chance.randint(80, 120)) / 100 + 1
    shown = {
        **who,
        "v": now,
        "all": lambda amount: amount if end.month == 1 else Decimal(round(amount * grown * 100)) / 100,
        "n": lambda amount: f"{amount:,.2f}",
        "span": f"自{start:%Y年%m月%d日}至{end:%Y年%m月%d日}",
        "filed": f"{filed:%Y年%m月%d日}",
        "street": address("cn", chance)[0],
        "account": f"{bank('cn', chance)} {digits(19, chance)}",
        "telephone": f"0571-8{digits(7, chance)}",
        "seal": round_seal(who["entity"], 36),
    }
    return Invented(fields=fields, shown=shown)


def _passed_through(chance: Random, form: str) -> Invented:
    """A return whose income the owners are taxed on, of 2021 or 2022."""
    who, year, head = american(chance), chance.choice((2021, 2022)), income(chance, 180_000, 4_000_000)
    if form == "1065":
        who["entity"] = who["entity"].rsplit(" ", 1)[0] + chance.choice((" Partners", " Group LLC", " & Sons LP"))
    lines, total = deductions(chance, head.total, DEDUCTIONS_1065 if form == "1065" else DEDUCTIONS_1120S)
    signed = dt.date(year + 1, 2, 15) + dt.timedelta(days=chance.randrange(28)) if chance.random() < 0.7 else None
    fields = {"form": form, "tax_year": str(year), "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
    fields |= {"legal_name": who["entity"], "tax_id": who["ein"], "signed": "yes" if signed else "no"}
    fields |= plain(head.summary(total, head.total - total))
    if signed:
        fields["filed_on"] = signed.isoformat()
    opened = f"0{chance.randint(1, 9)}/{chance.randint(10, 28)}/{chance.randint(2001, 2019)}"
    shown = {**who, "head": head, "lines": lines, "total": total, "net": head.total - total, "year": year, "d": dotted}
    shown |= {"cost": cost_of_goods(chance, head.cost), "signed": signed, "opened": opened}
    shown |= {"assets": chance.randint(60_000, 2_000_000), "owners": chance.randint(2, 5)}
    shown |= {"prepared": dt.date(year + 1, 2, chance.randint(2, 14)), "preparer": person("us", chance).full}
    shown |= {"ptin": f"P0{digits(7, chance)}", "firm_ein": f"{digits(2, chance)}-{digits(7, chance)}"}
    return Invented(fields=fields, shown=shown)


def _small_scale(chance: Random) -> Invented:
    who, (start, end) = chinese(chance), quarter(chance)
    sales = Decimal(chance.randint(31_000_000, 120_000_000)) / 100
    invoiced = cents(sales * Decimal(chance.randint(20, 90)) / 100)
    tax, relief, prepaid = cents(sales * 3 / 100), cents(sales * 2 / 100), Decimal(chance.choice((0, 0, 60_000))) / 100
    due, filed = tax - relief - prepaid, end + dt.timedelta(days=chance.randint(4, 15))
    fields = vat_fields(who, (start, end), filed, sales, due)
    shown = {**who, "start": start, "end": end, "filed": filed, "n": lambda amount: f"{amount:,.2f}"}
    shown |= {"sales": sales, "invoiced": invoiced, "tax": tax, "relief": relief, "prepaid": prepaid, "due": due}
    shown |= {"levies": [cents(due * share / 200) for share in (7, 3, 2)], "number": digits(18, chance)}
    shown |= {"grown": Decimal(1 if end.month == 3 else chance.randint(150, 380)) / (1 if end.month == 3 else 100)}
    return Invented(fields=fields, shown=shown)


MADE = {
    "form_1120": _corporation,
    "schedule_c": _proprietor,
    "cn_vat_general": _vat,
    "form_1120s_2022": lambda chance: _passed_through(chance, "1120-S"),
    "form_1065_copy": lambda chance: _passed_through(chance, "1065"),
    "cn_vat_small_online": _small_scale,
    "form_1065_2024": filings.partnership_2024,
    "schedule_c_cents": filings.proprietor_cents,
    "form_1120s_short_year": filings.short_year,
    "cn_vat_small_paper": filings.small_scale_paper,
}
KIT = Kit.of(MADE)
