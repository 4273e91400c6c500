"""Printed figures and dates to values: money, percentages, dates. Each takes a string and gives a value or None.

None means that the print is not surely a value of this sort; nothing here raises for any string. Slips of a reader
are mended only where a figure can mean nothing else: a letter O between digits is a nought.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ocr.chinese_numbers import DIGITS, SECTIONS, UNITS, whole_number
from ocr.month_names import MONTHS
from ocr.printed_dates import month_of

CURRENCY_MARKS = {
    "£": "GBP", "€": "EUR", "$": "USD", "¥": "CNY", "元": "CNY", "圆": "CNY", "RMB": "CNY", "CNY": "CNY",
    "GBP": "GBP", "EUR": "EUR", "USD": "USD", "US$": "USD", "人民币": "CNY", "HKD": "HKD", "CHF": "CHF", "PLN": "PLN",
    "₹": "INR", "INR": "INR", "S$": "SGD", "SGD": "SGD", "HK$": "HKD", "A$": "AUD", "AUD": "AUD", "NZ$": "NZD",
    "NZD": "NZD", "AED": "AED",
}  # fmt: skip
"""Marks of money and the currency they stand for, ISO 4217; the bare ¥ is taken for the yuan."""

_MARKS = "|".join(re.escape(mark) for mark in sorted(CURRENCY_MARKS, key=len, reverse=True))
_SIDES = re.compile(r"(?<![A-Z])(CR|DR|C|D|S|H|OD)\.?$")
_SIDE_SIGNS = {"DR": -1, "D": -1, "S": -1, "OD": -1, "CR": 1, "C": 1, "H": 1}
_LEADING_SIDE = re.compile(r"^(CR|DR)\.?(?=[\d(£$€¥])")
_STRIP_MARKS = re.compile(_MARKS, re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,']*\d|\d|[.,]\d{1,2}")
_SLIPS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})
_DASHES = str.maketrans(dict.fromkeys("−–—‐‑﹣－", "-"))
_CAPITALS = re.compile(rf"[{''.join((*DIGITS, *UNITS, *SECTIONS))}]+")


def money(text: str, *, decimal_mark: str = "") -> Decimal | None:
    """An amount of money, negative by a minus on either side, brackets or a mark of debit (DR, D, S, OD).

    Takes 1,234.56 · 1.234,56 · 1 234,56 · 1'234.56 · (1,234) · 1,234- · £1,234.56 CR · 壹佰万元整. With one mark and
    three digits after it (1,234) the mark groups, unless `decimal_mark` names it. Figures with more than one way to
    be read, and anything with other words in it, give None.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    if not plain or len(plain) > 60:
        return None
    capital = _capitals(plain)
    if capital is not None:
        return capital
    sign, body = _signed(plain)
    number = _number(body, decimal_mark)
    return None if number is None else sign * number


def _signed(plain: str) -> tuple[int, str]:
    """The sign that marks around the digits give, and the digits with their marks."""
    compact = re.sub(r"\s+", " ", plain.upper())
    sign = 1
    side = _SIDES.search(compact)
    if side:
        sign *= _SIDE_SIGNS[side[1]]
        compact = compact[: side.start()].rstrip()
    lead = _LEADING_SIDE.match(compact)
    if lead and not side:
        sign *= _SIDE_SIGNS[lead[1]]
        compact = compact[lead.end() :]
    compact = _STRIP_MARKS.sub("", compact).strip()
    if compact.startswith("(") and compact.endswith(")"):
        sign, compact = -1, compact[1:-1].strip()
    if compact.startswith("-") or compact.endswith("-"):
        if compact.startswith("-") and compact.endswith("-") and len(compact) > 1:
            return 1, ""
        sign, compact = -1, compact.strip("-").strip()
    elif compact.startswith("+") or compact.endswith("+"):
        compact = compact.strip("+").strip()
    return sign, _STRIP_MARKS.sub("", compact).strip()


