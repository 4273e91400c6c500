"""Chinese citizens as their identity cards state them."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.kit import cards, invent

DISTRICTS = (
    ("浙江省杭州市滨江区", "杭州市公安局滨江分局"), ("江苏省苏州市吴中区", "苏州市公安局吴中分局"),
    ("四川省成都市武侯区", "成都市公安局武侯分局"), ("广东省佛山市南海区", "佛山市公安局南海分局"),
)  # fmt: skip
PEOPLES = ("汉", "汉", "汉", "汉", "回", "满", "土家", "壮", "维吾尔")
ESTATES = ("翠苑新村", "阳光花园", "锦绣家园", "望江小区")
LONG_TERM = "long-term"


def citizen(chance: Random) -> dict[str, str]:
    """The fields of both sides of a card; who is older than 45 has one without an end."""
    person = cards.holder("cn", chance)
    place, police = chance.choice(DISTRICTS)
    issued = dt.date(2017, 3, 1) + dt.timedelta(days=chance.randrange(3100))
    age = issued.year - person.born.year
    years = 10 if age < 26 else 20
    street = chance.choice(invent.STREETS["cn"])
    home = f"{chance.choice(ESTATES)}{chance.randint(1, 30)}幢{chance.randint(1, 18)}0{chance.randint(1, 4)}室"
    return {
        "full_name": person.full,
        "sex": person.sex,
        "ethnicity": chance.choice(PEOPLES),
        "date_of_birth": person.born.isoformat(),
        "address": f"{place}{street}{chance.randint(3, 300)}号{home}",
        "document_number": invent.chinese_id(person.born, person.sex, chance),
        "authority": police,
        "date_of_issue": issued.isoformat(),
        "date_of_expiry": LONG_TERM if age >= 46 else cards.years_later(issued, years).isoformat(),
    }


FRONT = ("full_name", "sex", "ethnicity", "date_of_birth", "address", "document_number")
BACK = ("authority", "date_of_issue", "date_of_expiry")


def validity(fields: dict[str, str]) -> str:
    """2016.03.01-2036.03.01, or to 长期."""
    until = fields["date_of_expiry"]
    end = "长期" if until == LONG_TERM else until.replace("-", ".")
    return f"{fields['date_of_issue'].replace('-', '.')}-{end}"
