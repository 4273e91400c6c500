"""A letter's words without its looks: the text for e-mail, for golden files and for the linter."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = {"p", "h1", "h2", "h3", "li", "tr", "div", "header", "footer", "section", "table", "ul", "ol", "address"}
SILENT = {"style", "title", "script"}


def plain_text(html: str) -> str:
    """The visible text: a line per block, bullets for list items, cells of a table row parted by two spaces.

    >>> plain_text("<h1>Hello</h1><ul><li>one</li></ul><table><tr><td>a</td><td>b</td></tr></table>")
    'Hello\\n- one\\na  b\\n'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (re.sub(r"[ \t\n]+", " ", line).replace("\v", "  ").strip() for line in reader.whole.split("\f"))
    return "\n".join(line for line in lines if line) + "\n"


class _Reader(HTMLParser):
    """Collects text; a form feed ends a line and a vertical tab parts two cells until both are written out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent = 0

    @property
    def whole(self) -> str:
        return "".join(self.parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag in BLOCKS or tag == "br":
            self.parts.append("\f")
        if tag == "li":
            self.parts.append("- ")
        if tag in {"td", "th"} and not self.whole.endswith("\f"):
            self.parts.append("\v")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag in BLOCKS:
            self.parts.append("\f")

    def handle_data(self, data: str) -> None:
        if self.silent or (not data.strip() and (not self.parts or self.parts[-1][-1] in "\f\v")):
            return
        self.parts.append(data)
