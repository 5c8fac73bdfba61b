"""The bar under the list while several cases are chosen: how many, and what can be done with them."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from app.domain.role import Right
from ui.widgets.button import plain, tool
from ui.widgets.label import Label
from ui.workplace import Workplace


class BulkBar(QFrame):
    """One signal for each thing that can be done; `given_up` leaves the rows alone."""

    assign_wanted = Signal()
    step_wanted = Signal()
    later_wanted = Signal()
    papers_wanted = Signal()
    package_wanted = Signal()
    given_up = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.setObjectName("card")
        _, look = place.words, place.look
        self._words = _
        self._told = Label("", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._told)
        row.addStretch(1)
        for button, signal in self._buttons(place):
            button.clicked.connect(signal)
            row.addWidget(button)
        stop = tool(look, "x", _("Choose none (Esc)"))
        stop.clicked.connect(self.given_up)
        row.addWidget(stop)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are chosen; none hides the bar."""
        told = self._words.count("{n} case chosen", "{n} cases chosen", count) if count else ""
        if told and told != self._told.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
        self._told.setText(told)
        self.setVisible(bool(count))

    def _buttons(self, place: Workplace) -> list[tuple[QPushButton, SignalInstance]]:
        _, look = place.words, place.look
        buttons = [
            (plain(look, _("Hand over…"), "user-round-check"), self.assign_wanted),
            (plain(look, _("Add a step…"), "list-plus"), self.step_wanted),
            (plain(look, _("Put off…"), "alarm-clock"), self.later_wanted),
            (plain(look, _("Papers…"), "printer"), self.papers_wanted),
        ]
        if place.services.access.may(Right.TRANSFER):
            buttons.append((plain(look, _("Package…"), "package"), self.package_wanted))
        return buttons
