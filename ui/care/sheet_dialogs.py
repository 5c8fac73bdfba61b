"""A session and a safety plan, written down under the clinical seal; neither is ever kept as a draft."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.errors import N_
from app.domain.partial_date import of_day
from app.i18n import Words
from app.wellbeing.care import Writing
from app.wellbeing.sheets import PLAN_FIELDS, Form, SafetyPlan, Session
from ui.care.sealed_form import SealedForm
from ui.care.whom import Whom
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.jobs import Work
from ui.workplace import Workplace

FORMS: Mapping[Form, str] = {
    Form.INDIVIDUAL: N_("meeting"),
    Form.FAMILY: N_("meeting with the family"),
    Form.CHILD: N_("meeting with a child"),
    Form.GROUP: N_("support group"),
    Form.PHONE: N_("by phone"),
}
PLAN: Mapping[str, tuple[str, str]] = {
    "signs": (N_("How I notice that it is getting worse"), N_("in the person’s own words, all the way down")),
    "alone": (N_("What I can do by myself"), ""),
    "places": (N_("Where and with whom it is easier"), ""),
    "people": (N_("Whom I can ask for help"), N_("names and phones")),
    "help": (N_("Whom I call if that is not enough"), N_("psychologist, hotline, 103")),
    "surroundings": (N_("How we make the surroundings safe"), N_("weapons, medicines: who keeps them")),
    "reasons": (N_("What I live for"), ""),
}


class CareDialog(SealedForm):
    """Subclasses say in `_sheet` what the fields make."""

    def __init__(
        self, place: Workplace, parent: QWidget, title: str, whom: Whom, sections: Sequence[SectionDef],
        start: Mapping[str, str],
    ) -> None:  # fmt: skip
        super().__init__(place, parent, title, whom.about, sections, start)
        self._whom = whom

    @override
    def _work(self) -> Work[Changes]:
        care, whom, sheet = self._place.services.care, self._whom, self._sheet()
        return lambda _: care.write(whom.case, whom.person, sheet)

    def _sheet(self) -> Writing:
        raise NotImplementedError


class SessionDialog(CareDialog):
    """A meeting that took place."""

    def __init__(self, place: Workplace, parent: QWidget, whom: Whom) -> None:
        _ = place.words
        kinds = tuple((form.value, _(word)) for form, word in FORMS.items())
        sections = (
            SectionDef(
                "",
                (
                    day_field("on", N_("On which day")),
                    FieldDef("form", Kind.CHOICE, N_("How"), choices=kinds),
                    FieldDef("text", Kind.LONG_TEXT, N_("What it was about"), required=True),
                    FieldDef("next_on", Kind.DAY, N_("Next time"), future=True),
                ),
            ),
        )
        start = {"on": today_text(place), "form": Form.INDIVIDUAL.value}
        super().__init__(place, parent, _("A session"), whom, sections, start)

    @override
    def _sheet(self) -> Session:
        form, following = self.form, self.form.date("next_on")
        return Session(
            self._day("on"), Form(form.text("form")), form.text("text"), following.first if following else None
        )


class SafetyPlanDialog(CareDialog):
    """What somebody does when it becomes unbearable; a new one begins with what the last one said."""

    def __init__(self, place: Workplace, parent: QWidget, whom: Whom, last: SafetyPlan | None) -> None:
        _ = place.words
        fields = (FieldDef(name, Kind.LONG_TEXT, label, hint) for name, (label, hint) in PLAN.items())
        sections = (SectionDef("", (day_field("on", N_("On which day")), *fields)),)
        said = {name: getattr(last, name) for name in PLAN_FIELDS} if last else {}
        super().__init__(place, parent, _("The safety plan"), whom, sections, {"on": today_text(place), **said})

    @override
    def _sheet(self) -> SafetyPlan:
        return SafetyPlan(self._day("on"), **{name: self.form.text(name) for name in PLAN_FIELDS})


class SetAsideDialog(CareDialog):
    """Why a sheet counts no more."""

    def __init__(self, place: Workplace, parent: QWidget, whom: Whom, sheet: UUID) -> None:
        _ = place.words
        hint = N_("a form of somebody else, a wrong day; the sheet stays in the record")
        why = FieldDef("why", Kind.LONG_TEXT, N_("What was wrong with it"), hint, required=True)
        super().__init__(place, parent, _("Set a sheet aside"), whom, (SectionDef("", (why,)),), {})
        self._of = sheet

    @override
    def _work(self) -> Work[Changes]:
        care, whom, sheet, why = self._place.services.care, self._whom, self._of, self.form.text("why")
        return lambda _: care.set_aside(whom.case, whom.person, sheet, why)


def plan_lines(words: Words, plan: SafetyPlan) -> tuple[str, ...]:
    """What a plan says, a sentence for each part that was filled in."""
    parts = ((words(PLAN[name][0]), getattr(plan, name)) for name in PLAN_FIELDS)
    return tuple(f"{title}: {text}" for title, text in parts if text)


def day_field(key: str, label: str, *, future: bool = False) -> FieldDef:
    """A day that is required."""
    return FieldDef(key, Kind.DAY, label, required=True, future=future)


def today_text(place: Workplace) -> str:
    """Today, as a field of a form takes it."""
    return partial_words(place.words, of_day(place.clock.today()))
