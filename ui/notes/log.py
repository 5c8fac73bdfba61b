"""Notes and contacts of a case in one list, the newest first, filtered by kind and by readers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.cases.view import CaseView
from app.contacts.service import ContactSays
from app.domain.readers import Readers
from app.notes.note import NoteDraft
from app.records.keeping import Kept
from ui.history.dialog import HistoryDialog
from ui.models.lines import Line
from ui.notes.contact_words import contact_form, contact_line
from ui.notes.note_words import note_form, note_line
from ui.readers_words import READERS
from ui.record.entry_form import EntryDialog
from ui.record.section import Section
from ui.widgets.button import filter_chip, quiet
from ui.widgets.flow import FlowLayout
from ui.workplace import Workplace

Entry = Kept[NoteDraft] | Kept[ContactSays]


class LogSection(Section):
    """What was noticed and what was said."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("Notes and contacts"), _("Nothing written down here."), add=_("A note"),
        )  # fmt: skip
        self._view: CaseView | None = None
        self._entries: Sequence[Entry] = ()
        self._meant: Callable[[Entry], bool] = lambda _row: True
        talk = quiet(place.look, _("Contact"), "phone")
        talk.clicked.connect(self.begin_contact)
        self.head.addWidget(talk)
        self.body.insertWidget(1, self._filters())
        self.add_wanted.connect(self.begin_note)
        self.opened.connect(self.correct)
        self.unwanted.connect(self.take_out)
        self.act(_("Put right…"), self.correct)
        self.act(_("Take out"), self.take_out)
        self.act(_("History…"), self.tell_history)

    def show_entries(self, view: CaseView, entries: Sequence[Entry]) -> None:
        """Show the notes and contacts of a case."""
        self._view = view
        self._entries = sorted(entries, key=lambda row: (row.says.on, row.at), reverse=True)
        self._show()

    def begin_note(self) -> None:
        """Open the form of a new note."""
        if self._view is not None:
            form = note_form(self._view.relatives, self._place.clock.today())
            self._ask(form, self._place.services.record.notes, self._place.words("The note is written down."))

    def begin_contact(self) -> None:
        """Open the form of a new contact."""
        if self._view is not None:
            form = contact_form(self._view.relatives, self._place.clock.today(), new=True)
            self._ask(form, self._place.services.contacts, self._place.words("The contact is saved."))

    def correct(self, row: Entry) -> None:
        """Open the form of an entry that is there."""
        if self._view is not None:
            relatives, today = self._view.relatives, self._place.clock.today()
            note = isinstance(row.says, NoteDraft)
            form: Any = note_form(relatives, today) if note else contact_form(relatives, today, new=False)
            self._ask(form, self._keeping(row), self._place.words("The data are put right."), row)

    def take_out(self, row: Entry) -> None:
        """Take an entry out; Ctrl+Z brings it back."""
        keeping, said = self._keeping(row), self._place.words("Taken out: {what}", what=self._line(row).headline)
        self._place.operations.write(self, lambda _: keeping.remove(row.uid), named=said)

    def tell_history(self, row: Entry) -> None:
        """Show what an entry said before."""
        HistoryDialog.of_row(self._place, self, row.uid, self._about()).open()

    def _ask(self, form: Any, keeping: Any, said: str, row: Entry | None = None) -> None:
        if self._view is not None:
            dialog = EntryDialog(self._place, self, form, keeping, self._view.uid, self._about(), row)
            dialog.named = said
            dialog.open()

    def _keeping(self, row: Entry) -> Any:
        services = self._place.services
        return services.record.notes if isinstance(row.says, NoteDraft) else services.contacts

    def _about(self) -> str:
        view = self._view
        return f"{view.name or self._place.words('Name unknown')} · {view.number}" if view else ""

    def _show(self) -> None:
        self.show_lines([self._line(row) for row in self._entries if self._meant(row)])

    def _line(self, row: Any) -> Line:
        words, names = self._place.words, self._names()
        if isinstance(row.says, NoteDraft):
            return note_line(words, row, names)
        return contact_line(words, row, names)

    def _names(self) -> Mapping[UUID, str]:
        return {one.uid: one.name for one in self._view.named.values()} if self._view else {}

    def _filters(self) -> QWidget:
        _ = self._place.words
        line = QWidget()
        flow = FlowLayout(line)
        group = QButtonGroup(line)
        kinds: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
            (_("Everything"), lambda _row: True),
            (_("Notes"), lambda row: isinstance(row.says, NoteDraft)),
            (_("Contacts"), lambda row: isinstance(row.says, ContactSays)),
            *((_(READERS[one]), _read_by(one)) for one in (Readers.FAMILY, Readers.PSYCHOLOGIST, Readers.LEAD)),
        )
        for word, meant in kinds:
            chip = filter_chip(word)
            chip.setChecked(word == _("Everything"))
            chip.clicked.connect(lambda _checked, chosen=meant: self._filter(chosen))
            group.addButton(chip)
            flow.addWidget(chip)
        return line

    def _filter(self, meant: Callable[[Entry], bool]) -> None:
        self._meant = meant
        self._show()


def _read_by(readers: Readers) -> Callable[[Entry], bool]:
    return lambda row: row.says.audience is readers
