"""The holder of an account: by a label, else as the addressee of the statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cases.model import Field
from ocr.extract import Grid, GridLine, Label, field_of
from ocr.layout import Cell
from ocr.statement_calendar import ONE
from ocr.text import bare
from ocr.wording import words_of

HOLDER = Label.of(
    r"account (?:holder|name|owner|title)(?:\(s\))?s?", r"account ?holders?(?:'s)? name",
    "(?:customer|client|member|company|business) name", "name of (?:the )?account(?: holder)?",
    "name\\(s\\)", "in the name of", "statement for", "prepared for", "account of", "customer(?=\\s*[:：])",
    "client(?=\\s*[:：])", "name(?=\\s*[:：])",
    "konto(?:inhaber(?:in)?|bezeichnung)", "inhaber(?:in)?", "konto von", "kunde(?=\\s*[:：])",
    "titulaires?(?: du compte)?", "intitulé du compte", "nom du (?:titulaire|client)", "raison sociale",
    "户名", "[账帐]户名称?", "客户姓名", "客户名称", "姓名", "单位名称", "存款人(?:名称)?", "开户名称?", "账户持有人",
)  # fmt: skip
_WITHIN = re.compile(
    r"\b(?:account (?:holder|name|owner)|customer name|kontoinhaber(?:in)?|titulaire(?: du compte)?)\s*[:：]"
    r"\s*(?P<name>[^:：]+)$",
    re.IGNORECASE,
)
"""A label behind other words of its cell, as readers run them together."""
_STREET = re.compile(r"^\W*\d|[^\W\d_] \d{1,4}\s?[a-z]?$")
_NAME = re.compile(r"(?=.*[^\W\d_])[^\d:：][^:：]{1,79}")
_LABEL_WITHIN = re.compile(
    r"\b(?:account|sort|sortcode|iban|bic|swift|statement|currency|(?:19|20)\d\d)\b|^(?:"
    r"january|february|march|april|may|june|july|august|september|october|november|december)$|账号|卡号|币种|日期|时间",
    re.IGNORECASE,
)
"""What a name does not hold, and what follows it on a line that runs together."""
_LABELS = re.compile(
    r"(?:your )?(?:account|a/c|sort ?code|iban|bic|swift|currency|branch|bank|page|sheet|statement|period|date|type|"
    r"customer|product|opening|closing|balance)\b[\w /.()#]*$|.{0,4}(?:账号|卡号|币种|日期|账户|开户)",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"\b(?:account|banking|checking|savings|current|statement|summary|business advantage|page|p\.? ?o\.? box|activity|"
    r"number|period|balance|date|transactions?|customer|service|contact|questions?|information|help|support"
    r"|write|call|telephone|phone|"
    r"kontoauszug|auszug|konto|girokonto|seite|postfach|filiale|kundenservice|telefon|relevé|releve|compte"
    r"|agence|page|votre|service client|"
    r"branch|office|mail|visit|online|email|member)\b|https?:|www\.|@|[:：]",
    re.IGNORECASE,
)
"""What lines above an address say that are no name: products, headings, and whom to ask."""
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b"
    r"|^(?:[A-Z]{1,2}[- ])?\d{4,5} [A-ZÄÖÜÉÈ][\w'’ -]+|\b\d{6}\b|\b[A-Z]\d{2} [A-Z0-9]{4}\b"
)
_PLAIN_NAME = re.compile(r"(?=(?:.*[^\W\d_]){3})[^:：]{3,60}")
_SALUTATION = re.compile(
    r"^(?:herrn?|frau|firma|eheleute|familie|the directors?|an|to|mr|mrs|ms|monsieur"
    r"|madame|m\.|mme)\.?$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"^(?:herrn|firma)\s+(?=\w)", re.IGNORECASE)
_FORM = re.compile(
    r"\b(?:ltd|limited|llp|plc|inc|corp|llc|l\.l\.c|co|company|gmbh|ag|kg|ohg|ug|gbr|e\.?k|ev|sarl|sas|sasu"
    r"|eurl|sa|sci|scop|mr|mrs|ms|miss|dr)\b\.?|有限公司",
    re.IGNORECASE,
)  # fmt: skip
_LEADS = re.compile(
    r"(?<!\d)\d{3}\)?[-. ]\d{3}[-. ]\d{3,4}(?!\d)|\b0\d{3,4} \d{3}|\b(?:tel|fax|phone|write|call)\b|www\.|@",
    re.IGNORECASE,
)
"""What blocks of a bank's own address and telephone hold."""


