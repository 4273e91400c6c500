"""Whether one picture was sent as two papers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from cases.model import Document, Finding, Severity
from decision.check import Check
from decision.dossier import Dossier, places

SAME_PICTURE = 32
"""Bits by which the prints of one picture saved twice may differ; see `ocr.tamper_picture.fingerprint`."""


def _twice(check: Check, dossier: Dossier) -> Iterator[Finding]:
    """Two files with the same picture that read differently: one of them was changed, or one was read wrongly."""
    pictured = [one for one in (*dossier.documents, *dossier.set_aside) if one.fingerprints]
    pairs = [pair for pair in itertools.combinations(pictured, 2) if pair[0].sha256 != pair[1].sha256]
    if not pairs:
        yield check.could_not_run("There are no two files with pictures to compare.")
        return
    alike = [pair for pair in pairs if _alike(*pair)]
    for one, other in alike:
        yield _compared(check, one, other)
    if not alike:
        yield check.clear("Every picture is another one.", seen=len(pairs))


def _alike(one: Document, other: Document) -> bool:
    return any(
        (int(first, 16) ^ int(second, 16)).bit_count() <= SAME_PICTURE
        for first in one.fingerprints
        for second in other.fingerprints
        if len(first) == len(second)
    )


def _compared(check: Check, one: Document, other: Document) -> Finding:
    names = [name for name in one.fields if name in other.fields]
    differing = [name for name in names if one.fields[name].value != other.fields[name].value]
    if not differing and one.kind == other.kind:
        return check.clear(f"{one.file} and {other.file} are the same picture and read the same.", seen=2)
    shown = ", ".join(name.replace("_", " ") for name in differing) or "their kind"
    detail = f"{one.file} and {other.file} are the same picture but differ in {shown}."
    where = (*places(one, *differing), *places(other, *differing))
    return check.found(detail, places=where, seen=2)


CHECKS = (
    Check(
        id="same_picture",
        severity=Severity.MEDIUM,
        innocent_causes=("The same photo was sent twice, and one of the two is harder to read.",),
        action="Lay the two side by side; ask for a new photo of the paper.",
        run=_twice,
    ),
)
