"""Close a case: what is still open stands above the reason; and open it again with a word why."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.cases.view import CaseView
from app.changes import Changes
from app.closing.checks import Check
from app.closing.service import Closing, ClosingDraft, ClosingReason
from app.contacts.service import CALL_AGAIN
from app.domain.errors import N_
from app.i18n import Words
from ui.closing.closing_words import CHECKS, REASONS
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.record.entry_form import EntryDialog, EntryForm
from ui.step_words import step_title
from ui.widgets.label import Label
from ui.widgets.line_list import LineList
from ui.workplace import Workplace


def _sections(words: Words) -> tuple[SectionDef, ...]:
    reasons = tuple((reason.value, words(word)) for reason, word in REASONS.items())
    return (
        SectionDef(
            "",
            (
                FieldDef("reason", Kind.CHOICE, N_("Why the case is closed"), required=True, choices=reasons),
                FieldDef(
                    "left_why", Kind.LONG_TEXT, N_("If something is left open: why"),
                    N_("Open steps then no longer apply; opened again, the case gets them back."),
                ),
                FieldDef("note", Kind.LONG_TEXT, N_("A word for whoever reads this later")),
            ),
        ),
    )


def _draft(form: Form, _was: ClosingDraft | None) -> ClosingDraft:
    return ClosingDraft(ClosingReason(form.text("reason")), form.text("note"), form.text("left_why"))


def _no_texts(_says: object) -> Mapping[str, str]:
    return {}


CLOSING_FORM = EntryForm(
    name="closing", adding=N_("Close the case"), correcting=N_("Close the case"), sections=_sections, texts=_no_texts,
    draft=_draft, start=lambda: {"reason": ClosingReason.SETTLED.value}, height=580,
)  # fmt: skip
_WHY = FieldDef("why", Kind.LONG_TEXT, N_("Why it is opened again"), N_("for example: the family wrote again"), True)
REOPENING_FORM: EntryForm[str] = EntryForm(
    name="reopening", adding=N_("Open the case again"), correcting=N_("Open the case again"),
    sections=lambda _: (SectionDef("", (_WHY,)),), texts=_no_texts, draft=lambda form, _was: form.text("why"),
    height=320,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closer:
    """What the form of a closing writes to."""

    closing: Closing

    def add(self, case: UUID, draft: ClosingDraft) -> Changes:
        """Close the case."""
        return self.closing.close(case, draft)


@dataclass(frozen=True, slots=True)
class Reopener:
    """What the form of a reopening writes to."""

    closing: Closing

    def add(self, case: UUID, why: str) -> Changes:
        """Open the case again."""
        return self.closing.reopen(case, why)


def check_line(words: Words, check: Check) -> Line:
    """A line of the check list: what is looked at, and what is still open of it."""
    names = [
        words("Speak to the family again") if item.what.uk == CALL_AGAIN else step_title(words, item.what)
        for item in check.open
    ]
    beside = words.count("{n} open", "{n} open", len(names)) if names else ""
    told = (", ".join(names),) if names else ()
    icon = "circle-alert" if names else "circle-check"
    return Line(words(CHECKS[check.kind]), told, icon=icon, beside=beside, faint=not names)


class CloseDialog(EntryDialog):
    """Reads the check list when it is opened."""

    def __init__(self, place: Workplace, parent: QWidget, view: CaseView, about: str) -> None:
        closing, _ = place.services.record.closing, place.words
        super().__init__(place, parent, CLOSING_FORM, Closer(closing), view.uid, about)
        self.named = _("The case is closed.")
        self.checks = LineList(place.look, _("Before it is closed"))
        self.checks.grow()
        self._column.insertWidget(0, Label(_("Before it is closed"), "strong"))
        self._column.insertWidget(1, self.checks)
        place.operations.read(self, lambda _: closing.review(view.uid), self._show_checks)

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        self.checks.show_lines([check_line(self._place.words, check) for check in checks])


class ReopenDialog(EntryDialog):
    """Asks why."""

    def __init__(self, place: Workplace, parent: QWidget, view: CaseView, about: str) -> None:
        super().__init__(place, parent, REOPENING_FORM, Reopener(place.services.record.closing), view.uid, about)
        self.named = place.words("The case is open again.")
