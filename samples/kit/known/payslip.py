"""Payslips: a British software package's, an American stub with year-to-date columns, a Chinese strip (工资条), an
Irish bureau's, an Australian advice, an American restaurant's week with tips, a German public employer's; others in
`samples.kit.pay_abroad`."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.invent import address, amount, company, digits, european, iban, month, person, spaced, working_day
from samples.kit.overseas import abn, overseas_address, overseas_firm, resident
from samples.kit.pay_abroad import american_record, french, hong_kong, swiss
from samples.kit.payroll import (
    american_period,
    american_week,
    australian_tax,
    british_month,
    german_month,
    irish_month,
    national_insurance_number,
    paid_out,
    paid_to_date,
    tax_month,
    to_date,
    total,
)
from samples.kit.trade_lines import cents
from samples.specimen import Invented, Kit


def _british(chance: Random) -> Invented:
    _, end = month(chance)
    paid = working_day(end)
    basic = cents(Decimal(chance.randint(24, 52)) * 1000 / 12)
    extra = cents(Decimal(chance.randint(4, 14)) * basic / 160) if chance.random() < 0.6 else Decimal(0)
    pension, loan = Decimal("0.05"), chance.random() < 0.4
    held, usual = british_month(basic + extra, pension, loan), british_month(basic, pension, loan)
    gross, number = basic + extra, tax_month(paid)
    year = to_date({"gross": gross, **held}, {"gross": basic, **usual}, number - 1)
    worker, street = person("gb", chance), address("gb", chance)
    fields = {
        "employee_name": worker.full,
        "employer_name": company("gb", chance),
        "pay_date": paid.isoformat(),
        **paid_out(gross, held),
        "ytd_gross": f"{year['gross']:.2f}",
    }
    shown = {
        "basic": basic,
        "extra": extra,
        "held": held,
        "year": year,
        "number": number,
        "works_number": chance.randint(3, 189),
        "ni_number": national_insurance_number(chance),
        "employer_pension": cents(gross * 3 / 100),
        "street": street,
        "department": chance.choice(("Workshop", "Office", "Sales", "Despatch")),
    }
    return Invented(fields=fields, shown=shown)


def _american(chance: Random) -> Invented:
    order = chance.randint(3, 25)
    year = chance.randint(2024, 2026)
    start = dt.date(year, 1, 1) + dt.timedelta(days=14 * (order - 1) - dt.date(year, 1, 1).weekday() - 1)
    end, paid = start + dt.timedelta(days=13), start + dt.timedelta(days=19)
    order = max(1, (paid - dt.date(year, 1, 1)).days // 14 + 1)
    rate = amount(19, 46, chance)
    hours = Decimal(chance.choice(("0", "2.5", "4", "6.75", "9")))
    regular, over = cents(rate * 80), cents(cents(rate * 3 / 2) * hours)
    state, saved, medical = Decimal("0.035"), Decimal(chance.choice((0, 3, 4, 6))) / 100, amount(38, 140, chance)
    now, usual = (american_period(sum_, state, saved, medical) for sum_ in (regular + over, regular))
    gross = regular + over
    before = {"gross": regular, "regular": regular, **usual}
    sums = to_date({"gross": gross, "regular": regular, **now}, before, order - 1)
    fields = {
        "employee_name": person("us", chance).full,
        "employer_name": company("us", chance),
        "pay_date": paid.isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, now),
        **paid_to_date(sums["gross"], total({name: sums[name] for name in now})),
    }
    shown = {
        "rate": rate,
        "hours": hours,
        "regular": regular,
        "over": over,
        "held": now,
        "sums": sums,
        "all_held": total({name: sums[name] for name in now}),
        "street": address("us", chance),
        "home": address("us", chance),
        "last_four": digits(4, chance),
        "advice": digits(6, chance),
    }
    return Invented(fields=fields, shown=shown)


def _chinese(chance: Random) -> Invented:
    start, end = month(chance)
    base, post, merit = (Decimal(chance.randint(low, high) * 100) for low, high in ((35, 78), (8, 25), (10, 42)))
    overtime, meals = Decimal(chance.randint(0, 12) * 55), Decimal(chance.choice((300, 330, 440)))
    absent = Decimal(chance.choice((0, 0, 80, 120)))
    gross = base + post + merit + overtime + meals - absent
    insured = base + post
    pension, medical, jobless = (cents(insured * share / 1000) for share in (80, 20, 5))
    housing = cents(insured * Decimal("0.07"))
    tax = cents(max(Decimal(0), gross - pension - medical - jobless - housing - 5000) * Decimal("0.03"))
    held = pension + medical + jobless + housing + tax
    following = end + dt.timedelta(days=1)
    paid = following.replace(day=min(chance.choice((5, 10, 15)), calendar.monthrange(end.year, end.month)[1]))
    fields = {
        "employee_name": person("cn", chance).full,
        "employer_name": company("cn", chance),
        "pay_date": paid.isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        "gross_pay": f"{gross:.2f}",
        "deductions": f"{held:.2f}",
        "net_pay": f"{gross - held:.2f}",
    }
    heads = (
        ("基本工资", base), ("岗位工资", post), ("绩效奖金", merit), ("加班费", overtime), ("餐补", meals),
        ("缺勤扣款", absent), ("应发工资", gross), ("养老保险", pension), ("医疗保险", medical), ("失业保险", jobless),
        ("住房公积金", housing), ("个人所得税", tax), ("扣款合计", held), ("实发工资", gross - held),
    )  # fmt: skip
    shown = {
        "heads": heads,
        "number": f"A{chance.randint(11, 499):04d}",
        "department": chance.choice(("生产部", "行政部", "市场部", "仓储部", "财务部")),
        "days": chance.choice(("21.75", "22", "23", "21")),
    }
    return Invented(fields=fields, shown=shown)


def _irish(chance: Random) -> Invented:
    start, end = month(chance)
    paid = working_day(end)
    salary, bonus = cents(Decimal(chance.randint(29, 64) * 1000) / 12), Decimal(chance.choice((0, 0, 150, 300)))
    held, usual = irish_month(salary + bonus, Decimal("0.05")), irish_month(salary, Decimal("0.05"))
    year = to_date({"gross": salary + bonus, **held}, {"gross": salary, **usual}, start.month - 1)
    fields = {
        "employee_name": resident("ie", chance),
        "employer_name": overseas_firm("ie", chance),
        "pay_date": paid.isoformat(),
        **paid_out(salary + bonus, held),
        "ytd_gross": f"{year['gross']:.2f}",
    }
    shown = {
        "salary": salary,
        "bonus": bonus,
        "held": held,
        "year": year,
        "period": start.month,
        "employer_insurance": cents((salary + bonus) * Decimal("0.1115")),
        "pps": f"{digits(7, chance)}{chance.choice('ABCDEFGH')}{chance.choice('AB')}",
        "number": f"{chance.randint(2, 140):03d}",
        "home": overseas_address("ie", chance),
    }
    return Invented(fields=fields, shown=shown)


def _australian(chance: Random) -> Invented:
    start = dt.date(chance.randint(2024, 2025), 7, 1) + dt.timedelta(days=14 * chance.randint(1, 24))
    count = (start - dt.date(start.year if start.month > 6 else start.year - 1, 7, 1)).days // 14 + 1
    hours, rate = Decimal(76), amount(29, 58, chance)
    ordinary, allowance = cents(hours * rate), Decimal(chance.choice((0, 45, 60)))
    gross, club = ordinary + allowance, Decimal(chance.choice(("12.50", "18.40", "25.00")))
    held, saved = {"tax": australian_tax(gross), "club": club}, cents(ordinary * 12 / 100)
    fields = {
        "employee_name": resident("au", chance),
        "employer_name": overseas_firm("au", chance),
        "pay_date": (start + dt.timedelta(days=chance.choice((14, 15, 16)))).isoformat(),
        "period_start": start.isoformat(),
        "period_end": (start + dt.timedelta(days=13)).isoformat(),
        **paid_out(gross, held),
        **paid_to_date(gross * count, total(held) * count),
    }
    shown = {
        "count": count,
        "hours": hours,
        "rate": rate,
        "ordinary": ordinary,
        "allowance": allowance,
        "held": held,
        "saved": saved,
        "abn": abn(chance),
        "home": overseas_address("au", chance),
        "seat": overseas_address("au", chance),
        "post": chance.choice(("Site supervisor", "Bookkeeper", "Leading hand", "Storeperson")),
        "account": f"{chance.randint(100, 799)}-{chance.randint(100, 999)} ####{digits(4, chance)}",
        "leave": (amount(20, 140, chance), amount(10, 80, chance)),
    }
    return Invented(fields=fields, shown=shown)


def _restaurant(chance: Random) -> Invented:
    year, week = chance.randint(2024, 2026), chance.randint(2, 50)
    start = dt.date(year, 1, 1) + dt.timedelta(days=7 * week - dt.date(year, 1, 1).weekday())
    paid = start + dt.timedelta(days=11)
    count = (paid - dt.date(year, 1, 1)).days // 7 + 1
    rate, hours = amount(13, 22, chance), Decimal(chance.randint(96, 160)) / 4
    lines = (("REGULAR", hours, rate, cents(hours * rate)), ("CC TIPS", "", "", amount(90, 480, chance)),
             ("SPLIT SHIFT", "", "", Decimal("14.25")))  # fmt: skip
    gross = sum((line[-1] for line in lines), Decimal(0))
    held = american_week(gross)
    fields = {
        "employee_name": person("us", chance).full.upper(),
        "employer_name": company("us", chance).upper(),
        "pay_date": paid.isoformat(),
        "period_start": start.isoformat(),
        "period_end": (start + dt.timedelta(days=6)).isoformat(),
        **paid_out(gross, held),
        **paid_to_date(gross * count, total(held) * count),
    }
    shown = {
        "lines": lines,
        "held": held,
        "count": count,
        "street": address("us", chance),
        "home": address("us", chance),
        "file": digits(6, chance),
        "client": f"{chance.randint(10, 99)}{chance.choice('KQX')}{digits(3, chance)}",
        "transit": digits(4, chance),
    }
    return Invented(fields=fields, shown=shown)


def _public(chance: Random) -> Invented:
    start, end = month(chance)
    paid = working_day(end)
    table, family = amount(2900, 4600, chance), amount(60, 190, chance)
    gross = table + family
    held = german_month(gross, False) | {"supply": cents(gross * Decimal("0.0181"))}
    held.pop("church")
    fields = {
        "employee_name": person("de", chance).full,
        "employer_name": chance.choice(("Stadtwerke Neuhafen AöR", "Kreisklinik Talheim gGmbH", "Stadt Lindenau")),
        "pay_date": paid.isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
        "ytd_gross": f"{gross * start.month:.2f}",
    }
    shown = {
        "table": table,
        "family": family,
        "held": held,
        "months": start.month,
        "european": european,
        "grade": f"E {chance.randint(5, 12)} / Stufe {chance.randint(2, 6)}",
        "home": address("de", chance),
        "iban": spaced(iban("de", chance)),
        "number": f"{digits(3, chance)}.{digits(5, chance)}-{chance.randint(0, 9)}",
        "unit": chance.choice(("Bauhof", "Verwaltung", "Netzbetrieb", "Station 3 B")),
    }
    return Invented(fields=fields, shown=shown)


MAKERS = {
    "uk_package": _british, "us_stub": _american, "chinese_strip": _chinese, "ie_bureau": _irish,
    "au_advice": _australian, "us_restaurant": _restaurant, "de_public": _public,
    "ch_month": swiss, "hk_advice": hong_kong, "us_record": american_record, "fr_bulletin": french,
}  # fmt: skip
KIT = Kit.of(MAKERS)
