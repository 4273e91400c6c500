"""`vouch submit --to`: a sample goes to another installation over real HTTP, once however often it is sent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.application_file import load_application
from cases.errors import BadInput, NotFound, Unavailable
from portal.commands.send import Refusal, run_send
from portal.web.api.keys import new_key
from portal.web.sessions import hashed
from tests.shell.portal.site_at_hand import SiteAtHand, served, site_at

SAMPLE = next(Path("samples").glob("01*"))


@pytest.fixture
def here(tmp_path: Path) -> Iterator[SiteAtHand]:
    with site_at(tmp_path / "site") as found:
        yield found


@pytest.fixture
def key_file(here: SiteAtHand, tmp_path: Path) -> Path:
    key, path = new_key(), tmp_path / "acme.key"
    here.store.clients.add("acme", hashed(key), here.clock.now)
    path.write_text(key + "\n", encoding="utf-8")
    return path


def send(address: str, key_file: Path, tmp_path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = ["submit", str(SAMPLE.absolute()), "--to", address, "--key-file", str(key_file), *more]
    return subprocess.run(
        [sys.executable, "-m", "portal.cli", *command],
        env={**os.environ, "VOUCH_DATA": str(tmp_path / "sender")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_sample_is_sent_once(here: SiteAtHand, key_file: Path, tmp_path: Path) -> None:
    with served(here.app) as address:
        first = send(address, key_file, tmp_path, "--json")
        again = send(address, key_file, tmp_path, "--json")
    assert first.returncode == 0, first.stderr
    assert first.stdout == again.stdout
    (record,) = here.store.cases()
    assert json.loads(first.stdout)["case"] == record.id
    assert sorted(one.name for one in record.files) == sorted(one.name for one in (SAMPLE / "documents").iterdir())
    stated = load_application(SAMPLE / "application.toml")
    assert (record.application.business, record.application.stated) == (stated.business, stated.stated)
    assert (record.application.request, record.application.people) == (stated.request, stated.people)


def test_what_goes_wrong_is_one_sentence(here: SiteAtHand, key_file: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.key"
    wrong.write_text("vk_wrong", encoding="utf-8")
    with served(here.app) as address:
        for given, kind, told in (
            ((address, wrong), Refusal, "sign in"),
            (("http://loans.example.com", key_file), BadInput, "https://"),
            ((address, tmp_path / "none"), NotFound, "--key-file"),
            (("http://127.0.0.1:9", key_file), Unavailable, "cannot be reached"),
        ):
            with pytest.raises(kind, match=told):
                run_send(SAMPLE, *given, as_json=True)
    assert here.store.cases() == ()
