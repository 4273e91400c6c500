"""Values that people type into the application form, by the type of the field that they are for."""

from __future__ import annotations

import datetime as dt
import functools
import re
import types
import typing
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

PROFILES = ("us-small", "us-large", "uk", "eu", "cn")
_LONGEST_TEXT = 2000
_LONGEST_LIST = 100
_MOST_MONEY = Decimal(10) ** 15
_MOST_MONTHS = 600
_SIGNED = frozenset({"net_profit"})
_NEVER_EMPTY = frozenset({"legal_name", "full_name", "product"})


class Refused(ValueError):
    """A value cannot be used; the message is a sentence without the file's name."""


def read_value(hint: Any, given: Any, section: str, name: str) -> Any:
    """The value that TOML gave, as the field's type; text is trimmed. Raises Refused."""
    where = f"{section} {name}"
    special = _BY_NAME.get(name)
    if special is not None:
        return special(given, where)
    (kind,) = [one for one in _options(hint) if one is not types.NoneType]
    if kind is str:
        return _text(given, where, empty=name not in _NEVER_EMPTY)
    if kind is Decimal:
        return _money(given, where, signed=name in _SIGNED)
    if kind is int:
        return _whole(given, where, 0, 10_000_000)
    if kind is dt.date:
        return _day(given, where)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _one_of(kind, given, where)
    return _texts(given, where)


def _options(hint: Any) -> tuple[Any, ...]:
    return typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)


def _text(given: Any, where: str, *, empty: bool = True) -> str:
    if not isinstance(given, str):
        raise Refused(f"{where} must be text in quotation marks, not {_said(given)}")
    text = given.strip()
    if not text and not empty:
        raise Refused(f"{where} must not be empty")
    if len(text) > _LONGEST_TEXT:
        raise Refused(f"{where} is longer than {_LONGEST_TEXT} characters")
    if any(unicodedata.category(character) in {"Cc", "Cs"} and character != "\n" for character in text):
        raise Refused(f"{where} holds a control character; type it again")
    return text


def _texts(given: Any, where: str) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise Refused(f'{where} must be a list such as ["one", "two"], not {_said(given)}')
    if len(given) > _LONGEST_LIST:
        raise Refused(f"{where} has more than {_LONGEST_LIST} entries")
    return tuple(_text(one, where, empty=False) for one in given)


def _number(given: Any, where: str, example: str) -> Decimal:
    """The digits that were typed, never those of a binary fraction."""
    if isinstance(given, bool) or not isinstance(given, int | Decimal | str):
        raise Refused(f"{where} must be a number such as {example}, not {_said(given)}")
    try:
        number = Decimal(given.strip() if isinstance(given, str) else given)
    except InvalidOperation:
        raise Refused(f"{where} must be a plain number such as {example}, not {_said(given)}") from None
    if not number.is_finite() or number.adjusted() > 20 or number.as_tuple().exponent < -20:  # type: ignore[operator]
        raise Refused(f"{where} must be a number of ordinary size such as {example}, not {_said(given)}")
    return Decimal(format(number, "f"))


def _money(given: Any, where: str, *, signed: bool = False) -> Decimal:
    amount = _number(given, where, "125000.00")
    if amount < 0 and not signed:
        raise Refused(f"{where} must not be negative, and it is {amount}")
    if abs(amount) > _MOST_MONEY:
        raise Refused(f"{where} is more than {_MOST_MONEY:,}; check its digits")
    return abs(amount) if amount == 0 else amount


def _share(given: Any, where: str) -> Decimal:
    share = _number(given, where, "0.25")
    if not 0 <= share <= 1:
        raise Refused(f"{where} must be a fraction from 0 to 1, such as 0.25 for 25 %, not {share}")
    return abs(share)


def _whole(given: Any, where: str, low: int, high: int) -> int:
    number = _number(given, where, "12")
    if number != number.to_integral_value() or not low <= number <= high:
        raise Refused(f"{where} must be a whole number from {low} to {high}, not {_said(given)}")
    return int(number)


def _months(given: Any, where: str) -> int:
    return _whole(given, where, 1, _MOST_MONTHS)


def _day(given: Any, where: str) -> dt.date:
    if isinstance(given, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", given.strip(), re.ASCII):
        try:
            return dt.date.fromisoformat(given.strip())
        except ValueError:
            raise Refused(f"{where} is not a day of the calendar: {given.strip()}") from None
    if isinstance(given, dt.date) and not isinstance(given, dt.datetime):
        return given
    raise Refused(f"{where} must be a date such as 2026-03-31, not {_said(given)}")


def _one_of(kind: type[StrEnum], given: Any, where: str) -> StrEnum:
    text = _text(given, where).lower()
    if text not in {one.value for one in kind}:
        raise Refused(f"{where} must be one of {', '.join(kind)}, not {_said(given)}")
    return kind(text)


def _profile(given: Any, where: str) -> str:
    text = _text(given, where)
    if text not in PROFILES:
        raise Refused(f"{where} must be one of {', '.join(PROFILES)}, not {_said(given)}")
    return text


def _country(given: Any, where: str) -> str:
    code = _text(given, where).upper()
    if code not in _territories():
        hint = "; the United Kingdom is GB" if code == "UK" else ""
        raise Refused(f"{where} must be a country's code of two letters (ISO 3166), not {_said(given)}{hint}")
    return code


def _currency(given: Any, where: str) -> str:
    code = _text(given, where).upper()
    if code not in _currencies():
        raise Refused(f"{where} must be a currency's code of three letters such as GBP, not {_said(given)}")
    return code


def _language(given: Any, where: str) -> str:
    code = _text(given, where)
    if not re.fullmatch(r"[A-Za-z]{2}([-_][A-Za-z]{2,4})?", code) or code[:2].lower() not in _languages():
        raise Refused(f"{where} must be a language's code of two letters such as en, not {_said(given)}")
    return code[:2].lower()


def _nationality(given: Any, where: str) -> str:
    """As the form has it: a code of two or three letters, or words."""
    text = _text(given, where)
    return text.upper() if re.fullmatch(r"[A-Za-z]{2,3}", text) else text


def _said(given: Any) -> str:
    """What was typed, short enough for a sentence."""
    if isinstance(given, bool):
        return str(given).lower()
    text = f"'{given}'" if isinstance(given, str) else str(given)
    return text if len(text) <= 60 else f"{text[:57]}…"


@functools.cache
def _territories() -> frozenset[str]:
    from babel import Locale

    no_countries = {"EU", "EZ", "UN", "XA", "XB", "XK", "ZZ", "QO", "UK"}
    return (
        frozenset(code for code in map(str, Locale("en").territories) if re.fullmatch("[A-Z]{2}", code)) - no_countries
    )


@functools.cache
def _languages() -> frozenset[str]:
    from babel import Locale

    return frozenset(code for code in map(str, Locale("en").languages) if len(code) == 2)


@functools.cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


_BY_NAME: Mapping[str, Callable[[Any, str], Any]] = {
    "country": _country,
    "currency": _currency,
    "language": _language,
    "nationality": _nationality,
    "profile": _profile,
    "share": _share,
    "term_months": _months,
}
