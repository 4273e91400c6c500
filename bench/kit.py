"""The document kit as papers with their truth: each layout from a few seeds, drawn once and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType

from bench.truth import Paper
from cases.model import Tier
from samples.specimen import Kit, Specimen, kits, sent, specimen

KEPT = Path(".vouch/bench/kit")
SEEDS = range(1, 4)


def reported(kit: Kit) -> Sequence[str]:
    """The layouts of a kit that figures are reported on."""
    return [layout for layout in kit.layouts if layout not in kit.fitting]


def fitted(kit: Kit) -> Sequence[str]:
    """The layouts of a kit that confidences are fitted on."""
    return kit.fitting


def papers(folder: ModuleType, chosen: Callable[[Kit], Sequence[str]], data: Path, tier: Tier) -> Iterator[Paper]:
    """Chosen layouts of a folder of the kit, drawn from each seed. No data of anybody else is looked at."""
    for kind, kit in sorted(kits(folder).items()):
        for layout in chosen(kit):
            for seed in SEEDS:
                drawn = specimen(folder, kind, layout, seed)
                ending, content = _kept(drawn, tier, seed)
                yield Paper(
                    name=f"{kind}-{layout}-{seed}-{tier}.{ending}",
                    data=content,
                    kind=kind,
                    tier=tier,
                    fields=drawn.fields,
                    rows=drawn.rows,
                    layout=layout,
                )


def _kept(drawn: Specimen, tier: Tier, seed: int) -> tuple[str, bytes]:
    """The file in its quality; photographing takes longer than reading, so pictures are kept by what they show."""
    if tier is Tier.DIGITAL:
        return sent(drawn, tier, seed)
    folder = KEPT / hashlib.sha256(drawn.pdf + f"{tier}{seed}".encode()).hexdigest()[:24]
    for path in folder.glob("paper.*"):
        return path.suffix[1:], path.read_bytes()
    ending, content = sent(drawn, tier, seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"paper.{ending}").write_bytes(content)
    return ending, content
