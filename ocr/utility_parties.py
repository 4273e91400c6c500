"""Who supplies, who is supplied, and where: the names and the address of a bill."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ocr.caption_pieces import Piece
from ocr.captions import Answer, Captions
from ocr.firms import CHINESE_FIRM, FORM, LEGAL, legal_name
from ocr.layout import Cell, shared_width
from ocr.postal import POSTCODE, SURE, Address, addresses, joined
from ocr.text import bare
from ocr.utility_names import BLOCK, ONCE, TWICE, WEB, Named, is_name
from ocr.utility_words import BILL, NAMED
from ocr.wording import words_of

HEAD = 0.3
"""Part of the first page, from its top, in which a supplier puts his name."""
MOST_ADDRESS_LINES = 6
_NO_ADDRESS = ("due", "sum", "charges", "not_due", "date", "other")
"""Captions whose values are no part of an address that stands above or below them."""
_CHINESE_TITLE = re.compile(
    r"(?P<firm>[\u4e00-\u9fff（）()]{2,20}?)(?:客户|用户|居民|企业)?(?:电费|水费|燃气费|气费|话费|采暖费|供热|热费|通信费|"
    r"宽带|移动业务|电信业务|综合)?(?:账单|通知单|缴费通知|缴费单|清单|结算单|催缴单)"
)
_HEAD_OF_PAPER = re.compile(
    r"(?i)\b(?:bill|statement|summary|invoice|page|account|your|welcome|questions?|contact|customer|notice|thank|amount|"
    r"service|rechnung|abrechnung|seite|ihre|ihr|facture|votre|demand|due|how|dear|usage|charges?|abonnement|tel|call|phone)\b|"
    r"rechnung$|abrechnung"
)
_FORM_THEN_PLACE = re.compile(rf"(?i)(?P<firm>.{{2,50}}?{LEGAL}(?:,? {LEGAL})*)(?:,| [·•|–-]) ?(?=.*\d)")
"""A firm whose address follows it on its line."""
_FIRM_FIRST = re.compile(rf"(?i)(?P<firm>.{{2,50}}?{LEGAL}(?:,? {LEGAL})*)\.? (?=[^\W\d_]+ [^\W\d_]+:)")
"""A firm that another caption follows on its line."""
_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\. (?=[A-Z][a-z]+ [a-z])")
"""Where a sentence follows a name on its line."""
_PERSON = re.compile(r"(?i)^(?:herrn?|frau|mr|mrs|ms|miss|dr|m\.|mme|monsieur|madame)\b\.? [^\d]+$")
_POST_BOX = re.compile(r"(?i)\bp\.? ?o\.? box\b|postfach|customer service|remit|payment")


def provider_of(captions: Captions, sender: Named | None) -> Named | None:
    """The supplier: as a caption names him, in the sender's line of a letter, or in the head of the first page."""
    for answer in captions.answers("provider"):
        firm = _FIRM_FIRST.match(answer.text)
        text = firm["firm"] if firm is not None else answer.text
        if is_name(text):
            return Named(_bare(text), answer.words)
    if sender is not None and re.search(LEGAL, sender.text, re.IGNORECASE) and _over_address(captions, sender):
        return sender
    latin = any(re.search(LEGAL, piece.value, re.IGNORECASE) for piece in _head(captions))
    found = (None if latin else _chinese_firm(captions)) or _headline(captions) or _chinese_firm(captions) or sender
    return found._replace(sure=_of_head(captions, found.text)) if found is not None and found is not sender else found


def _of_head(captions: Captions, name: str) -> float:
    """How sure a supplier's name of the head is: more with a legal form, or where the paper prints it twice."""
    plain = bare(name)
    prints = sum(plain in bare(line.text) for line in captions.grid.lines)
    formed = FORM.search(name) is not None or CHINESE_FIRM.search(name) is not None
    return TWICE if formed or prints > 1 else ONCE


def _over_address(captions: Captions, sender: Named) -> bool:
    """Whether a sender's line stands right above an address, as in the window of an envelope."""
    line = sender.words[0].box
    return any(-0.01 < block.box.top - line.bottom < 0.05 for block in addresses(_cells(captions)))


def _own(block: Address) -> Sequence[Cell]:
    """An address from the name on that its street follows; a supplier's name may stand right above it."""
    named = [is_name(line.text) and not re.search(r"\d", line.text) for line in block.lines]
    above = len(named) > 3 and named[0] and named[1] and not _PERSON.match(block.lines[1].text)
    return block.lines[1:] if above else block.lines


def _head(captions: Captions) -> list[Piece]:
    """The print without captions of the first page's head."""
    return [_untitled(piece) for piece in captions.plain if piece.words[0].page == 1 and piece.box.top < HEAD]


