"""How well a scorecard ranks and how true its probabilities are, on rows that it was not fitted on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import brier_score_loss, roc_auc_score, roc_curve

from decision.company_data import CompanyData

Floats = NDArray[np.float64]
BANDS = 10


class Grades(Protocol):
    def grade(self, risk: float) -> str: ...


def leaks(companies: CompanyData) -> dict[str, float]:
    """For each feature, how well its being missing alone tells good from bad (AUC, 0.5 to 1)."""
    found = {}
    for name, column in zip(companies.names, companies.features.T, strict=True):
        missing = ~np.isfinite(column)
        auc = float(roc_auc_score(companies.bad, missing)) if missing.any() and not missing.all() else 0.5
        found[name] = round(max(auc, 1 - auc), 4)
    return found


def report_of(
    companies: CompanyData,
    folds_held_out: Sequence[tuple[Floats, NDArray[np.int64]]],
    risks: Sequence[Floats],
    grades: Grades,
    *,
    repeats: int,
    folds: int,
) -> dict[str, Any]:
    """AUC, KS, Brier score, expected calibration error, and calibration by decile and by grade.

    `folds_held_out` are the risks and outcomes of every fold, `risks` the held-out risks of all rows per repeat.
    """
    aucs = [float(roc_auc_score(bad, risk)) for risk, bad in folds_held_out]
    risk, bad = np.concatenate(risks), np.tile(companies.bad, len(risks))
    deciles = _bands(risk, bad)
    return {
        "validation": f"{repeats} times {folds}-fold cross-validation, stratified, everything fitted inside the folds",
        "companies": len(companies.bad),
        "bankrupt": int(companies.bad.sum()),
        "auc": round(float(np.mean(aucs)), 4),
        "auc_spread": round(float(np.std(aucs)), 4),
        "ks": round(_ks(risk, bad), 4),
        "brier": round(float(brier_score_loss(bad, risk)), 4),
        "ece": round(sum(band["share"] * abs(band["expected"] - band["observed"]) for band in deciles), 4),
        "deciles": deciles,
        "grades": _by_grade(risk, bad, grades),
        "leaks": leaks(companies),
    }


def _ks(risk: Floats, bad: NDArray[np.int64]) -> float:
    """Kolmogorov and Smirnov's greatest distance between the risks of the good and of the bad."""
    false, true, _ = roc_curve(bad, risk)
    return float(np.max(true - false))


def _bands(risk: Floats, bad: NDArray[np.int64]) -> list[dict[str, float]]:
    order = np.argsort(risk, kind="stable")
    return [
        {
            "share": round(len(part) / len(risk), 4),
            "expected": round(float(risk[part].mean()), 4),
            "observed": round(float(bad[part].mean()), 4),
        }
        for part in np.array_split(order, BANDS)
    ]


def _by_grade(risk: Floats, bad: NDArray[np.int64], grades: Grades) -> list[dict[str, Any]]:
    given = np.array([grades.grade(float(one)) for one in risk])
    return [
        {
            "grade": str(grade),
            "share": round(float((given == grade).mean()), 4),
            "expected": round(float(risk[given == grade].mean()), 4),
            "observed": round(float(bad[given == grade].mean()), 4),
        }
        for grade in np.unique(given)
    ]
