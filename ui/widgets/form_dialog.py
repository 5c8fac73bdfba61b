"""A form in a dialog: heading, fields in one column that scrolls, and below, always in sight, what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.changes import Changes
from app.domain.errors import UserError
from ui.jobs import Work
from ui.operations import Refused
from ui.widgets.button import link, primary, quiet
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

WIDTH = 560
FIELD_WIDTH = 500
BELOW = 40


class FormDialog(QDialog):
    """Subclasses put fields into it and say in `save` how they are kept; `kept` says that they were.

    `touched` says that something was written, `given_up` that it was left unsaved on purpose. Closed with something
    written, the form goes at once if it `waits`, kept as a draft for the next time; else it warns once and goes the
    second time. `named`: what was done once it is kept, as a toast says it;
    without a name it cannot be taken back.
    """

    kept = Signal()
    touched = Signal()
    given_up = Signal()

    def __init__(self, place: Workplace, parent: QWidget, title: str, about: str, height: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self._place = place
        self.named = ""
        self.waits = False
        self._written = False
        self._warned = False
        self.setWindowTitle(title)
        self.resize(WIDTH, height)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._told = Label("", "muted", wrap=True)
        self._told.hide()
        self._turn = link("")
        self._turn.hide()
        self._save = primary(place.look, _("Save"))
        self._save.setToolTip("Ctrl+Enter")
        self._save.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save)
        self._close = quiet(place.look, _("Close"))
        self._close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(title, "h2"))
        column.addWidget(Label(about, "muted", wrap=True))
        self._scroll = Scroll(inside)
        self._lines = QVBoxLayout()
        column.addLayout(self._lines)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._told)
        column.addWidget(self._turn)
        column.addLayout(foot)

    def save(self) -> None:
        """Keep what is written, if nothing is missing."""
        raise NotImplementedError

    @override
    def reject(self) -> None:
        if self._written and not self._warned and not self.waits:
            self._warned = True
            self._say(self._place.words("Nothing is saved yet. Close once more to leave without saving."))
            return
        self.given_up.emit()
        super().reject()

    def put_on_top(self, line: QWidget) -> None:
        """Let `line` stand above the fields."""
        self._lines.insertWidget(0, line)

    def _add(self, box: QWidget, title: str, hint: str = "") -> Field:
        field = Field(self._place.look, title, box, hint)
        field.setMaximumWidth(FIELD_WIDTH)
        return self._take(field)

    def _take(self, field: Field) -> Field:
        self._column.addWidget(field)
        self._watch(field.box)
        return field

    def _watch(self, box: QWidget) -> None:
        match box:
            case DateField():
                box.textEdited.connect(self._touch)
                box.picked.connect(self._touch)
            case QLineEdit():
                box.textEdited.connect(self._touch)
            case QComboBox():
                box.activated.connect(self._touch)
            case QCheckBox():
                box.clicked.connect(self._touch)
            case QPlainTextEdit():
                box.textChanged.connect(self._touch)

    def _go_to(self, box: QWidget) -> None:
        """Put the cursor into `box`, and into sight what is said below it."""
        box.setFocus()
        self._scroll.ensureWidgetVisible(box, 0, BELOW)

    def _touch(self) -> None:
        self._written, self._warned = True, False
        if self.waits:
            self._close.setText(self._place.words("Later (what is written stays)"))
            self._close.setAccessibleName(self._close.text())
        self.touched.emit()

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _write(self, work: Work[Changes], refused: Refused) -> None:
        """Keep it in the vault; the button waits meanwhile, and comes back with a refusal."""

        def back(error: UserError) -> None:
            self._save.setEnabled(True)
            refused(error)

        self._save.setEnabled(False)
        self._say("")
        self._place.operations.write(self, work, lambda _: self._leave(), named=self.named, refused=back)

    def _leave(self) -> None:
        self.kept.emit()
        self.accept()
