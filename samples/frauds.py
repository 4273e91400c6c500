"""Papers altered as forgers alter them, each with the checks that should tell. For measuring, never for a case.

Figures are changed before the paper is drawn (whoever has the bank's layout does so), or the finished file is edited.
"""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

import pikepdf
from PIL import Image

from samples.cast import FERNLEY, HEARTH, PRAIRIE, YUNFAN
from samples.firm import Firm
from samples.ledger import months
from samples.quality import pages_of
from samples.sheet import draw_pdf
from samples.story import Paper

FIRMS = (HEARTH, FERNLEY, PRAIRIE, YUNFAN)
Truth = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraud:
    """One way to alter a paper."""

    name: str
    kind: str
    checks: tuple[str, ...]
    """Any of these should be found."""
    make: Callable[[int], bytes]
    """From a seed to the altered file."""
    arithmetic: bool = False
    """Whether the figures themselves give it away."""
    ending: str = "pdf"


def clean(kind: str, seed: int) -> bytes:
    """A sound paper of the kind, drawn as the frauds' papers are."""
    return _drawn(_paper(kind, seed))


def _paper(kind: str, seed: int) -> Paper:
    """A paper of some firm and month, by the seed."""
    draw = Random(seed)
    firms = [firm for firm in FIRMS if any(one.kind == kind for one in firm.papers())]
    firm: Firm = firms[draw.randrange(len(firms))]
    if kind != "bank_statement":
        return copy.deepcopy(next(one for one in firm.papers() if one.kind == kind))
    paper = firm.statements(count=1)[0]
    month = months(firm.trade, dt.date(draw.randint(2021, 2025), draw.randint(1, 12), 1), 1, seed)[0]
    return dataclasses.replace(paper, truth={**paper.truth, **month.truth()})


def _drawn(paper: Paper) -> bytes:
    return draw_pdf(paper.kind, paper.layout, paper.truth)


def _altered(kind: str, change: Callable[[Truth, Random], None]) -> Callable[[int], bytes]:
    """A paper drawn from figures that were changed."""

    def make(seed: int) -> bytes:
        paper = _paper(kind, seed)
        truth: Truth = copy.deepcopy(dict(paper.truth))
        change(truth, Random(seed + 1))
        return _drawn(dataclasses.replace(paper, truth=truth))

    return make


def _edited(kind: str, edit: Callable[[pikepdf.Pdf, Random], None]) -> Callable[[int], bytes]:
    """A sound paper whose file was edited."""

    def make(seed: int) -> bytes:
        with pikepdf.open(io.BytesIO(clean(kind, seed))) as book:
            edit(book, Random(seed + 1))
            held = io.BytesIO()
            book.save(held)
        return held.getvalue()

    return make


def _more(text: str, draw: Random) -> str:
    return str(Decimal(text) + draw.choice((500, 1000, 2500, 4000, 9000)))


def _row(truth: Truth, draw: Random) -> dict[str, str]:
    """A row in the middle: the ends are those of the statement."""
    rows: list[dict[str, str]] = truth["rows"]
    return rows[draw.randrange(2, len(rows) - 2)]


def _deposit_raised(truth: Truth, draw: Random) -> None:
    deposits = [row for row in truth["rows"] if Decimal(row["amount"]) > 0]
    chosen = draw.choice(deposits)
    chosen["amount"] = _more(chosen["amount"], draw)


def _payment_lowered(truth: Truth, draw: Random) -> None:
    payments = [row for row in truth["rows"] if Decimal(row["amount"]) < -200]
    chosen = draw.choice(payments)
    chosen["amount"] = str(Decimal(chosen["amount"]) + 150)


def _balance_raised(truth: Truth, draw: Random) -> None:
    row = _row(truth, draw)
    row["balance"] = _more(row["balance"], draw)


def _digit_changed(truth: Truth, draw: Random) -> None:
    row = _row(truth, draw)
    digits = list(row["balance"])
    at = draw.choice([index for index, one in enumerate(digits) if one.isdigit() and index > 0])
    digits[at] = str((int(digits[at]) + draw.randint(1, 8)) % 10)
    row["balance"] = "".join(digits)


def _row_removed(truth: Truth, draw: Random) -> None:
    truth["rows"].remove(_row(truth, draw))


def _deposit_added(truth: Truth, draw: Random) -> None:
    row = _row(truth, draw)
    amount = str(Decimal(draw.choice((1500, 3200, 7400))))
    new = {**row, "description": "TRANSFER RECEIVED", "amount": amount + ".00"}
    truth["rows"].insert(truth["rows"].index(row), new)


