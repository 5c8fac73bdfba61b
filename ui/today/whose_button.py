"""Whose work is shown: one button that says it, and a menu of what else there is; it is remembered."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from app.access.teams import Whose
from app.domain.errors import N_
from app.domain.role import Right
from app.services import Services
from ui.workplace import Workplace

KEY = "whose_work"
"""The name under which the choice is kept."""
WORDS: Mapping[Whose, str] = {
    Whose.MINE: N_("Mine"), Whose.TEAM: N_("My team"), Whose.OFFICE: N_("Whole office")
}  # fmt: skip
OPEN_TO_ME = N_("All open to me")
"""What is the widest for whoever does not see every case."""
HINTS: Mapping[Whose, str] = {
    Whose.MINE: N_("Steps that are yours to do, and your families"),
    Whose.TEAM: N_("Steps and families of your team"),
    Whose.OFFICE: N_("Everything that you may see"),
}


class WhoseButton(QPushButton):
    """`turned` after another choice was made; hidden while there is nothing to choose."""

    turned = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.whose: Whose | None = None
        self.setProperty("quiet", True)
        self.setIcon(place.look.icon("chevron-down"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self.hide()

    def choose(self, whose: Whose) -> None:
        """Show the work of others from now on; it is so next time too."""
        preferences = self._place.services.preferences
        self.whose = whose
        if not self._place.services.vault.read_only:
            self._place.operations.aside(lambda _: preferences.write(KEY, {"whose": whose.value}))
        self._say()
        self.turned.emit()

    def show_choice(self, whose: Whose, choices: tuple[Whose, ...]) -> None:
        """Say what is shown, and what else there is."""
        self.whose = whose
        if len(choices) != len(self._menu.actions()):
            self._fill(choices)
        self.setVisible(len(choices) > 1)
        self._say()

    def _fill(self, choices: tuple[Whose, ...]) -> None:
        self._menu.clear()
        for one in choices:
            action = QAction(self._word(one), self._menu)
            action.setData(one.value)
            action.setToolTip(self._place.words(HINTS[one]))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, chosen=one: self.choose(chosen))
            self._group.addAction(action)
            self._menu.addAction(action)

    def _say(self) -> None:
        _, whose = self._place.words, self.whose
        if whose is None:
            return
        self.setText(self._word(whose))
        self.setToolTip(_(HINTS[whose]))
        self.setAccessibleName(_("Whose work: {whose}", whose=self._word(whose)))
        for action in self._menu.actions():
            action.setChecked(action.data() == whose.value)

    def _word(self, whose: Whose) -> str:
        narrow = whose is Whose.OFFICE and not self._place.services.access.may(Right.CASES_ALL)
        return self._place.words(OPEN_TO_ME if narrow else WORDS[whose])


def remembered(services: Services, now: Whose | None) -> tuple[Whose, tuple[Whose, ...]]:
    """Whose work to show, and what there is to choose from: `now` if chosen in this window, else what was kept."""
    choices = services.teams.choices()
    kept = (services.preferences.read(KEY) or {}).get("whose")
    wanted = now or next((one for one in choices if one.value == kept), choices[-1])
    return (wanted if wanted in choices else choices[-1]), choices
