"""Everything that the workbench's pages say themselves is said in Chinese too."""

from __future__ import annotations

import re

from cases.lifecycle import Status
from cases.marks import Tie
from cases.model import CheckResult, Judgement, Outcome, RuleResult, Severity, Tier
from decision import load_book
from decision.catalogue import MEASURES
from decision.checks import CHECKS
from decision.measure import Unit
from decision.stated_grid import Agreement
from ocr.classify import kinds
from portal.web.words import FOLDER, sentences
from portal.web.workbench.figures import title_of
from portal.web.workbench.history import OTHER, SENTENCES

SAID = re.compile(r"""\b_\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*[,)]""")


def spoken(code: str) -> str:
    return code.replace("_", " ")


def test_every_sentence_of_the_templates_is_translated() -> None:
    known = sentences("zh")
    found = {
        one[0] or one[1] for path in FOLDER.glob("work_*.j2") for one in SAID.findall(path.read_text(encoding="utf-8"))
    }
    assert len(found) > 150
    assert found - set(known) == set()


def test_every_word_that_pages_take_from_the_case_is_translated() -> None:
    known = set(sentences("zh"))
    codes = {*Status, *Outcome, *Severity, *Tier, *Agreement, *Judgement, *RuleResult}
    words = {spoken(one.value) for one in codes} | {f"same {tie.value}" for tie in Tie}
    words |= {*SENTENCES.values(), OTHER, spoken(CheckResult.NOT_FOUND.value)}
    words |= {one.title for one in kinds().values()}
    words |= {spoken(name.removesuffix("_prior")) for one in kinds().values() for name in one.fields}
    words |= {spoken(check).capitalize() for check in CHECKS}
    words |= {spoken(name) if one.unit is Unit.YES_NO else title_of(name) for name, one in MEASURES.items()}
    words |= {rule.name for policy in load_book().policies.values() for rule in policy.rules}
    assert words - known == set()
