"""The commands of the registry as the window gives them: keys, menus, and whether each can be given now."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import Words
from ui.actions import ACTIONS, TITLES, ActionDef, Group, Situation
from ui.look import Look

Act = Callable[[], object]
MENU = tuple(group for group in Group if group is not Group.FIELDS)


class Commands(QObject):
    """One `QAction` for each command that `acts` tells how to carry out; its keys work in the window of `host`.

    `given` says that one was given.
    """

    given = Signal()

    def __init__(self, host: QWidget, look: Look, words: Words, acts: Mapping[str, Act]) -> None:
        super().__init__(host)
        self._look, self._words, self._acts = look, words, acts
        self._offered: tuple[ActionDef, ...] = ()
        self._actions = {one.key: self._made(one) for one in ACTIONS if not one.inner}
        host.addActions(list(self._actions.values()))

    @property
    def offered(self) -> tuple[ActionDef, ...]:
        """The commands that can be given now."""
        return self._offered

    def attend(self, situation: Situation) -> None:
        """Offer what can be done in this situation, and nothing else."""
        self._offered = tuple(one for one in ACTIONS if situation.offers(one))
        keys = {one.key for one in self._offered}
        for key, action in self._actions.items():
            action.setEnabled(key in keys)
            action.setVisible(key in keys)

    def action(self, key: str) -> QAction:
        """The command as buttons, menus and dialogs take it."""
        return self._actions[key]

    def run(self, key: str) -> None:
        """Give a command, if it can be given now."""
        if self._actions[key].isEnabled():
            self.given.emit()
            self._acts[key]()

    def over(self) -> list[QAction]:
        """The commands that must work over every dialog."""
        return [self._actions[one.key] for one in ACTIONS if one.over]

    def main_menu(self, parent: QWidget) -> QMenu:
        """Every command, each group in a menu of its own."""
        menu = self._menu(parent)
        for group in MENU:
            below = menu.addMenu(self._words(TITLES[group]))
            self._fill(below, (one for one in ACTIONS if one.group is group))
        return menu

    def menu_of(self, parent: QWidget, keys: Iterable[str]) -> QMenu:
        """A menu of these commands."""
        menu = self._menu(parent)
        self._fill(menu, (one for one in ACTIONS if one.key in set(keys)))
        return menu

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setAccessibleName(self._words("Menu"))
        return menu

    def _fill(self, menu: QMenu, actions: Iterable[ActionDef]) -> None:
        """Its icons are drawn when it is opened: nobody waits for those of a menu he never opens."""
        shown = list(actions)
        menu.addActions([self._actions[one.key] for one in shown])

        def draw() -> None:
            for one in shown:
                self._actions[one.key].setIcon(self._look.icon(one.icon))

        menu.aboutToShow.connect(draw)

    def _made(self, one: ActionDef) -> QAction:
        action = QAction(self._words(one.text), self)
        action.setShortcuts([QKeySequence(key) for key in one.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setIconVisibleInMenu(True)
        action.triggered.connect(lambda: self.run(one.key))
        return action
