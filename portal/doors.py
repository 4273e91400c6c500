"""The commands about the web's doors: `vouch portal`, `vouch staff …`, `vouch client …`."""

from __future__ import annotations

from typing import Annotated

import typer

staff = typer.Typer(help="The people who may sign in to the workbench.", no_args_is_help=True)
clients = typer.Typer(help="The programs that may use the API.", no_args_is_help=True)


def portal(
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="8600 if nothing else is set.")] = None,
) -> None:
    """Serve the portal and the workbench alone, on this machine.

    Example: vouch portal --port 8700
    """
    from portal.commands.serve_web import run_portal

    raise typer.Exit(run_portal(port))


@staff.command("add")
def staff_add(
    account: Annotated[str, typer.Argument(help="The name to sign in with.")],
    role: Annotated[list[str], typer.Option(help="underwriter, senior, credit_officer, operator or auditor.")],
) -> None:
    """Make an account; the password is asked for, or read from standard input.

    Example: vouch staff add jo.smith --role underwriter
    """
    from portal.commands.serve_web import run_add_staff

    raise typer.Exit(run_add_staff(account, role))


@staff.command("list")
def staff_list() -> None:
    """Show the accounts.

    Example: vouch staff list
    """
    from portal.commands.serve_web import run_list_staff

    raise typer.Exit(run_list_staff())


@staff.command("reset")
def staff_reset(account: Annotated[str, typer.Argument(help="The name to sign in with.")]) -> None:
    """Give an account a new password and let it set up a new authenticator, for who has lost theirs.

    Example: vouch staff reset jo.smith
    """
    from portal.commands.serve_web import run_reset_staff

    raise typer.Exit(run_reset_staff(account))


@staff.command("disable")
def staff_disable(account: Annotated[str, typer.Argument(help="The name to sign in with.")]) -> None:
    """End an account and its sessions; what it did stays on record.

    Example: vouch staff disable jo.smith
    """
    from portal.commands.serve_web import run_disable_staff

    raise typer.Exit(run_disable_staff(account))


@clients.command("add")
def client_add(name: Annotated[str, typer.Argument(help="A name of letters and digits; events show it.")]) -> None:
    """Make a client of the API; its key is printed this once.

    Example: vouch client add acme-brokers > acme.key
    """
    from portal.commands.clients import run_add_client

    raise typer.Exit(run_add_client(name))


@clients.command("list")
def client_list() -> None:
    """Show the clients of the API.

    Example: vouch client list
    """
    from portal.commands.clients import run_list_clients

    raise typer.Exit(run_list_clients())


@clients.command("disable")
def client_disable(name: Annotated[str, typer.Argument(help="The client's name.")]) -> None:
    """End a client's key; its cases go on.

    Example: vouch client disable acme-brokers
    """
    from portal.commands.clients import run_disable_client

    raise typer.Exit(run_disable_client(name))


@clients.command("webhook")
def client_webhook(
    name: Annotated[str, typer.Argument(help="The client's name.")],
    url: Annotated[str, typer.Argument(help="Where it is told: https://…, or http:// on this machine.")],
) -> None:
    """Say where a client is told of its cases; the secret that signs the messages is printed this once.

    Example: vouch client webhook acme-brokers https://acme.example/vouch
    """
    from portal.commands.clients import run_set_webhook

    raise typer.Exit(run_set_webhook(name, url))
