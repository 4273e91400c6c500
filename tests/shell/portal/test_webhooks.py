"""Clients are told when their cases change: signed, again after a failure, none lost and none of another's."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest

from cases.errors import BadInput, NotFound
from cases.lifecycle import Status
from cases.store import Store
from cases.store.hooks import usable
from portal.web.api.webhooks import pause_after, send_round
from tests.shell.cases_at_hand import APPLICATION, FILES, START, after, conclude, take
from tests.shell.installation import wait_until
from tests.shell.portal.site_at_hand import site_at

SECRET = "vs_secret"


@dataclass
class Listener:
    """A client's own server; it answers with `status`."""

    status: int = 200
    url: str = ""
    told: list[dict[str, object]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            found.told.append(json.loads(body))
            found.bodies.append(body)
            found.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(found.status)
            self.send_header("location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    found.url = f"http://127.0.0.1:{server.server_port}/vouch"
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=5, trust_env=False) as made:
        yield made


def case_of(store: Store, client: str, case_id: str) -> str:
    """A received case of a client's."""
    store.clients.begin_case(client, case_id, {}, "en", START)
    store.intakes.add_file(case_id, FILES[0], START)
    return store.intakes.submit(case_id, case_id, APPLICATION, after(1), f"api:{client}")


@pytest.fixture
def acme(store: Store, listener: Listener) -> str:
    for name in ("acme", "other"):
        store.clients.add(name, f"{name:0<64}", START)
    store.hooks.set("acme", listener.url, SECRET)
    return "acme"


def test_a_client_is_told_of_its_own_cases_signed(
    store: Store, acme: str, listener: Listener, http: httpx.Client
) -> None:
    case_of(store, acme, "c1")
    case_of(store, "other", "c2")
    claim = store.claim("w1", after(2), dt.timedelta(seconds=60), "c1")
    assert claim is not None
    conclude(store, claim)
    assert send_round(store, after(10), http) == 3
    assert [(one["case"], one["status"]) for one in listener.told] == [
        *(("c1", "received"), ("c1", "processing"), ("c1", "referred"))
    ]
    assert len({one["event"] for one in listener.told}) == 3
    for headers, body in zip(listener.headers, listener.bodies, strict=True):
        moment, given = (part.split("=")[1] for part in headers["vouch-signature"].split(","))
        expected = hmac.new(SECRET.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
        assert given == expected
        assert int(moment) == int(after(10).timestamp())
    assert send_round(store, after(20), http) == 0, "each is told once"
    assert "Quillfeather" not in str(listener.bodies)


@pytest.mark.parametrize("status", [500, 404, 302, 410])
def test_what_did_not_arrive_is_sent_again_with_growing_pauses(
    store: Store, acme: str, listener: Listener, http: httpx.Client, status: int
) -> None:
    case_of(store, acme, "c1")
    listener.status = status
    assert send_round(store, after(10), http) == 0
    for seconds in (11, 19):
        send_round(store, after(seconds), http)
    assert len(listener.told) == 1
    send_round(store, after(20), http)
    send_round(store, after(39), http)
    assert len(listener.told) == 2
    listener.status = 204
    assert send_round(store, after(40), http) == 1
    assert store.hooks.owed() == 0
    assert {one["event"] for one in listener.told} == {listener.told[0]["event"]}
    assert pause_after(0) < pause_after(1) < pause_after(5) < pause_after(50) == dt.timedelta(hours=1)


def test_a_client_that_is_away_loses_nothing(store: Store, acme: str, listener: Listener, http: httpx.Client) -> None:
    here = listener.url
    store.hooks.set(acme, "http://127.0.0.1:9/nobody", SECRET)
    case_of(store, acme, "c1")
    assert send_round(store, after(10), http) == 0
    store.move("c1", Status.WITHDRAWN, after(11), "api:acme")
    store.hooks.set(acme, here, SECRET)
    assert send_round(store, after(60), http) == 2
    assert {one["status"] for one in listener.told} == {"received", "withdrawn"}


def test_a_sender_that_was_killed_leaves_its_messages_to_the_next(
    store: Store, acme: str, listener: Listener, http: httpx.Client
) -> None:
    case_of(store, acme, "c1")
    store.hooks.collect()
    assert len(store.hooks.take(after(10))) == 1
    assert store.hooks.take(after(11)) == (), "it is being sent"
    assert send_round(store, after(71), http) == 1


def test_after_a_week_a_message_is_given_up_but_kept(
    store: Store, acme: str, listener: Listener, http: httpx.Client
) -> None:
    case_of(store, acme, "c1")
    listener.status = 500
    send_round(store, after(10), http)
    send_round(store, START + dt.timedelta(days=8), http)
    assert store.hooks.owed() == 0
    assert send_round(store, START + dt.timedelta(days=30), http) == 0
    assert len(listener.told) == 2


def test_what_happened_before_anybody_wanted_to_know_is_not_told(
    store: Store, listener: Listener, http: httpx.Client
) -> None:
    store.clients.add("late", "ab" * 32, START)
    case_of(store, "late", "c1")
    store.hooks.set("late", listener.url, SECRET)
    assert send_round(store, after(10), http) == 0
    take(store, seconds=11)
    assert send_round(store, after(12), http) == 1


def test_messages_go_only_where_nobody_listens_on_the_way(store: Store, acme: str) -> None:
    for url in ("https://acme.example/hook", "http://127.0.0.1:8000/", "http://localhost/x", "http://[::1]:80/x"):
        assert usable(url), url
    for url in (
        *("http://acme.example/", "ftp://acme.example", "https://", "//acme.example", "javascript:alert(1)", ""),
        *("http://127.0.0.1.evil.example/", "https://user@acme.example/", "https://a b", "file:///etc/passwd"),
        "https://" + "x" * 600,
    ):
        assert not usable(url), url
        with pytest.raises(BadInput):
            store.hooks.set(acme, url, SECRET)
    with pytest.raises(NotFound):
        store.hooks.set("nobody", "https://acme.example", SECRET)


def test_the_portal_sends_by_itself(tmp_path: Path, listener: Listener) -> None:
    with site_at(tmp_path) as here:
        here.store.clients.add("acme", "ab" * 32, START)
        here.store.hooks.set("acme", listener.url, SECRET)
        case_of(here.store, "acme", "c1")
        wait_until(lambda: len(listener.told) == 1, "the message", seconds=30)
    assert listener.told[0]["case"] == "c1"
