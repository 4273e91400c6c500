"""Payslips: a British online payroll's, an American check with its stub, a German Entgeltabrechnung."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random

from samples.kit.invent import address, amount, bank, company, digits, european, iban, month, person
from samples.kit.payroll import (
    american_period,
    british_month,
    german_month,
    national_insurance_number,
    tax_month,
    to_date,
    total,
)
from samples.kit.trade_lines import cents
from samples.specimen import Invented, Kit

GERMAN_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip


def invent(layout: str, chance: Random) -> Invented:
    """One payslip in a layout."""
    return {"uk_online": _british, "us_check": _american, "entgelt": _german}[layout](chance)


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
        "gross_pay": f"{gross:.2f}",
        "deductions": f"{total(held):.2f}",
        "net_pay": f"{gross - total(held):.2f}",
        "ytd_gross": f"{year['gross']:.2f}",
        "ytd_net": f"{year['gross'] - year_held:.2f}",
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
        "gross_pay": f"{gross:.2f}",
        "deductions": f"{total(held):.2f}",
        "net_pay": f"{gross - total(held):.2f}",
        "ytd_gross": f"{sums['gross']:.2f}",
        "ytd_net": f"{sums['gross'] - year_held:.2f}",
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
        "gross_pay": f"{gross:.2f}",
        "deductions": f"{total(held):.2f}",
        "net_pay": f"{gross - total(held):.2f}",
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


ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def english_words(value: int) -> str:
    """Whole dollars below a hundred thousand, in words."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    unit, name = (1000, "thousand") if value >= 1000 else (100, "hundred")
    rest = f" {english_words(value % unit)}" if value % unit else ""
    return f"{english_words(value // unit)} {name}{rest}"


KIT = Kit(layouts=("uk_online", "us_check", "entgelt"), invent=invent)
