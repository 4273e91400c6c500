"""The commands about the web's doors: `vouch portal`, `vouch staff …`."""

from __future__ import annotations

from typing import Annotated

import typer

staff = typer.Typer(help="The people who may sign in to the workbench.", no_args_is_help=True)


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


@staff.command("disable")
def staff_disable(account: Annotated[str, typer.Argument(help="The name to sign in with.")]) -> None:
    """End an account and its sessions; what it did stays on record.

    Example: vouch staff disable jo.smith
    """
    from portal.commands.serve_web import run_disable_staff

    raise typer.Exit(run_disable_staff(account))
