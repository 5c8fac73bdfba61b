"""The table of cases: two-line rows, chips, due days; Enter opens."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.cases.columns import DUE, NEXT, OWNER, PERSON, STATUS, UPDATED
from ui.look import Look
from ui.widgets.cells import ROW_HEIGHT, NameDelegate, ToneDelegate
from ui.widgets.chip import ChipDelegate

WITHOUT_UPDATED = 1040
WITHOUT_OWNER = 900
WIDTHS = {STATUS: 164, DUE: 150, UPDATED: 104, OWNER: 120}
LEAST_PERSON = 250


class CaseTable(QTableView):
    """`opened` carries the index of the row to open."""

    opened = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setMinimumHeight(120)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(60)
        tone = ToneDelegate(look, self)
        self.setItemDelegate(tone)
        self._name, self._chip = NameDelegate(look, self), ChipDelegate(look, self)
        self.setItemDelegateForColumn(PERSON, self._name)
        self.setItemDelegateForColumn(STATUS, self._chip)
        self.doubleClicked.connect(lambda index: self.opened.emit(index))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.model() is None:
            return
        width = self.viewport().width()
        self.setColumnHidden(UPDATED, width < WITHOUT_UPDATED)
        self.setColumnHidden(OWNER, width < WITHOUT_OWNER)
        taken = sum(wide for column, wide in WIDTHS.items() if not self.isColumnHidden(column))
        person = max(LEAST_PERSON, (width - taken) * 9 // 20)
        for column, wide in WIDTHS.items():
            self.setColumnWidth(column, wide)
        self.setColumnWidth(PERSON, person)
        self.setColumnWidth(NEXT, max(120, width - taken - person))
