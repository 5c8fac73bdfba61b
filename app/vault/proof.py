"""Is a file of records whole, and how far does it go? Every page, every row's place, the chain, and the head."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.crypto.keyfile import VaultKeys
from db.chain import Break, Head
from db.cipher import Access
from db.refusals import VaultDamaged
from db.session import Database

_OURS = "type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'case_search%' AND name <> 'alembic_version'"


@dataclass(frozen=True, slots=True)
class Standing:
    """What whole records hold: revision of their tables, newest change, rows per table, ids of sealed documents."""

    schema: str
    head: Head
    counts: Mapping[str, int]
    documents: tuple[str, ...]


@contextmanager
def still(records: Path, keys: VaultKeys) -> Iterator[Database]:
    """The records in a file that nobody writes, read without leaving a trace beside it."""
    database = Database(records, keys.database_key_hex(), keys.audit_key(), access=Access.FROZEN)
    try:
        yield database
    finally:
        database.close()


def check_pages(connection: Connection) -> None:
    """Read every page back; raises `VaultDamaged` for one that is not as it was written."""
    if connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None:
        raise VaultDamaged
    if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
        raise VaultDamaged


def prove(records: Path, keys: VaultKeys) -> Standing:
    """Check pages, structure and chain of a file that nobody writes; raises `VaultDamaged`."""
    with still(records, keys) as database:
        with database.outside() as connection:
            check_pages(connection)
        return standing(database)


def standing(database: Database) -> Standing:
    """Walk the chain and count; raises `VaultDamaged` where the chain is broken."""
    walked = database.verify()
    if isinstance(walked, Break):
        raise VaultDamaged
    with database.read() as session:
        connection = session.connection()
        tables = [row[0] for row in connection.exec_driver_sql(f"SELECT name FROM sqlite_master WHERE {_OURS}")]  # noqa: S608 - our own words
        counts = {
            table: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar() or 0)  # noqa: S608 - names of our own tables
            for table in sorted(tables)
        }
        schema = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
        return Standing(schema, walked, counts, _documents(session, tables))


def _documents(session: Session, tables: list[str]) -> tuple[str, ...]:
    if "document_file" not in tables:
        return ()
    return tuple(
        row[0] for row in session.connection().exec_driver_sql("SELECT file_id FROM document_file ORDER BY file_id")
    )
