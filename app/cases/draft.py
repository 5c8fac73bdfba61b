"""A case before it is written: what a form, an imported row or a generator says of a person and his family."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.people.phones import PhoneDraft
from app.plan.opening import Answer


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person's names and numbers; an empty Latin spelling is filled by Resolution 55."""

    surname: str
    given: str
    patronymic: str = ""
    born: PartialDate | None = None
    sex: str = ""
    surname_latin: str = ""
    given_latin: str = ""
    call_sign: str = ""
    rnokpp: str = ""
    record_number: str = ""
    passport: str = ""
    address: str = ""
    previous_surnames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelativeDraft:
    """A relative and how he is reached; the first of a case is its main contact."""

    person: PersonDraft
    relation: Relation
    relation_typed: str = ""
    phones: tuple[PhoneDraft, ...] = ()
    in_conflict: bool = False
    kinship_verified: bool = False
    consented: bool = False


@dataclass(frozen=True, slots=True)
class FateDraft:
    """One entry of the fate's history, oldest first."""

    fate: Fate
    effective: PartialDate | None = None
    source_type: str = ""
    source: str = ""
    evidence: str = ""
    comment: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A contact with the family that already happened."""

    on: date
    channel: str = "phone"
    summary: str = ""


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """Everything that one opening of a case writes.

    `events`: dated events that start deadlines. `answers`: steps known to be done or refused already.
    `spread`: days by which the office's own
    standards start later, so that an imported caseload does not fall due on one day.
    """

    person: PersonDraft
    fates: tuple[FateDraft, ...]
    unit_code: str = ""
    rank: str = ""
    place: str = ""
    relatives: tuple[RelativeDraft, ...] = ()
    events: Mapping[str, PartialDate] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    contacts: tuple[ContactDraft, ...] = ()
    money: tuple[str, ...] = ()
    worker: str = ""
    note: str = ""
    source_row: int | None = None
    spread: int = 0
    synthetic: bool = False
