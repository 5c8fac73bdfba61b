"""What a measure finds: a median, the median of its raw baseline in the same run, and the aim it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

SECONDS, MEGABYTES = "s", "MB"
MOST_MEMORY = 300.0
MET, MISSED = "✓", "✗"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `most` is an aim in `unit`, `most_times` an aim as a multiple of the baseline."""

    name: str
    value: float
    baseline: float | None = None
    unit: str = SECONDS
    most: float | None = None
    most_times: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline."""
        return self.value / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where there is none."""
        if self.most is not None:
            return self.value <= self.most
        if self.most_times is not None and self.ratio is not None:
            return self.ratio <= self.most_times
        return None

    def cells(self) -> tuple[str, ...]:
        """The line as text: name, median, baseline, ratio, aim."""
        baseline = "" if self.baseline is None else _shown(self.baseline, self.unit)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        return self.name, _shown(self.value, self.unit), baseline, ratio, self._aim()

    def _aim(self) -> str:
        if self.met is None:
            return ""
        aim = _shown(self.most, self.unit) if self.most is not None else f"{self.most_times:g} ×"
        return f"≤ {aim} {MET if self.met else MISSED}"


def middle(runs: Sequence[Sequence[Figure]]) -> list[Figure]:
    """The same figures of several runs as one, each with its medians."""
    return [
        Figure(
            told[0].name,
            median(one.value for one in told),
            median(one.baseline for one in told if one.baseline) if told[0].baseline else None,
            told[0].unit, told[0].most, told[0].most_times,
        )
        for told in zip(*runs, strict=True)
    ]  # fmt: skip


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns as wide as they need."""
    rows = [("name", "median", "baseline median", "ratio", "aim"), *(figure.cells() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [" | ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "-|-".join("-" * wide for wide in widths))
    return "\n".join(lines)


def _shown(value: float, unit: str) -> str:
    if unit == MEGABYTES:
        return f"{value:.0f} MB"
    if value < 0.001:
        return f"{value * 1e6:.0f} µs"
    if value < 1:
        return f"{value * 1000:.3g} ms"
    return f"{value:.3g} s" if value < 100 else f"{value:.0f} s"
