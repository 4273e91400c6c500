"""The rules of the house that can be read off the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT, name, python_files, tracked, tree

CORES = ("ocr", "decision")
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}
HOSTS = (
    r"//(www\.)?py" + r"pi\.org",
    "python" + "hosted",
    r"registry\.npm" + "js",
    r"deb\.deb" + "ian",
    r"(?<![\w.])/wo" + "rk/",
)
READ_AS_TEXT = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".j2", ".ini", ".mako", ""}


def test_imports_point_down_only() -> None:
    found = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


def test_the_cores_ask_no_clock_and_no_environment() -> None:
    asks = []
    for path in python_files(*CORES):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute):
                owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
                if (owner, node.attr) in CLOCKS or (owner == "os" and node.attr in {"environ", "getenv"}):
                    asks.append(f"{name(path)}:{node.lineno}")
    assert not asks, f"time and environment are arguments in the cores: {asks}"


def test_nothing_is_left_unfinished() -> None:
    marks = re.compile(r"\bTO" + r"DO\b|\bFIX" + r"ME\b|NotImplemented" + r"Error|pragma: no" + r" cover")
    left = [
        f"{name(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert not left, f"finish or delete: {left}"


def test_no_file_names_a_registry_or_this_machine() -> None:
    hosts = re.compile("|".join(HOSTS))
    told = [
        name(path)
        for path in tracked()
        if path.suffix in READ_AS_TEXT and path.stat().st_size < 2_000_000
        if hosts.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not told, f"these files name a registry host or a path of a machine: {told}"


def test_every_test_can_fail() -> None:
    toothless = []
    for path in python_files("tests"):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                body = ast.get_source_segment(source, node) or ""
                if not re.search(r"\bassert|raises\(|\bexpect|\bcheck_", body):
                    toothless.append(f"{name(path)}:{node.lineno} {node.name}")
    assert not toothless, f"these tests assert nothing: {toothless}"
