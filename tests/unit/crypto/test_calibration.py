"""Calibration of the key derivation: pure arithmetic within the bounds, and one true measurement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.calibration import calibrated, fitting, memory_kib
from app.crypto.kdf import FLOOR, LEAST_MEMORY_KIB, MOST_MEMORY_KIB, KdfParams

GIB = 1024 * 1024


@pytest.mark.parametrize(
    ("took", "memory", "wanted"),
    [
        (0.1, 16 * GIB, KdfParams(640 * 1024, 3, 4)),
        (0.1, 4 * GIB, KdfParams(512 * 1024, 3, 4)),
        (0.1, 1 * GIB, KdfParams(128 * 1024, 15, 4)),
        (2.5, 16 * GIB, FLOOR),
        (0.1, 0, KdfParams(LEAST_MEMORY_KIB, 30, 4)),
    ],
)
def test_memory_grows_first_then_passes(took: float, memory: int, wanted: KdfParams) -> None:
    assert fitting(took, memory) == wanted


@given(st.floats(0, 1000), st.integers(0, 2**34))
def test_no_machine_leaves_the_bounds(took: float, memory: int) -> None:
    found = fitting(took, memory)
    assert found.memory_kib <= max(MOST_MEMORY_KIB, LEAST_MEMORY_KIB)
    assert found.memory_kib >= FLOOR.memory_kib
    assert found.iterations >= FLOOR.iterations


def test_this_machine_is_measured() -> None:
    assert memory_kib() > LEAST_MEMORY_KIB
    assert calibrated().memory_kib >= FLOOR.memory_kib
