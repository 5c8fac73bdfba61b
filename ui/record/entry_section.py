"""A section whose entries are added, put right and taken out by one form."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from app.records.keeping import Kept
from ui.forms.field_history import terms_of
from ui.history.dialog import HistoryDialog
from ui.models.lines import Line
from ui.record.entry_form import EntryDialog, EntryForm
from ui.record.section import Section
from ui.workplace import Workplace


def _written(subject: object) -> bool:
    """Whether a line speaks of an entry; a section may have lines of its own besides."""
    return isinstance(subject, Kept)


class EntrySection(Section):
    """`line` says an entry; its subject is the `Kept` itself."""

    def __init__(
        self, place: Workplace, title: str, empty: str, add: str, form: EntryForm[Any], keeping: Any,
        line: Callable[[Kept[Any]], Line], hint: str = "",
    ) -> None:  # fmt: skip
        _ = place.words
        super().__init__(place, title, empty, add=add, hint=hint)
        self._form, self._keeping, self._line = form, keeping, line
        self._owner: UUID | None = None
        self._about = ""
        self.add_wanted.connect(self.begin)
        self.opened.connect(self.correct)
        self.unwanted.connect(self.take_out)
        self.act(_("Put right…"), self.correct, _written)
        self.act(_("Take out"), self.take_out, _written)
        self.act(_("History…"), self.tell_history, _written)

    def show_entries(self, owner: UUID, about: str, rows: Sequence[Kept[Any]]) -> None:
        """Show the entries of a case or person; `about` stands below the titles of its dialogs."""
        self._owner, self._about = owner, about
        self.show_lines([self._line(row) for row in rows])

    def use(self, form: EntryForm[Any]) -> None:
        """From now on ask by this form: its choices are those of the case in view."""
        self._form = form

    def begin(self) -> None:
        """Open the form of a new entry."""
        if self._owner is not None:
            dialog = EntryDialog(self._place, self, self._form, self._keeping, self._owner, self._about)
            self._ask(dialog, self._place.words("Written down."))

    def correct(self, row: Kept[Any]) -> None:
        """Open the form of an entry that is there."""
        dialog = EntryDialog(self._place, self, self._form, self._keeping, self._owner, self._about, row)
        self._ask(dialog, self._place.words("The data are put right."))

    def take_out(self, row: Kept[Any]) -> None:
        """Take an entry out; Ctrl+Z brings it back."""
        keeping, said = self._keeping, self._place.words("Taken out: {what}", what=self._line(row).headline)
        self._place.operations.write(self, lambda _: keeping.remove(row.uid), named=said)

    def tell_history(self, row: Kept[Any]) -> None:
        """Show what an entry said before, by whom and when."""
        terms = terms_of(self._form.sections(self._place.words))
        HistoryDialog.of_row(self._place, self, row.uid, self._about, terms).open()

    def _ask(self, dialog: EntryDialog, said: str) -> None:
        dialog.named = said
        dialog.open()
