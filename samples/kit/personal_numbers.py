"""Numbers of persons that papers of more than one kind state, with their check characters."""

from __future__ import annotations

import datetime as dt
from random import Random

from samples.identifiers import weighed

SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def polish_number(born: dt.date, sex: str, chance: Random) -> str:
    """A PESEL: the day of birth (from 2000: months plus 20), an order that is odd for men, a check digit."""
    month = born.month + (20 if born.year > 1999 else 0)
    order = chance.randint(100, 999) * 10 + chance.randrange(0, 10, 2) + (sex == "M")
    body = f"{born:%y}{month:02d}{born:%d}{order:04d}"
    return body + str(-weighed(body, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10)


def spanish_letter(number: str) -> str:
    """The letter behind the eight digits of a DNI."""
    return SPANISH_LETTERS[int(number) % 23]
