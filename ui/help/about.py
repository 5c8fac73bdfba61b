"""What the program is, which version, and under which licences it and its parts stand."""

from importlib.metadata import version

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.paths import resource, root
from ui.widgets.button import quiet
from ui.widgets.label import Label
from ui.workplace import Workplace

WIDTH, HEIGHT = 700, 540


class AboutDialog(QDialog):
    """The texts of the licences are read from beside the program; nothing is fetched."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        _ = place.words
        self.setWindowTitle(_("About the program"))
        self.resize(WIDTH, HEIGHT)
        mark = Label()
        mark.setPixmap(place.look.pixmap("shield-check", "accent", 40))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Label(_("Suprovid"), "h1"))
        names.addWidget(Label(_("Version {number}", number=version("suprovid")), "muted"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(mark)
        head.addLayout(names)
        head.addStretch(1)
        self._texts = {
            _("This program: Apache License 2.0"): root() / "LICENSE",
            _("Its parts and their licences"): root() / "THIRD-PARTY-NOTICES.md",
            _("Qt: GNU LGPL 3"): resource("licences/LGPL-3.0.txt"),
            _("GNU GPL 3, to which the LGPL refers"): resource("licences/GPL-3.0.txt"),
        }
        self._choice = QComboBox()
        self._choice.setAccessibleName(_("Which licence"))
        self._choice.addItems(list(self._texts))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("Text of the licence"))
        self._choice.currentTextChanged.connect(self._show)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        beside = _("Beside the families of the missing, the captive and the returned")
        offline = _("It opens no connection: nothing leaves this computer unless you carry it.")
        column.addWidget(Label(beside, "muted", wrap=True))
        column.addWidget(Label(offline, wrap=True))
        column.addWidget(self._choice)
        column.addWidget(self._text, 1)
        column.addLayout(foot)
        self._show(self._choice.currentText())

    def _show(self, name: str) -> None:
        self._text.setPlainText(self._texts[name].read_text("utf-8"))
