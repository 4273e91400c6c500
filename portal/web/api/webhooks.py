"""Tells clients when their cases change: signed, tried again with growing pauses, never lost.

A message is `{"case", "status", "event", "at"}`. Its header `Vouch-Signature` is `t=TIME,v1=HEX`, where HEX is the
HMAC-SHA256 of `TIME.BODY` by the secret that `vouch client webhook` printed. A message may come twice or out of order;
`event` tells both.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import hmac
import logging
from collections.abc import Callable

import httpx

from cases.codec import to_json
from cases.errors import VouchError
from cases.store import Store
from cases.store.hooks import Delivery

LOG = logging.getLogger("vouch.webhooks")
FIRST_PAUSE = dt.timedelta(seconds=10)
LONGEST_PAUSE = dt.timedelta(hours=1)
GIVEN_UP_AFTER = dt.timedelta(days=7)
PATIENCE = 10.0
"""Seconds that a client's server may take."""
ROUND_SECONDS = 1.0


def signature(secret: str, moment: int, body: bytes) -> str:
    signed = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={signed}"


def pause_after(tries: int) -> dt.timedelta:
    """10 s, 20 s, 40 s … up to an hour."""
    return min(FIRST_PAUSE * (1 << min(tries, 20)), LONGEST_PAUSE)


def send_round(store: Store, at: dt.datetime, http: httpx.Client) -> int:
    """Sends what is due; how many messages arrived."""
    store.hooks.collect()
    arrived = 0
    for one in store.hooks.take(at):
        if _sent(one, at, http):
            store.hooks.arrived(one, at)
            arrived += 1
        else:
            late = at - one.happened > GIVEN_UP_AFTER
            store.hooks.again(one, None if late else at + pause_after(one.tries))
    return arrived


def _sent(one: Delivery, at: dt.datetime, http: httpx.Client) -> bool:
    told = {"case": one.case_id, "status": one.status, "event": one.event, "at": one.happened}
    body = to_json(told).encode()
    headers = {
        "content-type": "application/json",
        "vouch-signature": signature(one.secret, int(at.timestamp()), body),
        "vouch-delivery": f"{one.client}-{one.event}",
    }
    try:
        return http.post(one.url, content=body, headers=headers).is_success
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as fault:  # An odd host name ends in a UnicodeError.
        LOG.warning("message %s of %s did not arrive: %s", one.event, one.client, type(fault).__name__)
        return False


async def keep_sending(store: Store, clock: Callable[[], dt.datetime]) -> None:
    """Until it is cancelled, when the site ends. Redirects are not followed: they could lead anywhere."""
    with httpx.Client(timeout=PATIENCE, follow_redirects=False, trust_env=False) as http:
        while True:
            try:
                if await asyncio.to_thread(store.hooks.any):
                    await asyncio.to_thread(send_round, store, clock(), http)
            except Exception as fault:  # Whatever it was, the messages are kept and tried again.
                LOG.warning("webhooks: %s", fault.code if isinstance(fault, VouchError) else type(fault).__name__)
            await asyncio.sleep(ROUND_SECONDS)
