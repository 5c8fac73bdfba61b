"""What was done is told in a toast that offers the way back, under the name that Ctrl+Z and the menus use too."""

from collections.abc import Callable

from ui.operations import Operations
from ui.shell.commands import Commands
from ui.workplace import Workplace

Say = Callable[[str, str, Callable[[], None]], None]


def tell_deeds(place: Workplace, say: Say, attend: Callable[[], None]) -> None:
    """From now on `say` each deed with its way back, and `attend` to the commands it changes."""
    _, operations = place.words, place.operations
    operations.keep_deeds(place.services.undo)

    def done(name: str) -> None:
        say(name, _("Undo"), operations.undo)
        attend()

    def undone(name: str) -> None:
        say(_("Taken back — {deed}", deed=name), _("Do it again"), operations.redo)
        attend()

    operations.done.connect(done)
    operations.again.connect(done)
    operations.undone.connect(undone)
    operations.refused.connect(lambda _error: attend())


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
