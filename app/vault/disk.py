"""Is the disk under a folder encrypted as a whole? Linux says so in /sys; where nothing says it, nobody guesses."""

import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

_LUKS = "CRYPT-"


class Encryption(StrEnum):
    """What the system says of the disk."""

    ON = "on"
    OFF = "off"
    UNKNOWN = "unknown"


def encryption(folder: Path, system: Path = Path("/sys")) -> Encryption:
    """Whether the file system of `folder` lies on dm-crypt, itself or below; UNKNOWN on other systems than Linux."""
    if sys.platform != "linux":
        return Encryption.UNKNOWN
    device = folder.stat().st_dev
    block = system / "dev" / "block" / f"{os.major(device)}:{os.minor(device)}"
    if not block.exists():
        return Encryption.UNKNOWN
    return Encryption.ON if any(_encrypted(one) for one in _below(block.resolve())) else Encryption.OFF


def _below(block: Path) -> Iterator[Path]:
    """A block device and everything it is built upon."""
    yield block
    for slave in sorted(block.glob("slaves/*")):
        yield from _below(slave.resolve())


def _encrypted(block: Path) -> bool:
    try:
        return (block / "dm" / "uuid").read_text("ascii").startswith(_LUKS)
    except OSError:
        return False
