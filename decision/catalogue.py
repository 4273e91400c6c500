"""Every feature that a policy may read, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from decision import features, ratios, repayment
from decision.measure import Measure, Unit

SCORE = (
    Measure(name="probability_of_default", unit=Unit.SHARE, title="the risk that the scorecard sees"),
    Measure(name="score_points", unit=Unit.POINTS, title="the points of the scorecard"),
    Measure(name="score_gaps", unit=Unit.COUNT, title="the figures that the scorecard had to do without"),
)

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {**ratios.MEASURES, **features.MEASURES, **repayment.MEASURES, **{measure.name: measure for measure in SCORE}}
)
