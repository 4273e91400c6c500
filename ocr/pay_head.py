"""Who was paid, and by whom: names behind their captions, else the address window, the head or the foot of the slip."""

from __future__ import annotations

import re

from ocr.caption_pieces import Piece
from ocr.captions import Captions
from ocr.firms import CHINESE_FIRM, FORM, LEGAL
from ocr.layout import Cell
from ocr.pay_words import OTHERS, TITLE
from ocr.postal import POSTCODE, Address, addresses
from ocr.text import Word, bare
from ocr.wording import words_of

Named = tuple[str, tuple[Word, ...]]
HEAD = 0.35
"""Part of the page, from its top, in which an employer puts his name."""
_NUMBER = re.compile(r"^[#\d][\w\-/]*[ .\-–]+|\s*\([^)]*\d[^)]*\)$|\s*[\-–#]\s*\d+$")
"""A number of the employee's before or behind his name."""
_END = re.compile(rf"^(?P<firm>.{{2,60}}?{LEGAL})(?=\s*(?:[,·•|*\-–]|$))", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?i)\b(?:bank|direct deposit|insurance|pension|tax|gross|net|pay|hours|rate|total|period|date|confidential|"
    r"private(?! limited| ltd|\b.{0,4}$)|deposited|account|dept|department|tabelle|steuer\w*|netto|brutto|page|seite)\b"
)
_SEALED = re.compile(r"(?i)\b(?:confidential|addressee only|personal|persönlich|vertraulich|confidentiel)\b")
_GOES_ON = re.compile(r"['’]|(?:of|for|to|and|no|id|paid|contributions?)\b|[A-Z]{2,4}$")
"""What goes on with a caption, as in `Employee NIC`, and is no name."""
_PUBLIC = re.compile(
    r"(?i)(?:stadt|gemeinde|landkreis|kreis|landratsamt|bezirk|freistaat|ville|commune|mairie|département|city|county|"
    r"town|borough|university|school district|department) (?:of |de |d'|du )?[^\W\d_]{3}"
)
"""Public bodies, which bear no legal form."""
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff·]{2,8}")


def employee_of(captions: Captions, employer: Named | None) -> Named | None:
    """The employee: behind a caption, else the name of the address block that is not the employer's."""
    for answer in captions.answers("employee"):
        found = _person(answer.text, answer.words)
        if found is not None:
            return found
    homes = [(block, named) for block in _addresses(captions) if (named := _resident(block, employer)) is not None]
    # Where no name of the employer was found, the upper of two addresses is his.
    if not homes:
        return None
    return max(homes, key=lambda home: home[0].box.top)[1] if employer is None else homes[0][1]


def _resident(block: Address, employer: Named | None) -> Named | None:
    """The person that an address names, in its first line or under the employer's own line of return."""
    lines = [line for line in block.lines[:-1] if not TITLE.search(line.text) and not _SEALED.search(line.text)]
    if not lines:
        return None
    first, *others = lines
    if employer is None or bare(employer[0]) not in bare(first.text):
        return _person(first.text, first.words)
    # What stands under the employer's name in his own address is a street, with its number.
    second = others[0] if len(others) > 1 else None
    return None if second is None or re.search(r"\d", second.text) else _person(second.text, second.words)


def employer_of(captions: Captions) -> Named | None:
    """The employer: behind a caption, in the head, above an address, or a firm anywhere else on the slip."""
    said = [
        (answer.caption, _whole(captions, _firm(answer.text.strip(" ,;:"), answer.words)))
        for answer in captions.answers("employer")
        if is_name(answer.text) and not _GOES_ON.match(answer.text) and not _NO_NAME.search(answer.text)
    ]
    if said:
        # Of what stands beside and below one caption, a legal form tells the firm from another heading.
        formed = (named for caption, named in said if caption is said[0][0] and FORM.search(named[0]))
        return next(formed, said[0][1])
    pieces = list(captions.plain)
    for some in ([one for one in pieces if one.box.top < HEAD], pieces):
        for piece in some:
            found = _firm_in(piece)
            if found is not None:
                return _whole(captions, found)
        named = _over_address(captions) if some is not pieces else None
        if named is not None:
            return named
    return None


