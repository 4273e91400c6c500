"""What the print of an identity document states by its labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cases.model import Field, Origin
from ocr.extract import field_of
from ocr.printed_dates import PrintedDate, folded
from ocr.printed_zone import Phrase, Way, continued, labels_in, led_up_to, near, value_of, way_of
from ocr.text import Text, Word

_STREETS = re.compile(r"(?:VIA|VIALE|CORSO|PIAZZA|PIAZZALE|VICOLO|LARGO|STRADA|CONTRADA|LOCALITA|P\.?ZZA|C\.?SO)\b")
_SURNAME = re.compile(r"SURNAME|FAMILY|LAST NAME|APELLIDO|COGNOME|FAMILIEN|NACHNAME|ΕΠΩΝΥΜΟ")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_OF_PLACE = re.compile(r"(?:^|\s)(?:à|À|a|A|en|em|in|te)\s*:\s*(\D.*)$")
_OF_OFFICE = re.compile(r"^(?:par|PAR|da|by|por|durch|przez)\s*:\s*(\D.*)$")
"""Captions that are but a word of place, behind the day of birth (à : LYON), or of the office (par : …)."""
COMMA_NAME = re.compile(r"([A-Z][A-Z'\- ]+),\s*([A-Z][a-z'\-]+(?:[ \-][A-Z]?[a-z'\-]+)*)")
"""SURNAME, Given Names, as Hong Kong prints them."""


def stated(print_: Sequence[Phrase], dates: Sequence[PrintedDate], document: str) -> dict[str, Field]:
    """The fields that the print states by its labels."""
    way = way_of(print_)
    print_ = _one_day_each(print_, dates)
    found = _days(print_, dates, document, way=way)
    undated = [phrase for phrase in print_ if _date_in(phrase, dates) is None or labels_in(phrase)]
    for name, accepts in _ACCEPTED.items():
        phrase = value_of(name, undated, accepts, way=way)
        if phrase is not None:
            phrase = _continued(name, phrase, print_, way=way)
            found[name] = field_of(name, phrase.text.strip(" :：,"), phrase.words, document)
    found |= _place(print_, dates, document, way=way) if "place_of_birth" not in found else {}
    found |= _prepositions(print_, found, document)
    found |= _address(found, document)
    for name in ("document_number", "personal_number"):
        if name in found:
            found[name] = replace(found[name], value=re.sub(r"\s", "", found[name].value))
    letter = sex_said(found["sex"].value) if "sex" in found else ""
    if letter:
        found["sex"] = replace(found["sex"], value=letter)
    else:
        found.pop("sex", None)
    if "authority" not in found and "place_of_issue" in found:
        found["authority"] = replace(found["place_of_issue"], name="authority")
    found = _parted(found, print_, document)
    return {name: field for name, field in found.items() if name not in ("town", "street", "place_of_issue")}


def _continued(name: str, phrase: Phrase, print_: Sequence[Phrase], *, way: Way) -> Phrase:
    """A value that may take several lines, with those below; the second line of a name has nothing but a name."""
    if way is Way.ABOVE and name in ("address", "authority", "place_of_birth"):
        return led_up_to(phrase, print_)
    if name in ("address", "authority"):
        return continued(phrase, print_)
    if name == "place_of_birth":
        return continued(phrase, print_, most=2, reach=1.5)
    if name in ("surname", "given_names", "full_name"):
        alone = name != "surname" and not any(label.field == "surname" for one in print_ for label in labels_in(one))
        whole = continued(phrase, print_, most=3 if alone else 2)
        # The same name in Chinese below is another spelling of it and no part.
        alike = (_CHINESE.search(whole.text) is None) == (_CHINESE.search(phrase.text) is None)
        return whole if is_name(whole) and alike else phrase
    return phrase


def _days(print_: Sequence[Phrase], dates: Sequence[PrintedDate], document: str, *, way: Way) -> dict[str, Field]:
    """The dates behind their labels; a birth may stand with its place, and issue and expiry together."""
    found: dict[str, Field] = {}
    taken: list[list[tuple[Word, ...]]] = []
    labels = (
        ("date_of_issue", "date_of_issue", 0),
        ("date_of_birth", "date_of_birth", 0),
        ("date_of_birth", "birth", 0),
        ("date_of_expiry", "date_of_expiry", 0),
        ("date_of_issue", "validity", 0),
        ("date_of_expiry", "validity", -1),
    )
    for name, label, which in labels:
        phrase = value_of(label, print_, lambda phrase: _date_in(phrase, dates) is not None, way=way)
        within = _dates_in(phrase, dates) if phrase and name not in found else []
        if label != "validity" and [date.match.words for date in within] in taken:
            continue  # The label that stands nearest has this day.
        if within and (label != "validity" or len(within) == 2):
            date = within[which]
            day = date.days[-1] if name == "date_of_birth" else date.days[0]
            found[name] = field_of(name, day.isoformat(), date.match.words, document, raw=date.match.text)
            taken.append([one.match.words for one in within])
    return found


def _dates_in(phrase: Phrase, dates: Sequence[PrintedDate]) -> list[PrintedDate]:
    """The dates in a phrase from left to right; one that another pattern finds as well comes once."""
    within = [date for date in dates if any(word in phrase.words for word in date.match.words)]
    ordered = sorted(within, key=lambda date: (date.match.box.left, phrase.text.find(date.match.text)))
    return [date for at, date in enumerate(ordered) if not at or date.days != ordered[at - 1].days]


def _date_in(phrase: Phrase, dates: Sequence[PrintedDate]) -> PrintedDate | None:
    return next((date for date in dates if any(word in phrase.words for word in date.match.words)), None)


def _one_day_each(print_: Sequence[Phrase], dates: Sequence[PrintedDate]) -> tuple[Phrase, ...]:
    """The print, with days that stand close under several labels in phrases of their own."""
    found: list[Phrase] = []
    for phrase in print_:
        days = _dates_in(phrase, dates)
        words = tuple(word for date in days for word in date.match.words)
        if len(days) > 1 and words == phrase.words:
            found += [Phrase(tuple(date.match.words)) for date in days]
        else:
            found.append(phrase)
    return tuple(found)


def _prepositions(print_: Sequence[Phrase], found: Mapping[str, Field], document: str) -> dict[str, Field]:
    """The place of birth and the office behind captions of one small word, where no other caption leads to them."""
    said: dict[str, Field] = {}
    birth = found.get("date_of_birth")
    for phrase in print_:
        for name, pattern in (("place_of_birth", _OF_PLACE), ("authority", _OF_OFFICE)):
            match = pattern.search(phrase.text)
            if match is None or name in found or name in said:
                continue
            words = phrase.words[-len(match[1].split()) :]
            away = phrase.box.middle[1] - birth.place.box.middle[1] if birth else 1.0
            if name == "authority" or -0.5 * phrase.box.height < away < 4 * phrase.box.height:
                said[name] = field_of(name, match[1].strip(" ,"), words, document)
    return said


def _place(print_: Sequence[Phrase], dates: Sequence[PrintedDate], document: str, *, way: Way) -> dict[str, Field]:
    """The place that stands with the date of birth under one label."""
    phrase = value_of("birth", print_, lambda phrase: _date_in(phrase, dates) is not None, way=way)
    if phrase is None:
        return {}
    used = {word for date in _dates_in(phrase, dates) for word in date.match.words}
    words = [word for word in phrase.words if word not in used and re.search(r"[^\W\d_]", word.text)]
    value = " ".join(word.text for word in words).strip(" ,.-/")
    return {"place_of_birth": field_of("place_of_birth", value, words, document)} if len(value) > 2 else {}


def _address(found: Mapping[str, Field], document: str) -> dict[str, Field]:
    """An address whose street and town have labels of their own."""
    town, street = found.get("town"), found.get("street")
    if town is None or "address" in found:
        return {}
    if street is None:
        return {"address": replace(town, name="address")}
    way = street.value if _STREETS.match(folded(street.value)) else f"Via {street.value}"
    return {"address": replace(street, name="address", value=f"{way}, {town.value}")}


def _parted(found: dict[str, Field], print_: Sequence[Phrase], document: str) -> dict[str, Field]:
    """A card that has no label for given names, or none for the surname, prints the whole name under `Name`; a comma
    may part it. Where another label says surname, `Name` is the given one."""
    labels = {label.field for phrase in print_ for label in labels_in(phrase)}
    if "surname" in found and "given_names" not in labels:
        given = _other_name(found["surname"], print_)
        if given is not None:
            return {**found, "given_names": field_of("given_names", given.text, given.words, document)}
    both = {name for name in ("surname", "given_names") if name in found}
    same = len(both) == 2 and found["surname"].value == found["given_names"].value
    if not both or (len(both) == 2 and not same) or (len(both) < 2 and {"surname", "given_names"} <= labels):
        return found
    rest = {name: field for name, field in found.items() if name not in both}
    whole = found[min(both)]
    parts = COMMA_NAME.fullmatch(whole.value)
    if parts is None:
        return {"full_name": replace(whole, name="full_name"), **rest}
    named = (("surname", parts.group(1)), ("given_names", parts.group(2)))
    return {**rest, **{name: replace(whole, name=name, value=value) for name, value in named}}


def _other_name(surname: Field, print_: Sequence[Phrase]) -> Phrase | None:
    """The value of a second label `Name`, where the first one says surname."""
    labels = [label for phrase in print_ for label in labels_in(phrase) if label.field == "surname"]
    plain = [label for label in labels if not _SURNAME.search(folded(label.phrase.text))]
    if not plain or len(plain) == len(labels):
        return None
    found = near(plain[0], print_, is_name)
    return found if found is not None and found.text != surname.value else None


def sex_said(print_: str) -> str:
    """M, F or X; empty when the print is none that we know. English stands behind the state's own letter."""
    plain = folded(print_)
    said = [_SEX_WORDS[word] for word in re.findall(r"[^\W\d_]+", plain) if word in _SEX_WORDS]
    return said[-1] if said else ""


