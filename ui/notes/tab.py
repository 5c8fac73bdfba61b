"""Notes: what was noticed and said, for whom, and what the family was promised."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from typing_extensions import override

from app.appointments.appointment import AppointmentDraft
from app.cases.view import CaseView
from app.progress import Progress
from app.promises.service import PromiseRow
from app.records.keeping import Kept
from ui.notes.appointments import AppointmentsSection
from ui.notes.log import Entry, LogSection
from ui.notes.promises import PromisesSection
from ui.record.tab import CaseTab
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Read:
    entries: tuple[Entry, ...]
    promises: tuple[PromiseRow, ...]
    appointments: tuple[Kept[AppointmentDraft], ...]
    workers: tuple[str, ...]


class NotesTab(CaseTab):
    """Everything is read when the tab is looked at."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.log = LogSection(place)
        self.promises = PromisesSection(place)
        self.appointments = AppointmentsSection(place)
        self.lay_out((self.log,), (self.appointments, self.promises))

    @override
    def read(self, view: CaseView) -> None:
        services = self.place.services
        contacts, record = services.contacts, services.record

        def read(_progress: Progress) -> _Read:
            return _Read(
                (*record.notes.rows(view.uid), *contacts.rows(view.uid)), record.promises.rows(view.uid),
                record.appointments.rows(view.uid), services.assigning.workers(),
            )  # fmt: skip

        self.latest.ask(read, lambda found: self._show(view, found))

    @override
    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "note": self.log.begin_note, "promise": self.promises.begin, "appointment": self.appointments.begin
        }  # fmt: skip

    def _show(self, view: CaseView, read: _Read) -> None:
        self.log.show_entries(view, read.entries)
        self.promises.show_promises(view, read.promises)
        self.appointments.show_appointments(view, read.appointments, read.workers)
