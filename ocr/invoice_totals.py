"""The sums of an invoice: net, tax and total, chosen so that they add up.

Every figure that a label leads to is a candidate, with the weight of its label. Lines that give a rate, a base and the
tax on it are told by their arithmetic, whatever their headings. Of all candidates the three are taken that make
net + tax = total with the most weight; where none do, each is what its own label says, and the check will tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cases.model import Field
from ocr.extract import GridLine, field_of
from ocr.invoice_figures import is_rate, roundings, under
from ocr.invoice_sum_words import Sum, sum_of
from ocr.parse import percent
from ocr.statement_figures import Figure
from ocr.text import Word, join

CENT = Decimal("0.02")
"""Taxes are rounded per line or per invoice, so a product may be off by so much."""
DOUBTED = 0.7
"""Confidence of sums that do not make up each other, at the most."""
MOST_TAX = Decimal("0.35")
"""Of the net amount; the highest rate of VAT in Europe is 27 %."""
_RATE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?) ?%")
_CONTAINED = re.compile(r"(?i)enthalten|darin|includ|dont|di cui|waarvan|of which|incluid")
"""A sum that is part of another; brackets around it are no minus."""
_GROUPED = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")
"""A whole sum of a currency that has no cents."""
_TERM = re.compile(r"\d{1,3}")
"""Days, in terms such as Net 30."""
_RATES = re.compile(r"^(?:[0-2]?\d)(?:[.,]\d{1,3})?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be one of the sums, and how much speaks for it."""

    value: Decimal
    words: tuple[Word, ...]
    weight: float
    note: str = ""


Candidates = dict[Sum, list[Candidate]]


@dataclass(frozen=True, slots=True)
class Taxed:
    """A line that gives a rate of tax, what it is levied on, and the tax."""

    rate: Decimal
    base: Figure
    tax: Figure


@dataclass(frozen=True, slots=True)
class Sums:
    """What was chosen; `taxed` are the lines of the tax table."""

    chosen: dict[Sum, Candidate]
    taxed: tuple[Taxed, ...]
    adds_up: bool
    printed: frozenset[Decimal] = frozenset()
    """Every figure that a label calls a sum of any sort."""
    rounding: Decimal = Decimal(0)
    """By which the total is more than net and tax."""


def sums_of(lines: Sequence[tuple[GridLine, tuple[Figure, ...]]]) -> Sums:
    """The sums that fit best."""
    candidates: Candidates = {kind: [] for kind in Sum}
    count = max(1, len(lines))
    for index, (line, figures) in enumerate(lines):
        for kind, weight, figure in _labelled(line, figures):
            candidates[kind].append(Candidate(figure.value, figure.words, weight + 0.5 * index / count))
        if all(is_rate(one, line) for one in figures):
            for kind, weight, figure in _below(line, lines[index + 1 : index + 6]):
                candidates[kind].append(Candidate(figure.value, figure.words, weight - 0.5 + 0.5 * index / count))
    taxed = tuple(_taxed(lines))
    _from_taxed(candidates, taxed)
    _from_rates(candidates, lines)
    printed = frozenset(one.value for some in candidates.values() for one in some)
    chosen, off = _adding_up(candidates, lines), Decimal(0)
    for off in () if chosen else roundings(lines):
        chosen = _adding_up(candidates, lines, off)
        if chosen:
            break
    return Sums(chosen or _by_label(candidates), taxed, bool(chosen), printed, off if chosen else Decimal(0))


def _labelled(line: GridLine, figures: Sequence[Figure]) -> Iterator[tuple[Sum, float, Figure]]:
    """Figures on a line, each with what the words before it say; of several behind one label, the last."""
    start = 0.0
    told: tuple[Sum, int] | None = None
    best: tuple[Sum, float, Figure] | None = None
    for figure in figures:
        if is_rate(figure, line):
            continue
        box = figure.box
        between = tuple(w for w in line.line.words if start <= w.box.left and w.box.right <= box.left + 0.003)
        label = join(between)
        if re.search(r"[^\W\d_]{2}", _RATE.sub("", label)):
            if best is not None:
                yield best
            told, best = sum_of(label), None
        if told is not None and not (told[0] is Sum.NET and _TERM.fullmatch(figure.raw)):
            aside = figure.raw.startswith("(") and _CONTAINED.search(label)
            strict = 0.0 if figure.strict else -0.5 if _GROUPED.fullmatch(figure.raw) else -1.5
            best = (told[0], told[1] + strict, replace(figure, value=abs(figure.value)) if aside else figure)
        start = box.right - 0.001
    if best is not None:
        yield best


