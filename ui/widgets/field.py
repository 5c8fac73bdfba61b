"""A field of a form: label above, input, hint below; what is wrong stands where the hint stood."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.label import Label


class Field(QWidget):
    """One labelled input."""

    def __init__(self, look: Look, title: str, box: QWidget, hint: str = "") -> None:
        super().__init__()
        self.box = box
        self._hint = self._usual_hint = hint
        box.setAccessibleName(title)
        self._label = Label(title)
        self._label.setBuddy(box)
        self._mark = Label()
        self._mark.setPixmap(look.pixmap("circle-alert", "danger", 14))
        self._mark.hide()
        self._warn_icon = look.pixmap("triangle-alert", "chip.missing.fg", 14)
        self._wrong_icon = look.pixmap("circle-alert", "danger", 14)
        self._below = Label(hint, "small", wrap=True)
        self._below.setVisible(bool(hint))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._mark)
        line.addWidget(self._below, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._label)
        self._column.addWidget(box)
        self._column.addLayout(line)

    def entitle(self, title: str) -> None:
        """Ask for something else from now on."""
        self._label.setText(title)
        self.box.setAccessibleName(title)

    def put_below(self, widget: QWidget) -> None:
        """Let `widget` stand under the input and its hint."""
        self._column.addWidget(widget)

    def bare(self) -> None:
        """Let the input speak for itself: its own words are the label."""
        self._label.hide()

    def complain(self, text: str) -> None:
        """Say what is wrong; an empty text says that nothing is."""
        self._tell(text, "error" if text else "small")
        self._mark.setPixmap(self._wrong_icon)
        self.box.setProperty("err", bool(text))
        self._restyle(self.box)

    def warn(self, text: str) -> None:
        """Say what looks odd and yet may stand."""
        self.complain("")
        self._tell(text, "small")
        self._mark.setPixmap(self._warn_icon)

    def remind(self, text: str) -> None:
        """Let `text` stand where the hint stood until something is wrong; an empty text brings the hint back."""
        self._hint = text or self._usual_hint
        self.warn("")

    def _tell(self, text: str, name: str) -> None:
        self._below.setObjectName(name)
        self._restyle(self._below)
        self._below.setText(text or self._hint)
        self._below.setVisible(bool(text or self._hint))
        self._mark.setVisible(bool(text))
        self.box.setAccessibleDescription(text or self._hint)

    @staticmethod
    def _restyle(widget: QWidget) -> None:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
