"""Chinese identity cards: the front alone, and both sides on one sheet."""

from __future__ import annotations

from random import Random

from samples.kit import cards
from samples.kit.citizens import BACK, FRONT, citizen, validity
from samples.specimen import Invented, Kit

SHOWN = {"front": (FRONT, "front"), "both_sides": (FRONT + BACK, "both")}


def invented(layout: str, chance: Random) -> Invented:
    whole = citizen(chance)
    printed, side = SHOWN[layout]
    shown = {
        "whole": whole,
        "validity": validity(whole),
        "face": cards.portrait(whole["sex"], 26, 32, chance),
        "waves": cards.waves(86, 54, "#7fa3c4", lines=24, strength=0.18),
        "badge": cards.badge(15, "#b3282d", points=4, inside="#e9b64b"),
    }
    return Invented(fields={name: whole[name] for name in printed} | {"side": side}, shown=shown)


KIT = Kit(layouts=("front", "both_sides"), invent=invented)
