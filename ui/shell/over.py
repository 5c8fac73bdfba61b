"""What must work over every dialog of a window: locking, the cover, help; and dialogs that make way for the cover."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid


class Over(QObject):
    """Gives the keys of `actions` to each dialog of `host` as the keyboard comes to it."""

    def __init__(self, host: QWidget, actions: list[QAction]) -> None:
        super().__init__(host)
        self._host, self._actions = host, actions
        self._away: list[QDialog] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focused)

    def top(self) -> QWidget:
        """The dialog in front, else the host: a further dialog belongs there."""
        modal = QApplication.activeModalWidget()
        return modal if modal is not None and self._ours(modal) else self._host

    def hide(self) -> None:
        """Take every open dialog off the screen as it is; a question for a file is given up."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._away = [one for one in self._host.findChildren(QDialog) if one.isVisible()]
        for dialog in reversed(self._away):
            dialog.reject() if isinstance(dialog, QFileDialog) else dialog.hide()

    def bring_back(self) -> None:
        """Show again what was hidden."""
        for dialog in self._away:
            if isValid(dialog) and not isinstance(dialog, QFileDialog):
                QDialog.open(dialog)
        self._away = []

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        window = now.window() if now is not None else None
        if isinstance(window, QDialog) and self._ours(window) and self._actions[0] not in window.actions():
            window.addActions(self._actions)

    def _ours(self, widget: QWidget) -> bool:
        above: QWidget | None = widget
        while above is not None and above is not self._host:
            above = above.parentWidget()
        return above is self._host
