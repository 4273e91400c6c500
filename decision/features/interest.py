"""How often what the business earns covers the interest that it pays."""

from __future__ import annotations

from collections.abc import Iterator

from cases.model import Feature
from decision.capacity import ebitda, interest_paid
from decision.dossier import INCOME, Dossier, breaks
from decision.feature_group import FeatureGroup, Findings
from decision.measure import Measure, Unit, absent, divide, measured

_NAME = "interest_cover"


def _measure(dossier: Dossier, findings: Findings) -> Iterator[Feature]:
    """EBITDA over interest (Altman and Sabato 2007). Without interest there is nothing to cover, which is no zero."""
    income = dossier.latest_with(INCOME, "revenue")
    if income is None or breaks(income):
        yield absent(_NAME, "No income statement whose figures agree with each other was sent or could be read.")
        return
    earned, interest = ebitda(income), interest_paid(income)
    if earned.value is None:
        yield absent(_NAME, earned.why_not)
    elif interest <= 0:
        yield absent(_NAME, "The business paid no interest.")
    else:
        yield measured(_NAME, divide(earned.value, interest), earned.evidence)


GROUP = FeatureGroup(
    measures=(Measure(name=_NAME, unit=Unit.RATIO, title="how often the earnings cover the interest"),),
    measure=_measure,
)
