"""Chinese identity cards: the front alone, both sides on one sheet, and both copied on A4 with a long address of the
countryside."""

from __future__ import annotations

from random import Random

from samples.kit import cards
from samples.kit.citizens import BACK, FRONT, citizen, validity
from samples.specimen import Invented, Kit

SHOWN = {"front": (FRONT, "front"), "both_sides": (FRONT + BACK, "both"), "village": (FRONT + BACK, "both")}
VILLAGES = (
    ("贵州省黔东南苗族侗族自治州雷山县西江镇控拜村", "雷山县公安局", "苗"),
    ("湖南省湘西土家族苗族自治州永顺县灵溪镇司城村", "永顺县公安局", "土家"),
    ("广西壮族自治区百色市靖西市新靖镇旧州村", "靖西市公安局", "壮"),
    ("内蒙古自治区锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇", "西乌珠穆沁旗公安局", "蒙古"),
)


def invented(layout: str, chance: Random) -> Invented:
    whole = citizen(chance)
    if layout == "village":
        place, police, people = chance.choice(VILLAGES)
        home = f"{place}第{chance.choice('一二三四五六')}村民组{chance.randint(1, 96)}号附{chance.randint(1, 9)}号"
        whole |= {"address": home, "authority": police, "ethnicity": people}
    printed, side = SHOWN[layout]
    shown = {
        "whole": whole,
        "validity": validity(whole),
        "face": cards.portrait(whole["sex"], 26, 32, chance),
        "waves": cards.waves(86, 54, "#7fa3c4", lines=24, strength=0.18),
        "badge": cards.badge(15, "#b3282d", points=4, inside="#e9b64b"),
    }
    return Invented(fields={name: whole[name] for name in printed} | {"side": side}, shown=shown)


KIT = Kit(layouts=("front", "both_sides", "village"), invent=invented)
