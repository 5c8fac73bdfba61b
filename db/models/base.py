"""The ground of every table: identity, types, and the class of secrecy that each column carries."""

import time
import uuid
from datetime import UTC, datetime
from functools import lru_cache
from os import urandom
from threading import Lock
from typing import Any

from sqlalchemy import BigInteger, Dialect, ForeignKey, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from app.domain.partial_date import PartialDate, parse_iso
from app.domain.uuid7 import uuid7

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UidSource:
    """UUIDv7s (RFC 9562, 6.2 method 1) that only rise: those of one millisecond are counted in their first 12 bits.

    Histories are read in the order of their uids, so two rows of one moment must not change places.
    """

    def __init__(self) -> None:
        self._ms = 0
        self._count = 0
        self._lock = Lock()

    def next(self) -> uuid.UUID:
        """A fresh one, greater than every one before from here."""
        with self._lock:
            now = time.time_ns() // 1_000_000
            if now > self._ms:
                self._ms, self._count = now, 0
            elif self._count == _MOST_IN_ONE_MS:
                self._ms, self._count = self._ms + 1, 0
            else:
                self._count += 1
            noise = self._count << _RANDOM_BITS | int.from_bytes(urandom(8)) >> 64 - _RANDOM_BITS
            return uuid7(self._ms, noise.to_bytes(10))


_MOST_IN_ONE_MS = (1 << 12) - 1
_RANDOM_BITS = 62
new_uid = UidSource().next


def kept(sensitivity: int, field: str | None = None) -> dict[str, Any]:
    """What a column is to a reader of paper or package.

    `sensitivity`: 1 ordinary, 2 personal, 3 special category. `field`: its name in redaction.yaml; None is
    hidden from every audience.
    """
    return {"sensitivity": sensitivity, "field": field}


def derived(sensitivity: int, field: str | None = None) -> dict[str, Any]:
    """As `kept`, for a column computed from others: not journaled, never shared, rebuilt at will."""
    return {**kept(sensitivity, field), "derived": True}


def secret() -> dict[str, Any]:
    """As `kept`, for a key: hidden from all and never journaled, so that it is gone when its row is."""
    return derived(3)


class Uid(TypeDecorator[uuid.UUID]):
    """A UUID in sixteen bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    @override
    def process_bind_param(self, value: uuid.UUID | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.bytes

    @override
    def process_result_value(self, value: bytes | None, dialect: Dialect) -> uuid.UUID | None:
        return None if value is None else uuid.UUID(bytes=value)


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant as milliseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else round(value.timestamp() * 1000)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


def partial_text(value: PartialDate) -> str:
    """A partial date as the database keeps it: ISO, after a tilde if it is only about right."""
    return f"~{value.iso()}" if value.about else value.iso()


class Partial(TypeDecorator[PartialDate]):
    """A date of which only the year, or year and month, may be known; stored as ISO text."""

    impl = String(16)
    cache_ok = True

    @override
    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        return None if value is None else partial_text(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        return None if value is None else _partial_date(value)


@lru_cache(maxsize=65_536)
def _partial_date(text: str) -> PartialDate:
    """What `partial_text` wrote; a caseload's dates are a few thousand days over and over."""
    return parse_iso(text.removeprefix("~"), about=text.startswith("~"))


class Base(DeclarativeBase):
    """Every row has a UUIDv7 that travels; numbers of the local file never leave it."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {uuid.UUID: Uid, datetime: Instant, PartialDate: Partial}


class Row(Base):
    """A table whose rows are journaled."""

    __abstract__ = True

    uid: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_uid, sort_order=-10, info=kept(1))


class Editable(Row):
    """A table that forms edit: a stale form is noticed by `version`."""

    __abstract__ = True

    version: Mapped[int] = mapped_column(sort_order=-9, info=kept(1))

    @declared_attr.directive
    @classmethod
    @override
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}


class Entry(Editable):
    """What somebody wrote down about a case or a person, one of many; taken out it stays, marked."""

    __abstract__ = True

    written_at: Mapped[datetime] = mapped_column(sort_order=10, info=kept(1))
    written_by: Mapped[str] = mapped_column(sort_order=10, info=kept(1))
    deleted_at: Mapped[datetime | None] = mapped_column(sort_order=10, info=kept(1))


class CaseEntry(Entry):
    """An entry of one case."""

    __abstract__ = True

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), index=True, sort_order=-8, info=kept(1))


class PersonEntry(Entry):
    """An entry about one person, whatever cases he stands in."""

    __abstract__ = True

    person_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.uid"), index=True, sort_order=-8, info=kept(1))
