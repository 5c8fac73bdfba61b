"""The line at the bottom: when was saved, that nothing leaves this machine, the lock, look, language, who works."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from app.clock import KYIV
from app.i18n import LANGUAGES
from ui.actions import BY_KEY
from ui.key_words import with_keys
from ui.language_names import MARKS, NAMES
from ui.shell.commands import Commands
from ui.theme import THEMES
from ui.widgets.button import tool
from ui.widgets.label import ElidedLabel, Label
from ui.workplace import Workplace

MINUTE = 60
LOOKS = {"light": "sun", "dark": "moon", "hc": "contrast"}
SIZES = ("larger", "smaller", "usual")


class StatusLine(QFrame):
    """What it offers to press are commands."""

    language_chosen = Signal(str)

    def __init__(self, place: Workplace, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("status")
        _ = place.words
        self._place, self._commands = place, commands
        self._saved = Label(_("All is saved"))
        badge = Label()
        badge.setPixmap(place.look.pixmap("wifi-off", "text3", 14))
        self._lock = Label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 10, 1)
        row.setSpacing(6)
        for widget in (self._saved, Label("·"), badge, ElidedLabel(_("offline: nothing leaves this computer"))):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._lock)
        row.addWidget(self._button("cover"))
        row.addWidget(self._sizes())
        row.addWidget(self._theme())
        for language in LANGUAGES:
            row.addWidget(self._language(language))
        row.addWidget(ElidedLabel(place.services.vault.user))

    def saved_at(self, moment: datetime) -> None:
        """Say when the last write was kept."""
        self._saved.setText(self._place.words("Saved {time}", time=f"{moment.astimezone(KYIV):%H:%M:%S}"))

    def locks_in(self, seconds: int) -> None:
        """Say how long until the vault locks itself, if nobody touches anything."""
        _ = self._place.words
        if seconds > MINUTE:
            told = _("locks itself in {n} min", n=-(-seconds // MINUTE))
        else:
            told = _("locks itself in {n} s", n=seconds)
        if told != self._lock.text():
            self._lock.setText(told)

    def _button(self, key: str, icon: str = "") -> QToolButton:
        command = BY_KEY[key]
        button = tool(self._place.look, icon or command.icon, with_keys(self._place.words, command), size=16)
        button.clicked.connect(lambda: self._commands.run(key))
        return button

    def _theme(self) -> QToolButton:
        following = THEMES[(THEMES.index(self._place.look.theme.name) + 1) % len(THEMES)]
        return self._button(f"theme_{following}", LOOKS[following])

    def _sizes(self) -> QToolButton:
        percent = f"{self._place.settings.font_scale} %"
        button = QToolButton()
        button.setText(percent)
        button.setAccessibleName(self._place.words("Size of type: {percent}", percent=percent))
        button.setToolTip(button.accessibleName())
        button.setMenu(self._commands.menu_of(button, SIZES))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _language(self, language: str) -> QToolButton:
        here = language == self._place.words.language
        button = QToolButton()
        button.setText(MARKS[language])
        button.setAccessibleName(NAMES[language])
        button.setToolTip(NAMES[language])
        button.setCheckable(True)
        button.setChecked(here)
        button.clicked.connect(lambda: self.language_chosen.emit(language))
        return button
