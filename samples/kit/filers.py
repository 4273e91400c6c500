"""Who files accounts and returns: companies with their directors, and the practices that prepare the papers."""

from __future__ import annotations

from random import Random

from samples.kit.invent import address, company, credit_code, digits, person

PRACTICES = {
    "gb": ("Ambler Hythe LLP", "Pryce & Dunmore", "Coverdale Accountancy Services Limited", "Thirlby Roe"),
    "us": ("Ostrander & Bly, CPAs", "Hollis Tremaine PLLC", "Vandermeer Accounting Group, LLC", "Kip R. Salter, CPA"),
    "ie": ("Mullarkey Breen", "Scanlon Roche & Co.", "Tierney Quill"),
    "cn": ("浙江中衡会计师事务所", "苏州信越会计师事务所", "成都明正会计师事务所"),
}
IRISH_FIRMS = (
    "Slievemore Seafoods",
    "Liffey Glazing",
    "Burren Dairy Ingredients",
    "Corrib Web Studio",
    "Ardara Knitwear",
)
IRISH_STREETS = ("Quayside Park", "Old Creamery Road", "Mill Street")
IRISH_TOWNS = ("Ballinrath, Co. Galway", "Castlemoyle, Co. Cork", "Dunarra, Co. Donegal", "Kilbracken, Co. Meath")
CHINESE_CLERKS = ("周敏", "李静", "何雪", "徐海涛", "林晓梅", "陈志远", "赵玉兰")


def british(chance: Random) -> dict[str, str]:
    """A company of England and Wales."""
    street, town = address("gb", chance)
    practice_street, practice_town = address("gb", chance)
    return {
        "entity": company("gb", chance).replace(" LLP", " Limited"),
        "registration_number": f"{chance.randint(3_100_000, 15_900_000):08d}",
        "director": person("gb", chance).full,
        "second_director": person("gb", chance).full,
        "street": street,
        "town": town,
        "practice": chance.choice(PRACTICES["gb"]),
        "practice_street": practice_street,
        "practice_town": practice_town,
    }


def irish(chance: Random) -> dict[str, str]:
    """A company registered in Ireland."""
    surnames, given = (
        ("Tuohy", "Gallagher", "Mac Cárthaigh", "Heneghan"),
        ("Aoife", "Ciarán", "Gráinne", "Declan"),
    )
    return {
        "entity": f"{chance.choice(IRISH_FIRMS)} {chance.choice(('Limited', 'DAC', 'Teoranta'))}",
        "registration_number": str(chance.randint(312_000, 745_000)),
        "director": f"{chance.choice(given)} {chance.choice(surnames)}",
        "second_director": f"{chance.choice(given[::-1])} {chance.choice(surnames[::-1])}",
        "street": f"Unit {chance.randint(2, 48)}, {chance.choice(IRISH_STREETS)}",
        "town": chance.choice(IRISH_TOWNS),
        "practice": chance.choice(PRACTICES["ie"]),
        "practice_town": chance.choice(IRISH_TOWNS),
    }


def american(chance: Random) -> dict[str, str]:
    """A US corporation with its preparer."""
    street, town = address("us", chance)
    practice_street, practice_town = address("us", chance)
    return {
        "entity": company("us", chance).replace(" LLC", " Company"),
        "officer": person("us", chance).full,
        "street": street,
        "town": town,
        "ein": f"{digits(2, chance)}-{digits(7, chance)}",
        "practice": chance.choice(PRACTICES["us"]),
        "practice_street": practice_street,
        "practice_town": practice_town,
    }


def chinese(chance: Random) -> dict[str, str]:
    """A Chinese company with who signs its statements."""
    chief, clerk = chance.sample(CHINESE_CLERKS, 2)
    return {
        "entity": company("cn", chance),
        "registration_number": credit_code(chance),
        "legal_representative": person("cn", chance).full,
        "chief_accountant": chief,
        "clerk": clerk,
        "practice": chance.choice(PRACTICES["cn"]),
    }
