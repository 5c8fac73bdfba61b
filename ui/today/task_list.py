"""The tasks of Today: Space is done, D put off, Enter open, C contact; a bundle unfolds."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from app.i18n import Words
from app.plan.queries import DueRow
from ui.look import Look
from ui.today.bundles import Bundle
from ui.widgets.entries import EntryList

PUT_OFF, CONTACT = frozenset("dв"), frozenset("cс")
"""What the keys D and C write in the two layouts."""


class TaskList(EntryList):
    """`put_off` carries a row or a bundle, `contact` a row, `turned` a bundle to be folded or unfolded."""

    put_off = Signal(object)
    contact = Signal(object)
    turned = Signal(object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__(look, words("Tasks"), whole_rows=True)
        self._words = words
        self.clicked.connect(lambda index: self._turn(self.subject(index.row())))

    def subject(self, row: int) -> object:
        """What a line speaks of."""
        entry = self.entries.entry(self.entries.index(row))
        return entry.subject if entry else None

    def below(self) -> QPoint:
        """Where a menu about the chosen line opens, on the screen."""
        box = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(box.left() + self._look.theme.length(36), box.bottom()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        subject, letter = self.subject(self.currentIndex().row()), event.text().casefold()
        if isinstance(subject, Bundle):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._turn(subject)
                return
            if letter in PUT_OFF:
                self.put_off.emit(subject)
                return
        elif letter in PUT_OFF and isinstance(subject, DueRow):
            self.put_off.emit(subject)
            return
        elif letter in CONTACT and isinstance(subject, DueRow):
            self.contact.emit(subject)
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        subject, _ = self.subject(index.row()), self._words
        offered = {
            DueRow: ((_("Done"), "Space", self.ticked), (_("Put off…"), "D", self.put_off),
                     (_("Open the case"), "Enter", self.opened), (_("New contact…"), "C", self.contact)),
            Bundle: ((_("Put all off…"), "D", self.put_off),),
        }.get(type(subject))  # fmt: skip
        if offered is None:
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAccessibleName(_("Menu"))
        for told, keys, signal in offered:
            action = menu.addAction(f"{told}\t{keys}")
            action.triggered.connect(lambda _checked, one=signal: one.emit(subject))
        menu.popup(event.globalPos())

    def _turn(self, subject: object) -> None:
        if isinstance(subject, Bundle):
            self.turned.emit(subject)
