"""The steps from one version of the case store's tables to the next; run by `Store.migrate`, never by hand."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from cases.errors import BrokenInstallation


def upgrade(connection: Connection) -> None:
    """Runs the missing steps within the connection's transaction.

    Raises BrokenInstallation when the database is of a newer version than this installation.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise BrokenInstallation(
            "The case store was made by another version of Vouch; install that version or a newer one."
        ) from error
