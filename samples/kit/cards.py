"""What cards and passports carry besides words: a portrait, fine lines, a signature; and how long they are good for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from random import Random

from markupsafe import Markup

from samples.ink import guilloche, star
from samples.kit import invent

SKIN = (("#d3a98b", "#c49a7c"), ("#8d5d3f", "#7c5036"), ("#e3bfa3", "#d2ac8e"), ("#b98460", "#a87452"))
HAIR = ("#3a2f2a", "#1d1b1c", "#6b4a2a", "#8a8580", "#b08a4e")
WOMEN = (
    "Amelia", "Priya", "Morag", "Tamsin", "Beatrix", "Marisol", "Ashley", "Keisha", "Brooke", "Noelle", "Anneliese",
    "Käthe", "Sibylle", "Ottilie", "Grit", "Élodie", "Maëlle", "Solène", "Capucine", "Inès", "丽娟", "晓梅", "雪",
    "思琪", "玉兰",
)  # fmt: skip
COATS = ("#3c4657", "#5a2b35", "#2f4a3c", "#22242b", "#6d6a5f")
LONG = "M17 62 C12 36 16 15 35 14 C54 15 58 36 53 62 C50 60 50 44 49 34 C42 33 30 31 22 33 C20 44 20 58 17 62 Z"
SHORT = "M19 36 C16 20 24 13 35 13 C46 13 54 20 51 36 C49 27 44 25 35 25 C26 25 21 27 19 36 Z"


def holder(country: str, chance: Random) -> invent.Person:
    """A person whose sex goes with the given name, as a card shows both."""
    made = invent.person(country, chance)
    return dataclasses.replace(made, sex="F" if made.given in WOMEN else "M")


def portrait(sex: str, width: float, height: float, chance: Random, grey: bool = False) -> Markup:
    """A shaded face in place of a photograph, in millimetres."""
    (skin, neck), hair, coat = chance.choice(SKIN), chance.choice(HAIR), chance.choice(COATS)
    if grey:
        skin, neck, hair, coat = "#bdbdbd", "#a5a5a5", "#3d3d3d", "#5a5a5a"
    return Markup(  # noqa: S704 - drawn here from numbers and colours
        f'<svg width="{width}mm" height="{height}mm" viewBox="0 0 70 90" preserveAspectRatio="none">'
        f'<rect width="70" height="90" fill="#dfe2e6"/><rect y="45" width="70" height="45" fill="#d3d7dd"/>'
        f'<path d="M2 90 C4 70 18 64 28 62 L42 62 C52 64 66 70 68 90 Z" fill="{coat}"/>'
        f'<path d="M28 66 C30 74 40 74 42 66 L41 54 L29 54 Z" fill="{neck}"/>'
        f'<ellipse cx="35" cy="39" rx="15.5" ry="20" fill="{skin}"/>'
        f'<path d="{LONG if sex == "F" else SHORT}" fill="{hair}"/>'
        '<ellipse cx="29" cy="38" rx="2.2" ry="1.3" fill="#333"/><ellipse cx="41" cy="38" rx="2.2" ry="1.3" '
        f'fill="#333"/><path d="M35 39 L33.4 46 L36.4 46 Z" fill="{neck}"/>'
        '<path d="M30 50.5 Q35 53 40 50.5" fill="none" stroke="#8c5548" stroke-width="1.4"/></svg>'
    )


def waves(width: float, height: float, colour: str, lines: int = 22, strength: float = 0.2) -> Markup:
    """The fine lines of security printing over a field of that size, in millimetres."""
    path = guilloche(width, height, lines=lines, waves=2.0 + lines / 12)
    return Markup(  # noqa: S704 - drawn here from numbers and colours
        f'<svg style="position: absolute; left: 0; top: 0" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}"><path d="{path}" fill="none" stroke="{colour}" '
        f'stroke-opacity="{strength}" stroke-width="0.2"/></svg>'
    )


def badge(size: float, colour: str, points: int = 12, inside: str = "white") -> Markup:
    """An emblem of no state: a ring of stars about a star, in millimetres."""
    ring = "".join(star(50 + 36 * x, 50 + 36 * y, 6) for x, y in _ring(points))
    return Markup(  # noqa: S704 - drawn here from numbers and colours
        f'<svg width="{size}mm" height="{size}mm" viewBox="0 0 100 100"><circle cx="50" cy="50" r="48" '
        f'fill="{colour}"/><path d="{ring}{star(50, 50, 22)}" fill="{inside}"/></svg>'
    )


def _ring(points: int) -> list[tuple[float, float]]:
    return [(math.sin(2 * math.pi * at / points), -math.cos(2 * math.pi * at / points)) for at in range(points)]


def years_later(date: dt.date, years: int) -> dt.date:
    """The same day so many years on; 1 March where there is no 29 February."""
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return dt.date(date.year + years, 3, 1)


def last_day(first: dt.date, years: int) -> dt.date:
    """The last day of so many years from a first day on."""
    return years_later(first, years) - dt.timedelta(days=1)


def term(chance: Random, years: int, day_before: bool = False) -> tuple[str, str]:
    """Day of issue and last day of validity, still good in 2026; many states end it on the day before."""
    earliest = dt.date(max(2027 - years, 2012), 1, 15)
    latest = dt.date(2025, 12, 1)
    issued = earliest + dt.timedelta(days=chance.randrange((latest - earliest).days))
    expires = (last_day if day_before else years_later)(issued, years)
    return issued.isoformat(), expires.isoformat()


def signature(given: str, surname: str) -> str:
    """How somebody signs."""
    return f"{given[0]}. {surname.title()}"
