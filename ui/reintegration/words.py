"""The way back in words: stages, stretches of time, days, and how each stands as a line of a list."""

from collections.abc import Mapping
from datetime import date

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.events import Event
from app.i18n import Words
from app.plan.queries import StepRow
from app.reintegration.plan import Area
from app.reintegration.stages import Progress, Span, SpanView, Stage, StageView
from app.reintegration.year import Kept, YearContact
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.step_words import step_title

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

_PROGRESS: Mapping[Progress, tuple[str, str, str]] = {
    Progress.NONE: (N_("no steps"), "closed", ""),
    Progress.AHEAD: (N_("ahead"), "closed", "clock"),
    Progress.GOING: (N_("under way"), "info", "footprints"),
    Progress.DONE: (N_("all done"), "returned", "check"),
}

_KEPT: Mapping[Kept, tuple[str, str, str]] = {
    Kept.KEPT: (N_("spoken"), "returned", "check"),
    Kept.DUE: (N_("due now"), "missing", "phone-call"),
    Kept.MISSED: (N_("was not kept"), "captive", "circle-alert"),
    Kept.AHEAD: (N_("ahead"), "closed", "clock"),
}


def stage_line(words: Words, catalogue: Catalogue, view: StageView) -> Line:
    """A stage: its days, what is next, who is waited for, and how much is behind."""
    title, icon = STAGES[view.stage]
    said, tone, sign = _PROGRESS[view.progress]
    details = [", ".join(f"{words(DAYS[event])}: {words.date(day)}" for event, day in view.days.items())]
    if view.next:
        details.append(words("Next: {step}", step=_step(words, view.next[0])))
    details.extend(
        words("Waiting for {body}: {step}", body=_body(words, catalogue, row), step=_step(words, row))
        for row in view.waiting
    )
    total = len(view.done) + len(view.next) + len(view.waiting)
    beside = words("{done} of {total} steps", done=len(view.done), total=total) if total else ""
    return Line(
        words(title), tuple(filter(None, details)), (Chip(words(said), tone, sign),), icon, beside,
        faint=view.progress is Progress.NONE, subject=view,
    )  # fmt: skip


def span_words(words: Words, view: SpanView, today: date) -> str:
    """A stretch on a line: until when, how much is behind; the one that lasts now says so."""
    said = words("{span}, until {date}", span=words(SPANS[view.span]), date=words.date(view.until))
    if view.steps:
        steps = words("{done} of {total} steps", done=view.settled, total=view.steps)
        said = f"{said} · {steps}"
    return words("Now: {what}", what=said) if view.now(today) else said


def contact_line(words: Words, one: YearContact) -> Line:
    """One month of the year after the return."""
    said, tone, icon = _KEPT[one.kept]
    spoken = (words("Spoken on {date}.", date=words.date(one.spoken)),) if one.spoken else ()
    headline = words("Month {n}", n=one.number)
    return Line(
        headline, spoken, (Chip(words(said), tone, icon),), "phone-call", words.date(one.due),
        faint=one.kept is Kept.AHEAD, subject=one,
    )  # fmt: skip


def _step(words: Words, row: StepRow) -> str:
    title = step_title(words, row.title)
    return words("{step} (until {date})", step=title, date=words.date(row.due)) if row.due else title


def _body(words: Words, catalogue: Catalogue, row: StepRow) -> str:
    body = catalogue.bodies.get(row.definition.body) if row.definition else None
    return body.name.in_(words.language) if body else words("an answer")
