"""Reads `application.toml`, the applicant's form, strictly: what it does not understand it refuses."""

from __future__ import annotations

import dataclasses
import json
import tomllib
import typing
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from cases.countries import COUNTRIES
from cases.errors import BadInput, NotFound
from cases.model import Applicant, Application, Business, Jurisdiction, Person, Request, Stated
from cases.typed_value import Refused, read_value

MOST_BYTES = 1_000_000
MOST_PEOPLE = 100
_SECTIONS: Mapping[str, type] = {
    "business": Business,
    "people": Person,
    "request": Request,
    "stated": Stated,
    "applicant": Applicant,
    "jurisdiction": Jurisdiction,
}
Section = TypeVar("Section")


def load_application(path: Path | str) -> Application:
    """The application that the file states.

    Money becomes Decimal from its digits. A missing `[jurisdiction]` is that of the business's country. Raises
    BadInput, with one sentence that says which field is wrong and how to write it.
    """
    path = Path(path)
    return parse_application(_text(path), path.name)


def parse_application(text: str, name: str = "application.toml") -> Application:
    """The application that a TOML text states; `name` is what messages call it. Raises as `load_application`."""
    try:
        tables = tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        raise BadInput(f"{name} is nested too deeply to be an application.") from None
    except (ValueError, ArithmeticError) as error:
        raise BadInput(f"{name} is not valid TOML: {str(error).rstrip('.')}.") from None
    return application_of(tables, name)


def parse_json_application(text: bytes, name: str = "application") -> Application:
    """The same from JSON: sections are objects, money is a number or a text of digits. Raises as `load_application`."""
    try:
        tables = json.loads(text, parse_float=Decimal, parse_constant=str)
    except RecursionError:
        raise BadInput(f"{name} is nested too deeply to be an application.") from None
    except ValueError as error:
        raise BadInput(f"{name} is not valid JSON: {str(error).rstrip('.')}.") from None
    if not isinstance(tables, dict):
        raise BadInput(f"{name} must be an object with the sections {', '.join(_SECTIONS)}.")
    return application_of(tables, name)


def application_of(tables: dict[str, Any], name: str) -> Application:
    """The application of sections that were read already; `name` is what messages call it. Raises BadInput."""
    try:
        return _application(tables)
    except Refused as error:
        sentence = str(error)
        raise BadInput(f"{name}: {sentence}{'' if sentence.endswith('?') else '.'}") from None


def _text(path: Path) -> str:
    if not path.is_file():
        raise NotFound(f"There is no file {path}; it holds what the applicant states.")
    if path.stat().st_size > MOST_BYTES:
        raise BadInput(f"{path.name} is larger than {MOST_BYTES // 1000} kB, so it is no application form.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{path.name} is not written in UTF-8; save it again in that encoding.") from None
    except OSError as error:
        raise BadInput(f"{path.name} cannot be opened: {error.strerror}.") from None


def _application(tables: dict[str, Any]) -> Application:
    for key in tables:
        if key not in _SECTIONS:
            raise Refused(f"there is no section [{key}]{_did_you_mean(key, _SECTIONS, '[{}]')}")
    business = _section(Business, tables.get("business"), "[business]")
    application = Application(
        business=business,
        request=_section(Request, tables.get("request"), "[request]"),
        jurisdiction=_jurisdiction(tables.get("jurisdiction"), business),
        people=_people(tables.get("people", [])),
        stated=_section(Stated, tables.get("stated", {}), "[stated]"),
        applicant=_section(Applicant, tables.get("applicant", {}), "[applicant]"),
    )
    if not application.request.amount:
        raise Refused("[request] amount must be more than 0")
    return application


def _jurisdiction(table: Any, business: Business) -> Jurisdiction:
    if table is not None:
        return _section(Jurisdiction, table, "[jurisdiction]")
    country = COUNTRIES.get(business.country)
    if country is None:
        raise Refused(f"[jurisdiction] profile is missing, and {business.country} has no usual one; add it")
    return Jurisdiction(profile=country.profile)


def _people(tables: Any) -> tuple[Person, ...]:
    if not isinstance(tables, list):
        raise Refused("people must be written as [[people]], with double brackets, once for each person")
    if len(tables) > MOST_PEOPLE:
        raise Refused(f"there are {len(tables)} [[people]]; an application may name {MOST_PEOPLE}")
    return tuple(_section(Person, table, f"[[people]] no. {number}") for number, table in enumerate(tables, 1))


def _section(of: type[Section], table: Any, title: str) -> Section:
    """One table of the file as the dataclass that has its fields. Raises Refused."""
    if table is None:
        raise Refused(f"the section {title} is missing")
    if not isinstance(table, dict):
        raise Refused(f"{title.strip('[]')} must be a section, written as {title} with its fields below")
    hints = typing.get_type_hints(of)
    for key in table:
        if key not in hints:
            raise Refused(f"{title} has no field '{key}'{_did_you_mean(key, hints, repr('{}'))}")
    values: dict[str, Any] = {}
    for field in dataclasses.fields(of):  # type: ignore[arg-type]
        if field.name in table:
            values[field.name] = read_value(hints[field.name], table[field.name], title, field.name)
        elif field.default is dataclasses.MISSING:
            raise Refused(f"{title} lacks the field '{field.name}'; add it")
    return of(**values)


def _did_you_mean(word: str, known: Mapping[str, Any], form: str) -> str:
    """The end of a sentence about an unknown word: the nearest known ones, or all of them."""
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if near:
        return f"; did you mean {form.format(near[0])}?"
    return f"; it may have {', '.join(known)}" if "'" in form else f"; there are {', '.join(known)}"
