"""One file is one country. `COUNTRIES` has them by upper-case code."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType

from cases.country import Country
from cases.drop_in import gather


def _by_code() -> dict[str, Country]:
    """Raises TypeError when a file is not named after its country's code."""
    found = gather(sys.modules[__name__], "COUNTRY", Country)
    for name, country in found.items():
        if country.code != name.upper():
            raise TypeError(f"cases.countries.{name} must be the country {name.upper()}, not {country.code}")
    return {country.code: country for country in found.values()}


COUNTRIES: Mapping[str, Country] = MappingProxyType(_by_code())
