"""The public ratios of Polish companies (UCI 365, CC BY 4.0) as columns named as `decision/ratios.py` names them."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cases.errors import BadInput
from decision.ratios import RATIOS

ATTRIBUTES = 64
MOST_BYTES = 200_000_000
PLACES = 5
"""The file gives about five figures; a smaller difference of two attributes is none."""


@dataclass(frozen=True, slots=True)
class CompanyData:
    names: tuple[str, ...]
    features: NDArray[np.float64]
    """A row per company, a column per name; NaN where the file has a question mark."""
    bad: NDArray[np.int64]
    """1 for a company that went bankrupt within the horizon."""
    sha256: str
    """Of the file's bytes as given."""


def parse_companies(data: bytes) -> CompanyData:
    """The companies of an ARFF file, gzipped or not. Raises BadInput when it is not that file's form."""
    try:
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)[:MOST_BYTES].decode("utf-8", "replace")
    except (OSError, EOFError):
        raise BadInput("The data file is a damaged gzip archive; fetch it again.") from None
    header, mark, body = text.partition("@data")
    if not mark:
        raise BadInput("The data file has no @data line; give the .arff file of UCI 365.")
    del header
    try:
        rows = [[_number(cell) for cell in line.split(",")] for line in body.splitlines() if line.strip()]
        table = np.array(rows, np.float64)
    except ValueError:
        raise BadInput("The data file holds something that is no number; give the .arff file of UCI 365.") from None
    if table.ndim != 2 or table.shape[1] != ATTRIBUTES + 1:
        raise BadInput(f"The data file must have {ATTRIBUTES} ratios and the outcome in every row.")
    return CompanyData(
        names=tuple(ratio.name for ratio in RATIOS),
        features=np.column_stack([_column(table, ratio.attribute) for ratio in RATIOS]),
        bad=table[:, -1].astype(np.int64),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _column(table: NDArray[np.float64], attribute: str) -> NDArray[np.float64]:
    """An attribute such as X4, or the difference or the product of two."""
    first, sign, second = (*attribute.split(), "", "")[:3]
    column: NDArray[np.float64] = table[:, int(first[1:]) - 1]
    if not sign:
        return column
    other = table[:, int(second[1:]) - 1]
    both: NDArray[np.float64] = np.round(column - other, PLACES) if sign == "-" else column * other
    return both


def _number(cell: str) -> float:
    return float("nan") if cell.strip() == "?" else float(cell)
