"""A page that says where the keyboard begins on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Begins(QWidget):
    """Given the keyboard, it hands it to `first`; with a focus proxy Tab would jump over all that stands before it."""

    first: QWidget | None = None

    def begin_at(self, first: QWidget) -> None:
        """From now on the keyboard begins at `first`."""
        self.first = first

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self.first is None:
            super().setFocus(reason)
        else:
            self.first.setFocus(reason)
