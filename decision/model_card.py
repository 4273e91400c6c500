"""The scorecard in words: what it is for, what it was fitted on, how well it does, and where it must not be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from decision.ratios import RATIOS

PURPOSE = """\
Ranks small companies by the risk that their latest accounts tell of insolvency within a year. It is one of several
components of a decision: the policy tests debt service, age, deposits and papers beside it, and no score approves by
itself.

**Not for** sole traders without accounts, banks and insurers, groups, start-ups without a full year, or as the only
ground of a decision. It tells nothing of the owner as a person and uses nothing about one.
"""

LIMITS = """\
- The companies are Polish, of 2007 to 2013, and mostly larger than those that ask for a small loan. Their level of risk
  is that of the sample (about 7 % within a year) and is kept as fitted: **recalibrate on your own outcomes** before you
  price by it.
- It was fitted on companies whatever lender they had, not on applicants of yours; it knows nothing of those you turned
  away.
- A ratio whose figures are missing gets the points of its worst bin, so what is not shown never earns anything. With
  more than three missing there is no score, and a person decides.
- Interest cover is left out altogether: in these data its absence alone tells the bankrupt (a leak, not a sign).
- Low depreciation beside revenue counts as riskier. That holds in these data (companies that no longer invest); watch
  it in your own for businesses that own little.
- It was not tested out of time: the file has no dates. Watch its stability from the first month.
"""


def model_card(state: Mapping[str, Any], report: Mapping[str, Any]) -> str:
    """The card's Markdown, every figure from the fit itself."""
    return "\n".join(
        (
            f"# Scorecard `{state['name']}`, version {state['version']}",
            "",
            PURPOSE,
            "## Data",
            "",
            _data(state),
            "",
            "## Performance",
            "",
            _performance(report),
            "",
            "## Characteristics",
            "",
            _characteristics(state),
            "",
            "## Limits",
            "",
            LIMITS,
            "## Ownership",
            "",
            "Owner: credit risk. Approved by: nobody yet. Review by: one year after first use.",
            "",
        )
    )


def _data(state: Mapping[str, Any]) -> str:
    fitted = state["fitted_on"]
    return (
        f"{fitted['data']}: {fitted['companies']:,} companies, {fitted['bankrupt']} of them bankrupt within a year.\n"
        f"SHA-256 of the file: `{fitted['sha256']}`.\n"
        "Bad means bankrupt. Nothing was filled in and no row was left out.\n"
        f"Fitted with scikit-learn {state['fitted_with']['scikit-learn']}, numpy {state['fitted_with']['numpy']}."
    )


def _performance(report: Mapping[str, Any]) -> str:
    lines = [
        f"{report['validation']}.",
        "",
        "| AUC | spread of folds | KS | Brier | expected calibration error |",
        "|---|---|---|---|---|",
        f"| {report['auc']} | {report['auc_spread']} | {report['ks']} | {report['brier']} | {report['ece']} |",
        "",
        "| grade | share | expected | observed |",
        "|---|---|---|---|",
        *(
            f"| {one['grade']} | {one['share']:.1%} | {one['expected']:.2%} | {one['observed']:.2%} |"
            for one in report["grades"]
        ),
        "",
        "| decile of risk | expected | observed |",
        "|---|---|---|",
        *(
            f"| {number} | {one['expected']:.2%} | {one['observed']:.2%} |"
            for number, one in enumerate(report["deciles"], 1)
        ),
    ]
    return "\n".join(lines)


def _characteristics(state: Mapping[str, Any]) -> str:
    titles = {ratio.name: ratio for ratio in RATIOS}
    scale = state["scale"]
    lines = [
        f"Base {state['base']:.1f} points; {scale['base_points']} points are odds of {scale['base_odds']} to 1, and "
        f"{scale['points_to_double']} more double them.",
        "",
        "| characteristic | formula | safer when | bins and points |",
        "|---|---|---|---|",
    ]
    for one in state["characteristics"]:
        ratio = titles[one["name"]]
        over = " ".join(f"{'+' if sign > 0 else '-'} {name}" for sign, name in ratio.over).lstrip("+ ")
        under = " ".join(f"{'+' if sign > 0 else '-'} {name}" for sign, name in ratio.under).lstrip("+ ")
        edges = ["below", *(f"from {cut:.4g}" for cut in one["cuts"])]
        bins = ", ".join(f"{edge}: {points:+.1f}" for edge, points in zip(edges, one["points"], strict=True))
        safer = "higher" if one["direction"] > 0 else "lower"
        lines.append(f"| {one['name']} ({one['attribute']}) | ({over}) / {under} | {safer} | {bins} |")
    return "\n".join(lines)
