"""The name of a company on its certificate: by label, by the sentence that certifies it, or by its own form.

A registered name ends in a word for its legal form (Limited, LLC, Inc., Pte. Ltd., …), which tells it from the words
around it; the few that do not are taken only where a label or the register's sentence leads to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocr.layout import cells_of
from ocr.text import Match, Text, is_cjk

SUFFIX = re.compile(
    r"(?:^|[\s,(])(?:LIMITED|LTD|LTEE|LIMITEE|L\.?\s?L\.?\s?C|L\.?\s?L\.?\s?L?\.?P|INC|INCORPORATED|CORP|CORPORATION|COMPANY|CO"
    r"|P\.?L\.?C|L\.?P|P\.?C|P\.?A|PTE|PTY|PVT|BHD|U\.?L\.?C|D\.?A\.?C|C\.?L\.?G|U\.?C|C\.?I\.?C|TEORANTA|TEO"
    r"|CYFYNGEDIG|CYF|S\.?A|N\.?V|GMBH|SPC|FOUNDATION|TRUST)\)?\.?\)?$",
    re.IGNORECASE,
)
"""How registered names end."""
_OF_TYPES = re.compile(
    r"(?:A|AN|THE|OF|OR|AND|BY|FOR|IN|PRIVATE|PUBLIC|DOMESTIC|FOREIGN|LIMITED|LIABILITY|COMPANY|COMPANIES|CORPORATION|PARTNERSHIP"
    r"|EXEMPTED|ORDINARY|RESIDENT|PROFIT|NON-?PROFIT|FOR-PROFIT|BUSINESS|STOCK|PROFESSIONAL|SHARES|GUARANTEE|LTD"
    r"|\(?L\.?L\.?C\.?\)?|\(?P\.?L\.?C\.?\)?|EXEMPT|UNLIMITED|ACT|ORDINANCE|LAW|NAME|TYPE|ENTITY|NEW|REGISTERED|PROPRIETARY)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:I|HE|SHE|WE) |"
    r"\bCERTIF|\bARTICLES\b|REGISTRAR|\bSECRETARY\b|\bHEREBY\b|\bATTACHED\b|\bABOVE\b|\bFOREGOING\b|\bRECORDS?\b"
    r"|\bMUST (?:CONTAIN|INCLUDE|END)\b|\bPURSUANT\b|\bUNDERSIGNED\b"
    r"|\bREGISTERED (?:OFFICE|AGENT)\b|\bLAWS?\b|\bACT\b|\bORDINANCE\b|\bDEPARTMENT\b"
    r"|^(?:OF|IS|WAS|A|AN|THAT|THIS|THE (?:COMPANY|CORPORATION|SAID|NAME)|AS|IT|PLEASE|AND|UNDER|BY|FOR) ",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:CERTIFICATE|ARTICLES)\s+OF\s+(?:INCORPORATION|FORMATION|ORGANI[SZ]ATION|FILING|FACT|STATUS|EXISTENCE"
    r"|(?:LIMITED\s+)?PARTNERSHIP|GOOD\s+STANDING)"
)
_SAYS = (
    r"(?:(?:CERTIF(?:Y|IES)|CONFIRMS?)\b[^\".]{0,80}?\bTHAT|CERTIF(?:Y|IES)"
    r"|RECORDS(?:\s+OF\s+THIS\s+OFFICE)?\s+SHOW(?:\s+THAT)?)"
)
_ENDS = (
    r"(?:\(|IS\b|WAS\b|WERE\b|HAS\b|HAVING\b|DID\b|FILED\b|DULY\b|FORMERLY\b|INCORPORATED\s+(?:ON|UNDER|IN)\b"
    r"|REGISTERED\s+(?:ON|UNDER|IN|AS)\b|AN?\s+(?:[A-Z\-]+\s+){0,5}(?:LIMITED|CORPORATION|COMPANY|PARTNERSHIP)\b"
    r"|(?:COMPANY|REGISTRATION|REGISTERED|CORPORATION|AUSTRALIAN\s+COMPANY|UEN|ENTITY|FILE)\s*(?:NO\b|NUMBER)|UEN\b|A\.?C\.?N\b)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        r"(?:IS\s+)?NOW\s+(?:INCORPORATED|REGISTERED|KNOWN)\s+(?:UNDER\s+THE\s+NAME(?:\s+OF)?|AS|BY\s+THE\s+NAME\s+OF)\s*[:,]?\s*(.{3,140}?)\s*(?:[;\n]|\.\s|\.$|,\s*AND\b)",
        r"CHANGED\s+ITS\s+NAME\s+(?:FROM\s+.{3,140}?\s+)?TO\s*[:,]?\s*(.{3,140}?)\s*(?:[;\n]|\.\s|\.$|,\s*AND\b)",
        r"(?:^|\n)[\s\d.):]*(?:(?:NEW|LEGAL|FULL|REGISTERED|EXACT)\s+)*"
        r"(?:(?:LIMITED\s+LIABILITY\s+)?COMPANY|CORPORATE|CORPORATION|ENTITY|ENTERPRISE|BUSINESS|LEGAL|LLC|REGISTERED)\s+NAME\s*(?:\([^)\n]{0,60}\))?"
        r"\s*[:：]?[ \t]*\n?\s*([^\n:]{3,140}?)\s*(?:\n|$)",
        r"NAME\s+OF\s+(?:THE|THIS)?\s*(?:CORPORATION|COMPANY|(?:DOMESTIC\s+)?LIMITED\s+LIABILITY\s+COMPANY|LLC|ENTITY|BUSINESS|(?:LIMITED\s+)?(?:LIABILITY\s+)?PARTNERSHIP)"
        r"(?:\s*\([^)\n]{0,60}\))?(?:\s+IS)?\s*[:：]?\s+(?!\()[\"“]?(.{3,140}?)[\"”]?\s*(?:\n|$|\.\s|\.$|;|\s\(THE\b)",
        r"(?:^|\n)\s*NAME\s*[:：]\s*([^\n]{3,140}?)\s*(?:\n|$)",
        rf"{_SAYS}[,:\s]+[\"“]([^\"”]{{3,140}}?)[,.]?[\"”]",
        rf"{_PAPER}\s+(?:OF|FOR)\s+[\"“]([^\"”]{{3,140}}?)[,.]?[\"”]",
        rf"{_SAYS}[,:\s]+(?:(?:ACCORDING|AS|UPON|FROM|ON|BY|PURSUANT|BASED)\s[^,]{{5,120}},\s*(?:THAT\s+)?)?(?:THE\s+COMPANY\s+NAMED\s+)?(.{{3,160}}?)[,\s]+{_ENDS}",
        rf"{_PAPER}\s+(?:OF|FOR)\s+(.{{3,140}}?)[,\s]+(?:WAS|WERE|HAS|IS|FILED)\b",
        rf"{_PAPER}\s+OF\s+(?!A\s)([^\n]{{3,140}}?)\s*(?:\n|$)",
        r"([^\n]{3,140}?)[,\s]+(?:IS|WAS)\s+(?:THIS\s+DAY\s+)?(?:DULY\s+)?(?:INCORPORATED|FORMED|ORGANI[SZ]ED|REGISTERED)\b",
    )
)
"""Wordings that the name stands in, the surest first."""
_FORMER = re.compile(
    r"(?:FORMERLY|PREVIOUSLY)(?:\s+KNOWN\s+AS)?\s*[:,]?\s*(.{3,140}?)\s*(?:[;\n)]|$)", re.IGNORECASE | re.DOTALL
)
LONGEST = 160


def name_in(text: Text) -> tuple[str, Match] | None:
    """The company's name with its print; the wordings that lead to a name with a legal form come before the rest."""
    found = list(_led_to(text))
    formed = next((one for one in found if SUFFIX.search(one[0])), None)
    return formed or _by_form(text) or next(iter(found), None)


