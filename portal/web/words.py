"""What pages say, in the reader's language. Templates are written in English; other languages translate it.

`templates/pages/<language>/*.toml` map each English sentence to its translation. One that is missing is said in
English, and a test names it.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal, format_percent
from fastapi import Request

FOLDER = Path(__file__).parent.parent.parent / "templates" / "pages"
ENGLISH = "en"
LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "zh": "中文"}
COOKIE = "vouch_language"
LOCALES = {ENGLISH: "en_GB", "zh": "zh_CN"}


def language_of(request: Request) -> str:
    """The language that the reader chose, else the first of the browser's that we speak, else English."""
    chosen = request.query_params.get("language") or request.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    for wanted in request.headers.get("accept-language", "").split(","):
        short = wanted.split(";")[0].strip().lower()[:2]
        if short in LANGUAGES:
            return short
    return ENGLISH


@cache
def sentences(language: str) -> Mapping[str, str]:
    """English sentence to its translation."""
    if language == ENGLISH:
        return {}
    known: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.toml")):
        known |= tomllib.loads(path.read_text(encoding="utf-8"))
    return known


def speaker(language: str) -> Callable[..., str]:
    """What templates call `_`: says a sentence in the language, with what belongs into its braces."""
    known = sentences(language)

    def say(sentence: str, **parts: object) -> str:
        said = known.get(sentence, sentence)
        return said.format(**parts) if parts else said

    return say


def speaks(sentence: str, language: str) -> bool:
    """Whether a sentence can be said in the language."""
    return language == ENGLISH or sentence in sentences(language)


def money(amount: Decimal | str | None, currency: str, language: str) -> str:
    """As in the letters; a dash for none."""
    if amount is None:
        return "–"
    return _currency(Decimal(amount), currency, LOCALES[language])


@lru_cache(maxsize=4096)
def _currency(amount: Decimal, currency: str, locale: str) -> str:
    """Pages say the same amounts again and again, and to format one takes a tenth of a millisecond."""
    return format_currency(amount, currency, locale=locale)


def number(value: Decimal | float | str | None, language: str) -> str:
    return "–" if value is None else format_decimal(Decimal(str(value)), locale=LOCALES[language])


def percent(share: Decimal | float | None, language: str) -> str:
    """0.125 is 12.5%."""
    return "–" if share is None else format_percent(share, format="#,##0.#%", locale=LOCALES[language])


def day(value: dt.date | None, language: str) -> str:
    return "–" if value is None else format_date(value, format="medium", locale=LOCALES[language])


def day_of(text: str, language: str) -> str:
    """An ISO date as `day` says it; any other text as it is."""
    try:
        return day(dt.date.fromisoformat(text), language)
    except ValueError:
        return text


def month(first: dt.date, language: str) -> str:
    """The month that begins on a day: March 2026."""
    return format_date(first, format="yyyy年M月" if language == "zh" else "MMMM yyyy", locale=LOCALES[language])


def moment(value: dt.datetime | None, language: str) -> str:
    return "–" if value is None else format_datetime(value, format="short", locale=LOCALES[language])
