"""What a synthetic case is: plain frozen values, every name of stock, every number unreal."""

from dataclasses import dataclass
from datetime import date

from app.domain.fate import Fate
from app.domain.relation import Relation


@dataclass(frozen=True, slots=True)
class SyntheticRelative:
    """One contact of the family; the first of a case is the primary one. A child has no phone of its own."""

    surname: str
    given: str
    patronymic: str
    relation: Relation
    phone: str | None
    abroad: bool
    in_conflict: bool
    kinship_verified: bool


@dataclass(frozen=True, slots=True)
class SyntheticFate:
    """One fate of the history and the day it became true."""

    fate: Fate
    day: date


@dataclass(frozen=True, slots=True)
class SyntheticContact:
    """One entry of the contact log: a call, a meeting or a message."""

    day: date
    channel: str
    note: str


@dataclass(frozen=True, slots=True)
class SyntheticCase:
    """One case. `index` counts from 0; `done_steps` are step ids; the Latin form may be the passport's own."""

    index: int
    surname: str
    given: str
    patronymic: str
    previous_surname: str | None
    surname_latin: str
    given_latin: str
    latin_from_passport: bool
    female: bool
    born: date
    rnokpp: str
    rank: str
    unit: str
    place: str
    event_date: date
    notice_date: date | None
    erdr: str | None
    history: tuple[SyntheticFate, ...]
    relatives: tuple[SyntheticRelative, ...]
    contacts: tuple[SyntheticContact, ...]
    done_steps: tuple[str, ...]

    @property
    def fate(self) -> Fate:
        """The present fate."""
        return self.history[-1].fate
