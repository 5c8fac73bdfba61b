"""The one thing about a vault that its user should be reminded of today: the most serious first."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import text

from app.access.access import Access
from app.clock import Clock
from app.domain.hlc import milliseconds
from app.domain.role import Right
from app.vault import backup as copies
from app.vault.backups import DRILLED
from app.vault.disk import Encryption, encryption
from app.vault.vault import OpenVault

DAY = timedelta(hours=24)


class Reminder(StrEnum):
    """What to be reminded of, and nothing that can wait till the next look at the self-check."""

    READ_ONLY = "read_only"
    COPY = "copy"
    DRILL = "drill"
    DISK = "disk"


def reminder(vault: OpenVault, clock: Clock, access: Access) -> Reminder | None:
    """What matters most now to somebody with these rights; None if all is well.

    `COPY`: the newest genuine copy is older than a day, or there is none a day after the first entry. `DRILL`: no
    restore was ever tried, though there is something to restore. `DISK`: the disk below is known not to be encrypted.
    """
    if vault.read_only:
        return Reminder.READ_ONLY
    if not access.may(Right.BACKUP):
        return None
    newest = copies.newest(copies.own_folder(vault.path), vault.vault_id, vault.keys)
    since = newest.created if newest else _first(vault)
    if since is not None and clock.now() - since > DAY:
        return Reminder.COPY
    if newest is not None and last_drill(vault) is None:
        return Reminder.DRILL
    return Reminder.DISK if encryption(vault.path) is Encryption.OFF else None


def last_drill(vault: OpenVault) -> datetime | None:
    """When a restore was last tried out; None if never."""
    return _moment(vault, "SELECT max(time) FROM change WHERE tbl = 'vault' AND col = :event")


def _first(vault: OpenVault) -> datetime | None:
    return _moment(vault, "SELECT time FROM change ORDER BY n LIMIT 1")


def _moment(vault: OpenVault, sql: str) -> datetime | None:
    with vault.database.read() as session:
        told = session.scalar(text(sql), {"event": f"@{DRILLED}"} if ":event" in sql else {})
    return datetime.fromtimestamp(milliseconds(told) / 1000, UTC) if told else None
