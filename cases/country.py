"""What differs from country to country. One module in `cases/countries/` defines one `COUNTRY`."""

from __future__ import annotations

import re
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

    def identifier(self, name: str) -> Identifier | None:
        """The country's `registration_number` or `tax_id`; None when it has none that can be checked."""
        return next((one for one in self.identifiers if one.name == name), None)


def numbered(title: str, *checks: Callable[[str], str]) -> Callable[[str], str]:
    """A `validate` that takes what any of the checks takes, and says in one sentence what the others are not.

    The checks raise ValueError (python-stdnum's errors are such), whose texts are dropped: they do not say which
    number was meant.
    """

    def validate(number: str) -> str:
        for check in checks:
            try:
                return check(number)
            except ValueError:
                continue
        raise ValueError(f"{number!r} is not a valid {title}.")

    return validate


def matching(pattern: str) -> Callable[[str], str]:
    """A check by form alone: the number in capitals without blanks and hyphens, when it fits the pattern."""
    form = re.compile(pattern)

    def check(number: str) -> str:
        compact = re.sub(r"[\s\-]", "", number).upper()
        if not compact.isascii() or not form.fullmatch(compact):
            raise ValueError(f"{number!r} does not have the right form")
        return compact

    return check
