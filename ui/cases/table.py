"""The table of cases: sorted by its headings, many rows chosen at once, its columns as the user likes them."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from app.cases.case_filter import CaseFilter
from app.cases.queries import CaseRow, Chosen
from app.cases.sorting import Sorting
from ui.cases.columns import ORDERS, PARTS, WIDTHS, Part
from ui.cases.list_look import ListLook
from ui.cases.person_cell import PersonDelegate
from ui.look import Look
from ui.models.paged import PagedModel
from ui.widgets.cells import ToneDelegate
from ui.widgets.chip import ChipDelegate

COMFORTABLE, COMPACT = 50, 36
LEAVES_BELOW = {Part.UPDATED: 900, Part.WORKER: 780, Part.NEXT: 690}
"""Columns that a narrow table does without, unless somebody chose them."""
LEAST = 120
Command = QItemSelectionModel.SelectionFlag
Index = QModelIndex | QPersistentModelIndex
_MOVES = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class CaseTable(QTableView):
    """`picked` says that other rows are chosen, `typed` carries a letter for the search, `numbered` a digit 1 to 9.

    Space marks the row and lets the arrows move without losing marks, until Esc or a click. Ctrl+A chooses everything
    that the filter leaves, read or not.
    """

    opened = Signal(object)
    picked = Signal()
    typed = Signal(str)
    numbered = Signal(int)
    copy_wanted = Signal()
    sorted_by = Signal(object)
    arranged = Signal(object)

    def __init__(self, look: Look, name: str, model: PagedModel[CaseRow]) -> None:
        super().__init__()
        self._paged = model
        self._liked = ListLook()
        self._whole = self._marking = self._laying = False
        self._kept: tuple[frozenset[UUID], UUID | None, int] | None = None
        self.setAccessibleName(name)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setMinimumHeight(120)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setModel(model)
        self._dress(look)
        self._head()
        self.doubleClicked.connect(lambda index: self.opened.emit(index))
        model.rowsInserted.connect(self._follow)

    def like(self, look: ListLook) -> None:
        """Show the columns, and the rows as dense, as `look` says."""
        self._liked = look
        self._laying = True
        header = self.horizontalHeader()
        for place, part in enumerate([*look.shown, *(part for part in PARTS if part not in look.shown)]):
            header.moveSection(header.visualIndex(PARTS.index(part)), place)
        self.verticalHeader().setDefaultSectionSize(COMPACT if look.compact else COMFORTABLE)
        self._laying = False
        self._lay()

    def show_sorting(self, sorting: Sorting) -> None:
        """Put the arrow over the column that the list is sorted by; none where the column has no heading."""
        part = next((part for part, order in ORDERS.items() if order is sorting.order), Part.PERSON)
        direction = Qt.SortOrder.DescendingOrder if sorting.falling else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(PARTS.index(part), direction)

    def chosen(self, wanted: CaseFilter) -> Chosen:
        """What is chosen of the list that `wanted` leaves."""
        rows = self._chosen_rows()
        if not self._whole:
            return Chosen(frozenset(rows))
        every = {row.uid for row in self._paged.rows()}
        return Chosen(everything=wanted, but=frozenset(every - rows))

    def count(self, found: int) -> int:
        """How many are chosen, where the filter leaves `found`; a single row that is only current counts as none."""
        rows = len(self.selectionModel().selectedRows())
        if self._whole:
            return found - (self._paged.rowCount() - rows)
        return rows if rows > 1 or self._marking else 0

    def choose_all(self) -> None:
        """Choose everything that the filter leaves."""
        if self._paged.rowCount():
            self._whole = True
            self.selectAll()
            self.picked.emit()

    def choose_none(self) -> None:
        """Leave the current row alone."""
        self._end()
        self.selectRow(max(self.currentIndex().row(), 0))
        self.picked.emit()

    def remember(self) -> None:
        """Keep what is chosen and where the list stands, for the same question is asked anew."""
        current = self._paged.row(self.currentIndex())
        place = self.verticalScrollBar().value()
        self._kept = frozenset(self._chosen_rows()), current.uid if current else None, place

    def forget(self) -> None:
        """Choose nothing: another question is asked."""
        self._kept = None
        self._end()

    def recall(self) -> None:
        """Choose again what was remembered, as far as it is there."""
        if self._kept is None:
            if self._whole and not self.selectionModel().hasSelection():
                self.selectAll()
            return
        chosen, current, place = self._kept
        self._kept = None
        rows = {row.uid: at for at, row in enumerate(self._paged.rows())}
        selection = QItemSelection()
        for uid in rows.keys() if self._whole else chosen & rows.keys():
            index = self._paged.index(rows[uid], 0)
            selection.select(index, index)
        if current in rows:
            self.selectionModel().setCurrentIndex(self._paged.index(rows[current], 0), Command.NoUpdate)
        self.selectionModel().select(selection, Command.ClearAndSelect | Command.Rows)
        self.verticalScrollBar().setValue(place)

    @override
    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Command:
        if self._marking and isinstance(event, QKeyEvent) and event.key() in _MOVES and not _held(event):
            return Command.NoUpdate
        command = super().selectionCommand(index, event)
        if event is not None and command & Command.Clear:
            self._end()
        return command

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key == Qt.Key.Key_Space and not _held(event):
            self._mark()
        elif key == Qt.Key.Key_Escape and (self._whole or self._marking or len(self._chosen_rows()) > 1):
            self.choose_none()
        elif text in tuple("123456789") and not _held(event):
            self.numbered.emit(int(text))
        elif text.isalpha() and not _held(event):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)
        for index in (current, previous):
            self.update(self.model().index(index.row(), 0))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _dress(self, look: Look) -> None:
        self._tone, self._name, self._chip = (
            ToneDelegate(look, self), PersonDelegate(look, self), ChipDelegate(look, self)
        )  # fmt: skip
        self.setItemDelegate(self._tone)
        self.setItemDelegateForColumn(PARTS.index(Part.PERSON), self._name)
        self.setItemDelegateForColumn(PARTS.index(Part.STATUS), self._chip)

    def _head(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(COMPACT)
        self.verticalHeader().setDefaultSectionSize(COMFORTABLE)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(PARTS.index(Part.PERSON), Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(lambda section: self.sorted_by.emit(ORDERS.get(PARTS[section])))
        header.sectionResized.connect(self._drawn)
        header.sectionMoved.connect(self._moved)

    def _lay(self) -> None:
        """Give each column its width; the next step, or else the person, takes what is left."""
        if self._laying or self.model() is None:
            return
        self._laying = True
        look, room = self._liked, self.viewport().width()
        shown = [part for part in look.shown if not (look.usual and room < LEAVES_BELOW.get(part, 0))]
        for part in PARTS:
            self.setColumnHidden(PARTS.index(part), part not in shown)
        widths = {part: look.width(part) or WIDTHS[part] for part in shown}
        if look.usual:
            taken = sum(widths[part] for part in shown if part not in (Part.PERSON, Part.NEXT))
            widths[Part.PERSON] = max(WIDTHS[Part.PERSON], (room - taken) * 9 // 20)
        elastic = next((part for part in (Part.NEXT, Part.PERSON) if part in shown and not look.width(part)), None)
        if elastic is not None:
            others = sum(width for part, width in widths.items() if part is not elastic)
            widths[elastic] = max(LEAST if look.usual else WIDTHS[elastic], room - others)
        for part, width in widths.items():
            self.setColumnWidth(PARTS.index(part), width)
        fits = sum(widths.values()) <= room or look.usual
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(policy)
        self._laying = False

    def _drawn(self, section: int, old: int, new: int) -> None:
        if not self._laying and old and new:
            self._liked = self._liked.drawn(PARTS[section], new)
            self.arranged.emit(self._liked)

    def _moved(self) -> None:
        if not self._laying:
            header = self.horizontalHeader()
            order = [PARTS[header.logicalIndex(place)] for place in range(header.count())]
            self.arranged.emit(self._liked.with_shown(tuple(part for part in order if part in self._liked.shown)))

    def _mark(self) -> None:
        if not self.currentIndex().isValid():
            return
        command = Command.Toggle if self._marking or len(self._chosen_rows()) > 1 else Command.Select
        self._marking = True
        self.selectionModel().select(self.currentIndex(), command | Command.Rows)
        self.picked.emit()

    def _end(self) -> None:
        self._whole = self._marking = False

    def _follow(self, _parent: QModelIndex, first: int, last: int) -> None:
        """What is read later is chosen too, where everything is."""
        if self._whole:
            selection = QItemSelection(self._paged.index(first, 0), self._paged.index(last, 0))
            self.selectionModel().select(selection, Command.Select | Command.Rows)

    def _chosen_rows(self) -> set[UUID]:
        return set(_uids(self._paged.row(index) for index in self.selectionModel().selectedRows()))


def _uids(rows: Iterable[CaseRow | None]) -> Iterable[UUID]:
    return (row.uid for row in rows if row is not None)


def _held(event: QKeyEvent) -> bool:
    """Whether a key that changes the meaning is held; Shift and the number pad are none."""
    plain = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return bool(event.modifiers() & ~plain)
