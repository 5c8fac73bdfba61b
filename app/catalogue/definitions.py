"""Frozen definitions: what the catalogue says, in the words of the domain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.catalogue.ranks import Ranks
from app.domain.benefit import MoneyRules
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
    """One step of the catalogue. `basis`: the legal acts by issuer, number and date; `confidence`: how sure we are.

    The rule holds for events from `since` to `until`, both included; `before`: what held until this rule came.
    `keeps`: steps opened under the rule before keep it, because the law says so. `law`: the version of the law pack
    that it is read from, 0 for the office's own; `ruled_since`: the first version that says this very rule. `retired`:
    the pack in force has no such step any more. `questions`: what a lawyer still has to answer about it.
    """

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
    since: date | None = None
    until: date | None = None
    keeps: bool = False
    law: int = 0
    ruled_since: int = 0
    before: "StepDef | None" = None
    retired: bool = False
    questions: tuple[str, ...] = ()

    def on(self, day: date) -> "StepDef":
        """The rule that holds for an event on `day`: this one, or the one before it came into force."""
        rule = self
        while rule.since is not None and day < rule.since and rule.before is not None:
            rule = rule.before
        return rule

    def as_of(self, law: int) -> "StepDef":
        """The rule as the law pack of version `law` had it; the oldest that is known, where that is younger."""
        rule = self
        while rule.ruled_since > law and rule.before is not None:
            rule = rule.before
        return rule

    def opens(self, day: date) -> bool:
        """Whether a case may be given this step on `day`: it is neither gone nor over nor still to come."""
        begun = self.since is None or day >= self.since or self.before is not None
        return not self.retired and begun and (self.until is None or day <= self.until)


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
class WaveDef:
    """Steps of one bundle that are released together, so many days after the change that brought them."""

    after: int
    steps: frozenset[str]


@dataclass(frozen=True, slots=True)
class StopDef:
    """What a change of status may stop on that day. `since`, `to`: from which statuses to which; `ask`: who decides."""

    code: str
    name: Text
    since: frozenset[Fate]
    to: frozenset[Fate]
    ask: str
    basis: str
    confidence: str
    sources: tuple[str, ...]


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
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionDef:
    """What a lawyer or the coordinating office has still to answer, and the steps that it touches."""

    code: str
    text: Text
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackDef:
    """Which law pack the catalogue is read from: its number, its day, what is new in it, and its sources by key."""

    id: str
    version: int
    issued: date
    notes: Text
    questions: tuple[QuestionDef, ...]
    sources: Mapping[str, str]


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
    money: MoneyRules
    entitlements: Mapping[Purpose, EntitlementDef]
    waves: Mapping[str, tuple[WaveDef, ...]]
    stops: tuple[StopDef, ...]
    paid_steps: frozenset[str]
    law: PackDef
