"""Fitting the statement card: its JSON scores as scikit-learn does, and no leak finds its way in."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from sklearn.base import clone

from cases.errors import BadInput
from decision.binning import WeightOfEvidence
from decision.company_data import ATTRIBUTES, CompanyData, parse_companies
from decision.leaks import leaks, without_leaks
from decision.model_card import model_card
from decision.scorecard import Scorecard
from decision.train import DIRECTIONS, new_model, state_of, train_card, validate

NAMES = tuple(DIRECTIONS)


def companies(rows: int = 1200, seed: int = 7) -> CompanyData:
    """Drawn companies whose risk depends on their ratios, some of them with gaps."""
    random = np.random.default_rng(seed)
    features = random.normal(0.3, 0.5, (rows, len(NAMES)))
    log_odds = 1.0 + 1.5 * features @ np.array(list(DIRECTIONS.values()), np.float64)
    bad = (random.random(rows) > 1 / (1 + np.exp(-log_odds))).astype(np.int64)
    features[random.random(features.shape) < 0.02] = np.nan
    return CompanyData(NAMES, features, bad, "drawn")


def public_file(rows: int = 400, seed: int = 3) -> bytes:
    """Drawn companies in the form of the public file; some cells are question marks."""
    random = np.random.default_rng(seed)
    table = random.normal(0.5, 0.4, (rows, ATTRIBUTES))
    bad = (random.random(rows) > 1 / (1 + np.exp(-1 - 2 * table[:, 3]))).astype(int)
    lines = [
        ",".join("?" if random.random() < 0.01 else f"{cell:.5g}" for cell in row) + f",{outcome}"
        for row, outcome in zip(table, bad, strict=True)
    ]
    return ("@relation drawn\n@data\n" + "\n".join(lines) + "\n").encode()


def test_the_json_scores_as_scikit_learn_does() -> None:
    drawn = companies()
    model = new_model(drawn.names).fit(drawn.features, drawn.bad)
    report = validate(drawn, repeats=1, folds=2)
    card = Scorecard.from_json(json.dumps(state_of(model, drawn, report)))
    for row, (good, bad) in zip(drawn.features, model.predict_proba(drawn.features), strict=True):
        values = {name: None if math.isnan(value) else value for name, value in zip(drawn.names, row, strict=True)}
        assert card.probability(values) == pytest.approx(bad, abs=1e-9)
        assert good + bad == pytest.approx(1)


def test_held_out_risks_are_true_on_drawn_companies() -> None:
    report = validate(companies(), repeats=1, folds=3)
    assert report["auc"] > 0.75
    assert report["ece"] < 0.05
    assert 0 < report["auc_error"] < 0.05


def test_the_model_is_an_estimator_that_can_be_cloned_and_fitted_again() -> None:
    drawn = companies()
    model = new_model(drawn.names).fit(drawn.features, drawn.bad)
    again = clone(model).fit(drawn.features, drawn.bad)
    assert np.array_equal(again.predict_proba(drawn.features), model.predict_proba(drawn.features))
    assert set(model.predict(drawn.features)) <= {0, 1}


def test_a_file_of_noise_earns_no_rank() -> None:
    drawn = companies()
    noise = np.random.default_rng(1).permutation(drawn.bad)
    assert validate(replace(drawn, bad=noise), repeats=1, folds=3)["auc"] == pytest.approx(0.5, abs=0.07)


def test_bins_move_the_declared_way_even_where_the_data_do_not() -> None:
    drawn = companies()
    turned = WeightOfEvidence([-direction for direction in DIRECTIONS.values()]).fit(drawn.features, drawn.bad)
    declared = WeightOfEvidence(list(DIRECTIONS.values())).fit(drawn.features, drawn.bad)
    for direction, right, wrong in zip(DIRECTIONS.values(), declared.weights_, turned.weights_, strict=True):
        assert len(right) > 1
        assert (direction * np.diff(right) > 0).all()
        assert (-direction * np.diff(wrong) > 0).all()
        assert np.ptp(wrong) < np.ptp(right), "against the data there is little to see"


def test_no_fit_learns_from_a_gap() -> None:
    drawn = companies()
    whole = validate(drawn, repeats=1, folds=3)
    leaking = replace(drawn, features=drawn.features.copy())
    leaking.features[np.flatnonzero(drawn.bad)[::2], 0] = np.nan
    report = validate(leaking, repeats=1, folds=3)
    assert report["auc_neutral"] < whole["auc_neutral"] + 0.02
    assert report["auc"] > report["auc_neutral"] + 0.02, "the leak would have flattered"


def test_a_feature_that_a_gap_gives_away_is_left_out() -> None:
    drawn = companies()
    drawn.features[drawn.bad == 1, 0] = np.nan
    assert NAMES[0] not in without_leaks(drawn, NAMES).names
    assert next(one for one in leaks(drawn) if one["name"] == NAMES[0])["leaks"]


def test_rare_zeros_that_mark_the_bad_are_told_and_stay_figures() -> None:
    drawn = companies()
    marked = np.flatnonzero(drawn.bad)[:20]
    drawn.features[marked, 1] = 0.0
    sign = next(one for one in leaks(drawn) if (one["name"], one["sign"]) == (NAMES[1], "zero"))
    assert sign["leaks"]
    assert sign["auc"] < 0.65
    assert (without_leaks(drawn, NAMES).features[marked, 1] == 0).all()


def test_training_gives_a_card_a_model_card_and_a_report() -> None:
    trained = train_card(public_file(), repeats=1, folds=2)
    card = Scorecard.from_json(trained.card_json)
    assert {one.name for one in card.characteristics} <= set(DIRECTIONS)
    assert trained == train_card(public_file(), repeats=1, folds=2), "the same file gives the same card"
    state = json.loads(trained.card_json)
    assert trained.model_card == model_card(state, trained.report)
    assert state["fitted_on"]["sha256"] in trained.model_card
    for one in card.characteristics:
        assert one.name in trained.model_card


@pytest.mark.parametrize(
    "data", [b"", b"no data here", b"\x1f\x8bnot gzip", b"@data\n1,2,3\n", b"@data\n" + b"x," * ATTRIBUTES + b"1\n"]
)
def test_another_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(BadInput):
        parse_companies(data)
