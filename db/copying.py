"""Copy whole records under another key, page by page."""

from contextlib import closing
from pathlib import Path

from db.cipher import Access, connect


def copy_records(source: Path, key_hex: str, target: Path, new_key_hex: str) -> None:
    """Copy the records in `source`, which nobody writes, to the fresh file `target` under `new_key_hex`.

    Raises the refusals of `db.refusals`; what was begun of `target` is the caller's to remove.
    """
    with closing(connect(source, key_hex, Access.FROZEN)) as old, closing(connect(target, new_key_hex)) as new:
        new.execute("PRAGMA journal_mode=DELETE").fetchall()
        old.backup(new)
