"""Shut the doors through which a running program leaks: file rights, core dumps, other programs' eyes, temp folders."""

import ctypes
import os
import sys
import tempfile
from collections.abc import MutableMapping
from pathlib import Path

PR_SET_DUMPABLE = 4
NO_HEAP = 1
"""WER_FAULT_REPORTING_FLAG_NOHEAP: an error report of Windows holds no heap."""


def shut() -> None:
    """Called first thing in a process, before anything secret is read and any temporary file is made.

    New files are the user's alone; a crash leaves no picture of the memory; no program of the same user may look into
    this one; temporary files lie in memory, where the desktop offers such a folder.
    """
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    if sys.platform == "win32":
        ctypes.windll.kernel32.WerSetFlags(NO_HEAP)
    keep_in_memory(os.environ)


def keep_in_memory(environment: MutableMapping[str, str]) -> None:
    """Send temporary files to ``XDG_RUNTIME_DIR`` if there is one of our own."""
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if folder and Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK):
        for name in ("TMPDIR", "SQLITE_TMPDIR"):
            environment[name] = folder
        tempfile.tempdir = None
