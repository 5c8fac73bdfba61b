"""What keeps a form from being saved, in one place: every wrong field by name, one press away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.input import Input
from ui.widgets.button import link
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace


class Summary(QWidget):
    """Hidden while nothing is wrong; `wanted` carries the field to go to."""

    wanted = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        mark = Label()
        mark.setPixmap(place.look.pixmap("circle-alert", "danger", 16))
        self._told = Label("", "error", wrap=True)
        head = QHBoxLayout()
        head.addWidget(mark)
        head.addWidget(self._told, 1)
        self._links = QWidget()
        self._flow = FlowLayout(self._links)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._links)
        self.hide()

    def show_wrong(self, wrong: Sequence[Input]) -> None:
        """Name the fields that are wrong."""
        while item := self._flow.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        _ = self._place.words
        for one in wrong:
            press = link(one.box.accessibleName())
            press.clicked.connect(lambda _checked=False, field=one: self.wanted.emit(field))
            self._flow.addWidget(press)
        self._told.setText(_.count("Not saved yet: {n} field to look at.", "Not saved yet: {n} fields to look at.",
                                   len(wrong)))  # fmt: skip
        self.setVisible(bool(wrong))
