"""A scorecard at work: a JSON file and the sum of its points. No library is needed to apply it.

    points  =  base + sum over features of the points of the bin that the value falls in
    odds    =  base odds x 2 ^ ((points - base points) / points to double the odds)
    risk    =  1 / (1 + odds)

A missing value gets the points of its feature's worst bin: what is not shown never earns anything. A ratio to debts
that the accounts show as nil gets neutral points. Values of a whole document missing make the card give no score at
all, and the case goes to a person.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from cases.model import Contribution, Feature, Score

HUNDREDTH = Decimal("0.01")
MILLIONTH = Decimal("0.000001")
NOTHING_SHOWN = "The accounts do not show the figures."


@dataclass(frozen=True, slots=True, kw_only=True)
class Characteristic:
    """One feature of a card: where its bins are cut and what each of them is worth."""

    name: str
    group: str
    cuts: tuple[float, ...]
    """Rising; a value on a cut belongs to the bin above it."""
    points: tuple[float, ...]
    """One more than cuts."""
    reference: float
    """The average points of good companies near the cut-off; shortfalls are measured against it."""
    undefined: float
    """Where the figures are shown but cannot be divided, because nothing is owed. Never above neutral."""

    def worth(self, value: float | None) -> float:
        """The points of a value; None for one that is not shown."""
        return min(self.points) if value is None else self.points[bisect_right(self.cuts, value)]

    def worth_of(self, feature: Feature | None) -> float:
        """The points of a feature. Evidence without a value means that its figures are shown and nothing is owed."""
        if feature is not None and feature.value is None and feature.evidence:
            return self.undefined
        return self.worth(None if feature is None or feature.value is None else float(feature.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Points to odds of staying solvent."""

    points_to_double: float
    base_points: float
    base_odds: float

    def probability(self, points: float) -> float:
        """The probability of default that belongs to a sum of points; the only place where it is worked out."""
        odds = self.base_odds * 2 ** ((points - self.base_points) / self.points_to_double)
        return 1 / (1 + odds)

    def points(self, log_odds: float) -> float:
        """The points that belong to natural log-odds of staying solvent."""
        return self.base_points + self.points_to_double / math.log(2) * (log_odds - math.log(self.base_odds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    name: str
    version: str
    scale: Scale
    base: float
    """The points that every company has."""
    characteristics: tuple[Characteristic, ...]
    grades: tuple[tuple[float, str], ...]
    """Least points and the grade, from the best; the last one is for all below."""
    most_missing: int
    """With more characteristics missing there is no score."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """The card in a file. Raises ValueError when it is not a card."""
        return cls.from_json(path.read_text(encoding="utf-8"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Raises ValueError when the text is not a card of this form."""
        try:
            return cls._from(json.loads(text))
        except (KeyError, TypeError) as fault:
            raise ValueError(f"not a scorecard: {fault}") from None

    @classmethod
    def _from(cls, state: Mapping[str, Any]) -> Self:
        made = tuple(
            Characteristic(
                name=one["name"],
                group=one["group"],
                cuts=tuple(one["cuts"]),
                points=tuple(one["points"]),
                reference=one["reference"],
                undefined=one["undefined"],
            )
            for one in state["characteristics"]
        )
        for one in made:
            if list(one.cuts) != sorted(one.cuts) or len(one.points) != len(one.cuts) + 1:
                raise ValueError(f"the bins of {one.name} do not fit their points")
            if one.undefined > 0:
                raise ValueError(f"{one.name} must not earn points where it has no value")
        return cls(
            name=state["name"],
            version=state["version"],
            scale=Scale(**state["scale"]),
            base=state["base"],
            characteristics=made,
            grades=tuple((float(least), grade) for least, grade in state["grades"]),
            most_missing=state["most_missing"],
        )

    def points(self, values: Mapping[str, float | None]) -> float:
        """The sum of points, values by feature name; an absent or None value counts as missing."""
        return self.base + math.fsum(one.worth(values.get(one.name)) for one in self.characteristics)

    def probability(self, values: Mapping[str, float | None]) -> float:
        """The probability of default within the card's horizon, 0 to 1."""
        return self.scale.probability(self.points(values))

    def grade(self, points: float) -> str:
        return next(grade for least, grade in self.grades if points >= least or (least, grade) == self.grades[-1])

    def score(self, features: Mapping[str, Feature]) -> Score:
        """Points, risk and what each feature adds; or why there is no score."""
        given = {one.name: features.get(one.name) for one in self.characteristics}
        missing = [one for one in given.values() if one is None or (one.value is None and not one.evidence)]
        if len(missing) > self.most_missing:
            because = next((one.why_not for one in missing if one is not None), NOTHING_SHOWN)
            return Score(
                card=self.name, version=self.version, points=None, probability_of_default=None, why_not=because
            )
        worth = [one.worth_of(given[one.name]) for one in self.characteristics]
        points = self.base + math.fsum(worth)
        return Score(
            card=self.name,
            version=self.version,
            points=_rounded(points, HUNDREDTH),
            probability_of_default=_rounded(self.scale.probability(points), MILLIONTH),
            grade=self.grade(points),
            contributions=tuple(
                Contribution(
                    feature=one.name,
                    value=feature.value if feature is not None else None,
                    points=_rounded(earned, HUNDREDTH),
                    reference=_rounded(one.reference, HUNDREDTH),
                )
                for one, feature, earned in zip(self.characteristics, given.values(), worth, strict=True)
            ),
        )


def _rounded(value: float, places: Decimal) -> Decimal:
    return Decimal(repr(value)).quantize(places)
