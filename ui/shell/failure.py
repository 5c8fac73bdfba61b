"""One calm dialog when the program itself is wrong: what happened, that nothing is lost, what to do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.i18n import Words
from ui.clipboard import Clipboard
from ui.documents.ask_dialog import AskDialog
from ui.look import Look
from ui.widgets.button import plain, primary, quiet
from ui.widgets.label import Label

Front = Callable[[], tuple[Look, Words, QWidget | None]]


class FailureDialog(AskDialog):
    """`report` names types and places and no value, so that it may be shown and sent; `close_wanted` asks to end."""

    close_wanted = Signal()

    def __init__(self, look: Look, words: Words, clipboard: Clipboard, parent: QWidget, report: str) -> None:
        _ = words
        super().__init__(parent, _("Something in the program went wrong"))
        self.details = QPlainTextEdit(report)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(_("Details without names"))
        self.details.setFixedHeight(look.theme.length(110))
        self.copied = Label("", "small", wrap=True)
        self.copy = plain(look, _("Copy the details without names"), "copy")
        self.close_safely = quiet(look, _("Close the program safely"), "log-out")
        go_on = primary(look, _("Go on working"))
        self._words, self._clipboard, self._report = words, clipboard, report
        for text, name in (
            (_("Something in the program went wrong"), "h2"),
            (_("It is not your mistake. What you did last was stopped and is not written."), ""),
            (_("Nothing else is lost: what was saved stays saved, and what you have typed is kept and offered again."),
             ""),
            (_("Go on if all looks well. If it happens again, close the program safely, start it anew, and send the "
               "details to whoever looks after it."), "muted"),
        ):  # fmt: skip
            self._column.addWidget(Label(text, name, wrap=True))
        self._column.addWidget(self.details)
        self._column.addWidget(self.copied)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_safely)
        foot.addWidget(go_on)
        self._column.addLayout(foot)
        self.copied.hide()
        self.copy.clicked.connect(self._copy)
        self.close_safely.clicked.connect(self._close)
        go_on.clicked.connect(self.accept)
        go_on.setFocus()

    def _copy(self) -> None:
        self._clipboard.copy(self._report)
        self.copied.setText(self._words("Copied: paste it within half a minute."))
        self.copied.show()
        self._fit()

    def _close(self) -> None:
        self.accept()
        self.close_wanted.emit()


class Failures(QObject):
    """`happened` takes a report, on any thread. While one dialog stands, what fails besides is only written down."""

    happened = Signal(str)
    close_wanted = Signal()

    def __init__(self, clipboard: Clipboard, front: Front) -> None:
        """`front`: the look, the words and the window in force, asked when something happened."""
        super().__init__()
        self._clipboard, self._front = clipboard, front
        self._told = False
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _tell(self, report: str) -> None:
        look, words, window = self._front()
        if window is None or self._told:
            return
        self._told = True
        dialog = FailureDialog(look, words, self._clipboard, window, report)
        dialog.close_wanted.connect(self.close_wanted)
        dialog.destroyed.connect(self._over)
        dialog.open()

    def _over(self) -> None:
        self._told = False
