"""The line at the bottom: when was saved, that nothing leaves this machine, look, language, who works."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from app.clock import KYIV
from app.i18n import LANGUAGES, Words
from ui.look import Look
from ui.theme import THEMES
from ui.widgets.button import tool
from ui.widgets.label import Label

MARKS = {"uk": "УКР", "en": "ENG"}
NAMES = {"uk": "Українська", "en": "English"}
MINUTE = 60
LOOKS = {"light": "sun", "dark": "moon", "hc": "contrast"}


class StatusLine(QFrame):
    """`language_chosen` carries a language code, `theme_chosen` the name of the next theme."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    cover_wanted = Signal()

    def __init__(self, look: Look, words: Words, user: str) -> None:
        super().__init__()
        self.setObjectName("status")
        self._words = words
        self._saved = Label(words("All is saved"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 10, 1)
        row.setSpacing(6)
        row.addWidget(self._saved)
        row.addWidget(Label("·"))
        row.addWidget(Label(words("offline: nothing leaves this computer")))
        row.addStretch(1)
        self._lock = Label("")
        row.addWidget(self._lock)
        cover = tool(look, "eye-off", words("Hide the screen (F8)"), size=16)
        cover.clicked.connect(self.cover_wanted)
        row.addWidget(cover)
        row.addWidget(self._theme_switch(look))
        for language in LANGUAGES:
            row.addWidget(self._language_switch(language, here=language == words.language))
        row.addWidget(Label(user))

    def saved_at(self, moment: datetime) -> None:
        """Say when the last write was kept."""
        self._saved.setText(self._words("Saved {time}", time=f"{moment.astimezone(KYIV):%H:%M:%S}"))

    def locks_in(self, seconds: int) -> None:
        """Say how long until the vault locks itself, if nobody touches anything."""
        _ = self._words
        if seconds > MINUTE:
            told = _("locks itself in {n} min", n=-(-seconds // MINUTE))
        else:
            told = _("locks itself in {n} s", n=seconds)
        if told != self._lock.text():
            self._lock.setText(told)

    def _theme_switch(self, look: Look) -> QToolButton:
        following = THEMES[(THEMES.index(look.theme.name) + 1) % len(THEMES)]
        names = {
            "light": self._words("Light theme"),
            "dark": self._words("Dark theme"),
            "hc": self._words("High contrast"),
        }
        button = tool(look, LOOKS[following], names[following], size=16)
        button.clicked.connect(lambda: self.theme_chosen.emit(following))
        return button

    def _language_switch(self, language: str, *, here: bool) -> QToolButton:
        button = QToolButton()
        button.setText(MARKS[language])
        button.setAccessibleName(NAMES[language])
        button.setToolTip(NAMES[language])
        button.setCheckable(True)
        button.setChecked(here)
        button.clicked.connect(lambda: self.language_chosen.emit(language))
        return button
