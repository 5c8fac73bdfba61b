"""A child's own sheet: school, whom the child trusts, who is responsible, what the child was told."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import N_
from app.i18n import Words
from app.wellbeing.sheets import ChildSheet
from ui.care.sheet_dialogs import CareDialog, day_field, today_text
from ui.care.whom import Whom
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.workplace import Workplace

FIELDS: Mapping[str, tuple[str, str]] = {
    "school": (N_("School or kindergarten"), N_("form, shift, online or in class")),
    "teacher": (N_("Who of the school helps"), N_("a teacher, the school’s psychologist; the guardian agrees first")),
    "trusted": (N_("A grown-up whom the child trusts"), N_("as the child says")),
    "guardian": (N_("Who is responsible for the child"), N_("mother, guardian; the paper stands in the family tab")),
    "knows": (N_("What the child was told, and by whom"), N_("in simple words, never more than the family knows")),
    "helps": (N_("What helps the child"), ""),
}


class ChildDialog(CareDialog):
    """Begins with what the last sheet says."""

    def __init__(self, place: Workplace, parent: QWidget, whom: Whom, last: ChildSheet | None) -> None:
        _ = place.words
        fields = (FieldDef(name, Kind.LONG_TEXT, label, hint) for name, (label, hint) in FIELDS.items())
        sections = (SectionDef("", (day_field("on", N_("On which day")), *fields)),)
        said = {name: getattr(last, name) for name in FIELDS} if last else {}
        super().__init__(place, parent, _("A child’s sheet"), whom, sections, {"on": today_text(place), **said})

    @override
    def _sheet(self) -> ChildSheet:
        return ChildSheet(self._day("on"), **{name: self.form.text(name) for name in FIELDS})


def child_lines(words: Words, sheet: ChildSheet) -> tuple[str, ...]:
    """What a sheet says, a sentence for each part that was filled in."""
    parts = ((words(label), getattr(sheet, name)) for name, (label, _) in FIELDS.items())
    return tuple(f"{title}: {text}" for title, text in parts if text)
