"""The commands about the doors: accounts and clients are made, reset and ended; secrets are printed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.errors import BadInput, NotFound
from cases.settings import Settings
from cases.store import Store
from portal.commands import clients, serve_web
from portal.web.passwords import matches
from portal.web.sessions import hashed
from tests.shell.cases_at_hand import START, after
from tests.shell.portal.site_at_hand import PASSWORD


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("VOUCH_DATA", str(tmp_path))
    made = Store(Settings.from_env().database_url)
    made.migrate()
    return made


def test_an_account_is_made_with_roles_that_exist(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    for roles in ([], ["owner"], ["underwriter", "root"]):
        with pytest.raises(BadInput, match="A role is one of"):
            serve_web.run_add_staff("jo", roles, password=PASSWORD)
    with pytest.raises(BadInput, match="12 to 200"):
        serve_web.run_add_staff("jo", ["auditor"], password="short")
    assert store.accounts.all() == ()
    assert serve_web.run_add_staff("jo", ["auditor"], password=PASSWORD) == 0
    assert matches(PASSWORD, store.accounts.get("jo").password)
    assert PASSWORD not in "".join(capsys.readouterr())


def test_a_reset_account_begins_anew(store: Store) -> None:
    serve_web.run_add_staff("jo", ["auditor"], password=PASSWORD)
    store.accounts.set_second_factor("jo", "KEY", 5)
    store.accounts.failed("jo", 1, START, after(900))
    store.accounts.begin("token", "staff", "jo", START, after(60))
    assert serve_web.run_reset_staff("jo", password="quite another password") == 0
    kept = store.accounts.get("jo")
    assert (kept.second_factor, kept.failures, kept.locked_until) == (None, 0, None)
    assert matches("quite another password", kept.password)
    assert store.accounts.session("token", START) is None
    with pytest.raises(NotFound):
        serve_web.run_reset_staff("nobody", password=PASSWORD)


def test_a_clients_key_is_printed_once_and_kept_as_a_hash(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert clients.run_add_client("acme") == 0
    key = capsys.readouterr().out.strip()
    found = store.clients.by_key(hashed(key))
    assert found is not None
    assert found.id == "acme"
    for name in ("acme", "with blank", ""):
        with pytest.raises(BadInput):
            clients.run_add_client(name)
    assert clients.run_set_webhook("acme", "https://acme.example/hook") == 0
    assert capsys.readouterr().out.startswith("vs_")
    with pytest.raises(BadInput):
        clients.run_set_webhook("acme", "http://acme.example/hook")
    assert clients.run_disable_client("acme") == 0
    assert store.clients.by_key(hashed(key)) is None
    with pytest.raises(NotFound):
        clients.run_disable_client("nobody")
    kept = b"".join(path.read_bytes() for path in Settings.from_env().data_dir.glob("cases.db*"))
    assert key.encode() not in kept