def _below(
    head: GridLine, following: Sequence[tuple[GridLine, tuple[Figure, ...]]]
) -> Iterator[tuple[Sum, float, Figure]]:
    """Figures that stand under the cells of a heading of sums, the last line of them."""
    told = [(cell, what) for cell in head.cells if (what := sum_of(cell.text)) is not None]
    if len(told) < 2 and len(head.cells) > 1:
        return
    first = next((some for line, some in following if some and line.page == head.page), ())
    if len(first) == len(head.cells) and all(one.strict for one in first):
        # As many figures as cells: each belongs to its cell, wherever in it.
        for cell, (kind, weight) in told:
            yield kind, weight, first[head.cells.index(cell)]
        return
    for cell, (kind, weight) in told:
        low = [figure for line, figures in following for figure in figures if under(cell, figure, head, line)]
        if low:
            yield kind, weight, low[-1]
        if len(low) > 1:
            yield kind, weight - 0.5, low[0]


def _taxed(lines: Sequence[tuple[GridLine, tuple[Figure, ...]]]) -> Iterator[Taxed]:
    """Lines whose figures are a rate, a base and the tax on it, in any order; nought per cent has no tax."""
    for line, figures in lines:
        strict = [figure for figure in figures if figure.strict and not is_rate(figure, line)]
        text = line.text
        rates = [value * 100 for match in _RATE.finditer(text) if (value := percent(match[0])) is not None]
        if not rates and _tells_tax(line):
            rates = [figure.value for figure in figures if not figure.strict and _RATES.match(figure.raw)]
        found = _split(rates, strict)
        if found is not None:
            yield found


def _tells_tax(line: GridLine) -> bool:
    """Whether a line without a mark of per cent may give a rate all the same: it speaks of tax, or has no words."""
    told = sum_of(" ".join(cell.text for cell in line.cells if re.search(r"[^\W\d_]", cell.text)))
    return not re.search(r"[^\W\d_]{2}", line.text) or (told is not None and told[0] is Sum.TAX)


def _split(rates: Sequence[Decimal], figures: Sequence[Figure]) -> Taxed | None:
    for rate in rates:
        if not 0 < rate < 35:
            continue
        for base in figures:
            for tax in figures:
                if base is tax or not base.value or (tax.value < 0) != (base.value < 0):
                    continue
                if abs(base.value * rate / 100 - tax.value) <= Decimal("0.011") and abs(tax.value) > CENT:
                    return Taxed(rate, base, tax)
    return None


def _from_taxed(candidates: Candidates, taxed: Sequence[Taxed]) -> None:
    """The lines of the tax table together give net and tax."""
    if not taxed:
        return
    seen: dict[tuple[Decimal, Decimal], Taxed] = {(one.rate, one.base.value): one for one in taxed}
    every = list(seen.values())
    note = f"the sum of {len(every)} rates of tax" if len(every) > 1 else ""
    net = sum((one.base.value for one in every), Decimal(0))
    tax = sum((one.tax.value for one in every), Decimal(0))
    words = tuple(word for one in every for word in one.base.words)
    candidates[Sum.NET].append(Candidate(net, words, 1.5 - 0.2 * (len(every) > 1), note))
    words = tuple(word for one in every for word in one.tax.words)
    candidates[Sum.TAX].append(Candidate(tax, words, 1.5 - 0.2 * (len(every) > 1), note))


