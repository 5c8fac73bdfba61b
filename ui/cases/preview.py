"""The case of the current row at a glance, beside the list: status, what comes next, the last talk with the family."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.glance import Glance
from app.domain.errors import UserError
from ui.cases.columns import details
from ui.channel_words import channel_word
from ui.due_words import due_chip
from ui.fate_chip import fate_chip
from ui.operations import Latest
from ui.step_words import step_title
from ui.widgets.button import plain
from ui.widgets.card import Card
from ui.widgets.chip import ChipLabel
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

PAUSE_MS = 80
LEAST = 260


class Preview(Card):
    """`opened` carries the case whose page is wanted."""

    opened = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        _ = place.words
        self._place = place
        self._case: UUID | None = None
        self._latest = Latest(place.operations, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self.setMinimumWidth(LEAST)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(8)
        self._scroll = Scroll(self._inside)
        self.open = plain(place.look, _("Open the case"), "folder-open")
        self.open.clicked.connect(lambda: self.opened.emit(self._case))
        self.add(self._scroll, 1)
        self.add(self.open)
        self._show(None)

    def show_case(self, case: UUID | None) -> None:
        """Show another case once the arrows rest; None shows that no row is chosen."""
        self._case = case
        if case is None:
            self._latest.drop()
            self._pause.stop()
            self._show(None)
        else:
            self._pause.start()

    def read(self) -> None:
        """Read the case now."""
        self._pause.stop()
        case = self._case
        if case is not None and self.isVisible():
            self._latest.ask(lambda _: self._glance(case), self._show)

    def _glance(self, case: UUID) -> Glance | None:
        try:
            return self._place.services.cases.glance(case)
        except UserError:
            return None

    def _show(self, found: Glance | None) -> None:
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        _ = self._place.words
        self.open.setVisible(found is not None)
        if found is None:
            self._column.addWidget(Label(_("Choose a row to see its case here."), "muted", wrap=True))
            self._column.addStretch(1)
            return
        row = found.row
        self._column.addWidget(Label(row.name, "h2", wrap=True))
        self._column.addWidget(ChipLabel(self._place.look, fate_chip(_, row.fate)))
        self._column.addWidget(Label(details(_, row), "small", wrap=True))
        if row.worker:
            self._column.addWidget(Label(_("Worker: {worker}", worker=row.worker), "small", wrap=True))
        if found.restricted:
            told = _("Restricted: open the case to read it; the history keeps who did.")
            self._column.addWidget(Label(told, wrap=True))
        else:
            self._steps(found)
            self._contact(found)
        self._column.addStretch(1)

    def _steps(self, found: Glance) -> None:
        _, look = self._place.words, self._place.look
        self._column.addSpacing(4)
        self._column.addWidget(Label(_("Next"), "strong"))
        if not found.steps:
            self._column.addWidget(Label(_("No open steps"), "muted"))
        for step in found.steps:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Label(step_title(_, step.title), wrap=True), 1)
            chip = due_chip(_, step.due, self._place.clock.today())
            if chip is not None:
                row.addWidget(ChipLabel(look, chip))
            self._column.addWidget(line)
        more = found.open_steps - len(found.steps)
        if more > 0:
            self._column.addWidget(Label(_.count("and {n} more step", "and {n} more steps", more), "small"))

    def _contact(self, found: Glance) -> None:
        _ = self._place.words
        self._column.addSpacing(4)
        self._column.addWidget(Label(_("Last contact"), "strong"))
        talk = found.contact
        if talk is None:
            self._column.addWidget(Label(_("Nobody has written a contact down yet."), "muted", wrap=True))
            return
        head = " · ".join(filter(None, (_.date(talk.on), channel_word(_, talk.channel), talk.by)))
        self._column.addWidget(Label(head, "small", wrap=True))
        self._column.addWidget(Label(talk.summary, wrap=True))
