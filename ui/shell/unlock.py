"""The first screen: which vault, who, the passphrase; one message for every mistake, and a growing pause.

What opens vaults is imported only when it is needed: this window stands before that is read.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import UserError
from app.i18n import LANGUAGES, Words
from ui.caps import KeyboardWatch
from ui.files import folder
from ui.language_names import MARKS, NAMES
from ui.look import Look
from ui.operations import Operations
from ui.widgets.button import link, plain, primary, tool
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from app.vault.vault import OpenVault

LONGEST_PAUSE = 30
SECOND_MS = 1000
CARD_WIDTH = 440


def pause_after(failures: int) -> int:
    """Seconds to wait after so many wrong passphrases in a row: 0, 1, 2, 4, … 30."""
    return 0 if failures < 1 else min(LONGEST_PAUSE, 2 ** (failures - 1))


class UnlockWindow(QWidget):
    """`unlocked` carries the open vault; `language_chosen` a code; `training_wanted`, `fresh_wanted` a wish."""

    unlocked = Signal(object)
    language_chosen = Signal(str)
    training_wanted = Signal()
    fresh_wanted = Signal()

    def __init__(self, look: Look, words: Words, operations: Operations, vault: str, user: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(words("Suprovid"))
        self.setMinimumSize(520, 520)
        self.resize(760, 600)
        self._look, self._words, self._operations = look, words, operations
        self._path = Path(vault) if vault else None
        self._failures = 0
        self._left = 0
        self._folder = ElidedLabel("", "muted")
        self._user = QComboBox()
        self._user.setEditable(True)
        self._secret = QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._layout_hint = Label("", "small")
        self._wrong = Label("", "error", wrap=True)
        self._open = primary(look, words("Open"), "log-in")
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._count_down)
        self._arrange()
        self._connect()
        self._show_vault(user)

    def wait_over(self) -> bool:
        """Whether another attempt may be made now."""
        return self._left == 0

    def wait_for(self, text: str) -> None:
        """Say what is being prepared; nothing else can be pressed meanwhile."""
        for button in (self._open, self._training, self._fresh):
            button.setEnabled(False)
        self._wrong.setText(text)

    def tell(self, error: UserError) -> None:
        """Say why something cannot be opened."""
        for button in (self._open, self._training, self._fresh):
            button.setEnabled(True)
        self._wrong.setText(self._words.explain(error))

    def attempt(self) -> None:
        """Try to open the vault with what stands in the fields."""
        path, user, secret = self._path, self._user.currentText().strip() or None, self._secret.text()
        if path is None or not secret or not self.wait_over() or not self._open.isEnabled():
            return
        self._open.setEnabled(False)
        self._wrong.setText(self._words("Opening…"))
        self._operations.read(self, lambda _: _open(path, user, secret), self._opened, refused=self._refuse)

    def _arrange(self) -> None:
        _, look = self._words, self._look
        card = Card()
        card.setFixedWidth(look.theme.length(CARD_WIDTH))
        card.body.setContentsMargins(28, 24, 28, 24)
        card.body.setSpacing(12)
        mark = Label()
        mark.setPixmap(look.pixmap("shield-check", "accent", 40))
        mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = Label(_("Suprovid"), "h1")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        told = Label(_("Beside the families of the missing, the captive and the returned"), "muted", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (mark, title, told, self._vault_line(), Field(look, _("User"), self._user)):
            card.add(widget)
        card.add(self._secret_field())
        card.add(self._wrong)
        card.add(self._open)
        card.body.addLayout(self._others())
        inside = QWidget()
        inside.setObjectName("inside")
        middle = QHBoxLayout(inside)
        middle.addStretch(1)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(self._languages())
        column.addWidget(Scroll(inside), 1)

    def _vault_line(self) -> QWidget:
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        self._another = plain(self._look, self._words("Choose…"), "folder-open")
        self._folder.fill()
        row.addWidget(self._folder, 1)
        row.addWidget(self._another)
        return line

    def _secret_field(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._eye = tool(self._look, "eye", self._words("Show the passphrase"))
        self._eye.setCheckable(True)
        row.addWidget(self._secret, 1)
        row.addWidget(self._eye)
        field = Field(self._look, self._words("Passphrase"), box)
        self._secret.setAccessibleName(self._words("Passphrase"))
        box.setFocusProxy(self._secret)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(self._layout_hint)
        return whole

    def _others(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._fresh = link(self._words("New vault…"))
        self._training = link(self._words("Training data"))
        row.addWidget(self._fresh)
        row.addStretch(1)
        row.addWidget(self._training)
        return row

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for language in LANGUAGES:
            button = link(MARKS[language])
            button.setAccessibleName(NAMES[language])
            button.setEnabled(language != self._words.language)
            button.clicked.connect(lambda _checked, chosen=language: self.language_chosen.emit(chosen))
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self._another.clicked.connect(self._choose)
        self._open.clicked.connect(self.attempt)
        self._secret.returnPressed.connect(self.attempt)
        self._eye.toggled.connect(self._reveal)
        self._training.clicked.connect(self.training_wanted)
        self._fresh.clicked.connect(self.fresh_wanted)
        KeyboardWatch(self._secret, self._words).noticed.connect(self._layout_hint.setText)

    def _choose(self) -> None:
        start = self._path.parent if self._path else Path.home()
        chosen = folder(self, self._words("Choose a vault folder"), start)
        if chosen:
            self._path = chosen
            self._show_vault("")

    def _show_vault(self, user: str) -> None:
        self._wrong.setText("")
        self._folder.setText(str(self._path) if self._path else self._words("No vault chosen"))
        self._user.clear()
        if self._path is not None:
            path = self._path
            self._operations.read(
                self,
                lambda _: _users(path),
                lambda found: self._show_users(found, user),
                refused=self.tell,
            )

    def _show_users(self, users: tuple[str, ...], user: str) -> None:
        self._user.addItems(list(users))
        self._user.setCurrentText(user if user in users else users[0] if users else "")
        self._secret.setFocus()

    def _reveal(self, shown: bool) -> None:  # Qt's toggled(bool)
        self._secret.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(self._look.icon("eye-off" if shown else "eye", "text2", 18))

    def _opened(self, vault: "OpenVault") -> None:
        self._secret.clear()
        self._wrong.setText("")
        self.unlocked.emit(vault)

    def _refuse(self, error: UserError) -> None:
        from app.crypto.keyfile import WrongPassphrase
        from app.vault.ways import ways

        if self._path is not None and ways(error):
            self._offer_ways(self._path, error)
            return
        if not isinstance(error, WrongPassphrase):
            self.tell(error)
            return
        self._failures += 1
        self._left = pause_after(self._failures)
        self._message = self._words.explain(error)
        self._secret.selectAll()
        self._timer.start()
        self._show_pause()

    def _offer_ways(self, path: Path, error: UserError) -> None:
        """Say what is wrong with the vault, and what can be done."""
        self.tell(error)
        from ui.shell.trouble import Attempt, TroubleDialog

        attempt = Attempt(path, self._user.currentText().strip() or None, self._secret.text())
        dialog = TroubleDialog(self._look, self._words, self._operations, self, attempt, error)
        dialog.opened.connect(self._opened)
        dialog.open()

    def _count_down(self) -> None:
        self._left = max(0, self._left - 1)
        self._show_pause()

    def _show_pause(self) -> None:
        pause = ""
        if self._left:
            pause = " " + self._words.count("Next attempt in {n} second.", "Next attempt in {n} seconds.", self._left)
        else:
            self._timer.stop()
        self._wrong.setText(self._message + pause)
        self._open.setEnabled(self._left == 0)


def _users(path: Path) -> tuple[str, ...]:
    from app.vault.vault import users

    return users(path)


def _open(path: Path, user: str | None, passphrase: str) -> "OpenVault":
    from app.vault.vault import open_vault

    return open_vault(path, user, passphrase)
