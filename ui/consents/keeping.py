"""How long a case is kept: the review, the hold, and erasing, each asked for with a reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget

from app.cases.view import CaseView
from app.changes import Changes
from app.domain.errors import N_
from app.domain.role import Right
from app.i18n import Words
from app.retention.groups import Group
from app.retention.service import ErasureRow, RetentionRow
from ui.consents.retention_words import GROUPS, groups_said
from ui.due_words import due_chip
from ui.files import file_to_save
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.notes.note_words import day_text
from ui.record.entry_form import EntryDialog, EntryForm
from ui.record.section import Section
from ui.saving import save_pdf
from ui.widgets.button import link
from ui.widgets.flow import FlowLayout
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Doing:
    """What a form that keeps no entry writes to."""

    do: Callable[[Any], Changes]

    def add(self, _owner: UUID, said: Any) -> Changes:
        """Do it."""
        return self.do(said)


def review_form(row: RetentionRow) -> EntryForm[date | None]:
    """On which day to look again; empty for none."""

    def draft(form: Form, _was: object) -> date | None:
        on = form.date("on")
        return on.last if on else None

    field = FieldDef("on", Kind.DAY, N_("Look at the case again on"), N_("+365 is in a year"), future=True)
    return _form("retention_review", N_("When to look at the case again"), (field,), draft, 260,
                 {"on": day_text(row.review_on) if row.review_on else ""})  # fmt: skip


def hold_form() -> EntryForm[tuple[str, str, date | None]]:
    """Who asked for the hold, and why."""

    def draft(form: Form, _was: object) -> tuple[str, str, date | None]:
        on = form.date("on")
        return form.text("who"), form.text("why"), on.last if on else None

    fields = (
        FieldDef("who", Kind.TEXT, N_("Who asked for it"), N_("court, investigator, ombudsman")),
        FieldDef("why", Kind.LONG_TEXT, N_("Why nothing may be erased"), required=True),
        FieldDef("on", Kind.DAY, N_("Look at the hold again on"), future=True),
    )
    return _form("retention_hold", N_("Put the case on hold"), fields, draft, 400, {})


def erase_form(words: Words, *, whole: bool) -> EntryForm[tuple[tuple[Group, ...], str]]:
    """What to erase, and why; a whole case, or groups of it."""

    def draft(form: Form, _was: object) -> tuple[tuple[Group, ...], str]:
        groups = () if whole else tuple(Group(code) for code in form.text("groups").split())
        return groups, form.text("reason")

    known = tuple((group.value, words(word)) for group, word in GROUPS.items())
    chosen = () if whole else (FieldDef("groups", Kind.TICKS, N_("What is erased"), choices=known),)
    reason = FieldDef(
        "reason", Kind.LONG_TEXT, N_("Why"), N_("A second person reads it. It cannot be brought back."), required=True
    )
    title = N_("Erase the whole case") if whole else N_("Erase chosen data")
    return _form("retention_erase", title, (*chosen, reason), draft, 300 if whole else 440, {})


def _form(
    name: str, title: str, fields: tuple[FieldDef, ...], draft: Callable[[Form, Any], Any], height: int,
    start: Mapping[str, str],
) -> EntryForm[Any]:  # fmt: skip
    return EntryForm(
        name=name, adding=title, correcting=title, sections=lambda _: (SectionDef("", fields),),
        texts=lambda _says: {}, draft=draft, start=lambda: start, height=height,
    )  # fmt: skip


def keeping_lines(words: Words, row: RetentionRow, today: date) -> list[Line]:
    """The hold and the review of a case as lines; none where nothing is set."""
    lines = []
    if row.held:
        since = words("since {date}", date=words.date(row.held_since)) if row.held_since else ""
        again = words("look again on {date}", date=words.date(row.held_review_on)) if row.held_review_on else ""
        told = " · ".join(filter(None, (row.held_for, since, again)))
        chip = Chip(words("nothing may be erased"), "missing", "lock")
        lines.append(Line(words("On hold"), (told, row.held_why), (chip,), "lock", subject=row))
    if row.review_on:
        due = due_chip(words, row.review_on, today) or Chip(words.date(row.review_on), "info", "calendar")
        lines.append(Line(words("Look at the case again"), (), (due,), "calendar", subject=row.review_on))
    return lines


def erasure_line(words: Words, row: ErasureRow) -> Line:
    """An erasure as a list shows it."""
    what = words("the whole case") if row.whole else groups_said(words, row.groups)
    agreed = words("agreed by {who}", who=row.approved_by) if row.approved_by else ""
    told = " · ".join(filter(None, (row.by, agreed, words("mark {mark}", mark=row.mark))))
    return Line(words("Erased: {what}", what=what), (told,), (), "eraser", words.instant(row.at), True, row)


def save_certificate(place: Workplace, owner: Section, row: ErasureRow) -> None:
    """Ask where to, and write the certificate there as a PDF."""
    _, retention = place.words, place.services.record.retention
    path = file_to_save(owner, _("Save PDF"), Path.home() / f"{row.number}-{row.mark}.pdf", "*.pdf")
    if path:
        place.operations.read(owner, lambda _: save_pdf(path, retention.certificate(row.uid)), lambda _n: None)


class KeepingSection(Section):
    """The case’s review, its hold, and what was erased of it."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("How long it is kept"), _("No review is set, and nothing forbids erasing."),
            add=_("Day to look again…"),
        )  # fmt: skip
        self._view: CaseView | None = None
        self._row: RetentionRow | None = None
        self.add_wanted.connect(self.review)
        self.act(_("Save the certificate…"), self._certify, lambda one: isinstance(one, ErasureRow))
        self.holding = self._link(_("Put on hold…"), self.hold)
        self.releasing = self._link(_("End the hold"), self.release)
        self.anonymising = self._link(_("Erase chosen data…"), lambda: self.erase(whole=False))
        self.erasing = self._link(_("Erase the case…"), lambda: self.erase(whole=True))
        row = QWidget()
        flow = FlowLayout(row, 12)
        for button in (self.holding, self.releasing, self.anonymising, self.erasing):
            flow.addWidget(button)
        self.add(row)

    def show_keeping(self, view: CaseView, row: RetentionRow, erasures: Sequence[ErasureRow]) -> None:
        """Show how long a case is kept, and what was erased of it."""
        self._view, self._row = view, row
        words, today = self._place.words, self._place.clock.today()
        own = [erasure_line(words, one) for one in erasures if one.number == view.number]
        self.show_lines([*keeping_lines(words, row, today), *own])
        approves = self._place.services.access.may(Right.APPROVE)
        self.holding.setVisible(not row.held)
        self.releasing.setVisible(row.held and approves)
        for button in (self.anonymising, self.erasing):
            button.setVisible(not row.held)

    def review(self) -> None:
        """Ask for the day."""
        retention = self._place.services.record.retention
        if self._view and self._row:
            case = self._view.uid
            said = self._place.words("The day to look again is set.")
            self._open(review_form(self._row), lambda on: retention.review(case, on), said)

    def hold(self) -> None:
        """Ask who wants it, and why."""
        retention = self._place.services.record.retention
        if self._view:
            case = self._view.uid

            def keep(said: tuple[str, str, date | None]) -> Changes:
                who, why, on = said
                return retention.hold(case, who=who, why=why, review_on=on)

            self._open(hold_form(), keep, "")

    def release(self) -> None:
        """End the hold."""
        retention = self._place.services.record.retention
        if self._view:
            case = self._view.uid
            self._place.operations.write(self, lambda _: retention.release(case))

    def erase(self, *, whole: bool) -> None:
        """Ask what and why; a second person agrees first, then it is done when asked again."""
        retention = self._place.services.record.retention
        if self._view is None:
            return
        case = self._view.uid

        def take(said: tuple[tuple[Group, ...], str]) -> Changes:
            groups, reason = said
            changes, _done = retention.erase(case, reason) if whole else retention.anonymise(case, groups, reason)
            return changes

        self._open(erase_form(self._place.words, whole=whole), take, "")

    def _open(self, form: EntryForm[Any], do: Callable[[Any], Changes], said: str) -> None:
        view = self._view
        if view is None:
            return
        about = f"{view.name or self._place.words('Name unknown')} · {view.number}"
        dialog = EntryDialog(self._place, self, form, Doing(do), view.uid, about)
        dialog.named = said
        dialog.open()

    def _certify(self, row: ErasureRow) -> None:
        save_certificate(self._place, self, row)

    def _link(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = link(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button