def _number(body: str, decimal_mark: str) -> Decimal | None:
    if re.search(r"\d", body) and re.fullmatch(r"[\dOolI|.,' ]+", body):
        body = body.translate(_SLIPS)
    joined = _ungapped(body)
    if joined is None or not _FIGURE.fullmatch(joined):
        return None
    digits = _grouped(joined.replace("'", ""), decimal_mark)
    if digits is None or sum(character.isdigit() for character in digits) > 18:
        return None
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _ungapped(body: str) -> str | None:
    """The figure without blanks; these may only part groups of three, or stand by a mark where a reader saw them."""
    parts = body.split(" ")
    if len(parts) == 1:
        return body
    if re.fullmatch(r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?", body):
        return "".join(parts)
    slipped = re.sub(r" ?([.,]) ?", r"\1", body)
    return slipped if " " not in slipped else None


def _grouped(figure: str, decimal_mark: str) -> str | None:
    """The figure with a point for its decimal mark and no other marks; None when its groups make no sense."""
    marks = re.findall(r"[.,]", figure)
    if not marks:
        return figure
    last = marks[-1]
    whole, _, rest = figure.rpartition(last)
    other = "," if last == "." else "."
    decimal = last == decimal_mark if decimal_mark in (".", ",") and decimal_mark else None
    if len(rest) == 3 and decimal is None and (len(marks) == 1 or set(marks) == {last}):
        decimal = whole in ("0", "00")
    if decimal is False or (decimal is None and len(rest) == 3 and set(marks) == {last}):
        return _without_groups(figure, last)
    if len(rest) == 3 and other in whole and decimal is None:
        # 1,234.567 has three decimals; money has none such, so a rate or a slip: not surely money.
        return None
    if whole.count(last) and not (len(rest) == 2 and all(len(part) == 3 for part in whole.split(last)[1:])):
        return None
    groups = _without_groups(whole.replace(last, other), other) if whole else "0"
    if groups is None or len(rest) > 4 or not rest:
        return None
    return f"{groups}.{rest}"


def _without_groups(figure: str, mark: str) -> str | None:
    """A whole number without its group marks; groups have three digits, or two before the last three (lakhs)."""
    first, *groups = figure.split(mark)
    if not first or len(first) > 3 * (1 if groups else 99):
        return None
    if any(not group.isdigit() for group in (first, *groups)):
        return None
    *upper, last = groups or [""]
    indian = mark == "," and len(first) < 3 and len(last) == 3 and all(len(group) == 2 for group in upper)
    if any(len(group) != 3 for group in groups) and not indian:
        return None
    return "".join((first, *groups))


def _capitals(plain: str) -> Decimal | None:
    """An amount in Chinese capital numerals, with 角 and 分 (会计基础工作规范, article 52); None for others."""
    compact = re.sub(r"\s|人民币|[整正]$|[:：]", "", plain)
    match = re.fullmatch(
        rf"(?P<yuan>{_CAPITALS.pattern})[元圆](?:零?(?P<jiao>[壹贰叁肆伍陆柒捌玖])角)?"
        r"(?:零?(?P<fen>[壹贰叁肆伍陆柒捌玖])分)?(?:零分)?[整正]?",
        compact,
    )
    if not match or len(match["yuan"]) > 30:
        return None
    total = Decimal(whole_number(match["yuan"]))
    total += Decimal(DIGITS[match["jiao"]]) / 10 if match["jiao"] else Decimal(0)
    total += Decimal(DIGITS[match["fen"]]) / 100 if match["fen"] else Decimal(0)
    return total


def percent(text: str) -> Decimal | None:
    """A percentage as a fraction: 12.5 % gives 0.125; None without the mark."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    match = re.fullmatch(r"([+-]?)\s*(\d{1,6}(?:[.,]\d{1,6})?)\s*%", plain)
    if not match:
        return None
    value = Decimal(match[2].replace(",", ".")) / 100
    return -value if match[1] == "-" else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How a document writes its dates: which number stands first, and the period that a year may be taken from."""

    day_first: bool = True
    first: dt.date | None = None
    last: dt.date | None = None

    def year_of(self, month: int, day: int) -> int | None:
        """The year that puts a day in or nearest to the period (two weeks of tolerance); None without a period."""
        anchors = [one for one in (self.first, self.last) if one is not None]
        if not anchors:
            return None
        low, high = min(anchors), max(anchors)
        best: tuple[int, int] | None = None
        for year in range(low.year - 1, high.year + 2):
            one = _made(year, month, day)
            if one is not None:
                away = max((low - one).days, (one - high).days, 0)
                best = min(best, (away, year)) if best else (away, year)
        return best[1] if best and best[0] <= 31 else None


_YEAR_FIRST = re.compile(r"(?P<y>(?:19|20)\d{2})\s?[年./-]\s?(?P<m>\d{1,2})\s?[月./-]\s?(?P<d>\d{1,2})\s?[日号]?")
_RUN = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})")
_NUMBERS = re.compile(r"(?P<a>\d{1,2})\s?(?P<gap>[./ -])\s?(?P<b>\d{1,2})(?:\s?(?P=gap)\s?(?P<y>\d{4}|\d{2})?)?")
_MONTH_DAY = re.compile(r"(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号]")
_NAME = r"(?P<name>[^\W\d_]{3,12})"
_YEAR = r"(?P<y>\d{4}|['’]?\d{2})"
_NAMED = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s.\-/]*(?:of\s+)?{_NAME}\.?(?:[\s,.\-/]*{_YEAR})?", re.I)
_AMERICAN = re.compile(rf"{_NAME}\.?[\s\-]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,./]+{_YEAR}|,?(?P<none>))", re.I)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]*[.,]?\s+", re.I)


