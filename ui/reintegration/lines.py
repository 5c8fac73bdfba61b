"""The way back as lines of lists: stages and months."""

from app.catalogue.definitions import Catalogue
from app.i18n import Words
from app.plan.queries import StepRow
from app.reintegration.stages import Progress, StageView
from app.reintegration.year import Kept, YearContact
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.reintegration.words import DAYS, KEPT, PROGRESS, STAGES
from ui.step_words import step_title


def stage_line(words: Words, catalogue: Catalogue, view: StageView) -> Line:
    """A stage: its days, what is next, who is waited for, and how much is behind."""
    title, icon = STAGES[view.stage]
    said, tone, sign = PROGRESS[view.progress]
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


def contact_line(words: Words, one: YearContact) -> Line:
    """One month of the year after the return."""
    said, tone, icon = KEPT[one.kept]
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
