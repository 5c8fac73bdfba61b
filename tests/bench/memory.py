"""The most memory that this process ever held, in MB."""

import sys
from pathlib import Path

import psutil


def peak() -> float:
    """The peak of resident memory; Linux and Windows keep count, elsewhere it is what is held now."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text("ascii", errors="replace")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1000
    held = psutil.Process().memory_info()
    return getattr(held, "peak_wset", held.rss) / 1e6
