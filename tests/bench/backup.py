"""A copy of the vault, proven and restored, for each 100 MB of records, beside copying the file with fsync."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.crypto.kdf import FLOOR
from app.vault.backup import backup
from app.vault.manifest import Reason
from app.vault.restore import restore
from app.vault.vault import OpenVault, create
from app.vault.verify import verify
from db.models.base import new_uid
from db.models.office import HeadingMap
from tests.bench.stopwatch import once

_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_ROWS, _LENGTH = 12_000, 4_000
_HUNDRED = 100_000_000

Line = tuple[str, float, float]
"""What was measured, our seconds for each 100 MB, the baseline's."""


def measure() -> list[Line]:
    """Make, prove and restore copies of a vault of about 50 MB in the temporary folder; the medians of three."""
    with TemporaryDirectory(prefix="suprovid-backup-") as folder, _filled(Path(folder)) as vault:
        into, size = Path(folder) / "copies", vault.database.path.stat().st_size
        runs = [_run(vault, into, turn) for turn in range(3)]
        made = [path for path in into.iterdir() if path.name[0].isdigit()]
        vault.close()
        back = once(lambda: restore(made[0], Path(folder) / "again", vault.keys))
    per = _HUNDRED / size
    plain, ours, proven = (sorted(column)[1] * per for column in zip(*runs, strict=True))
    return [
        ("backup, per 100 MB", ours, plain),
        ("a copy proven, per 100 MB", proven, plain),
        ("a copy restored, per 100 MB", back * per, plain),
    ]


def _run(vault: OpenVault, into: Path, turn: int) -> tuple[float, float, float]:
    """Seconds of the plain copy, of ours, of the proof."""
    plain = once(lambda: _plain(vault.database.path, into.parent / "plain"))
    now = _NOON + timedelta(minutes=turn)
    ours = once(lambda: backup(vault, into, Reason.HAND, now))
    path = into / f"{now:%Y%m%dT%H%M%SZ}-g0001"
    return plain, ours, once(lambda: verify(path, vault.keys))


def _plain(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _filled(folder: Path) -> Iterator[OpenVault]:
    """A vault heavy with text that means nothing."""
    vault = create(folder / "heavy", "Вимірювач", "шість слів для вимірів на столі", params=FLOOR)
    text = os.urandom(_LENGTH // 2).hex()
    with vault.database.write(vault.user) as session:
        rows = [{"uid": new_uid(), "version": 1, "heading_key": f"{n}", "mapping": text} for n in range(_ROWS)]
        session.add_many(HeadingMap, rows)
    with vault.database.outside() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        yield vault
    finally:
        vault.close()
