"""Why a step is due when it is: the event, the length of the term, the law behind it, in one sentence."""

from datetime import date

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.calendar import CalendarMode
from app.domain.deadline import Kind, Term, Unit, due
from app.domain.errors import N_
from app.domain.recurrence import Gap, Repeat
from app.i18n import Words
from app.plan.opening import term_of
from app.plan.queries import OF_THE_LAW, StepRow
from ui.event_words import event_words, since_words

WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
UNTIL = (
    N_("until Monday"), N_("until Tuesday"), N_("until Wednesday"), N_("until Thursday"), N_("until Friday"),
    N_("until Saturday"), N_("until Sunday"),
)  # fmt: skip


def term_words(words: Words, term: Term) -> str:
    """The length of a term: «3 дні», "10 working days"."""
    if term.qty is None:
        return words("without a term")
    match term.unit:
        case Unit.DAY:
            return words.count("{n} day", "{n} days", term.qty)
        case Unit.WORKING_DAY:
            return words.count("{n} working day", "{n} working days", term.qty)
        case Unit.WEEK:
            return words.count("{n} week", "{n} weeks", term.qty)
        case Unit.MONTH:
            return words.count("{n} month", "{n} months", term.qty)
        case Unit.YEAR:
            return words.count("{n} year", "{n} years", term.qty)


def repeat_sentence(words: Words, repeat: Repeat, turn: int, missed: int = 0) -> str:
    """When a step comes back, and the how manieth time this is."""
    if repeat.occasion:
        return words("With each new occasion, by hand.")
    told = []
    if repeat.distances:
        at = ", ".join(_gap_words(words, gap) for gap in repeat.distances)
        told.append(words("At these distances from the beginning: {distances}.", distances=at))
    if repeat.every:
        pattern = N_("Then every {gap}.") if repeat.distances else N_("Every {gap}.")
        told.append(words(pattern, gap=_gap_words(words, repeat.every)))
    if repeat.times:
        told.append(words("In all: {times}.", times=words.count("{n} time", "{n} times", repeat.times)))
    told.append(words("Now: turn {turn}.", turn=turn))
    if missed:
        more = words.count("{n} more turn has come", "{n} more turns have come", missed)
        told.append(words("{more} meanwhile: one deed covers them.", more=more))
    return " ".join(told)


def _gap_words(words: Words, gap: Gap) -> str:
    return term_words(words, Term(gap.many, gap.unit, Kind.NONE))


def rule_sentence(words: Words, catalogue: Catalogue, step: StepRow) -> str:
    """How the due day of a step came about, in one sentence with its law; or what it waits for."""
    definition = step.definition
    if definition is None:
        return words("A step of our own, without a rule.")
    term = term_of(definition, step.choice)
    if step.trigger_on is None or term.qty is None:
        return _undated(words, catalogue, definition, term)
    since = since_words(words, catalogue, step.trigger or definition.due.start)
    pattern = N_("{term} from {since} {date}") if term.qty else N_("the same day: {since} {date}")
    length = {"term": term_words(words, term)} if term.qty else {}
    counted = words(pattern, since=since, date=words.date(step.trigger_on), **length)
    told = [counted]
    if step.counted_from is not None and step.counted_from != step.trigger_on:
        told.append(words("the office counts from {counted}", counted=words.date(step.counted_from)))
    if step.turn > 1:
        told.append(words("turn {turn}", turn=step.turn))
    if step.due is not None:
        told.append(_end(words, step, term, step.due))
    return "; ".join(filter(None, (*told, basis_words(definition, step.choice)))) + "."


def basis_words(definition: StepDef, choice: int | None) -> str:
    """The law behind a term: the one of the term that a lawyer picked, else the first that the catalogue names."""
    for number, one in enumerate(definition.due.choose):
        if number == choice or (choice is None and one.term == definition.due.term):
            return one.basis
    return "; ".join(definition.basis) if definition.due.term.kind in OF_THE_LAW else ""


def weekday(words: Words, day: date) -> str:
    """«субота 21.11»."""
    return f"{words(WEEKDAYS[day.weekday()])} {day:%d.%m}"


def until(words: Words, day: date) -> str:
    """«до понеділка 23.11.2026»."""
    return f"{words(UNTIL[day.weekday()])} {words.date(day)}"


def _end(words: Words, step: StepRow, term: Term, due_on: date) -> str:
    """The last day: where counting arrives, and where a day off moves it, as it never does a count of working days."""
    moves = step.counted_from is not None and step.turn == 1 and term.unit is not Unit.WORKING_DAY
    raw = due(step.counted_from, term, CalendarMode.MARTIAL_LAW).raw if step.counted_from and moves else due_on
    if raw is not None and raw < due_on:
        return words("the last day is {raw}, so {until}", raw=weekday(words, raw), until=until(words, due_on))
    if raw is not None and raw > due_on:
        return words("the last day is {raw}, we do it {until}", raw=weekday(words, raw), until=until(words, due_on))
    if term.kind is Kind.EARLIEST:
        return words("not before {date}", date=words.date(due_on))
    if term.kind is Kind.USUAL:
        return words("usually until {date}", date=words.date(due_on))
    return until(words, due_on)


def _undated(words: Words, catalogue: Catalogue, definition: StepDef, term: Term) -> str:
    event = event_words(words, catalogue, definition.due.start)
    if term.qty is None:
        return words("Without a term; begins with: {event}.", event=event)
    length = term_words(words, term)
    return words("{term} from: {event}. Its day is not in the record yet.", term=length, event=event)


def choices(words: Words, step: StepRow) -> tuple[str, ...]:
    """The terms among which a lawyer chooses, one sentence each."""
    if step.definition is None:
        return ()
    return tuple(f"{term_words(words, one.term)}: {one.basis}" for one in step.definition.due.choose)
