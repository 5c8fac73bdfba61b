"""What was done with a thing of the record."""

from enum import StrEnum


class Act(StrEnum):
    """What was done with it; an event of its own carries its name instead."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    EVENT = "event"