def _untitled(piece: Piece) -> Piece:
    """Print without the title of the bill that stands before it on its line."""
    title = NAMED.match(piece.value)
    rest = piece.value[title.end() :].strip() if title is not None else ""
    if title is None or not is_name(rest) or not piece.value[title.end()].isspace():
        return piece
    words = words_of(Cell(piece.words), piece.value.find(rest, title.end()), len(piece.value))
    return Piece(piece.name, piece.label, piece.label_words, rest, words)


def _chinese_firm(captions: Captions) -> Named | None:
    """The firm that the head prints, or what stands before the words of the title."""
    head = _head(captions)
    for pattern, group in ((CHINESE_FIRM, 0), (_CHINESE_TITLE, "firm")):
        for piece in head:
            match = pattern.match(piece.value)
            if match is not None:
                return Named(match[group], words_of(Cell(piece.words), 0, match.end(group)))
    return None


def _headline(captions: Captions) -> Named | None:
    """The largest print of the head that can be a name; the firm with its legal form where both are printed."""
    head = _head(captions)
    usual = sorted(piece.box.height for piece in head)[len(head) // 2] if head else 0.0
    held = {bare(answer.text) for answer in _holders(captions)}
    homes = [line.box for block in addresses(_cells(captions)) for line in _own(block)]
    names = [
        piece
        for piece in head
        if (is_name(_bare(piece.value)) or _is_logo(piece, usual))
        and bare(piece.value) not in held
        and not _HEAD_OF_PAPER.search(piece.value)
        and not NAMED.search(piece.value)
        and not (BILL.search(piece.value) and not FORM.search(piece.value))
    ]
    if not names:
        return None
    tallest = max(piece.box.height for piece in names)
    first = next(piece for piece in names if piece.box.height > 0.9 * tallest)
    if first.box in homes and tallest < 1.2 * usual:
        first = next((one for one in names if FORM.search(one.value) and one.box not in homes), first)
    first = _unwrapped(first, head)
    plain = _bare(first.value)
    legal = legal_name(plain, (Cell(piece.words) for piece in captions.plain))
    return Named(*legal) if legal is not None else Named(plain, words_of(Cell(first.words), 0, len(plain)))


def _unwrapped(piece: Piece, head: Sequence[Piece]) -> Piece:
    """A name with its next line, where only its legal form was left for that or a joining word ends its first."""
    for one in head:
        near = abs(one.box.left - piece.box.left) < 0.006 and 0 < one.box.top - piece.box.top < 1.6 * piece.box.height
        alike = 0.9 < one.box.height / piece.box.height < 1.12
        tail = re.fullmatch(rf"(?:{LEGAL} ?)+", one.value, re.IGNORECASE)
        if near and alike and (tail or re.search(r"(?i) (?:and|&|of|und|et|de|für|the)$", piece.value)):
            words = (*piece.words, *one.words)
            return Piece("", "", (), f"{piece.value} {one.value}", words)
    return piece


def _is_logo(piece: Piece, usual: float) -> bool:
    """Whether print is a trade name in small letters: larger than the usual print of the head."""
    return piece.box.height > 1.4 * usual and piece.value[0].islower() and is_name(piece.value.title())


def holder_of(captions: Captions, provider: Named | None) -> tuple[Named | None, Named | None]:
    """The customer's name and address: behind their captions, else the address block that is not the supplier's."""
    home = _home(captions, provider)
    told = (_named(one) for one in _holders(captions))
    name = next((one for one in told if provider is None or bare(one.text) != bare(provider.text)), None)
    if name is None and home is not None:
        name = Named(home.name.text.strip(" ,"), home.name.words, BLOCK)
    placed = _captioned_address(captions, name)
    own = Named(*joined(_streets(home, name)), BLOCK) if home is not None else None
    if own is not None and (placed is None or _begins_alike(placed.text, own.text)):
        return name, own if placed is None else own._replace(sure=1.0)
    return name, placed


def _holders(captions: Captions) -> Iterator[Answer]:
    """Names behind the captions of the customer; what stands right of a caption that has its value is none."""
    for one in captions.answers("holder"):
        heading = one.where == "right" and (one.caption.words or _HEAD_OF_PAPER.search(one.text))
        if is_name(one.text) and (not heading or (FORM.search(one.text) and not one.caption.words)):
            yield one


def _named(answer: Answer) -> Named:
    return Named(_bare(answer.text), answer.words)


def _bare(text: str) -> str:
    """A name without marks at its ends; the point of an abbreviated legal form is part of it (Inc.)."""
    sentence = _SENTENCE.search(text)
    text = text[: sentence.start()] if sentence is not None else text
    placed = _FORM_THEN_PLACE.match(text)
    plain = (placed["firm"] if placed is not None else text).strip(" ,;:：")
    return plain if re.search(rf"{LEGAL}$", plain, re.IGNORECASE) else plain.rstrip(".")


def _streets(home: Address, name: Named | None) -> Sequence[Cell]:
    """The lines of an address without the name above them and the person within a firm."""
    lines = home.rest
    if len(lines) > 2 and FORM.search(home.name.text) and _PERSON.match(lines[0].text):
        lines = lines[1:]
    return lines[1:] if len(lines) > 2 and name is not None and bare(lines[0].text) == bare(name.text) else lines


def _begins_alike(one: str, other: str) -> bool:
    return bare(one)[:12] == bare(other)[:12]


def _home(captions: Captions, provider: Named | None) -> Address | None:
    """The address block of the customer: the highest whose name is a name, and not the supplier's."""
    begins = bare(provider.text)[:10] if provider is not None else "-"
    blocks = []
    for block in addresses(_cells(captions)):
        lines = _without_sender(block.lines, begins)
        if any(WEB.search(line.text) or _POST_BOX.search(line.text) for line in lines):
            continue
        if len(lines) > 1 and is_name(lines[0].text) and not bare(lines[0].text).startswith(begins):
            blocks.append(Address(lines))
    return min(blocks, key=lambda block: (block.page, block.box.top), default=None)


def _without_sender(lines: tuple[Cell, ...], begins: str) -> tuple[Cell, ...]:
    """The lines of an address without those of the supplier above it, and of his numbers."""
    own = False
    while len(lines) > 2:
        sender = bare(lines[0].text).startswith(begins) or _POST_BOX.search(lines[0].text) is not None
        if not sender and not (own and not is_name(lines[0].text)):
            break
        own = own or sender
        lines = lines[1:]
    return lines


def _captioned_address(captions: Captions, name: Named | None) -> Named | None:
    """What stands behind a caption of an address, with its further lines below, up to a postcode."""
    for answer in captions.answers("address"):
        text = answer.text.strip(" ,.;")
        if len(re.findall(r"[^\W\d_]", text)) < 2 or "@" in text:
            continue
        lines, words = [text], list(answer.words)
        for cell in () if SURE.search(text) or _is_chinese(text) else _further(captions, answer):
            lines.append(cell.text.strip(" ,"))
            words += cell.words
            if SURE.search(lines[-1]) or len(lines) >= MOST_ADDRESS_LINES:
                break
        ends = next((at for form in (SURE, POSTCODE) for at, one in enumerate(lines) if form.search(one)), 0)
        lines = lines[: ends + 1]
        if len(lines) > 1 and name is not None and bare(lines[0]) == bare(name.text):
            del lines[0]
        whole = _up_to_postcode(", ".join(lines))
        if (re.search(r"\d", whole) and len(whole) >= 6) or (_is_chinese(whole) and len(whole) >= 6):
            return Named(whole, tuple(words))
    return None


def _up_to_postcode(whole: str) -> str:
    """An address without the sentence that follows it on its line."""
    chinese = re.match(r"[\u4e00-\u9fff].*?[号室楼栋幢层座户村](?=的)", whole)
    if chinese is not None:
        return chinese[0]
    sentence = re.search(r"(?<=[^\W\d_]{3})\. (?=[^\W\d_])|  | · ", whole)
    return whole[: sentence.start()].strip(" ,.") if sentence and POSTCODE.search(whole[: sentence.start()]) else whole


def _is_chinese(text: str) -> bool:
    return re.match(r"[\u4e00-\u9fff]{2}", text) is not None


def _further(captions: Captions, answer: Answer) -> Iterator[Cell]:
    """The lines under an answer that begin at its left edge."""
    last = answer.box
    for pieces in captions.lines[answer.index + 1 : answer.index + 1 + 2 * MOST_ADDRESS_LINES]:
        for one in pieces:
            under = (
                one.words and one.words[0].page == answer.words[0].page and one.box.top > last.top + 0.4 * last.height
            )
            if not under or abs(one.box.left - last.left) > 0.012 or shared_width(one.box, last) < 0.2:
                continue
            if one.name or one.box.top - last.bottom > 1.3 * last.height:
                return
            last = one.box
            yield Cell(one.words)


def _cells(captions: Captions) -> list[Cell]:
    """All print that is no caption's value but an address's, and what follows a holder's caption in its cell."""
    claimed = {id(word) for name in _NO_ADDRESS for words in captions.firsts(name) for word in words}
    return [
        Cell(piece.words)
        for pieces in captions.lines
        for piece in pieces
        if piece.words and piece.name in ("", "holder", "address") and id(piece.words[0]) not in claimed
    ]