def holder(outside: Grid, bank: Field | None, document: str) -> Field | None:
    """The holder by a label, else the addressee, else a company that the head names."""
    bank_name = bare(bank.value) if bank is not None else ""
    for found in outside.values(HOLDER, _holder, part=True):
        if bare(found.value) != bank_name:
            return found.field("account_holder", document)
    for line in outside.lines[:70]:
        for cell in line.cells:
            match = _WITHIN.search(cell.text)
            name = None if match is None else _holder(match["name"])
            if match is not None and name is not None and bare(name) != bank_name:
                words = words_of(cell, match.start("name"), match.end("name"))
                return field_of("account_holder", name, words, document)
    lines = [line for line in outside.lines[:70] if line.page == outside.lines[0].page]
    best: tuple[float, Cell] | None = None
    for index, line in enumerate(lines):
        for cell in line.cells:
            scored = _addressed(cell, lines, index, bank_name)
            if scored is not None and (best is None or scored[0] > best[0]):
                best = scored
    if best is None:
        best = _company(lines, bank_name)
    if best is None:
        return None
    name = _ADDRESSED.sub("", best[1].text.strip(" ,"))
    return field_of("account_holder", name, best[1].words, document, raw=best[1].text)


def _holder(print_: str) -> str | None:
    """A name; what is itself a label of the head of a statement is none."""
    plain = print_.strip(" :：")
    if not _NAME.fullmatch(plain) or len(plain) > 80 or _LABELS.match(plain) or _LABEL_WITHIN.search(plain):
        return None
    return None if re.match(rf"{ONE}$", plain) else plain


def _is_name(print_: str, bank: str) -> bool:
    plain = print_.strip()
    digits = sum(map(str.isdigit, plain))
    if _STREET.search(plain) and not _FORM.search(plain):
        return False
    if not _PLAIN_NAME.fullmatch(plain) or digits > 2 or _PRODUCT.search(plain) or _POSTCODE.search(plain):
        return False
    return not bank or not (bare(plain).startswith(bank) or bank.startswith(bare(plain)))


def _addressed(cell: Cell, lines: Sequence[GridLine], index: int, bank: str) -> tuple[float, Cell] | None:
    """How much a cell looks like the first line of the addressee's block; the name may stand below a salutation."""
    block = _block(cell, lines[index + 1 : index + 12])
    if _SALUTATION.match(cell.text.strip()) and block:
        cell, block = block[0], block[1:]
    if not _is_name(cell.text, bank) or not 1 <= len(block) <= 6:
        return None
    if not any(_POSTCODE.search(one.text) for one in block[-2:]) or any(_names(one, bank) for one in block):
        return None
    score = 1.0 + (1.0 if _FORM.search(cell.text) else 0.0)
    score -= 3.0 if any(_LEADS.search(one.text) for one in block) else 0.0
    named = [one for line in lines for one in line.cells if one is not cell and bare(one.text) == bare(cell.text)]
    score += 1.0 if named else 0.0
    above = [one for line in lines[max(0, index - 4) : index] for one in line.cells if _right_above(one, cell)]
    score -= 1.5 if above and _is_name(above[-1].text, bank) and not _SALUTATION.match(above[-1].text.strip()) else 0.0
    return (score, cell) if score > 0 else None


def _names(cell: Cell, bank: str) -> bool:
    """Whether a line of a block is the bank's name, which makes the address the bank's own."""
    return bool(bank) and bare(cell.text).startswith(bank)


def _right_above(one: Cell, cell: Cell) -> bool:
    near = -0.2 * cell.box.height < cell.box.top - one.box.bottom < 0.9 * cell.box.height
    return (
        near
        and abs(one.box.left - cell.box.left) < 0.006
        and abs(one.box.height - cell.box.height) < 0.25 * cell.box.height
    )


def _company(lines: Sequence[GridLine], bank: str) -> tuple[float, Cell] | None:
    """A company that the head names beside the bank, for want of an address."""
    for line in lines[:30]:
        for cell in line.cells:
            if _FORM.search(cell.text) and _is_name(cell.text, bank) and len(cell.text.split()) <= 8:
                return 0.5, cell
    return None


def _block(cell: Cell, lines: Sequence[GridLine]) -> list[Cell]:
    """The cells right below one with the same left edge, without a gap, to the first with a postcode."""
    found: list[Cell] = []
    last = cell
    for line in lines:
        step = next((one for one in line.cells if abs(one.box.left - cell.box.left) < 0.012), None)
        if line.page != cell.page or line.line.box.top - last.box.bottom > 1.3 * last.box.height:
            break
        if step is None:
            continue
        found.append(step)
        last = step
        if _POSTCODE.search(step.text):
            break
    return found
