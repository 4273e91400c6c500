"""Whether a file shows signs of having been edited: signals, not verdicts.

Every document of a file gets the answers that concern it. What pixels alone tell stays of low severity, and no
finding here declines anybody: a person looks at the original. Sources: the signal lists of document-fraud products and
of the UK's DWP prototype, whose wording it follows: these checks do not indicate conclusively that fraud is present.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.model import Box, CheckResult, Document, Finding, Place, Severity, Tier
from ocr.pages import Inspection, Media
from ocr.reading import PageReading
from ocr.signal import Signal
from ocr.tamper_layer import ANNOTATIONS, FONTS, HIDDEN, OVERLAY
from ocr.tamper_pdf import DATES, PRODUCER, REVISIONS
from ocr.tamper_picture import SCREENSHOT, SOFTWARE

_WEIGHT = tuple(Severity)
WHOLE_PAGE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One check of how a file was made."""

    check: str
    innocent_causes: tuple[str, ...]
    action: str


OF_PDFS = (
    Look(
        check=REVISIONS,
        innocent_causes=("A form was filled in and saved.", "A note or a signature was added and saved."),
        action="Lay the earlier version beside this one; ask the issuer for its own copy.",
    ),
    Look(
        check=PRODUCER,
        innocent_causes=("The file was made smaller or put together from several with a program at hand.",),
        action="Ask for the file as the issuer gave it, not saved again.",
    ),
    Look(
        check=DATES,
        innocent_causes=("The file was saved again when it was downloaded or sent.", "A clock was wrong."),
        action="Compare the dates with the day on which the document was issued.",
    ),
    Look(
        check=ANNOTATIONS,
        innocent_causes=("A reader's note or the stamp of an office.",),
        action="Look at what lies under it; ask for the file without it.",
    ),
)
OF_LAYERS = (
    Look(
        check=OVERLAY,
        innocent_causes=("Some programs print a line twice to make it bold.",),
        action="Look at what stands under the print; ask the issuer for its own copy.",
    ),
    Look(
        check=HIDDEN,
        innocent_causes=("Marks for sorting machines that are printed in white.", "The text of a picture."),
        action="Select the text of the page in a viewer and compare it with what you see.",
    ),
    Look(
        check=FONTS,
        innocent_causes=("An issuer that sets some figures apart.", "A character that its font lacks."),
        action="Compare the marked figures with their neighbours at four times the size.",
    ),
)
OF_PICTURES = (
    Look(
        check=SOFTWARE,
        innocent_causes=("The picture was cropped or made lighter.",),
        action="Ask for a new photo of the paper, straight from the camera.",
    ),
    Look(
        check=SCREENSHOT,
        innocent_causes=("The bank shows its statements in an app only.",),
        action="Ask for the statement as a PDF from the bank.",
    ),
)


def file_findings(document: Document, inspection: Inspection, pages: Sequence[PageReading]) -> tuple[Finding, ...]:
    """What the file tells of one of its documents: one answer for each check, `pages` being the document's."""
    own = [one for one in inspection.signals if one.page is None or one.page in document.pages]
    own += [one for page in pages for one in page.signals]
    pdf = inspection.media is Media.PDF
    layered = sum(page.text.tier is Tier.DIGITAL or bool(page.signals) for page in pages)
    found = [*_answers(OF_PDFS, own, document, seen=len(pages) if pdf else 0, why_not="The file is no PDF.")]
    found += _answers(OF_LAYERS, own, document, seen=layered, why_not="The pages are pictures without a text layer.")
    found += _answers(
        OF_PICTURES, own, document, seen=0 if pdf else len(pages), why_not="The file is no picture by itself."
    )
    return tuple(found)


def _answers(
    looks: Sequence[Look], signals: Sequence[Signal], document: Document, *, seen: int, why_not: str
) -> Iterator[Finding]:
    for look in looks:
        told = [one for one in signals if one.check == look.check]
        if told:
            yield _found(look, told, document, seen)
        elif seen:
            yield Finding(check=look.check, result=CheckResult.NOT_FOUND, items_seen=seen)
        else:
            yield Finding(check=look.check, result=CheckResult.COULD_NOT_RUN, reason=why_not)


def _found(look: Look, told: Sequence[Signal], document: Document, seen: int) -> Finding:
    """All signs of one check in one finding, the gravest first."""
    ranked = sorted(told, key=lambda one: -_WEIGHT.index(one.severity))
    first = ranked[0]
    more = f" ({len(ranked) - 1} more like it.)" if len(ranked) > 1 else ""
    return Finding(
        check=look.check,
        result=CheckResult.FOUND,
        severity=first.severity,
        detail=first.detail + more,
        items_seen=max(seen, 1),
        expected=first.expected,
        actual=first.actual,
        places=tuple(
            Place(document.id, one.page or document.pages[0], one.box or WHOLE_PAGE)
            for one in ranked
            if one.box or one.page
        ),
        innocent_causes=look.innocent_causes,
        action=look.action,
    )
