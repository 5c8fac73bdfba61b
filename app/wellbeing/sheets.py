"""What is written down about one person in the clinical compartment, and its one spelling inside the seal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from app.crypto import canonical
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.scales.scale import Answers, Tool
from app.domain.scales.scoring import Given
from app.domain.sex import Sex

MOST = 1_000_000
"""Bytes of one sheet."""
SHEET = "sheet"
"""The `kind` of a note that is one of these: what it is stands under the seal."""


class SheetFromNewerVersion(UserError):
    what = N_("A sheet in the clinical part was written by a newer version of the program.")
    todo = N_("Update the program; the sheet is kept as it is.")


class Form(StrEnum):
    """How a session took place."""

    INDIVIDUAL = "individual"
    FAMILY = "family"
    CHILD = "child"
    GROUP = "group"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Screening:
    """Answers to a scale, as they stand on the paper form, and what was known on that day."""

    tool: Tool
    answers: Answers
    given: Given
    note: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting: on which day, in which form, what it was about, and when the next one is."""

    on: date
    form: Form
    text: str
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """What somebody does when it becomes unbearable, in his own words, step by step."""

    on: date
    signs: str = ""
    alone: str = ""
    places: str = ""
    people: str = ""
    help: str = ""
    surroundings: str = ""
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A sheet written by mistake: it stays, and counts no more."""

    of: UUID
    why: str


Sheet = Screening | Session | SafetyPlan | Withdrawal


def written(sheet: Sheet) -> bytes:
    """The sheet as canonical JSON."""
    told: dict[str, object]
    match sheet:
        case Screening():
            given = sheet.given
            told = {
                "tool": sheet.tool.value, "answers": list(sheet.answers), "note": sheet.note,
                "on": given.on.isoformat(), "sex": given.sex.value if given.sex else None,
                "fate": given.fate.value, "died": _iso(given.died),
            }  # fmt: skip
        case Session():
            told = {"on": sheet.on.isoformat(), "form": sheet.form.value, "text": sheet.text}
            told["next_on"] = _iso(sheet.next_on)
        case SafetyPlan():
            told = {"on": sheet.on.isoformat(), **{name: getattr(sheet, name) for name in PLAN_FIELDS}}
        case Withdrawal():
            told = {"of": str(sheet.of), "why": sheet.why}
    return canonical.write({"what": type(sheet).__name__, **told})


def read(sealed: bytes) -> Sheet:
    """What `written` wrote; raises `SheetFromNewerVersion` for a kind not known here."""
    told = canonical.read_record(sealed, MOST)
    reader = _READERS.get(told.pop("what", ""))
    if reader is None:
        raise SheetFromNewerVersion
    return reader(told)


PLAN_FIELDS = ("signs", "alone", "places", "people", "help", "surroundings", "reasons")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _screening(told: Mapping[str, Any]) -> Screening:
    sex = Sex(told["sex"]) if told["sex"] else None
    given = Given(date.fromisoformat(told["on"]), sex, Fate(told["fate"]), _day(told["died"]))
    return Screening(Tool(told["tool"]), tuple(told["answers"]), given, told["note"])


def _session(told: Mapping[str, Any]) -> Session:
    return Session(date.fromisoformat(told["on"]), Form(told["form"]), told["text"], _day(told["next_on"]))


def _plan(told: Mapping[str, Any]) -> SafetyPlan:
    return SafetyPlan(date.fromisoformat(told["on"]), **{name: told[name] for name in PLAN_FIELDS})


def _withdrawal(told: Mapping[str, Any]) -> Withdrawal:
    return Withdrawal(UUID(told["of"]), told["why"])


_READERS: Mapping[str, Callable[[dict[str, Any]], Sheet]] = MappingProxyType(
    {"Screening": _screening, "Session": _session, "SafetyPlan": _plan, "Withdrawal": _withdrawal}
)
