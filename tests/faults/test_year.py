"""No turn of a step is missed in an office and none is doubled, whether it is done in time or late."""

from pathlib import Path
from random import Random

from tests.faults.year import live, office


def test_months_of_an_office_miss_no_turn_and_double_none(tmp_path: Path) -> None:
    vault = office(tmp_path, 12)
    try:
        lived = live(vault, 100, Random(1), print)
    finally:
        vault.close()
    assert lived.done > 200
    assert lived.doubled == []
    assert lived.missed == []
