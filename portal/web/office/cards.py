"""Model cards: what a scorecard is for, what it was fitted on and how well it does."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from markdown_it import MarkdownIt

from cases.errors import NotFound
from decision.book import FOLDER
from portal.web.pages import page
from portal.web.roles import READS_POLICIES
from portal.web.sessions import Staff, needs
from portal.web.site import Site, site

router = APIRouter(prefix="/office/cards")
# What the file writes as HTML is shown as text; only what Markdown itself makes is HTML.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@router.get("/{name}")
def card(
    request: Request,
    here: Annotated[Site, Depends(site)],
    _: Annotated[Staff, Depends(needs(*READS_POLICIES))],
    name: str,
) -> Response:
    """Raises NotFound for a scorecard that the book does not have, or one without a card."""
    shelved = here.book.scorecards.get(name)
    path = FOLDER / "scorecards" / f"{name}.md"
    if shelved is None or not path.is_file():
        raise NotFound("There is no such model card.")
    return page(
        request, "office_card", label=shelved.label, card_name=name, card=rendered(path.read_text(encoding="utf-8"))
    )


def rendered(text: str) -> str:
    """The card as HTML; wide tables can be scrolled by themselves, also with the keyboard."""
    made = _MARKDOWN.render(text)
    made = re.sub(r' style="text-align:\s*(\w+)"', r' class="\1"', made)
    opened = '<div class="scroll" role="region" aria-label="Table {}" tabindex="0"><table>'
    count = iter(range(1, made.count("<table>") + 1))
    made = re.sub("<table>", lambda _: opened.format(next(count)), made)
    return made.replace("</table>", "</table></div>")
