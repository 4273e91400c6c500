"""Cards that print no captions at all, as Malaysia's and India's do: what a line is follows from its shape and place.

A number of a known build, a sex in words, a name over the address or over the day of birth, and an address that ends in
a postcode. Nothing here is asked of a card whose labels name these.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cases.model import Field, Origin
from ocr.extract import field_of
from ocr.identity_print import SEXES_SPELT_OUT, is_name
from ocr.layout import Cell
from ocr.postal import addresses, joined
from ocr.printed_dates import folded
from ocr.printed_zone import Phrase, is_label, labels_in
from ocr.text import Word

FEW_LABELS = 4
"""Fields with labels from which a card is taken to print them for all that it states."""
NEWEST = 25
"""Last two figures of the latest year of birth in a number; greater ones are of the century before."""
LESS = 0.9
"""What confidence is multiplied by where a value follows from place and shape alone."""
_DATED = re.compile(r"(\d{2})(\d{2})(\d{2})-\d{2}-\d{4}")
"""Malaysia: the day of birth, the state, a serial number."""
_GROUPED = re.compile(r"\d{4} \d{4} \d{4}")
"""India: with a check digit (Verhoeff). Codes of four figures for Chinese characters look the same."""
_OF_STATE = re.compile(
    r"\b(?:REPUBLI\w*|GOVERNMENT|GOVT|MINISTR\w*|AUTHORITY|DEPARTMENT|COMMISSION|CARD|IDENTI\w*|NATIONAL\w*|STATE|KAD|"
    r"PENGENALAN|WARGANEGARA|PROVIN\w*|KARTU|PERMANENT|UNION|KINGDOM|CEDULA|CREDENCIAL|SIGNATURE|SPECIMEN)\b"
)
"""Words of a card's own print, which no name has."""
_TURNS = ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 5, 7, 6, 2, 8, 3, 0, 9, 4))
_PRODUCT = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678", "5987604321", "6598710432", "7659821043",
    "8765932104", "9876543210",
)  # fmt: skip


def of_no_caption(print_: Sequence[Phrase], known: Mapping[str, Field], document: str) -> dict[str, Field]:
    """The fields of a card that has labels for next to nothing."""
    if len({label.field for phrase in print_ for label in labels_in(phrase)}) >= FEW_LABELS:
        return {}
    plain = [phrase for phrase in print_ if not is_label(phrase)]
    found = _number(plain, document) if "document_number" not in known else {}
    found |= _sex(plain, document) if "sex" not in known else {}
    if {"full_name", "surname"} & known.keys():
        return found
    if "address" not in known:
        found |= _home(plain, document)
    if "full_name" not in found:
        found |= _name_over({**known, **found}, plain, document)
    return found


def _number(plain: Sequence[Phrase], document: str) -> dict[str, Field]:
    """A number of a build that we know, with the day of birth where it begins with that."""
    chinese = any(re.search(r"[\u4e00-\u9fff]", phrase.text) for phrase in plain)
    for phrase in plain:
        number = phrase.text.strip()
        match = _DATED.fullmatch(number)
        day = _day(*map(int, match.groups())) if match else None
        grouped = _GROUPED.fullmatch(number) is not None and not chinese and checked(number.replace(" ", ""))
        if day is None and not grouped:
            continue
        found = {"document_number": field_of("document_number", number.replace(" ", ""), phrase.words, document)}
        if day is not None:
            born = field_of("date_of_birth", day.isoformat(), phrase.words, document, raw=number)
            found["date_of_birth"] = replace(born, origin=Origin.DERIVED, confidence=born.confidence * LESS)
        return found
    return {}


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year + (2000 if year <= NEWEST else 1900), month, day)
    except ValueError:
        return None


def checked(number: str) -> bool:
    """Whether a number's last figure is its check digit (Verhoeff)."""
    left = 0
    for place, figure in enumerate(reversed(number)):
        turned = int(figure)
        for _ in range(place % 8):
            turned = _TURNS[1][turned]
        left = int(_PRODUCT[left][turned])
    return left == 0


def _sex(plain: Sequence[Phrase], document: str) -> dict[str, Field]:
    """A sex in words that stands alone."""
    for phrase in plain:
        letter = SEXES_SPELT_OUT.get(folded(phrase.text).strip(" .").replace("LAKI-LAKI", "LAKI"), "")
        if letter:
            return {"sex": field_of("sex", letter, phrase.words, document)}
    return {}


def _home(plain: Sequence[Phrase], document: str) -> dict[str, Field]:
    """The only block that ends in a postcode, with the region below; a name that heads it is the holder's."""
    blocks = list(addresses([Cell(phrase.words) for phrase in plain]))
    if len(blocks) != 1:
        return {}
    lines = list(blocks[0].lines)
    found: dict[str, Field] = {}
    if _may_be_name(lines[0].words):
        found["full_name"] = _unsure(field_of("full_name", lines[0].text.strip(" ,"), lines[0].words, document))
        lines = lines[1:]
    last = lines[-1]
    for phrase in plain:
        away = phrase.box.top - last.box.bottom
        level = phrase.words[0].page == last.page and abs(phrase.box.left - last.box.left) < 0.01
        if level and -0.5 * last.box.height < away < last.box.height and is_name(phrase):
            lines.append(Cell(phrase.words))
            break
    whole, words = joined(lines)
    found["address"] = _unsure(field_of("address", whole, words, document))
    return found


def _name_over(known: Mapping[str, Field], plain: Sequence[Phrase], document: str) -> dict[str, Field]:
    """The name on the line right over the day of birth, or over the sex."""
    for name in ("date_of_birth", "sex"):
        if name not in known or known[name].origin is Origin.DERIVED:
            continue
        page, box = known[name].place.page, known[name].place.box
        over = [
            phrase
            for phrase in plain
            if phrase.words[0].page == page and -0.3 * box.height < box.top - phrase.box.bottom < 1.5 * box.height
        ]
        if over and _may_be_name(over[-1].words):
            return {"full_name": _unsure(field_of("full_name", over[-1].text, over[-1].words, document))}
    return {}


def _may_be_name(words: tuple[Word, ...]) -> bool:
    phrase = Phrase(words)
    return is_name(phrase) and 2 <= len(words) <= 6 and not _OF_STATE.search(folded(phrase.text))


def _unsure(field: Field) -> Field:
    return replace(field, confidence=field.confidence * LESS)
