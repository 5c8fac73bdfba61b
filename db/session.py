"""`Database.read()` and `.write(actor)`: the only door to the records."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from db.chain import Break, Head, verify
from db.cipher import Access, connect
from db.journal import HybridClock, JournaledSession, last_time
from db.refusals import VaultIsReadOnly, worded


class Database:
    """One per open file. Safe to share between threads; a session never is."""

    def __init__(
        self,
        path: Path,
        key_hex: str,
        audit_key: bytes,
        committed: Callable[[Head], None] = lambda _head: None,
        *,
        access: Access = Access.WRITE,
    ) -> None:
        """`key_hex`: 64 hexadecimal digits; `audit_key` chains the journal; `committed` is told of each new head.

        Where it fails, what was saved stays saved, and it is told again before anything else may be written.
        Opens nothing yet.
        """
        self.path = path
        self.access = access
        self.engine = _engine(path, key_hex, access)
        self._writer = self.engine.execution_options(begin="BEGIN IMMEDIATE")
        self._clock: HybridClock | None = None
        self._audit_key = audit_key
        self._committed = committed
        self._untold: Head | None = None
        self._lane = RLock()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent snapshot. Anything written here is thrown away."""
        with worded(self.path), Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self, actor: str) -> Iterator[JournaledSession]:
        """One actor's unit of work: commits with its journal on the way out, rolls back on any exception.

        Raises `VaultIsReadOnly` where the file was opened only to be read, and what `committed` raises.
        """
        if self.access is not Access.WRITE:
            raise VaultIsReadOnly
        with self._lane, worded(self.path):
            self._tell()
            session = JournaledSession(
                self._writer, actor=actor, clock=self._hybrid(), audit_key=self._audit_key, expire_on_commit=False
            )
            with session, session.begin():
                yield session
            if session.head is not None:
                self._untold = session.head
                with suppress(UserError, OSError):
                    self._tell()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Nobody else writes while the block runs."""
        with self._lane:
            yield

    def verify(self) -> Head | Break:
        """Walk the chain of changes: its head, or the first entry that does not match."""
        with self.read() as session:
            return verify(session, self._audit_key)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of every connection."""
        try:
            if self.access is Access.WRITE:
                with self.outside() as connection:
                    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self.engine.dispose()

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """A connection in no transaction, for pragmas and migrations."""
        with worded(self.path), self.engine.execution_options(begin="").connect() as connection:
            yield connection

    def _tell(self) -> None:
        """Tell of the newest head, unless it was told."""
        if self._untold is not None:
            self._committed(self._untold)
            self._untold = None

    def _hybrid(self) -> HybridClock:
        if self._clock is None:
            with self.read() as session:
                self._clock = HybridClock(last_time(session))
        return self._clock


def _engine(path: Path, key_hex: str, access: Access) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key_hex, access),
        poolclass=QueuePool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options: dict[str, Any] = dict(connection.get_execution_options())
        if statement := options.get("begin", "BEGIN"):
            connection.exec_driver_sql(statement)

    return engine
