"""How figures and dates are written on papers, and the shapes that are drawn on them."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def grouped(amount: str | Decimal | int, places: int = 2) -> str:
    """1234.5 as 1,234.50; empty stays empty."""
    return "" if amount == "" else f"{Decimal(str(amount)):,.{places}f}"


def bracketed(amount: str | Decimal | int, places: int = 0) -> str:
    """As accountants write: a negative amount in brackets, nothing as a dash."""
    value = Decimal(str(amount))
    if value == 0:
        return "-"
    return f"({-value:,.{places}f})" if value < 0 else f"{value:,.{places}f}"


def day(iso: str, form: str = "%d %b %Y") -> str:
    """An ISO date in another form: strftime's, with {d} and {m} for bare numbers and {month} for the name."""
    date = dt.date.fromisoformat(iso)
    named = (
        form.replace("{d}", str(date.day)).replace("{m}", str(date.month)).replace("{month}", MONTHS[date.month - 1])
    )
    return date.strftime(named)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def guilloche(width: float, height: float, lines: int = 18, waves: float = 3.0) -> str:
    """The fine wavy lines of security printing, as the data of one SVG path over a field of that size."""
    strokes = []
    for line in range(lines):
        points = []
        for step in range(41):
            x = width * step / 40
            turn = 2 * math.pi * waves * step / 40 + line * 0.35
            y = height * (line + 0.5) / lines + math.sin(turn) * height / 14 * math.cos(line / 3)
            points.append(f"{x:.1f} {y:.1f}")
        strokes.append("M" + "L".join(points))
    return "".join(strokes)


def star(x: float, y: float, radius: float) -> str:
    """A five-pointed star, as the data of an SVG path."""
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.382
        turn = math.pi * corner / 5
        points.append(f"{x + reach * math.sin(turn):.1f} {y - reach * math.cos(turn):.1f}")
    return "M" + "L".join(points) + "Z"


class Letter(NamedTuple):
    """One character on the ring of a seal."""

    text: str
    x: float
    y: float
    turn: float
    """Degrees, clockwise."""
    size: float


def around(text: str, radius: float, size: float, arc: float = 230.0) -> list[Letter]:
    """The characters of a seal on the upper part of a ring about (60, 60)."""
    letters = []
    for index, character in enumerate(text):
        turn = arc * (index + 0.5) / len(text) - arc / 2
        x, y = (radius * part for part in (math.sin(math.radians(turn)), -math.cos(math.radians(turn))))
        letters.append(Letter(character, round(60 + x, 1), round(60 + y, 1), round(turn, 1), size))
    return letters
