"""Whatever the applicant's pages say is said in Chinese, too."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

import pytest

from cases.countries import COUNTRIES
from decision import load_book
from decision.words import kind_title
from ocr.classify import kinds
from portal.web.applicant import (
    advice,
    application,
    begin,
    form_steps,
    incoming,
    letter_names,
    offer,
    product,
    standing,
    submit,
)
from portal.web.words import FOLDER, sentences

SAID = re.compile(r"""_\(\s*(?:"([^"]+)"|'([^']+)')""")
ELSE_SAID = re.compile(r'else _\("([^"]+)"\)')


def _of_templates() -> Iterator[str]:
    for path in sorted(FOLDER.glob("apply_*.j2")):
        text = path.read_text(encoding="utf-8")
        for found in SAID.finditer(text):
            yield found.group(1) or found.group(2)
        yield from ELSE_SAID.findall(text)


def _of_modules() -> Iterator[str]:
    for step in form_steps.STEPS:
        yield from (step.title, step.lead)
        for question in step.questions:
            yield from (question.label, question.wrong, question.hint, *question.choices.values())
    yield from (product.AGE.label, product.AGE.wrong)
    for table in (
        advice.SENTENCES,
        incoming.REFUSALS,
        standing.TITLES,
        standing.NEXT,
        submit.CONSENTS,
        letter_names.TITLES,
        product.AGAINST,
    ):
        yield from table.values()
    yield from (*standing.PHASES, *advice.SIDES)
    for module in (application, begin, offer, submit):
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, str) and value.endswith("."):
                yield value


def _of_the_trade() -> Iterator[str]:
    yield from (country.name for country in COUNTRIES.values())
    yield from (kind_title(kind) for kind in kinds())
    for policy in load_book().policies.values():
        yield policy.title
        yield from (one.title for one in policy.requirements)


@pytest.mark.parametrize("source", [_of_templates, _of_modules, _of_the_trade])
def test_every_sentence_is_said_in_chinese(source: type[Iterator[str]]) -> None:
    known = sentences("zh")
    said = [sentence for sentence in source() if sentence]
    assert said
    missing = sorted({sentence for sentence in said if sentence not in known})
    assert not missing, f"templates/pages/zh/*.toml lack: {missing}"


def test_translations_keep_what_belongs_into_them() -> None:
    def parts(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    wrong = [english for english, chinese in sentences("zh").items() if parts(english) != parts(chinese)]
    assert not wrong