def _led_to(text: Text) -> Iterator[tuple[str, Match]]:
    """What the wordings lead to, as far as it can be a name."""
    for pattern in _PATTERNS:
        for match in text.finditer(pattern):
            name = _of_one_column(cleaned(match.groups[0] or "", match.text), match, text)
            if _is_name(name):
                yield name, _narrowed(match, name)


def _of_one_column(name: str, match: Match, text: Text) -> str:
    """A name without the print of a column beside it, which the lines of a page run through."""
    pages = {page.page: page for page in text.pages}
    words = set(match.words)
    cells = [
        (cell.box, " ".join(word.text for word in cell.words if word in words))
        for line in text.lines
        if words.intersection(line.words)
        for cell in cells_of(line, pages[line.page].width / pages[line.page].height)
        if words.intersection(cell.words)
    ]
    own = next((box for box, print_ in reversed(cells) if name.endswith(print_[-len(name) :])), None)
    if own is None:
        return name
    for box, print_ in cells:
        if box.right < own.left or box.left > own.right:
            name = f" {name} ".replace(f" {print_} ", " ", 1).strip()
    return name


def _narrowed(match: Match, name: str) -> Match:
    """The match with the words of the name alone."""
    parts = {part.casefold() for part in re.findall(r"[^\W_]+", name)}
    words = tuple(
        word for word in match.words if {part.casefold() for part in re.findall(r"[^\W_]+", word.text)} & parts
    )
    return Match(name, (name,), words or match.words)


def cleaned(raw: str, around: str = "") -> str:
    """A name on one line, without quotes, numbers of clauses and Chinese; with the full stop of its last word."""
    lines = [" ".join(_latin(line).split()) for line in raw.split("\n")]
    name = " ".join(line for line in lines if re.search(r"[A-Za-z0-9]", line))
    name = re.sub(r"\s*\((?:THE|HEREINAFTER)?$|\s+\(?(?:THE\s+)?[\"“].*$", "", name, flags=re.IGNORECASE)
    name = name.strip(" \"“”'‘’*,:;-–—")
    dotted = re.search(r"\b(?:INC|CORP|CO|LTD|L\.L\.C|L\.P|L\.L\.P|LTEE)$", name, re.IGNORECASE)
    return f"{name}." if dotted and f"{name}." in " ".join(around.split()) else name


def _latin(line: str) -> str:
    return "".join(" " if is_cjk(character) else character for character in line)


def _is_name(name: str) -> bool:
    bare = re.sub(r"[^\w\s]", " ", name).split()
    return (
        2 < len(name) <= LONGEST
        and re.search(r"[A-Za-z]{2}", name) is not None
        and (name[0].isupper() or name[0].isdigit())
        and not _NO_NAME.search(name)
        and (SUFFIX.search(name) is not None or all(word[0].isupper() or len(word) < 4 for word in bare))
        and not all(_OF_TYPES.fullmatch(word) for word in bare)
    )


def _by_form(text: Text) -> tuple[str, Match] | None:
    """Print that stands by itself and ends like a registered name; the one in the largest print of those."""
    former = {cleaned(match.groups[0] or "").casefold() for match in text.finditer(_FORMER)}
    found: list[tuple[float, int, str, Match]] = []
    for page in text.pages:
        for line in page.lines:
            for cell in cells_of(line, page.width / page.height):
                name = cleaned(cell.text, cell.text)
                if _is_name(name) and SUFFIX.search(name) and name.casefold() not in former:
                    found.append((-round(cell.box.height, 3), len(found), name, Match(name, (name,), cell.words)))
    return min(found, key=lambda one: one[:2])[2:] if found else None
