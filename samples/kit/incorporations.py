"""Companies as registers of other countries certify them: Ireland, Singapore, Australia, New York, India, the British
Virgin Islands."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day, ordinal
from samples.kit import cards, invent
from samples.kit.filers import IRISH_FIRMS
from samples.kit.overseas import overseas_firm
from samples.kit.overseas_filers import australian_number, singaporean_number, threes
from samples.kit.words import english_words, ordinal_words
from samples.specimen import Invented

STATES = ("New South Wales", "Victoria", "Queensland", "South Australia")
INDIAN = ("SAFFRON LOOM TEXTILES", "NEELGIRI AGRO FOODS", "DECCAN BYTES SOFTWARE", "MARIGOLD LOGISTICS", "KAVERI TOOLS")
VIRGIN = ("Coral Passage Holdings", "Sable Reef Investments", "Tamarind Global", "Frigate Bay Assets", "Anegada Marine")
COUNTIES = ("KINGS", "ALBANY", "ERIE", "WESTCHESTER", "NEW YORK")


def workday(chance: Random, since: int) -> dt.date:
    """A day from Monday to Friday, from that year to 2025."""
    return invent.working_day(dt.date(since, 2, 1) + dt.timedelta(days=chance.randrange(365 * (2025 - since))))


def _facts(number: str, name: str, form: str, founded: dt.date, where: str, authority: str) -> dict[str, str]:
    return {
        "registration_number": number,
        "legal_name": name,
        "entity_type": form,
        "incorporated_on": founded.isoformat(),
        "jurisdiction": where,
        "authority": authority,
    }


def irish(chance: Random) -> Invented:
    founded = workday(chance, 2015)
    name = f"{chance.choice(IRISH_FIRMS)} Limited".upper()
    form = "Private Company Limited by Shares"
    fields = _facts(str(chance.randint(556_000, 780_000)), name, form, founded, "Ireland", "Registrar of Companies")
    given = f"{founded:%A}, the {ordinal(founded.day)} day of {day(founded.isoformat(), '{month}, %Y')}"
    return Invented(fields=fields, shown={"given_on": given, "badge": cards.badge(26, "#1f5f43", points=12)})


def singaporean(chance: Random) -> Invented:
    founded = workday(chance, 2014)
    uen = f"{founded.year}{singaporean_number(chance)[4:]}"
    name, form = overseas_firm("sg", chance).upper(), "PRIVATE COMPANY LIMITED BY SHARES"
    where = "Accounting and Corporate Regulatory Authority"
    fields = _facts(uen, name, form, founded, "Singapore", where)
    shown = {
        "receipt": f"ACRA{founded:%y%m%d}{invent.digits(6, chance)}",
        "printed": day(founded.isoformat(), "%d/%m/%Y"),
        "asked": day((founded + dt.timedelta(days=chance.randint(30, 400))).isoformat(), "%d/%m/%Y"),
    }
    return Invented(fields=fields, shown=shown)


def australian(chance: Random) -> Invented:
    founded, number = workday(chance, 2010), threes(australian_number(chance))
    name, where = overseas_firm("au", chance).upper(), chance.choice(STATES)
    fields = _facts(
        number, name, "proprietary company", founded, where, "Australian Securities and Investments Commission"
    )
    shown = {
        "spelled": f"{ordinal_words(founded.day)} day of {day(founded.isoformat(), '{month} %Y')}",
        "chair": chance.choice(("Rowena Castleton", "Graeme P. Oakhurst")),
        "badge": cards.badge(24, "#20466e", points=7),
    }
    return Invented(fields=fields, shown=shown)


def new_york(chance: Random) -> Invented:
    founded = workday(chance, 2016)
    company = chance.random() < 0.5
    name = f"{chance.choice(invent.FIRM_NAMES['us'])} {'LLC' if company else 'INC.'}".upper()
    form = "DOMESTIC LIMITED LIABILITY COMPANY" if company else "DOMESTIC BUSINESS CORPORATION"
    fields = _facts(invent.digits(7, chance), name, form, founded, "New York", "Department of State")
    filer, agent = invent.address("us", chance), invent.address("us", chance)
    shown = {
        "document": "ARTICLES OF ORGANIZATION" if company else "CERTIFICATE OF INCORPORATION",
        "county": chance.choice(COUNTIES),
        "filed": day(founded.isoformat(), "%m/%d/%Y"),
        "cash": f"{founded:%y%m%d}{invent.digits(6, chance)}",
        "filer": (invent.person("us", chance).full, *filer),
        "agent": (name, *agent),
        "fee": 200 if company else 125,
    }
    return Invented(fields=fields, shown=shown)


def indian(chance: Random) -> Invented:
    founded = workday(chance, 2015)
    state, city = chance.choice((("MH", "Mumbai"), ("KA", "Bengaluru"), ("DL", "Delhi"), ("TN", "Chennai")))
    number = f"U{invent.digits(5, chance)}{state}{founded.year}PTC{invent.digits(6, chance)}"
    name = f"{chance.choice(INDIAN)} PRIVATE LIMITED"
    fields = _facts(number, name, "company limited by shares", founded, "India", "Registrar of Companies")
    year = f"two thousand {english_words(founded.year % 100)}"
    shown = {
        "spelled": f"{ordinal_words(founded.day).capitalize()} day of {day(founded.isoformat(), '{month}')} {year}",
        "given": f"{ordinal_words(founded.day + 1 if founded.day < 28 else 28).capitalize()} day of "
        f"{day(founded.isoformat(), '{month}')} {year}",
        "pan": f"AA{chance.choice('BDEFGH')}C{chance.choice('ABCDE')}{invent.digits(4, chance)}{chance.choice('KLM')}",
        "city": city,
        "pin": invent.digits(6, chance),
        "registrar": chance.choice(("P. RAGHAVENDRA RAO", "SUNITA MEHRA KULKARNI")),
    }
    return Invented(fields=fields, shown=shown)


def virgin_islands(chance: Random) -> Invented:
    founded = workday(chance, 2012)
    name = f"{chance.choice(VIRGIN)} {chance.choice(('Limited', 'Ltd.', 'Inc.'))}".upper()
    fields = _facts(
        str(chance.randint(1_690_000, 2_160_000)), name, "BVI BUSINESS COMPANY", founded,
        "British Virgin Islands", "Registrar of Corporate Affairs",
    )  # fmt: skip
    shown = {
        "given": f"{ordinal(founded.day)} day of {day(founded.isoformat(), '{month}, %Y')}",
        "badge": cards.badge(27, "#275c3a", points=9),
    }
    return Invented(fields=fields, shown=shown)
