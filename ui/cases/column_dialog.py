"""Which columns the list has, and in which order: ticks, and Alt with the arrows or two buttons to move one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.cases.columns import PARTS, Part, part_words
from ui.cases.list_look import ListLook
from ui.widgets.button import link, plain, primary
from ui.widgets.label import Label
from ui.workplace import Workplace

ROW = 30


class ColumnDialog(QDialog):
    """`changed` carries the list as it should look now; the list follows at once."""

    changed = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget, look: ListLook) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self._words, self._look, self._filling = _, look, False
        self.setWindowTitle(_("Columns"))
        self.resize(380, 460)
        self.parts = QListWidget()
        self.parts.setAccessibleName(_("Columns"))
        self.parts.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.compact = QCheckBox(_("Dense rows"))
        self.compact.setAccessibleName(_("Dense rows"))
        self.compact.setChecked(look.compact)
        up, down = plain(place.look, _("Up"), "arrow-up"), plain(place.look, _("Down"), "arrow-down")
        reset, close = link(_("As at first")), primary(place.look, _("Close"))
        up.clicked.connect(lambda: self.move_by(-1))
        down.clicked.connect(lambda: self.move_by(1))
        QShortcut(QKeySequence("Alt+Up"), self).activated.connect(lambda: self.move_by(-1))
        QShortcut(QKeySequence("Alt+Down"), self).activated.connect(lambda: self.move_by(1))
        reset.clicked.connect(self.reset)
        close.clicked.connect(self.accept)
        moves = QHBoxLayout()
        for widget in (up, down, reset):
            moves.addWidget(widget)
        moves.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(_("Columns"), "h2"))
        column.addWidget(Label(_("Space shows or hides a column, Alt with an arrow moves it."), "small", wrap=True))
        column.addWidget(self.parts, 1)
        column.addLayout(moves)
        column.addWidget(self.compact)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._fill()
        self.parts.itemChanged.connect(lambda _item: self._tell())
        self.parts.model().rowsMoved.connect(lambda: self._tell())
        self.compact.toggled.connect(lambda: self._tell())

    def move_by(self, by: int) -> None:
        """Move the current column up or down."""
        at = self.parts.currentRow()
        if at < 0 or not 0 <= at + by < self.parts.count():
            return
        self._filling = True
        self.parts.insertItem(at + by, self.parts.takeItem(at))
        self.parts.setCurrentRow(at + by)
        self._filling = False
        self._tell()

    def reset(self) -> None:
        """The columns of a new user."""
        self._look = self._look.reset()
        self._fill()
        self.changed.emit(self._look)

    def _fill(self) -> None:
        self._filling = True
        self.parts.clear()
        titles = part_words(self._words)
        for part in (*self._look.shown, *(one for one in PARTS if one not in self._look.shown)):
            item = QListWidgetItem(titles[part])
            item.setData(Qt.ItemDataRole.UserRole, part.value)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(flags if part is Part.PERSON else flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if part in self._look.shown else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, ROW))
            self.parts.addItem(item)
        self.parts.setCurrentRow(0)
        self._filling = False

    def _tell(self) -> None:
        if self._filling:
            return
        items = [self.parts.item(place) for place in range(self.parts.count())]
        shown = tuple(
            Part(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        )
        self._look = self._look.with_shown(shown).with_density(compact=self.compact.isChecked())
        self.changed.emit(self._look)
