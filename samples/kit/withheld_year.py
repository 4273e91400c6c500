"""A year's wages and what was withheld from them, as an American W-2 states them by box."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from samples.kit.invent import address, company, digits, person
from samples.kit.trade_lines import cents
from samples.specimen import Invented


def withheld_year(town: str, chance: Random) -> dict[str, str]:
    """The boxes of a W-2 by their numbers; the state is that of a line such as 'Fairhope, OH 44701'."""
    total = Decimal(chance.randint(3_100_000, 13_800_000)) / 100
    saved = cents(total * Decimal(chance.choice((0, 3, 5, 6))) / 100)
    wages, state = total - saved, town.split(", ")[1][:2]
    taxed = state in ("OH", "AZ")
    boxes = {
        "1": wages,
        "2": cents((wages - 14600) * Decimal("0.118")),
        "3": total,
        "4": cents(total * Decimal("0.062")),
        "5": total,
        "6": cents(total * Decimal("0.0145")),
        "12": saved,
        "16": wages if taxed else Decimal(0),
        "17": cents(wages * Decimal("0.0295")) if taxed else Decimal(0),
        "health": cents(total * Decimal("0.071")),
    }
    return {name: f"{value:.2f}" if value else "" for name, value in boxes.items()} | {
        "state": state if taxed else "",
        "state_id": f"{digits(2, chance)}-{digits(6, chance)}" if taxed else "",
    }


def employee_number(chance: Random) -> str:
    """A Social Security number of the ranges that are never given out."""
    return f"9{chance.randint(0, 99):02d}-{chance.randint(10, 49)}-{chance.randint(1000, 9999)}"


def employer_number(chance: Random) -> str:
    """An employer's number."""
    return f"{chance.randint(20, 88)}-{digits(7, chance)}"


def wage_statement(layout: str, chance: Random) -> Invented:
    """One employee's statement; what it states is the same in every layout."""
    worker, home = person("us", chance), address("us", chance)
    boxes = withheld_year(home[1], chance)
    fields = {
        "tax_year": str(chance.randint(2022, 2025)),
        "employee_name": worker.full,
        "employer_name": company("us", chance),
        "employer_id": employer_number(chance),
        "employee_ssn": employee_number(chance),
        "wages": boxes["1"],
        "federal_tax": boxes["2"],
    }
    shown = {
        "boxes": boxes,
        "given": worker.given,
        "surname": worker.surname,
        "home": home,
        "street": address("us", chance),
        "control": digits(6, chance),
        "plan": boxes["12"] != "",
    }
    return Invented(fields=fields, shown=shown)