def date(text: str, calendar: Calendar = Calendar()) -> dt.date | None:
    """A date that makes up the whole string; one without a year takes it from the calendar's period."""
    plain = _WEEKDAY.sub("", unicodedata.normalize("NFKC", text).strip()).rstrip(",;:")
    if not 3 <= len(plain) <= 30:
        return None
    match = _YEAR_FIRST.fullmatch(plain) or _RUN.fullmatch(plain)
    if match:
        return _made(int(match["y"]), int(match["m"]), int(match["d"]))
    match = _MONTH_DAY.fullmatch(plain)
    if match:
        return _dated(None, int(match["m"]), int(match["d"]), calendar)
    match = _NUMBERS.fullmatch(plain)
    if match:
        if match["gap"] == " " and not match["y"]:
            return None
        return _by_habit(int(match["a"]), int(match["b"]), match["y"], calendar)
    match = _NAMED.fullmatch(plain) or _AMERICAN.fullmatch(plain)
    if match:
        month = _month(match["name"])
        return _dated(match["y"], month, int(match["d"]), calendar) if month else None
    return None


def _month(name: str) -> int | None:
    """A month by its name; words that only begin like one (Marketing, Sepa, Maintenance) are none."""
    plain = name.lower()
    return MONTHS.get(plain) or (month_of(name) if plain in _MONTH_NAMES else None)


_FULL = re.findall(
    r"\w+",
    "january february march april may june july august september october november december "
    "januar februar märz maerz mai juni juli oktober dezember jänner "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "gennaio febbraio marzo aprile maggio giugno luglio settembre ottobre dicembre "
    "januari februari maart mei juni juli augustus",
)
_MONTH_NAMES = frozenset(name for full in _FULL for name in (full, full[:3], full[:4])) | {"mrz", "mrt", "sept", "juil"}


def _by_habit(one: int, two: int, year: str | None, calendar: Calendar) -> dt.date | None:
    """Two numbers as day and month in the calendar's order, or the other way round when only that is a date."""
    day, month = (one, two) if calendar.day_first else (two, one)
    found = _dated(year, month, day, calendar)
    return found if found or month <= 12 else _dated(year, day, month, calendar)


def _dated(year: str | None, month: int, day: int, calendar: Calendar) -> dt.date | None:
    if year is None:
        taken = calendar.year_of(month, day)
        return None if taken is None else _made(taken, month, day)
    number = int(year.strip("'’"))
    return _made(number if number >= 100 else 2000 + number - (100 if number > 79 else 0), month, day)


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if 1900 <= year <= 2199 else None
    except ValueError:
        return None
