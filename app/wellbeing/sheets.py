"""What is written down about one person in the clinical compartment, and its one spelling inside the seal."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin, get_type_hints
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


class Answer(StrEnum):
    """What somebody said when asked for leave; nobody is pressed, so not yet asked is an answer too."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"


class Listener(StrEnum):
    """To whom he has told it already, so that nobody asks him again."""

    DOCTOR = "doctor"
    PSYCHOLOGIST = "psychologist"
    INVESTIGATOR = "investigator"
    PROSECUTOR = "prosecutor"
    COMMISSION = "commission"
    OTHER = "other"


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
class Violence:
    """Violence at home, as the person told it. `now`: in danger today; `safe`: how to reach her so that it harms not.

    `over`: the danger has passed; the sheets before it stay.
    """

    on: date
    now: bool = False
    said: str = ""
    agreed: str = ""
    safe: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class ChildSheet:
    """What matters around a child. `knows`: what the child was told of the man, and by whom."""

    on: date
    school: str = ""
    teacher: str = ""
    trusted: str = ""
    guardian: str = ""
    knows: str = ""
    helps: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Ill-treatment, as far as he wants it kept: the heads of the Istanbul Protocol, without one question that prompts.

    `told`: to whom he told it already, `where` it is written down. Every use has a leave of its own.
    """

    on: date
    told: tuple[Listener, ...] = ()
    where: str = ""
    words: str = ""
    body: str = ""
    mind: str = ""
    needs: str = ""
    medical: Answer = Answer.NOT_ASKED
    prosecutor: Answer = Answer.NOT_ASKED


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A sheet written by mistake: it stays, and counts no more."""

    of: UUID
    why: str


Sheet = Screening | Session | SafetyPlan | Violence | ChildSheet | Disclosure | Withdrawal
PLAN_FIELDS = ("signs", "alone", "places", "people", "help", "surroundings", "reasons")


def written(sheet: Sheet) -> bytes:
    """The sheet as canonical JSON."""
    if isinstance(sheet, Screening):
        given = sheet.given
        told: dict[str, object] = {
            "tool": sheet.tool.value, "answers": list(sheet.answers), "note": sheet.note, "on": given.on.isoformat(),
            "sex": given.sex.value if given.sex else None, "fate": given.fate.value,
            "died": given.died.isoformat() if given.died else None,
        }  # fmt: skip
    else:
        told = {field.name: _told(getattr(sheet, field.name)) for field in fields(sheet)}
    return canonical.write({"what": type(sheet).__name__, **told})


def read(sealed: bytes) -> Sheet:
    """What `written` wrote; raises `SheetFromNewerVersion` for a kind not known here."""
    told = canonical.read_record(sealed, MOST)
    what = told.pop("what", "")
    if what == Screening.__name__:
        return _screening(told)
    kind = _KINDS.get(what)
    if kind is None:
        raise SheetFromNewerVersion
    hints = _hints(kind)
    if not told.keys() <= hints.keys():
        raise SheetFromNewerVersion
    sheet: Sheet = kind(**{name: _read(value, hints[name]) for name, value in told.items()})
    return sheet


_KINDS: Mapping[str, type] = MappingProxyType(
    {kind.__name__: kind for kind in (Session, SafetyPlan, Violence, ChildSheet, Disclosure, Withdrawal)}
)


@lru_cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _told(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case UUID():
            return str(value)
        case tuple():
            return [_told(one) for one in value]
        case _:
            return value


def _read(value: Any, hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_read(one, get_args(hint)[0]) for one in value)
    if NoneType in get_args(hint):
        return None if value is None else _read(value, get_args(hint)[0])
    if hint is date:
        return date.fromisoformat(value)
    return hint(value)


def _screening(told: Mapping[str, Any]) -> Screening:
    sex = Sex(told["sex"]) if told["sex"] else None
    died = date.fromisoformat(told["died"]) if told["died"] else None
    given = Given(date.fromisoformat(told["on"]), sex, Fate(told["fate"]), died)
    return Screening(Tool(told["tool"]), tuple(told["answers"]), given, told["note"])
