"""The self-check: one card a finding, in plain words, and what can be put right at a press."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.role import Right
from app.vault.finding import Finding, Repair, State, worst
from app.vault.self_check import SelfCheck
from ui.documents.ask_dialog import AskDialog
from ui.operations import Latest
from ui.settings.deep_words import deep_told
from ui.settings.long_work import LongWork
from ui.settings.section import Section
from ui.settings.state_line import StateLine
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace


class CheckSection(Section):
    """Looks when it is first seen, and again when asked to."""

    concerns = Changes.NOTHING

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("The vault looks at itself: files, history, documents, copies, disk, clock."))
        services = place.services
        self._checking = SelfCheck(services.vault, services.clock, services.access)
        self._latest = Latest(place.operations, self)
        self._whole = StateLine(place.look)
        self._now = primary(place.look, _("Check now"), "stethoscope")
        self._deep = plain(place.look, _("Check every row"), "list-checks")
        self.work = LongWork(place.look, _, place.operations)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        head = Card()
        head.add(self._whole)
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self._now)
        flow.addWidget(self._deep)
        head.add(row)
        head.add(self.work)
        self.body.addWidget(head)
        self.body.addLayout(self._cards)
        self.body.addStretch(1)
        self._deep.setVisible(services.access.may(Right.AUDIT))
        self._now.clicked.connect(self.check)
        self._deep.clicked.connect(self.check_rows)

    @override
    def refresh(self) -> None:
        self.check()

    def check(self) -> None:
        """Look at everything once more."""
        told = self.place.words("The vault looks at itself…")
        self.work.run(told, lambda progress: self._checking.check(progress=progress), self._show)

    def check_rows(self) -> None:
        """Compare every row with its history."""
        _, journal = self.place.words, self.place.services.journal
        self.work.run(
            _("Comparing every row with its history…"),
            lambda progress: journal.state(deep=True, progress=progress),
            lambda found: self.work.tell(deep_told(_, found)),
        )

    def repair(self, what: Repair) -> None:
        """Put one thing right; what removes something is asked first."""
        if what.harmless:
            self._do(what)
            return
        dialog = OlderDialog(self.place, self)
        dialog.accepted.connect(lambda: self._do(what))
        dialog.open()

    def _do(self, what: Repair) -> None:
        told = self.place.words("Being put right…")
        self.work.run(told, lambda _: self._checking.repair(what), lambda _none: self.check())

    def _show(self, found: tuple[Finding, ...]) -> None:
        _ = self.place.words
        while item := self._cards.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        state = worst(found)
        count = sum(one.state is not State.OK for one in found)
        told = _.count("{n} thing needs your attention.", "{n} things need your attention.", count)
        self._whole.show_state(
            good=state is State.OK, bad=state is State.BAD, text=told if count else _("All is in order.")
        )
        for one in sorted(found, key=lambda one: list(State).index(one.state), reverse=True):
            self._cards.addWidget(self._card(one))

    def _card(self, one: Finding) -> Card:
        language = self.place.words.language
        card = Card()
        line = StateLine(self.place.look)
        line.show_state(
            good=one.state is State.OK, bad=one.state is State.BAD,
            text=f"{one.title.in_(language)}: {_lowered(one.told.in_(language))}",
        )  # fmt: skip
        card.add(line)
        if one.todo is not None:
            foot = QHBoxLayout()
            foot.addWidget(Label(one.todo.in_(language), "muted", wrap=True), 1)
            if one.repair is not None:
                button = plain(self.place.look, one.repair.words.in_(language))
                button.clicked.connect(lambda _checked, what=one.repair: self.repair(what))
                foot.addWidget(button)
            card.body.addLayout(foot)
        return card


class OlderDialog(AskDialog):
    """Accepted if older records shall be removed for good."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        _ = place.words
        super().__init__(parent, _("Remove the older records"))
        leave = primary(place.look, _("Leave it"))
        leave.setDefault(True)
        leave.clicked.connect(self.reject)
        go = plain(place.look, _("Remove for ever"), "trash-2")
        go.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(go)
        foot.addWidget(leave)
        self._column.addWidget(Label(_("Remove the records that were replaced?"), "h2", wrap=True))
        self._column.addWidget(Label(
            _("They cannot be brought back. Do it once you have seen that the records of today are whole."), wrap=True
        ))  # fmt: skip
        self._column.addStretch(1)
        self._column.addLayout(foot)
        leave.setFocus()


def _lowered(text: str) -> str:
    """The sentence as it goes on after a colon."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
