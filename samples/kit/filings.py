"""Further tax returns: a partnership's Form 1065 of 2024, a sole owner's Schedule C with columns of cents, an S
corporation's Form 1120-S over a part of a year, a small-scale taxpayer's return on paper."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.enterprises import round_seal
from samples.kit.filers import american, chinese
from samples.kit.invent import address, digits, person
from samples.kit.returns import deductions, dotted, income, owner_number, plain, quarter, vat_fields
from samples.kit.trade_lines import cents
from samples.specimen import Invented

EXPENSES_1065 = (
    ("9", "Salaries and wages (other than to partners) (less employment credits)", 0.28),
    ("10", "Guaranteed payments to partners", 0.15), ("11", "Repairs and maintenance", 0.02),
    ("12", "Bad debts", 0.004), ("13", "Rent", 0.1), ("14", "Taxes and licenses", 0.04),
    ("15", "Interest (see instructions)", 0.01), ("16c", "Depreciation (if required, attach Form 4562)", 0.04),
    ("17", "Depletion (Do not deduct oil and gas depletion.)", 0.0), ("18", "Retirement plans, etc.", 0.01),
    ("19", "Employee benefit programs", 0.02), ("20", "Energy efficient commercial buildings deduction", 0.0),
    ("21", "Other deductions (attach statement)", 0.12),
)  # fmt: skip
EXPENSES_C = (
    ("8", "Advertising", 0.03), ("9", "Car and truck expenses", 0.07), ("11", "Contract labor", 0.1),
    ("13", "Depreciation and section 179", 0.05), ("15", "Insurance (other than health)", 0.03),
    ("17", "Legal and professional services", 0.02), ("18", "Office expense", 0.01),
    ("20b", "Other business property", 0.06),
    ("21", "Repairs and maintenance", 0.02), ("22", "Supplies", 0.05), ("23", "Taxes and licenses", 0.02),
    ("24a", "Travel", 0.01), ("25", "Utilities", 0.02), ("26", "Wages", 0.11),
    ("27a", "Other expenses (from line 48)", 0.03),
)  # fmt: skip
EXPENSES_S = (
    ("7", "Compensation of officers", 0.15), ("8", "Salaries and wages", 0.27), ("9", "Repairs and maintenance", 0.02),
    ("10", "Bad debts", 0.003), ("11", "Rents", 0.09), ("12", "Taxes and licenses", 0.04), ("13", "Interest", 0.01),
    ("14", "Depreciation", 0.05), ("16", "Advertising", 0.02), ("17", "Pension, profit-sharing, etc., plans", 0.01),
    ("18", "Employee benefit programs", 0.03), ("20", "Other deductions", 0.12),
)  # fmt: skip


def partnership_2024(chance: Random) -> Invented:
    """A fiscal year is written into the heading's blanks; line numbers are those of 2023 and later."""
    who, year, head = american(chance), chance.choice((2023, 2024)), income(chance, 200_000, 5_000_000)
    who["entity"] = (
        who["entity"].rsplit(" ", 1)[0] + chance.choice((" Partners LLP", " Associates", " Ventures LLC"))
    ).upper()
    fiscal = chance.random() < 0.5
    start, end = (
        (dt.date(year, 10, 1), dt.date(year + 1, 9, 30)) if fiscal else (dt.date(year, 1, 1), dt.date(year, 12, 31))
    )
    lines, total = deductions(chance, head.total, EXPENSES_1065)
    fields = {"form": "1065", "tax_year": str(year), "period_start": start.isoformat(), "period_end": end.isoformat()}
    fields |= {"legal_name": who["entity"], "tax_id": who["ein"], "signed": "no"}
    fields |= plain(head.summary(total, head.total - total))
    shown = {**who, "head": head, "lines": lines, "total": total, "net": head.total - total, "year": year}
    shown |= {"d": dotted, "start": start, "end": end, "fiscal": fiscal}
    shown |= {"assets": chance.randint(60_000, 2_000_000), "owners": chance.randint(2, 9)}
    shown |= {"prepared": end + dt.timedelta(days=chance.randint(50, 70)), "preparer": person("us", chance).full}
    shown |= {"ptin": f"P0{digits(7, chance)}", "firm_ein": f"{digits(2, chance)}-{digits(7, chance)}"}
    return Invented(fields=fields, shown=shown)


