"""How much lies with whom: overdue since when, families who wait; from a line one opens the list or hands over."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.cases.case_filter import OVERDUE, CaseFilter
from app.cases.queries import Chosen
from app.paging import Page as Rows
from app.workload.service import SILENT_DAYS, WorkloadRow
from ui.handover.dialog import HandOverDialog
from ui.models.paged import Column, PagedModel
from ui.settings.table import SettingsTable
from ui.widgets.button import plain
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

ROW = 34


class WorkloadCard(Card):
    """`cases_wanted` carries the filter of the list to open."""

    cases_wanted = Signal(object)

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(_("Who has how much"))
        self._place = place
        self._model: PagedModel[WorkloadRow] = PagedModel(_columns(place), place.operations, self)
        self.table = SettingsTable(place.look, _("Who has how much"), {1: 90, 2: 110, 3: 150, 4: 130, 5: 150}, ROW)
        self.table.setModel(self._model)
        self.table.chosen.connect(lambda _index: self._offer())
        self.table.opened.connect(lambda _index: self._of_chosen(self._open_overdue))
        self._model.loaded.connect(self._loaded)
        foot = QWidget()
        flow = FlowLayout(foot)
        self._acts = []
        for told, icon, act in (
            (_("Overdue cases"), "list-checks", self._open_overdue),
            (_("Families who wait"), "phone", self._open_silent),
            (_("Hand over overdue cases…"), "user-round-check", self._hand_over),
        ):  # fmt: skip
            button = plain(place.look, told, icon)
            button.clicked.connect(lambda _checked, meant=act: self._of_chosen(meant))
            self._acts.append(button)
            flow.addWidget(button)
        self.add(self.table, 1)
        self.add(foot)
        self.add(Label(_("What waits longest stands first. Who has much may need help, not a reminder."), "small",
                       wrap=True))  # fmt: skip
        self._offer()

    def show_rows(self, rows: tuple[WorkloadRow, ...]) -> None:
        """Show what was read."""
        self._model.load(lambda _after, _progress: Rows(rows, more=False))

    def chosen(self) -> WorkloadRow | None:
        """The worker in whose line the table stands."""
        return self._model.row(self.table.currentIndex())

    def _loaded(self) -> None:
        if self._model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._offer()

    def _offer(self) -> None:
        row = self.chosen()
        overdue, silent, hand_over = self._acts
        for button in (overdue, hand_over):
            button.setEnabled(row is not None and bool(row.worker and row.overdue))
        silent.setEnabled(row is not None and bool(row.worker and row.silent))
        hand_over.setVisible(not self._place.services.vault.read_only)

    def _of_chosen(self, act: Callable[[WorkloadRow], None]) -> None:
        row = self.chosen()
        if row is not None and row.worker:
            act(row)

    def _open_overdue(self, row: WorkloadRow) -> None:
        self.cases_wanted.emit(_overdue(row))

    def _open_silent(self, row: WorkloadRow) -> None:
        self.cases_wanted.emit(CaseFilter(worker=row.worker, silent_for=SILENT_DAYS, closed=False))

    def _hand_over(self, row: WorkloadRow) -> None:
        """Hand the cases over whose next step is overdue."""
        services, wanted = self._place.services, _overdue(row)

        def ask(found: tuple[int, tuple[str, ...]]) -> None:
            count, workers = found
            if count:
                HandOverDialog(self._place, self, Chosen(everything=wanted), count, workers).open()

        self._place.operations.read(
            self, lambda _: (services.cases.count(wanted), services.assigning.workers()), ask
        )


def _overdue(row: WorkloadRow) -> CaseFilter:
    return CaseFilter(worker=row.worker, due_in=OVERDUE)


def _columns(place: Workplace) -> list[Column[WorkloadRow]]:
    _, today = place.words, place.clock.today()

    def waits(row: WorkloadRow) -> str:
        return _.count("{n} day", "{n} days", (today - row.oldest).days) if row.oldest else "—"

    return [
        Column(_("Worker"), lambda row: row.worker or _("nobody named")),
        Column(_("Cases"), lambda row: str(row.cases)),
        Column(_("Overdue"), lambda row: str(row.overdue)),
        Column(_("The oldest waits"), waits),
        Column(_("This week"), lambda row: str(row.week)),
        Column(_("No word for 30 days"), lambda row: str(row.silent)),
    ]
