"""A vault that does not open: what is wrong, and the ways that are left, each with what it means."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.i18n import Words
from app.progress import Progress
from app.vault.backup import BackupSet, State, backups, own_folder
from app.vault.backups import ELSEWHERE
from app.vault.restore import restore, vault_keys
from app.vault.salvage import Salvaged, salvage
from app.vault.vault import SUFFIX, OpenVault, open_vault, trust
from app.vault.ways import Way, ways
from ui.files import folder
from ui.look import Look
from ui.operations import Operations
from ui.settings.long_work import LongWork
from ui.widgets.button import plain, primary, quiet
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

SIZE = (620, 540)
ICONS = {Way.READ: "eye", Way.RESTORE: "rotate-ccw", Way.TRUST: "check", Way.SALVAGE: "life-buoy"}


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who tried to open what, and with which passphrase."""

    path: Path
    user: str | None
    passphrase: str

    def open(self, *, read_only: bool = False) -> OpenVault:
        """Try once more; raises what `open_vault` raises."""
        return open_vault(self.path, self.user, self.passphrase, read_only=read_only)

    def trusted(self, reason: str) -> OpenVault:
        """Open it as it stands; raises what `open_vault` and `trust` raise."""
        held = self.open(read_only=True)
        try:
            return trust(held, reason)
        except BaseException:
            held.close()
            raise

    def restored(self, source: Path, progress: Progress) -> OpenVault:
        """Bring the copy at `source` back and open the vault; raises what `restore` raises."""
        restore(source, self.path, vault_keys(source, self.path, self.user, self.passphrase), progress)
        return self.open()

    def salvaged(self, progress: Progress) -> Salvaged:
        """Save what can be read into a new vault beside; raises what `salvage` raises."""
        keys = vault_keys(self.path, self.path, self.user, self.passphrase)
        return salvage(self.path, _beside(self.path), keys, progress)


