"""The one line over Today that may not wait: no copy, no trial of one, a vault to be read only, an open disk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.services import Services
from app.vault.reminder import Reminder, reminder
from ui.operations import Latest
from ui.widgets.banner import Banner
from ui.widgets.button import plain
from ui.workplace import Workplace

ICONS = {
    Reminder.READ_ONLY: "lock", Reminder.COPY: "archive", Reminder.DRILL: "list-checks", Reminder.DISK: "hard-drive"
}  # fmt: skip
SECTIONS = {Reminder.READ_ONLY: "check", Reminder.DRILL: "copies", Reminder.DISK: "check"}


class ReminderLine(QWidget):
    """Hidden while all is well; `wanted` carries the section of the settings that helps."""

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
        self._latest.ask(lambda _: _due(services), self.show_reminder)

    def show_reminder(self, what: Reminder | None) -> None:
        """Say it, in place of what was said before."""
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        if what is not None:
            self._banner = Banner(self._place.look, ICONS[what], self._told(what), self._button(what))
            self._column.addWidget(self._banner)
        self.setVisible(what is not None)

    def copy(self) -> None:
        """Make the copy that is due."""
        _, backups, banner = self._place.words, self._place.services.backups, self._banner
        if banner is None:
            return
        banner.sentence.setText(_("Copying…"))
        for button in banner.findChildren(QPushButton):
            button.setEnabled(False)
        self._place.operations.read(
            self, lambda progress: backups.create(None, progress), lambda _made: self.again(),
            refused=lambda error: banner.sentence.setText(_.explain(error)),
        )  # fmt: skip

    def _told(self, what: Reminder) -> str:
        _ = self._place.words
        return {
            Reminder.READ_ONLY: _("The vault is open to be read only."),
            Reminder.COPY: _("No copy was made for more than a day."),
            Reminder.DRILL: _("A restore was never tried out: nobody knows yet whether the copies help."),
            Reminder.DISK: _("The disk of this computer is not encrypted."),
        }[what]

    def _button(self, what: Reminder) -> QPushButton:
        _ = self._place.words
        if what is Reminder.COPY:
            button = plain(self._place.look, _("Make a copy"), "save-all")
            button.clicked.connect(self.copy)
            return button
        button = plain(self._place.look, _("Try it out") if what is Reminder.DRILL else _("What can be done"))
        button.clicked.connect(lambda: self.wanted.emit(SECTIONS[what]))
        return button


def _due(services: Services) -> Reminder | None:
    """In a training vault nothing is lost with a copy."""
    what = reminder(services.vault, services.clock, services.access)
    return what if what is Reminder.READ_ONLY or not services.training else None
