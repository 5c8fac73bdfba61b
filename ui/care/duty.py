"""Who of the office is called first, as a form."""

from collections.abc import Mapping, Sequence

from app.changes import Changes
from app.domain.errors import N_
from app.i18n import Words
from app.office.duty import Duties, OnDuty
from ui.care.sheet_dialogs import day_field
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.record.entry_form import EntryForm


class DutyKeeping:
    """Duties as a form keeps them: they belong to no case."""

    def __init__(self, duties: Duties) -> None:
        self._duties = duties

    def add(self, _owner: object, draft: OnDuty) -> Changes:
        """Keep who is on duty."""
        return self._duties.write(draft)


def duty_form(today: str) -> EntryForm[OnDuty]:
    """The form of who is on duty."""

    def sections(_words: Words) -> Sequence[SectionDef]:
        return (
            SectionDef(
                "",
                (
                    FieldDef("name", Kind.TEXT, N_("Who is on duty"), required=True),
                    FieldDef("phone", Kind.TEXT, N_("Phone of who is on duty"), required=True),
                    day_field("since", N_("On duty from"), future=True),
                    FieldDef("until", Kind.DAY, N_("Until which day"), N_("empty: until somebody else is named"),
                             future=True),
                ),
            ),
        )  # fmt: skip

    return EntryForm(
        name="duty", adding=N_("The lead on duty"), correcting=N_("The lead on duty"), sections=sections,
        texts=_texts, draft=_draft, start=lambda: {"since": today}, height=420,
    )  # fmt: skip


def _texts(says: OnDuty) -> Mapping[str, str]:
    until = f"{says.until:%d.%m.%Y}" if says.until else ""
    return {"name": says.name, "phone": says.phone, "since": f"{says.since:%d.%m.%Y}", "until": until}


def _draft(form: Form, _was: OnDuty | None) -> OnDuty:
    since, until = form.date("since"), form.date("until")
    if since is None:
        raise TypeError("the day is required")
    return OnDuty(since.first, form.text("name"), form.text("phone"), until.last if until else None)