def _from_rates(candidates: Candidates, lines: Sequence[tuple[GridLine, tuple[Figure, ...]]]) -> None:
    """Taxes that stand line under line, one for each rate or each authority (CGST and SGST), together are the tax."""
    found: list[list[tuple[str, Figure]]] = [[]]
    for line, figures in lines:
        label = " ".join(cell.text for cell in line.cells if re.search(r"[^\W\d_]", cell.text))
        told = sum_of(label)
        rates = [value for match in _RATE.finditer(line.text) if (value := percent(match[0])) is not None]
        strict = [one for one in figures if one.strict and not is_rate(one, line)]
        if told is not None and told[0] is Sum.TAX and len(rates) < 2 and len(strict) == 1:
            name = re.sub(r"[\d.,%@()\s]|[A-Z]?\W?\d+", "", _RATE.sub("", label)).casefold()
            found[-1].append((f"{name} {rates or ''}", strict[0]))
        elif found[-1]:
            found.append([])
    for some in found:
        if len({rate for rate, _ in some}) == len(some) > 1:
            words = tuple(word for _, figure in some for word in figure.words)
            whole = sum((figure.value for _, figure in some), Decimal(0))
            candidates[Sum.TAX].append(Candidate(whole, words, 1.4, f"the sum of {len(some)} rates of tax"))


def _adding_up(
    candidates: Candidates, lines: Sequence[tuple[GridLine, tuple[Figure, ...]]], off: Decimal = Decimal(0)
) -> dict[Sum, Candidate] | None:
    """The net, tax and total that add up with the most weight, at least two of them labelled; `off` is what the total
    was rounded by."""
    loose = [Candidate(one.value, one.words, 0.1) for _, figures in lines for one in figures if one.strict]
    lone = {one.value: one for one in loose}
    nets = [*candidates[Sum.NET], *(Candidate(one.value, one.words, one.weight - 1) for one in candidates[Sum.BASE])]
    owed = [Candidate(one.value, one.words, one.weight - 1) for one in candidates[Sum.PAYABLE]]
    totals = [*candidates[Sum.TOTAL], *owed]
    taxes = candidates[Sum.TAX]
    found: list[tuple[float, dict[Sum, Candidate]]] = []

    def add(net: Candidate | None, tax: Candidate | None, total: Candidate | None) -> None:
        if net is None or tax is None or total is None or abs(tax.value) > MOST_TAX * abs(net.value):
            return
        if tax.value * net.value < 0:  # A discount.
            return
        weight = net.weight + tax.weight + total.weight
        if total.value:
            found.append((weight, {Sum.NET: net, Sum.TAX: tax, Sum.TOTAL: total}))

    for total in totals:
        for tax in taxes:
            net = _of_value(nets, total.value - off - tax.value) or lone.get(total.value - off - tax.value)
            add(net, tax, total)
        for net in nets:
            left = total.value - off - net.value
            rest = None if _of_value(taxes, left) else lone.get(left)
            add(net, rest, total if left else None)
    for net in nets:
        for tax in taxes:
            if not _of_value(totals, net.value + tax.value + off):
                add(net, tax, lone.get(net.value + tax.value + off))
    return max(found, key=lambda one: one[0])[1] if found else None


def _of_value(candidates: Sequence[Candidate], value: Decimal) -> Candidate | None:
    """The weightiest candidate of a value."""
    return max((one for one in candidates if one.value == value), key=lambda one: one.weight, default=None)


def _by_label(candidates: Candidates) -> dict[Sum, Candidate]:
    """What each label says by itself, when nothing adds up."""
    chosen: dict[Sum, Candidate] = {}
    for kind in (Sum.NET, Sum.TAX, Sum.TOTAL):
        some = [one for one in candidates[kind] if one.weight >= 1]
        if kind is Sum.TOTAL and not some:
            some = [one for one in candidates[Sum.PAYABLE] if one.weight >= 1]
        if some:
            chosen[kind] = max(some, key=lambda one: one.weight)
    tax, total = chosen.get(Sum.TAX), chosen.get(Sum.TOTAL)
    # Brackets around an aside look like a minus, and no rate gives so much: neither is surely the tax.
    if tax and total and (tax.value * total.value < 0 or abs(tax.value) > MOST_TAX * abs(total.value)):
        del chosen[Sum.TAX]
    return chosen


def sum_fields(sums: Sums, document: str) -> dict[str, Field]:
    """The sums as fields; those that several lines make up are marked so, and those that do not add up are doubted."""
    fields = {
        kind.value: field_of(kind.value, f"{one.value:.2f}", _on_one_page(one.words), document, note=one.note)
        for kind, one in sums.chosen.items()
    }
    if sums.adds_up or len(fields) < 2:
        return fields
    return {name: replace(one, confidence=min(one.confidence, DOUBTED)) for name, one in fields.items()}


def _on_one_page(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.page == words[0].page)
