"""Hybrid logical time: a clock that never goes back, one integer of 48 bits of milliseconds and 16 to count.

Stamps of one office rise strictly, whatever the wall clock does; a stamp taken over from another office
is outrun by the next one here (Kulkarni et al., "Logical Physical Clocks", 2014).
"""

COUNTER_BITS = 16


def stamp(ms: int, counter: int = 0) -> int:
    """Pack milliseconds since 1970 and a counter."""
    return ms << COUNTER_BITS | counter


def milliseconds(moment: int) -> int:
    """The wall-clock part of a stamp, in milliseconds since 1970."""
    return moment >> COUNTER_BITS


def counter(moment: int) -> int:
    """The logical part of a stamp."""
    return moment & (1 << COUNTER_BITS) - 1


def tick(last: int, now_ms: int) -> int:
    """The stamp of the next event here: after `last`, not behind the wall clock; the counter carries over."""
    return max(last + 1, stamp(now_ms))


def merge(last: int, received: int, now_ms: int) -> int:
    """The stamp of taking over what was `received` from elsewhere: after both, not behind the wall clock."""
    return tick(max(last, received), now_ms)
