"""The way back in words: stages, stretches of time, days, and how far each is."""

from collections.abc import Mapping
from datetime import date

from app.domain.errors import N_
from app.domain.events import Event
from app.i18n import Words
from app.reintegration.plan import Area
from app.reintegration.stages import Progress, Span, SpanView, Stage
from app.reintegration.year import Kept, YearContact

STAGES: Mapping[Stage, tuple[str, str]] = {
    Stage.RECEPTION: (N_("Reception"), "plane-landing"),
    Stage.MEDICAL: (N_("Examination and treatment"), "stethoscope"),
    Stage.DOCUMENTS: (N_("Documents restored"), "file-check"),
    Stage.PAYMENTS: (N_("Payments after the return"), "wallet"),
    Stage.LEAVE: (N_("Leave"), "tree-palm"),
    Stage.BOARD: (N_("Military medical board"), "clipboard-check"),
    Stage.SERVICE: (N_("Service or discharge"), "shield"),
    Stage.WORK: (N_("Work and study"), "briefcase"),
    Stage.HOUSING: (N_("Housing"), "house"),
    Stage.YEAR: (N_("A year side by side"), "heart-handshake"),
}

SPANS: Mapping[Span, str] = {
    Span.HOURS_72: N_("First 72 hours"),
    Span.DAYS_30: N_("30 days"),
    Span.DAYS_90: N_("90 days"),
    Span.YEAR: N_("A year"),
}

DAYS: Mapping[Event, str] = {
    Event.RELEASED: N_("Back in Ukraine"),
    Event.ADMITTED: N_("Admitted to hospital"),
    Event.DISCHARGED_HOSPITAL: N_("Discharged from hospital"),
    Event.LEAVE_STARTED: N_("Leave began"),
    Event.VLK_DECIDED: N_("Medical board decided"),
    Event.RETURNED_TO_UNIT: N_("Back in the unit"),
    Event.DISCHARGE_ORDER: N_("Order of discharge"),
}

AREAS: Mapping[Area, str] = {
    Area.HEALTH: N_("health"),
    Area.CALM: N_("peace of mind"),
    Area.FAMILY: N_("family"),
    Area.DOCUMENTS: N_("papers"),
    Area.MONEY: N_("money"),
    Area.SERVICE: N_("service"),
    Area.WORK: N_("work and study"),
    Area.HOUSING: N_("housing"),
    Area.OTHER: N_("something else"),
}

PROGRESS: Mapping[Progress, tuple[str, str, str]] = {
    Progress.NONE: (N_("no steps"), "closed", ""),
    Progress.AHEAD: (N_("ahead"), "closed", "clock"),
    Progress.GOING: (N_("under way"), "info", "footprints"),
    Progress.DONE: (N_("all done"), "returned", "check"),
}

KEPT: Mapping[Kept, tuple[str, str, str]] = {
    Kept.KEPT: (N_("spoken"), "returned", "check"),
    Kept.DUE: (N_("due now"), "missing", "phone-call"),
    Kept.MISSED: (N_("was not kept"), "captive", "circle-alert"),
    Kept.AHEAD: (N_("ahead"), "closed", "clock"),
}


def span_words(words: Words, view: SpanView, today: date) -> str:
    """A stretch on a line: until when, how much is behind; the one that lasts now says so."""
    said = words("{span}, until {date}", span=words(SPANS[view.span]), date=words.date(view.until))
    if view.steps:
        steps = words("{done} of {total} steps", done=view.settled, total=view.steps)
        said = f"{said} · {steps}"
    return words("Now: {what}", what=said) if view.now(today) else said


def contact_words(words: Words, one: YearContact) -> str:
    """One month of the year after the return, and whether somebody spoke to him."""
    return f"{words('Month {n}', n=one.number)}, {words.date(one.due)}: {words(KEPT[one.kept][0])}"
