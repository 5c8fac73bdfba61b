"""What the list can be filtered by, one table: each condition with its choices and the words of its chip."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from app.cases.case_filter import OVERDUE, CaseFilter
from app.catalogue.definitions import Catalogue
from app.domain.fate import ALL_CAPTIVE, ALL_DEAD, ALL_RETURNED, Fate
from app.domain.step import Track
from app.i18n import Words
from ui.step_words import track_word

MISSING = frozenset({Fate.NO_CONTACT, Fate.MISSING})
BACK = ALL_RETURNED | {Fate.FOUND_ALIVE}
Turn = Callable[[CaseFilter], CaseFilter]
Asked = Callable[[CaseFilter], bool]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its words, whether it holds, and the filter after it is pressed."""

    words: str
    holds: Asked
    turn: Turn


@dataclass(frozen=True, slots=True)
class ConditionDef:
    """A condition: its choices, and what its chip says (nothing where it is not set).

    `days`: the field that takes any number of days, `text`: the one that takes what is typed.
    """

    title: str
    choices: tuple[Choice, ...]
    told: Callable[[CaseFilter], str]
    without: Turn
    days: str = ""
    text: str = ""


def quick_choices(words: Words) -> tuple[Choice, ...]:
    """What stands over the list all the time."""
    return (
        Choice(words.context("filter", "Mine"), lambda wanted: wanted.mine, _flip("mine", True, False)),
        Choice(
            words.context("filter", "Overdue"), lambda wanted: wanted.due_in == OVERDUE, _flip("due_in", OVERDUE, None)
        ),
        _fates(words.context("filter", "Missing"), MISSING),
        _fates(words("In captivity"), ALL_CAPTIVE),
        _fates(words.context("filter", "Returned"), BACK),
    )


def condition_defs(words: Words, catalogue: Catalogue, workers: Sequence[str]) -> tuple[ConditionDef, ...]:
    """Every condition in the order of the menu."""
    return (
        _status(words, catalogue),
        _days(words, "due_in", words("Due"), (0, 3, 7, 14, 30), lambda n: words.count(
            "due within {n} day", "due within {n} days", n) if n else words("due today or earlier"), also=(OVERDUE,)),
        _days(words, "silent_for", words("Without contact"), (14, 30, 60, 90), lambda n: words.count(
            "no contact for {n} day", "no contact for {n} days", n)),
        _worker(words, workers),
        ConditionDef(
            words("Unit"), (), lambda wanted: words("unit {unit}", unit=wanted.unit) if wanted.unit else "",
            lambda wanted: replace(wanted, unit=""), text="unit",
        ),
        _track(words),
        _captivity(words),
        _no_contact(words),
        _closed(words),
        _days(words, "updated_in", words("Updated"), (7, 30, 90), lambda n: words.count(
            "updated in the last {n} day", "updated in the last {n} days", n)),
        _days(words, "opened_in", words("Opened"), (7, 30, 90, 365), lambda n: words.count(
            "opened in the last {n} day", "opened in the last {n} days", n)),
        _days(words, "returned_in", words("Return"), (30, 90, 180, 365), lambda n: words.count(
            "returned in the last {n} day", "returned in the last {n} days", n)),
    )  # fmt: skip


def _status(words: Words, catalogue: Catalogue) -> ConditionDef:
    groups = (
        (words.context("filter", "Missing"), MISSING), (words("In captivity"), ALL_CAPTIVE),
        (words.context("filter", "Returned"), BACK), (words.context("filter", "Deceased"), ALL_DEAD),
    )  # fmt: skip
    names = {fate: catalogue.statuses[fate].name.in_(words.language) for fate in Fate}
    quick = (MISSING, ALL_CAPTIVE, BACK)

    def told(wanted: CaseFilter) -> str:
        seen = frozenset[Fate]().union(*(group for group in quick if group <= wanted.fates))
        return ", ".join(names[fate] for fate in Fate if fate in wanted.fates - seen)

    each = (_fates(names[fate], frozenset({fate})) for fate in Fate)
    return ConditionDef(
        words("Status"), (*(_fates(name, group) for name, group in groups), *each), told,
        lambda wanted: replace(wanted, fates=frozenset()),
    )  # fmt: skip


def _days(
    words: Words, field: str, title: str, days: Iterable[int], say: Callable[[int], str], also: tuple[int, ...] = ()
) -> ConditionDef:
    """A condition of so many days; those in `also` have a chip of their own over the list."""

    def told(wanted: CaseFilter) -> str:
        value = getattr(wanted, field)
        return "" if value is None or value in also else say(value)

    choices = [Choice(words.context("filter", "Overdue"), _is(field, one), _flip(field, one, None)) for one in also]
    choices += [Choice(say(n), _is(field, n), _flip(field, n, None)) for n in days]
    return ConditionDef(title, tuple(choices), told, partial(_with, field, None), days=field)


def _worker(words: Words, workers: Sequence[str]) -> ConditionDef:
    def told(wanted: CaseFilter) -> str:
        return words("worker {worker}", worker=wanted.worker) if wanted.worker else ""

    choices = (Choice(worker, _is("worker", worker), _flip("worker", worker, "")) for worker in workers)
    return ConditionDef(words("Worker"), tuple(choices), told, partial(_with, "worker", ""))


def _track(words: Words) -> ConditionDef:
    def told(wanted: CaseFilter) -> str:
        return words("open step: {track}", track=track_word(words, wanted.track)) if wanted.track else ""

    choices = (Choice(track_word(words, track), _is("track", track), _flip("track", track, None)) for track in Track)
    return ConditionDef(words("Track with an open step"), tuple(choices), told, partial(_with, "track", None))


def _captivity(words: Words) -> ConditionDef:
    says = {True: words("captivity confirmed"), False: words("captivity not confirmed")}

    def told(wanted: CaseFilter) -> str:
        return "" if wanted.captivity is None else says[wanted.captivity]

    choices = (Choice(say, _is("captivity", yes), _flip("captivity", yes, None)) for yes, say in says.items())
    return ConditionDef(words("Captivity"), tuple(choices), told, partial(_with, "captivity", None))


def _no_contact(words: Words) -> ConditionDef:
    say = words("no authorised contact")
    choice = Choice(say, lambda wanted: wanted.no_contact, _flip("no_contact", True, False))
    return ConditionDef(
        words("Family"), (choice,), lambda wanted: say if wanted.no_contact else "", partial(_with, "no_contact", False)
    )


def _closed(words: Words) -> ConditionDef:
    named = {False: words("work goes on"), True: words.context("filter", "closed cases")}

    def choice(value: bool) -> Choice:
        return Choice(named[value], lambda wanted: wanted.closed is value, _flip("closed", value, None))

    choices = (choice(False), choice(True))
    return ConditionDef(
        words("Open or closed"), choices,
        lambda wanted: "" if wanted.closed is None else named[wanted.closed], partial(_with, "closed", None),
    )  # fmt: skip


def _fates(name: str, group: frozenset[Fate]) -> Choice:
    def turn(wanted: CaseFilter) -> CaseFilter:
        return replace(wanted, fates=wanted.fates - group if group <= wanted.fates else wanted.fates | group)

    return Choice(name, lambda wanted: group <= wanted.fates, turn)


def _is(field: str, value: object) -> Asked:
    return lambda wanted: getattr(wanted, field) == value and getattr(wanted, field) is not None


def _flip(field: str, on: Any, off: Any) -> Turn:
    return lambda wanted: _with(field, off if getattr(wanted, field) == on else on, wanted)


def _with(field: str, value: Any, wanted: CaseFilter) -> CaseFilter:
    return replace(wanted, **{field: value})
