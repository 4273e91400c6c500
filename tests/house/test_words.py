"""Every sentence of a page is there in every language that the site speaks."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from portal.web.words import ENGLISH, FOLDER, LANGUAGES
from tests.house.sources import ROOT, name, python_files, tracked, tree

OTHERS = [language for language in LANGUAGES if language != ENGLISH]
SENTENCE = re.compile(r"[A-Z][^{}]* [^{}]*[.?!]")
"""What a string that is shown to a reader looks like."""
NOT_SHOWN = ("portal/web/api/",)
"""Folders whose sentences go to programs, in English."""
CASE_WORDS = "case_words.toml"
"""Words that pages make of the codes of a case; the workbench's own test holds them against those."""
QUIET_CALLS = {"debug", "info", "warning", "error", "exception", "Query", "Path", "Body", "Header", "FastAPI"}
"""What these are given is read by operators and programmers."""


def templates() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".j2" and path.is_relative_to(FOLDER)]


@cache
def said_by_templates() -> dict[str, str]:
    """Sentence to the template that says it."""
    found: dict[str, str] = {}
    for path in templates():
        parsed = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        for call in parsed.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "_" and call.args:
                for one in call.args[0].find_all(nodes.Const) if not isinstance(call.args[0], nodes.Const) else ():
                    if isinstance(one.value, str) and " " in one.value.strip() and one.value == one.value.strip():
                        found[one.value] = path.name
                if isinstance(call.args[0], nodes.Const):
                    found[str(call.args[0].value)] = path.name
    return found


@cache
def said_by_code() -> dict[str, str]:
    """Sentence to the file of `portal/web` that gives it to a page: refusals, advice, titles of rooms."""
    found: dict[str, str] = {}
    for path in python_files("portal"):
        if name(path).startswith("portal/web/") and not name(path).startswith(NOT_SHOWN):
            found |= dict.fromkeys(_sentences(tree(path)), name(path))
    return found


def _sentences(node: ast.AST) -> Iterator[str]:
    body = getattr(node, "body", None)
    quiet = {id(one) for one in _documentation(body)} if isinstance(body, list) else set()
    if isinstance(node, ast.JoinedStr):
        return
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in QUIET_CALLS:
            return
        if called == "Room" and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
            yield str(node.args[1].value)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.fullmatch(node.value):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if id(child) not in quiet:
            yield from _sentences(child)


def _documentation(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Strings that stand alone: docstrings of modules, classes, functions and values."""
    for one in body:
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
            yield one


def translations(language: str, but: str = "") -> dict[str, str]:
    known: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.toml")):
        if path.name == but:
            continue
        known |= tomllib.loads(path.read_text(encoding="utf-8"))
    return known


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_has_a_translation(language: str) -> None:
    known = translations(language)
    said = {**said_by_code(), **said_by_templates()}
    missing = {sentence: where for sentence, where in said.items() if sentence not in known}
    assert len(said) > 30
    assert not missing, "\n".join(f'{where}: "{sentence}"' for sentence, where in missing.items())


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_the_same_places(language: str) -> None:
    def places(text: str) -> Counter[str]:
        return Counter(place for _, place, _, _ in string.Formatter().parse(text) if place is not None)

    wrong = [one for one, other in translations(language).items() if places(one) != places(other)]
    assert not wrong
    empty = [one for one, other in translations(language).items() if not other.strip()]
    assert not empty


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_of_a_sentence_that_nobody_says(language: str) -> None:
    """Sentences may also come from the cores (reasons, advice), so all sources are searched."""
    # Quotation marks and line breaks are written differently in code and in TOML.
    sources = [*templates(), *python_files("portal", "cases", "flows", "decision", "ocr", "templates")]
    everything = re.sub(r"\"\s*f?\"|\\", "", " ".join(path.read_text(encoding="utf-8") for path in sources))
    everything += " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "decision/policies").glob("*.yaml"))
    unsaid = [one for one in translations(language, but=CASE_WORDS) if one.replace("\\", "") not in everything]
    assert not unsaid, f"nobody says these any more: {unsaid}"


def test_a_sentence_is_translated_in_one_place() -> None:
    for language in OTHERS:
        told = Counter(
            sentence
            for path in (FOLDER / language).glob("*.toml")
            for sentence in tomllib.loads(path.read_text(encoding="utf-8"))
        )
        twice = [sentence for sentence, times in told.items() if times > 1]
        assert not twice, f"say these in one file of {language}: {twice}"
