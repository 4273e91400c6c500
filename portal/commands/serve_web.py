"""`vouch portal` and `vouch staff`: the web's doors, and the people who may enter."""

from __future__ import annotations

import contextlib
import getpass
import sys
from collections.abc import Iterator, Sequence

from cases.errors import BadInput
from cases.settings import Settings
from cases.store import Store
from portal.commands.answers import DONE, print_table

HOST = "127.0.0.1"


def run_portal(port: int | None) -> int:
    """Serves the portal on loopback until it is ended."""
    import uvicorn

    from portal.web import create_app

    settings = Settings.from_env()
    chosen = port or settings.portal_port
    print(f"Portal       http://{HOST}:{chosen}", file=sys.stderr, flush=True)
    # Access lines would hold addresses of people and links that open their cases.
    app = create_app(settings)
    # Pages that watch a case hold their connection open; they find their way back by themselves.
    quiet = {"log_level": "warning", "access_log": False, "server_header": False}
    uvicorn.run(app, host=HOST, port=chosen, timeout_graceful_shutdown=3, **quiet)  # type: ignore[arg-type]
    return DONE


def run_add_staff(account: str, roles: Sequence[str], *, password: str = "") -> int:
    """Makes an account; without a password it is asked for, unseen. Raises BadInput for a role that does not exist."""
    from portal.web.passwords import hash_of
    from portal.web.roles import Role
    from portal.web.site import utc_now

    known = {role.value for role in Role}
    wrong = sorted(set(roles) - known)
    if wrong or not roles:
        raise BadInput(f"A role is one of {', '.join(sorted(known))}; give --role once for each.")
    chosen = password or _asked()
    with _store() as store:
        store.accounts.add(account, hash_of(chosen), frozenset(roles), utc_now())
    print(f"{account} may sign in now; the second factor is set up at the first time.", file=sys.stderr)
    return DONE


def run_list_staff() -> int:
    with _store() as store:
        accounts = store.accounts.all()
    rows = [
        (one.id, ", ".join(sorted(one.roles)), _yes(one.second_factor is not None), _yes(not one.disabled))
        for one in accounts
    ]
    print_table("Staff", ("name", "roles", "second factor", "may sign in"), rows)
    return DONE


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def run_reset_staff(account: str, *, password: str = "") -> int:
    """A new password, no second factor until the next sign-in, no lock, no session. Raises NotFound."""
    from portal.web.passwords import hash_of

    with _store() as store:
        store.accounts.get(account)
        store.accounts.set_password(account, hash_of(password or _asked()))
        store.accounts.forget_second_factor(account)
    print(f"{account} sets a new second factor up at the next sign-in.", file=sys.stderr)
    return DONE


def run_disable_staff(account: str) -> int:
    """Nobody signs in with the account any more; its sessions end."""
    with _store() as store:
        store.accounts.disable(account)
    return DONE


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Once more: "):
        raise BadInput("The two passwords differ; nothing was changed.")
    return first


@contextlib.contextmanager
def _store() -> Iterator[Store]:
    settings = Settings.from_env()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with Store(settings.database_url) as store:
        store.migrate()
        yield store
