"""Payslips of seven sorts: British monthly and weekly, American, German, French, Singaporean, Chinese."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.invent import address, amount, bank, company, digits, european, french, iban, month, person
from samples.kit.overseas import overseas_firm, resident
from samples.kit.payroll import (
    american_period,
    british_month,
    british_week,
    german_month,
    national_insurance_number,
    paid_out,
    paid_to_date,
    tax_month,
    to_date,
    total,
)
from samples.kit.trade_lines import cents
from samples.kit.words import english_words
from samples.specimen import Invented, Kit

GERMAN_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip


def _british(chance: Random) -> Invented:
    start, end = month(chance)
    paid = start.replace(day=chance.choice((24, 25, 26, 28)))
    hours, rate = Decimal(chance.randint(120, 168)), amount(13, 24, chance)
    basic = cents(hours * rate)
    bonus = Decimal(chance.choice((0, 0, 100, 150, 250)))
    held = british_month(basic + bonus, Decimal("0.04"), chance.random() < 0.3)
    usual = british_month(basic, Decimal("0.04"), "loan" in held)
    year = to_date({"gross": basic + bonus, **held}, {"gross": basic, **usual}, tax_month(paid) - 1)
    year_held = sum((year[name] for name in held), Decimal(0))
    gross = basic + bonus
    fields = {
        "employee_name": person("gb", chance).full,
        "employer_name": company("gb", chance),
        "pay_date": paid.isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
        **paid_to_date(year["gross"], year_held),
    }
    shown = {
        "hours": hours,
        "rate": rate,
        "basic": basic,
        "bonus": bonus,
        "held": held,
        "year": year,
        "tax_month": tax_month(paid),
        "ni_number": national_insurance_number(chance),
        "colour": chance.choice(("#6a2c91", "#00857c", "#b5361c")),
        "reference": f"{chance.randint(100, 899)}/{chance.choice('ABKTW')}{chance.choice('ABKTW')}{digits(5, chance)}",
    }
    return Invented(fields=fields, shown=shown)


def _american(chance: Random) -> Invented:
    """Paid twice a month."""
    start, end = month(chance)
    first = chance.random() < 0.5
    start, end = (start, start.replace(day=15)) if first else (start.replace(day=16), end)
    paid = end + dt.timedelta(days=5)
    count = (paid.month - 1) * 2 + (1 if paid.day < 16 else 2)
    salary = cents(Decimal(chance.randint(44, 98) * 1000) / 24)
    bonus = Decimal(chance.choice((0, 0, 250, 500)))
    held, usual = (american_period(sum_, Decimal("0.0425"), Decimal("0.05"), Decimal("87.50")) for sum_ in
                   (salary + bonus, salary))  # fmt: skip
    gross = salary + bonus
    sums = to_date({"gross": gross, "salary": salary, **held}, {"gross": salary, "salary": salary, **usual}, count - 1)
    year_held = sum((sums[name] for name in held), Decimal(0))
    fields = {
        "employee_name": person("us", chance).full,
        "employer_name": company("us", chance),
        "pay_date": paid.isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
        **paid_to_date(sums["gross"], year_held),
    }
    shown = {
        "salary": salary,
        "bonus": bonus,
        "held": held,
        "sums": sums,
        "year_held": year_held,
        "street": address("us", chance),
        "home": address("us", chance),
        "bank": bank("us", chance),
        "check": digits(5, chance),
        "clock": digits(4, chance),
        "in_words": english_words(int(gross - total(held))),
    }
    return Invented(fields=fields, shown=shown)


def _german(chance: Random) -> Invented:
    start, end = month(chance)
    basic = Decimal(chance.randint(26, 50) * 100)
    extra = Decimal(chance.choice((0, 50, 120, 180)))
    gross, church = basic + extra, chance.random() < 0.4
    held, usual = german_month(gross, church), german_month(basic, church)
    year = to_date({"gross": gross, **held}, {"gross": basic, **usual}, start.month - 1)
    fields = {
        "employee_name": person("de", chance).full,
        "employer_name": company("de", chance),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
        "ytd_gross": f"{year['gross']:.2f}",
    }
    shown = {
        "basic": basic,
        "extra": extra,
        "held": held,
        "year": year,
        "european": european,
        "month_name": f"{GERMAN_MONTHS[start.month - 1]} {start.year}",
        "printed_on": (end - dt.timedelta(days=4)).strftime("%d.%m.%Y"),
        "street": address("de", chance),
        "home": address("de", chance),
        "bank": bank("de", chance),
        "iban": iban("de", chance),
        "number": f"{chance.randint(1, 240):05d}",
        "born": person("de", chance).born.strftime("%d.%m.%Y"),
        "insurance_number": f"{digits(8, chance)}{chance.choice('BHKLP')}{digits(3, chance)}",
        "tax_number": digits(11, chance),
        "joined": f"01.{chance.randint(1, 12):02d}.{chance.randint(2011, 2023)}",
        "days": f"{end.day}",
    }
    return Invented(fields=fields, shown=shown)


def _french(chance: Random) -> Invented:
    start, end = month(chance)
    hours, rate = Decimal("151.67"), amount(13, 25, chance)
    basic, bonus = cents(hours * rate), Decimal(chance.choice((0, 60, 120, 200)))
    gross, capped = basic + bonus, min(basic + bonus, Decimal("3925"))
    lines = tuple(
        (name, base, own, cents(base * Decimal(own) / 100) if own else Decimal(0), other)
        for name, base, own, other in (
            ("Santé - Sécurité sociale maladie", gross, "", cents(gross * 7 / 100)),
            ("Complémentaire santé", Decimal("32.00"), "50.00", Decimal("16.00")),
            ("Retraite - Séc. soc. plafonnée", capped, "6.90", cents(capped * Decimal("0.0855"))),
            ("Retraite - Séc. soc. déplafonnée", gross, "0.40", cents(gross * Decimal("0.0202"))),
            ("Retraite complémentaire tranche 1", capped, "4.01", cents(capped * Decimal("0.0601"))),
            ("Assurance chômage", gross, "", cents(gross * Decimal("0.0405"))),
            ("CSG déduct. de l’impôt sur le revenu", cents(gross * Decimal("0.9825")), "6.80", Decimal(0)),
            ("CSG/CRDS non déduct.", cents(gross * Decimal("0.9825")), "2.90", Decimal(0)),
        )
    )
    social, share = sum((line[3] for line in lines), Decimal(0)), Decimal(chance.choice(("2.10", "4.30", "6.70")))
    taxed = gross - social + lines[-1][3]
    held = {"social": social, "tax": cents(taxed * share / 100)}
    fields = {
        "employee_name": person("fr", chance).full,
        "employer_name": company("fr", chance),
        "pay_date": (end - dt.timedelta(days=chance.choice((0, 1, 2)))).isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
        "ytd_gross": f"{gross * start.month:.2f}",
    }
    shown = {
        "hours": hours, "rate": rate, "basic": basic, "bonus": bonus, "lines": lines, "held": held, "share": share,
        "taxed": taxed, "months": start.month, "other": sum((line[4] for line in lines), Decimal(0)),
        "french": french,
        "street": address("fr", chance), "home": address("fr", chance), "siret": digits(14, chance),
        "number": f"{chance.randint(1, 2)} {chance.randint(60, 99)} {chance.randint(10, 12)} {digits(2, chance)} "
        f"{digits(3, chance)} {digits(3, chance)}",
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _itemised(chance: Random) -> Invented:
    """After the model of Singapore's ministry, which states no gross sum."""
    start, end = month(chance)
    basic, transport = Decimal(chance.randint(20, 52) * 100), Decimal(chance.choice((80, 120, 150)))
    meals, over = (
        Decimal(chance.choice((60, 100))),
        cents(Decimal(chance.randint(0, 14)) * basic / 190 * Decimal("1.5")),
    )
    bonus = Decimal(chance.choice((0, 0, 500)))
    wages = basic + transport + meals + over + bonus
    held = {"fund": Decimal(int(wages / 5)), "community": Decimal(chance.choice(("0.50", "1.00", "3.00")))}
    fields = {
        "employee_name": resident("sg", chance),
        "employer_name": overseas_firm("sg", chance),
        "pay_date": (end + dt.timedelta(days=chance.randint(1, 5))).isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        "deductions": f"{total(held):.2f}",
        "net_pay": f"{wages - total(held):.2f}",
    }
    shown = {
        "basic": basic, "transport": transport, "meals": meals, "over": over, "bonus": bonus, "held": held,
        "fund_of_employer": Decimal(int(wages * Decimal("0.17"))), "hours": chance.randint(2, 18),
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _weekly(chance: Random) -> Invented:
    end = dt.date(chance.randint(2024, 2025), 4, 12) + dt.timedelta(days=7 * chance.randint(1, 48))
    end -= dt.timedelta(days=(end.weekday() + 1) % 7)
    paid = end + dt.timedelta(days=5)
    opening = dt.date(paid.year if (paid.month, paid.day) >= (4, 6) else paid.year - 1, 4, 6)
    week = (paid - opening).days // 7 + 1
    rate, hours, over = (
        amount(13, 21, chance),
        Decimal(chance.randint(120, 160)) / 4,
        Decimal(chance.randint(0, 12)) / 2,
    )
    lines = [("Basic", hours, rate), ("O/T x 1.5", over, cents(rate * 3 / 2))][: 2 if over else 1]
    gross = sum((cents(number * price) for _, number, price in lines), Decimal(0))
    held = british_week(gross, Decimal("0.05"))
    fields = {
        "employee_name": person("gb", chance).full,
        "employer_name": company("gb", chance),
        "pay_date": paid.isoformat(),
        "period_start": (end - dt.timedelta(days=6)).isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
        "ytd_gross": f"{gross * week:.2f}",
    }
    shown = {
        "lines": [(name, number, price, cents(number * price)) for name, number, price in lines], "held": held,
        "week": week, "gross": gross, "ni_number": national_insurance_number(chance), "number": chance.randint(2, 88),
        "title": chance.choice(("Mr", "Mrs", "Ms")),
    }  # fmt: skip
    return Invented(fields=fields, shown=shown)


def _list(chance: Random) -> Invented:
    start, end = month(chance)
    parts = (("岗位薪资", Decimal(chance.randint(42, 110) * 100)), ("绩效工资", Decimal(chance.randint(8, 40) * 100)),
             ("工龄津贴", Decimal(chance.choice((50, 100, 150)))), ("交通补贴", Decimal(200)))  # fmt: skip
    gross = sum((value for _, value in parts), Decimal(0))
    base = parts[0][1]
    shares = (("基本养老保险（8%）", "8"), ("基本医疗保险（2%）", "2"), ("失业保险（0.5%）", "0.5"))
    held = {name: cents(base * Decimal(rate) / 100) for name, rate in (*shares, ("住房公积金", "12"))}
    held["代扣个税"] = cents(max(Decimal(0), gross - total(held) - 5000) * Decimal("0.03"))
    fields = {
        "employee_name": person("cn", chance).full,
        "employer_name": company("cn", chance),
        "pay_date": (end + dt.timedelta(days=chance.choice((8, 10, 15)))).isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
    }
    shown = {"parts": parts, "held": held, "number": digits(6, chance), "tail": digits(4, chance), "base": base}
    return Invented(fields=fields, shown=shown)


MAKERS = {
    "uk_online": _british, "us_check": _american, "entgelt": _german, "bulletin": _french, "itemised": _itemised,
    "weekly": _weekly, "cn_list": _list,
}  # fmt: skip
KIT = Kit.of(MAKERS)
