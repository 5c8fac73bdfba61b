"""The anchor beside the records: number and code of their newest change, under a MAC. Records behind it were put back.

The records are committed first, then the anchor is written: after a crash between the two the records are ahead of
it, which is fine; behind it they can only be an old copy, or a file that lost its end.
"""

import hmac
import json
from hashlib import sha256
from pathlib import Path

from app.crypto.subkeys import ANCHOR, derive
from app.domain.errors import N_, UserError
from app.vault.files import write_atomically
from db.chain import Head, code_at, head
from db.session import Database

NAME = "anchor"


class RecordsBehind(UserError):
    what = N_("The records are {count} changes older than when this vault was last used, or do not continue it.")
    todo = N_("An old copy was put back, or part was lost. Open it to read only, and call the coordinating office.")


class AnchorMissing(RecordsBehind):
    what = N_("The anchor beside the records is missing or not genuine: nobody can tell whether they are the newest.")
    todo = N_("Open the vault to read only, compare with a copy, and call the coordinating office.")


def write(folder: Path, data_key: bytes, newest: Head) -> None:
    """Note the newest change of the records in `folder`; raises `OSError`."""
    body = {"v": 1, "n": newest.n, "head": newest.code.hex()}
    write_atomically(folder / NAME, json.dumps({**body, "mac": _mac(data_key, newest)}).encode())


def check(folder: Path, database: Database, data_key: bytes) -> None:
    """Raise `RecordsBehind` unless the records hold the anchored change; a missing or forged anchor is one too."""
    noted = read(folder, data_key)
    with database.read() as session:
        newest = head(session)
        found = code_at(session, noted.n) if noted else None
    if noted is None:
        raise AnchorMissing
    if found != noted.code:
        raise RecordsBehind(count=max(noted.n - newest.n, 0))


def follow(folder: Path, database: Database, data_key: bytes) -> None:
    """Move the anchor to the newest change of records that passed `check`: a crash or a full disk had left it behind.

    Raises `OSError`.
    """
    noted = read(folder, data_key)
    with database.read() as session:
        newest = head(session)
    if noted is not None and noted.n < newest.n:
        write(folder, data_key, newest)


def read(folder: Path, data_key: bytes) -> Head | None:
    """What the anchor in `folder` notes; None if there is none or it is not genuine."""
    try:
        told = json.loads((folder / NAME).read_bytes())
        noted = Head(int(told["n"]), bytes.fromhex(told["head"]))
        genuine = hmac.compare_digest(str(told["mac"]), _mac(data_key, noted))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None
    return noted if genuine else None


def _mac(data_key: bytes, noted: Head) -> str:
    message = f"anchor 1 {noted.n} {noted.code.hex()}".encode()
    return hmac.new(derive(data_key, ANCHOR), message, sha256).hexdigest()
