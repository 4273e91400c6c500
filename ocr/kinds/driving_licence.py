"""A driving licence: a card with numbered items, either side, or the American cards with their code on the back.

Source: directive 2006/126/EC, annex I; the driver number of Great Britain as the DVLA explains it; AAMVA DL/ID Card
Design Standard (2020).
"""

from __future__ import annotations

import re
from dataclasses import replace

from cases.model import Field, Origin, Place
from ocr import aamva
from ocr.english_dates import date_of
from ocr.extract import field_of
from ocr.kind import Extract, Kind
from ocr.licence_checks import check
from ocr.licence_labels import labelled, unlabelled
from ocr.licence_states import country_in, identifies_only, region_in, sign_in, title_in
from ocr.numbered_fields import Item, items
from ocr.parse import Calendar, date
from ocr.printed_dates import dates_in, folded
from ocr.state_codes import ALPHA_2
from ocr.text import Text, Word

FIELDS = (
    "document_number", "surname", "given_names", "full_name", "address", "date_of_birth", "date_of_issue",
    "date_of_expiry", "sex", "vehicle_classes", "issuing_country", "region", "authority",
)  # fmt: skip
CATEGORIES = {
    "AM", "A1", "A2", "A", "B1", "B", "C1", "C", "D1", "D", "BE", "C1E", "CE", "D1E", "DE", "F", "K", "L", "M", "T",
}  # fmt: skip
FEWEST_CATEGORIES = 8
"""Categories in a list from which a page is the back of a card."""
_WORDED = {"1": "surname", "2": "given_names", "8": "address", "4c": "authority", "9": "vehicle_classes"}
TELLING = {"1", "2", "3", "4a", "4b", "4c", "4d", "5", "8", "9"}
_HONOUR = re.compile(r"^(?:MR|MRS|MISS|MS|MX|DR|REV|SIR|LADY)\.?\s+(?=\S)", re.IGNORECASE)
_SHORT_DATE = re.compile(r"\d\d\.\d\d\.\d\d(?:\d\d)?")


def evidence(text: Text) -> float:
    """A code with a licence's record settles it; else the card's name and its numbered items do."""
    if identifies_only(text):
        return 0.0
    if any(aamva.elements(code.text) for _, code in text.barcodes):
        return 0.98
    title = title_in(text)
    numbered = {mark for mark, item in items(text).items() if item.words} & TELLING
    if title:
        told = len(numbered) + len(labelled(text, ""))
        return 0.95 if told >= 4 else 0.75 if told >= 2 else 0.3
    if {"4a", "4b", "5"} <= numbered and len(numbered) >= 5 and _dated(text) >= 2:
        return 0.8
    listed = {word.text.strip(".,") for word in text.words} & CATEGORIES
    headed = sum(word.text.strip() in ("9.", "10.", "11.", "12.") for word in text.words)
    return 0.7 if len(listed) >= FEWEST_CATEGORIES and headed >= 3 else 0.0


def _dated(text: Text) -> int:
    return sum(1 for _ in dates_in(text))


def extract(text: Text, document: str) -> Extract:
    """The code's record first, then the numbered items, then what stands behind a label."""
    title = title_in(text)
    country = country_in(text, title)
    american = country in ("USA", "CAN") or (not country and "LICENSE" in title)
    found = _of_code(text, document)
    sources = [_of_items(text, document, american=american), labelled(text, document, american=american)]
    sources += [unlabelled(text, document)] if american or country == "AUS" else [_of_list(text, document)]
    for source in sources:
        for name, field in source.items():
            found.setdefault(name, field)
    if country and "issuing_country" not in found and text.words:
        found["issuing_country"] = _said("issuing_country", sign_in(text, country), text, document)
    region = region_in(text)
    if region and "region" not in found:
        found["region"] = _said("region", region, text, document)
    whole_name = found.get("full_name")
    told = whole_name is not None and whole_name.origin is Origin.BARCODE
    if not told and {"surname", "given_names"} <= found.keys():
        whole = f"{found['given_names'].value} {found['surname'].value}"
        found["full_name"] = replace(found["surname"], name="full_name", value=whole, origin=Origin.DERIVED)
    code = country or (found["issuing_country"].value if "issuing_country" in found else "")
    return Extract(fields=found, country=ALPHA_2.get(code, ""))


def _of_code(text: Text, document: str) -> dict[str, Field]:
    for page, code in text.barcodes:
        told = aamva.values(aamva.elements(code.text))
        if told:
            place = Place(document, page, code.box)
            return {
                name: Field(name=name, value=value, raw=value, place=place, confidence=1.0, origin=Origin.BARCODE)
                for name, value in told.items()
            }
    return {}


def _said(name: str, value: str, text: Text, document: str) -> Field:
    """A field that follows from what the card calls itself, placed on the words that say so where they are found."""
    key = folded(value)
    words = [word for word in text.words if folded(word.text).strip(".,") and folded(word.text).strip(".,") in key]
    shown = words[:3] or list(text.words[:1])
    made = field_of(name, value, shown, document)
    return replace(made, origin=Origin.DERIVED, confidence=min(made.confidence, 0.95))


