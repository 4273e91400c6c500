"""The life of a case by the commands: submitted, referred, answered, settled, replayed, audited."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from cases.errors import IllegalMove
from cases.lifecycle import Status
from flows.prefect_server import answers, api_url, free_port
from flows.rerun import send_back
from tests.shell.installation import PATIENCE, VOUCH, Installation, install, settled, wait_until


@pytest.mark.slow
def test_a_case_from_submission_to_audit(installation: Installation, drawn_case: Path) -> None:
    case_id = installation.submit(drawn_case)
    with installation.store() as store:
        _work(installation)
        assert store.get(case_id).status is Status.REFERRED
        early = installation.vouch("settle", case_id, "--outcome", "approve", "--by", "not a code")
        assert early.returncode == 2
        done = installation.vouch(
            *("settle", case_id, "--outcome", "decline", "--by", "u17", "--note", "seen the originals"),
            *("--reason", "The deposits do not support the stated revenue."),
        )
        assert done.returncode == 0, done.stderr
        assert store.get(case_id).status is Status.ANSWERED
        _work(installation)
        assert store.get(case_id).status is Status.DECLINED
        assert [one.name for one in store.letters(case_id)] == ["under_review", "decline"]
        again = installation.vouch("settle", case_id, "--outcome", "approve", "--by", "u17")
        assert again.returncode == 2
        assert "declined" in again.stderr
    status = json.loads(installation.vouch("status", case_id, "--json").stdout)
    assert status["status"] == "declined"
    assert all(Path(path).is_file() for letter in status["letters"] for form, path in letter.items() if form != "name")
    replayed = installation.vouch("replay", case_id, "--json")
    assert replayed.returncode == 0, replayed.stdout
    assert json.loads(replayed.stdout)["identical"] is True
    assert installation.vouch("audit", "verify").returncode == 0
    _change_a_decision(installation)
    broken = installation.vouch("audit", "verify")
    assert broken.returncode == 1
    assert case_id in broken.stderr


@pytest.mark.slow
def test_an_operator_sends_a_referred_case_back_but_no_other(installation: Installation, drawn_case: Path) -> None:
    case_id = installation.submit(drawn_case)
    with installation.store() as store:
        with pytest.raises(IllegalMove, match="cannot become received"):
            send_back(store, case_id)
        _work(installation)
        send_back(store, case_id)
        assert store.get(case_id).status is Status.RECEIVED
        _work(installation)
        assert [one.attempt for one in store.decisions(case_id)] == [1, 2]
        assert store.verify_chain().ok
    assert installation.runs(case_id) == ["COMPLETED", "COMPLETED"]


@pytest.mark.slow
def test_a_draft_policy_is_tried_on_past_cases(installation: Installation, drawn_case: Path) -> None:
    installation.submit(drawn_case)
    _work(installation)
    from decision.book import FOLDER

    policy = (FOLDER / "policies" / "sme_term_loan.yaml").read_text(encoding="utf-8")
    draft = installation.folder / "draft.yaml"
    draft.write_text(policy, encoding="utf-8")
    done = installation.vouch("replay", "--policy", draft, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["cases"], told["changed"]) == (1, 0)


@pytest.mark.slow
def test_up_starts_everything_and_leaves_nothing_behind(tmp_path: Path, drawn_case: Path) -> None:
    here = install(
        tmp_path / "up", VOUCH_READERS="1", VOUCH_PREFECT_PORT=str(free_port()), VOUCH_PORTAL_PORT=str(free_port())
    )
    with (here.folder / "up.log").open("wb") as log:
        process = subprocess.Popen(
            [VOUCH, "up"], cwd=here.folder, env={**os.environ, **here.environment}, stdout=log, stderr=log
        )
    try:
        wait_until(lambda: answers(api_url(here.settings)) or process.poll() is not None, "Prefect's answer", pause=0.2)
        assert process.poll() is None, (here.folder / "up.log").read_text(encoding="utf-8")
        taken = here.vouch("up")
        assert taken.returncode == 2
        assert str(here.settings.prefect_port) in taken.stderr
        case_id = here.submit(drawn_case)
        with here.store() as store:
            wait_until(lambda: settled(store, case_id), "the case's decision", pause=0.2)
        family = _descendants(process.pid)
        assert len(family) >= 3
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        wait_until(lambda: not any(_alive(pid) for pid in family), "the end of every child", 30)
        assert not answers(api_url(here.settings))
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


@pytest.mark.slow
def test_a_worker_that_is_told_to_stop_gives_its_case_back(installation: Installation, drawn_case: Path) -> None:
    case_id = installation.submit(drawn_case)
    with installation.store() as store:
        with installation.worker() as worker:
            wait_until(lambda: installation.runs(case_id) != [], "a run in Prefect", pause=0.005)
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(PATIENCE) == 0, installation.log.read_text(encoding="utf-8")
        assert store.get(case_id).status in {Status.RECEIVED, Status.REFERRED}
        _work(installation)
        assert store.get(case_id).status is Status.REFERRED
        assert len(store.decisions(case_id)) == 1
        assert store.verify_chain().ok


def _work(installation: Installation) -> None:
    with installation.worker("--until-idle") as worker:
        assert worker.wait(PATIENCE) == 0, installation.log.read_text(encoding="utf-8")


def _change_a_decision(installation: Installation) -> None:
    """What somebody does who wants an approval where there was none."""
    database = installation.settings.data_dir / "cases.db"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE decisions SET decision = replace(decision, '\"decline\"', '\"approve\"')")


def _descendants(pid: int) -> set[int]:
    """The processes that a process started, and those that they started."""
    parents: dict[int, int] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        # A process may be gone by the time that its file is opened.
        with contextlib.suppress(OSError):
            parents[int(file.parent.name)] = int(file.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    found: set[int] = set()
    wave = {pid}
    while wave:
        wave = {child for child, parent in parents.items() if parent in wave} - found
        found |= wave
    return found


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
