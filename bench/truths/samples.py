"""The sample cases' own papers, in the three qualities that their stories give them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.truth import Collection, Paper
from cases.model import Tier
from ocr.classify import kinds

SAMPLES = Path(__file__).parents[2] / "samples"
NOT_PRINTED = (
    "account_holder_address",
    "rows",
    "director",
    "legal_representative",
    "address",
    "entity_type",
    "authority",
)
"""What only drawing needs, or what a layout prints in other words or in parts."""


def papers(folder: Path, tier: Tier) -> Iterator[Paper]:
    """Every paper that was sent as one file; papers that stories spoilt are left out."""
    for case in sorted(SAMPLES.glob("*/truth.json")):
        for name, told in json.loads(case.read_text(encoding="utf-8")).items():
            made = Tier.PHOTO if "photo" in told["finish"] else Tier(told["finish"])
            files = [path for path in (case.parent / "documents").glob(f"{name}.*") if path.stem == name]
            if made is not tier or len(files) != 1 or "blurred" in told["finish"]:
                continue
            asked = {key.removesuffix("_prior") for key in kinds()[told["kind"]].fields} - {*NOT_PRINTED}
            fields = {
                key: str(one) for key, one in told["states"].items() if one and key.removesuffix("_prior") in asked
            }
            yield Paper(
                name=f"{case.parent.name}-{files[0].name}",
                data=files[0].read_bytes(),
                kind=told["kind"],
                tier=tier,
                fields=fields,
                rows=tuple(told["states"].get("rows", ())),
            )


COLLECTION = Collection(title="our sample cases", real=False, papers=papers)
