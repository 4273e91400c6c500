"""The commands as people and programs call them: help, JSON, exit codes."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest

from portal.cli import COMMANDS
from tests.shell.drawn_case import ACCOUNT, COMPANY, NUMBER
from tests.shell.installation import VOUCH, Installation, install


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation without a Prefect server."""
    return install(tmp_path_factory.mktemp("cli"), VOUCH_READERS="1")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(alone: Installation, command: str) -> None:
    done = alone.vouch(*command.split(), "--help")
    assert done.returncode == 0
    assert f"Example: vouch {command}" in " ".join(done.stdout.split())


def test_help_answers_at_once() -> None:
    """Within 0.7 s on an idle machine; the best of three, because tests share theirs."""
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([VOUCH, "--help"], check=True, capture_output=True)
        seconds.append(time.perf_counter() - began)
    assert min(seconds) < 0.7


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, portal.cli; print([m for m in ('prefect', 'cv2', 'sqlalchemy', 'pydantic') if m in sys.modules])"
    )
    python = VOUCH.with_name("python")
    done = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_read_prints_the_contract(alone: Installation, drawn_case: Path) -> None:
    done = alone.vouch("read", *sorted((drawn_case / "documents").iterdir()), "--json", "--words")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) == {"files", "engine"}
    assert set(answer["engine"]) == {"name", "version", "models"}
    assert set(answer["engine"]["models"]) == {"det", "rec"}
    for file in answer["files"]:
        assert set(file) == {"file", "sha256", "seconds", "quality", "documents", "problems", "words"}
        assert file["quality"] == {"tier": "digital", "problems": []}
        for word in file["words"]:
            check_place(word)
    documents = {one["kind"]: one for file in answer["files"] for one in file["documents"]}
    statement = documents["bank_statement"]
    assert statement["pages"] == [1, 2]
    assert statement["fields"]["account_number"]["value"] == ACCOUNT
    assert documents["certificate_of_incorporation"]["fields"]["registration_number"]["value"] == NUMBER
    for document in documents.values():
        check_document(document)
    assert len(statement["rows"]) == 30
    assert statement["rows"][0]["date"] == "2026-03-01"
    assert statement["rows"][0]["amount"] == "-640.00"
    assert statement["rows"][0]["balance"] == "4360.00"


def check_place(told: dict[str, object]) -> None:
    box = told["box"]
    assert isinstance(box, list)
    assert len(box) == 4
    assert all(0 <= edge <= 1 for edge in box)
    assert isinstance(told["page"], int)


def check_document(document: dict[str, object]) -> None:
    required = {"kind", "strength", "runner_up", "pages", "country", "fields", "rows", "checks"}
    assert required <= set(document)
    fields, checks, rows = document["fields"], document["checks"], document["rows"]
    assert isinstance(fields, dict)
    assert isinstance(checks, list)
    assert isinstance(rows, list)
    for field in fields.values():
        assert {"value", "raw", "page", "box", "confidence", "origin"} <= set(field)
        assert isinstance(field["value"], str)
        check_place(field)
    for check in checks:
        assert {"id", "result", "items_seen", "severity", "detail"} <= set(check)
        assert check["result"] in {"found", "not_found", "could_not_run"}
        assert check["items_seen"] > 0 or check["result"] != "not_found"
    for row in rows:
        check_place(row)


def test_decide_prints_all_that_it_rests_on_and_writes_the_letter(
    alone: Installation, drawn_case: Path, tmp_path: Path
) -> None:
    done = alone.vouch("decide", drawn_case, "--json", "--as-of", "2026-04-01", "--out", tmp_path / "letters")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    parts = {"outcome", "reasons", "offer", "needed", "score", "verdicts", "findings", "features", "versions", "as_of"}
    assert parts | {"letter", "seconds", "case"} <= set(told)
    assert told["as_of"] == "2026-04-01"
    assert told["outcome"].startswith("refer_"), "passport and balance sheet are missing"
    assert {"inspect", "read", "decide", "letter", "whole"} == set(told["seconds"])
    assert set(told["versions"]) == {"code", "policy", "scorecard", "engine"}
    letter = Path(told["letter"])
    assert letter.parent == tmp_path / "letters"
    assert letter.read_bytes().startswith(b"%PDF")
    assert COMPANY in letter.with_suffix(".txt").read_text(encoding="utf-8")


def test_two_decisions_on_the_same_folder_are_the_same(alone: Installation, drawn_case: Path) -> None:
    one, other = (json.loads(alone.vouch("decide", drawn_case, "--json").stdout) for _ in range(2))
    assert {**one, "seconds": {}} == {**other, "seconds": {}}


def test_people_get_tables_and_sentences(alone: Installation, drawn_case: Path) -> None:
    read = alone.vouch("read", drawn_case / "documents" / "certificate.pdf")
    assert read.returncode == 0
    assert NUMBER in read.stdout
    decided = alone.vouch("decide", drawn_case)
    assert decided.returncode == 0
    assert "What the policy's rules said" in decided.stdout
    assert (
        max(len(line) for line in decided.stdout.splitlines() if "because" not in line and "needed" not in line) <= 200
    )
