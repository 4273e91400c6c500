"""Words and phrases of papers in several languages, found however they are spaced, accented and cased.

Readers drop accents and blanks, some text layers set blanks into the middle of words (`Ver käufer`), and printers put
points and dashes where others put none (`Rechnungs-Nr.`). A phrase is written here once, in plain lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.layout import Cell
from ocr.text import Word, is_cjk, join

_ACCENTED = {
    "ä": "(?:ä|ae|a)", "ö": "(?:ö|oe|o)", "ü": "(?:ü|ue|u)", "ß": "(?:ß|ss|B)", "é": "[ée]", "è": "[èe]",
    "ê": "[êe]", "à": "[àa]", "á": "[áa]", "â": "[âa]", "ç": "[çc]", "í": "[íi]", "î": "[îi]", "ó": "[óo]",
    "ú": "[úu]", "ñ": "[ñn]", "ô": "[ôo]", "°": "[°ºo*]", "'": "['’`´ ]?",
    **{accented: f"[{accented}{plain}]" for accented, plain in zip(
        "åøãõőűýčřšžďťňěůłąęńśźżćşğıțăâëïœæ", "aoaoouycrszdtneulaenszzcsgitaaeioa", strict=True)},
}  # fmt: skip
_UNBOUND = r"(?<![^\W_])"
_BOX_NUMBER = r"(?:[a-f](?:/f)?[.)]?|[a-z](?:[.)]|(?=\s))|\d{1,2}[a-z]?[.)]?)?\s*"


@dataclass(frozen=True, slots=True)
class Wording:
    """The ways to say one thing, as one pattern; the longest phrase is tried first."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, *phrases: str) -> Wording:
        """From plain phrases: a blank stands for any blanks, points and dashes or none, `*` for more letters.

        Chinese phrases may stand within other Chinese, which parts no words.
        """
        ordered = sorted(phrases, key=len, reverse=True)
        chinese = "|".join(_spelt(phrase) for phrase in ordered if is_cjk(phrase[-1])) or "(?!)"
        others = "|".join(_spelt(phrase) for phrase in ordered if not is_cjk(phrase[-1])) or "(?!)"
        return cls(re.compile(rf"{_UNBOUND}(?:{others})(?![^\W\d_])|(?:{chinese})", re.IGNORECASE))

    def boxed(self) -> Wording:
        """The same as forms in boxes print it, with the letter or number of the box before it, or without."""
        bare = self.pattern.pattern.replace(_UNBOUND, "", 1)
        return Wording(re.compile(rf"{_UNBOUND}{_BOX_NUMBER}(?:{bare})", re.IGNORECASE))

    def search(self, text: str) -> re.Match[str] | None:
        """The first phrase in a text."""
        return self.pattern.search(text)

    def after(self, text: str) -> str | None:
        """What follows when a text begins with a phrase (after a few marks); None when it does not."""
        lead = re.match(r"[\W_]{0,4}", text)
        match = self.pattern.match(text, lead.end() if lead else 0)
        return None if match is None else text[match.end() :]


def _spelt(phrase: str) -> str:
    parts: list[str] = []
    for character in phrase:
        if character == " ":
            parts.append(r"[\s._\-/]*")
        elif character == "*":
            parts.append(r"[^\W\d_]*")
        else:
            parts.append(_ACCENTED.get(character, re.escape(character)) + " ?")
    spelt = "".join(parts)
    return spelt.removesuffix(" ?")


def words_of(cell: Cell, start: int, end: int) -> tuple[Word, ...]:
    """The words of a cell that print the characters from `start` to `end` of its text."""
    found: list[Word] = []
    for index, word in enumerate(cell.words):
        stop = len(join(cell.words[: index + 1]))
        if stop > start and stop - len(word.text) < end:
            found.append(word)
    return tuple(found) or cell.words
