"""Why a step is due when it is: the event, the length of the term, the law behind it, in one sentence."""

from collections.abc import Mapping

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.deadline import Kind, Term, Unit
from app.domain.errors import N_
from app.domain.events import Event
from app.domain.recurrence import Gap, Repeat
from app.i18n import Words
from app.plan.queries import StepRow

_EVENTS: Mapping[str, str] = {
    Event.CASE_OPENED: N_("the case was opened"),
    Event.LAST_CONTACT: N_("last contact with the serviceman"),
    Event.NOTICE_RECEIVED: N_("notification received"),
    Event.POLICE_REPORTED: N_("application to the police"),
    Event.ERDR_ENTERED: N_("entry in the register of investigations (ЄРДР)"),
    Event.REG_ENTERED: N_("entry in the Register of missing persons"),
    Event.CAPTIVITY_CONFIRMED: N_("captivity confirmed"),
    Event.COMMISSION_DECIDED: N_("decision of the Commission"),
    Event.APPLICATION_FILED: N_("application filed"),
    Event.BODY_RECEIVED_APPLICATION: N_("the body received the application"),
    Event.DECISION_RECEIVED: N_("decision received"),
    Event.REFUSAL_RECEIVED: N_("refusal received"),
    Event.DISPOSITION_CHANGED: N_("posting changed"),
    Event.FAMILY_CHANGED: N_("change in the family"),
    Event.BODY_REPATRIATED: N_("repatriation"),
    Event.DNA_TAKEN: N_("DNA samples taken"),
    Event.DNA_MATCH: N_("DNA match"),
    Event.DEATH_REGISTERED: N_("death registered"),
    Event.COURT_IN_FORCE: N_("court decision in force"),
    Event.RELEASED: N_("return"),
    Event.ADMITTED: N_("admission to hospital"),
    Event.DISCHARGED_HOSPITAL: N_("discharge from hospital"),
    Event.VLK_DECIDED: N_("decision of the medical board (ВЛК)"),
    Event.LEAVE_STARTED: N_("leave began"),
    Event.RETURNED_TO_UNIT: N_("return to the unit"),
    Event.DISCHARGE_ORDER: N_("discharge order"),
    Event.CALENDAR_YEAR_START: N_("start of the year"),
    Event.CHILD_TURNS_18: N_("a child turns 18"),
    Event.CHILD_TURNS_23: N_("a child turns 23"),
    Event.UNIT_CHANGED: N_("change of unit"),
    Event.CONSENT_GIVEN: N_("consent given"),
    Event.FATE_CHANGED: N_("change of status"),
    Event.DEATH_REVERSED: N_("death record reversed"),
    "1 September": N_("1 September"),
    "D-DEATH-MED issued": N_("medical certificate of death issued"),
    "D-DNA-PRELIM": N_("preliminary DNA result"),
    "D-EKOPFO issued": N_("assessment of everyday functioning issued"),
    "D-PASSPORT issued": N_("passport issued"),
    "D-VLK recommends": N_("the medical board recommends it"),
    "PHQ-9 item 9 > 0 or concern": N_("a worrying sign in the talk or screening"),
    "account access restored": N_("access to the account restored"),
    "calendar or list event": N_("a hard date or an exchange list"),
    "child in family": N_("there is a child in the family"),
    "child needs documents or travel": N_("the child needs documents or travels"),
    "clinician allows": N_("the clinician allows it"),
    "clinician decision": N_("decision of the clinician"),
    "day of death, or special war rule: lawyer confirms": N_("day set by the lawyer"),
    "decision discharge": N_("decision on discharge"),
    "doctor e-referral": N_("electronic referral"),
    "documents submitted": N_("documents submitted"),
    "donor abroad": N_("the donor is abroad"),
    "exchange expected (do not tell family)": N_("an exchange is expected (the family is not told)"),
    "eyewitness evidence": N_("eyewitness evidence"),
    "family asks, evidence of death": N_("request of the family"),
    "information of charges": N_("information of charges"),
    "lawyer enters date": N_("day set by the lawyer"),
    "list received": N_("list received"),
    "need recorded": N_("need recorded"),
    "new information item": N_("new information"),
    "person found alive after death status": N_("the person was found alive"),
    "person's own request": N_("his own request"),
    "positive screen + clinician": N_("screening and the clinician's decision"),
    "property needs managing": N_("property needs managing"),
    "request": N_("request"),
    "reversal of death status": N_("death record reversed"),
    "school year": N_("school year"),
}
_VAGUE = frozenset({"trigger", "event"})


def event_words(words: Words, catalogue: Catalogue, event: str) -> str:
    """What happened that starts a term; a step's end is said by the step's name."""
    if event.startswith("STEP_DONE("):
        step = catalogue.steps.get(event[len("STEP_DONE(") : -1])
        return words("done: {step}", step=step.name.in_(words.language) if step else event)
    return words(_EVENTS[event]) if event in _EVENTS else event


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


def repeat_sentence(words: Words, repeat: Repeat, turn: int) -> str:
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
    return " ".join(told)


def _gap_words(words: Words, gap: Gap) -> str:
    return term_words(words, Term(gap.many, gap.unit, Kind.NONE))


def rule_sentence(words: Words, catalogue: Catalogue, step: StepRow) -> str:
    """How the due day of a step came about, or what it waits for."""
    definition = step.definition
    if definition is None:
        return words("A step of our own, without a rule.")
    term = term_words(words, definition.due.term)
    if step.trigger_on is not None:
        event = event_words(words, catalogue, step.trigger or definition.due.start)
        happened = words.date(step.trigger_on)
        if step.counted_from is not None and step.counted_from != step.trigger_on:
            counted = words.date(step.counted_from)
            return words(
                "{term} after: {event}, {date}. The office counts from {counted}.",
                term=term, event=event, date=happened, counted=counted,
            )
        return words("{term}, counted from: {event}, {date}.", term=term, event=event, date=happened)
    event = event_words(words, catalogue, _start(definition))
    if definition.due.term.qty is None:
        return words("Without a term; begins with: {event}.", event=event)
    return words("{term} from: {event}. Its day is not in the record yet.", term=term, event=event)


def choices(words: Words, step: StepRow) -> tuple[str, ...]:
    """The terms among which a lawyer chooses, one sentence each."""
    if step.definition is None:
        return ()
    return tuple(f"{term_words(words, one.term)}: {one.basis}" for one in step.definition.due.choose)


def _start(definition: StepDef) -> str:
    return definition.trigger if definition.due.start in _VAGUE else definition.due.start
