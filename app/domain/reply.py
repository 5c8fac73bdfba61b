"""When a body must answer: the term by what was asked and of whom, with its ground; many bodies have none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.calendar import Calendar
from app.domain.deadline import Deadline, Term, due
from app.domain.dna import DnaRule
from app.domain.text import Text


class Ask(StrEnum):
    """What kind of request was filed: the law of its kind sets the term."""

    APPEAL = "APPEAL"
    INFORMATION = "INFORMATION"
    LAWYER = "LAWYER"
    CERTIFICATE = "CERTIFICATE"
    EXTRACT = "EXTRACT"
    PAY = "PAY"
    CRIME_REPORT = "CRIME_REPORT"
    TRACING = "TRACING"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class ReplyRule:
    """The term of one kind of request: of these `bodies` (empty: of any) `but` those. `confidence`: how sure we are."""

    kind: Ask
    bodies: frozenset[str]
    but: frozenset[str]
    term: Term
    basis: Text
    confidence: str
    sources: tuple[str, ...]

    def fits(self, kind: Ask, body: str) -> bool:
        """Whether the rule is about such a request to such a body."""
        return kind is self.kind and body not in self.but and (not self.bodies or body in self.bodies)


@dataclass(frozen=True, slots=True)
class AdviceDef:
    """One piece of advice on what not to publish and whom not to trust."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class SearchRules:
    """What the catalogue says of searches: terms of answers, samples of DNA, advice on silence."""

    replies: tuple[ReplyRule, ...]
    dna: DnaRule
    advice: tuple[AdviceDef, ...]


def rule_of(rules: Sequence[ReplyRule], kind: Ask, body: str) -> ReplyRule | None:
    """The first rule that fits; None where no term is known."""
    return next((rule for rule in rules if rule.fits(kind, body)), None)


def answer_due(rules: Sequence[ReplyRule], kind: Ask, body: str, filed: date, mode: Calendar) -> Deadline | None:
    """When the answer to a request filed on a day is due; None for «без строку». Raises `TermOutOfRange`."""
    rule = rule_of(rules, kind, body)
    return due(filed, rule.term, mode) if rule is not None and rule.term.qty is not None else None
