"""What is withheld from wages, roughly as the tables of each country say; all payslips of the kit reckon with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from random import Random

from samples.kit.trade_lines import cents

Sums = Mapping[str, Decimal]


def british_month(gross: Decimal, pension: Decimal, loan: bool) -> dict[str, Decimal]:
    """Income tax under code 1257L, National Insurance of category A, pension, student loan of plan 2."""
    kept = cents(gross * pension)
    taxable = Decimal(max(Decimal(0), gross - kept - Decimal("1048.25"))).to_integral_value(rounding="ROUND_FLOOR")
    tax = cents(min(taxable, Decimal(3141)) / 5 + max(Decimal(0), taxable - 3141) * 2 / 5)
    insurance = cents(
        (min(gross, Decimal("4189")) - 1048) * Decimal("0.08") + max(Decimal(0), gross - 4189) * Decimal("0.02")
    )
    held = {"tax": tax, "insurance": insurance, "pension": kept}
    if loan and gross > 2274:
        held["loan"] = Decimal(int((gross - 2274) * Decimal("0.09")))
    return held


def american_period(gross: Decimal, state: Decimal, saved: Decimal, medical: Decimal) -> dict[str, Decimal]:
    """Two weeks' federal and state tax, Social Security, Medicare, savings for old age, health insurance."""
    saving = cents(gross * saved)
    taxable = gross - saving - medical
    federal = cents(max(Decimal(0), taxable - 577) * Decimal("0.12"))
    base = gross - medical
    return {
        "federal": federal,
        "social": cents(base * Decimal("0.062")),
        "medicare": cents(base * Decimal("0.0145")),
        "state": cents(taxable * state),
        "saving": saving,
        "medical": medical,
    }


def german_month(gross: Decimal, church: bool) -> dict[str, Decimal]:
    """Wage tax of class I (roughly), church tax, and the four branches of social insurance."""
    tax = cents(max(Decimal(0), gross - 1350) * Decimal("0.185") + max(Decimal(0), gross - 3300) * Decimal("0.09"))
    return {
        "tax": tax,
        "church": cents(tax * 9 / 100) if church else Decimal(0),
        "health": cents(min(gross, Decimal("5512.50")) * Decimal("0.0855")),
        "pension": cents(gross * Decimal("0.093")),
        "unemployment": cents(gross * Decimal("0.013")),
        "care": cents(min(gross, Decimal("5512.50")) * Decimal("0.024")),
    }


def total(held: Sums) -> Decimal:
    """All that is withheld."""
    return sum(held.values(), Decimal(0))


def to_date(now: Sums, usual: Sums, before: int) -> dict[str, Decimal]:
    """The year's sums: this period's, and those of so many periods of the usual sort before it."""
    return {name: value + before * usual.get(name, Decimal(0)) for name, value in now.items()}


def tax_month(paid: dt.date) -> int:
    """The month of the British tax year in which a day lies."""
    number = (paid.month - 4) % 12 + 1
    return number if paid.day >= 6 else (number - 2) % 12 + 1


def national_insurance_number(chance: Random) -> str:
    """A number with a prefix that is never given out."""
    return f"QQ{chance.randint(10, 99)}{chance.randint(1000, 9999)}{chance.choice('ABCD')}"


def paid_out(gross: Decimal, held: Sums) -> dict[str, str]:
    """Gross, everything withheld, and what is left, by the names of a payslip's fields."""
    return {
        "gross_pay": f"{gross:.2f}",
        "deductions": f"{total(held):.2f}",
        "net_pay": f"{gross - total(held):.2f}",
    }


def paid_to_date(gross: Decimal, held: Decimal) -> dict[str, str]:
    """The year's gross and what is left of it, by the names of a payslip's fields."""
    return {"ytd_gross": f"{gross:.2f}", "ytd_net": f"{gross - held:.2f}"}


def irish_month(gross: Decimal, pension: Decimal) -> dict[str, Decimal]:
    """PAYE with a single person's credits, PRSI of class A1, Universal Social Charge, pension."""
    kept = cents(gross * pension)
    taxable, edge = gross - kept, Decimal("3666.67")
    tax = min(taxable, edge) / 5 + max(Decimal(0), taxable - edge) * 2 / 5 - Decimal("333.33")
    steps = (("1001.00", "0.005"), ("2281.83", "0.02"), ("5837.00", "0.03"), ("999999", "0.08"))
    charge, below = Decimal(0), Decimal(0)
    for top, rate in steps:
        charge += max(Decimal(0), min(gross, Decimal(top)) - below) * Decimal(rate)
        below = Decimal(top)
    return {
        "tax": cents(max(Decimal(0), tax)),
        "insurance": cents(gross * Decimal("0.042")),
        "charge": cents(charge),
        "pension": kept,
    }


def australian_tax(gross: Decimal) -> Decimal:
    """A fortnight's PAYG withholding with the Medicare levy, in whole dollars."""
    year = gross * 26
    tax = max(Decimal(0), min(year, Decimal(45000)) - 18200) * Decimal("0.16")
    tax += max(Decimal(0), min(year, Decimal(135000)) - 45000) * Decimal("0.30") + year * Decimal("0.02")
    return (tax / 26).to_integral_value()


def american_week(gross: Decimal) -> dict[str, Decimal]:
    """One week's federal tax of a single person, Social Security, Medicare, state tax and disability insurance."""
    taxable = max(Decimal(0), gross - Decimal("288.46"))
    return {
        "federal": cents(
            min(taxable, Decimal("229.33")) / 10 + max(Decimal(0), taxable - Decimal("229.33")) * 12 / 100
        ),
        "social": cents(gross * Decimal("0.062")),
        "medicare": cents(gross * Decimal("0.0145")),
        "state": cents(gross * Decimal("0.0231")),
        "disability": cents(gross * Decimal("0.011")),
    }


def british_week(gross: Decimal, pension: Decimal) -> dict[str, Decimal]:
    """A week's income tax under code 1257L, National Insurance of category A, and pension."""
    kept = cents(gross * pension)
    return {
        "tax": cents(max(Decimal(0), gross - kept - Decimal("241.90")) // 1 / 5),
        "insurance": cents(max(Decimal(0), gross - 242) * Decimal("0.08")),
        "pension": kept,
    }
