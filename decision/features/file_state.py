"""How complete the file is and how well it could be read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cases.model import Evidence, Feature
from decision.dossier import Dossier
from decision.feature_group import FeatureGroup, Findings
from decision.gaps import gaps
from decision.measure import Measure, Unit, absent, measured
from decision.requirement import Gap, Lack


def _measure(dossier: Dossier, findings: Findings) -> Iterator[Feature]:
    open_ = gaps(dossier)
    apart = (Lack.UNREADABLE, Lack.EXPIRED)
    yield _count("missing_items", [gap for gap in open_ if gap.lack not in apart])
    yield _count("unreadable_items", [gap for gap in open_ if gap.lack is Lack.UNREADABLE])
    yield _count("expired_items", [gap for gap in open_ if gap.lack is Lack.EXPIRED])
    yield _count("open_items", list(open_))
    yield _confidence(dossier)


def _count(name: str, open_: list[Gap]) -> Feature:
    return measured(name, len(open_), (Evidence(label=f"required.{gap.requirement}", value=gap.what) for gap in open_))


def _confidence(dossier: Dossier) -> Feature:
    """The least sure of the fields that the policy requires: the weakest reading speaks."""
    read = [
        (document.fields[name].confidence, document.fields[name], document)
        for requirement in dossier.requirements
        for document in dossier.of(*requirement.kinds)
        for names in requirement.fields[document.kind]
        for name in names.split("|")
        if name in document.fields
    ]
    if not read:
        return absent("weakest_confidence", "No required document could be read.")
    confidence, field, document = min(read, key=lambda one: (one[0], one[2].id, one[1].name))
    shown = Evidence(label=f"{document.kind}.{field.name}", value=field.value, place=field.place)
    return measured("weakest_confidence", Decimal(repr(round(confidence, 4))), (shown,))


GROUP = FeatureGroup(
    measures=(
        Measure(name="missing_items", unit=Unit.COUNT, title="what is still missing"),
        Measure(name="unreadable_items", unit=Unit.COUNT, title="what could not be read"),
        Measure(name="expired_items", unit=Unit.COUNT, title="what is no longer valid"),
        Measure(name="open_items", unit=Unit.COUNT, title="everything that is still open"),
        Measure(name="weakest_confidence", unit=Unit.SHARE, title="how surely the documents could be read"),
    ),
    measure=_measure,
)
