"""Frozen definitions: what the catalogue says, in the words of the domain."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.catalogue.ranks import Ranks
from app.domain.deadline import Term
from app.domain.entitlement import Because, Purpose
from app.domain.fate import Fate
from app.domain.grading import Grade
from app.domain.recurrence import Repeat
from app.domain.redaction import RedactionMatrix
from app.domain.reply import SearchRules
from app.domain.step import Track
from app.domain.text import Text
from app.domain.transition import TransitionDef


class Print(StrEnum):
    """How much of a step a family's paper may show."""

    FAMILY = "family"
    SUMMARY = "summary"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several terms that the law may give; a lawyer picks."""

    term: Term
    basis: str


@dataclass(frozen=True, slots=True)
class DueDef:
    """From which event a step's term runs; `otherwise` are the events to fall back to, in order."""

    start: str
    otherwise: tuple[str, ...]
    term: Term
    choose: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class StepDef:
    """One step of the catalogue. `basis`: the legal acts by issuer, number and date; `conf`: how sure we are."""

    id: str
    track: Track
    name: Text
    family: Text | None
    applies_to: frozenset[Fate]
    body: str
    trigger: str
    due: DueDef
    documents: tuple[str, ...]
    produces: tuple[str, ...]
    basis: tuple[str, ...]
    print: Print
    sensitivity: int
    confidence: str
    sources: tuple[str, ...]
    scope_office: bool
    repeat: Repeat | None


@dataclass(frozen=True, slots=True)
class StatusDef:
    """The words of one fate: full, feminine, on a chip, on a family's paper (None: never before being told)."""

    fate: Fate
    name: Text
    feminine_uk: str
    short: Text
    family: Text | None


@dataclass(frozen=True, slots=True)
class BundleDef:
    """Steps that come together: on a fate, or on an event where `event` is set."""

    key: str
    fates: frozenset[Fate]
    event: str | None
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameDef:
    """A body, document or source with its names."""

    code: str
    name: Text
    family: Text | None = None


@dataclass(frozen=True, slots=True)
class SourceDef:
    """A type of source. `grade`: what a form begins with; `confirms_captivity`: its word is a confirmation.

    `warning`: what to mind before using or spreading it, None for nothing.
    """

    code: str
    name: Text
    grade: Grade
    confirms_captivity: bool
    warning: Text | None


@dataclass(frozen=True, slots=True)
class EntitlementDef:
    """What a law gives: `ask` is the body that decides, `because` the sentence for each reason its rule may give."""

    purpose: Purpose
    name: Text
    applies_to: frozenset[Fate]
    ask: str
    basis: str
    confidence: str
    sources: tuple[str, ...]
    because: Mapping[Because, Text]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything, consistent: every reference leads somewhere."""

    statuses: Mapping[Fate, StatusDef]
    initial: frozenset[Fate]
    transitions: tuple[TransitionDef, ...]
    steps: Mapping[str, StepDef]
    bundles: tuple[BundleDef, ...]
    inherited: Mapping[Fate, tuple[str, ...]]
    bodies: Mapping[str, NameDef]
    documents: Mapping[str, NameDef]
    oblasts: Mapping[str, NameDef]
    services: Mapping[str, NameDef]
    terms_of_service: Mapping[str, NameDef]
    ranks: Ranks
    sources: Mapping[str, SourceDef]
    redaction: RedactionMatrix
    search: SearchRules
    entitlements: Mapping[Purpose, EntitlementDef]
