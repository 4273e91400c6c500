"""Chinese radicals that fonts give for whole characters, made characters again.

Some PDF programs write the radical block (U+2E80 to U+2FDF) where a character is meant that looks the same. Unicode
maps the Kangxi radicals to characters itself (NFKC); the simplified ones of the supplement it leaves alone.
"""

from __future__ import annotations

import unicodedata

RADICALS = "⼾⺠⻁⻄⻅⻆⻈⻉⻋⻐⻑⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳"
CHARACTERS = "户民虎西见角讠贝车钅长长门青页风飞食马鬼鱼鸟麦黄齐齿龙龟"
SIMPLIFIED = dict(zip(RADICALS, CHARACTERS, strict=True))


def unified(character: str) -> str:
    """The character that a radical stands for; any other character as it is.

    >>> unified("⾦"), unified("⻓"), unified("A")
    ('金', '长', 'A')
    """
    if not "\u2e80" <= character <= "\u2fdf":
        return character
    return SIMPLIFIED.get(character) or unicodedata.normalize("NFKC", character)
