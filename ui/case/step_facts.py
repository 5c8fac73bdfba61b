"""One step explained: whose term it is, when and why it is due, by what law, with whom, with which papers."""

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from app.catalogue.definitions import NameDef, StepDef
from app.plan.queries import StepRow
from ui.date_words import partial_words
from ui.due_words import due_chip, kind_chip
from ui.law.words import origin_words
from ui.rule_words import choices, repeat_sentence, rule_sentence
from ui.step_words import carried_words, paper_words, review_chip, state_chip, step_title
from ui.widgets.chip import ChipLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace


class StepFacts(QWidget):
    """A column of pairs, title over text; what is unknown is left out."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._name = Label("", "h2", wrap=True)
        chips = QWidget()
        self._chips = FlowLayout(chips, 6)
        self._told = QVBoxLayout()
        self._told.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(chips)
        column.addLayout(self._told)
        column.addStretch(1)

    def show_step(self, step: StepRow) -> None:
        """Explain `step`."""
        self._name.setText(step_title(self._place.words, step.title))
        self._show_chips(step)
        self._show_facts(step)

    def _show_chips(self, step: StepRow) -> None:
        _clear(self._chips)
        words, today = self._place.words, self._place.clock.today()
        due = due_chip(words, step.due, today) if step.open else None
        for chip in (kind_chip(words, step.kind), due, state_chip(words, step), review_chip(words, step)):
            if chip is not None:
                self._chips.addWidget(ChipLabel(self._place.look, chip))

    def _show_facts(self, step: StepRow) -> None:
        _clear(self._told)
        _, catalogue = self._place.words, self._place.services.catalogue
        self._say(_("Rule"), rule_sentence(_, catalogue, step))
        if step.open and step.act_by and step.act_by != step.due and step.due:
            self._say(_("Act by"), _.date(step.act_by))
            self._say(_("Latest by law"), _.date(step.due))
        if step.wave and step.snoozed_until and step.open:
            self._say(_("Released with wave {wave}", wave=step.wave), _.date(step.snoozed_until))
        self._say(_("Concerns"), step.person)
        self._say(_("Responsible"), step.worker)
        self._say(_("Responsible body"), self._named(catalogue.bodies.get(step.body)))
        if step.since and step.open:
            self._say(_("Since"), _.date(step.since))
        if step.definition is not None:
            self._show_rule(step, step.definition)
        self._say(_("Where the step comes from"), origin_words(_, step))
        self._say(_("The payment at the change of status"), carried_words(_, step))
        self._say(_("Done on"), partial_words(_, step.done_on) if step.done_on else "")
        self._say(_("Outcome"), _("refused") if step.refused else step.outcome)
        self._say(_("Words of the refusal") if step.refused else _("Reason"), step.reason)
        self._say(_("Document that came of it"), step.document.in_(_.language) if step.document else "")
        self._say(_("Note"), step.note)

    def _show_rule(self, step: StepRow, rule: StepDef) -> None:
        _, catalogue = self._place.words, self._place.services.catalogue
        basis = "; ".join(rule.basis) or _("none: the office's own practice")
        self._say(_("Legal basis"), basis)
        self._say(_("Comes back"), repeat_sentence(_, rule.repeat, step.turn, step.missed) if rule.repeat else "")
        self._say(_("A lawyer chooses the term"), "\n".join(choices(_, step)))
        needed = (
            paper_words(_, self._named(catalogue.documents.get(code)), held=code not in step.lacks)
            for code in rule.documents
        )
        self._say(_("Papers needed"), "\n".join(needed))
        brought = (self._named(catalogue.documents.get(code)) for code in rule.produces)
        self._say(_("Papers it brings"), ", ".join(filter(None, brought)))
        asked = (one.text.in_(_.language) for one in catalogue.law.questions if one.code in rule.questions)
        self._say(_("A lawyer must check"), "\n".join(asked))

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


def _clear(layout: QLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
