"""One step explained: when and why it is due, by what law, with whom; and what can be said of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.catalogue.definitions import NameDef
from app.domain.errors import UserError
from app.domain.partial_date import PartialDate, of_day
from app.plan.queries import StepRow
from ui.cases.columns import partial_words
from ui.due_words import due_chip, kind_chip
from ui.rule_words import choices, rule_sentence
from ui.step_words import state_chip, step_title
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.chip import ChipLabel
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace


class StepPanel(Card):
    """`finished` carries step, day and outcome; `dropped` step and reason; `reopened` the step."""

    finished = Signal(object, object, str)
    dropped = Signal(object, str)
    reopened = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        _ = place.words
        self._place = place
        self.step: StepRow | None = None
        self._name = Label("", "h2", wrap=True)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._told = QVBoxLayout()
        self._told.setSpacing(8)
        self._day = DateField(place.look, _, place.clock.today(), partial=True)
        self._outcome = QLineEdit()
        self._reason = QLineEdit()
        self._day_field = Field(place.look, _("Done on"), self._day, _("Empty if the day is unknown."))
        self._outcome_field = Field(place.look, _("Outcome, number"), self._outcome)
        self._reason_field = Field(place.look, _("Why it is not needed"), self._reason)
        self._day.judged.connect(self._day_field.complain)
        self._done = primary(place.look, _("Done"), "check")
        self._drop = plain(place.look, _("Not needed"))
        self._reopen = plain(place.look, _("Open again"), "undo-2")
        self._done.clicked.connect(self._finish)
        self._outcome.returnPressed.connect(self._finish)
        self._drop.clicked.connect(self._not_needed)
        self._reason.returnPressed.connect(self._not_needed)
        self._reopen.clicked.connect(lambda: self.reopened.emit(self.step))
        self._arrange()
        self.setFocusProxy(self._day)
        self.show_step(None)

    def show_step(self, step: StepRow | None) -> None:
        """Explain `step`."""
        same = step is not None and self.step is not None and step.uid == self.step.uid
        self.step = step
        self.setVisible(step is not None)
        if step is None:
            return
        if not same:
            self._day.show_day(self._place.clock.today())
            for field in (self._outcome, self._reason):
                field.clear()
            self._reason_field.complain("")
        self._name.setText(step_title(self._place.words, step.title))
        self._show_chips(step)
        self._show_facts(step)
        for widget in (self._day_field, self._outcome_field, self._reason_field, self._done, self._drop):
            widget.setVisible(step.open)
        self._reopen.setVisible(not step.open)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._done)
        row.addWidget(self._reopen)
        row.addStretch(1)
        chips = QHBoxLayout()
        chips.addLayout(self._chips)
        chips.addStretch(1)
        self.add(self._name)
        self.body.addLayout(chips)
        self.body.addLayout(self._told)
        self.body.addSpacing(6)
        self.add(self._day_field)
        self.add(self._outcome_field)
        self.body.addLayout(row)
        self.body.addSpacing(6)
        self.add(self._reason_field)
        self.body.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _show_chips(self, step: StepRow) -> None:
        _clear(self._chips)
        words, today = self._place.words, self._place.clock.today()
        due = due_chip(words, step.due, today) if step.open else None
        for chip in (kind_chip(words, step.kind), due, state_chip(words, step)):
            if chip is not None:
                self._chips.addWidget(ChipLabel(self._place.look, chip))

    def _show_facts(self, step: StepRow) -> None:
        _clear(self._told)
        _, catalogue = self._place.words, self._place.services.catalogue
        self._say(_("Rule"), rule_sentence(_, catalogue, step))
        if step.due and step.open:
            self._say(_("Due"), _.date(step.due))
        if step.act_by and step.act_by != step.due and step.open:
            self._say(_("Safe day to act"), _.date(step.act_by))
        if step.definition is not None:
            self._say(
                _("Legal basis"), "; ".join(step.definition.basis) or _("none: the office's own practice")
            )
            self._say(_("A lawyer chooses the term"), "\n".join(choices(_, step)))
            self._say(_("Responsible body"), self._named(catalogue.bodies.get(step.definition.body)))
            papers = (self._named(catalogue.documents.get(code)) for code in step.definition.documents)
            self._say(_("Papers needed"), ", ".join(paper for paper in papers if paper))
        self._say(_("Concerns"), step.person)
        self._say(_("Done on"), partial_words(_, step.done_on) if step.done_on else "")
        self._say(_("Outcome"), step.outcome)
        self._say(_("Reason"), step.reason)
        self._say(_("Note"), step.note)

    def _say(self, title: str, text: str) -> None:
        if text:
            pair = QWidget()
            column = QVBoxLayout(pair)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Label(title, "small"))
            column.addWidget(Label(text, wrap=True))
            self._told.addWidget(pair)

    def _named(self, known: NameDef | None) -> str:
        return known.name.in_(self._place.words.language) if known else ""

    def _finish(self) -> None:
        if self._day.judge():
            return
        try:
            day: PartialDate | None = self._day.value()
        except UserError:
            return
        if day is not None and day.first > self._place.clock.today():
            self._day_field.complain(self._place.words("This day has not come yet."))
            return
        self.finished.emit(self.step, day, self._outcome.text().strip())

    def _not_needed(self) -> None:
        reason = self._reason.text().strip()
        self._reason_field.complain("" if reason else self._place.words("Write the reason in a few words."))
        if reason:
            self.dropped.emit(self.step, reason)


def today_as(place: Workplace) -> PartialDate:
    """Today, as a day a step was done on."""
    return of_day(place.clock.today())


def _clear(layout: QHBoxLayout | QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
