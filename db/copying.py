"""Copy whole records under another key, page by page."""

from contextlib import closing
from pathlib import Path

from db.cipher import Access, connect


def copy_records(
    source: Path, key_hex: str, target: Path, new_key_hex: str, *, access: Access = Access.FROZEN
) -> None:
    """Copy the records in `source`, which nobody writes, to the fresh file `target` under `new_key_hex`.

    `access`: `READ` for records that are open here, with what still stands in their write-ahead log.
    Raises the refusals of `db.refusals`; what was begun of `target` is the caller's to remove.
    """
    with closing(connect(source, key_hex, access)) as old, closing(connect(target, new_key_hex)) as new:
        new.execute("PRAGMA journal_mode=DELETE").fetchall()
        old.backup(new)
