"""A table in a section: rows of one height, one column that takes the room left over."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.look import Look
from ui.widgets.cells import NameDelegate, ToneDelegate
from ui.widgets.chip import ChipDelegate

Index = QModelIndex | QPersistentModelIndex
LEAST = 140
FRAME = 4


class SettingsTable(QTableView):
    """`opened` and `chosen` carry an index. `widths`: of every column but one, which takes what is left."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, look: Look, name: str, widths: Mapping[int, int], height: int) -> None:
        super().__init__()
        self._widths = {column: look.theme.length(wide) for column, wide in widths.items()}
        self._height = look.theme.length(height)
        self.setAccessibleName(name)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._height)
        self.horizontalHeader().setHighlightSections(False)
        self._tone, self._name = ToneDelegate(look, self), NameDelegate(look, self)
        self._chip = ChipDelegate(look, self)
        self.setItemDelegate(self._tone)
        self.doubleClicked.connect(lambda index: self.opened.emit(index))

    def two_lines(self, column: int) -> None:
        """Let a column show its second line."""
        self.setItemDelegateForColumn(column, self._name)

    def chips(self, column: int) -> None:
        """Let a column show chips."""
        self.setItemDelegateForColumn(column, self._chip)

    def fit(self, limit: int) -> None:
        """Be as tall as the rows, at most `limit` of them."""
        shown = min(max(self.model().rowCount(), 1), limit)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * self._height + FRAME + bar)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)
        self.chosen.emit(current)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, wide in self._widths.items():
            self.setColumnWidth(column, wide)
        rest = next(column for column in range(len(self._widths) + 1) if column not in self._widths)
        self.setColumnWidth(rest, max(LEAST, self.viewport().width() - sum(self._widths.values())))
