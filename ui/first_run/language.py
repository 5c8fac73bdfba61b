"""The first step: in which language the program speaks; it changes at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.i18n import LANGUAGES, Words
from ui.first_run.step import Step
from ui.language_names import NAMES
from ui.look import Look
from ui.widgets.choice import Choice


class LanguageStep(Step):
    """`chosen` carries a code."""

    chosen = Signal(str)

    def __init__(self, look: Look, words: Words) -> None:
        _ = words
        super().__init__(1, _("Welcome"), _("Suprovid keeps cases, terms and papers of the families in your care. It "
                                            "works without the internet, and nothing leaves this computer by itself."))
        self.choices: dict[str, QPushButton] = {}
        hints = {"uk": "Програма говоритиме українською", "en": "The program will speak English"}
        for language in LANGUAGES:
            choice = Choice(look, "languages", NAMES[language], hints[language])
            choice.setCheckable(True)
            choice.setChecked(language == words.language)
            choice.clicked.connect(lambda _checked, code=language: self._choose(code))
            self.choices[language] = choice
            self.column.addWidget(choice)
        self.begin_at(self.choices[words.language])

    def _choose(self, language: str) -> None:
        for code, choice in self.choices.items():
            choice.setChecked(code == language)
        self.chosen.emit(language)
