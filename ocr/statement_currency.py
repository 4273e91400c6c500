"""The currency of a statement: where it says so, else the marks that its own figures bear, else the commonest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ocr.dollars import foreign_dollar
from ocr.extract import Grid, Label, currency_in
from ocr.text import Text, Word

_CODES = frozenset(
    [
        "GBP",
        "EUR",
        "USD",
        "CHF",
        "CNY",
        "HKD",
        "PLN",
        "SEK",
        "NOK",
        "DKK",
        "CZK",
        "CAD",
        "AUD",
        "NZD",
        "SGD",
        "JPY",
        "INR",
        "ZAR",
        "AED",
        "HUF",
        "RON",
        "TRY",
        "BRL",
        "MXN",
    ]
)
_NAMES = (
    ("GBP", r"pounds? sterling|\bsterling\b|british pounds?"),
    ("EUR", r"\beuros?\b|欧元"),
    ("USD", r"u\.?s\.? dollars?|us\$|美元"),
    ("CHF", r"schweizer franken|francs? suisses?|swiss francs?|瑞士法郎"),
    ("CNY", r"人民币|renminbi|\brmb\b|chinese yuan"),
    ("HKD", r"hong kong dollars?|hk\$|港[币元]"),
    ("JPY", r"japanese yen|日元"),
    ("CAD", r"canadian dollars?|c(?:a|dn)?\$"),
    ("AUD", r"australian dollars?|a\$"),
    ("SGD", r"singapore dollars?|s\$"),
)  # fmt: skip
_LABEL = Label.of(
    r"(?:account |statement |base )?currency(?: of account| code)?", r"(?:konto)?währung", "devise(?: du"
    " compte)?", "monnaie",
    r"(?:交易|账户|结算)?币[种别]", "货币(?:种类|名称)?",
)  # fmt: skip
_ACCOUNT = re.compile(
    r"\b(?P<code>[A-Z]{3}) (?:account|konto|current account|business account)\b|\b(?:account"
    r"|konto|compte) (?:in|en) (?P<other>[A-Z]{3})\b"
)
_IN = re.compile(
    r"(?:\((?:in )?(?P<code>[A-Z]{3}|[£$€¥￥])\)|\bin (?P<bare>[A-Z]{3})\b|(?:amount|betrag|montant"
    r"|balance|saldo|solde|umsatz|soll|haben|d[ée]bit|cr[ée]dit)s? (?:in |en )?(?P<last>[A-Z]{3}|euros?"
    r"|[£$€])(?!\w))",
    re.IGNORECASE,
)
_MARKS = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "CNY", "￥": "CNY"}


def currency_of(text: Text, outside: Grid, figures: Sequence[Word]) -> tuple[str, Word] | None:
    """The currency, ISO 4217, and a word that prints it. A bare $ is the dollar of the country of the bank."""
    found = _stated(text, outside, figures)
    head = "\n".join(line.text for line in outside.lines)
    # What a posting was paid in abroad says nothing of the account.
    if found is None or found[0] != "USD" or re.search(r"\bUSD\b|US\$|(?i:U\.?S\.? dollars?)", head):
        return found
    return foreign_dollar(head) or "USD", found[1]


def _stated(text: Text, outside: Grid, figures: Sequence[Word]) -> tuple[str, Word] | None:
    """The currency as a label, a heading or the marks say it; a bare $ is taken for the American one."""
    found = next(outside.values(_LABEL, _code, part=True), None)
    if found is not None:
        return found.value, found.words[0]
    for pattern in (_ACCOUNT, _IN):
        for match in text.finditer(pattern):
            code = _code(next(one for one in match.named.values() if one))
            if code is not None:
                return code, match.words[-1]
    marked = Counter(code for word in figures if (code := currency_in(word.text)))
    code = marked.most_common(1)[0][0] if marked else _commonest(text)
    word = next(
        (word for word in (*figures, *text.words) if currency_in(word.text) == code or _code(word.text) == code), None
    )
    return (code, word or text.words[0]) if code else None


def _code(print_: str) -> str | None:
    """A currency by its code, its mark or its name."""
    plain = print_.strip(" :：()[].")
    if plain.upper() in _CODES:
        return plain.upper()
    if plain in _MARKS:
        return _MARKS[plain]
    match = re.match(r"([A-Z]{3})(?:\s*[-–/(].*)$", plain)
    if match and match[1] in _CODES:
        return match[1]
    if len(plain) <= 30:
        return next((code for code, name in _NAMES if re.search(name, plain, re.IGNORECASE)), None)
    return None


def _commonest(text: Text) -> str:
    """The currency that all of the text names most often, its names counted too."""
    code = currency_in(text.string)
    if code:
        return code
    return next((one for one, name in _NAMES if re.search(name, text.string, re.IGNORECASE)), "")
