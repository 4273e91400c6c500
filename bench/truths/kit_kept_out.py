"""The document kit's kept-out layouts: for reporting alone, never for tuning."""

from __future__ import annotations

import functools

from bench.kit import papers, reported
from bench.truth import Collection
from samples.kit import kept_out

COLLECTION = Collection(
    title="the kit's kept-out layouts", real=False, papers=functools.partial(papers, kept_out, reported)
)
