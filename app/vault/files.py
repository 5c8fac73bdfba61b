"""How a file is written so that after a crash, a full disk or an error the old or the new one is whole."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_atomically(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put `data` at `path`, whole or not at all; `mode` is set exactly, whatever the umask.

    Raises `OSError` (disk full, no right); the old file then stands untouched and no temporary one is left.
    """
    with replacing(path, mode) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, mode: int = 0o600) -> Iterator[BinaryIO]:
    """Yield a file that becomes `path` only when the block ends well; for more than memory holds.

    The bytes go to a hidden neighbour, all of them (the buffer repeats short writes until the disk took
    everything or refused), are forced to the disk, and only then take the name.
    """
    neighbour = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if sys.platform != "win32":
                os.fchmod(file.fileno(), mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        neighbour.replace(path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder for this user alone where there is none, and its parents, so that each stands after a power loss.

    Raises `OSError`.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def put_folder(draft: Path, path: Path) -> None:
    """Give a finished folder beside `path` that name, for good; after an `OSError` it is called `draft` as before."""
    draft.rename(path)
    try:
        sync_folder(path.parent)
    except BaseException:
        path.rename(draft)
        raise


def sync_folder(folder: Path) -> None:
    """Force the names in `folder` to the disk; Windows has no such call and does it by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
