"""Signs of editing in a PDF as a file: earlier revisions that print something else, its programs, its dates.

Sources: ISO 32000-1, 7.5.6 (incremental updates: every saving may leave the earlier file whole before its own end
mark) and 14.3.3 (document information); annex F (linearized files have two end marks from the start).
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator

import pypdfium2 as pdfium

from cases.model import Severity
from ocr.pdf import open_pdf
from ocr.signal import Signal

REVISIONS, PRODUCER, DATES = "file_revisions", "file_producer", "file_dates"
END = re.compile(rb"%%EOF[ \r\n]*")
MOST_REVISIONS = 8
MOST_SHOWN = 3
MOST_PAGES = 60
"""Pages of a revision that are compared; a longer file is compared as far."""
EDITORS = re.compile(
    r"(?i)i ?love ?pdf|small ?pdf|pdf24|sejda|pdf ?candy|online2pdf|soda ?pdf|pdf2go|cleverpdf|pdfescape|dochub|"
    r"pdffiller|pdf ?filler|pdf-?xchange editor|foxit (?:phantom|editor)|nitro|wondershare|pdfelement|xodo|"
    r"master pdf editor|infix|photoshop|illustrator|gimp|inkscape|coreldraw|canva|affinity|paint\.net|pixelmator"
)
"""Programs and services whose purpose is to change what a page shows."""
REPRINTED = re.compile(
    r"(?i)skia|chrom(?:e|ium)|print to pdf|microsoft.*(?:word|excel)|libreoffice|openoffice|"
    r"google docs|wps |quartz pdfcontext|pages|pdfcreator|cutepdf|bullzip|qpdf|ghostscript|mutool|pdftk"
)
"""Programs that office workers save any page with: it is not the issuer's own file, which has many innocent causes."""
DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?")
LATER = dt.timedelta(days=1)
"""A file changed more than this after it was made was opened and saved again."""


def file_signals(data: bytes) -> tuple[Signal, ...]:
    """What a PDF's bytes tell; nothing for a file that does not open. Looks at no page unless it was saved twice."""
    try:
        document = open_pdf(data)
    except pdfium.PdfiumError:
        return ()
    try:
        told = document.get_metadata_dict()
    finally:
        document.close()
    return (*_of_programs(told), *_of_dates(told), *_of_revisions(data))


def _of_programs(told: dict[str, str]) -> Iterator[Signal]:
    for name in dict.fromkeys(filter(None, (told.get("Producer", ""), told.get("Creator", "")))):
        if EDITORS.search(name):
            detail = f"The file was saved by {name[:60]}, a program for editing what pages show."
            yield Signal(check=PRODUCER, severity=Severity.MEDIUM, detail=detail, actual=name[:60])
        elif REPRINTED.search(name):
            detail = f"The file was saved by {name[:60]}, so it is a copy and not the issuer's own file."
            yield Signal(check=PRODUCER, severity=Severity.LOW, detail=detail, actual=name[:60])


def _of_dates(told: dict[str, str]) -> Iterator[Signal]:
    made, changed = _instant(told.get("CreationDate", "")), _instant(told.get("ModDate", ""))
    if made is None or changed is None:
        return
    if changed < made - LATER:
        detail = f"The file says that it was changed on {changed:%Y-%m-%d}, before it was made on {made:%Y-%m-%d}."
        yield Signal(check=DATES, severity=Severity.LOW, detail=detail, expected=str(made), actual=str(changed))
    elif changed > made + LATER:
        detail = f"The file was made on {made:%Y-%m-%d} and changed on {changed:%Y-%m-%d}."
        yield Signal(check=DATES, severity=Severity.LOW, detail=detail, expected=str(made), actual=str(changed))


def _instant(text: str) -> dt.datetime | None:
    """A PDF date (ISO 32000-1, 7.9.4) without its time zone, which a day's tolerance covers."""
    found = DATE.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return dt.datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=dt.UTC)
    except ValueError:
        return None


def _of_revisions(data: bytes) -> Iterator[Signal]:
    """The latest revision compared with each earlier one, the oldest first; the first that differs tells enough."""
    ends = [found.end() for found in END.finditer(data)]
    earlier = ends[:-1][-MOST_REVISIONS:]
    if b"/Linearized" in data[:1024]:
        earlier = earlier[1:]
    if not earlier:
        return
    now = _prints(data)
    signed = b"/ByteRange" in data
    for end in earlier:
        before = _prints(data[:end])
        if not before or not now:
            continue
        changed = _changes(before, now)
        if changed:
            yield from _told(changed, signed=signed)
            return
    detail = "The file was saved again without any change to what its pages print."
    yield Signal(check=REVISIONS, severity=Severity.INFO, detail=detail)


def _told(changed: list[tuple[int, str, str]], *, signed: bool) -> Iterator[Signal]:
    figures = [one for one in changed if any(map(str.isdigit, one[1] + one[2]))]
    also = " after it was signed" if signed else ""
    for page, before, after in (figures or changed)[:MOST_SHOWN]:
        was, now = before or "nothing", after or "nothing"
        yield Signal(
            check=REVISIONS,
            severity=Severity.HIGH if figures and before else Severity.MEDIUM,
            detail=f'The file was changed{also}: an earlier version of page {page} prints "{was}", this one "{now}".',
            page=page,
            expected=before,
            actual=after,
        )


def _prints(data: bytes) -> list[list[str]]:
    """The words of each page; empty when the bytes are no whole PDF."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return []
    try:
        return [_words(document, number) for number in range(min(len(document), MOST_PAGES))]
    except pdfium.PdfiumError:
        return []
    finally:
        document.close()


def _words(document: pdfium.PdfDocument, number: int) -> list[str]:
    textpage = document[number].get_textpage()
    try:
        return str(textpage.get_text_bounded()).split()
    finally:
        textpage.close()


def _changes(before: list[list[str]], now: list[list[str]]) -> list[tuple[int, str, str]]:
    """What was exchanged, as (page, before, after); words that only moved do not count."""
    found: list[tuple[int, str, str]] = []
    for index, (old, new) in enumerate(zip(before, now, strict=False)):
        if sorted(old) == sorted(new):
            continue
        for tag, start, stop, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                found.append((index + 1, " ".join(old[start:stop])[:80], " ".join(new[first:last])[:80]))
    # A filled form or an added page leaves what was there; words that were added without any figure weigh nothing.
    return [one for one in found if one[1] or any(map(str.isdigit, one[2]))]
