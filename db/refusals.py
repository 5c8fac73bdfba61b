"""What the file system and SQLite refuse, said once, in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.domain.errors import N_, UserError


class StaleEdit(UserError):
    """The record changed since the form read it."""

    what = N_("Somebody changed this record meanwhile.")
    todo = N_("Open it again: your text is kept, compare and save once more.")


class DiskFull(UserError):
    what = N_("The disk is full, so nothing was saved.")
    todo = N_("Free some space and save again; what was saved before is intact.")


class VaultBusy(UserError):
    what = N_("Another program is holding the vault's records.")
    todo = N_("Wait a moment and try again.")


class VaultReadOnly(UserError):
    what = N_("The vault's folder cannot be written.")
    todo = N_("Check that the disk is not write-protected and that the folder is yours.")


class VaultIsReadOnly(UserError):
    """The vault was opened only to be read: its records are behind their anchor, or the disk takes no writes."""

    what = N_("This vault is open to be read only, so nothing was saved.")
    todo = N_("Read what you need; to write again, settle first what the vault page says.")


class VaultDamaged(UserError):
    what = N_("The vault's records are damaged or belong to another vault. Nothing was changed.")
    todo = N_("Do not delete anything. Take the latest backup, or call the coordinating office.")


class DiskFailing(UserError):
    what = N_("The disk reported an error while the records were read or written.")
    todo = N_("Copy the vault's folder to another disk now and call the person who looks after this laptop.")


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR}
_FAILING = {errno.EIO, errno.ENXIO, errno.ENODEV}

_ALMOST_NOTHING = 256 * 1024

_BY_CODE: dict[str, type[UserError]] = {
    "SQLITE_BUSY": VaultBusy,
    "SQLITE_LOCKED": VaultBusy,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": VaultReadOnly,
    "SQLITE_CANTOPEN": VaultReadOnly,
    "SQLITE_IOERR": DiskFailing,
    "SQLITE_CORRUPT": VaultDamaged,
    "SQLITE_NOTADB": VaultDamaged,
}


def refusal(error: BaseException) -> UserError | None:
    """The words for a SQLite error by its primary code, or None where it is our bug."""
    name = getattr(error, "sqlite_errorname", "") or ""
    kind = _BY_CODE.get("_".join(name.split("_")[:2]))
    return kind() if kind else None


@contextmanager
def worded(file: Path | None = None) -> Iterator[None]:
    """Turn what SQLite refuses into a `UserError`; let everything else through.

    `file`: the database; on a full disk SQLite cannot grow its shared memory and calls that an I/O error.
    """
    try:
        yield
    except StaleDataError as error:
        raise StaleEdit from error
    except DBAPIError as error:
        told = refusal(error.orig) if error.orig else None
        if told is None:
            raise
        if isinstance(told, DiskFailing) and file is not None and disk_usage(file.parent).free < _ALMOST_NOTHING:
            raise DiskFull from error
        raise told from error


@contextmanager
def disk_worded() -> Iterator[None]:
    """Say in words what the file system refuses; let everything else through."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        if error.errno in _REFUSED:
            raise VaultReadOnly from error
        if error.errno in _FAILING:
            raise DiskFailing from error
        raise