class TroubleDialog(QDialog):
    """`opened` carries the vault, by whichever way it opened in the end."""

    opened = Signal(object)

    def __init__(
        self, look: Look, words: Words, operations: Operations, parent: QWidget, attempt: Attempt, error: UserError
    ) -> None:
        super().__init__(parent)
        _ = words
        self._look, self._words, self._operations, self._attempt = look, words, operations, attempt
        self.setWindowTitle(_("The vault does not open"))
        self.resize(*SIZE)
        self.copies, self.reason = QComboBox(), QLineEdit()
        self._reason = Field(look, _("Why the records are older, in a few words (kept in the history)"), self.reason)
        self.work = LongWork(look, words, operations)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        cards = {Way.READ: self._read, Way.RESTORE: self._restore, Way.TRUST: self._trust, Way.SALVAGE: self._salvage}
        for way in ways(error):
            self._column.addWidget(cards[way]())
        self._column.addStretch(1)
        close = quiet(look, _("Close"))
        close.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(Label(_("The vault does not open as usual"), "h1", wrap=True))
        column.addWidget(Label(_.explain(error), wrap=True))
        column.addWidget(Scroll(inside), 1)
        column.addWidget(self.work)
        column.addLayout(self._foot)

    def _read(self) -> Card:
        _ = self._words
        return self._card(
            Way.READ, _("Open it to be read only"),
            _("You see everything and can look up a number or a date; nothing can be written."),
            lambda: self._run(_("Opening…"), lambda _p: self._attempt.open(read_only=True)),
        )  # fmt: skip

    def _restore(self) -> Card:
        _ = self._words
        card = self._card(
            Way.RESTORE, _("Restore this copy"),
            _("The records of the copy become the newest; those of today stay beside them, and nothing is written "
              "over."),
            self._bring_back,
        )  # fmt: skip
        self.copies.setAccessibleName(_("Copies"))
        self._offer(backups(own_folder(self._attempt.path)))
        stick = plain(self._look, _("Copies on a stick…"), "usb")
        stick.clicked.connect(self._from_stick)
        row = QHBoxLayout()
        row.addWidget(self.copies, 1)
        row.addWidget(stick)
        card.body.insertLayout(card.body.count() - 1, row)
        return card

    def _trust(self) -> Card:
        _ = self._words
        card = self._card(
            Way.TRUST, _("Go on with these records as they are"),
            _("Only if you know why they are older: for example, the folder was put back from a disk on purpose. What "
              "was missing stays missing, and the history says who decided."),
            self._go_on,
        )  # fmt: skip
        card.body.insertWidget(card.body.count() - 1, self._reason)
        return card

    def _salvage(self) -> Card:
        _ = self._words
        return self._card(
            Way.SALVAGE, _("Save what can be read"),
            _("Into a new vault beside this one, {name}; you are told what was lost. The damaged vault is left alone.",
              name=_beside(self._attempt.path).name),
            self._save,
        )  # fmt: skip

    def _card(self, way: Way, act: str, about: str, then: Callable[[], None]) -> Card:
        card = Card()
        card.add(Label(about, wrap=True))
        button = (primary if self._column.count() == 0 else plain)(self._look, act, ICONS[way])
        button.clicked.connect(lambda _checked: then())
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _bring_back(self) -> None:
        _, source = self._words, self.copies.currentData()
        if isinstance(source, Path):
            self._run(_("Restoring…"), lambda progress: self._attempt.restored(source, progress))
        else:
            self.work.tell(_("There is no copy here. Look for one on a stick."))

    def _go_on(self) -> None:
        _, reason = self._words, self.reason.text().strip()
        self._reason.complain("" if reason else _("Say in a few words why."))
        if reason:
            self._run(_("Opening…"), lambda _p: self._attempt.trusted(reason))

    def _save(self) -> None:
        self.work.run(self._words("Saving what can be read…"), self._attempt.salvaged, self._tell_salvage)

    def _run(self, text: str, work: Callable[[Progress], OpenVault]) -> None:
        self.work.run(text, work, self._leave)

    def _leave(self, vault: OpenVault) -> None:
        self.accept()
        self.opened.emit(vault)

    def _tell_salvage(self, found: Salvaged) -> None:
        _ = self._words
        self.work.tell(" · ".join((
            _("Salvaged into {path}.", path=found.path),
            _.count("{n} row was lost", "{n} rows were lost", found.rows_lost),
            _.count(
                "{n} row is not as the history says", "{n} rows are not as the history says", found.rows_changed
            ),
            _.count("{n} entry of history was lost", "{n} entries of history were lost", found.entries_lost),
            _.count("{n} document was lost", "{n} documents were lost", found.documents_lost),
        )))  # fmt: skip
        fresh = replace(self._attempt, path=found.path)
        on = primary(self._look, _("Open the new vault"), "log-in")
        on.clicked.connect(lambda: self._run(_("Opening…"), lambda _p: fresh.open()))
        self._foot.addWidget(on)

    def _from_stick(self) -> None:
        chosen = folder(self, self._words("Choose the stick"), Path.home())
        if chosen is not None:
            self._offer(backups(chosen if chosen.name == ELSEWHERE else chosen / ELSEWHERE))

    def _offer(self, sets: tuple[BackupSet, ...]) -> None:
        _ = self._words
        self.copies.clear()
        for one in sets:
            if one.manifest is not None and one.state is State.WHOLE:
                told = one.manifest
                cases = _.count("{n} case", "{n} cases", told.counts.get("case_file", 0))
                reason = told.reason.words.in_(_.language)
                self.copies.addItem(f"{_.instant(told.created)} · {reason} · {cases}", one.path)
        if not self.copies.count():
            self.copies.addItem(_("There is no copy here"))


def _beside(path: Path) -> Path:
    """A free name for the salvaged vault."""
    number = 1
    while (found := path.with_name(f"{path.stem}-{number}{SUFFIX}")).exists():
        number += 1
    return found
