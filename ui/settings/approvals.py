"""What waits for a second person's yes: approve, refuse, or take one's own request back."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.approvals.service import ApprovalRow
from app.changes import Changes
from app.domain.role import Right
from app.domain.second_person import Standing
from ui.models.entries import Entry
from ui.models.roles import Chip
from ui.operations import Latest
from ui.settings.section import Section
from ui.standing_words import asked_words, kind_words, standing_words
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

SHOWN = 7
TONES = {
    Standing.WAITING: ("missing", "hourglass"), Standing.READY: ("returned", "circle-check"),
    Standing.REFUSED: ("closed", "circle-x"), Standing.SPENT: ("closed", "check"), Standing.LAPSED: ("closed", "clock"),
}  # fmt: skip
OPEN = (Standing.WAITING, Standing.READY)


class ApprovalsSection(Section):
    """What is chosen in the list is decided."""

    concerns = Changes.SETTINGS

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place,
            _("What is hard to take back needs a second person: a death, another main contact, writing out "
              "unencrypted. Who works alone waits a day and gives a reason."),
        )
        self._latest = Latest(place.operations, self)
        self.list = EntryList(place.look, _("Requests"))
        self._nothing = Label(_("Nobody asked for anything."), "muted")
        self._approve = primary(place.look, _("Approve"), "check")
        self._refuse = plain(place.look, _("Refuse"), "x")
        self._withdraw = plain(place.look, _("Take it back"), "rotate-ccw")
        card = Card(_("Requests"))
        card.add(self._nothing)
        card.add(self.list)
        self._asked = Label("", wrap=True)
        card.add(self._asked)
        row = QWidget()
        flow = FlowLayout(row)
        for button in (self._approve, self._refuse, self._withdraw):
            flow.addWidget(button)
        card.add(row)
        self.body.addWidget(card)
        self.body.addStretch(1)
        approvals = place.services.approvals
        self.list.chosen.connect(lambda _row: self._show_actions())
        for button, act in (
            (self._approve, approvals.approve), (self._refuse, approvals.refuse), (self._withdraw, approvals.withdraw)
        ):  # fmt: skip
            button.clicked.connect(lambda _checked, meant=act: self._do(meant))
        self._show_actions()

    @override
    def refresh(self) -> None:
        approvals = self.place.services.approvals
        self._latest.ask(lambda _: approvals.list(), self._show)

    def _show(self, rows: tuple[ApprovalRow, ...]) -> None:
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.list.entries.show([self._entry(row) for row in rows])
        self.list.fit(SHOWN)
        if rows:
            self.list.setCurrentIndex(self.list.entries.index(0))
        self._show_actions()

    def _entry(self, row: ApprovalRow) -> Entry:
        _ = self.place.words
        tone, icon = TONES[row.standing]
        second = f"{row.asked_by} · {_.instant(row.asked_at)} · {row.reason}"
        number = row.shown.get("number", "")
        asked = f"{kind_words(_, row.kind)}: {number}" if number else kind_words(_, row.kind)
        return Entry(asked, second, Chip(standing_words(_, row.standing), tone, icon), None, row)

    def _chosen(self) -> ApprovalRow | None:
        entry = self.list.entries.entry(self.list.currentIndex())
        return entry.subject if entry is not None and isinstance(entry.subject, ApprovalRow) else None

    def _show_actions(self) -> None:
        row, services, _ = self._chosen(), self.place.services, self.place.words
        asked = (asked_words(_, services.catalogue, row), _("Reason: {reason}", reason=row.reason)) if row else ()
        self._asked.setText("\n".join(asked))
        self._asked.setVisible(row is not None and bool(row.shown))
        mine = row is not None and row.asked_by == services.vault.user
        decides = row is not None and row.standing is Standing.WAITING and not row.decided_by
        for button in (self._approve, self._refuse):
            button.setVisible(services.access.may(Right.APPROVE))
            button.setEnabled(decides and not mine)
        self._withdraw.setEnabled(mine and row is not None and row.standing in OPEN and not row.decided_by)

    def _do(self, act: Callable[[UUID], Changes]) -> None:
        row = self._chosen()
        if row is not None:
            self.place.operations.write(self, lambda _: act(row.uid), refused=self.refuse)
