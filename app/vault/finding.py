"""What a self-check says: one line of a card, in plain words of both languages, and what can be done."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.text import Text


class State(StrEnum):
    """How bad it is: nothing to do, soon, now."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Repair(StrEnum):
    """What the program can put right by itself when asked to."""

    PERMISSIONS = "permissions"
    LEFTOVERS = "leftovers"
    ORPHANS = "orphans"
    COPY = "copy"
    OLDER = "older"

    @property
    def words(self) -> Text:
        """What the button says."""
        return _BUTTONS[self]

    @property
    def harmless(self) -> bool:
        """Whether it may be done unasked: nothing that could be wanted again is removed."""
        return self is not Repair.OLDER


_BUTTONS = {
    Repair.PERMISSIONS: Text("Забрати доступ в інших", "Take access back from others"),
    Repair.LEFTOVERS: Text("Прибрати залишки", "Remove the leftovers"),
    Repair.ORPHANS: Text("Прибрати нічиї файли", "Remove the orphaned files"),
    Repair.COPY: Text("Зробити копію", "Make a copy"),
    Repair.OLDER: Text("Прибрати старіші записи", "Remove the older records"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `told`: how it is; `todo`: what to do about it, None where nothing is to be done."""

    title: Text
    state: State
    told: Text
    todo: Text | None = None
    repair: Repair | None = None


def worst(findings: tuple[Finding, ...]) -> State:
    """The state of the whole card."""
    order = list(State)
    return max((finding.state for finding in findings), key=order.index, default=State.OK)
