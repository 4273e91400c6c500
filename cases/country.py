"""What differs from country to country. One module in `cases/countries/` defines one `COUNTRY`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number that an authority gives: its field name, its title, and how to tell a valid one."""

    name: str
    """The field that holds it: `registration_number` or `tax_id`."""
    title: str
    validate: Callable[[str], str]
    """The compact form of a valid number; raises ValueError (one sentence) for any other string."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    currency: str
    """ISO 4217."""
    languages: tuple[str, ...]
    """Of its documents, ISO 639-1, the commonest first."""
    day_first: bool
    """Whether 03/04/2026 is the third of April."""
    decimal_mark: str
    group_marks: tuple[str, ...]
    identifiers: tuple[Identifier, ...]
    company_suffixes: tuple[str, ...]
    """Legal forms that names are compared without, such as `limited`, `ltd`, `有限公司`; lower case."""
    profile: str
    """The jurisdiction profile that letters follow when the application names none."""
