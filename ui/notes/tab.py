"""Notes: what was noticed and said, for whom, and what the family was promised."""

from collections.abc import Callable, Mapping

from typing_extensions import override

from app.cases.view import CaseView
from app.progress import Progress
from app.promises.service import PromiseRow
from ui.notes.log import Entry, LogSection
from ui.notes.promises import PromisesSection
from ui.record.tab import CaseTab
from ui.workplace import Workplace


class NotesTab(CaseTab):
    """Everything is read when the tab is looked at."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.log = LogSection(place)
        self.promises = PromisesSection(place)
        self.lay_out((self.log,), (self.promises,))

    @override
    def read(self, view: CaseView) -> None:
        services = self.place.services
        contacts, record = services.contacts, services.record

        def read(_progress: Progress) -> tuple[tuple[Entry, ...], tuple[PromiseRow, ...]]:
            return (*record.notes.rows(view.uid), *contacts.rows(view.uid)), record.promises.rows(view.uid)

        self.latest.ask(read, lambda found: self._show(view, *found))

    @override
    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"note": self.log.begin_note, "promise": self.promises.begin}

    def _show(self, view: CaseView, entries: tuple[Entry, ...], promises: tuple[PromiseRow, ...]) -> None:
        self.log.show_entries(view, entries)
        self.promises.show_promises(view, promises)
