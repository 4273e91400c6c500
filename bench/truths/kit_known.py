"""The document kit's known layouts: what whoever improves the reading may look at."""

from __future__ import annotations

import functools

from bench.kit import every, papers
from bench.truth import Collection
from samples.kit import known

COLLECTION = Collection(title="the kit's known layouts", real=False, papers=functools.partial(papers, known, every))
