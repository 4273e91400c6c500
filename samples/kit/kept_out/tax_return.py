"""Tax returns: Form 1120-S, Form 1065, and the VAT return of a Chinese small-scale taxpayer."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.filers import american, chinese
from samples.kit.invent import digits, person
from samples.kit.returns import cents, deductions, dotted, income, plain, quarter
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
ACTIVITIES = (("BREWERY", "BEER", "312120"), ("ROOFING", "CONTRACTING", "238160"), ("WHOLESALE", "PRODUCE", "424480"))


def invent(layout: str, chance: Random) -> Invented:
    """One return in a layout."""
    return _vat(chance) if layout == "cn_vat_small" else _federal(layout, chance)


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
    named = {"gross_receipts": head.receipts, "cost_of_goods_sold": head.cost, "gross_profit": head.gross}
    fields |= plain(named | {"total_deductions": total, "net_income": head.total - total})
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
    fields = {"form": "增值税及附加税费申报表", "tax_year": str(end.year), "legal_name": who["entity"]}
    fields |= {"tax_id": who["registration_number"], "period_start": start.isoformat(), "period_end": end.isoformat()}
    fields |= {"gross_receipts": f"{sales:.2f}", "tax_due": f"{due:.2f}", "filed_on": filed.isoformat()}
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


KIT = Kit(layouts=("form_1120s", "form_1065", "cn_vat_small"), invent=invent)
