"""What the list of cases shows, and the form in which a filter is kept and shared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.step import Track

VERSION = 1
OVERDUE = -1
"""`due_in` of cases whose next step was due yesterday or before."""
LONGEST_DAYS = 36_500


class FilterFromNewerVersion(UserError):
    what = N_("This view was made by a newer version of the program.")
    todo = N_("Update the program, or set the filter by hand and save it as a view of your own.")


class FilterDamaged(UserError):
    what = N_("This view cannot be read: it is damaged or is no view.")
    todo = N_("Take the file once more from where it came, or set the filter by hand.")


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What the list shows; every condition that is set must hold.

    `mine` asks for the cases of whoever looks, so a shared view means each reader's own. Days count from the day of
    asking: `due_in` the next step is due within so many days (`OVERDUE`: it is late), `silent_for` nobody spoke to the
    family for more than so many, `updated_in`, `opened_in`, `returned_in` it happened within the last so many.
    `track`: a step of the track is open. `captivity`: it is confirmed, or is not yet. `no_contact`: there is nobody
    whom the office may tell anything. `closed`: the case is closed, or work on it goes on.
    """

    text: str = ""
    fates: frozenset[Fate] = frozenset()
    mine: bool = False
    worker: str = ""
    unit: str = ""
    due_in: int | None = None
    silent_for: int | None = None
    track: Track | None = None
    captivity: bool | None = None
    no_contact: bool = False
    closed: bool | None = None
    updated_in: int | None = None
    opened_in: int | None = None
    returned_in: int | None = None

    def __bool__(self) -> bool:
        """Whether anything at all is asked for."""
        return self != CaseFilter()

    def told_to_all(self) -> "CaseFilter":
        """The conditions that name nobody: without what was typed, the worker and the unit."""
        return replace(self, text="", worker="", unit="")


def as_json(wanted: CaseFilter) -> dict[str, Any]:
    """The filter in JSON's own kinds: its version, and the conditions that are set."""
    usual, told = CaseFilter(), dict[str, Any]()
    for field in fields(CaseFilter):
        value = getattr(wanted, field.name)
        if value != getattr(usual, field.name):
            told[field.name] = sorted(fate.value for fate in value) if field.name == "fates" else value
    return {"version": VERSION, "conditions": told}


def from_json(told: object) -> CaseFilter:
    """What `as_json` wrote; raises `FilterFromNewerVersion` or `FilterDamaged`."""
    if not isinstance(told, Mapping) or not isinstance(told.get("version"), int):
        raise FilterDamaged
    if told["version"] > VERSION:
        raise FilterFromNewerVersion
    conditions = told.get("conditions")
    if not isinstance(conditions, Mapping) or not conditions.keys() <= _READ.keys():
        raise FilterDamaged
    try:
        return CaseFilter(**{name: _READ[name](value) for name, value in conditions.items()})
    except (TypeError, ValueError) as error:
        raise FilterDamaged from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _yes(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _days(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not OVERDUE <= value <= LONGEST_DAYS:
        raise ValueError
    return value


def _fates(value: object) -> frozenset[Fate]:
    if not isinstance(value, list):
        raise TypeError
    return frozenset(Fate(one) for one in value)


def _track(value: object) -> Track:
    return Track(_text(value))


_READ: Mapping[str, Callable[[object], Any]] = {
    "text": _text, "fates": _fates, "mine": _yes, "worker": _text, "unit": _text, "due_in": _days,
    "silent_for": _days, "track": _track, "captivity": _yes, "no_contact": _yes, "closed": _yes, "updated_in": _days,
    "opened_in": _days, "returned_in": _days,
}  # fmt: skip
