"""Totals that accounts print without a label: the amounts below a section's lines, when they are their sum.

Current assets
Debtors                    100      90
Cash at bank                20      10
                           120     100      <- current assets
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Protocol

from ocr.account_labels import folded
from ocr.layout import Cell


class Figure(Protocol):
    """An amount of one of the two years."""

    @property
    def value(self) -> Decimal: ...

    @property
    def prior(self) -> bool: ...


OPENS: tuple[tuple[str, str], ...] = (
    ("current_assets", r"currentassets"),
    ("fixed_assets", r"fixedassets"),
    ("current_liabilities", r"currentliabilities|creditors(?:amounts?)?(?:falling)?duewithin(?:one|1)year"),
    ("equity", r"capitalandreserves|(?:share|stock)holders?(?:funds|equity)|equity|capitalandreserve"),
)
"""Headings without amounts, and the line item that a total below them is."""
_OPENS: tuple[tuple[str, Callable[[str], object]], ...] = tuple(
    (name, re.compile(pattern).fullmatch) for name, pattern in OPENS
)


class OpenSection:
    """The section that the lines stand in, with the sums of its lines so far."""

    def __init__(self) -> None:
        self.item = ""
        self.label: Cell | None = None
        self._sums: dict[bool, Decimal] = {}

    def take(self, label: Cell, amounts: Sequence[Figure]) -> None:
        """Counts a line in; a heading without amounts opens its section, one of no section that we know closes it."""
        opened = next((name for name, fits in _OPENS if fits(folded(label.text))), "")
        if not amounts and opened:
            self.item, self.label, self._sums = opened, label, {}
        for prior, value in _by_year(amounts).items():
            self._sums[prior] = self._sums.get(prior, Decimal(0)) + value

    def total(self, amounts: Sequence[Figure]) -> tuple[str, Cell] | None:
        """The line item that amounts without a label are the total of, with its heading; None when they are not."""
        item, label, sums = self.item, self.label, self._sums
        printed = _by_year(amounts)
        if not item or label is None or not any(printed.values()) or not sums.keys() >= printed.keys():
            return None
        if any(sums[prior] != value for prior, value in printed.items()):
            return None
        self.item = ""
        return item, label


def _by_year(amounts: Iterable[Figure]) -> dict[bool, Decimal]:
    """The last amount of each year: an outer column holds the total of the inner ones."""
    return {amount.prior: amount.value for amount in amounts}