def is_name(phrase: Phrase) -> bool:
    return re.fullmatch(r"[^\W\d_][^\d_]{0,60}", phrase.text.strip()) is not None and len(phrase.text.strip()) > 1


def _is_number(phrase: Phrase) -> bool:
    compact = re.sub(r"[\s/\-.()]", "", phrase.text)
    digits = sum(map(str.isdigit, compact))
    return re.fullmatch(r"[0-9A-Z]{5,18}", compact) is not None and (digits >= 3 or (digits == 2 and len(compact) >= 8))


def _is_words(phrase: Phrase) -> bool:
    text = phrase.text.strip()
    letters = sum(map(str.isalpha, text))
    return len(text) > 2 and letters >= 3 and 2 * letters >= len(text.replace(" ", ""))


SEXES_SPELT_OUT = {
    **dict.fromkeys(("MALE", "MASCULIN", "MASCULINO", "MASCHIO", "MANNLICH", "HOMBRE", "HOMME", "ERKEK", "MAN"), "M"),
    **dict.fromkeys(("LELAKI", "LAKI", "MEZCZYZNA"), "M"),
    **dict.fromkeys(("FEMALE", "FEMININ", "FEMENINO", "FEMININO", "FEMMINA", "WEIBLICH", "MUJER", "FEMME"), "F"),
    **dict.fromkeys(("PEREMPUAN", "WANITA", "KADIN", "KOBIETA", "VROUW"), "F"),
}
"""The words themselves, which cards without captions print alone."""
_SEX_WORDS = {
    **SEXES_SPELT_OUT,
    **dict.fromkeys(("M", "H", "E", "男", "男M"), "M"),
    **dict.fromkeys(("F", "K", "V", "N", "Z", "W", "女", "女F"), "F"),
    "X": "X",
}
"""Kobieta, kvinna, vrouw, nainen, žena and weiblich are women; hombre, homme and erkek are men."""
_SPELT = "|".join((*SEXES_SPELT_OUT, "LAKI-LAKI"))
_SEXES = re.compile(rf"(?:[MFXNKVZHEW]|{_SPELT}|男|女)(\s?/?\s?(?:[MFX]|{_SPELT}))?\.?")
_ACCEPTED = {
    "document_number": _is_number,
    "surname": is_name,
    "given_names": is_name,
    "full_name": is_name,
    "nationality": is_name,
    "place_of_birth": _is_words,
    "authority": _is_words,
    "place_of_issue": _is_words,
    "address": _is_words,
    "town": _is_words,
    "street": _is_words,
    "personal_number": _is_number,
    "sex": lambda phrase: _SEXES.fullmatch(folded(phrase.text.strip())) is not None,
}
"""What print may be a value, by field: labels stand close together, and a value of the wrong sort is another's."""


def said_by(text: Text, state: str, document: str) -> Field:
    """The issuing state, which the name of the country tells."""
    field = field_of("issuing_country", state, text.words[:1], document)
    return replace(field, origin=Origin.DERIVED, confidence=min(field.confidence, 0.95))


def full_name(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The whole name where print gives its parts."""
    if "surname" not in fields:
        return {}
    given = fields.get("given_names", fields["surname"])
    value = fields["surname"].value if given is fields["surname"] else f"{given.value} {fields['surname'].value}"
    return {"full_name": replace(fields["surname"], name="full_name", value=value, origin=Origin.DERIVED)}
