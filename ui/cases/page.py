"""Cases: search while typing, filter chips, the table paged by key."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget
from typing_extensions import override

from app.cases.queries import CaseFilter, CaseRow
from app.changes import Changes
from app.paging import Page as Rows
from app.progress import Progress
from ui.cases.columns import case_columns
from ui.cases.filters import FilterChips
from ui.cases.table import CaseTable
from ui.models.paged import Fetch, PagedModel
from ui.operations import Latest
from ui.widgets.button import plain, primary
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.search_box import SearchBox
from ui.workplace import Workplace

FIRST = 60


class CasesPage(Page):
    """`opened` carries the case to open."""

    concerns = Changes.CASES | Changes.STEPS | Changes.FATES | Changes.PEOPLE
    opened = Signal(object)
    import_wanted = Signal()
    case_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place.operations, _("Cases"))
        self._place = place
        self._counting = Latest(place.operations, self)
        self._totalling = Latest(place.operations, self)
        self._total = 0
        self.action(plain(place.look, _("Import…"), "upload")).clicked.connect(self.import_wanted)
        self.action(primary(place.look, _("New case"), "plus")).clicked.connect(self.case_wanted)
        self.search = SearchBox(place.look, _("Name, case number, phone, unit…"), _("Search in cases"))
        self._chips = FilterChips(_, place.services.vault.user, place.clock.today())
        columns = case_columns(place.services.catalogue, _, place.clock.today())
        self._model: PagedModel[CaseRow] = PagedModel(columns, place.operations, self)
        self._table = CaseTable(place.look, _("Cases"))
        self._table.setModel(self._model)
        self._keys = Label(_("Enter — open · Ctrl+K — search · Ctrl+N — new case"), "small")
        self._stack = QStackedWidget()
        self.setFocusProxy(self.search)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        wanted = self._chips.filter(self.search.text())
        cases = self._place.services.cases
        self._model.load(_fetching(self._place, wanted))
        self._counting.ask(lambda _: cases.count(wanted), lambda found: self._show_count(found, wanted))

    def seek(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _arrange(self) -> None:
        _ = self._place.words
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search.setFixedWidth(280)
        row.addWidget(self.search)
        row.addWidget(self._chips, 1)
        self.body.addLayout(row)
        look = self._place.look
        clear = plain(look, _("Clear search and filters"), "x")
        clear.clicked.connect(self._clear)
        add, bring = primary(look, _("New case"), "plus"), plain(look, _("Import a workbook"), "upload")
        add.clicked.connect(self.case_wanted)
        bring.clicked.connect(self.import_wanted)
        nothing = EmptyState(look, "search", _("Nothing found"), _("Try fewer letters or another spelling."), clear)
        fresh = EmptyState(
            look, "folder-plus", _("No cases yet"), _("Open the first case, or bring in the office's workbook."),
            add, bring,
        )  # fmt: skip
        for widget in (self._table, nothing, fresh):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._keys)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.refresh())
        self.search.left.connect(self._down)
        self._chips.changed.connect(self.refresh)
        self._table.opened.connect(self._open)
        self._model.loaded.connect(self._show_rows)

    def _down(self) -> None:
        if self._model.rowCount():
            self._table.setFocus()
            if not self._table.currentIndex().isValid():
                self._table.selectRow(0)

    def _open(self, index: object) -> None:
        row = self._model.row(index)  # type: ignore[arg-type]  # a QModelIndex; signals carry objects
        if row is not None:
            self.opened.emit(row.uid)

    def _clear(self) -> None:
        self.search.clear()
        self._chips.clear()
        self.search.setFocus()

    def _show_rows(self) -> None:
        filtered = self._chips.any() or bool(self.search.text().strip())
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1 if filtered else 2)

    def _show_count(self, found: int, wanted: CaseFilter) -> None:
        _ = self._place.words
        if wanted == CaseFilter():
            self._total = found
            told = _.count("{n} case", "{n} cases", found)
        else:
            told = _("{found} of {total}", found=found, total=self._total) if self._total else str(found)
        self.beside.setText(told)
        if wanted != CaseFilter():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))


def _fetching(place: Workplace, wanted: CaseFilter) -> Fetch[CaseRow]:
    cases = place.services.cases

    def fetch(after: CaseRow | None, progress: Progress) -> Rows[CaseRow]:
        progress.checkpoint(0, 0)
        return cases.page(wanted, after, FIRST)

    return fetch
