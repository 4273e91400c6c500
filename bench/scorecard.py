"""How well the statement scorecard does: `python -m bench.scorecard --data FILE [--other FILE ...] [--json OUT]`.

FILE is the public file of Polish companies (UCI 365), .arff or .arff.gz, that the card is fitted on. Printed: signs
that leak, cross-validation, calibration by grade and decile, the same folds with a plain logistic regression, with a
monotone gradient boosting, and with Altman's Z''; whether the card's JSON scores as scikit-learn does; time per score.

Each `--other` file tests the method and not the card: another year of the same data, or a .csv(.gz) of unnamed columns
whose last is 1 for bad (with a column `sector`, if any, left out). Unnamed ratios have no declared direction, so every
fold takes the direction that its own training rows show.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import math
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from cases.model import Feature
from decision.company_data import CompanyData, parse_companies
from decision.leaks import leaks, without_leaks
from decision.scorecard import Scorecard
from decision.train import DIRECTIONS, Model, new_model, state_of, train_card, validate
from decision.validate import Floats, auc_of

FOLDS = 10
SCORES = 20_000

Risk = Callable[[Floats, np.ndarray, Floats], Floats]
"""Features and outcomes of training rows, and features of rows held out, to the risks of the latter."""


def held_out(companies: CompanyData, risk: Risk) -> Floats:
    """The risks of all companies, each from a fit without it; once ten folds, the same for every method."""
    risks = np.zeros(len(companies.bad))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(companies.features, companies.bad):
        risks[test] = risk(companies.features[train], companies.bad[train], companies.features[test])
    return risks


def plain(features: Floats, bad: np.ndarray, new: Floats) -> Floats:
    """Logistic regression on ratios cut off at their 1st and 99th percentile; gaps take the median."""
    low, high = np.nanpercentile(features, [1, 99], axis=0)
    cut = FunctionTransformer(lambda rows: np.clip(rows, low, high))
    steps = (cut, SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression(max_iter=2000))
    return make_pipeline(*steps).fit(features, bad).predict_proba(new)[:, 1]


def boosted(directions: tuple[int, ...]) -> Risk:
    """Gradient boosting that may move the declared way only; gaps take the median."""

    def risk(features: Floats, bad: np.ndarray, new: Floats) -> Floats:
        falls = [-direction for direction in directions]
        trees = HistGradientBoostingClassifier(
            max_iter=120, learning_rate=0.06, max_leaf_nodes=8, monotonic_cst=falls, random_state=0
        )
        return make_pipeline(SimpleImputer(strategy="median"), trees).fit(features, bad).predict_proba(new)[:, 1]

    return risk


def shown(features: Floats, bad: np.ndarray, new: Floats) -> Floats:
    """The card's method with each direction as the training rows show it."""
    directions = []
    for column in features.T:
        seen = np.isfinite(column)
        directions.append(-1 if auc_of(bad[seen], column[seen]) >= 0.5 else 1)
    return Model(tuple(directions)).fit(features, bad).risk(new, "neutral")


def unnamed(data: bytes) -> CompanyData:
    """Companies of a .csv(.gz) whose last column is the outcome; empty cells are gaps."""
    text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")
    heads, *rows = csv.reader(io.StringIO(text))
    names = tuple(name for name in heads[:-1] if name not in ("sector", "eval_year"))
    columns = [heads.index(name) for name in names]
    table = np.array([[float(row[at]) if row[at].strip() else math.nan for at in columns] for row in rows])
    return CompanyData(names, table, np.array([int(float(row[-1])) for row in rows]), "")


def json_is_sklearn(companies: CompanyData, report: dict[str, Any]) -> float:
    """The greatest difference of the card's JSON and of scikit-learn over all rows of the file."""
    model = new_model(companies.names).fit(companies.features, companies.bad)
    card = Scorecard.from_json(json.dumps(state_of(model, companies, report)))
    expected = model.predict_proba(companies.features)[:, 1]
    worst = 0.0
    for row, risk in zip(companies.features, expected, strict=True):
        values = {name: None if math.isnan(one) else one for name, one in zip(companies.names, row, strict=True)}
        worst = max(worst, abs(card.probability(values) - risk))
    return worst


