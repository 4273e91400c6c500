"""Which part of a filing a line stands in: one of the statements, the notes, or what only repeats figures."""

from __future__ import annotations

import re

from ocr.extract import GridLine

BALANCE_TITLE = re.compile(
    r"(?i)balance sheets?\b|statements? of (?:the )?financial (?:position|condition)|abridged statement"
    r"|statements? of (?:net )?assets(?:,? (?:and )?liabilities)?\b"
    r"|资\s*产\s*负\s*债\s*表|資\s*產\s*負\s*債\s*表|财务状况表"
    r"|財務狀況表|bilanz zum"
)
INCOME_TITLE = re.compile(
    r"(?i)(?:trading,? )?(?:and )?profit\s*(?:and|&)\s*loss(?! (?:reserve|account reserve))|profit or loss"
    r"|income statements?\b"
    r"|(?:income and expenditure|trading) account|statements? of (?:\w+ )?(?:comprehensive )?(?:income"
    r"|operations|earnings|financial performance|revenues?)"
    r"|statements? of profit|income and expenses?\b|利\s*润\s*(?:表|及利润分配表)"
    r"|损\s*益\s*(?:及其他综合收益)?表|損益(?:及其他全面收益)?表"
    r"|收益表|综合收益表|gewinn- und verlustrechnung"
)
NOTES_TITLE = re.compile(
    r"(?i)notes? (?:to|on|forming part of) (?:the )?(?:\w+ ){0,3}(?:financial statements|accounts|statements)"
    r"|^accounting policies|财务报表附注|報表附註|会计报表附注|^notes$"
)
ASIDE_TITLE = re.compile(
    r"(?i)^(?:table of )?contents|^index$|statements? of (?:consolidated )?cash\s?flows?|cash flow statement"
    r"|statements? of (?:changes in )?(?:the )?"
    r"(?:\w+['’]?s?['’]? )?(?:equity|retained earnings|reserves|recogni[sz]ed gains)"
    r"|reconciliation of movements|现金流量表|所有者权益变动表|目\s*录|^目錄"
    r"|(?:directors?|officers?|auditors?|accountants?)[’']* (?:and \w+ )?(?:report|responsibilities)"
    r"|report of the|审\s*计\s*报\s*告|company information|compilation report"
    r"|(?:five|three|ten).year (?:summary|record)|financial highlights|trial balance|general ledger"
    r"|aged? (?:receivables|payables|debtors|creditors)"
)
MOST_WORDS = 14
"""Words of a title; a longer line is a sentence."""


SHORT = 9
"""Words of a line that begins with a title and goes on."""
MOST_SIGNS = 26
"""The same for Chinese characters."""


def names_a_statement(text: str) -> bool:
    """Whether a line holds the words of a statement's title: only such a line can open a statement."""
    return (BALANCE_TITLE.search(text) or INCOME_TITLE.search(text)) is not None


def part_of(line: GridLine, *, leads: bool) -> str | None:
    """The part of a filing that a line opens by its title: `balance`, `income`, `notes`, `aside`; None for others.

    `leads` says that no line item stands before it on the page, where a title needs no more than its words.
    """
    text = line.text.strip(" .-–—|")
    words = re.findall(r"[^\W\d_]+", text)
    sentence = (
        text.endswith((".", "。", "；", "，"))
        or re.search(r"[。，；]", text)
        or len(re.findall(r"[一-鿿]", text)) > MOST_SIGNS
    )
    if not text or len(words) > MOST_WORDS or sentence or _listed(line):
        return None
    for pattern, part in (
        (NOTES_TITLE, "notes"),
        (ASIDE_TITLE, "aside"),
        (BALANCE_TITLE, "balance"),
        (INCOME_TITLE, "income"),
    ):
        match = pattern.search(text)
        covers = match is not None and len(match.group()) >= 0.5 * len(re.sub(r"\d", "", text))
        if match and (covers or (leads and part != "aside") or (leads and match.start() == 0 and len(words) < SHORT)):
            return "income" if part == "aside" and INCOME_TITLE.search(text) and "income and" in text.lower() else part
    return None


def _listed(line: GridLine) -> bool:
    """Whether the line names a page to turn to, as a table of contents does, or gives figures."""
    last = line.cells[-1].text.strip()
    return (
        len(line.cells) > 1
        and re.fullmatch(r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?|[(\-]?[£$€¥]?[\d,.]*\d,\d{3}[\d,.]*\)?|-", last) is not None
    )
