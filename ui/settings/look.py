"""Look and language: theme, language, size of type, minutes until the vault locks itself; each takes effect at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from app.i18n import LANGUAGES
from ui.language_names import NAMES
from ui.settings.pick import Pick
from ui.settings.section import Section
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.workplace import Workplace

SCALES = (90, 100, 110, 125, 150, 175)
"""Percent."""
IDLE = (1, 2, 5, 10, 15, 30)
"""Minutes."""


class LookSection(Section):
    """`chosen` carries the settings of this laptop as they shall be."""

    chosen = Signal(object)

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("Kept on this laptop, outside the vault."))
        self._settings = place.settings
        themes = (
            ("system", _("As the system")), ("light", _("Light theme")), ("dark", _("Dark theme")),
            ("hc", _("High contrast")),
        )  # fmt: skip
        self._ask(_("Theme"), "theme", themes)
        self._ask(_("Language"), "language", tuple((one, NAMES[one]) for one in LANGUAGES))
        self._ask(_("Size of type"), "font_scale", tuple((one, f"{one} %") for one in SCALES))
        minutes = tuple((one, _.count("{n} minute", "{n} minutes", one)) for one in IDLE)
        self._ask(
            _("Lock by itself"), "idle_minutes", minutes,
            _("After so long without a key or the mouse. What is written stays and comes back."),
        )  # fmt: skip
        self.body.addStretch(1)

    def _ask(self, title: str, field: str, answers: tuple[tuple[Any, str], ...], hint: str = "") -> None:
        card = Card(title)
        pick = Pick(title, answers, getattr(self._settings, field))
        pick.picked.connect(lambda answer: self._choose(field, answer))
        card.add(pick)
        if hint:
            card.add(Label(hint, "small", wrap=True))
        self.body.addWidget(card)

    def _choose(self, field: str, answer: object) -> None:
        self._settings = replace(self._settings, **{field: answer})  # type: ignore[arg-type]  # each field's own answers
        self.chosen.emit(self._settings)
