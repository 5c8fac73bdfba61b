"""A page of the window: heading, actions, body; it reads anew when what it shows was touched, once it is seen."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from app.changes import Changes
from ui.operations import Operations
from ui.widgets.begins import Begins
from ui.widgets.label import Label

WIDE_FROM = 980
WIDE_MARGIN = 24
NARROW_MARGIN = 16


class Page(Begins):
    """Subclasses fill `body` and `actions`, name what `concerns` them, and read in `refresh`."""

    concerns = Changes.NOTHING

    def __init__(self, operations: Operations, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = Label(title, "h1")
        self.beside = Label("", "muted")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addSpacing(8)
        self.head.addWidget(self.beside)
        self.head.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(12)
        self.body.addLayout(self.head)
        self._foldable: list[tuple[QPushButton, str]] = []
        self._stale = True
        operations.changed.connect(self._touched)

    def action(self, button: QPushButton) -> QPushButton:
        """Put `button` at the right of the heading; in a narrow window only its icon stays."""
        self.head.addWidget(button)
        self._foldable.append((button, button.text()))
        button.setToolTip(button.text().strip())
        return button

    def refresh(self) -> None:
        """Read everything anew."""

    def again(self) -> None:
        """Read anew now if the page is seen, else when it is."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE_FROM
        margin = WIDE_MARGIN if wide else NARROW_MARGIN
        self.body.setContentsMargins(margin, 14, margin, 12)
        for button, text in self._foldable:
            button.setText(text if wide or button.property("primary") else "")

    def _touched(self, changes: Changes) -> None:
        if changes & self.concerns:
            self.again()
