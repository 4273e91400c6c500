"""Slips of a reader that a statement's words alone mend: a nought among letters is an O (`ACC0UNT`, `PERI0D T0`)."""

from __future__ import annotations

import re
from dataclasses import replace

from cases.model import Origin
from ocr.text import PageText, Text, Word

_CAPITALS = re.compile(r"^\W*(?=[A-Z0]*[A-Z])(?=[A-Z0]*0)[A-Z0]{2,}(?:[-/&'’.][A-Z0]+)*\W*$")
_SMALL = re.compile(r"^\W*[A-Z]?(?=[a-z0]*[a-z])(?=[a-z0]*0)[a-z0]{2,}\W*$")


def mended(text: Text) -> Text:
    """The text with letters for noughts in words that an engine read and that hold no other digit."""
    if not any(word.origin is Origin.OCR and "0" in word.text for page in text.pages for word in page.words):
        return text
    return Text(tuple(_page(page) for page in text.pages))


def _page(page: PageText) -> PageText:
    return replace(page, words=tuple(_word(word) for word in page.words))


def _word(word: Word) -> Word:
    if word.origin is not Origin.OCR or "0" not in word.text:
        return word
    if _CAPITALS.match(word.text):
        return replace(word, text=word.text.replace("0", "O"))
    return replace(word, text=word.text.replace("0", "o")) if _SMALL.match(word.text) else word
