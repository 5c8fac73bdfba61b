"""The appointments of a case: those to come, what became of the others, the card for the family."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.appointments.appointment import AppointmentDraft, Outcome
from app.appointments.service import NothingLeft
from app.cases.view import CaseView
from app.domain.errors import UserError
from app.records.keeping import Kept
from ui.appointments.kinds import KINDS
from ui.appointments.words import appointment_line
from ui.files import file_to_save
from ui.history.dialog import HistoryDialog
from ui.notes.appointment_form import AppointmentDialog, appointment_form
from ui.notes.card_dialog import WantedDialog
from ui.record.section import Section
from ui.saving import save_pdf
from ui.workplace import Workplace

Row = Kept[AppointmentDraft]


class AppointmentsSection(Section):
    """Each stands in Today on its day, and in the calendar."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("Appointments"), _("No appointment is made."), add=_("Appointment"))
        self._view: CaseView | None = None
        self._workers: Sequence[str] = ()
        self.add_wanted.connect(self.begin)
        self.opened.connect(self.correct)
        self.unwanted.connect(self.take_out)
        self.act(_("Card for the family…"), self.save_card, _planned)
        self.act(_("It took place"), lambda row: self.settle(row, Outcome.HELD), _planned)
        self.act(_("It did not"), lambda row: self.settle(row, Outcome.MISSED), _planned)
        self.act(_("Called off"), lambda row: self.settle(row, Outcome.CALLED_OFF), _planned)
        self.act(_("Put right…"), self.correct)
        self.act(_("Take out"), self.take_out)
        self.act(_("History…"), self.tell_history)

    def show_appointments(self, view: CaseView, rows: Sequence[Row], workers: Sequence[str]) -> None:
        """Show the appointments of a case; `workers`: who may go."""
        self._view, self._workers = view, workers
        _, today, catalogue = self._place.words, self._place.clock.today(), self._place.services.catalogue
        names = {one.uid: one.name for one in view.relatives}
        self.show_lines([appointment_line(_, row, names, catalogue, today) for row in rows])

    def begin(self) -> None:
        """Open the form of a new appointment."""
        self._ask(None, self._place.words("The appointment is written down."))

    def correct(self, row: Row) -> None:
        """Open the form of one that is there."""
        self._ask(row, self._place.words("The data are put right."))

    def settle(self, row: Row, outcome: Outcome) -> None:
        """Say what became of it."""
        appointments, _ = self._place.services.record.appointments, self._place.words
        said = _("Appointment: {what}", what=_(KINDS[row.says.kind]))
        self._place.operations.write(self, lambda _: appointments.settle(row, outcome), named=said)

    def take_out(self, row: Row) -> None:
        """Take it out; Ctrl+Z brings it back."""
        appointments, _ = self._place.services.record.appointments, self._place.words
        said = _("Taken out: {what}", what=_(KINDS[row.says.kind]))
        self._place.operations.write(self, lambda _: appointments.remove(row.uid), named=said)

    def tell_history(self, row: Row) -> None:
        """Show what it said before."""
        HistoryDialog.of_row(self._place, self, row.uid, self._about()).open()

    def save_card(self, row: Row) -> None:
        """Ask where to save the card; no name is on it, nor in the name of the file."""
        _, number = self._place.words, self._view.number if self._view else ""
        path = file_to_save(self, _("Card for the family"), Path.home() / f"{number}.pdf", "*.pdf")
        if path is not None:
            self.write_card(row, path)

    def write_card(self, row: Row, path: Path, *, wanted: bool = False) -> None:
        """Write the card; where others may read it, only after it is asked once more."""
        appointments, language = self._place.services.record.appointments, self._place.words.language

        def write(_progress: Any) -> None:
            languages = ("uk",) if language == "uk" else ("uk", language)
            save_pdf(path, appointments.card(row.uid, languages, wanted=wanted))

        self._place.operations.write(self, write, refused=lambda error: self._refuse(error, row, path))

    def _refuse(self, error: UserError, row: Row, path: Path) -> None:
        if not isinstance(error, NothingLeft):
            self._place.operations.refused.emit(error)
            return
        dialog = WantedDialog(self._place, self)
        dialog.accepted.connect(lambda: self.write_card(row, path, wanted=True))
        dialog.open()

    def _ask(self, row: Row | None, said: str) -> None:
        if self._view is None:
            return
        form = appointment_form(self._view, self._place.services.catalogue, self._workers)
        dialog = AppointmentDialog(self._place, self, form, self._view, self._about(), row)
        dialog.named = said
        dialog.open()

    def _about(self) -> str:
        view = self._view
        return f"{view.name or self._place.words('Name unknown')} · {view.number}" if view else ""


def _planned(row: Row) -> bool:
    return row.says.state is Outcome.PLANNED
