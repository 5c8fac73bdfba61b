"""The anchor beside the records: how many changes they held when last closed. Records behind it were put back."""

import hmac
import json
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select

from app.crypto.subkeys import derive
from app.domain.errors import N_, UserError
from app.vault.files import write_atomically
from db.models.change import Change
from db.session import Database

_NAME = "anchor"


class RecordsBehind(UserError):
    what = N_("The records are older than when this vault was last closed: an old copy was put back, or part was lost.")
    todo = N_("Do not work in it. Bring back the newest copy, or call the coordinating office.")


def write(folder: Path, database: Database, data_key: bytes) -> None:
    """Note the newest change of the records in `folder`, under a MAC of the vault's key."""
    body = {"v": 1, "n": _newest(database)}
    write_atomically(folder / _NAME, json.dumps({**body, "mac": _mac(body["n"], data_key)}).encode())


def check(folder: Path, database: Database, data_key: bytes) -> None:
    """Raise `RecordsBehind` if the records end before the anchor, or if the anchor is missing or forged."""
    try:
        noted = json.loads((folder / _NAME).read_bytes())
        n, mac = noted["n"], noted["mac"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordsBehind from error
    if not isinstance(n, int) or not hmac.compare_digest(str(mac), _mac(n, data_key)):
        raise RecordsBehind
    if _newest(database) < n:
        raise RecordsBehind


def _newest(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.max(Change.n))) or 0


def _mac(n: int, data_key: bytes) -> str:
    return hmac.new(derive(data_key, "anchor"), f"anchor 1 {n}".encode(), sha256).hexdigest()
