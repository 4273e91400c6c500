"""The little that identity documents print without any label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cases.model import Field
from ocr.extract import field_of
from ocr.identity_captionless import of_no_caption
from ocr.identity_print import COMMA_NAME, sex_said
from ocr.parse import Calendar, date
from ocr.printed_dates import dates_in, folded
from ocr.printed_zone import Phrase, is_label, labels_in
from ocr.text import Text

_OFFICE = re.compile(
    r"(?:COMUNE DI|CITTA DI|STADT|STADTVERWALTUNG|GEMEINDE|MAIRIE DE|(?:SOUS-)?PREFECTURE|GEMEENTE"
    r"|BURGEMEESTER VAN)\s+\w.*"
)
_ITALIAN_DAY = re.compile(r",\s*l[iìí]'?\s+(\d{1,2}[./-]\d{1,2}[./-]\d{4})")
_ITALIAN_PLACE = re.compile(r"a[ .:]+([^\W\d_][^\d(]{1,60}?)\s*(?:\(.*)?")
_NUMBERS = (
    re.compile(r"\bSERI[AE]\s+([A-Z]{2})\s+(?:NR|N°|NO)\.?\s*(\d{6,7})\b"),
    re.compile(r"^(?:CARTA D'IDENTITÀ\s+)?N(?:[°ºo]|r|\.)[.:]?\s*([A-Z]{1,3}\s?\d{5,8}[A-Z]{0,2})\b"),
    re.compile(r"(?<![\w(])([A-Z]{1,2}\d{6}\([0-9A-Z]\))"),
    re.compile(r"^N[°ºo][.:]?\s*:?\s*((?=(?:\D*\d){6})[\dA-Z]{7,14})$"),
)
"""Numbers without a label of their own: series and number, the number behind N°, the one of Hong Kong."""
_SPANISH = re.compile(r"\b(?:DNI|NIF|NIE)\s*(?:N[ÚU]M\.?)?\s*([XYZ]?\d{7,8}-?[A-Z])\b")
_LONE = re.compile(r"(?=(?:.*\d){3})(?=.*[A-Z])[A-Z0-9]{8,10}")


def unlabelled(text: Text, print_: Sequence[Phrase], known: Mapping[str, Field], document: str) -> dict[str, Field]:
    """What cards print without a label that one could look for."""
    found: dict[str, Field] = {}
    for pattern in _NUMBERS if "document_number" not in known else ():
        for phrase in print_:
            match = pattern.search(phrase.text)
            if match and "document_number" not in found:
                value = re.sub(r"\s", "", "".join(match.groups()))
                found["document_number"] = field_of("document_number", value, phrase.words, document, raw=match.group())
    found |= of_no_caption(print_, {**known, **found}, document)
    known = {**known, **found}
    found |= _lone_number(print_, known, document)
    for phrase in print_:
        place, day = _ITALIAN_PLACE.fullmatch(phrase.text.strip()), _ITALIAN_DAY.search(phrase.text)
        if place and "place_of_birth" not in known:
            words = [word for word in phrase.words if word.text in place.group(1)]
            found.setdefault(
                "place_of_birth",
                field_of("place_of_birth", place.group(1).strip(" ."), words or phrase.words, document),
            )
        iso = _day(day.group(1)) if day and "date_of_issue" not in known else ""
        if day and iso:
            found.setdefault("date_of_issue", field_of("date_of_issue", iso, phrase.words, document, raw=day.group(1)))
    office = next((one for one in print_ if _OFFICE.fullmatch(folded(one.text).strip()) and not is_label(one)), None)
    if "authority" not in known and office is not None:
        found["authority"] = field_of("authority", office.text.strip(), office.words, document)
    found |= _only_other_day({**known, **found}, print_, text, document)
    return found | dict(_named(print_, known, document)) | _sex_beside(known, text, document)


def _only_other_day(
    known: Mapping[str, Field], print_: Sequence[Phrase], text: Text, document: str
) -> dict[str, Field]:
    """The day of issue of a card that never expires: the one day after the birth, where its label is printed."""
    labelled = any(label.field == "date_of_issue" for phrase in print_ for label in labels_in(phrase))
    if not labelled or "date_of_birth" not in known or {"date_of_issue", "date_of_expiry"} & known.keys():
        return {}
    born = known["date_of_birth"].value
    days = {date.days[0].isoformat(): date for date in dates_in(text) if date.days[0].isoformat() > born}
    if len(days) != 1:
        return {}
    ((day, date),) = days.items()
    return {"date_of_issue": field_of("date_of_issue", day, date.match.words, document, raw=date.match.text)}


def _lone_number(print_: Sequence[Phrase], known: Mapping[str, Field], document: str) -> dict[str, Field]:
    """The Spanish citizen's number; and a number beside the card's title, when it is the only one of its sort."""
    found: dict[str, Field] = {}
    for phrase in print_:
        match = _SPANISH.search(phrase.text)
        if match and "personal_number" not in known:
            found["personal_number"] = field_of(
                "personal_number", match.group(1), phrase.words, document, raw=match.group()
            )
    if "document_number" in known:
        return found
    if "personal_number" in found:
        return {**found, "document_number": replace(found["personal_number"], name="document_number")}
    lone = {phrase.text.strip(): phrase for phrase in print_ if _LONE.fullmatch(phrase.text.strip())}
    lone = {text: phrase for text, phrase in lone.items() if all(text != field.value for field in known.values())}
    if len(lone) == 1:
        ((text, phrase),) = lone.items()
        found["document_number"] = field_of("document_number", text, phrase.words, document)
    return found


def _day(print_: str) -> str:
    found = date(print_, Calendar(day_first=True))
    return found.isoformat() if found else ""


def _named(print_: Sequence[Phrase], known: Mapping[str, Field], document: str) -> Iterator[tuple[str, Field]]:
    """The names that a comma parts, where no label led to any."""
    if "surname" in known:
        return
    for phrase in print_:
        parts = COMMA_NAME.fullmatch(phrase.text.strip())
        if parts and not is_label(phrase):
            for name, value in (("surname", parts.group(1)), ("given_names", parts.group(2))):
                yield name, field_of(name, value, phrase.words, document)
            return


def _sex_beside(known: Mapping[str, Field], text: Text, document: str) -> dict[str, Field]:
    """The letter that stands alone behind the date of birth, on cards without a label for it."""
    birth = known.get("date_of_birth")
    if birth is None or "sex" in known:
        return {}
    for line in text.lines:
        level = (
            line.page == birth.place.page and abs(line.box.middle[1] - birth.place.box.middle[1]) < line.box.height / 2
        )
        beside = [word for word in line.words if level and word.box.left >= birth.place.box.right - 0.002]
        if beside and re.fullmatch(r"[MFX]|男|女|男M|女F", beside[0].text):
            return {"sex": field_of("sex", sex_said(beside[0].text), beside[:1], document)}
    return {}
