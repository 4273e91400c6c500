"""Words set letter by letter (I N V O I C E, K O S T E N R E C H N U N G), put together again.

A text layer gives such a title as single letters. Four or more of them at equal distances are one word; where a
distance is clearly wider than the others, a new word begins. Letters in the order of the alphabet (A B C D) are a
list, and one letter again and again (X X X X) is a filling; both stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from cases.model import Box
from ocr.text import Word, is_cjk

FEWEST = 4
"""Letters of a run below which they may be initials."""
FARTHEST = 2.2
"""Heights of print between two letters of a title set wide."""
WIDER = 1.6
"""Times the usual gap of the run at which a new word begins."""
EVEN = 0.3
"""Heights by which the gaps within a word may differ: letters have their own margins."""


def put_together(words: Sequence[Word], aspect: float) -> tuple[Word, ...]:
    """A line's words from left to right, the letters of a word that is set wide joined; `aspect` as in the layout."""
    found: list[Word] = []
    run: list[Word] = []
    for word in words:
        if not _is_letter(word) or (run and _gap(run[-1], word, aspect) > FARTHEST):
            found += _of_run(run, aspect)
            run = []
        if _is_letter(word):
            run.append(word)
        else:
            found.append(word)
    return (*found, *_of_run(run, aspect))


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha() and not is_cjk(word.text)


def _gap(left: Word, right: Word, aspect: float) -> float:
    """Between two letters, in heights of the taller one."""
    return (right.box.left - left.box.right) * aspect / max(left.box.height, right.box.height, 1e-6)


def _of_run(run: Sequence[Word], aspect: float) -> list[Word]:
    """The words that neighbouring letters make up; the letters themselves when they make up none."""
    letters = [one.text.casefold() for one in run]
    ascending = all(one < other for one, other in pairwise(letters))
    if len(run) < FEWEST or ascending or len(set(letters)) < 3:
        return list(run)
    gaps = [_gap(one, other, aspect) for one, other in pairwise(run)]
    usual = median(gaps)
    within = [gap for gap in gaps if gap <= max(WIDER * usual, usual + EVEN)]
    if usual <= 0 or max(within) - min(within) > 2 * max(EVEN, 0.5 * usual):
        return list(run)
    parts = [[run[0]]]
    for word, gap in zip(run[1:], gaps, strict=True):
        if gap > max(WIDER * usual, usual + EVEN):
            parts.append([])
        parts[-1].append(word)
    return [_one(part) for part in parts]


def _one(letters: Sequence[Word]) -> Word:
    first = letters[0]
    return Word(
        text="".join(one.text for one in letters),
        box=Box.around(one.box for one in letters),
        confidence=min(one.confidence for one in letters),
        origin=first.origin,
        page=first.page,
    )
