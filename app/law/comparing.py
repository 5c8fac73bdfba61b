"""What a law pack changes of the rules: which are new, gone or changed, the old term and the new one side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.catalogue.checks import OWN
from app.catalogue.definitions import Catalogue, StepDef


class What(StrEnum):
    """What became of a rule."""

    NEW = "new"
    TERM = "term"
    WORDS = "words"
    GONE = "gone"


class Part(StrEnum):
    """What a rule says besides its term."""

    NAME = "name"
    STATUSES = "statuses"
    BODY = "body"
    PAPERS = "papers"
    BASIS = "basis"
    PRINT = "print"
    SURE = "sure"
    TURNS = "turns"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule before and after; None where it is not there."""

    what: What
    old: StepDef | None
    new: StepDef | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What differs besides the term; nothing where one side is not there."""
        if self.old is None or self.new is None:
            return ()
        now = _parts(self.new)
        return tuple(part for part, was in _parts(self.old).items() if was != now[part])

    @property
    def step(self) -> StepDef:
        """The step as it is named from now on."""
        known = self.new or self.old
        assert known is not None, "a change has at least one side"
        return known


def rule_changes(before: Catalogue, after: Catalogue) -> tuple[RuleChange, ...]:
    """Every rule that differs, changed terms first; the office's own steps are no rules."""
    found = [
        change
        for code in {**before.steps, **after.steps}
        if not code.startswith(OWN)
        and (change := _change(_live(before.steps.get(code)), _live(after.steps.get(code)))) is not None
    ]
    order = (What.TERM, What.NEW, What.GONE, What.WORDS)
    return tuple(sorted(found, key=lambda change: (order.index(change.what), change.step.id)))


def _live(step: StepDef | None) -> StepDef | None:
    return None if step is None or step.retired else step


def _change(old: StepDef | None, new: StepDef | None) -> RuleChange | None:
    if old is None or new is None:
        return RuleChange(What.NEW if old is None else What.GONE, old, new) if old or new else None
    if old.due != new.due or (old.since, old.until) != (new.since, new.until):
        return RuleChange(What.TERM, old, new)
    change = RuleChange(What.WORDS, old, new)
    return change if change.parts else None


def _parts(step: StepDef) -> Mapping[Part, object]:
    return {
        Part.NAME: (step.name, step.family), Part.STATUSES: step.applies_to, Part.BODY: step.body,
        Part.PAPERS: (step.documents, step.produces), Part.BASIS: step.basis, Part.PRINT: step.print,
        Part.SURE: (step.confidence, step.sources, step.questions), Part.TURNS: step.repeat,
    }  # fmt: skip
