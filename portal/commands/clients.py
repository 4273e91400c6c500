"""`vouch client …`: who may use the API."""

from __future__ import annotations

import secrets
import sys

from cases.settings import Settings
from portal.commands.answers import DONE, print_table
from portal.commands.cases import opened_store


def run_add_client(client: str) -> int:
    """Makes a client and prints its key on standard output, this once. Raises BadInput for a name that is taken."""
    from portal.web.api.keys import new_key
    from portal.web.sessions import hashed
    from portal.web.site import utc_now

    key = new_key()
    with opened_store(Settings.from_env()) as store:
        store.clients.add(client, hashed(key), utc_now())
    print(key)
    print(f"This is the key of {client}; keep it, for it is shown only now.", file=sys.stderr)
    return DONE


def run_list_clients() -> int:
    with opened_store(Settings.from_env()) as store:
        rows = [(one.id, f"{one.created:%Y-%m-%d}", "no" if one.disabled else "yes") for one in store.clients.all()]
    print_table("Clients of the API", ("name", "since", "may call"), rows)
    return DONE


def run_disable_client(client: str) -> int:
    """Its key opens nothing any more; its cases go on. Raises NotFound."""
    with opened_store(Settings.from_env()) as store:
        store.clients.disable(client)
    return DONE


def run_set_webhook(client: str, url: str) -> int:
    """Prints the secret that signs the client's messages, this once. Raises BadInput, NotFound."""
    secret = "vs_" + secrets.token_urlsafe(32)
    with opened_store(Settings.from_env()) as store:
        store.hooks.set(client, url, secret)
    print(secret)
    print(f"This is the secret of {client}'s webhook; keep it, for it is shown only now.", file=sys.stderr)
    return DONE
