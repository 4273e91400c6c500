"""The document kit's layouts for fitting confidences: never tuned to, and no figure is reported on them."""

from __future__ import annotations

import functools

from bench.kit import fitted, papers
from bench.truth import Collection
from samples.kit import kept_out

COLLECTION = Collection(
    title="the kit's layouts for fitting confidences",
    real=False,
    papers=functools.partial(papers, kept_out, fitted),
    fitting=True,
)