def _of_items(text: Text, document: str, *, american: bool) -> dict[str, Field]:
    """By the numbers of the directive; American cards give the licence's number under 4d and something else under 5."""
    marked = items(text)
    found: dict[str, Field] = {}
    for mark, name in (("3", "date_of_birth"), ("4a", "date_of_issue"), ("4b", "date_of_expiry")):
        field = _day(name, marked.get(mark), document, american=american)
        if field is not None:
            found[name] = field
    if "date_of_birth" in found:
        found["date_of_birth"] = _in_its_century(found)
    if not found:
        return {}  # The numbers are those of the legend on the back, with names of items in the place of values.
    for mark, name in _WORDED.items():
        item = marked.get(mark)
        value = _tidy(name, item.text) if item is not None else ""
        if item is not None and _fits(name, value):
            found[name] = field_of(name, value, item.words, document, raw=item.text)
    sex = marked.get("15")
    if sex is not None and sex.text.upper() in ("M", "F", "X"):
        found["sex"] = field_of("sex", sex.text.upper(), sex.words, document)
    found |= _both_names(marked.get("1,2"), document)
    number = _number(marked.get("4d") if american else marked.get("5", marked.get("5a")), document)
    if number is not None:
        found["document_number"] = number
    return found


def _in_its_century(found: dict[str, Field]) -> Field:
    """A birth with a year of two digits is in the latest century that puts it before the licence's own dates."""
    birth = found["date_of_birth"]
    first = min((found[name].value for name in ("date_of_issue", "date_of_expiry") if name in found), default="")
    if first and birth.value >= first:
        return replace(birth, value=f"{int(birth.value[:4]) - 100}{birth.value[4:]}")
    return birth


def _both_names(item: Item | None, document: str) -> dict[str, Field]:
    """Canadian cards number surname and given names together and part them by a comma."""
    surname, comma, given = item.text.partition(",") if item is not None else ("", "", "")
    if item is None or not comma or not _fits("surname", surname) or not _fits("given_names", given.strip()):
        return {}
    return {
        "surname": field_of("surname", surname.strip(), item.words, document),
        "given_names": field_of("given_names", given.strip(), item.words, document),
    }


def _fits(name: str, print_: str) -> bool:
    if name in ("surname", "given_names"):
        return re.fullmatch(r"[^\W\d_][^\d_]{0,60}", print_) is not None
    if name == "vehicle_classes":
        parts = [part for part in re.split(r"[\s/,.;-]+", print_) if part]
        known = bool({part.upper() for part in parts} & CATEGORIES) or len(print_) <= 3
        return known and all(re.fullmatch(r"[A-Za-z]{1,2}\d?E?|\d{1,3}", part) for part in parts)
    return (len(print_) > 2 and any(map(str.isalpha, print_))) or (name == "authority" and len(print_) > 1)


def _tidy(name: str, print_: str) -> str:
    """The value on one line; British cards print a title before the given names."""
    if name == "given_names":
        return _HONOUR.sub("", print_)
    return " ".join(print_.replace(" ,", ",").split()) if name == "address" else print_


def _day(name: str, item: Item | None, document: str, *, american: bool) -> Field | None:
    """The first date of an item; a place of birth may stand behind it."""
    if item is None:
        return None
    for stop in range(1, min(len(item.words), 4) + 1):
        print_ = " ".join(word.text for word in item.words[:stop])
        match = re.match(r"(?:(?:DOB|EXP|ISS)\W*)?(\d[\d./ \-]{5,}\d)", print_)
        day = date(match.group(1), Calendar(day_first=not american)) if match else date_of(print_)
        if day is not None and 1900 <= day.year <= 2100:
            return field_of(name, day.isoformat(), item.words[:stop], document, raw=print_)
    return None


def _number(item: Item | None, document: str) -> Field | None:
    if item is None:
        return None
    words: list[Word] = []
    for word in item.words:
        bare = word.text.strip(".,:")
        if words and bare in ("-", "–"):
            continue  # P2205 - 18008 - 35624
        if not re.fullmatch(r"[0-9A-Z/\-*]+", bare.upper()) or (words and not re.search(r"\d", bare)):
            break
        # What follows the number of a British licence is the issue of the card, two digits apart.
        if words and (len(words[0].text) >= 8 or len(bare) < 3):
            break
        words.append(word)
    value = "".join(word.text.strip(".,:") for word in words)
    if len(value) < 5 or sum(map(str.isdigit, value)) < 3:
        return None
    return field_of("document_number", value, words, document)


def _of_list(text: Text, document: str) -> dict[str, Field]:
    """The categories on the back that have a date of first issue beside them."""
    marks = [word for word in text.words if word.text.strip(".,") in CATEGORIES]
    if len({word.text.strip(".,") for word in marks}) < FEWEST_CATEGORIES:
        return {}
    near: list[Word] = []
    for dated in (word for word in text.words if _SHORT_DATE.fullmatch(word.text.strip(",;"))):
        beside = [mark for mark in marks if mark.page == dated.page and mark.box.right < dated.box.left]
        nearest = min(beside, key=lambda mark: abs(mark.box.middle[1] - dated.box.middle[1]), default=None)
        if nearest is not None and abs(nearest.box.middle[1] - dated.box.middle[1]) < dated.box.height:
            near.append(nearest)
    held = [mark for mark in marks if mark in near]
    if not held:
        return {}
    value = "/".join(word.text.strip(".,") for word in held)
    return {"vehicle_classes": field_of("vehicle_classes", value, held, document)}


KIND = Kind(
    name="driving_licence",
    title="Driving licence",
    evidence=evidence,
    extract=extract,
    check=check,
    fields=FIELDS,
    card=True,
)
