"""American W-2: four copies on a page, as payroll bureaus print them."""

from __future__ import annotations

from random import Random

from samples.kit.invent import address, company, digits, person
from samples.kit.withheld_year import employee_number, employer_number, withheld_year
from samples.specimen import Invented, Kit


def invent(layout: str, chance: Random) -> Invented:
    """One statement."""
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


KIT = Kit(layouts=("four_copies",), invent=invent)
