"""Open one SQLCipher file, fail closed: keyed, checked, every pragma read back."""

import re
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as sqlcipher

from app.domain.errors import N_, UserError
from db.refusals import VaultDamaged, refusal

CIPHER_VERSION = "4."
OLDEST_SQLITE = (3, 53, 2)
OLDEST_OPENSSL = (3, 6, 0)
PAGE = 4096

_PRAGMAS = (
    ("temp_store", "MEMORY", 2),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("mmap_size", "0", 0),
    ("busy_timeout", "5000", 5000),
)
_WRITING = frozenset({"journal_mode", "synchronous", "secure_delete"})


class Access(Enum):
    """How a file is opened. READ sees what a log beside it holds; FROZEN needs a folder that nobody can write."""

    WRITE = ""
    READ = "?mode=ro"
    FROZEN = "?immutable=1"


class CipherMissing(UserError):
    """The library that answered is not the encrypting one; writing with it would leave plain text."""

    what = N_("The encryption library is missing or is not the expected one, so the vault stays closed.")
    todo = N_("Install the program again; do not start it from tools that load other libraries.")


def _one(connection: Any, sql: str) -> Any:
    row = connection.execute(sql).fetchone()
    return None if row is None else row[0]


def connect(path: Path, key_hex: str, access: Access = Access.WRITE) -> Any:
    """Open `path` with a raw 256-bit key of 64 hexadecimal digits; return a keyed, checked DB-API connection.

    Raises `ValueError` for a malformed key before SQLite sees it, `CipherMissing` where the library does not
    encrypt, `VaultDamaged` where the file is not ours, and the refusals of `db.refusals`.
    """
    if not re.fullmatch(r"[0-9a-f]{64}", key_hex):
        message = "a raw key is 64 lower-case hexadecimal digits"
        raise ValueError(message)
    try:
        connection = sqlcipher.connect(_target(path, access), uri=True, isolation_level=None, check_same_thread=False)
    except sqlcipher.Error as error:
        raise refusal(error) or VaultDamaged() from error
    try:
        _prepare(connection, key_hex, access)
    except sqlcipher.Error as error:
        connection.close()
        raise refusal(error) or VaultDamaged() from error
    except BaseException:
        connection.close()
        raise
    return connection


def _target(path: Path, access: Access) -> str:
    return str(path) if access is Access.WRITE else path.absolute().as_uri() + access.value


def _prepare(connection: Any, key_hex: str, access: Access) -> None:
    connection.execute(f"PRAGMA key=\"x'{key_hex}'\"")
    version = _one(connection, "PRAGMA cipher_version")
    sqlite = dotted(sqlcipher.sqlite_version)
    if not version or not str(version).startswith(CIPHER_VERSION) or sqlite < OLDEST_SQLITE:
        raise CipherMissing
    connection.execute("PRAGMA cipher_log_level=NONE")
    _one(connection, "SELECT count(*) FROM sqlite_master")
    for name, value, expected in _PRAGMAS:
        if access is not Access.WRITE and name in _WRITING:
            continue
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        if _one(connection, f"PRAGMA {name}") != expected:
            raise CipherMissing


class Versions(NamedTuple):
    """What is at work in a connection: ``4.19.0``, ``3.53.4``, ``3.6.0``."""

    cipher: str
    sqlite: str
    openssl: str


def versions(connection: Any) -> Versions:
    """Ask an open DB-API connection what it is made of."""
    cipher = str(_one(connection, "PRAGMA cipher_version") or "")
    openssl = str(_one(connection, "PRAGMA cipher_provider_version") or "")
    return Versions(cipher.split(" ")[0], str(_one(connection, "SELECT sqlite_version()")), _number(openssl))


def library() -> Versions:
    """What the library is made of, without any file."""
    connection = sqlcipher.connect(":memory:")
    try:
        connection.execute("PRAGMA key='x'")
        return versions(connection)
    finally:
        connection.close()


def dotted(version: str) -> tuple[int, ...]:
    """A version as numbers that compare; empty for none."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _number(told: str) -> str:
    found = re.search(r"\d+(\.\d+)+", told)
    return found[0] if found else ""


def is_encrypted(path: Path) -> bool:
    """Whether the file holds at least one page and does not start like plain SQLite."""
    with path.open("rb") as file:
        head = file.read(PAGE)
    return len(head) == PAGE and not head.startswith(b"SQLite format 3\0")
