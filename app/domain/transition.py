"""Which status may follow which, and on what evidence: the table of transitions.yaml, checked."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.domain.errors import N_, UserError
from app.domain.evidence import SECOND_CHECK, TWO_PERSON, Need, say
from app.domain.fate import ALL_DEAD, Fate
from app.domain.text import Text

REASON = "reason"
WRITTEN = frozenset({"note", REASON})
"""Needs that a written comment meets."""
SECOND = frozenset({SECOND_CHECK, TWO_PERSON})
"""Needs that only a second person meets."""
_NO_NAMES: Mapping[str, Text] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TransitionDef:
    """One allowed change. `to` None is the status the person had before the current one (PREVIOUS)."""

    from_: Fate
    to: Fate | None
    needs: tuple[Need, ...]
    who: str


class TransitionRefused(UserError):
    """The change is possible, but something it needs is missing: `missing` holds the needs."""

    what = N_("The status cannot change from {current} to {to} yet: {missing_words} is missing.")
    todo = N_("Add what is missing and try again.")

    def __init__(self, *, missing: tuple[Need, ...], **facts: object) -> None:
        super().__init__(missing=missing, **facts)
        self.missing = missing


class TransitionNotAllowed(TransitionRefused):
    """The table knows no such change: `allowed` holds the statuses that may follow."""

    what = N_("The status cannot change from {current} to {to}.")
    todo = N_("From here it may become: {allowed_words}.")

    def __init__(self, *, allowed: tuple[Fate, ...], **facts: object) -> None:
        super().__init__(missing=(), allowed=allowed, **facts)
        self.allowed = allowed


class FirstFateRefused(TransitionNotAllowed):
    """A case cannot be opened with this status."""

    what = N_("A case cannot be opened with the status {to}.")
    todo = N_("It may be opened with: {allowed_words}.")


def needs_second_person(current: Fate | None, to: Fate) -> bool:
    """Whether a second person must approve: any change to or from a death, not what a new case records."""
    return current is not None and (current in ALL_DEAD or to in ALL_DEAD)


def allowed(table: Iterable[TransitionDef], current: Fate, previous: Fate | None = None) -> tuple[Fate, ...]:
    """The statuses that may follow `current`, in the table's order; `previous` stands in for PREVIOUS."""
    reached = (rule.to or previous for rule in table if rule.from_ is current)
    return tuple(dict.fromkeys(fate for fate in reached if fate is not None))


def ways(
    table: Iterable[TransitionDef], current: Fate, to: Fate, previous: Fate | None = None
) -> tuple[tuple[Need, ...], ...]:
    """What the change needs, once for every way the table leads there; () if it is not in the table.

    Whoever needs a second person's yes says why.
    """
    found = [rule.needs for rule in table if rule.from_ is current and (rule.to or previous) is to]
    if needs_second_person(current, to):
        found = [(*way, Need((TWO_PERSON,))) for way in found]
    found = [way if _said(way) or not asks_second(way) else (*way, Need((REASON,))) for way in found]
    return tuple(tuple(dict.fromkeys(way)) for way in found)


def asks_second(way: Iterable[Need]) -> bool:
    """Whether a second person's yes is among what a way needs."""
    return any(SECOND & set(need.any_of) for need in way)


def _said(way: Iterable[Need]) -> bool:
    return any(WRITTEN & set(need.any_of) for need in way)


def missing(
    table: Iterable[TransitionDef],
    current: Fate,
    to: Fate,
    evidence: Collection[str],
    previous: Fate | None = None,
) -> tuple[Need, ...] | None:
    """What the change still needs, () if nothing; None if it is not in the table.

    Where the table leads to `to` on two ways (by name and as PREVIOUS), the one that needs less counts.
    """
    gaps = (
        tuple(need for need in way if not need.met_by(evidence)) for way in ways(table, current, to, previous)
    )
    return min(gaps, key=len, default=None)


def check(
    table: Iterable[TransitionDef],
    initial: Collection[Fate],
    current: Fate | None,
    to: Fate,
    evidence: Collection[str],
    *,
    previous: Fate | None = None,
    fates: Mapping[Fate, Text] = MappingProxyType({}),
    documents: Mapping[str, Text] = _NO_NAMES,
) -> None:
    """Let a change of status pass, or raise.

    `current` None opens a case. `previous` is the status before `current`. `fates` and `documents` give the
    words of the refusal; without them it speaks in codes. FirstFateRefused, TransitionNotAllowed or
    TransitionRefused with what is missing.
    """
    table = tuple(table)
    if current is None:
        if to not in initial:
            first = tuple(fate for fate in Fate if fate in initial)
            raise FirstFateRefused(allowed=first, allowed_words=_list(first, fates), to=_name(to, fates))
        return
    gaps = missing(table, current, to, evidence, previous)
    if gaps is None:
        next_ = allowed(table, current, previous)
        raise TransitionNotAllowed(
            allowed=next_,
            allowed_words=_list(next_, fates),
            current=_name(current, fates),
            to=_name(to, fates),
        )
    if gaps:
        raise TransitionRefused(
            missing=gaps,
            missing_words=say(gaps, documents),
            current=_name(current, fates),
            to=_name(to, fates),
        )


def _name(fate: Fate, fates: Mapping[Fate, Text]) -> Text:
    return fates.get(fate) or Text(fate.value, fate.value)


def _list(choice: Iterable[Fate], fates: Mapping[Fate, Text]) -> Text:
    names = [_name(fate, fates) for fate in choice]
    return Text("; ".join(name.uk for name in names) or "—", "; ".join(name.en for name in names) or "—")
