"""The statement card at work: one way only, nothing for what is not shown, and the same tomorrow."""

from __future__ import annotations

import hashlib
import json
import math
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.model import Feature
from decision.scorecard import Scorecard
from decision.train import DIRECTIONS

CARD = Scorecard.load(Path("decision/scorecards/statement.json"))
STATE = json.loads(Path("decision/scorecards/statement.json").read_text(encoding="utf-8"))


def test_every_characteristic_moves_the_way_that_was_declared() -> None:
    assert STATE["characteristics"]
    for one in STATE["characteristics"]:
        steps = np.diff(one["points"]) * one["direction"]
        assert (steps > 0).all(), one["name"]
        assert one["direction"] == DIRECTIONS[one["name"]]


@given(st.dictionaries(st.sampled_from(sorted(DIRECTIONS)), st.floats(-5, 5)), st.sampled_from(sorted(DIRECTIONS)))
def test_leaving_a_figure_out_never_earns_points(values: dict[str, float], name: str) -> None:
    assert CARD.points({**values, name: None}) <= CARD.points(values)


@given(st.dictionaries(st.sampled_from(sorted(DIRECTIONS)), st.floats(-5, 5)), st.floats(0, 3))
def test_better_figures_never_cost_points(values: dict[str, float], more: float) -> None:
    better = {name: value + DIRECTIONS[name] * more for name, value in values.items()}
    assert CARD.points(better) >= CARD.points(values)


def test_points_and_risk_are_on_the_scale() -> None:
    assert CARD.scale.probability(600) == pytest.approx(1 / 21)
    assert CARD.scale.probability(620) == pytest.approx(1 / 41)
    assert CARD.scale.points(math.log(20)) == pytest.approx(600)
    assert [CARD.grade(points) for points in (700, 660, 659.9, 100)] == ["A", "A", "B", "G"]


def test_too_many_gaps_give_no_score_but_the_reason() -> None:
    feature = Feature(name="current_ratio", value=None, why_not="the accounts do not show current liabilities")
    score = CARD.score({"current_ratio": feature})
    assert score.points is None
    assert score.probability_of_default is None
    assert score.why_not


def test_a_score_tells_what_each_feature_adds() -> None:
    features = {one.name: Feature(name=one.name, value=Decimal("0.5")) for one in CARD.characteristics}
    score = CARD.score(features)
    assert score.points is not None
    added = sum(one.points for one in score.contributions)
    assert abs(score.points - added - Decimal(str(round(CARD.base, 2)))) < Decimal("0.1")


def test_the_card_has_not_drifted() -> None:
    """Fifty companies drawn with a fixed seed; their risks, hashed. A new card changes this on purpose only."""
    random = np.random.default_rng(50)
    names = [one.name for one in CARD.characteristics]
    risks = [
        f"{CARD.probability(dict(zip(names, map(float, row), strict=True))):.9f}"
        for row in random.normal(0.4, 0.6, (50, len(names)))
    ]
    assert hashlib.sha256("\n".join(risks).encode()).hexdigest() == (
        "22b806772e3bff9d5f49aeebe9262f08bf562db362e7ef2c32be061f3395dea1"
    )


@pytest.mark.parametrize("text", ["{}", "[]", '{"name": "x"}'])
def test_what_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="scorecard"):
        Scorecard.from_json(text)


def test_a_card_that_pays_for_a_missing_value_is_refused() -> None:
    state = json.loads(json.dumps(STATE))
    state["characteristics"][0]["undefined"] = 0.5
    with pytest.raises(ValueError, match="must not earn points"):
        Scorecard.from_json(json.dumps(state))


def test_a_value_on_a_cut_belongs_to_the_bin_above_it() -> None:
    for one in CARD.characteristics:
        for number, cut in enumerate(one.cuts):
            assert one.worth(cut) == one.points[number + 1]
            assert one.worth(math.nextafter(cut, -math.inf)) == one.points[number]


def test_scoring_needs_neither_numpy_nor_scikit_learn() -> None:
    program = (
        "import sys; from pathlib import Path; from decision.scorecard import Scorecard; "
        "Scorecard.load(Path('decision/scorecards/statement.json')).points({}); "
        "print(sorted({'numpy', 'sklearn', 'scipy'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_card_gives_points_to_two_places_and_risk_to_six() -> None:
    score = CARD.score({one.name: Feature(name=one.name, value=Decimal("0.5")) for one in CARD.characteristics})
    assert score.points is not None
    assert score.probability_of_default is not None
    assert (score.points.as_tuple().exponent, score.probability_of_default.as_tuple().exponent) == (-2, -6)
