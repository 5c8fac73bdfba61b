"""The scripted session on a machine without a network: a namespace with no interface but a loopback that is down."""

import shutil
import subprocess
from pathlib import Path

from tests.faults.row import Row, Say
from tests.security.machine import machine

ALONE = ("unshare", "--net")


def long(place: Path, say: Say) -> Row:
    """One whole session."""
    if why := cannot():
        return Row("a session without any network", 0, 0, 0, why)
    said = machine(place / "machine", place / "elsewhere").run(ALONE)
    return Row("a session without any network", 1, int("restarted with" not in said), 0, interfaces())


def cannot() -> str:
    """Why no such namespace can be made here; empty if it can."""
    if shutil.which(ALONE[0]) is None:
        return "this machine has no unshare"
    tried = subprocess.run([*ALONE, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "only root may take the network away here"


def interfaces() -> str:
    """What the namespace has, as the kernel tells."""
    told = subprocess.run([*ALONE, "cat", "/proc/net/dev"], capture_output=True, text=True, check=True).stdout
    names = [line.split(":")[0].strip() for line in told.splitlines() if ":" in line]
    return f"interfaces: {', '.join(names) or 'none'}"
