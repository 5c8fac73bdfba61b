"""The way back: stages and stretches of time, the days that count, his own plan, the year of contacts."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.domain.fate import HARD_NEWS
from app.reintegration.service import ReturnView
from app.reintegration.stages import Progress
from app.reintegration.year import Kept
from ui.record.section import Section
from ui.record.tab import CaseTab
from ui.reintegration.days_section import DaysSection
from ui.reintegration.lines import contact_line, stage_line
from ui.reintegration.plan_section import PlanSection
from ui.reintegration.words import span_words
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.workplace import Workplace


class ReturnTab(CaseTab):
    """Until somebody is back it says so, and nothing else: nobody is led to hope by an empty form."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _ = place.words
        self.none = Label("", "muted", wrap=True)
        self.spans = Card(_("How long back"))
        self._spans = Label("", wrap=True)
        self.spans.add(self._spans)
        self.stages = Section(place, _("Stages of the return"), _("No steps of the return yet."))
        self.days = DaysSection(place)
        self.plan = PlanSection(place)
        self.contacts = Section(
            place, _("A year of contacts"), _("Begins with the day of the return."),
            hint=_("A talk with him in the notes counts for its month; a talk with the family does not."),
        )  # fmt: skip
        self._body = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none)
        column.addWidget(self._body, 1)
        self.lay_out_in(self._body, (self.plan, self.days, self.contacts), (self.spans, self.stages))
        self.none.hide()
        self._body.hide()

    @override
    def read(self, view: CaseView) -> None:
        returning = self.place.services.record.returning
        self.latest.ask(lambda _: returning.view(view.uid), lambda found: self._show(view, found))

    def _show(self, case: CaseView, view: ReturnView) -> None:
        there = view.returned or bool(view.goals)
        self.none.setVisible(not there)
        self._body.setVisible(there)
        _, today = self.place.words, self.place.clock.today()
        if not there:
            self.none.setText(
                _("This part is for those who came back.") if case.fate in HARD_NEWS
                else _("This part opens when the person is back. Nobody knows that day; what can be done until then "
                       "stands among the steps.")
            )  # fmt: skip
            return
        catalogue = self.place.services.catalogue
        self.spans.setVisible(bool(view.spans))
        if view.released is not None:
            back = _.count("{n} day since the return", "{n} days since the return", (today - view.released).days)
            self._spans.setText("\n".join((back, *(span_words(_, one, today) for one in view.spans))))
        shown = [one for one in view.stages if one.progress is not Progress.NONE or one.days]
        self.stages.show_lines([stage_line(_, catalogue, one) for one in shown])
        self.days.show_days(case, view)
        self.plan.show_plan(case, view)
        ahead = [one for one in view.contacts if one.kept is Kept.AHEAD][:1]
        behind = [one for one in reversed(view.contacts) if one.kept is not Kept.AHEAD]
        self.contacts.show_lines([contact_line(_, one) for one in (*ahead, *behind)])