def microseconds(card: Scorecard) -> dict[str, float]:
    """Per score: the points alone, and a whole Score with its contributions."""
    values: dict[str, float | None] = {one.name: 0.5 for one in card.characteristics}
    features = {name: Feature(name=name, value=Decimal("0.5")) for name in values}
    taken = {}
    for what, run in (("points", lambda: card.points(values)), ("score", lambda: card.score(features))):
        start = time.perf_counter()
        for _ in range(SCORES):
            run()
        taken[what] = round((time.perf_counter() - start) / SCORES * 1e6, 1)
    return taken


def altman(companies: CompanyData) -> float:
    """AUC of Z'' from the file's ratios, on rows that have all that it needs."""
    ratio = {name: companies.features[:, at] for at, name in enumerate(companies.names)}
    working = (ratio["current_ratio"] - 1) * ratio["current_liabilities_to_assets"]
    z = 6.56 * working + 3.26 * ratio["retained_earnings_to_assets"] + 1.05 * ratio["equity_to_liabilities"]
    z = z + 6.72 * ratio["operating_margin"] * ratio["asset_turnover"]
    seen = np.isfinite(z)
    return round(auc_of(companies.bad[seen], -z[seen]), 4)


def others(paths: list[Path]) -> dict[str, Any]:
    """The card's method and a plain logistic regression on other files."""
    found: dict[str, Any] = {}
    for path in paths:
        data = path.read_bytes()
        if ".arff" in path.name:
            companies = without_leaks(parse_companies(data), tuple(DIRECTIONS))
            auc = validate(companies, repeats=1)["auc_neutral"]
        else:
            companies = unnamed(data)
            companies = without_leaks(companies, companies.names)
            auc = round(auc_of(companies.bad, held_out(companies, shown)), 4)
        found[path.name] = {
            "companies": len(companies.bad),
            "bad": int(companies.bad.sum()),
            "auc": auc,
            "auc_plain_logistic": round(auc_of(companies.bad, held_out(companies, plain)), 4),
        }
    return found


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--data", type=Path, required=True, help="the file that the card is fitted on")
    reader.add_argument("--other", type=Path, nargs="*", default=[], help="files to test the method on")
    reader.add_argument("--json", type=Path, help="write all figures here")
    asked = reader.parse_args()
    for path in (asked.data, *asked.other):
        if not path.is_file():
            print(f"There is no file {path}.", file=sys.stderr)
            return 2
    everything = parse_companies(asked.data.read_bytes())
    companies = without_leaks(everything, tuple(DIRECTIONS))
    trained = train_card(asked.data.read_bytes())
    directions = tuple(DIRECTIONS[name] for name in companies.names)
    report = {
        **trained.report,
        "leaks": list(leaks(everything)),
        "auc_plain_logistic": round(auc_of(companies.bad, held_out(companies, plain)), 4),
        "auc_monotone_boosting": round(auc_of(companies.bad, held_out(companies, boosted(directions))), 4),
        "auc_altman_z_double_prime": altman(everything),
        "json_differs_from_sklearn_by": json_is_sklearn(companies, trained.report),
        "microseconds": microseconds(Scorecard.from_json(trained.card_json)),
        "others": others(asked.other),
    }
    print(trained.model_card)
    print("## Beside it\n")
    for name in ("auc_plain_logistic", "auc_monotone_boosting", "auc_altman_z_double_prime"):
        print(f"- {name}: {report[name]}")
    for name in ("json_differs_from_sklearn_by", "microseconds", "others"):
        print(f"- {name}: {report[name]}")
    if asked.json:
        asked.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
