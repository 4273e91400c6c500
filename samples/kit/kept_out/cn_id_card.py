"""Chinese identity cards: the back alone, a photocopy of both sides with its purpose written over it, and both sides
of a card with a long name from the far west."""

from __future__ import annotations

from random import Random

from samples.kit import cards
from samples.kit.citizens import BACK, FRONT, citizen, validity
from samples.specimen import Invented, Kit

SHOWN = {"back": (BACK, "back"), "photocopy": (FRONT + BACK, "both"), "long_name": (FRONT + BACK, "both")}
WESTERN = {
    "M": ("阿卜杜热合曼·买买提", "艾力江·吐尔逊", "叶尔兰·哈德别克"),
    "F": ("古丽米热·阿不都克里木", "阿依努尔·托合提", "热依汗古丽·麦麦提"),
}
OASES = (
    ("新疆维吾尔自治区伊犁哈萨克自治州伊宁市巴彦岱镇", "伊宁市公安局", "维吾尔"),
    ("新疆维吾尔自治区喀什地区疏勒县塔孜洪乡", "疏勒县公安局", "维吾尔"),
    ("新疆维吾尔自治区阿勒泰地区福海县喀拉玛盖镇", "福海县公安局", "哈萨克"),
)


def invented(layout: str, chance: Random) -> Invented:
    whole = citizen(chance)
    if layout == "long_name":
        place, police, people = chance.choice(OASES)
        whole |= {"full_name": chance.choice(WESTERN[whole["sex"]]), "ethnicity": people, "authority": police}
        whole["address"] = f"{place}{chance.randint(2, 26)}村{chance.randint(1, 9)}组{chance.randint(1, 320)}号"
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


KIT = Kit(layouts=("back", "photocopy", "long_name"), invent=invented)