def _closing_raised(truth: Truth, draw: Random) -> None:
    truth["closing_balance"] = _more(truth["closing_balance"], draw)


def _opening_raised(truth: Truth, draw: Random) -> None:
    truth["opening_balance"] = _more(truth["opening_balance"], draw)


def _swapped(truth: Truth, draw: Random) -> None:
    row = _row(truth, draw)
    row["amount"] = str(-Decimal(row["amount"]))


def _raised(*names: str) -> Callable[[Truth, Random], None]:
    def change(truth: Truth, draw: Random) -> None:
        for name in names:
            truth[name] = str(Decimal(truth[name]) + 10_000)

    return change


def _zone_of_another_birth(truth: Truth, draw: Random) -> None:
    truth["zone"] = {"date_of_birth": "1990-01-01"}


def _zone_of_another_number(truth: Truth, draw: Random) -> None:
    truth["zone"] = {"document_number": "900000001"}


def _wrong_digit(truth: Truth, draw: Random) -> None:
    truth["wrong_check_digit"] = True


def _code_changed(truth: Truth, draw: Random) -> None:
    code = truth["registration_number"]
    truth["registration_number"] = code[:-1] + ("A" if code[-1] != "A" else "B")


def _printed_over(book: pikepdf.Pdf, draw: Random) -> None:
    """A white box over a figure and another figure on it, as viewers with an editing tool do it."""
    page = book.pages[0]
    _forgers_font(book)
    x, y = draw.uniform(300, 480), draw.uniform(300, 500)
    text = f"BT /Forged 9 Tf {x:.1f} {y:.1f} Td (9,999.00) Tj ET BT /Forged 9 Tf {x:.1f} {y:.1f} Td (1,234.00) Tj ET"
    page.contents_add(book.make_stream(text.encode()))


def _note_laid_over(book: pikepdf.Pdf, draw: Random) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.FreeText,
        Rect=[300, 400, 380, 414],
        Contents="9,999.00",
        DA="/Helv 9 Tf 0 g",
    )
    book.pages[0].Annots = book.make_indirect(pikepdf.Array([book.make_indirect(note)]))


def _saved_by(producer: str) -> Callable[[pikepdf.Pdf, Random], None]:
    def edit(book: pikepdf.Pdf, draw: Random) -> None:
        book.docinfo["/Producer"] = producer

    return edit


def _hidden_figures(book: pikepdf.Pdf, draw: Random) -> None:
    page = book.pages[0]
    _forgers_font(book)
    page.contents_add(book.make_stream(b"1 1 1 rg BT /Forged 9 Tf 80 20 Td (Balance 99,999.00) Tj ET"))


