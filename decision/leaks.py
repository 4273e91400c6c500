"""Signs that tell the outcome but come from how a file of records was made, not from the company.

In the public data the prior year's revenue is missing for 84 companies, 80 of which went bankrupt: the record broke
off with the company. Such a sign makes a card look better than it is and is worth nothing on an applicant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from decision.company_data import CompanyData

MOST_AUC = 0.65
"""A feature with a sign that alone ranks good from bad this well is not used at all."""
MOST_LIFT = 3.0
"""A sign whose companies are bad so many times as often as all, or as seldom, leaks, however few they are."""
LEAST_BAD = 5
"""Fewer bad companies than this, found or expected, prove nothing."""


def leaks(companies: CompanyData) -> tuple[dict[str, Any], ...]:
    """For each feature and each sign (a gap, an exact zero): how often it shows and how well it tells good from bad."""
    return tuple(
        _told(name, sign, flags, companies.bad)
        for name, column in zip(companies.names, companies.features.T, strict=True)
        for sign, flags in (("gap", ~np.isfinite(column)), ("zero", column == 0))
        if flags.any()
    )


def _told(name: str, sign: str, flags: NDArray[np.bool_], bad: NDArray[np.int64]) -> dict[str, Any]:
    auc = float(roc_auc_score(bad, flags)) if not flags.all() else 0.5
    base, share = float(bad.mean()), float(bad[flags].mean())
    often = share > MOST_LIFT * base and int(bad[flags].sum()) >= LEAST_BAD
    seldom = share < base / MOST_LIFT and base * int(flags.sum()) >= LEAST_BAD
    return {
        "name": name,
        "sign": sign,
        "companies": int(flags.sum()),
        "bad": round(share, 4),
        "auc": round(max(auc, 1 - auc), 4),
        "leaks": bool(often or seldom or max(auc, 1 - auc) > MOST_AUC),
    }


def without_leaks(companies: CompanyData, names: Sequence[str]) -> CompanyData:
    """The named features, without any that a sign alone gives away.

    Gaps need no more care here, as no fit learns from them (`decision.binning`). A zero is a figure that somebody
    printed and stays one; where zeros are rare and mark the bad, the model card says so.
    """
    barred = {one["name"] for one in leaks(companies) if one["auc"] > MOST_AUC}
    chosen = [name for name in names if name not in barred]
    features = companies.features[:, [companies.names.index(name) for name in chosen]]
    return CompanyData(tuple(chosen), features, companies.bad, companies.sha256)
