"""Cases: search while typing, views and filter, the table paged by key, what is done to many, a preview."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter
from typing_extensions import override

from app.cases.case_filter import CaseFilter
from app.cases.queries import CaseRow, Chosen
from app.cases.saved_view import SavedView
from app.cases.sorting import Order, Sorting
from app.changes import Changes
from app.domain.role import Right
from app.paging import Page as Rows
from app.progress import Progress
from ui.bulk.dialog import BulkDialog
from ui.cases import list_look
from ui.cases.bulk_actions import AddStepDialog, PackageDialog, PapersDialog
from ui.cases.bulk_bar import BulkBar
from ui.cases.column_dialog import ColumnDialog
from ui.cases.columns import PARTS, case_columns
from ui.cases.filters import FilterBar
from ui.cases.list_look import ListLook
from ui.cases.preview import Preview
from ui.cases.remembered import Remembered, remembered
from ui.cases.sort_button import SortButton
from ui.cases.states import FRESH, LIST, NOTHING, REFUSED, States
from ui.cases.table import CaseTable
from ui.cases.tsv import tsv
from ui.cases.views import Views
from ui.exchange_day.dialog import ExchangeDayDialog
from ui.handover.dialog import HandOverDialog
from ui.models.paged import Fetch, PagedModel
from ui.operations import Latest
from ui.today.deferring import DeferDialog
from ui.widgets.button import plain, primary, tool
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.search_box import SearchBox
from ui.workplace import Workplace

FIRST = 60
MOST_AT_ONCE = 600
MOST_COPIED = 2000
KEEP_AFTER_MS = 1500


class CasesPage(Page):
    """`opened` carries the case to open, `done` what was done to many."""

    concerns = Changes.CASES | Changes.STEPS | Changes.FATES | Changes.PEOPLE
    opened = Signal(object)
    import_wanted = Signal()
    case_wanted = Signal()
    done = Signal(str)

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place.operations, _("Cases"))
        self._place = place
        self._beginning = Latest(place.operations, self)
        self._counting = Latest(place.operations, self)
        self._remembered: Remembered | None = None
        self._liked = ListLook()
        self._sorting = Sorting()
        self._asked: tuple[CaseFilter, Sorting] | None = None
        self._total = self._found = 0
        self._may = bool({Right.CASES_OWN, Right.CASES_ALL} & place.services.access.rights)
        self.search = SearchBox(place.look, _("Name, case number, phone, unit…"), _("Search in cases"))
        self.filters = FilterBar(place.look, _, place.services.catalogue)
        self.views = Views(place)
        columns = case_columns(place.services.catalogue, _, place.clock.today())
        self._model: PagedModel[CaseRow] = PagedModel(columns, place.operations, self)
        self._table = CaseTable(place.look, _("Cases"), self._model)
        self.preview = Preview(place)
        self.bulk = BulkBar(place)
        self._keys = Label(_("Enter — open · Space — mark · Ctrl+A — all · F3 — preview"), "small")
        self._sort = SortButton(place)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._states = States(place, self._split)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_AFTER_MS)
        self.begin_at(self.search)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        if not self._may:
            self._states.setCurrentIndex(REFUSED)
            return
        if self._remembered is None:
            self._beginning.ask(lambda _: remembered(self._place.services), self._begin)
            return
        wanted, cases = self.filters.filter(self.search.text()), self._place.services.cases
        rows = FIRST
        if self._asked == (wanted, self._sorting):
            self._table.remember()
            rows = min(max(FIRST, self._model.rowCount()), MOST_AT_ONCE)
        else:
            self._table.forget()
        self._asked = wanted, self._sorting
        self._model.load(_fetching(self._place, wanted, self._sorting, rows))
        known = self._total

        def count(_: object) -> tuple[int, int]:
            found = cases.count(wanted)
            return found, (known or cases.count(CaseFilter())) if wanted else found

        self._counting.ask(count, lambda told: self._show_count(*told, wanted))

    def seek(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def show_view(self, view: SavedView) -> None:
        """Show what a view shows."""
        self.filters.show_filter(view.wanted)
        self.search.setText(view.wanted.text)
        self.search.settle()
        self._sort_by(view.sorting)

    def clear(self) -> None:
        """Take search and filter away."""
        self.search.clear()
        self.search.settle()
        self.filters.clear()
        self.search.setFocus()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the commands of the list do here."""
        return {
            "choose_all": self.choose_all, "assign": self.assign, "add_step": self.add_step, "defer": self.defer,
            "print_papers": self.print_papers, "export": self.export, "copy_rows": self.copy_rows,
            "columns": self.choose_columns, "density": self.toggle_density, "preview": self.toggle_preview,
            "exchange_day": self.exchange_day,
        }  # fmt: skip

    def exchange_day(self) -> None:
        """Show the families to call on the day of an exchange."""
        dialog = ExchangeDayDialog(self._place, self.window())
        dialog.opened.connect(self.opened)
        dialog.open()

    def choose_columns(self) -> None:
        """Ask which columns the list has."""
        dialog = ColumnDialog(self._place, self, self._liked)
        dialog.changed.connect(self._like)
        dialog.open()

    def toggle_density(self) -> None:
        """Rows of one line, or of two."""
        self._like(self._liked.with_density(compact=not self._liked.compact))

    def toggle_preview(self) -> None:
        """The case of the current row beside the list, or not."""
        self._like(self._liked.with_preview(shown=not self._liked.preview))

    def choose_all(self) -> None:
        """Choose everything that the filter leaves."""
        self._table.setFocus()
        self._table.choose_all()

    def assign(self) -> None:
        """Hand the chosen cases over."""
        workers = self._remembered.workers if self._remembered else ()
        self._do_to_many(lambda picked, count: HandOverDialog(self._place, self, picked, count, workers))

    def add_step(self) -> None:
        """Add a step to the chosen cases."""
        self._do_to_many(lambda picked, count: AddStepDialog(self._place, self, picked, count))

    def defer(self) -> None:
        """Put off what comes up in the chosen cases."""
        self._do_to_many(lambda picked, count: DeferDialog(self._place, self, picked, count))

    def print_papers(self) -> None:
        """Write the papers of the chosen cases into a folder."""
        self._do_to_many(lambda picked, count: PapersDialog(self._place, self, picked, count))

    def export(self) -> None:
        """Seal the chosen cases for the coordinating office."""
        self._do_to_many(lambda picked, count: PackageDialog(self._place, self, picked, count))

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard for a spreadsheet, if the office lets, once the log holds it."""
        services, picked = self._place.services, self._table.chosen(self._wanted())

        def read(_progress: Progress) -> tuple[CaseRow, ...]:
            rows = services.cases.rows(picked, MOST_COPIED)
            services.disclosures.copied([row.uid for row in rows])
            return rows

        self._place.operations.write(self, read, self._copy)

    def _copy(self, rows: tuple[CaseRow, ...]) -> None:
        _ = self._place.words
        columns = case_columns(self._place.services.catalogue, _, self._place.clock.today())
        shown = [columns[PARTS.index(part)] for part in self._liked.shown]
        lines = [[column.title for column in shown], *([column.text(row) for column in shown] for row in rows)]
        QApplication.clipboard().setText(tsv(lines))
        said = _.count("{n} row is copied; it stays for half a minute.", "{n} rows are copied; they stay for half a "
                       "minute.", len(rows))  # fmt: skip
        self.done.emit(said)

    def _wanted(self) -> CaseFilter:
        return self._asked[0] if self._asked else CaseFilter()

    def _do_to_many(self, asking: Callable[[Chosen, int], BulkDialog]) -> None:
        """Open a dialog on what is chosen; the current row alone if nothing is marked."""
        picked = self._table.chosen(self._wanted())
        count = self._table.count(self._found) or len(picked.cases)
        if count:
            dialog = asking(picked, count)
            dialog.settled.connect(self.done)
            dialog.open()

    def _begin(self, found: Remembered) -> None:
        self._remembered = found
        self.filters.know_workers(found.workers)
        self._like(found.look)
        typed = self.search.text()
        view = self.views.open_with(found.views)
        self.filters.show_filter(view.wanted)
        self._sorting = view.sorting
        self._show_sorting()
        if not typed:
            self.search.setText(view.wanted.text)
        self.search.settle()
        self.refresh()

    def _arrange(self) -> None:
        _, look = self._place.words, self._place.look
        self.head.insertWidget(3, self.views)
        self.action(plain(look, _("Import…"), "upload")).clicked.connect(self.import_wanted)
        self.action(primary(look, _("New case"), "plus")).clicked.connect(self.case_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search.setFixedWidth(260)
        columns = tool(look, "columns-3", _("Columns and density"))
        columns.clicked.connect(self.choose_columns)
        beside = tool(look, "panel-right", _("Preview (F3)"))
        beside.clicked.connect(self.toggle_preview)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.filters, 1)
        for button in (columns, beside):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(8)
        self._split.addWidget(self._table)
        self._split.addWidget(self.preview)
        self._split.setStretchFactor(0, 1)
        self.preview.hide()
        foot = QHBoxLayout()
        foot.addWidget(self._keys)
        foot.addStretch(1)
        foot.addWidget(self._sort)
        self.body.addLayout(row)
        self.body.addWidget(self._states, 1)
        self.body.addWidget(self.bulk)
        self.body.addLayout(foot)
        self.body.setSpacing(8)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left.connect(self._down)
        self.filters.changed.connect(self._ask)
        self.views.chosen.connect(self.show_view)
        self.views.said.connect(self.done)
        self._sort.chosen.connect(self._press)
        self._states.clear_wanted.connect(self.clear)
        self._states.case_wanted.connect(self.case_wanted)
        self._states.import_wanted.connect(self.import_wanted)
        self._split.splitterMoved.connect(lambda: self._drawn())
        self.preview.opened.connect(self.opened)
        self._keep.timeout.connect(self._remember)
        self._model.loaded.connect(self._show_rows)
        self._connect_table()

    def _connect_table(self) -> None:
        table, bulk = self._table, self.bulk
        table.opened.connect(self._open)
        table.picked.connect(self._pick)
        table.typed.connect(self._type)
        table.numbered.connect(self.views.numbered)
        table.copy_wanted.connect(self.copy_rows)
        table.sorted_by.connect(self._press)
        table.arranged.connect(self._arranged)
        table.selectionModel().currentRowChanged.connect(lambda: self._glance())
        bulk.assign_wanted.connect(self.assign)
        bulk.step_wanted.connect(self.add_step)
        bulk.later_wanted.connect(self.defer)
        bulk.papers_wanted.connect(self.print_papers)
        bulk.package_wanted.connect(self.export)
        bulk.given_up.connect(table.choose_none)
        shortcut = QShortcut(QKeySequence("Ctrl+A"), self._states)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.choose_all)

    def _ask(self) -> None:
        """Another question: the list, its view and what is kept of it follow."""
        self.views.now(self.filters.filter(self.search.text()), self._sorting)
        self._keep.start()
        self.refresh()

    def _press(self, order: Order | None) -> None:
        if order is not None:
            falling = order is self._sorting.order and not self._sorting.falling
            self._sort_by(Sorting(order, falling))

    def _sort_by(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self._show_sorting()
        self._ask()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._sort.button.accessibleName()))

    def _show_sorting(self) -> None:
        self._table.show_sorting(self._sorting)
        self._sort.show_sorting(self._sorting)

    def _like(self, look: ListLook) -> None:
        self._liked = look
        self._table.like(look)
        self.preview.setVisible(look.preview)
        if look.preview:
            self._split.setSizes([max(1, self._split.width() - look.preview_width), look.preview_width])
            self._glance()
        self._keep.start()

    def _arranged(self, look: ListLook) -> None:
        self._liked = look
        self._keep.start()

    def _drawn(self) -> None:
        self._liked = self._liked.with_preview(shown=True, width=self._split.sizes()[1])
        self._keep.start()

    def _remember(self) -> None:
        told, preferences = list_look.as_json(self._liked), self._place.services.preferences
        self.views.keep_last()
        self._place.operations.aside(lambda _: preferences.write(list_look.KEY, told))

    def _down(self) -> None:
        if self._model.rowCount():
            self._table.setFocus()
            if not self._table.currentIndex().isValid():
                self._table.selectRow(0)

    def _type(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(letter)

    def _open(self, index: object) -> None:
        row = self._model.row(index)  # type: ignore[arg-type]  # a QModelIndex; signals carry objects
        if row is not None:
            self.opened.emit(row.uid)

    def _pick(self) -> None:
        self.bulk.show_count(self._table.count(self._found))

    def _glance(self) -> None:
        if self._liked.preview:
            row = self._model.row(self._table.currentIndex())
            self.preview.show_case(row.uid if row else None)

    def _show_rows(self) -> None:
        filtered = bool(self._wanted())
        self._states.setCurrentIndex(LIST if self._model.rowCount() else NOTHING if filtered else FRESH)
        self._table.recall()
        if self._table.hasFocus():
            self._down()
        self._pick()
        self._glance()

    def _show_count(self, found: int, total: int, wanted: CaseFilter) -> None:
        _ = self._place.words
        self._found, self._total = found, total
        few = _("{found} of {total}", found=found, total=total)
        told = few if wanted else _.count("{n} case", "{n} cases", found)
        self.beside.setText(told)
        self._pick()
        if wanted:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))


def _fetching(place: Workplace, wanted: CaseFilter, sorting: Sorting, first: int) -> Fetch[CaseRow]:
    cases = place.services.cases

    def fetch(after: CaseRow | None, progress: Progress) -> Rows[CaseRow]:
        progress.checkpoint(0, 0)
        return cases.page(wanted, after, FIRST if after else first, sorting)

    return fetch
