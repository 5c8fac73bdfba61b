"""What a case holds that could matter to a family's paper, as frozen rows; most of it never reaches paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.deadline import Kind
from app.domain.fate import Fate
from app.domain.sex import Sex
from app.domain.step import StepState, Track
from app.domain.text import Text
from app.domain.walls import Side, known_to


@dataclass(frozen=True, slots=True)
class Servicemember:
    """The person whose case it is; Latin parts as in the passport, empty where they are to be transliterated."""

    given: str
    surname: str
    given_lat: str = ""
    surname_lat: str = ""
    vocative: str = ""
    sex: Sex | None = None
    civilian: bool = False
    call_by: date | None = None


@dataclass(frozen=True, slots=True)
class FateEvent:
    """One row of the fate history: what, by which document (code of documents.yaml, "" if none), of which day."""

    fate: Fate
    document: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A body's official paper that confirms `fate`; None where it confirms nothing a family may be told.

    `brought_by`: the relative whose paper it is, None if it is the case's.
    """

    fate: Fate | None
    document: str
    title: Text
    issuer: Text | None = None
    on: date | None = None
    brought_by: str | None = None


@dataclass(frozen=True, slots=True)
class Bring:
    """A document of a step: its code and the family's words for it."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step with its definition: `title` and `body` in the family's words, `prints` as in steps.yaml.

    `due` is the legal or planned day, `since` the day of the present state, `concerns` the relative (or
    HIMSELF) it belongs to, `opened_by` the fate whose bundle brought it.
    """

    id: str
    track: Track
    title: Text
    prints: str
    sensitivity: int
    applies_to: frozenset[Fate]
    state: StepState
    kind: Kind = Kind.NONE
    due: date | None = None
    since: date | None = None
    body: Text | None = None
    body_code: str = ""
    documents: tuple[Bring, ...] = ()
    concerns: str | None = None
    opened_by: Fate | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the ledger: this person was told `fate` on that day."""

    fate: Fate
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """One person of the family, with what was told to that person alone.

    `authorised`: identity and kinship stand, nothing forbids telling. `consents`: the fields of redaction.yaml
    that the servicemember's recorded consent names for this person. `paper_safe`: a paper at home harms nobody.
    """

    uid: str
    given: str
    surname: str
    given_lat: str = ""
    surname_lat: str = ""
    vocative: str = ""
    relation: str = "unknown"
    authorised: bool = False
    primary: bool = False
    paper_safe: bool = True
    consents: frozenset[str] = frozenset()
    told: tuple[Told, ...] = ()
    call_by: date | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """The office's own facts, printed for everybody; English may be a transliteration."""

    name: Text | None = None
    address: Text | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyRecord:
    """A case as the rules of the family's paper see it.

    `fates`, oldest first, hold this episode. `columns` are further values by their field in redaction.yaml
    (None is impossible: a column without a field is hidden from everybody and does not belong here).
    `sides`: where each relative stands; a relative without one stands behind no wall.
    """

    number: str
    person: Servicemember
    fates: tuple[FateEvent, ...]
    office: Office
    relatives: tuple[Relative, ...] = ()
    sides: tuple[Side, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    steps: tuple[StepRow, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    caseworker: str = ""
    training: bool = False

    def known_to(self, reader: str) -> "FamilyRecord":
        """The record without whatever belongs to a relative of whom `reader` may not know."""
        behind = {side.key for side in self.sides} - known_to(self.sides, reader) - {reader}
        return replace(
            self,
            relatives=tuple(one for one in self.relatives if one.uid not in behind),
            steps=tuple(step for step in self.steps if step.concerns not in behind),
            confirmations=tuple(paper for paper in self.confirmations if paper.brought_by not in behind),
        )
