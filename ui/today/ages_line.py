"""The line over Today about the child of a family who comes of age within days: shares and guardians change then."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.kin.ages import TurningRow
from ui.kin.words import turning_words
from ui.operations import Latest
from ui.widgets.banner import Banner
from ui.widgets.button import plain
from ui.workplace import Workplace

SOON = 14
"""Days; who turns later stands on the family's own page."""


class AgesLine(QWidget):
    """Hidden while nobody is near; `opened` carries the case of the nearest."""

    opened = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._latest = Latest(place.operations, self)
        self._banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def again(self, worker: str = "") -> None:
        """Look anew, among the cases of one worker if named."""
        kin = self._place.services.record.kin
        self._latest.ask(lambda _: kin.turning(worker), self._show)

    def _show(self, rows: tuple[TurningRow, ...]) -> None:
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        today = self._place.clock.today()
        near = [row for row in rows if row.turning.days(today) <= SOON]
        if near:
            self._banner = Banner(self._place.look, "cake", self._told(near), self._button(near[0].case))
            self._column.addWidget(self._banner)
        self.setVisible(bool(near))

    def _told(self, near: list[TurningRow]) -> str:
        _, first, today = self._place.words, near[0], self._place.clock.today()
        what = turning_words(_, first.turning, first.turning.days(today))
        told = _("{name} ({number}) {what}", name=first.name, number=first.number, what=what)
        more = len(near) - 1
        return f"{told} · {_.count('and {n} more', 'and {n} more', more)}" if more else told

    def _button(self, case: UUID) -> QPushButton:
        button = plain(self._place.look, self._place.words("Open the case"))
        button.clicked.connect(lambda: self.opened.emit(case))
        return button
