"""The shipped card against the public file it was fitted on; set VOUCH_COMPANIES to the file's path to run."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import pytest

from decision.company_data import parse_companies
from decision.leaks import without_leaks
from decision.scorecard import Scorecard
from decision.train import DIRECTIONS, new_model, train_card

FILE = os.environ.get("VOUCH_COMPANIES", "")
SHIPPED = Path("decision/scorecards/statement.json")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILE, reason="VOUCH_COMPANIES does not name the public file"),
]


def test_the_shipped_card_comes_from_the_public_file() -> None:
    fitted = json.loads(train_card(Path(FILE).read_bytes(), repeats=1, folds=2).card_json)
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert fitted["fitted_on"] == shipped["fitted_on"]
    assert fitted["base"] == pytest.approx(shipped["base"], abs=1e-9)
    for new, old in zip(fitted["characteristics"], shipped["characteristics"], strict=True):
        assert new["name"] == old["name"]
        assert new["cuts"] == pytest.approx(old["cuts"], abs=1e-9)
        assert new["points"] == pytest.approx(old["points"], abs=1e-9)
        assert new["reference"] == pytest.approx(old["reference"], abs=1e-9)


def test_real_companies_score_by_the_json_as_by_scikit_learn() -> None:
    companies = without_leaks(parse_companies(Path(FILE).read_bytes()), tuple(DIRECTIONS))
    model = new_model(companies.names).fit(companies.features, companies.bad)
    card = Scorecard.load(SHIPPED)
    for row, (_, bad) in zip(companies.features, model.predict_proba(companies.features), strict=True):
        values = {name: None if math.isnan(one) else one for name, one in zip(companies.names, row, strict=True)}
        assert card.probability(values) == pytest.approx(bad, abs=1e-9)
