"""Certificates of incorporation: a British partnership (LLP), a Delaware good standing, Singapore and Ireland, an
Australian registration, a New York filing receipt and a company of the British Virgin Islands."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.ink import day, ordinal
from samples.kit import cards, invent
from samples.kit.overseas_filers import checked_australian, checked_singaporean
from samples.kit.words import ordinal_words, spelled_day
from samples.specimen import Invented, Kit

SINGAPORE = ("MERANTI GROVE", "LION CITY TOOLING", "STRAITS KITCHENWARE", "TANJONG ROBOTICS", "ORCHID COLD CHAIN")
IRISH = ("Carrick Dairy Supplies", "Glenmore Joinery", "Liffey Print & Pack", "Burren Outdoor")
AUSTRALIAN = (
    "Wattle Creek Plumbing",
    "Banksia Road Cafe",
    "Southern Cross Pallets",
    "Mallee Grain Handling",
    "Cooinda Tech",
)
STATES = ("Victoria", "New South Wales", "Queensland", "Western Australia")
VIRGIN = ("Trade Wind Assets", "Golden Heron Investments", "Sage Mountain Holdings", "Anegada Maritime")
COUNTIES = ("KINGS", "NEW YORK", "ERIE", "WESTCHESTER", "SUFFOLK")


def _workday(chance: Random, since: int = 2010) -> dt.date:
    """A day from Monday to Friday, from that year to 2025."""
    found = dt.date(since, 7, 1) + dt.timedelta(days=chance.randrange(365 * (2025 - since)))
    return invent.working_day(found)


def _partnership(chance: Random) -> Invented:
    founded = _workday(chance)
    register, town, prefix = chance.choice((("England and Wales", "Cardiff", "OC"), ("Scotland", "Edinburgh", "SO")))
    fields = {
        "registration_number": f"{prefix}{invent.digits(6, chance)}",
        "legal_name": f"{chance.choice(invent.FIRM_NAMES['gb'])} LLP".upper(),
        "entity_type": "Limited Liability Partnership",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": register,
        "authority": "Companies House",
    }
    shown = {
        "town": town,
        "given_on": f"the {ordinal(founded.day)} {day(founded.isoformat(), '{month} %Y')}",
        "badge": cards.badge(22, "#20374f", points=9),
    }
    return Invented(fields=fields, shown=shown)


def _delaware(chance: Random) -> Invented:
    founded = _workday(chance)
    issued = dt.date(2026, chance.randint(1, 2), chance.randint(2, 27))
    kind, form, verb = chance.choice(
        (("limited liability company", "LLC", "formed"), ("corporation", "INC.", "incorporated"))
    )
    fields = {
        "registration_number": invent.digits(7, chance),
        "legal_name": f"{chance.choice(invent.FIRM_NAMES['us'])}, {form}".upper(),
        "entity_type": kind,
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Delaware",
        "authority": "Secretary of State",
    }
    shown = {
        "verb": verb,
        "founded_words": spelled_day(founded),
        "issued_words": spelled_day(issued),
        "issued": issued.strftime("%m-%d-%y"),
        "request": f"{issued.year}{invent.digits(7, chance)}",
        "authentication": invent.digits(9, chance),
        "secretary": chance.choice(("Harlan W. Teague", "Josephine R. Bullard")),
        "badge": cards.badge(36, "#b8953f", points=13),
    }
    return Invented(fields=fields, shown=shown)


def _singapore(chance: Random) -> Invented:
    founded = _workday(chance, since=2022)
    body = f"{founded.year}{invent.digits(5, chance)}"
    fields = {
        "registration_number": checked_singaporean(body),
        "legal_name": f"{chance.choice(SINGAPORE)} PTE. LTD.",
        "entity_type": "Private Company Limited by Shares",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Singapore",
        "authority": "Accounting and Corporate Regulatory Authority",
    }
    shown = {
        "receipt": f"ACRA{invent.digits(12, chance)}",
        "given_on": day(founded.isoformat(), "%d/%m/%Y"),
        "registrar": chance.choice(("TAN SIEW LIAN", "MUHAMMAD FAIZ BIN OMAR")),
    }
    return Invented(fields=fields, shown=shown)


def _irish(chance: Random) -> Invented:
    founded = _workday(chance, since=2015)
    fields = {
        "registration_number": str(chance.randint(564_000, 769_000)),
        "legal_name": f"{chance.choice(IRISH)} {chance.choice(('Limited', 'Designated Activity Company'))}".upper(),
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "Ireland",
        "authority": "Registrar of Companies",
    }
    designated = fields["legal_name"].endswith("COMPANY")
    fields["entity_type"] = "designated activity company" if designated else "private company limited by shares"
    shown = {
        "weekday": founded.strftime("%A"),
        "given_on": f"{ordinal(founded.day)} day of {day(founded.isoformat(), '{month}, %Y')}",
        "badge": cards.badge(24, "#2c5b45", points=7),
    }
    return Invented(fields=fields, shown=shown)


def _australian(chance: Random) -> Invented:
    founded = _workday(chance, since=2012)
    body = str(chance.randint(601, 685)) + f"{chance.randrange(100_000):05d}"
    public = chance.random() < 0.15
    fields = {
        "registration_number": invent.spaced(checked_australian(body), 3),
        "legal_name": f"{chance.choice(AUSTRALIAN)} {'Limited' if public else 'Pty Ltd'}".upper(),
        "entity_type": "public company" if public else "proprietary company",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": chance.choice(STATES),
        "authority": "Australian Securities and Investments Commission",
    }
    words = ordinal_words(founded.day)
    shown = {
        "given_on": f"{_title(words)} day of {day(founded.isoformat(), '{month} %Y')}",
        "issued_on": f"{words} day of {day(founded.isoformat(), '{month}, %Y')}",
        "chair": chance.choice(("Joanna Langford", "Gregory Medway")),
        "badge": cards.badge(26, "#24395e", points=7),
    }
    return Invented(fields=fields, shown=shown)


def _title(words: str) -> str:
    """Only the first letter large."""
    return words[0].upper() + words[1:]


def _new_york(chance: Random) -> Invented:
    filed = _workday(chance, since=2020)
    kind, ending, paper, fee = chance.choice(
        (
            ("DOMESTIC BUSINESS CORPORATION", "INC.", "CERTIFICATE OF INCORPORATION", "125.00"),
            ("DOMESTIC LIMITED LIABILITY COMPANY", "LLC", "ARTICLES OF ORGANIZATION", "200.00"),
        )
    )
    street, _ = invent.address("us", chance)
    fields = {
        "registration_number": str(chance.randint(5_680_000, 7_450_000)),
        "legal_name": f"{chance.choice(invent.FIRM_NAMES['us'])} {ending}".upper(),
        "entity_type": kind,
        "incorporated_on": filed.isoformat(),
        "jurisdiction": "New York",
        "authority": "Department of State",
    }
    shown = {
        "paper": paper,
        "file_number": f"{filed:%y%m%d}{invent.digits(6, chance)}",
        "transaction": f"{filed:%Y%m%d}{invent.digits(7, chance)}-{invent.digits(6, chance)}",
        "county": chance.choice(COUNTIES),
        "filer": invent.person("us", chance).full.upper(),
        "street": street.upper(),
        "fee": fee,
        "total": f"{float(fee) + 35:.2f}",
    }
    return Invented(fields=fields, shown=shown)


def _virgin_islands(chance: Random) -> Invented:
    founded = _workday(chance, since=2013)
    fields = {
        "registration_number": str(1_750_000 + (founded.year - 2013) * 32_000 + chance.randrange(31_000)),
        "legal_name": f"{chance.choice(VIRGIN)} {chance.choice(('Limited', 'Ltd', 'Corp.'))}",
        "entity_type": "BVI business company",
        "incorporated_on": founded.isoformat(),
        "jurisdiction": "British Virgin Islands",
        "authority": "Registrar of Corporate Affairs",
    }
    shown = {
        "given_on": f"{ordinal(founded.day)} day of {day(founded.isoformat(), '{month}, %Y')}",
        "badge": cards.badge(32, "#3b6a4d", points=11),
    }
    return Invented(fields=fields, shown=shown)


KIT = Kit.of({
    "uk_llp": _partnership, "good_standing": _delaware, "singapore": _singapore, "irish": _irish,
    "australian": _australian, "new_york_receipt": _new_york, "virgin_islands": _virgin_islands,
})  # fmt: skip