def proprietor_cents(chance: Random) -> Invented:
    """Each amount has a column of cents beside it, as forms filled in by hand or typewriter have."""
    owner, year, head = person("us", chance).full, chance.choice((2019, 2020, 2021)), income(chance, 30_000, 300_000)
    lines, total = deductions(chance, head.total, EXPENSES_C, 0.15)
    net = head.total - total
    ssn = owner_number(chance)
    street, town = address("us", chance)
    fields = {"form": "Schedule C", "tax_year": str(year), "legal_name": owner, "tax_id": ssn}
    fields |= plain(head.summary(total, net))
    shown = {"head": head, "lines": lines, "total": total, "net": net, "year": year, "owner": owner, "ssn": ssn}
    shown |= {
        "d": dotted,
        "street": street,
        "town": town,
        "trade": chance.choice(("Hair salon", "Tile setting", "Tutoring")),
    }
    return Invented(fields=fields, shown=shown | {"code": digits(6, chance), "half": len(lines) // 2})


def short_year(chance: Random) -> Invented:
    """The first return of a corporation begins on the day of its election; a credit leaves tax due in some."""
    who, year, head = american(chance), chance.choice((2023, 2024)), income(chance, 120_000, 2_000_000)
    start, end = dt.date(year, chance.randint(2, 9), chance.choice((1, 15))), dt.date(year, 12, 31)
    lines, total = deductions(chance, head.total, EXPENSES_S, 0.3)
    due = chance.choice((0, 0, chance.randint(100, 4000)))
    paid = due // 2
    signed = dt.date(year + 1, 3, chance.randint(1, 14))
    fields = {"form": "1120-S", "tax_year": str(year), "period_start": start.isoformat(), "period_end": end.isoformat()}
    fields |= {"legal_name": who["entity"], "tax_id": who["ein"], "signed": "yes", "filed_on": signed.isoformat()}
    fields |= plain(head.summary(total, head.total - total))
    if due:
        fields |= plain({"tax_due": due - paid})
    shown = {**who, "head": head, "lines": lines, "total": total, "net": head.total - total, "year": year}
    shown |= {"d": lambda one: dotted(one, "."), "start": start, "end": end, "signed": signed, "due": due, "paid": paid}
    shown |= {"elected": start, "assets": chance.randint(20_000, 900_000), "ptin": f"P0{digits(7, chance)}"}
    return Invented(
        fields=fields,
        shown=shown | {"holders": chance.randint(1, 4), "firm_ein": f"{digits(2, chance)}-{digits(7, chance)}"},
    )


def small_scale_paper(chance: Random) -> Invented:
    """Goods and services have columns of their own; what was sold is in one of them."""
    who, (start, end) = chinese(chance), quarter(chance)
    sales = Decimal(chance.randint(31_000_000, 110_000_000)) / 100
    tax, relief = cents(sales * 3 / 100), cents(sales * 2 / 100)
    prepaid = Decimal(chance.choice((0, 50_000))) / 100
    due, filed = tax - relief - prepaid, end + dt.timedelta(days=chance.randint(4, 15))
    fields = vat_fields(who, (start, end), filed, sales, due)
    shown = {**who, "start": start, "end": end, "filed": filed, "services": chance.random() < 0.5, "due": due}
    shown |= {"sales": sales, "tax": tax, "relief": relief, "prepaid": prepaid, "n": lambda amount: f"{amount:,.2f}"}
    shown |= {"grown": Decimal(1 if end.month == 3 else chance.randint(150, 380)) / (1 if end.month == 3 else 100)}
    return Invented(fields=fields, shown=shown | {"seal": round_seal(who["entity"], 34)})
