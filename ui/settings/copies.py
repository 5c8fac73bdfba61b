"""Safety copies: how old the newest is, made now, on a stick, tried out, brought back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.role import Right
from app.progress import Progress
from app.vault.backup import BackupSet, State
from app.vault.reminder import DAY, last_drill
from app.vault.verify import Drill
from ui.files import folder
from ui.models.entries import Entry
from ui.models.roles import Chip
from ui.operations import Latest
from ui.settings.ago import ago
from ui.settings.leaving import Leaving
from ui.settings.long_work import LongWork
from ui.settings.restore_dialog import RestoreDialog
from ui.settings.section import Section
from ui.settings.state_line import StateLine
from ui.widgets.button import plain, primary, quiet
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Copies:
    sets: tuple[BackupSet, ...]
    drilled: bool


class CopiesSection(Section):
    """What is chosen in the list is tried out or brought back."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("Each copy is complete by itself, and is opened and compared before it counts."))
        self._latest = Latest(place.operations, self)
        self._elsewhere: Path | None = None
        self._state = StateLine(place.look)
        self._drilled = StateLine(place.look)
        self._make = primary(place.look, _("Make a copy now"), "save-all")
        self._stick = plain(place.look, _("Copy to a USB stick…"), "usb")
        self._list = EntryList(place.look, _("Copies"))
        self._try = plain(place.look, _("Try a restore"), "list-checks")
        self._restore = plain(place.look, _("Restore…"), "rotate-ccw")
        self._where = Label("", "small", wrap=True)
        self._look_there = quiet(place.look, _("Copies on a stick…"), "usb")
        self.work = LongWork(place.look, _, place.operations)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        services, elsewhere = self.place.services, self._elsewhere
        self._latest.ask(
            lambda _: _Copies(services.backups.list(elsewhere), last_drill(services.vault) is not None), self._show
        )

    def make(self, into: Path | None = None) -> None:
        """Copy the vault into its own folder, or to a disk of the user's."""
        _, backups = self.place.words, self.place.services.backups
        told = _("Copied, read back and opened.") if into is None else _("Copied to the stick and read back from it.")
        self.work.run(_("Copying…"), lambda progress: backups.create(into, progress), lambda _made: self._over(told))

    def try_out(self, copy: BackupSet) -> None:
        """Restore a copy aside and compare."""
        _, backups = self.place.words, self.place.services.backups
        self.work.run(_("Restoring aside…"), lambda progress: backups.drill(copy.path, progress), self._tell_drill)

    def bring_back(self, copy: BackupSet) -> None:
        """Ask, then close the vault and restore."""
        dialog = RestoreDialog(self.place, self, copy)
        dialog.accepted.connect(lambda: self.leaving.emit(self._restoring(copy)))
        dialog.open()

    def _arrange(self) -> None:
        _ = self.place.words
        now = Card()
        now.add(self._state)
        now.add(self._drilled)
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self._make)
        flow.addWidget(self._stick)
        now.add(row)
        now.add(self.work)
        self.body.addWidget(now)
        card = Card(_("Copies"))
        card.head.addWidget(self._look_there)
        card.add(self._where)
        card.add(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self._try)
        foot.addWidget(self._restore)
        foot.addStretch(1)
        card.body.addLayout(foot)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        access = self.place.services.access
        self._make.clicked.connect(lambda: self.make())
        self._stick.clicked.connect(self._to_stick)
        self._look_there.clicked.connect(self._from_stick)
        self._try.clicked.connect(lambda: self._of_chosen(self.try_out))
        self._restore.clicked.connect(lambda: self._of_chosen(self.bring_back))
        self._list.chosen.connect(lambda _copy: self._show_actions())
        for button in (self._make, self._stick):
            button.setVisible(access.may(Right.BACKUP))
        self._restore.setVisible(access.may(Right.TRANSFER))

    def _of_chosen(self, act: Callable[[BackupSet], None]) -> None:
        copy = self._chosen()
        if copy is not None:
            act(copy)

    def _chosen(self) -> BackupSet | None:
        entry = self._list.entries.entry(self._list.currentIndex())
        return entry.subject if entry is not None and isinstance(entry.subject, BackupSet) else None

    def _show(self, found: _Copies) -> None:
        if self._elsewhere is None:
            self._show_state(found)
        self._where.setText(str(self._elsewhere or ""))
        self._where.setVisible(self._elsewhere is not None)
        self._list.entries.show([self._entry(one) for one in found.sets])
        self._list.fit(SHOWN)
        if found.sets:
            self._list.setCurrentIndex(self._list.entries.index(0))
        self._show_actions()

    def _show_state(self, found: _Copies) -> None:
        _, now = self.place.words, self.place.clock.now()
        made = next((one.manifest for one in found.sets if one.manifest and one.state is State.WHOLE), None)
        if made is None:
            self._state.show_state(good=False, text=_("There is no copy yet."))
        else:
            told = _("The last copy: {when}, proven.", when=ago(_, made.created, now))
            self._state.show_state(good=now - made.created <= DAY, text=told)
        never = _("A restore was never tried out: it takes a minute.")
        self._drilled.show_state(good=found.drilled, text=_("A restore was tried out.") if found.drilled else never)

    def _show_actions(self) -> None:
        copy = self._chosen()
        for button in (self._try, self._restore):
            button.setEnabled(copy is not None and copy.state is State.WHOLE)

    def _entry(self, one: BackupSet) -> Entry:
        _ = self.place.words
        chip = {
            State.WHOLE: Chip(_("whole"), "returned", "circle-check"),
            State.INCOMPLETE: Chip(_("incomplete"), "missing", "triangle-alert"),
            State.UNREADABLE: Chip(_("unreadable"), "captive", "circle-x"),
        }[one.state]
        if one.manifest is None:
            return Entry(one.path.name, "", chip, None, one)
        told = one.manifest
        cases = _.count("{n} case", "{n} cases", told.counts.get("case_file", 0))
        return Entry(_.instant(told.created), f"{told.reason.words.in_(_.language)} · {cases}", chip, None, one)

    def _to_stick(self) -> None:
        chosen = folder(self, self.place.words("Choose the stick"), Path.home())
        if chosen is not None:
            self.make(chosen)

    def _from_stick(self) -> None:
        if self._elsewhere is not None:
            self._elsewhere = None
        else:
            self._elsewhere = folder(self, self.place.words("Choose the stick"), Path.home())
        _ = self.place.words
        text = _("Copies in the vault") if self._elsewhere else _("Copies on a stick…")
        self._look_there.setText(f" {text}")
        self._look_there.setAccessibleName(text)
        self.again()

    def _tell_drill(self, found: Drill) -> None:
        _ = self.place.words
        came = _.count("{n} case came back", "{n} cases came back", found.cases)
        end = _("Everything is as the copy promised.") if found.passed else _("But it is not what the copy promised.")
        self._over(f"{came}. {end}")

    def _over(self, told: str) -> None:
        self.work.tell(told)
        self.again()

    def _restoring(self, copy: BackupSet) -> Leaving:
        _, backups = self.place.words, self.place.services.backups

        def work(progress: Progress) -> str:
            done = backups.restore(copy.path, progress)
            cases = _.count("{n} case", "{n} cases", done.cases)
            return _("The vault stands as in the copy again: {cases}. Open it with your passphrase.", cases=cases)

        return Leaving(_("Restoring"), _("The vault is closed while the copy is brought back."), work)
