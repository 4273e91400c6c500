"""Tax returns: Form 1120-S, Form 1065, and the VAT return of a Chinese small-scale taxpayer; Form 1120 of earlier years
with a statement, Schedule C with its second page, a general taxpayer's VAT return from the tax office's site.

What is due is what is still to be paid: the amount owed after payments, 本期应补(退)税额.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.filers import american, chinese
from samples.kit.invent import address, company, digits, month, person
from samples.kit.returns import cost_of_goods, deductions, dotted, income, owner_number, plain, quarter, vat, vat_fields
from samples.kit.trade_lines import cents
from samples.specimen import Invented, Kit

DEDUCTIONS_1120S = (
    ("7", "Compensation of officers (see instructions—attach Form 1125-E)", 0.17),
    ("8", "Salaries and wages (less employment credits)", 0.29),
    ("9", "Repairs and maintenance", 0.02),
    ("10", "Bad debts", 0.004),
    ("11", "Rents", 0.08),
    ("12", "Taxes and licenses", 0.045),
    ("13", "Interest (see instructions)", 0.012),
    ("14", "Depreciation from Form 4562 not claimed on Form 1125-A or elsewhere on return", 0.05),
    ("15", "Depletion (Do not deduct oil and gas depletion.)", 0.0),
    ("16", "Advertising", 0.02),
    ("17", "Pension, profit-sharing, etc., plans", 0.01),
    ("18", "Employee benefit programs", 0.03),
    ("19", "Energy efficient commercial buildings deduction (attach Form 7205)", 0.0),
    ("20", "Other deductions (attach statement)", 0.12),
)
DEDUCTIONS_1065 = (
    ("9", "Salaries and wages (other than to partners) (less employment credits)", 0.31),
    ("10", "Guaranteed payments to partners", 0.16),
    ("11", "Repairs and maintenance", 0.02),
    ("12", "Bad debts", 0.003),
    ("13", "Rent", 0.09),
    ("14", "Taxes and licenses", 0.04),
    ("15", "Interest (see instructions)", 0.014),
    ("16c", "Depreciation (if required, attach Form 4562)", 0.05),
    ("17", "Depletion (Do not deduct oil and gas depletion.)", 0.0),
    ("18", "Retirement plans, etc.", 0.01),
    ("19", "Employee benefit programs", 0.03),
    ("20", "Energy efficient commercial buildings deduction (attach Form 7205)", 0.0),
    ("21", "Other deductions (attach statement)", 0.12),
)
DEDUCTIONS_1120 = (
    ("12", "Compensation of officers (see instructions—attach Form 1125-E)", 0.15),
    ("13", "Salaries and wages (less employment credits)", 0.29), ("14", "Repairs and maintenance", 0.02),
    ("15", "Bad debts", 0.004), ("16", "Rents", 0.09), ("17", "Taxes and licenses", 0.045),
    ("18", "Interest (see instructions)", 0.013), ("19", "Charitable contributions", 0.002),
    ("20", "Depreciation from Form 4562 not claimed on Form 1125-A or elsewhere on return", 0.04),
    ("21", "Depletion", 0.0), ("22", "Advertising", 0.02), ("23", "Pension, profit-sharing, etc., plans", 0.012),
    ("24", "Employee benefit programs", 0.03), ("25", "Reserved for future use", 0.0),
    ("26", "Other deductions (attach statement)", 0.12),
)  # fmt: skip
EXPENSES_C = (
    ("8", "Advertising", 0.03), ("9", "Car and truck expenses", 0.08), ("10", "Commissions and fees", 0.01),
    ("11", "Contract labor", 0.08), ("12", "Depletion", 0.0), ("13", "Depreciation and section 179", 0.06),
    ("14", "Employee benefit programs", 0.0), ("15", "Insurance (other than health)", 0.03),
    ("16a", "Mortgage interest", 0.0), ("16b", "Other interest", 0.01), ("17", "Legal and professional", 0.015),
    ("18", "Office expense", 0.012), ("19", "Pension and profit-sharing", 0.0),
    ("20a", "Rent: vehicles, machinery", 0.02), ("20b", "Rent: other business property", 0.07),
    ("21", "Repairs and maintenance", 0.02), ("22", "Supplies", 0.04), ("23", "Taxes and licenses", 0.02),
    ("24a", "Travel", 0.01), ("24b", "Deductible meals", 0.006), ("25", "Utilities", 0.02), ("26", "Wages", 0.12),
    ("27a", "Other expenses (from line 48)", 0.03), ("27b", "Reserved for future use", 0.0),
)  # fmt: skip
ACTIVITIES = (("BREWERY", "BEER", "312120"), ("ROOFING", "CONTRACTING", "238160"), ("WHOLESALE", "PRODUCE", "424480"))


def _federal(layout: str, chance: Random) -> Invented:
    small_corporation = layout == "form_1120s"
    who, year, head = american(chance), chance.choice((2023, 2024)), income(chance, 200_000, 5_000_000)
    if not small_corporation:
        who["entity"] = who["entity"].rsplit(" ", 1)[0] + chance.choice((" Partners LLP", " LLC", " Associates LP"))
    shares = DEDUCTIONS_1120S if small_corporation else DEDUCTIONS_1065
    lines, total = deductions(chance, head.total, shares)
    signed = dt.date(year + 1, 2, 20) + dt.timedelta(days=chance.randrange(30))
    has_signed = chance.random() < 0.8
    fields = {"form": "1120-S" if small_corporation else "1065", "tax_year": str(year)}
    fields |= {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31", "legal_name": who["entity"]}
    fields |= {"tax_id": who["ein"], "signed": "yes" if has_signed else "no"}
    fields |= plain(head.summary(total, head.total - total))
    if has_signed:
        fields["filed_on"] = signed.isoformat()
    activity = chance.choice(ACTIVITIES)
    shown = {**who, "head": head, "lines": lines, "total": total, "net": head.total - total, "year": year}
    shown |= {"d": lambda one: dotted(one, "" if small_corporation else "."), "activity": activity}
    shown |= {"signed": signed if has_signed else None, "assets": chance.randint(60_000, 2_000_000)}
    shown |= {"started": f"0{chance.randint(1, 9)}-{chance.randint(10, 28)}-{chance.randint(2001, 2020)}"}
    shown |= {"holders": chance.randint(2, 5), "ptin": f"P0{digits(7, chance)}", "preparer": person("us", chance).full}
    return Invented(fields=fields, shown=shown)


def _vat(chance: Random) -> Invented:
    who, (start, end) = chinese(chance), quarter(chance)
    sales = Decimal(chance.randint(31_000_000, 190_000_000)) / 100
    special = cents(sales * Decimal(chance.randint(10, 70)) / 100)
    gross_tax, relief = cents(sales * Decimal("0.03")), cents(sales * Decimal("0.02"))
    due = gross_tax - relief
    quarters = (end.month + 2) // 3
    grown = 1 + sum((Decimal(chance.randint(60, 130)) / 100 for _ in range(quarters - 1)), Decimal(0))
    filed = end + dt.timedelta(days=chance.randint(5, 15))
    fields = vat_fields(who, (start, end), filed, sales, due)
    shown = {
        **who,
        "v": {
            "sales": sales,
            "special": special,
            "plain": sales - special,
            "tax": gross_tax,
            "relief": relief,
            "due": due,
            "nil": Decimal(0),
        },
        "levy": {one: cents(due * one / 200) for one in (7, 3, 2)},
        "all": lambda amount: cents(amount * grown),
        "n": lambda amount: f"{amount:.2f}" if amount else "0.00",
        "start": start,
        "end": end,
        "filed": filed,
        "office": f"国家税务总局{who['entity'][:2]}市税务局第{chance.choice('一二三')}税务所",
    }
    return Invented(fields=fields, shown=shown)


def _corporation(chance: Random) -> Invented:
    who, year, head = american(chance), chance.choice((2019, 2021, 2022)), income(chance, 250_000, 6_000_000)
    closes = chance.choice((12, 12, 3, 9))
    start = dt.date(year, closes % 12 + 1, 1)
    end = (dt.date(year + (closes < 12), closes, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    lines, total = deductions(chance, head.total, DEDUCTIONS_1120)
    taxable = head.total - total
    tax = max(0, round(taxable * 0.21))
    paid, signed = chance.choice((0, tax // 2, tax // 3)), end + dt.timedelta(days=chance.randint(50, 104))
    has_signed = chance.random() < 0.75
    fields = {"form": "1120", "tax_year": str(year), "period_start": start.isoformat(), "period_end": end.isoformat()}
    fields |= {"legal_name": who["entity"].upper(), "tax_id": who["ein"], "signed": "yes" if has_signed else "no"}
    fields |= plain(head.summary(total, taxable) | {"tax_due": tax - paid})
    if has_signed:
        fields["filed_on"] = signed.isoformat()
    other = next(one.amount or 0 for one in lines if one.number == "26")
    split = [round(other * share) for share in (0.2, 0.27, 0.11, 0.08, 0.19)]
    shown = {**who, "head": head, "lines": lines, "total": total, "taxable": taxable, "tax": tax, "paid": paid}
    shown |= {"year": year, "start": start, "end": end, "signed": signed if has_signed else None, "other": other}
    shown |= {"split": [*split, other - sum(split)], "d": lambda one: dotted(one, "."), "calendar": closes == 12}
    shown |= {"preparer": person("us", chance).full, "ptin": f"P0{digits(7, chance)}", "firm": digits(9, chance)}
    shown |= {"assets": chance.randint(90_000, 2_500_000), "formed": f"{chance.randint(10, 12)}-02-{year - 9}"}
    return Invented(fields=fields, shown=shown)


def _proprietor(chance: Random) -> Invented:
    owner, year, head = person("us", chance).full, chance.choice((2021, 2022)), income(chance, 40_000, 560_000)
    lines, total = deductions(chance, head.total, EXPENSES_C, 0.2)
    home, ssn = (
        chance.choice((0, 1200, 1500)),
        owner_number(chance),
    )
    ein = f"{digits(2, chance)}-{digits(7, chance)}" if chance.random() < 0.5 else ""
    fields = {"form": "Schedule C", "tax_year": str(year), "legal_name": owner, "tax_id": ein or ssn}
    fields |= plain(head.summary(total, head.total - total - home))
    other = next(one.amount or 0 for one in lines if one.number == "27a")
    street, town = address("us", chance)
    shown = {"head": head, "total": total, "home": home, "net": head.total - total - home, "d": dotted, "year": year}
    shown |= {"owner": owner, "ssn": ssn, "ein": ein, "lines": lines, "cost": cost_of_goods(chance, head.cost)}
    shown |= {"others": [round(other * 0.4), round(other * 0.25), other - round(other * 0.4) - round(other * 0.25)]}
    shown |= {"business": company("us", chance).rsplit(" ", 1)[0], "street": street, "town": town, "other": other}
    shown |= {"miles": chance.randint(1_800, 19_000), "activity": chance.choice(ACTIVITIES)}
    return Invented(fields=fields, shown=shown)


def _general(chance: Random) -> Invented:
    who, (start, end), now = chinese(chance), month(chance), vat(chance)
    filed = end + dt.timedelta(days=chance.randint(5, 15))
    fields = vat_fields(who, (start, end), filed, now.sales, now.due)
    grown = Decimal(end.month - 1) * Decimal(chance.randint(80, 120)) / 100 + 1
    shown = {**who, "v": now, "start": start, "end": end, "filed": filed, "n": lambda amount: f"{amount:.2f}"}
    shown |= {"all": lambda amount: cents(Decimal(amount) * grown), "number": digits(20, chance)}
    shown |= {"levies": [cents(now.due * share / 100) for share in (7, 3, 2)]}
    return Invented(fields=fields, shown=shown)


MADE = {
    "form_1120s": lambda chance: _federal("form_1120s", chance),
    "form_1065": lambda chance: _federal("form_1065", chance),
    "cn_vat_small": _vat,
    "form_1120_earlier": _corporation,
    "schedule_c_both_pages": _proprietor,
    "cn_vat_general_online": _general,
}
KIT = Kit.of(MADE)
