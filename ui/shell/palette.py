"""One box over everything (Ctrl+K): cases, relatives, documents and every command; built once, shown again."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.finding.service import Found
from app.progress import Progress
from ui.actions import ActionDef
from ui.operations import Latest
from ui.shell.commands import Commands
from ui.shell.offer_list import OfferList
from ui.shell.offers import COMMANDS_ONLY, NUMBER, Offer, command_offer, commands_answering, found_offers, often
from ui.widgets.label import Label
from ui.workplace import Workplace

SIZE = QSize(600, 350)
TOP = 110
RECENT = 5
PAUSE_MS = 60
KEY = "commands"
"""Under which preference it is counted which commands are given by way of the palette."""
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
SCREENFUL = 7
JUMPS = {Qt.Key.Key_PageDown: SCREENFUL, Qt.Key.Key_PageUp: -SCREENFUL}


class _Box(QLineEdit):
    """`moved` carries lines down, `entered` that Enter was pressed, `left` that Esc was."""

    moved = Signal(int)
    entered = Signal()
    left = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._steers(event):
            return True
        return super().event(event)

    def _steers(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in MOVES or key in JUMPS:
            self.moved.emit(MOVES.get(key) or JUMPS[key])
        else:
            return False
        return True


class Palette(QWidget):
    """Lies over the whole shell while it is open. `chosen` carries the subject of an offer: a row or a command."""

    chosen = Signal(object)

    def __init__(self, place: Workplace, commands: Commands, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        _ = place.words
        self._place, self._commands = place, commands
        self._latest = Latest(place.operations, self)
        self._counts: Mapping[str, Any] = {}
        self._asked = ""
        self._waiting = self._hasty = False
        self._before: QWidget | None = None
        self._frame = QFrame(self)
        self._frame.setObjectName("palette")
        self._box = _Box()
        self._box.setPlaceholderText(_("Name, number, phone, document or command"))
        self._box.setAccessibleName(_("Search everything"))
        self._list = OfferList(place.look, _("Found"))
        self._told = Label("", "muted")
        hint = Label(_("↑↓ choose · Enter open · > commands · # case number · Esc close"), "small", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        for widget, stretch in ((self._box, 0), (self._list, 1), (self._told, 0), (hint, 0)):
            column.addWidget(widget, stretch)
        self._box.textChanged.connect(self._typed)
        self._box.moved.connect(self._move)
        self._box.entered.connect(self._enter)
        self._box.left.connect(self.leave)
        self._list.taken.connect(self._take)
        self._timer.timeout.connect(self._ask)
        self.hide()

    def open(self) -> None:
        """Show it empty: the cases worked on last, and the commands given most."""
        if self.isVisible():
            self._box.selectAll()
            return
        self._before = self.window().focusWidget()
        self.fit()
        self._box.clear()
        self._show(self._often())
        self._ask()
        self.show()
        self.raise_()
        self._box.setFocus()

    def leave(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        if self.isVisible():
            self.close_silently()
            if self._before is not None:
                self._before.setFocus()

    def close_silently(self) -> None:
        """Close it, for something else takes the keyboard."""
        self._timer.stop()
        self._latest.drop()
        self._waiting = self._hasty = False
        self.hide()
        self._list.offers.show(())

    def fit(self) -> None:
        """Lie over the whole of the host, the frame in its upper middle."""
        host = self._host
        self.setGeometry(host.rect())
        width, height = min(SIZE.width(), host.width() - 40), min(SIZE.height(), host.height() - TOP - 20)
        self._frame.setGeometry((host.width() - width) // 2, TOP, width, height)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.leave()

    def _often(self) -> list[Offer]:
        words = self._place.words
        return [command_offer(words, one) for one in often(self._commands.offered, self._counts)]

    def _typed(self) -> None:
        """Something was typed: what was found before stays in sight until the answer to it is there."""
        self._hasty = False
        if self.isVisible():
            self._waiting = True
            self._timer.start()

    def _ask(self) -> None:
        typed = self._box.text().strip()
        self._timer.stop()
        self._asked, self._waiting = typed, True
        finding, cases = self._place.services.finding, self._place.services.cases
        preferences = self._place.services.preferences

        def read(_progress: Progress) -> tuple[Found, Mapping[str, Any]]:
            if not typed:
                return Found(cases.recent(RECENT)), preferences.read(KEY) or {}
            if typed.startswith(NUMBER):
                digits = typed.removeprefix(NUMBER).strip()
                return (finding.numbered(digits) if digits else Found(cases.recent(RECENT))), self._counts
            return finding.find(typed), self._counts

        if typed.startswith(COMMANDS_ONLY):
            self._latest.drop()
            self._arrive(Found())
        else:
            self._latest.ask(read, lambda read: self._arrive(*read))

    def _arrive(self, found: Found, counts: Mapping[str, Any] | None = None) -> None:
        words, typed = self._place.words, self._asked
        self._waiting = False
        self._counts = self._counts if counts is None else counts
        if typed.startswith(NUMBER):
            commands: list[Offer] = []
        elif typed:
            wanted = typed.removeprefix(COMMANDS_ONLY).strip()
            commands = list(commands_answering(words, self._commands.offered, wanted))
        else:
            commands = self._often()
        self._show([*found_offers(words, found), *commands])
        self._announce()
        if self._hasty:
            self._enter()

    def _show(self, offers: list[Offer]) -> None:
        self._list.offers.show(offers)
        self._list.choose(0)
        self._list.scrollToTop()
        self._told.setText("" if offers else self._place.words("Nothing found"))
        self._told.setVisible(not offers)

    def _move(self, lines: int) -> None:
        self._list.move_by(lines)
        self._announce()

    def _announce(self) -> None:
        offer = self._list.current
        text = offer.sentence() if offer else self._place.words("Nothing found")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, text))

    def _enter(self) -> None:
        """Enter takes what answers to the words as they stand: pressed too early, it waits for that answer."""
        if self._waiting:
            self._hasty = True
            if self._timer.isActive():
                self._ask()
        elif self._list.current is not None:
            self._take(self._list.current)

    def _take(self, offer: Offer) -> None:
        subject = offer.subject
        self.leave()
        if isinstance(subject, ActionDef):
            self._count(subject.key)
        self.chosen.emit(subject)

    def _count(self, key: str) -> None:
        known = self._counts.get(key, 0)
        self._counts = counts = {**self._counts, key: (known if isinstance(known, int) else 0) + 1}
        services = self._place.services
        if not services.vault.read_only:
            self._place.operations.aside(lambda _: services.preferences.write(KEY, counts))
