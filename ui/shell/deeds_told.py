"""What was done is told in a toast that offers the way back, under the name that Ctrl+Z and the menus use too."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.errors import UserError
from ui.operations import Operations
from ui.shell.commands import Commands
from ui.workplace import Workplace

Say = Callable[[str, str, Callable[[], None]], None]


class DeedsTold(QObject):
    """Says each deed with its way back, and attends to the commands it changes, for as long as `shell` lives."""

    def __init__(self, place: Workplace, shell: QObject, say: Say, attend: Callable[[], None]) -> None:
        super().__init__(shell)
        self._words, self._operations, self._say, self._attend = place.words, place.operations, say, attend
        self._operations.keep_deeds(place.services.undo)
        self._operations.done.connect(self._done)
        self._operations.again.connect(self._done)
        self._operations.undone.connect(self._undone)
        self._operations.refused.connect(self._refused)

    def _done(self, name: str) -> None:
        self._say(name, self._words("Undo"), self._operations.undo)
        self._attend()

    def _undone(self, name: str) -> None:
        _ = self._words
        self._say(_("Taken back — {deed}", deed=name), _("Do it again"), self._operations.redo)
        self._attend()

    def _refused(self, _error: UserError) -> None:
        self._attend()


def moot_deeds(operations: Operations) -> set[str]:
    """The commands that would take nothing back, or do nothing again."""
    moot = set() if operations.to_undo() else {"undo"}
    return moot if operations.to_redo() else moot | {"redo"}


def name_deeds(place: Workplace, commands: Commands) -> None:
    """Say in the menu and the palette what would be taken back, or done again."""
    _, operations = place.words, place.operations
    for key, deed, pattern, alone in (
        ("undo", operations.to_undo(), _("Undo: {deed}", deed=operations.to_undo()), _("Undo")),
        ("redo", operations.to_redo(), _("Do again: {deed}", deed=operations.to_redo()), _("Do it again")),
    ):
        commands.action(key).setText(pattern if deed else alone)
