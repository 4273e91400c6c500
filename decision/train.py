"""Fits the statement scorecard, validates it, and writes its state as JSON. Pure: bytes in, card and report out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import version as installed
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import Pipeline

from decision.binning import Floats, WeightOfEvidence
from decision.company_data import CompanyData, parse_companies
from decision.model_card import model_card
from decision.ratios import RATIOS
from decision.scorecard import Scale
from decision.validate import leaks, report_of

NAME, VERSION = "statement", "1"
SCALE = Scale(points_to_double=20, base_points=600, base_odds=20)
GRADES = ((660, "A"), (640, "B"), (620, "C"), (600, "D"), (580, "E"), (560, "F"), (-1e9, "G"))
MOST_MISSING = 3
NEAR_CUT_OFF = (0.03, 0.06)
"""Companies with a risk in this range would just be approved; their average points are the reference."""
FOLDS, REPEATS = 10, 3
INNER_FOLDS = 5
MOST_LEAK = 0.65
"""A feature whose being missing alone tells good from bad this well (AUC) is not used."""

DIRECTIONS = {
    "return_on_assets": 1,
    "liabilities_to_assets": -1,
    "current_ratio": 1,
    "retained_earnings_to_assets": 1,
    "revenue_to_prior_year": 1,
    "cash_flow_to_liabilities": 1,
    "depreciation_to_revenue": 1,
    "core_margin": 1,
    "operating_margin": 1,
    "quick_ratio": 1,
    "current_liabilities_to_assets": -1,
    "gross_margin": 1,
}
"""The card's candidates: +1 where more is safer. Declared by credit sense; the fit may drop one, never turn it."""


class Model:
    """Bins, logistic regression without wrong signs, and Platt's calibration, fitted with scikit-learn."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def fit(self, features: Floats, bad: NDArray[np.int64]) -> Model:
        self.kept = self._right_signs(features, bad)
        self.pipeline = self._pipeline(self.kept).fit(features[:, self.kept], 1 - bad)
        folds = StratifiedKFold(INNER_FOLDS, shuffle=True, random_state=0)
        held_out = cross_val_predict(
            clone(self.pipeline), features[:, self.kept], 1 - bad, cv=folds, method="decision_function"
        )
        self.platt = LogisticRegression(C=1e6).fit(held_out[:, None], 1 - bad)
        return self

    def log_odds(self, features: Floats) -> Floats:
        """Calibrated natural log-odds of staying solvent."""
        raw = self.pipeline.decision_function(features[:, self.kept])
        log_odds: Floats = self.platt.decision_function(raw[:, None])
        return log_odds

    def risk(self, features: Floats) -> Floats:
        """The probability of default by scikit-learn alone."""
        raw = self.pipeline.decision_function(features[:, self.kept])
        risk: Floats = self.platt.predict_proba(raw[:, None])[:, 0]
        return risk

    def _pipeline(self, kept: list[int]) -> Pipeline:
        directions = [DIRECTIONS[self.names[index]] for index in kept]
        weights = WeightOfEvidenceOfGood(directions)
        return Pipeline([("weights", weights), ("logit", LogisticRegression(C=0.05, max_iter=1000))])

    def _right_signs(self, features: Floats, bad: NDArray[np.int64]) -> list[int]:
        """Drops the feature with the most wrong coefficient until every one has the declared sign."""
        kept = list(range(features.shape[1]))
        while True:
            fitted = self._pipeline(kept).fit(features[:, kept], 1 - bad)
            coefficients = fitted.named_steps["logit"].coef_[0]
            if coefficients.min() > 0 or len(kept) == 1:
                return kept
            kept.pop(int(coefficients.argmin()))


class WeightOfEvidenceOfGood(WeightOfEvidence):
    """As `WeightOfEvidence`, for a target that is 1 for good."""

    def fit(self, features: Floats, good: NDArray[np.int64]) -> WeightOfEvidenceOfGood:
        super().fit(features, 1 - good)
        return self


@dataclass(frozen=True, slots=True)
class Trained:
    card_json: str
    model_card: str
    report: dict[str, Any]


def train_card(data: bytes) -> Trained:
    """The card fitted on a file of company ratios, and how well it does. Raises BadInput for another file."""
    companies = usable(parse_companies(data))
    model = Model(companies.names).fit(companies.features, companies.bad)
    report = validate(companies)
    report["kept"] = [companies.names[index] for index in model.kept]
    state = state_of(model, companies, report)
    text = json.dumps(state, indent=1, ensure_ascii=False) + "\n"
    return Trained(text, model_card(state, report), report)


def usable(companies: CompanyData) -> CompanyData:
    """The card's candidates, without any whose being missing leaks the outcome."""
    leaking = {name for name, auc in leaks(companies).items() if auc > MOST_LEAK}
    chosen = [name for name in DIRECTIONS if name not in leaking]
    columns = [companies.names.index(name) for name in chosen]
    return CompanyData(tuple(chosen), companies.features[:, columns], companies.bad, companies.sha256)


def validate(companies: CompanyData) -> dict[str, Any]:
    """Everything (bins, signs, calibration) fitted anew in every fold; reported on the rows held out."""
    aucs, risks = [], []
    for repeat in range(REPEATS):
        held_out = np.zeros(len(companies.bad))
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=repeat)
        for train, test in folds.split(companies.features, companies.bad):
            fitted = Model(companies.names).fit(companies.features[train], companies.bad[train])
            held_out[test] = fitted.risk(companies.features[test])
            aucs.append((held_out[test], companies.bad[test]))
        risks.append(held_out)
    return report_of(companies, aucs, risks, Grading(SCALE, GRADES), repeats=REPEATS, folds=FOLDS)


@dataclass(frozen=True, slots=True)
class Grading:
    scale: Scale
    grades: tuple[tuple[float, str], ...]

    def grade(self, risk: float) -> str:
        points = self.scale.points(float(np.log((1 - risk) / risk)))
        return next(grade for least, grade in self.grades if points >= least)


def state_of(model: Model, companies: CompanyData, report: dict[str, Any]) -> dict[str, Any]:
    """The card's JSON: what `decision.scorecard` needs to score, and where it comes from."""
    slope, shift = float(model.platt.coef_[0, 0]), float(model.platt.intercept_[0])
    logit = model.pipeline.named_steps["logit"]
    weights = model.pipeline.named_steps["weights"]
    factor = SCALE.points_to_double / np.log(2) * slope
    risk = model.risk(companies.features)
    near = (risk >= NEAR_CUT_OFF[0]) & (risk < NEAR_CUT_OFF[1])
    transformed = weights.transform(companies.features[:, model.kept])
    groups = {ratio.name: ratio for ratio in RATIOS}
    characteristics = []
    for column, index in enumerate(model.kept):
        each = factor * float(logit.coef_[0, column])
        ratio = groups[companies.names[index]]
        characteristics.append(
            {
                "name": ratio.name,
                "group": ratio.group,
                "attribute": ratio.attribute,
                "direction": DIRECTIONS[ratio.name],
                "cuts": [float(cut) for cut in weights.cuts_[column]],
                "points": [float(each * weight) for weight in weights.weights_[column]],
                "reference": float(each * transformed[near, column].mean()),
            }
        )
    return {
        "name": NAME,
        "version": VERSION,
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
        "validation": {name: report[name] for name in ("auc", "auc_spread", "ks", "brier", "ece")},
        "fitted_with": {name: installed(name) for name in ("scikit-learn", "numpy")},
    }
