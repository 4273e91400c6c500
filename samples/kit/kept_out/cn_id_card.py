"""Chinese identity cards: the back alone, and a photocopy of both sides with its purpose written over it."""

from __future__ import annotations

from random import Random

from samples.kit import cards
from samples.kit.citizens import BACK, FRONT, citizen, validity
from samples.specimen import Invented, Kit

SHOWN = {"back": (BACK, "back"), "photocopy": (FRONT + BACK, "both")}


def invented(layout: str, chance: Random) -> Invented:
    whole = citizen(chance)
    printed, side = SHOWN[layout]
    shown = {
        "whole": whole,
        "validity": validity(whole),
        "face": cards.portrait(whole["sex"], 26, 32, chance, grey=layout == "photocopy"),
        "waves": cards.waves(86, 54, "#9c8fb0", lines=30, strength=0.18),
        "badge": cards.badge(15, "#777" if layout == "photocopy" else "#b3282d", points=4, inside="#f0d9a0"),
        "purpose": chance.choice(("仅供办理贷款使用", "仅用于银行开户", "再次复印无效")),
    }
    return Invented(fields={name: whole[name] for name in printed} | {"side": side}, shown=shown)


KIT = Kit(layouts=("back", "photocopy"), invent=invented)
