"""Fits `ocr/calibration.json`: `python -m bench.calibrate COLLECTION … [--data FOLDER]`.

Papers whose name's hash is even are for fitting; `bench.fields --report` judges the others alone, so no figure is
reported on what was fitted. A row needs `FEWEST` values; each share is that of right values among those given, drawn a
little towards a half as Laplace has it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict

import bench.truths
from bench.fields import RIGHT, WRONG, arguments, for_fitting, judge_all
from bench.truth import Collection
from cases.drop_in import gather
from ocr.confidence import TABLE, sort_of

FEWEST = 25


def main() -> None:
    given = arguments("Fits the calibration of confidences.")
    collections = gather(bench.truths, "COLLECTION", Collection)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for collection in (collections[name] for name in given.collections):
        for one in judge_all(collection, given):
            if one.field == "(kind)" or one.verdict not in (RIGHT, WRONG) or not for_fitting(one.paper):
                continue
            sort, tier = sort_of(one.field, one.read), one.tier.value
            for key in (f"{one.kind}/{sort}/{tier}", f"{one.kind}/{sort}", f"{sort}/{tier}", sort):
                counts[key][one.verdict] += 1
    right = {
        key: round((count[RIGHT] + 1) / (count.total() + 2), 4)
        for key, count in sorted(counts.items())
        if count.total() >= FEWEST
    }
    told = {"fitted on": given.collections, "values": {key: counts[key].total() for key in right}, "right": right}
    TABLE.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(TABLE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
