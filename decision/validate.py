"""How well a scorecard ranks and how true its probabilities are, on rows that it was not fitted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import brier_score_loss, roc_auc_score, roc_curve

from decision.company_data import CompanyData

Floats = NDArray[np.float64]
BANDS = 10
MEASURED = ("auc", "auc_neutral", "auc_spread", "auc_error", "auc_complete", "ks", "brier", "ece")
"""What a card's own file keeps of its report."""


class Grades(Protocol):
    def grade(self, risk: float) -> str: ...


@dataclass(frozen=True, slots=True)
class Held:
    """The risks of all companies, each by a model that had not seen it."""

    neutral: Floats
    """Gaps tell nothing: what the figures alone are worth."""
    worst: Floats
    """Gaps as the card scores them."""


def report_of(companies: CompanyData, held: Sequence[Held], grades: Grades) -> dict[str, Any]:
    """AUC, KS, Brier score, expected calibration error, and calibration by decile and by grade; `held` per repeat.

    `auc` is that of the card as it scores, with a gap in its worst bin; where gaps leak the outcome it flatters.
    `auc_neutral` lets gaps tell nothing, and `auc_complete` is on the companies without a gap.
    """
    complete = np.isfinite(companies.features).all(axis=1)
    aucs = [auc_of(companies.bad, one.neutral) for one in held]
    risk = np.concatenate([one.neutral for one in held])
    bad = np.tile(companies.bad, len(held))
    deciles = _bands(risk, bad)
    return {
        "companies": len(companies.bad),
        "bankrupt": int(companies.bad.sum()),
        "auc": round(float(np.mean([auc_of(companies.bad, one.worst) for one in held])), 4),
        "auc_neutral": round(float(np.mean(aucs)), 4),
        "auc_spread": round(float(np.std(aucs)), 4),
        "auc_error": round(auc_error(companies.bad, float(np.mean(aucs))), 4),
        "auc_complete": round(
            float(np.mean([auc_of(companies.bad[complete], one.neutral[complete]) for one in held])), 4
        ),
        "ks": round(_ks(risk, bad), 4),
        "brier": round(float(brier_score_loss(bad, risk)), 4),
        "brier_of_base_rate": round(float(companies.bad.mean() * (1 - companies.bad.mean())), 4),
        "ece": round(sum(band["share"] * abs(band["expected"] - band["observed"]) for band in deciles), 4),
        "deciles": deciles,
        "grades": _by_grade(risk, bad, grades),
    }


def auc_of(bad: NDArray[np.int64], risk: Floats) -> float:
    """The chance that a bad company has the higher risk of a random pair; 0.5 where there are not both sorts."""
    return float(roc_auc_score(bad, risk)) if 0 < bad.sum() < len(bad) else 0.5


def auc_error(bad: NDArray[np.int64], auc: float) -> float:
    """Hanley and McNeil's standard error of an AUC (Radiology 143, 1982)."""
    bads, goods = float(bad.sum()), float(len(bad) - bad.sum())
    twice, both = auc / (2 - auc), 2 * auc**2 / (1 + auc)
    spread = auc * (1 - auc) + (bads - 1) * (twice - auc**2) + (goods - 1) * (both - auc**2)
    return float(np.sqrt(spread / (bads * goods)))


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
