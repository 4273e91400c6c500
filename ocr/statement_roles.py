"""Which column each figure of a statement's table stands in: the columns that figures line up in, matched with those
that the heading names, all at once and in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cases.model import Box
from ocr.statement_columns import Column, Heading, role_under
from ocr.statement_figures import ALIGNED, Figure
from ocr.statement_words import FIGURES, Role

EDGES: dict[str, Callable[[Box], float]] = {
    "right": lambda box: box.right,
    "left": lambda box: box.left,
    "middle": lambda box: box.middle[0],
}
"""What figures of one column may have in common, the usual first."""
UNMATCHED = 0.6
"""What a figure costs that stands in no named column, as a distance in page widths."""
FARTHEST = 0.16
"""From a heading to its figures, at the most, in page widths."""
MOST_COLUMNS = 7


@dataclass(frozen=True, slots=True)
class _Group:
    """Figures that line up."""

    edge: float
    figures: tuple[Figure, ...]


def roles_of(figures: Sequence[Figure], heading: Heading | None) -> dict[int, Role]:
    """The role of the figures of one table, by identity; those in no column are left out."""
    strict = [figure for figure in figures if figure.strict]
    alone = [figure for figure in strict if not figure.embedded] or strict
    if not strict:
        if heading is None:
            return {}
        found = {id(figure): role_under(figure.box, heading) for figure in figures if not figure.embedded}
        return {key: role for key, role in found.items() if role is not None}
    edge, groups = _lined_up(alone)
    named: list[Role | None] = [None] * len(groups) if heading is None else _matched(groups, heading)
    standing = sum(len(group.figures) for group, role in zip(groups, named, strict=True) if role is not None)
    if heading is None or (heading.part and 2 * standing < len(alone)):
        # A section that only its title parts from the table above may have columns of its own.
        named = _learnt(groups)
    roles: dict[int, Role] = {}
    for group, role in zip(groups, named, strict=True):
        if role is not None and role is not Role.OTHER:
            roles |= {id(figure): role for figure in group.figures}
    _attached(figures, edge, groups, named, roles)
    return roles


def _lined_up(figures: Sequence[Figure]) -> tuple[str, list[_Group]]:
    """The figures in columns, from left to right, by the edge that they share best."""
    tried = [(name, list(_grouped(figures, name))) for name in EDGES]
    return min(tried, key=lambda one: len(one[1]))


def _grouped(figures: Sequence[Figure], edge: str) -> Iterator[_Group]:
    place = EDGES[edge]
    some: list[Figure] = []
    for figure in sorted(figures, key=lambda one: place(one.box)):
        if some and place(figure.box) - place(some[-1].box) > ALIGNED:
            yield _group(some, edge)
            some = []
        some.append(figure)
    if some:
        yield _group(some, edge)


def _group(figures: Sequence[Figure], edge: str) -> _Group:
    return _Group(sum(EDGES[edge](one.box) for one in figures) / len(figures), tuple(figures))


def _matched(groups: Sequence[_Group], heading: Heading) -> list[Role | None]:
    """The named column of every group: the assignment in order that moves all headings alike and least.

    Headings may stand left, right or in the middle over figures set otherwise, but all of them in the same way; so a
    column without figures does not draw those of its neighbour.
    """
    columns = [column for column in heading.columns if column.role in FIGURES | {Role.OTHER}]
    heaviest = sorted(groups, key=lambda one: -len(one.figures))[:MOST_COLUMNS]
    chosen = [group for group in groups if any(group is one for one in heaviest)]
    best: tuple[float, dict[int, Role]] = (float("inf"), {})
    for match in _assignments(len(chosen), len(columns)):
        cost = min(_cost(chosen, columns, match, name) for name in EDGES)
        if cost < best[0] - 1e-9:
            roles = {id(chosen[at]): columns[to].role for at, to in enumerate(match) if to >= 0}
            best = (cost, roles)
    return [best[1].get(id(group)) or _beside(group, groups, best[1]) for group in groups]


def _beside(group: _Group, groups: Sequence[_Group], roles: dict[int, Role]) -> Role | None:
    """The role of a group that stands so near to a matched one that both are one column, set loosely."""
    near = min((one for one in groups if id(one) in roles), key=lambda one: abs(one.edge - group.edge), default=None)
    return roles[id(near)] if near is not None and abs(near.edge - group.edge) < 2.2 * ALIGNED else None


def _assignments(groups: int, columns: int, start: int = 0) -> Iterator[tuple[int, ...]]:
    """Every way to give groups columns in order; -1 for none."""
    if groups == 0:
        yield ()
        return
    for rest in _assignments(groups - 1, columns, start):
        yield (-1, *rest)
    for column in range(start, columns):
        for rest in _assignments(groups - 1, columns, column + 1):
            yield (column, *rest)


def _cost(groups: Sequence[_Group], columns: Sequence[Column], match: Sequence[int], edge: str) -> float:
    """How far an assignment moves the headings, and how unlike, weighed by the figures."""
    place = EDGES[edge]
    shifts: list[tuple[float, int]] = []
    cost = 0.0
    for group, to in zip(groups, match, strict=True):
        weight = len(group.figures)
        if to < 0:
            cost += UNMATCHED * weight
            continue
        at = sum(place(one.box) for one in group.figures) / weight
        shift = at - place(columns[to].box)
        if abs(shift) > FARTHEST:
            return float("inf")
        shifts.append((shift, weight))
    whole = sum(weight for _, weight in shifts)
    mean = sum(shift * weight for shift, weight in shifts) / whole if whole else 0.0
    return cost + sum(weight * (3 * abs(shift - mean) + abs(shift)) for shift, weight in shifts)


def _attached(
    figures: Sequence[Figure],
    edge: str,
    groups: Sequence[_Group],
    named: Sequence[Role | None],
    roles: dict[int, Role],
) -> None:
    """Figures without decimals or close behind words count when they end where a column of full figures does."""
    place = EDGES[edge]
    columns = [(group.edge, role) for group, role in zip(groups, named, strict=True) if role is not None]
    standing = {id(figure) for group in groups for figure in group.figures}
    for figure in figures:
        near = min(columns, key=lambda one: abs(one[0] - place(figure.box)), default=None)
        if id(figure) in standing or near is None or near[1] is Role.OTHER or (figure.embedded and not figure.strict):
            continue
        if abs(near[0] - place(figure.box)) < 1.1 * ALIGNED:
            roles[id(figure)] = near[1]


def _learnt(groups: Sequence[_Group]) -> list[Role | None]:
    """Columns without a heading: those with more than a few figures; the last is the balance, if there are two."""
    most = max((len(group.figures) for group in groups), default=0)
    full = [index for index, group in enumerate(groups) if len(group.figures) >= max(1, 0.15 * most)]
    roles: list[Role | None] = [None] * len(groups)
    wanted = {1: (Role.AMOUNT,), 2: (Role.AMOUNT, Role.BALANCE)}.get(len(full), (Role.DEBIT, Role.CREDIT, Role.BALANCE))
    for index, role in zip(full[-len(wanted) :], wanted, strict=False):
        roles[index] = role
    return roles
