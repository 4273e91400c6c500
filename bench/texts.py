"""Any text through every parser: `python -m bench.texts [--texts 500]`.

Hypothesis makes strings for what reads strings, and pages of placed words (labels and figures of papers in three
languages among scraps of anything) for what reads a document kind. Counted: texts, errors that are raised, and the
longest that one took; neither an error nor a hang is ever right.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bench.results import publish
from cases.model import Box, Document, Origin, Tier
from ocr import aamva, chinese_numbers, english_dates, mrz, parse, printed_dates
from ocr.classify import kinds
from ocr.kind import Kind
from ocr.text import PageText, Text, Word

COLUMNS = ("parser", "texts", "errors", "longest s")
HANG_SECONDS = 30
SCRAPS = (
    "Opening balance", "Closing balance", "Date", "Paid out", "Total", "1,234.56", "1.234,56-", "(1,234)", "£000",
    "31 March 2026", "31/03/26", "2026-03-31", "2026年3月31日", "Kontostand", "Soll", "Haben", "USt-IdNr. DE123456789",
    "Invoice no. 4711", "Rechnung", "增值税专用发票", "价税合计（大写）", "壹仟贰佰元整", "营业执照",
    "统一社会信用代码", "资产负债表", "单位：万元", "Creditors", "Gross pay", "Net pay", "Form 1120", "1a", "%",
    "P<GBRFAIRWEATHER<<AMELIA<<<<<<<<<<<<<<<<<<<", "1234567897GBR8001014F3001019<<<<<<<<<<<<<<02", "DOB", "4d.", "EXP",
    "W-2", "19 %", "Fixed assets", "kWh", "Amount due", "GB29NWBK60161331926819",
    "91330106MA27XYAB1F", "certificate", "incorporation", "-", "0", "",
)  # fmt: skip


BLANK = Document(id="d", file="any", sha256="", kind="", strength=1.0, tier=Tier.SCAN)


@dataclass(slots=True)
class Tally:
    texts: int = 0
    errors: int = 0
    longest: float = 0.0


STRINGS: dict[str, Callable[[str], Any]] = {
    "money": parse.money,
    "percent": parse.percent,
    "date": parse.date,
    "Chinese amount": chinese_numbers.amount,
    "Chinese dates": chinese_numbers.dates,
    "English date": english_dates.date_of,
    "month": printed_dates.month_of,
    "zone": lambda text: mrz.parse(text.split()),
    "licence barcode": lambda text: aamva.values(aamva.elements(text)),
}


def main() -> None:
    asked = argparse.ArgumentParser(description="Any text through every parser.")
    asked.add_argument("--texts", type=int, default=500)
    given_ = asked.parse_args()
    strings = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=30), max_size=4).map(" ".join)
    tallies = {name: tried(parser, strings, given_.texts) for name, parser in STRINGS.items()}
    tallies |= {name: tried(_through(kind), pages(), given_.texts) for name, kind in kinds().items()}
    rows = [(name, one.texts, one.errors, f"{one.longest:.2f}") for name, one in tallies.items()]
    bad = sum(one.errors + (one.longest > HANG_SECONDS) for one in tallies.values())
    publish("fuzz-texts", f"{given_.texts} texts for each parser", COLUMNS, rows, must_never_happen=bad)


def pages() -> st.SearchStrategy[Text]:
    """A page of words at any places; some stand on common lines and edges, as print does."""
    place = st.sampled_from((0.05, 0.1, 0.3, 0.5, 0.7, 0.9)) | st.floats(0, 0.95)
    word = st.builds(_word, st.sampled_from(SCRAPS) | st.text(min_size=1, max_size=12), place, place, st.booleans())
    return st.lists(word, max_size=60).map(lambda words: Text((PageText(1, 800.0, 1000.0, Tier.SCAN, tuple(words)),)))


def _word(text: str, left: float, top: float, faint: bool) -> Word:
    box = Box.within(left, top, min(1.0, left + 0.011 * max(1, len(text))), min(1.0, top + 0.02))
    return Word(text or "-", box, 0.4 if faint else 0.99, Origin.OCR, 1, ("8",) if faint else ())


def _through(kind: Kind) -> Callable[[Text], None]:
    """What a kind does with a text: it weighs it, takes its fields and checks them."""

    def read(text: Text) -> None:
        if not 0 <= kind.evidence(text) <= 1:
            raise ValueError(f"the evidence of {kind.name} is no share")
        taken = kind.extract(text, "d")
        kind.check(replace(BLANK, kind=kind.name, fields=taken.fields, rows=taken.rows, country=taken.country))

    return read


def tried(parser: Callable[[Any], object], texts: st.SearchStrategy[Any], count: int) -> Tally:
    """A parser tried with so many texts, always the same ones."""
    tally = Tally()

    @seed(20261125)
    @settings(max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(texts)
    def one(text: Any) -> None:
        began = time.perf_counter()
        tally.texts += 1
        try:
            parser(text)
        except Exception as fault:  # Counting them is what this bench is for.
            tally.errors += 1
            print(f"{type(fault).__name__}: {fault}")
        tally.longest = max(tally.longest, time.perf_counter() - began)

    one()
    return tally


if __name__ == "__main__":
    main()
