"""Fits the statement scorecard and writes its state as JSON. Pure: bytes in, card, model card and report out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import version as installed
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from decision.binning import Floats, WeightOfEvidence
from decision.company_data import CompanyData, parse_companies
from decision.leaks import leaks, without_leaks
from decision.model_card import model_card
from decision.ratios import RATIOS
from decision.scorecard import Scale
from decision.validate import MEASURED, Held, report_of

NAME, VERSION = "statement", "3"
EXPIRES = "2027-11-30"
"""A new fit or a renewed approval is due by then."""
SCALE = Scale(points_to_double=20, base_points=600, base_odds=20)
GRADES = ((660, "A"), (640, "B"), (620, "C"), (600, "D"), (580, "E"), (560, "F"), (-1e9, "G"))
MOST_MISSING = 3
NEAR_CUT_OFF = (0.03, 0.06)
"""Companies with a risk in this range would just be approved; their average points are the reference.

Where a file has none, that of all companies is.
"""
FOLDS, REPEATS = 10, 3
INNER_FOLDS = 5
PENALTY = 0.1
"""Of the logistic regression (scikit-learn's C)."""

DIRECTIONS = {
    "return_on_assets": 1,
    "liabilities_to_assets": -1,
    "current_ratio": 1,
    "retained_earnings_to_assets": 1,
    "revenue_to_prior_year": 1,
    "cash_flow_to_assets": 1,
    "depreciation_to_revenue": 1,
    "core_margin": 1,
    "operating_margin": 1,
    "quick_ratio": 1,
    "current_liabilities_to_assets": -1,
    "gross_margin": 1,
}
"""The card's candidates: +1 where more is safer. Declared by credit sense; the fit may drop one, never turn it.

Profit stands beside assets and revenue only: beside liabilities, a loss looks smaller the more is owed.
"""

Gaps = Literal["neutral", "worst"]


class Model(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Bins, logistic regression without wrong signs, and Platt's calibration of its log-odds on rows held out.

    `directions` has +1 or -1 for each column. The target is 1 for bad. Fitted: `kept_`, the columns in use; `weights_`,
    `logit_` and `platt_`, each a scikit-learn estimator.
    """

    def __init__(self, directions: tuple[int, ...]) -> None:
        self.directions = directions

    def fit(self, features: Floats, bad: NDArray[np.int64]) -> Self:
        self.classes_ = np.array([0, 1])
        self.weights_ = WeightOfEvidence(self.directions).fit(features, bad)
        self.kept_, self.logit_ = _right_signs(self.weights_.transform(features), bad)
        held_out = np.zeros(len(bad))
        folds = StratifiedKFold(INNER_FOLDS, shuffle=True, random_state=0)
        for train, test in folds.split(features, bad):
            weights = WeightOfEvidence(self.directions).fit(features[train], bad[train])
            logit = _logit(weights.transform(features[train])[:, self.kept_], bad[train])
            held_out[test] = logit.decision_function(weights.transform(features[test])[:, self.kept_])
        self.platt_ = LogisticRegression(C=1e6).fit(held_out[:, None], 1 - bad)
        return self

    def risk(self, features: Floats, gaps: Gaps = "worst") -> Floats:
        """The probability of default. `gaps`: how a missing figure is scored, see `WeightOfEvidence`."""
        weights = self.weights_.set_params(gaps=gaps).transform(features)[:, self.kept_]
        raw = self.logit_.decision_function(weights)
        risk: Floats = self.platt_.predict_proba(raw[:, None])[:, 0]
        return risk

    def predict_proba(self, features: Floats) -> Floats:
        """Columns of good and bad, as the card scores: a gap counts as the worst bin."""
        risk = self.risk(features)
        return np.column_stack([1 - risk, risk])

    def predict(self, features: Floats) -> NDArray[np.int64]:
        """1 where bad is more likely than good."""
        return (self.risk(features) > 0.5).astype(np.int64)


def _logit(weights: Floats, bad: NDArray[np.int64]) -> LogisticRegression:
    return LogisticRegression(C=PENALTY, max_iter=1000).fit(weights, 1 - bad)


def _right_signs(weights: Floats, bad: NDArray[np.int64]) -> tuple[list[int], LogisticRegression]:
    """Drops the feature with the most wrong coefficient until every one has the declared sign."""
    kept = list(range(weights.shape[1]))
    while True:
        logit = _logit(weights[:, kept], bad)
        coefficients = logit.coef_[0]
        if coefficients.min() > 0 or len(kept) == 1:
            return kept, logit
        kept.pop(int(coefficients.argmin()))


@dataclass(frozen=True, slots=True)
class Trained:
    card_json: str
    model_card: str
    report: dict[str, Any]


def train_card(data: bytes, *, repeats: int = REPEATS, folds: int = FOLDS) -> Trained:
    """The card fitted on a file of company ratios, and how well it does. Raises BadInput for another file."""
    everything = parse_companies(data)
    companies = without_leaks(everything, tuple(DIRECTIONS))
    model = new_model(companies.names).fit(companies.features, companies.bad)
    report = {**validate(companies, repeats, folds), "leaks": list(leaks(everything))}
    report["kept"] = [companies.names[index] for index in model.kept_]
    state = state_of(model, companies, report)
    text = json.dumps(state, indent=1, ensure_ascii=False) + "\n"
    return Trained(text, model_card(state, report), report)


def new_model(names: tuple[str, ...]) -> Model:
    """An unfitted model of the named features. Raises KeyError for one whose direction was never declared."""
    return Model(tuple(DIRECTIONS[name] for name in names))


def validate(companies: CompanyData, repeats: int = REPEATS, folds: int = FOLDS) -> dict[str, Any]:
    """Everything (bins, signs, calibration) fitted anew in every fold; reported on the rows held out."""
    held, kept = [], np.zeros(len(companies.names))
    for repeat in range(repeats):
        neutral, worst = np.zeros(len(companies.bad)), np.zeros(len(companies.bad))
        parts = StratifiedKFold(folds, shuffle=True, random_state=repeat)
        for train, test in parts.split(companies.features, companies.bad):
            fitted = new_model(companies.names).fit(companies.features[train], companies.bad[train])
            neutral[test] = fitted.risk(companies.features[test], "neutral")
            worst[test] = fitted.risk(companies.features[test], "worst")
            kept[fitted.kept_] += 1 / (repeats * folds)
        held.append(Held(neutral, worst))
    how = f"{repeats} times {folds}-fold cross-validation, stratified, everything fitted inside the folds"
    report = {"validation": how, **report_of(companies, held, Grading(SCALE, GRADES))}
    report["kept_in_folds"] = {name: round(float(share), 2) for name, share in zip(companies.names, kept, strict=True)}
    return report


@dataclass(frozen=True, slots=True)
class Grading:
    scale: Scale
    grades: tuple[tuple[float, str], ...]

    def grade(self, risk: float) -> str:
        points = self.scale.points(float(np.log((1 - risk) / risk)))
        return next(grade for least, grade in self.grades if points >= least)


def state_of(model: Model, companies: CompanyData, report: dict[str, Any]) -> dict[str, Any]:
    """The card's JSON: what `decision.scorecard` needs to score, and where it comes from."""
    slope, shift = float(model.platt_.coef_[0, 0]), float(model.platt_.intercept_[0])
    logit, weights = model.logit_, model.weights_
    factor = SCALE.points_to_double / np.log(2) * slope
    risk = model.risk(companies.features, "neutral")
    near = (risk >= NEAR_CUT_OFF[0]) & (risk < NEAR_CUT_OFF[1])
    near = near if near.any() else np.ones_like(near)
    transformed = weights.transform(companies.features)
    groups = {ratio.name: ratio for ratio in RATIOS}
    characteristics = []
    for column, index in enumerate(model.kept_):
        each = factor * float(logit.coef_[0, column])
        ratio = groups[companies.names[index]]
        characteristics.append(
            {
                "name": ratio.name,
                "group": ratio.group,
                "attribute": ratio.attribute,
                "direction": DIRECTIONS[ratio.name],
                "cuts": [float(cut) for cut in weights.cuts_[index]],
                "points": [float(each * weight) for weight in weights.weights_[index]],
                "reference": float(each * transformed[near, index].mean()),
                "undefined": 0.0 if ratio.to_debts else float(each * weights.weights_[index].min()),
            }
        )
    return {
        "name": NAME,
        "version": VERSION,
        "expires": EXPIRES,
        "scale": {"points_to_double": 20, "base_points": 600, "base_odds": 20},
        "base": SCALE.points(slope * float(logit.intercept_[0]) + shift),
        "most_missing": MOST_MISSING,
        "grades": [list(grade) for grade in GRADES],
        "characteristics": characteristics,
        "fitted_on": {
            "data": "UCI 365, Polish companies, fifth year (one year ahead), CC BY 4.0",
            "sha256": companies.sha256,
            "companies": len(companies.bad),
            "bankrupt": int(companies.bad.sum()),
        },
        "validation": {name: report[name] for name in MEASURED},
        "fitted_with": {name: installed(name) for name in ("scikit-learn", "numpy")},
    }
