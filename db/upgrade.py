"""Bring a file's tables to what this program knows, or refuse a file that knows more."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from app.domain.errors import N_, UserError
from db.refusals import VaultDamaged
from db.session import Database

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


class NewerVault(UserError):
    what = N_("This vault was written by a newer version of the program.")
    todo = N_("Install the newer version; this one leaves the vault as it is.")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config


def current(database: Database) -> str | None:
    """The revision that the file stands at, None for an empty one."""
    with database.outside() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def pending(database: Database) -> bool:
    """Whether the file lacks a migration; raises `NewerVault`, and `VaultDamaged` where it has no revision."""
    here = current(database)
    if here is None:
        raise VaultDamaged
    known = _revisions(_SCRIPTS)
    if here not in known:
        raise NewerVault
    return here != known[0]


@cache
def _revisions(scripts: Path) -> tuple[str, ...]:
    """Every revision that lies in `scripts`, the newest first."""
    return tuple(script.revision for script in ScriptDirectory(str(scripts)).walk_revisions())


def upgrade(database: Database, *, fresh: bool = False) -> None:
    """Run every migration that the file lacks, in one transaction; `fresh` for a file just made.

    Foreign keys are off while tables are rebuilt and checked before the commit: SQLite cannot switch them
    inside a transaction. Raises `NewerVault`, and `VaultDamaged` where an old file has no revision.
    """
    if not fresh and not pending(database):
        return
    config = _config()
    with database.outside() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise VaultDamaged
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            with suppress(OperationalError):  # a full or failing disk has rolled back already
                connection.exec_driver_sql("ROLLBACK")
            raise
        finally:
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
