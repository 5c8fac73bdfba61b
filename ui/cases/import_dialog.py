"""Import of a workbook: choose, look at the plan, correct columns, import with a way to stop, keep the report."""

from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import UserError
from app.imports.batches import BatchRow
from app.imports.service import TOUCHED
from app.progress import Progress
from app.spreadsheets.planned import ImportPlan, Outcome
from app.spreadsheets.report import write_report
from ui.cases.import_columns import ColumnsPane, note
from ui.cases.import_done import ImportDone
from ui.cases.import_rows import OUTCOME, PERSON, ROW, PlannedRowsModel, outcome_chip
from ui.files import file_to_open, file_to_save
from ui.widgets.button import filter_chip, primary, quiet
from ui.widgets.card import Card
from ui.widgets.cells import ToneDelegate
from ui.widgets.chip import ChipDelegate
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.progress_strip import ProgressStrip
from ui.workplace import Workplace

CHOOSE, PREVIEW, DONE = range(3)
ROW_HEIGHT = 36


class ImportDialog(QDialog):
    """Three steps in one window; a stopped import leaves nothing."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        _ = place.words
        self._place = place
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._running: Progress | None = None
        self.setWindowTitle(_("Import of a workbook"))
        self.resize(1000, 560)
        self._rows = PlannedRowsModel(_, self)
        self._columns = ColumnsPane(_)
        self._columns.corrected.connect(self._correct)
        self._sheets = QComboBox()
        self._sheets.setAccessibleName(_("Sheet"))
        self._sheets.activated.connect(lambda: self._read(self._sheets.currentText(), None))
        self._told = Label("", "muted", wrap=True)
        self._wrong = Label("", "error", wrap=True)
        self._filters = QWidget()
        self._filter_flow = FlowLayout(self._filters)
        self._strip = ProgressStrip(place.look, _)
        self._go = primary(place.look, _("Import"), "check")
        self._go.clicked.connect(self._import)
        self._close = quiet(place.look, _("Close"))
        self._close.clicked.connect(self.reject)
        self._stack = QStackedWidget()
        self._batch: BatchRow | None = None
        self._done = ImportDone(place.look, _)
        self._done.report_wanted.connect(self._save_report)
        self._done.take_back_wanted.connect(self._take_back)
        self._arrange()
        self._complain("")
        self._stage(CHOOSE)

    def read(self, path: Path) -> None:
        """Plan the import of `path` and show the plan."""
        self._path = path
        self._read(None, None)

    @override
    def reject(self) -> None:
        if self._running is not None:
            self._running.cancel()
            return
        super().reject()

    def _arrange(self) -> None:
        _, look = self._place.words, self._place.look
        choose = primary(look, _("Choose a file…"), "file-spreadsheet")
        choose.clicked.connect(self._choose)
        empty = EmptyState(
            look, "file-spreadsheet", _("A workbook of your office"),
            _("An .xlsx or .csv file with one person in a row. First you will see what would become of each row; "
              "nothing is written before you say so."), choose,
        )  # fmt: skip
        for widget in (empty, self._preview(), self._done):
            self._stack.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self._strip, 1)
        foot.addStretch(0)
        foot.addWidget(self._close)
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(_("Import of a workbook"), "h1"))
        column.addWidget(self._wrong)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def _preview(self) -> QWidget:
        _ = self._place.words
        page = QWidget()
        left, right = Card(_("What becomes of each row")), Card(_("Columns"))
        table = self._table()
        left.add(self._told)
        left.add(self._filters)
        left.add(table, 1)
        right.head.addWidget(self._sheets)
        right.add(note(_))
        right.add(self._columns, 1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left, 3)
        row.addWidget(right, 2)
        return page

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self._place.words("Rows of the workbook"))
        table.setModel(self._rows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._place.look.theme.length(ROW_HEIGHT))
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(ROW, 60)
        table.setColumnWidth(PERSON, 190)
        table.setColumnWidth(OUTCOME, 170)
        self._tone, self._chip = ToneDelegate(self._place.look, table), ChipDelegate(self._place.look, table)
        table.setItemDelegate(self._tone)
        table.setItemDelegateForColumn(OUTCOME, self._chip)
        return table

    def _stage(self, stage: int) -> None:
        self._stack.setCurrentIndex(stage)
        self._go.setVisible(stage == PREVIEW)

    def _choose(self) -> None:
        _ = self._place.words
        kinds = _("Workbooks (*.xlsx *.csv)")
        path = file_to_open(self, _("Choose a workbook"), Path.home(), kinds)
        if path:
            self.read(path)

    def _read(self, sheet: str | None, mapping: dict[str, str | None] | None) -> None:
        path, imports = self._path, self._place.services.imports
        if path is None:
            return
        self._complain("")
        self._running = self._place.operations.read(
            self,
            lambda progress: imports.plan(path, sheet=sheet, mapping=mapping, progress=progress),
            self._show,
            refused=self._refuse,
            shown=self._strip.report,
            stopped=self._stopped,
        )
        self._busy(self._place.words("Reading the workbook…"))

    def _correct(self, mapping: dict[str, str | None]) -> None:
        if self._plan is None:
            return
        key, imports = self._plan.mapping.key, self._place.services.imports
        self._place.operations.write(self, lambda _: imports.remember(key, mapping))
        self._read(self._plan.sheet, mapping)

    def _show(self, plan: ImportPlan) -> None:
        _ = self._place.words
        self._idle()
        self._plan = plan
        self._rows.show(plan)
        self._columns.show_columns(plan.mapping)
        self._sheets.clear()
        self._sheets.addItems(list(plan.sheets))
        self._sheets.setCurrentText(plan.sheet)
        self._sheets.setVisible(len(plan.sheets) > 1)
        self._told.setText(f"{plan.file_name} · {_.count('{n} row', '{n} rows', plan.counts.all)}")
        self._show_filters(plan)
        self._go.setText(" " + _.count("Import {n} case", "Import {n} cases", plan.counts.taken))
        self._go.setAccessibleName(self._go.text().strip())
        self._go.setEnabled(plan.counts.taken > 0)
        self._stage(PREVIEW)
        self._go.setFocus()

    def _show_filters(self, plan: ImportPlan) -> None:
        while item := self._filter_flow.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        counts = plan.counts
        numbers: list[tuple[Outcome | None, int]] = [
            (None, counts.all),
            (Outcome.IMPORT, counts.clean),
            (Outcome.IMPORT_WITH_WARNINGS, counts.with_warnings),
            (Outcome.DUPLICATE, counts.duplicates),
            (Outcome.REFUSED, counts.refused),
        ]
        group = QButtonGroup(self._filters)
        for outcome, number in numbers:
            if not number:
                continue
            word = outcome_chip(self._place.words, outcome).text if outcome else self._place.words("All")
            chip = filter_chip(f"{word}: {number}")
            chip.setChecked(outcome is None)
            chip.clicked.connect(lambda _checked, wanted=outcome: self._rows.filter(wanted))
            group.addButton(chip)
            self._filter_flow.addWidget(chip)
        self._rows.filter(None)

    def _import(self) -> None:
        plan, imports = self._plan, self._place.services.imports
        if plan is None:
            return
        self._running = self._place.operations.write(
            self,
            lambda progress: imports.apply(plan, progress),
            self._imported,
            touched=TOUCHED,
            refused=self._refuse,
            shown=self._strip.report,
            stopped=self._stopped,
        )
        self._busy(self._place.words("Importing…"))

    def _imported(self, made: BatchRow) -> None:
        self._idle()
        self._complain("")
        self._batch = made
        self._stage(DONE)
        if self._plan is not None:
            self._done.show_import(made, self._plan.counts)

    def _take_back(self) -> None:
        batch, imports = self._batch, self._place.services.imports
        if batch is None:
            return
        self._complain("")
        self._running = self._place.operations.write(
            self,
            lambda progress: imports.take_back(batch.uid, progress),
            lambda _touched: self._taken_back(batch),
            refused=self._refuse,
            shown=self._strip.report,
            stopped=lambda: self._stopped(self._place.words("Stopped. Nothing was changed.")),
        )
        self._busy(self._place.words("Taking the import back…"))

    def _taken_back(self, batch: BatchRow) -> None:
        self._idle()
        self._done.show_taken_back(batch)
        self._close.setFocus()

    def _save_report(self) -> None:
        _, plan = self._place.words, self._plan
        if plan is None:
            return
        path = file_to_save(self, _("Save the report"), Path.home() / _("import-report.xlsx"), "*.xlsx")
        if path:
            self._place.operations.read(
                self,
                lambda _p: write_report(plan, path, _.language),
                lambda _none: self._done.note(_("The report is saved.")),
                refused=self._refuse,
            )

    def _complain(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def _busy(self, text: str) -> None:
        self._strip.begin(text, lambda: self._running.cancel() if self._running else None)
        self._go.setEnabled(False)
        self._stack.setEnabled(False)

    def _idle(self) -> None:
        self._running = None
        self._strip.end()
        self._go.setEnabled(True)
        self._stack.setEnabled(True)

    def _stopped(self, told: str = "") -> None:
        self._idle()
        self._complain(told or self._place.words("Stopped. Nothing was written."))

    def _refuse(self, error: UserError) -> None:
        self._idle()
        self._complain(self._place.words.explain(error))
