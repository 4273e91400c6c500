"""The section that the lines of accounts stand in, and the totals below them that are printed without a label.

Current assets                                   opens "current_assets"
Debtors                    100      90
Cash at bank                20      10
                           120     100      <- their sum: current assets
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ocr.account_labels import SUM_OF, closes, folded, heading, line_item
from ocr.accounts_rows import Amount

BALANCE_SECTIONS = frozenset(
    {
        "after",
        "within",
        "noncurrent_assets",
        "current_assets",
        "receivables",
        "inventory",
        "cash",
        "equity",
        "provisions",
    }
)
OF_ASSETS = frozenset({"current_assets", "noncurrent_assets", "receivables", "inventory", "cash"})
_FIXED = ("fixedassets", "fixedassetsnet")


class Section:
    """Where the lines of one side of a sheet stand."""

    def __init__(self) -> None:
        self.name = ""
        self.number = 0
        """Counts sections, so that lines of one are told from lines of another of the same name."""
        self.label: str | None = None
        self._lines: list[dict[bool, Decimal]] = []

    def take(self, label: str, amounts: Sequence[Amount], whole: str) -> None:
        """Counts a line in. A heading without amounts opens its section; `whole` is it with the lines it began on."""
        if not amounts:
            opened = heading(label) or heading(whole)
            if opened is not None:
                self._open(opened, label)
            return
        sums = _by_year(amounts)
        self._reduce(sums)
        self._lines.append(sums)
        if closes(whole) and _closes_own(self.name, whole):
            self._open("", None)

    def _open(self, name: str, label: str | None) -> None:
        self.name, self.label, self._lines = name, label, []
        self.number += 1

    def _reduce(self, sums: dict[bool, Decimal]) -> None:
        """Drops the lines before a subtotal that it is the sum of."""
        for count in range(len(self._lines), 1, -1):
            if _comes_to(self._lines[-count:], sums):
                del self._lines[-count:]
                return

    def total(self, amounts: Sequence[Amount]) -> tuple[str, str] | None:
        """The line item that amounts without a label are the total of, with its heading; None when they are none."""
        printed = _by_year(amounts)
        item = SUM_OF.get(self.name, "")
        if self.name == "noncurrent_assets" and self.label is not None and folded(self.label) in _FIXED:
            item = "fixed_assets"
        if not self._lines or not any(printed.values()) or not _comes_to(self._lines, printed):
            self._reduce(printed)
            self._lines.append(printed)
            return None
        self._lines = [printed]
        return (item, self.label) if item and self.label is not None else None


def _closes_own(section: str, label: str) -> bool:
    """Whether a closing line ends this section: a total of trade debtors does not end the current assets."""
    item = line_item(label)
    within = {"current_assets": ("cash", "receivables", "inventory"), "within": ("payables", "short_term_debt")}
    return item is None or item.name not in within.get(section, ())


def _comes_to(lines: Sequence[dict[bool, Decimal]], total: dict[bool, Decimal]) -> bool:
    """Whether lines add up to a total in every year that it shows; expenses may stand in brackets on either side."""
    for prior, value in total.items():
        if abs(sum((line.get(prior, Decimal(0)) for line in lines), Decimal(0))) != abs(value):
            return False
    return bool(total)


def _by_year(amounts: Sequence[Amount]) -> dict[bool, Decimal]:
    """The last amount of each year: an outer column holds the total of the inner ones."""
    return {one.prior: one.value for one in amounts}
