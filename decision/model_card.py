"""The scorecard in words: what it is for, what it was fitted on, how well it does, and where it must not be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from decision.ratios import RATIOS

PURPOSE = """\
Ranks small companies by the risk that their latest accounts tell of insolvency within a year. It is one of several
components of a decision: the policy tests debt service, age, deposits and papers beside it, and no score approves by
itself.

## Out of scope

Not for sole traders without accounts, banks and insurers, groups, start-ups without a full year, or as the only ground
of a decision. It tells nothing of the owner as a person and uses nothing about one.
"""

DATA_NOTES = """\
- **Bad** means bankrupt within the year after the accounts. It is not "90 days past due": a lender's defaults are more.
- **Country and age**: Poland. Accounts of bankrupt companies are of 2000 to 2012, of the others of 2007 to 2013.
- **Level**: the share of bankrupt companies is that of the sample, far above that of a country in a normal year. It is
  kept as fitted and not corrected to any prior. **Recalibrate on your own outcomes before you price by it.**
- **Exclusions**: no row was left out and nothing was filled in. Interest cover (attribute 27) is no candidate at all:
  in these data its absence marks the bankrupt."""

LEAKS_NOTE = """\
A sign that tells the outcome but comes from how the file was made is worth nothing on an applicant. Each feature's gap
and exact zero were tested alone. No fit learns from a gap, whether it leaks or not; a printed zero stays the figure
that it is. The card scores a gap as the worst bin, so the first AUC below is what it does on these data; expect the
second on applicants, whose gaps do not come from a broken-off record."""

SCORING_NOTES = """\
A figure that the accounts do not show gets the points of its feature's worst bin, so leaving it out never earns
anything. A ratio to debts that the accounts show as nil has neutral points. With more than {most_missing} features
missing, as when the balance sheet or the income statement is not there, the card gives no score and a person decides.

Trading profit is gross profit less operating expenses. Reasons compare each feature's points with the average of
companies whose risk is near the cut-off (3 % to 6 %)."""

LIMITS = """\
- Old data of one country and mostly of larger companies than those that ask for a small loan.
- Bankrupt and sound companies come from different years, so prices and growth of those years may sit in the weight of
  revenue beside the year before, one of the strongest features. Watch it first.
- Fitted on companies whatever lender they had, not on your applicants; it knows nothing of those you turned away.
- Not tested out of time, for the file has no dates. Stability must be watched from the first month: stop and review at
  a population stability index above 0.25, of the score or of any feature.
- Fairness was not tested: the data tell nothing of people. Test it on your own cases.
- Accounts say what was, some months late, and only what was entered. Fraud and sudden events are not in them."""


def model_card(state: Mapping[str, Any], report: Mapping[str, Any]) -> str:
    """The card's Markdown, every figure from the fit itself."""
    sections = (
        ("Purpose", PURPOSE.rstrip()),
        ("Data", f"{_data(state)}\n{DATA_NOTES}"),
        ("Leaks", f"{LEAKS_NOTE}\n\n{_leaks(report)}"),
        ("Performance", _performance(report)),
        ("Calibration", _calibration(report)),
        ("Features", f"{_base(state)}\n\n{_features(state, report)}"),
        ("Scoring", SCORING_NOTES.format(most_missing=state["most_missing"])),
        ("Known weaknesses", LIMITS),
        (
            "Ownership",
            f"Owner: credit risk. Approved by: (nobody yet). Approved on: (empty). Expires: {state['expires']}.",
        ),
    )
    title = f"# Scorecard `{state['name']}`, version {state['version']}"
    return "\n\n".join((title, *(f"## {head}\n\n{text}" for head, text in sections))) + "\n"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _data(state: Mapping[str, Any]) -> str:
    fitted, libraries = state["fitted_on"], state["fitted_with"]
    share = fitted["bankrupt"] / fitted["companies"]
    return (
        f"- {fitted['data']}: {fitted['companies']:,} companies, {fitted['bankrupt']} of them bankrupt ({share:.1%}).\n"
        f"- SHA-256 of the file: `{fitted['sha256']}`. The file is not part of this project.\n"
        f"- Fitted with scikit-learn {libraries['scikit-learn']} and numpy {libraries['numpy']}."
    )


def _leaks(report: Mapping[str, Any]) -> str:
    found = [one for one in report["leaks"] if one["leaks"]]
    if not found:
        return "None was found."
    return _table(
        ("feature", "sign", "companies", "of them bankrupt", "AUC of the sign alone"),
        ((one["name"], one["sign"], one["companies"], f"{one['bad']:.1%}", one["auc"]) for one in found),
    )


def _performance(report: Mapping[str, Any]) -> str:
    rows = (
        ("AUC as the card scores, a gap in its worst bin (flattered: see Leaks)", report["auc"]),
        (
            "AUC of the figures alone, gaps neutral",
            f"{report['auc_neutral']} (standard error {report['auc_error']}; repeats differ by {report['auc_spread']})",
        ),
        ("AUC on companies without a gap", report["auc_complete"]),
        ("Kolmogorov-Smirnov", report["ks"]),
        ("Brier score", f"{report['brier']} ({report['brier_of_base_rate']} for the base rate alone)"),
        ("Expected calibration error, ten bands", report["ece"]),
    )
    return f"{report['validation']}. Gaps are neutral.\n\n{_table(('measure', 'value'), rows)}"


def _calibration(report: Mapping[str, Any]) -> str:
    grades = _table(
        ("grade", "share", "expected", "observed"),
        (
            (one["grade"], f"{one['share']:.1%}", f"{one['expected']:.2%}", f"{one['observed']:.2%}")
            for one in report["grades"]
        ),
    )
    deciles = _table(
        ("decile of risk", "expected", "observed"),
        (
            (number, f"{one['expected']:.2%}", f"{one['observed']:.2%}")
            for number, one in enumerate(report["deciles"], 1)
        ),
    )
    return f"{grades}\n\n{deciles}"


def _base(state: Mapping[str, Any]) -> str:
    scale = state["scale"]
    best = state["base"] + sum(max(one["points"]) for one in state["characteristics"])
    worst = state["base"] + sum(min(one["points"]) for one in state["characteristics"])
    return (
        f"Base {state['base']:.1f} points; {scale['base_points']} points are odds of {scale['base_odds']} to 1, and "
        f"{scale['points_to_double']} more double them.\n"
        f"The best company there can be has {best:.0f} points, the worst {worst:.0f}."
    )


def _features(state: Mapping[str, Any], report: Mapping[str, Any]) -> str:
    ratios = {ratio.name: ratio for ratio in RATIOS}
    return _table(
        ("feature", "attribute", "formula", "source", "safer when", "kept in folds", "bins and points"),
        (
            (
                one["name"],
                one["attribute"],
                ratios[one["name"]].formula,
                ratios[one["name"]].source,
                "higher" if one["direction"] > 0 else "lower",
                f"{report['kept_in_folds'][one['name']]:.0%}",
                _bins(one),
            )
            for one in state["characteristics"]
        ),
    )


def _bins(one: Mapping[str, Any]) -> str:
    edges = ["below", *(f"from {cut:.4g}" for cut in one["cuts"])]
    return ", ".join(f"{edge}: {points:+.1f}" for edge, points in zip(edges, one["points"], strict=True))