def _later_revision(seed: int) -> bytes:
    """A statement saved a second time by an incremental update that draws a figure over its first page."""
    with pikepdf.open(io.BytesIO(clean("bank_statement", seed))) as book:
        page = book.pages[0]
        _forgers_font(book)
        extra = book.make_stream(b" ")
        page.contents_add(extra)
        whole = io.BytesIO()
        book.save(whole, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    base = whole.getvalue()
    with pikepdf.open(io.BytesIO(base)) as book:
        number, size, root = book.pages[0].obj.Contents[-1].objgen[0], len(book.objects) + 1, book.Root.objgen[0]
    before = int(base[base.rfind(b"startxref") :].split()[1])
    draw = Random(seed + 1)
    x, y = draw.uniform(300, 480), draw.uniform(300, 500)
    content = (
        f"1 1 1 rg {x:.0f} {y:.0f} 60 12 re f 0 g BT /Forged 9 Tf {x:.0f} {y + 2:.0f} Td (9,999.00) Tj ET".encode()
    )
    out = bytearray(base.rstrip() + b"\n")
    start = len(out)
    out += b"%d 0 obj << /Length %d >> stream\n%s\nendstream endobj\n" % (number, len(content), content)
    table = len(out)
    out += b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    out += b"trailer << /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, before, table)
    return bytes(out)


def _forgers_font(book: pikepdf.Pdf) -> None:
    """Helvetica, which every viewer has, for what is drawn over the first page."""
    page = book.pages[0]
    page.Resources.Font = page.Resources.get("/Font", pikepdf.Dictionary())
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources.Font.Forged = book.make_indirect(font)


def _picture(kind: str, *, software: str = "", size: tuple[int, int] | None = None) -> Callable[[int], bytes]:
    """The paper as a picture file, with what a program or a screen leaves in it."""

    def make(seed: int) -> bytes:
        page = Image.fromarray(pages_of(clean(kind, seed), 150)[0][:, :, ::-1])
        picture = page if size is None else page.resize(size)
        exif = Image.Exif()
        if software:
            exif[0x0131] = software
        held = io.BytesIO()
        picture.save(held, "JPEG", quality=88, exif=exif)
        return held.getvalue()

    return make


_SUMS = ("running_balance", "statement_totals", "opening_to_closing", "row_sums")


def _of_statements() -> Iterator[Fraud]:
    changes: Mapping[str, Callable[[Truth, Random], None]] = {
        "deposit raised": _deposit_raised,
        "payment lowered": _payment_lowered,
        "balance raised": _balance_raised,
        "one digit of a balance": _digit_changed,
        "row removed": _row_removed,
        "deposit added": _deposit_added,
        "closing balance raised": _closing_raised,
        "opening balance raised": _opening_raised,
        "payment made a deposit": _swapped,
    }
    for name, change in changes.items():
        make = _altered("bank_statement", change)
        yield Fraud(name=name, kind="bank_statement", checks=_SUMS, make=make, arithmetic=True)


FRAUDS: tuple[Fraud, ...] = (
    *_of_statements(),
    Fraud(
        name="balance sheet: equity raised",
        kind="balance_sheet",
        checks=("assets_equal_liabilities_and_equity", "current_assets_subtotal"),
        make=_altered("balance_sheet", _raised("equity")),
        arithmetic=True,
    ),
    Fraud(
        name="income statement: net profit raised",
        kind="income_statement",
        checks=("profit_chain", "operating_chain", "gross_profit", "income_lines"),
        make=_altered("income_statement", _raised("net_profit")),
        arithmetic=True,
    ),
    Fraud(
        name="income statement: revenue raised",
        kind="income_statement",
        checks=("profit_chain", "operating_chain", "gross_profit", "income_lines"),
        make=_altered("income_statement", _raised("revenue")),
        arithmetic=True,
    ),
    Fraud(
        name="passport: printed birth differs from the zone",
        kind="passport",
        checks=("mrz_against_print",),
        make=_altered("passport", _zone_of_another_birth),
    ),
    Fraud(
        name="passport: printed number differs from the zone",
        kind="passport",
        checks=("mrz_against_print",),
        make=_altered("passport", _zone_of_another_number),
    ),
    Fraud(
        name="passport: wrong check digit",
        kind="passport",
        checks=("mrz_check_digits",),
        make=_altered("passport", _wrong_digit),
    ),
    Fraud(
        name="licence: credit code changed",
        kind="business_licence",
        checks=("uscc_check_character",),
        make=_altered("business_licence", _code_changed),
    ),
    Fraud(
        name="file: figure printed over a figure",
        kind="bank_statement",
        checks=("file_overlay", "file_fonts"),
        make=_edited("bank_statement", _printed_over),
    ),
    Fraud(
        name="file: text laid over the page",
        kind="bank_statement",
        checks=("file_annotations",),
        make=_edited("bank_statement", _note_laid_over),
    ),
    Fraud(
        name="file: saved by an online editor",
        kind="bank_statement",
        checks=("file_producer",),
        make=_edited("bank_statement", _saved_by("iLovePDF")),
    ),
    Fraud(
        name="file: saved by a picture editor",
        kind="bank_statement",
        checks=("file_producer",),
        make=_edited("bank_statement", _saved_by("Adobe Photoshop 25.4")),
    ),
    Fraud(
        name="file: figures that cannot be seen",
        kind="bank_statement",
        checks=("file_hidden_text",),
        make=_edited("bank_statement", _hidden_figures),
    ),
    Fraud(
        name="file: an earlier revision prints more",
        kind="bank_statement",
        checks=("file_revisions",),
        make=_later_revision,
    ),
    Fraud(
        name="picture: saved by a picture editor",
        kind="bank_statement",
        checks=("file_software",),
        make=_picture("bank_statement", software="GIMP 2.10"),
        ending="jpg",
    ),
    Fraud(
        name="picture: a screenshot of a telephone",
        kind="bank_statement",
        checks=("file_screenshot",),
        make=_picture("bank_statement", size=(1170, 2532)),
        ending="jpg",
    ),
)
