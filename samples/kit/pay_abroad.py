"""Payslips of other countries' habits: a Swiss month with an allowance after the net, a Hong Kong advice in two
languages, an American record whose sections are named at the left of their rows, a French bulletin
with the employer's contributions beside the employee's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from random import Random

from samples.kit.invent import address, amount, company, digits, european, iban, month, person, spaced
from samples.kit.overseas import overseas_address, overseas_firm, resident
from samples.kit.payroll import american_period, paid_out, total
from samples.kit.trade_lines import cents
from samples.specimen import Invented


def swiss(chance: Random) -> Invented:
    """A monthly Lohnabrechnung; the child allowance is paid out besides the net pay."""
    start, end = month(chance)
    basic, child = Decimal(chance.randint(43, 72)) * 100, Decimal(chance.choice((215, 230, 430)))
    share = cents(basic / 12)
    gross = basic + share
    rates = {"ahv": "0.053", "alv": "0.011", "nbu": "0.0142", "tax": "0.0685"}
    held = {name: cents(gross * Decimal(rate)) for name, rate in rates.items()} | {"bvg": amount(190, 340, chance)}
    fields = {
        "employee_name": resident("ch", chance),
        "employer_name": overseas_firm("ch", chance),
        "pay_date": (end - dt.timedelta(days=chance.randint(4, 6))).isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
    }
    net = gross - total(held)
    fields["net_pay"] = f"{net + child:.2f}"
    shown = {
        "basic": basic,
        "share": share,
        "child": child,
        "held": held,
        "net": net,
        "number": chance.randint(1003, 1290),
        "insured": f"756.{digits(4, chance)}.{digits(4, chance)}.{digits(2, chance)}",
        "month": _GERMAN[start.month - 1] + f" {start.year}",
        "home": overseas_address("ch", chance),
        "seat": overseas_address("ch", chance),
        "iban": spaced(iban("ch", chance, digits(17, chance))),
    }
    return Invented(fields=fields, shown=shown)


def hong_kong(chance: Random) -> Invented:
    """A salary advice whose captions stand in English and in Chinese."""
    start, end = month(chance)
    basic, commission = Decimal(chance.randint(160, 260)) * 100, Decimal(chance.randint(4, 32)) * 100
    absent = cents(basic / end.day * chance.choice((0, 1, 2)))
    gross = basic + commission + 500
    held = {"fund": cents(min(gross, Decimal(30000)) / 20), "absent": absent}
    fields = {
        "employee_name": resident("hk", chance),
        "employer_name": overseas_firm("hk", chance).upper(),
        "pay_date": end.isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
    }
    shown = {
        "basic": basic,
        "commission": commission,
        "held": held,
        "number": f"HC-{chance.randint(11, 199):03d}",
        "post": chance.choice(("Merchandiser", "Accounts clerk", "Shop supervisor", "Driver")),
    }
    return Invented(fields=fields, shown=shown)


def french(chance: Random) -> Invented:
    """A bulletin de paie: contributions of both sides in columns, tax at source after the net pay before tax."""
    start, end = month(chance)
    base = Decimal(chance.randint(2100, 3900))
    bonus = Decimal(chance.choice((0, 80, 150)))
    gross = base + bonus
    rates = (("Sécurité sociale plafonnée", "6.90", "8.55"), ("Sécurité sociale déplafonnée", "0.40", "2.02"),
             ("Complémentaire tranche 1", "4.01", "6.01"), ("CSG déductible de l'impôt", "6.68", ""),
             ("CSG/CRDS non déductible", "2.85", ""))  # fmt: skip
    lines = [
        (name, rate, cents(gross * Decimal(rate) / 100), other, cents(gross * Decimal(other or 0) / 100))
        for name, rate, other in rates
    ]
    own, firm = sum((line[2] for line in lines), Decimal(0)), sum((line[4] for line in lines), Decimal(0))
    before, tax = gross - own, cents(gross * Decimal(chance.choice(("0.021", "0.035", "0.064"))))
    fields = {
        "employee_name": person("fr", chance).full,
        "employer_name": company("fr", chance),
        "pay_date": end.isoformat(),
        "period_start": start.isoformat(),
        "period_end": end.isoformat(),
        "gross_pay": f"{gross:.2f}",
        "net_pay": f"{before - tax:.2f}",
        "ytd_gross": f"{gross * start.month:.2f}",
    }
    shown = {
        "base": base,
        "bonus": bonus,
        "lines": lines,
        "own": own,
        "firm": firm,
        "before": before,
        "tax": tax,
        "months": start.month,
        "seat": address("fr", chance),
        "home": address("fr", chance),
        "siret": spaced(digits(14, chance)),
        "secu": digits(15, chance),
        "number": f"{chance.randint(2, 190):05d}",
        "european": european,
    }
    return Invented(fields=fields, shown=shown)


def american_record(chance: Random) -> Invented:
    """Two weeks with the year beside them; hours have columns of their own, also for the year."""
    paid = dt.date(chance.randint(2024, 2026), 1, 10) + dt.timedelta(days=14 * chance.randint(2, 24))
    end = paid - dt.timedelta(days=5)
    count = (paid.timetuple().tm_yday - 1) // 14 + 1
    rate, hours, over = amount(21, 42, chance), Decimal("72.00"), Decimal(chance.randint(8, 40)) / 4
    lines = (("Regular", hours, rate, cents(hours * rate)),
             ("Overtime", over, cents(rate * 3 / 2), cents(cents(rate * 3 / 2) * over)))  # fmt: skip
    gross = lines[0][3] + lines[1][3]
    taxes = american_period(gross, Decimal("0.035"), Decimal(0), Decimal(0))
    taxes = {name: taxes[name] for name in ("social", "medicare", "federal", "state")}
    held = taxes | {"garnishment": Decimal(chance.choice((50, 75, 120)))}
    fields = {
        "employee_name": person("us", chance).full,
        "employer_name": company("us", chance),
        "pay_date": paid.isoformat(),
        "period_start": (end - dt.timedelta(days=13)).isoformat(),
        "period_end": end.isoformat(),
        **paid_out(gross, held),
        "ytd_gross": f"{gross * count:.2f}",
        "ytd_net": f"{(gross - total(held)) * count:.2f}",
    }
    shown: Mapping[str, object] = {
        "lines": lines,
        "hours": hours + over,
        "count": count,
        "taxes": taxes,
        "held": held,
        "street": address("us", chance),
        "home": address("us", chance),
        "last_four": digits(4, chance),
        "check": digits(5, chance),
    }
    return Invented(fields=fields, shown=shown)


_GERMAN = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
           "Dezember")  # fmt: skip