def _firm_in(piece: Piece) -> Named | None:
    """A firm that a piece of print begins with."""
    chinese = CHINESE_FIRM.match(piece.value)
    if chinese is not None:
        return chinese[0], words_of(Cell(piece.words), 0, chinese.end())
    if _NO_NAME.search(piece.value) or TITLE.search(piece.value) or ":" in piece.value:
        return None
    found = _firm(piece.value, piece.words)
    named = FORM.search(piece.value) or _PUBLIC.match(piece.value)
    return found if named and is_name(found[0]) else None


def _firm(text: str, words: tuple[Word, ...]) -> Named:
    """A firm's name without the street that follows it on the line."""
    match = _END.match(text)
    if match is None:
        return text.strip(" ,;" if re.search(rf"{LEGAL}$", text, re.IGNORECASE) else " ,.;"), words
    return match["firm"].strip(" ,;"), words_of(Cell(words), 0, match.end("firm"))


def _whole(captions: Captions, named: Named) -> Named:
    """A firm's name in full, where its legal form, or the end of it, was set alone in a second line."""
    alone = re.fullmatch(LEGAL, named[0], re.IGNORECASE) is not None
    box, page = named[1][0].box, named[1][0].page
    for piece in captions.plain:
        away = (piece.box.top - box.top) / box.height
        if piece.words[0].page != page or abs(piece.box.left - box.left) > 0.01:
            continue
        if alone and -2 < away < -0.5 and is_name(piece.value):
            return f"{piece.value} {named[0]}", (*piece.words, *named[1])
        if not alone and 0.5 < away < 2 and re.fullmatch(LEGAL, Cell(piece.words).text, re.IGNORECASE):
            return f"{named[0]} {Cell(piece.words).text}", (*named[1], *piece.words)
    return named


def _over_address(captions: Captions) -> Named | None:
    """The upper of two addresses: its name, where two are printed."""
    blocks = [block for block in _addresses(captions) if is_name(block.name.text)]
    if len(blocks) < 2:
        return None
    upper = min(blocks, key=lambda block: (block.page, block.box.top))
    return upper.name.text.strip(" ,"), upper.name.words


def _addresses(captions: Captions) -> list[Address]:
    return list(addresses([Cell(piece.words) for piece in captions.plain]))


def _person(text: str, words: tuple[Word, ...]) -> Named | None:
    """A person's name, the number beside it cut off."""
    whole = text.strip(" :：.,;*")
    home = re.match(r"([^,\d]{3,}),(?=.*\d)", whole)
    plain = _NUMBER.sub("", home[1] if home else whole).strip(" :：.,;*")
    if re.match(r"[\u4e00-\u9fff]", plain):
        name = _CHINESE_NAME.match(plain)
        return (name[0], words) if name and not re.search(r"公司|部|合计|单$|工资|薪", plain) else None
    if not is_name(plain) or re.search(LEGAL, plain, re.IGNORECASE) or _NO_NAME.search(plain) or len(plain) > 45:
        return None
    if _GOES_ON.match(plain):
        return None
    if OTHERS.after(plain) is not None or TITLE.search(plain):
        return None
    start = text.find(plain)
    return plain, words_of(Cell(words), start, start + len(plain)) if start >= 0 else words


def is_name(text: str) -> bool:
    """Whether print can be a person's or a firm's name."""
    plain = text.strip(" :：.,")
    if re.match(r"[\u4e00-\u9fff]", plain):
        return 2 <= len(plain) <= 40 and not re.search(r"\d|[:：，。]", plain)
    letters = sum(map(str.isalpha, plain))
    if not 3 <= len(plain) <= 60 or letters < 0.7 * len(plain.replace(" ", "")) or POSTCODE.search(plain):
        return False
    return not re.search(r"[:_@]", plain) and (FORM.search(plain) is not None or not re.search(r"\d", plain))
