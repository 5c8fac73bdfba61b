"""Violence at home: a quiet flag under the clinical seal, how to reach her so that it harms not, and whom to call."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import N_
from app.i18n import Words
from app.paper.hotlines import hotlines
from app.wellbeing.sheets import Violence
from ui.care.sheet_dialogs import CareDialog, day_field, today_text
from ui.care.whom import Whom
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.plain import YES
from ui.widgets.label import Label
from ui.workplace import Workplace

LINES = ("VIOLENCE", "LA_STRADA")


class ViolenceDialog(CareDialog):
    """Begins with what was last agreed; whom to call stands above the fields."""

    def __init__(self, place: Workplace, parent: QWidget, whom: Whom, last: Violence | None) -> None:
        _ = place.words
        fields = (
            day_field("on", N_("On which day")),
            FieldDef("now", Kind.YES_NO, N_("In danger now")),
            FieldDef("said", Kind.LONG_TEXT, N_("What the person told, in own words")),
            FieldDef("agreed", Kind.LONG_TEXT, N_("What we agreed on"), N_("where to go, whom to call, a code word")),
            FieldDef("safe", Kind.TEXT, N_("How to reach the person safely"),
                     N_("hours and number belong in the family card too: colleagues who call see only that")),
            FieldDef("over", Kind.YES_NO, N_("The danger has passed")),
        )  # fmt: skip
        start = {"on": today_text(place)}
        if last is not None:
            start |= {"now": YES if last.now else "", "agreed": last.agreed, "safe": last.safe}
        super().__init__(place, parent, _("Violence at home"), whom, (SectionDef("", fields),), start)
        self.put_on_top(Label("\n".join(who_to_call(_)), "small", wrap=True))

    @override
    def _sheet(self) -> Violence:
        form = self.form
        return Violence(
            self._day("on"), form.flag("now"), form.text("said"), form.text("agreed"), form.text("safe"),
            form.flag("over"),
        )  # fmt: skip


def who_to_call(words: Words) -> Sequence[str]:
    """Whom to call, a sentence each; nothing of it ever stands on a paper."""
    numbers = {line.code: line for line in hotlines()}
    known = (numbers[code] for code in LINES if code in numbers)
    return (
        words("In danger now: police 102, and stay on the line until somebody has come."),
        *(f"{line.number}: {line.name.in_(words.language)}" for line in known),
    )


def violence_words(words: Words, sheet: Violence) -> str:
    """What the banner over the page says."""
    first = words("Violence at home: in danger now. Police 102.") if sheet.now else words("Violence at home.")
    safe = words("Reach the person safely: {how}.", how=sheet.safe.rstrip(".")) if sheet.safe else ""
    return " ".join(filter(None, (first, safe, words("Never call or write openly about it."))))
