"""Seconds, as medians; what is compared is run in turns, so that a busy machine disturbs both alike."""

import time
from collections.abc import Callable
from statistics import median

Work = Callable[[int], object]
"""Called with the number of the repetition, from 0."""


def once(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def median_of(work: Work, times: int) -> float:
    """The median of `times` repetitions."""
    return median(once(lambda: work(turn)) for turn in range(times))  # noqa: B023 - run at once


def in_turns(ours: Work, raw: Work, times: int) -> tuple[float, float]:
    """The medians of two pieces of work done alternately."""
    pairs = [(once(lambda: ours(turn)), once(lambda: raw(turn))) for turn in range(times)]  # noqa: B023 - run at once
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
