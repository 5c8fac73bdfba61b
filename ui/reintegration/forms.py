"""The plan in forms: a goal, what is done for it, and the day on which it is gone through together."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.domain.errors import N_
from app.i18n import Words
from app.plan.queries import StepRow
from app.reintegration.plan import USUAL, Area, DeedDraft, GoalDraft, ReviewDraft
from app.reintegration.service import GoalView
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.forms.plain import YES
from ui.record.entry_form import EntryForm
from ui.reintegration.words import AREAS
from ui.step_words import step_title

_ON_PAPER = N_("stands on his paper: no diagnosis, nothing of what happened there")


def goal_form(today: date) -> EntryForm[GoalDraft]:
    """The form of a goal."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        areas = tuple((area.value, words(word)) for area, word in AREAS.items())
        return (
            SectionDef(
                "",
                (
                    FieldDef("words", Kind.LONG_TEXT, N_("What he wants, in his own words"), _ON_PAPER, required=True),
                    FieldDef("area", Kind.CHOICE, N_("What this is about"), choices=areas),
                    FieldDef("until", Kind.DAY, N_("By when he would like it"), future=True),
                    FieldDef("agreed_on", Kind.DAY, N_("Agreed on"), N_("empty: it stays off his paper")),
                    FieldDef("reached_on", Kind.DAY, N_("Reached on")),
                    FieldDef("result", Kind.LONG_TEXT, N_("What has come of it"), _ON_PAPER),
                ),
            ),
        )

    return EntryForm(
        name="plan_goal", adding=N_("A goal"), correcting=N_("Put the goal right"), sections=sections,
        texts=_goal_texts, draft=_goal, start=lambda: {"area": Area.OTHER.value, "agreed_on": _text(today)}, height=560,
    )


def deed_form(goals: Sequence[GoalView], steps: Sequence[StepRow], chosen: UUID | None = None) -> EntryForm[DeedDraft]:
    """The form of what is done for one of these goals; `steps` of the case may stand for it."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        named = tuple((one.goal.uid.hex, one.goal.says.words) for one in goals)
        known = (("", words("in words of our own")), *((row.uid.hex, step_title(words, row.title)) for row in steps))
        hint = N_("a step of the case comes on his paper only if it has plain words for paper")
        return (
            SectionDef(
                "",
                (
                    FieldDef("goal_uid", Kind.CHOICE, N_("For which goal"), choices=named, required=True),
                    FieldDef("step_uid", Kind.CHOICE, N_("Step of the case"), hint, choices=known),
                    FieldDef("text", Kind.LONG_TEXT, N_("What will be done"), _ON_PAPER),
                    FieldDef("who", Kind.TEXT, N_("Who does it"), N_("himself, one of us, a body")),
                    FieldDef("until", Kind.DAY, N_("By when"), future=True),
                    FieldDef("done_on", Kind.DAY, N_("Done on")),
                    FieldDef("result", Kind.TEXT, N_("What has come of it"), _ON_PAPER),
                ),
            ),
        )

    first = chosen or (goals[0].goal.uid if goals else None)
    return EntryForm(
        name="plan_deed", adding=N_("A step to a goal"), correcting=N_("Put the step to a goal right"),
        sections=sections, texts=_deed_texts, draft=_deed,
        start=lambda: {"goal_uid": first.hex if first else "", "step_uid": ""}, height=560,
    )  # fmt: skip


def review_form(today: date) -> EntryForm[ReviewDraft]:
    """The form of a talk about the whole plan."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        every = tuple((str(days), words.count("in {n} day", "in {n} days", days)) for days in (14, 30, 60, USUAL, 180))
        return (
            SectionDef(
                "",
                (
                    FieldDef("on", Kind.DAY, N_("On which day"), required=True),
                    FieldDef("agreed", Kind.YES_NO, N_("He agrees to the plan as it stands now")),
                    FieldDef("days", Kind.CHOICE, N_("Again"), choices=every),
                    FieldDef("said", Kind.LONG_TEXT, N_("Note for the office"), N_("never on his paper")),
                ),
            ),
        )

    return EntryForm(
        name="plan_review", adding=N_("The plan gone through together"), correcting=N_("Put the talk right"),
        sections=sections, texts=_review_texts, draft=_review,
        start=lambda: {"on": _text(today), "days": str(USUAL)}, height=440,
    )  # fmt: skip


def _text(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def _day(form: Form, key: str) -> date | None:
    day = form.date(key)
    return day.last if day else None


def _uid(form: Form, key: str) -> UUID | None:
    code = form.text(key)
    return UUID(code) if code else None


def _goal_texts(says: GoalDraft) -> Mapping[str, str]:
    return {
        "words": says.words, "area": says.area.value, "until": _text(says.until), "agreed_on": _text(says.agreed_on),
        "reached_on": _text(says.reached_on), "result": says.result,
    }  # fmt: skip


def _goal(form: Form, _was: GoalDraft | None) -> GoalDraft:
    area = Area(form.text("area") or Area.OTHER)
    until, agreed, reached = (_day(form, key) for key in ("until", "agreed_on", "reached_on"))
    return GoalDraft(area, form.text("words"), until, agreed, reached, form.text("result"))


def _deed_texts(says: DeedDraft) -> Mapping[str, str]:
    return {
        "goal_uid": says.goal_uid.hex, "step_uid": says.step_uid.hex if says.step_uid else "", "text": says.text,
        "who": says.who, "until": _text(says.until), "done_on": _text(says.done_on), "result": says.result,
    }  # fmt: skip


def _deed(form: Form, was: DeedDraft | None) -> DeedDraft:
    goal = _uid(form, "goal_uid") or (was.goal_uid if was else None)
    if goal is None:
        raise ValueError("the goal is required")
    return DeedDraft(
        goal, _uid(form, "step_uid"), form.text("text"), form.text("who"), _day(form, "until"),
        _day(form, "done_on"), form.text("result"),
    )  # fmt: skip


def _review_texts(says: ReviewDraft) -> Mapping[str, str]:
    return {"on": _text(says.on), "agreed": YES if says.agreed else "", "days": str(says.days), "said": says.said}


def _review(form: Form, was: ReviewDraft | None) -> ReviewDraft:
    on = _day(form, "on")
    if on is None:
        raise ValueError("the day is required")
    days = int(form.text("days") or (was.days if was else USUAL))
    return ReviewDraft(on, form.text("agreed") == YES, days, form.text("said"))
