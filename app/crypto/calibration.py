"""How dear the key derivation may be on this machine: about a second, in as much memory as it can spare."""

import os
import sys
import time

from app.crypto.kdf import (
    FLOOR,
    LEAST_MEMORY_KIB,
    MOST_MEMORY_KIB,
    MOST_PASSES,
    MOST_WORK_KIB,
    SALT_SIZE,
    KdfParams,
    derive_kek,
)

WANTED = 1.0
SPARED = 8  # of the machine's memory, one part in so many


def calibrated() -> KdfParams:
    """The parameters for a new slot: measured anew each time, since it takes a tenth of a second."""
    began = time.perf_counter()
    derive_kek("calibration", bytes(SALT_SIZE), FLOOR)
    return fitting(time.perf_counter() - began, memory_kib())


def fitting(floor_took: float, memory: int) -> KdfParams:
    """Parameters of about a second where `FLOOR` took `floor_took` seconds, on a machine of `memory` KiB.

    Memory grows first, for it is what an attacker's hardware lacks (RFC 9106, 4); passes take the rest. Never below
    the floor, however slow the machine.
    """
    times = WANTED / max(floor_took, 1e-3)
    most = min(MOST_MEMORY_KIB, max(memory // SPARED, LEAST_MEMORY_KIB))
    grown = min(int(times), most // LEAST_MEMORY_KIB)
    if grown < 1:
        return FLOOR
    passes = int(FLOOR.iterations * times / grown)
    bound = min(MOST_PASSES, MOST_WORK_KIB // (grown * LEAST_MEMORY_KIB))
    return KdfParams(grown * LEAST_MEMORY_KIB, max(FLOOR.iterations, min(passes, bound)), FLOOR.lanes)


def memory_kib() -> int:
    """The memory of this machine in KiB; the least that calibration reckons with if the system does not tell."""
    if sys.platform == "win32":
        return _windows_memory() // 1024
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1024
    except (ValueError, OSError):
        return SPARED * LEAST_MEMORY_KIB


def _windows_memory() -> int:
    """In bytes, by GlobalMemoryStatusEx."""
    import ctypes  # only here, for ctypes.windll exists only there

    class MemoryStatus(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_uint32), ("load", ctypes.c_uint32),
            *((name, ctypes.c_uint64) for name in ("total", "free", "a", "b", "c", "d", "e")),
        )  # fmt: skip

    status = MemoryStatus(length=ctypes.sizeof(MemoryStatus))
    if not ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(status)):  # type: ignore[attr-defined,unused-ignore]  # Windows only
        return 0
    return int(status.total)
