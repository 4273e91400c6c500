"""Fits `ocr/calibration.json`: `python -m bench.calibrate COLLECTION … [--data FOLDER]`.

The kit's `kit_fitting` is for fitting alone. Of real collections, papers whose name's hash is even are for fitting;
`bench.fields --report` judges the others alone, so no figure is reported on what was fitted. The share of right values
of a narrow row (document kind × sort of field × tier) is drawn towards that of the wider row, as if `WEIGHT` values of
the wider one had been seen besides: few papers move a row little.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import bench.truths
from bench.fields import RIGHT, WRONG, Judged, arguments, for_fitting, judge_all
from bench.truth import Collection
from cases.drop_in import gather
from ocr.confidence import TABLE, UNSEEN, rows_for, sort_of, wider_row

WEIGHT = 15
"""In values."""


def main() -> None:
    given = arguments("Fits the calibration of confidences.")
    collections = gather(bench.truths, "COLLECTION", Collection)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in given.collections:
        for one in fitting_values(collections[name], given):
            for key in rows_for(one.kind, sort_of(one.field, one.read), one.tier.value):
                counts[key][one.verdict] += 1
    right = {key: round(share(counts, key), 4) for key in sorted(counts)}
    told = {"fitted on": given.collections, "values": {key: counts[key].total() for key in right}, "right": right}
    TABLE.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(TABLE.read_text(encoding="utf-8"))


def fitting_values(collection: Collection, given: argparse.Namespace) -> Iterator[Judged]:
    """Every value given, right or wrong, of the papers that are for fitting."""
    for one in judge_all(collection, given):
        if one.field != "(kind)" and one.verdict in (RIGHT, WRONG) and (collection.fitting or for_fitting(one.paper)):
            yield one


def share(counts: Mapping[str, Counter[str]], key: str) -> float:
    """How often the values of a row were right, drawn towards the wider row's share."""
    wider = wider_row(key)
    prior = share(counts, wider) if wider else UNSEEN
    seen = counts[key]
    return (seen[RIGHT] + WEIGHT * prior) / (seen.total() + WEIGHT)


if __name__ == "__main__":
    main()
