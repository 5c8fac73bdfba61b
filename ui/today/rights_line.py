"""The line over Today about people's rights: what must be answered, and which consents end, within a week."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.consent import WARNINGS
from app.services import Services
from ui.operations import Latest
from ui.widgets.banner import Banner
from ui.widgets.button import plain
from ui.workplace import Workplace

SOON = WARNINGS[1]
SECTION = "rights"


@dataclass(frozen=True, slots=True)
class Near:
    """How many requests must be answered within a week or are overdue, and how many consents end by then."""

    requests: int
    consents: int


class RightsLine(QWidget):
    """Hidden while nothing is near; `wanted` carries the section of the settings that lists it."""

    wanted = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._latest = Latest(place.operations, self)
        self._banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def again(self) -> None:
        """Look anew."""
        services = self._place.services
        self._latest.ask(lambda _: _near(services), self.show_near)

    def show_near(self, near: Near) -> None:
        """Say it, in place of what was said before."""
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        told = self._told(near)
        if told:
            button = plain(self._place.look, self._place.words("Show"))
            button.clicked.connect(lambda: self.wanted.emit(SECTION))
            self._banner = Banner(self._place.look, "scale", told, button)
            self._column.addWidget(self._banner)
        self.setVisible(bool(told))

    def _told(self, near: Near) -> str:
        _ = self._place.words
        told = []
        if near.requests:
            told.append(
                _.count("{n} request about data must be answered within a week.",
                        "{n} requests about data must be answered within a week.", near.requests)
            )  # fmt: skip
        if near.consents:
            told.append(_.count("{n} consent ends within a week.", "{n} consents end within a week.", near.consents))
        return " ".join(told)


def _near(services: Services) -> Near:
    record = services.record
    requests = sum(one.left <= SOON for one in record.requests.waiting())
    return Near(requests, sum(0 <= one.left <= SOON for one in record.consents.ending()))
