"""The way back in when every passphrase is forgotten: the office's key, the printed sheet, the drill."""

from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.role import Right
from app.exchange.office import read_recipient
from app.exchange.spoken import spoken
from app.recovery import service as ways
from app.recovery.service import Drilled, NoRecovery
from app.vault.recovery import RecoveryState, recovery_state
from ui.files import file_to_open
from ui.operations import Latest
from ui.settings.ago import ago
from ui.settings.long_work import LongWork
from ui.settings.office_key_dialog import OfficeKeyDialog
from ui.settings.section import Section
from ui.settings.sheet_dialog import SheetDialog
from ui.settings.state_line import StateLine
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

QUARTER = timedelta(days=92)


class _Found(NamedTuple):
    state: RecoveryState
    offices: tuple[str, ...]


class RecoverySection(Section):
    """Reminds until a drill was done."""

    concerns = Changes.SETTINGS

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("If every passphrase is forgotten, only the coordinating office can open the vault: with its key.")
        )
        self._latest = Latest(place.operations, self)
        self._slot, self._drilled = StateLine(place.look), StateLine(place.look)
        self._offices = Label("", wrap=True)
        self._add = primary(place.look, _("Add the office's key…"), "life-buoy")
        self._sheet = plain(place.look, _("Print the recovery sheet…"), "printer")
        self._drill = plain(place.look, _("Choose the office's key and try…"), "list-checks")
        self.work = LongWork(place.look, _, place.operations)
        self._drill_card = Card(_("Trial with the office"))
        self._arrange()
        self._add.clicked.connect(self._choose_key)
        self._sheet.clicked.connect(lambda: SheetDialog(self.place, self).open())
        self._drill.clicked.connect(self._choose_secret)

    @override
    def refresh(self) -> None:
        vault = self.place.services.vault
        self._latest.ask(lambda _: _Found(recovery_state(vault), _offices(self.place)), self._show)

    def compare(self, recipient: Path) -> None:
        """Read the key that an office sent, and show its words to be compared."""
        self.place.operations.read(
            self, lambda _: read_recipient(recipient).fingerprint(),
            lambda digits: self._ask(recipient, digits), refused=self.refuse,
        )  # fmt: skip

    def try_out(self, identity: Path) -> None:
        """Open the vault once with the office's secret key, and count."""
        _, services = self.place.words, self.place.services
        self.work.run(
            _("Opening with the office's key…"), lambda _p: ways.drill(services.vault, identity, services.clock),
            self._tell,
        )  # fmt: skip

    def _arrange(self) -> None:
        _ = self.place.words
        card = Card()
        for widget in (self._slot, self._offices):
            card.add(widget)
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self._add)
        flow.addWidget(self._sheet)
        card.add(row)
        self._add.setVisible(self.place.services.access.may(Right.TRANSFER))
        self.body.addWidget(card)
        self._drill_card.add(self._drilled)
        for text in (
            _("1. Invite somebody of the office with the office's key on a stick: office.identity.txt."),
            _("2. Choose that file. The program opens the vault with it, reads everything and counts the cases."),
            _("3. Take the stick out and give it back. Nothing of the key stays here."),
        ):
            self._drill_card.add(Label(text, wrap=True))
        row = QWidget()
        FlowLayout(row).addWidget(self._drill)
        self._drill_card.add(row)
        self._drill_card.add(self.work)
        self.body.addWidget(self._drill_card)
        self.body.addStretch(1)

    def _show(self, found: _Found) -> None:
        _, now = self.place.words, self.place.clock.now()
        has = found.state.has_slot
        self._slot.show_state(
            good=has,
            text=_("The office can open this vault. Its key in words:") if has
            else _("No office can open this vault yet: a forgotten passphrase would be the end of it."),
        )  # fmt: skip
        self._offices.setText("\n\n".join(f"{spoken(one, _.language)}\n{one}" for one in found.offices))
        self._offices.setVisible(has)
        self._sheet.setVisible(has)
        self._drill_card.setVisible(has)
        last = found.state.last_drill
        never = _("Never tried. Arrange it soon.")
        told = _("Tried with the office {when}.", when=ago(_, last, now)) if last else never
        self._drilled.show_state(good=last is not None and now - last < QUARTER, text=told)

    def _ask(self, recipient: Path, digits: str) -> None:
        services = self.place.services
        dialog = OfficeKeyDialog(self.place, self, recipient, digits)
        told = self.place.words("This office can recover the vault now. Print the sheet, and try it out.")
        dialog.accepted.connect(
            lambda: self.place.operations.write(
                self, lambda _: ways.add_office(services.vault, recipient, services.access, services.clock),
                lambda _digits: self.said.emit(told), touched=Changes.SETTINGS, refused=self.refuse,
            )
        )  # fmt: skip
        dialog.open()

    def _choose_key(self) -> None:
        _ = self.place.words
        chosen = file_to_open(self, _("The office's key"), Path.home(), "*.recipient.txt *.txt")
        if chosen is not None:
            self.compare(chosen)

    def _choose_secret(self) -> None:
        _ = self.place.words
        chosen = file_to_open(self, _("The office's key"), Path.home(), "*.identity.txt *.txt")
        if chosen is not None:
            self.try_out(chosen)

    def _tell(self, done: Drilled) -> None:
        _ = self.place.words
        opened = _("The office's key opens this vault, and its records are whole.")
        cases = _.count("{n} case", "{n} cases", done.cases)
        back = _("Take the office's key out and give it back.")
        self.work.tell(f"{opened} {cases}. {back}")
        self.again()


def _offices(place: Workplace) -> tuple[str, ...]:
    try:
        return ways.offices(place.services.vault)
    except NoRecovery:
        return ()
