"""The document kit as papers with their truth: each layout from a few seeds, drawn once and kept."""

from __future__ import annotations

import functools
import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

from bench.truth import Paper
from cases.model import Tier
from samples.kit import kept_out
from samples.specimen import Kit, Specimen, kits, sent, specimen

KEPT = Path(".vouch/bench/kit")
FITTING = Path(kept_out.__path__[0]) / "fitting.toml"
SEEDS = range(1, 4)


def every(kind: str, kit: Kit) -> Sequence[str]:
    """All layouts of a kit."""
    return kit.layouts


def reported(kind: str, kit: Kit) -> Sequence[str]:
    """The kept-out layouts of a kit that figures are reported on."""
    return [layout for layout in kit.layouts if layout not in _fitting()[kind]]


def fitted(kind: str, kit: Kit) -> Sequence[str]:
    """The kept-out layouts of a kit that confidences are fitted on."""
    return [layout for layout in kit.layouts if layout in _fitting()[kind]]


@functools.cache
def _fitting() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = tomllib.loads(FITTING.read_text(encoding="utf-8"))
    return found


def papers(folder: ModuleType, chosen: Callable[[str, Kit], Sequence[str]], data: Path, tier: Tier) -> Iterator[Paper]:
    """Chosen layouts of a folder of the kit, drawn from each seed. No data of anybody else is looked at."""
    for kind, kit in sorted(kits(folder).items()):
        for layout in chosen(kind, kit):
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
