"""Files and functions stay small, and are named for what they hold."""

from __future__ import annotations

import ast

from tests.house.sources import name, python_files, tree

MOST_LINES = 400
MOST_FUNCTION_LINES = 60
SAYS_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "managers",
    "misc",
    "common",
    "service",
    "handler",
}


def test_no_file_holds_two_subjects() -> None:
    lengths = {name(path): path.read_text(encoding="utf-8").count("\n") for path in python_files()}
    long = {path: lines for path, lines in lengths.items() if lines > MOST_LINES}
    assert not long, f"split these files: {long}"
    assert lengths


def test_functions_are_short() -> None:
    long = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert not long, f"these functions do more than one thing: {long}"


def test_names_say_what_is_inside() -> None:
    vague = [name(path) for path in python_files() if set(path.stem.split("_")) & SAYS_NOTHING]
    assert not vague, f"name these files for their noun: {vague}"


def test_every_module_says_what_it_is() -> None:
    silent = [name(path) for path in python_files() if path.stat().st_size and not ast.get_docstring(tree(path))]
    assert not silent, f"these modules have no docstring: {silent}"
