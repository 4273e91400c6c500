"""Accounts and sessions in the store: rows that count, lock, end and are swept."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from cases.errors import BadInput, NotFound
from cases.store import Store
from tests.shell.cases_at_hand import START, after

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def account(store: Store) -> str:
    store.accounts.add("jo", "hash", frozenset({"underwriter", "auditor"}), START)
    return "jo"


def test_an_account_is_kept_with_its_roles(store: Store, account: str) -> None:
    kept = store.accounts.get(account)
    assert kept.roles == {"underwriter", "auditor"}
    assert (kept.second_factor, kept.last_code, kept.failures, kept.locked_until, kept.disabled) == (
        *(None, 0, 0),
        *(None, False),
    )
    store.accounts.set_roles(account, frozenset({"operator"}))
    assert [one.roles for one in store.accounts.all()] == [{"operator"}]


def test_a_name_is_taken_once_and_is_a_code(store: Store, account: str) -> None:
    with pytest.raises(BadInput, match="already"):
        store.accounts.add(account, "other", frozenset(), START)
    for name in ("", "with blank", "né", "a\x00b", "x" * 200, "../up"):
        with pytest.raises(BadInput):
            store.accounts.add(name, "hash", frozenset(), START)
        with pytest.raises(BadInput):
            store.accounts.get(name)


def test_what_is_not_there_cannot_be_changed(store: Store) -> None:
    for change in (
        lambda: store.accounts.get("nobody"),
        lambda: store.accounts.set_password("nobody", "x"),
        lambda: store.accounts.disable("nobody"),
        lambda: store.accounts.set_second_factor("nobody", "KEY", 1),
        lambda: store.accounts.forget_second_factor("nobody"),
    ):
        with pytest.raises(NotFound):
            change()
    store.accounts.failed("nobody", 1, START, after(60))


def test_failures_lock_for_a_while_and_then_count_anew(store: Store, account: str) -> None:
    def fail(seconds: float) -> tuple[int, dt.datetime | None]:
        store.accounts.failed(account, 3, after(seconds), after(seconds + 60))
        kept = store.accounts.get(account)
        return kept.failures, kept.locked_until

    assert [fail(0), fail(1)] == [(1, None), (2, None)]
    assert fail(2) == (3, after(62))
    assert fail(30) == (3, after(62)), "trying on prolongs nothing"
    assert fail(62) == (1, None)
    store.accounts.succeeded(account)
    assert store.accounts.get(account).failures == 0


def test_a_code_serves_one_of_many_who_try_at_once(store: Store, account: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: store.accounts.use_code(account, 1000), range(8)))
    assert taken.count(True) == 1
    assert not store.accounts.use_code(account, 999)
    assert store.accounts.use_code(account, 1001)
    store.accounts.set_second_factor(account, "KEY", 1001)
    assert not store.accounts.use_code(account, 1001), "setting the key up does not free its first code"


def test_sessions_end_run_out_and_are_swept(store: Store, account: str) -> None:
    sessions = store.accounts
    for token, expires in (("a", after(60)), ("b", after(120)), ("c", after(120))):
        sessions.begin(token, "staff", account, START, expires)
    found = sessions.session("a", START)
    assert found is not None
    assert (found.door, found.subject) == ("staff", account)
    assert sessions.session("a", after(60)) is None
    sessions.end("b")
    assert sessions.session("b", START) is None
    sessions.begin("d", "staff", account, after(90), after(90) + HOUR)
    assert sessions.session("a", START) is None, "what has run out is gone"
    sessions.end_all(account)
    assert sessions.session("c", START) is None
    assert sessions.session("d", after(90)) is None


@pytest.mark.parametrize("change", ["set_password", "disable", "forget_second_factor"])
def test_sessions_end_with_what_let_them_in(store: Store, account: str, change: str) -> None:
    store.accounts.begin("mine", "staff", account, START, after(60))
    store.accounts.begin("theirs", "staff", "other", START, after(60))
    getattr(store.accounts, change)(account, *(["new"] if change == "set_password" else []))
    assert store.accounts.session("mine", START) is None
    assert store.accounts.session("theirs", START) is not None
