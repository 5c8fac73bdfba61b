"""A training vault with all its cases: what every other measure stands on."""

from tests.bench.bed import Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import once


def measure(bed: Bed) -> list[Figure]:
    """Make the vault under test."""
    services = bed.make()
    seconds = once(lambda: bed.fill(services))
    services.vault.close()
    return [Figure(f"training vault of {bed.cases:,} cases", seconds)]
