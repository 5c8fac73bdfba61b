"""A support step: the tracks it may run on and the states it may be in."""

from enum import StrEnum


class Track(StrEnum):
    """The fields of work; `OFFICE` is our own housekeeping and never prints."""

    LEGAL = "legal"
    FINANCIAL = "financial"
    PSYCHOLOGICAL = "psychological"
    REINTEGRATION = "reintegration"
    OFFICE = "office"


class StepState(StrEnum):
    """Where one step of one episode stands."""

    OPEN = "open"
    STARTED = "started"
    WAITING = "waiting"
    DONE = "done"
    NOT_NEEDED = "not_needed"
    NOT_EXECUTABLE = "not_executable"
    OBSOLETE = "obsolete"
    TO_CHECK = "to_check"


CLOSED = frozenset({StepState.DONE, StepState.NOT_NEEDED, StepState.NOT_EXECUTABLE, StepState.OBSOLETE})
"""Nothing is left to do; a closed step has no deadline to miss."""


def is_open(state: StepState) -> bool:
    """Whether somebody still has to do something about the step."""
    return state not in CLOSED


def needs_reason(state: StepState) -> bool:
    """Whether a person who sets `state` by hand has to say why."""
    return state in {StepState.NOT_NEEDED, StepState.NOT_EXECUTABLE}
