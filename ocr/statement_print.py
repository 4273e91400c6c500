"""Slips of a reader that a statement's words alone mend.

A nought among letters is an O (`ACC0UNT`, `PERI0D T0`); a word that is one look-alike letter away from a word of the
heads of statements is that word (`Balancc`, `Soldo`, `0pening`). Only print that an engine read is mended.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from cases.model import Origin
from ocr.text import PageText, Text, Word

_CAPITALS = re.compile(r"^\W*(?=[A-Z0]*[A-Z])(?=[A-Z0]*0)[A-Z0]{2,}(?:[-/&'’.][A-Z0]+)*\W*$")
_SMALL = re.compile(r"^\W*[A-Z]?(?=[a-z0]*[a-z])(?=[a-z0]*0)[a-z0]{2,}\W*$")
_LETTERS = re.compile(r"[^\W_]+")
_WORDS = (
    "account number holder name currency statement period opening closing beginning ending starting previous balance "
    "balances brought carried forward description details transaction transactions particulars narrative activity "
    "amount debit debits credit credits withdrawal withdrawals deposit deposits payments receipts additions money paid "
    "total totals checks posted effective routing daily subtotal date sort code value "
    "datum buchung buchungstag buchungsdatum valuta wertstellung verwendungszweck buchungstext erläuterung vorgang "
    "betrag umsatz saldo kontostand haben lastschrift gutschrift belastung eingang ausgang anfangssaldo endsaldo "
    "kontonummer kontoinhaber kontoauszug bankleitzahl zeitraum summe übertrag währung neuer alter anfangsbestand "
    "libellé opération opérations valeur débit crédit montant solde ancien nouveau créditeur débiteur titulaire compte "
    "relevé devise banque période numéro total nature détail "
    "january february march april june july august september october november december januar februar märz juni juli "
    "oktober dezember janvier février avril juillet août septembre octobre novembre décembre"
)
"""What heads, headings and balances of statements are printed with."""
_ALIKE = (
    "tl", "ti", "tf", "li", "l1", "i1", "ij", "lf", "ec", "eo", "ea", "co", "ao", "o0", "nu", "nm", "nr", "hb", "hn",
    "s5", "gq", "g9", "b8", "vy", "äa", "öo", "üu", "ée", "éc", "èe",
)  # fmt: skip
"""Letters that readers take for each other."""
SHORTEST = 5
"""Letters that a word has at the least to be told from others with one letter wrong."""


def mended(text: Text) -> Text:
    """The text with the slips of an engine mended that can be nothing else."""
    if not any(word.origin is Origin.OCR for page in text.pages for word in page.words):
        return text
    return Text(tuple(_page(page) for page in text.pages))


def _page(page: PageText) -> PageText:
    return replace(page, words=tuple(_word(word) for word in page.words))


def _word(word: Word) -> Word:
    if word.origin is not Origin.OCR:
        return word
    plain = word.text
    if "0" in plain and _CAPITALS.match(plain):
        plain = plain.replace("0", "O")
    elif "0" in plain and _SMALL.match(plain):
        plain = plain.replace("0", "o")
    plain = _LETTERS.sub(lambda match: _meant(match.group()), plain)
    return word if plain == word.text else replace(word, text=plain)


def _meant(print_: str) -> str:
    """The word of statements that a print is but for one letter, in the print's own case; else the print."""
    meant = _slips().get(print_.lower()) if len(print_) >= SHORTEST else None
    if meant is None:
        return print_
    return meant.upper() if print_.isupper() else meant.capitalize() if print_[0].isupper() else meant


@functools.cache
def _slips() -> dict[str, str]:
    """Every print with one look-alike letter for another, with the word it is; those of two words are left out."""
    found: dict[str, set[str]] = {}
    for word in _WORDS.split():
        for at, letter in enumerate(word):
            others = {one for group in _ALIKE if letter in group for one in group} - {letter}
            for other in others if len(word) >= SHORTEST else ():
                found.setdefault(word[:at] + other + word[at + 1 :], set()).add(word)
    return {slip: words.pop() for slip, words in found.items() if len(words) == 1 and slip not in _KNOWN}


_KNOWN = frozenset(_WORDS.split()) | frozenset(
    ("valve", "payment", "cheeks", "dally", "peter", "sales", "notaire", "bank", "banks", "honey", "detail", "details",
     "merch", "alters", "hafen", "bonnet", "posited", "credits", "august", "juin")
)  # fmt: skip
"""The words, and others that look like one of them."""
