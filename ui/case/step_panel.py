"""The chosen step: its facts above, and below, always in sight, what can be said of it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu

from app.domain.errors import UserError
from app.plan.queries import StepRow
from ui.case.step_acts import StepActs
from ui.case.step_facts import StepFacts
from ui.draft_line import DraftLine
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace


class StepPanel(Card):
    """What is said often has its button; everything else waits in the menu «More»."""

    def __init__(self, place: Workplace, acts: StepActs) -> None:
        super().__init__()
        _ = place.words
        self._place, self._acts = place, acts
        self.step: StepRow | None = None
        self._facts = StepFacts(place)
        self._day = DateField(place.look, _, place.clock.today(), partial=True)
        self._day.setToolTip(_("Empty if the day is unknown."))
        self._outcome = QLineEdit()
        self._reason = QLineEdit()
        self._day_field = Field(place.look, _("Done on"), self._day)
        self._outcome_field = Field(place.look, _("Outcome, number"), self._outcome)
        self._reason_field = Field(place.look, _("Why it is not needed"), self._reason)
        self._done = primary(place.look, _("Done"), "check")
        self._drop = plain(place.look, _("Not needed"))
        self._reopen = plain(place.look, _("Open again"), "undo-2")
        self.more = plain(place.look, _("More"))
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._offer)
        self.more.setMenu(self._menu)
        self._draft = DraftLine(place, "step", self._values, self._fill)
        self._arrange()
        self._connect()
        self.setFocusProxy(self._day)
        self.show_step(None)

    def show_step(self, step: StepRow | None) -> None:
        """Explain `step`; what was typed for the same step stays."""
        same = step is not None and self.step is not None and step.uid == self.step.uid
        if not same:
            self._draft.leave()
        self.step = step
        self.setVisible(step is not None)
        if step is None:
            return
        if not same:
            self._day.show_day(self._place.clock.today())
            self._outcome.clear()
            self._reason.clear()
            self._reason_field.complain("")
            self._reason_field.hide()
        self._facts.show_step(step)
        for widget in (self._day_field, self._outcome_field, self._done, self._drop):
            widget.setVisible(step.open)
        if step.open:
            self._draft.watch(step.uid)
        else:
            self._reason_field.hide()
            self._draft.saved()
        self._reopen.setVisible(not step.open)

    def _arrange(self) -> None:
        self._day.setMaximumWidth(140)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._day_field)
        said.addWidget(self._outcome_field, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._done, self._drop, self._reopen, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        line = QFrame()
        line.setObjectName("line")
        self.add(Scroll(self._facts), 1)
        self.add(line)
        self.add(self._draft)
        self.body.addLayout(said)
        self.add(self._reason_field)
        self.body.addLayout(buttons)

    def _values(self) -> dict[str, str]:
        written = {"outcome": self._outcome.text(), "reason": self._reason.text()}
        texts = {name: text for name, text in written.items() if text.strip()}
        return {**texts, "day": self._day.text()} if texts else {}

    def _fill(self, values: Mapping[str, str]) -> None:
        self._outcome.setText(values.get("outcome", ""))
        self._reason.setText(values.get("reason", ""))
        self._reason_field.setVisible(bool(values.get("reason")))
        self._day.setText(values.get("day", self._place.words.date(self._place.clock.today())))

    def _connect(self) -> None:
        for written in (self._outcome, self._reason, self._day):
            written.textChanged.connect(self._draft.touched)
        self._day.judged.connect(self._day_field.complain)
        self._done.clicked.connect(self._finish)
        self._outcome.returnPressed.connect(self._finish)
        self._drop.clicked.connect(self._not_needed)
        self._reason.returnPressed.connect(self._not_needed)
        self._reopen.clicked.connect(self._open_again)

    def _finish(self) -> None:
        if self._day.judge():
            return
        try:
            day = self._day.value()
        except UserError:
            return
        if day is not None and day.first > self._place.clock.today():
            self._day_field.complain(self._place.words("This day has not come yet."))
            return
        if self.step is not None:
            self._acts.finish(self.step, day, self._outcome.text().strip())

    def _not_needed(self) -> None:
        """Ask for the reason first; with one, say it."""
        reason = self._reason.text().strip()
        if self._reason_field.isHidden():
            self._reason_field.show()
            self._reason.setFocus()
            return
        self._reason_field.complain("" if reason else self._place.words("Write the reason in a few words."))
        if reason and self.step is not None:
            self._acts.drop(self.step, reason)

    def _open_again(self) -> None:
        if self.step is not None:
            self._acts.reopen(self.step)

    def _offer(self) -> None:
        if self.step is not None:
            self._acts.offer(self._menu, self.step)
