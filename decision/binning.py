"""Weight of evidence: each feature cut into bins whose risk moves one way only, the way that was declared.

A decision tree proposes the cuts; neighbouring bins are pooled until the share of bad companies rises or falls
steadily in the declared direction. The direction comes from credit sense, never from the data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.tree import DecisionTreeClassifier

Floats = NDArray[np.float64]

SMOOTHING = 0.5
"""Added to the goods and bads of every bin, so that none is taken for certain."""


class WeightOfEvidence(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Columns of features to columns of weights: ln(share of goods in the bin / share of bads in the bin).

    `directions` has +1 for a feature whose higher values are safer and -1 for one whose higher values are riskier.
    A missing value (NaN) takes no part in the fit. Its weight is 0, which tells nothing, with `gaps="neutral"`, and
    that of its feature's worst bin with `gaps="worst"`. Fit with the first: in a file of records, what is missing
    often tells how the record was made. Score with the second, so that leaving a figure out never earns anything.
    """

    def __init__(
        self,
        directions: Sequence[int],
        gaps: Literal["neutral", "worst"] = "neutral",
        most_bins: int = 8,
        least_share: float = 0.05,
        least_bad: int = 5,
    ) -> None:
        self.directions = directions
        self.gaps = gaps
        self.most_bins = most_bins
        self.least_share = least_share
        self.least_bad = least_bad

    def fit(self, features: Floats, bad: NDArray[np.int64]) -> Self:
        self.cuts_: list[Floats] = []
        self.weights_: list[Floats] = []
        for column, safer_upwards in zip(features.T, self.directions, strict=True):
            seen = np.isfinite(column)
            cuts = self._cuts(column[seen], bad[seen], safer_upwards)
            self.cuts_.append(cuts)
            self.weights_.append(_weights(column[seen], bad[seen], cuts))
        return self

    def transform(self, features: Floats) -> Floats:
        return np.column_stack(
            [
                np.where(
                    np.isfinite(column),
                    weights[np.searchsorted(cuts, column, side="right")],
                    weights.min() if self.gaps == "worst" else 0.0,
                )
                for column, cuts, weights in zip(features.T, self.cuts_, self.weights_, strict=True)
            ]
        )

    def _cuts(self, values: Floats, bad: NDArray[np.int64], safer_upwards: int) -> Floats:
        least = max(20, int(self.least_share * len(values)))
        tree = DecisionTreeClassifier(max_leaf_nodes=self.most_bins, min_samples_leaf=least, random_state=0)
        tree.fit(values[:, None], bad)
        cuts: Floats = np.sort(tree.tree_.threshold[tree.tree_.feature >= 0])
        while len(cuts):
            count, bads = _counts(values, bad, cuts)
            steps = safer_upwards * np.diff(_weights(values, bad, cuts))
            few = np.minimum(bads, count - bads)[1:] < self.least_bad
            wrong = np.flatnonzero((steps <= 0) | few)
            if not len(wrong):
                break
            cuts = np.delete(cuts, wrong[np.argmin(steps[wrong])])
        return cuts


def _counts(values: Floats, bad: NDArray[np.int64], cuts: Floats) -> tuple[NDArray[Any], NDArray[Any]]:
    bins = np.searchsorted(cuts, values, side="right")
    return np.bincount(bins, minlength=len(cuts) + 1), np.bincount(bins, bad, minlength=len(cuts) + 1)


def _weights(values: Floats, bad: NDArray[np.int64], cuts: Floats) -> Floats:
    count, bads = _counts(values, bad, cuts)
    goods = count - bads
    good_share = (goods + SMOOTHING) / (goods.sum() + SMOOTHING * len(count))
    bad_share = (bads + SMOOTHING) / (bads.sum() + SMOOTHING * len(count))
    weights: Floats = np.log(good_share / bad_share)
    return weights
