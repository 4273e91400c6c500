"""The statement card: its JSON scores as scikit-learn does, one way only, and never rewards what is not shown."""

from __future__ import annotations

import hashlib
import json
import math
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.errors import BadInput
from cases.model import Feature
from decision.company_data import ATTRIBUTES, CompanyData, parse_companies
from decision.scorecard import Scorecard
from decision.train import DIRECTIONS, Model, state_of, usable, validate

CARD = Scorecard.load(Path("decision/scorecards/statement.json"))
STATE = json.loads(Path("decision/scorecards/statement.json").read_text(encoding="utf-8"))


def companies(rows: int = 900, seed: int = 7) -> CompanyData:
    """Drawn companies whose risk depends on their ratios, some of them with gaps."""
    random = np.random.default_rng(seed)
    features = random.normal(0.3, 0.5, (rows, len(DIRECTIONS)))
    log_odds = 2.5 + features @ np.array(list(DIRECTIONS.values()), np.float64)
    bad = (random.random(rows) > 1 / (1 + np.exp(-log_odds))).astype(np.int64)
    features[random.random(features.shape) < 0.02] = np.nan
    return CompanyData(tuple(DIRECTIONS), features, bad, "drawn")


def test_the_json_scores_as_scikit_learn_does() -> None:
    drawn = companies()
    model = Model(drawn.names).fit(drawn.features, drawn.bad)
    report = dict.fromkeys(("auc", "auc_spread", "ks", "brier", "ece"), 0)
    card = Scorecard.from_json(json.dumps(state_of(model, drawn, report)))
    for row, expected in zip(drawn.features, model.risk(drawn.features), strict=True):
        values = {name: None if math.isnan(value) else value for name, value in zip(drawn.names, row, strict=True)}
        assert card.probability(values) == pytest.approx(expected, abs=1e-9)


def test_held_out_risks_are_true_on_drawn_companies() -> None:
    report = validate(companies())
    assert report["auc"] > 0.75
    assert report["ece"] < 0.05


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
        "4543b7c5c9f64a2ce7c02578a0d1f8b2d0dfc281f5b33354ab4d444fcccf2ff0"
    )


def test_a_feature_whose_absence_leaks_is_left_out() -> None:
    drawn = companies()
    drawn.features[drawn.bad == 1, 0] = np.nan
    assert drawn.names[0] not in usable(drawn).names


@pytest.mark.parametrize(
    "data", [b"", b"no data here", b"\x1f\x8bnot gzip", b"@data\n1,2,3\n", b"@data\n" + b"x," * ATTRIBUTES + b"1\n"]
)
def test_another_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(BadInput):
        parse_companies(data)


@pytest.mark.parametrize("text", ["{}", "[]", '{"name": "x"}'])
def test_what_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="scorecard"):
        Scorecard.from_json(text)
