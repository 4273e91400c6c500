"""Names as they are compared: without case, punctuation, accents and legal forms; people in any word order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz import fuzz

from cases.countries import COUNTRIES

_NOT_WORD = re.compile(r"[\W_]+")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame"})
_HAN = re.compile(r"[㐀-鿿]")
# Letters that the machine-readable zone of passports spells out (ICAO 9303-3, table A), and others often dropped.
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


class Likeness(StrEnum):
    SAME = "same"
    NEAR = "near"
    """Too like to call different and too different to call the same: a person must look."""
    DIFFERENT = "different"


def folded(text: str) -> str:
    """Lower case, without accents; everything that is neither letter nor digit is one blank.

    >>> folded("Łukasz  O'Neill-Ørsted")
    'lukasz o neill orsted'
    """
    wide = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED).replace("&", " and ")
    bare = "".join(char for char in unicodedata.normalize("NFKD", wide) if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", bare.replace("'", " ").replace("’", " ")).strip()


@lru_cache(maxsize=4096)
def company_core(name: str, country: str = "") -> str:
    """A company's name without its legal form, by the habits of its country (of all countries when unknown).

    >>> company_core("The Bright & Co. Bakery Limited", "GB")
    'bright and co bakery'
    >>> company_core("青岛明远贸易有限公司", "CN")
    '青岛明远贸易'
    """
    core = folded(name).removeprefix("the ")
    changed = True
    while changed:
        changed = False
        for suffix in _suffixes(country if country in COUNTRIES else ""):
            cut = _without(core, suffix)
            if cut and cut != core:
                core, changed = cut, True
                break
    return core


def _without(core: str, suffix: str) -> str:
    if _HAN.search(suffix):
        return core.removesuffix(suffix).strip()
    return core.removesuffix(f" {suffix}").strip()


@cache
def _suffixes(country: str) -> tuple[str, ...]:
    """Folded, the longest first, so that `co ltd` goes before `ltd`."""
    countries = [COUNTRIES[country]] if country else list(COUNTRIES.values())
    every = {folded(suffix) for one in countries for suffix in one.company_suffixes}
    return tuple(sorted(every, key=lambda suffix: (-len(suffix), suffix)))


def same_company(one: str, other: str, country: str, same: Decimal, different: Decimal) -> Likeness:
    """Whether two names are one company's; `same` and `different` are likenesses from 0 to 1 (rapidfuzz).

    Numbers in a name must agree: two companies of a series differ in nothing else.

    >>> same_company("ACME TOOLS LTD", "Acme Tools Limited", "GB", Decimal("0.92"), Decimal("0.75"))
    <Likeness.SAME: 'same'>
    """
    left, right = company_core(one, country), company_core(other, country)
    if not left or not right:
        return Likeness.DIFFERENT
    likeness = max(fuzz.ratio(left, right), fuzz.ratio(left.replace(" ", ""), right.replace(" ", "")))
    likeness = max(likeness, fuzz.token_sort_ratio(left, right))
    if re.findall(r"\d+", left) != re.findall(r"\d+", right):
        return Likeness.NEAR if likeness >= 100 * same else Likeness.DIFFERENT
    return _judged(likeness, same, different)


def same_person(one: str, other: str, same: Decimal, different: Decimal) -> Likeness:
    """Whether two names are one person's, whatever the order of words; a middle name may be left out.

    >>> same_person("SMITH JANE MARY", "Jane Smith", Decimal("0.92"), Decimal("0.75"))
    <Likeness.SAME: 'same'>
    """
    left, right = _words(one), _words(other)
    if not left or not right:
        return Likeness.DIFFERENT
    fewer, more = sorted((left, right), key=len)
    if len(fewer) >= 2 and not Counter(fewer) - Counter(more):
        return Likeness.SAME
    likeness = max(
        fuzz.token_sort_ratio(" ".join(left), " ".join(right)),
        fuzz.ratio("".join(left), "".join(right)),
        fuzz.ratio("".join(sorted(left)), "".join(sorted(right))),
    )
    return _judged(likeness, same, different)


def _words(name: str) -> list[str]:
    """A person's words; a Chinese name is one word, however it is spaced."""
    bare = folded(name)
    if _HAN.search(bare):
        return [bare.replace(" ", "")]
    return [word for word in bare.split() if word not in _TITLES]


def _judged(likeness: float, same: Decimal, different: Decimal) -> Likeness:
    if likeness >= 100 * same:
        return Likeness.SAME
    return Likeness.DIFFERENT if likeness < 100 * different else Likeness.NEAR


def likest(names: Iterable[Likeness]) -> Likeness:
    """The best of several comparisons; DIFFERENT when there is none."""
    order = (Likeness.SAME, Likeness.NEAR, Likeness.DIFFERENT)
    return min(names, key=order.index, default=Likeness.DIFFERENT)
