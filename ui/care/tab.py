"""The psychologist's tab of a case: one person at a time, what the scales said, the sessions, the safety plan."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.domain.errors import UserError
from app.domain.scales.alcohol import HAZARDOUS
from app.domain.scales.mood import REFER
from app.domain.scales.scale import Result, Tool
from app.domain.scales.trauma import POSITIVE
from app.domain.scales.wellbeing import LOW
from app.wellbeing.care import CareView, Kept, ScreeningRow
from app.wellbeing.sheets import Session
from ui.care.result_dialog import ResultDialog
from ui.care.scale_words import NO_DIAGNOSIS, TOOLS, change_words, details, level_words, total_words
from ui.care.screening_dialog import ScreeningDialog
from ui.care.sheet_dialogs import FORMS, SafetyPlanDialog, SessionDialog, SetAsideDialog, plan_lines
from ui.care.trend import Dot, Trend
from ui.care.whom import Whom
from ui.family_words import relation_word
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.section import Section
from ui.record.tab import CaseTab
from ui.widgets.banner import Banner
from ui.widgets.button import filter_chip, link
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

CUT_OFFS = {Tool.PHQ9: REFER, Tool.GAD7: REFER, Tool.PCL5: POSITIVE, Tool.AUDIT: HAZARDOUS, Tool.WHO5: LOW}
"""What the dashed line of the picture stands for."""


class CareTab(CaseTab):
    """Whoever has no clinical key is told so, and sees nothing."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _ = place.words
        self._read: CareView | None = None
        self._tool: Tool | None = None
        self.who = QComboBox()
        self.who.setAccessibleName(_("About whom"))
        self.who.activated.connect(lambda _row: self._ask())
        self._urgent = Banner(place.look, "triangle-alert", _("The last answers ask for a talk about safety, today."))
        self._told = Label("", "muted", wrap=True)
        self.trend = Trend(place.look)
        self.screenings = Section(
            place, _("Screenings"), _("No screening yet. Offer one, never press: it is a conversation first."),
            add=_("Enter a screening"), hint=_(NO_DIAGNOSIS),
        )  # fmt: skip
        self.sessions = Section(place, _("Sessions"), _("No session written down yet."), add=_("Write a session down"))
        self.plan = Card(_("Safety plan"))
        self._arrange()
        self.screenings.add_wanted.connect(self.enter)
        self.sessions.add_wanted.connect(self.note_session)
        for section in (self.screenings, self.sessions):
            section.act(_("Set aside…"), self._set_aside)

    @override
    def show_case(self, view: CaseView) -> None:
        chosen = self.who.currentData()
        self.who.clear()
        _ = self.place.words
        self.who.addItem(view.name or _("Name unknown"), str(view.person))
        for one in view.relatives:
            relation = relation_word(_, one.relation, one.patronymic)
            self.who.addItem(f"{one.name or _('Name unknown')} ({relation})", str(one.person))
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        super().show_case(view)

    @override
    def read(self, view: CaseView) -> None:
        self._ask()

    def enter(self) -> None:
        """Open the form of a scale."""
        if (whom := self._whom()) is not None:
            dialog = ScreeningDialog(self.place, self, whom)
            dialog.scored.connect(partial(self._tell, whom))
            dialog.open()

    def note_session(self) -> None:
        """Open the form of a session."""
        if (whom := self._whom()) is not None:
            SessionDialog(self.place, self, whom).open()

    def renew_plan(self) -> None:
        """Open the safety plan, with what the last one says."""
        if (whom := self._whom()) is not None:
            SafetyPlanDialog(self.place, self, whom, self._read.plan if self._read else None).open()

    def _arrange(self) -> None:
        _ = self.place.words
        self._tools = QWidget()
        self._flow = FlowLayout(self._tools)
        self._group = QButtonGroup(self._tools)
        self._plan_text = Label("", wrap=True)
        renew = link(_("Go through the plan…"))
        renew.clicked.connect(self.renew_plan)
        self.plan.add(self._plan_text)
        self.plan.add(renew)
        self.screenings.body.insertWidget(1, self._tools)
        self.screenings.body.insertWidget(2, self.trend)
        self._body = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.who)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addWidget(self._urgent)
        column.addWidget(self._body, 1)
        self.lay_out_in(self._body, (self.screenings,), (self.plan, self.sessions))
        self._urgent.hide()
        self._told.hide()

    def _whom(self) -> Whom | None:
        if self.view is None:
            return None
        return Whom(self.view.uid, UUID(self.who.currentData()), f"{self.who.currentText()} · {self.view.number}")

    def _ask(self) -> None:
        whom, care = self._whom(), self.place.services.care
        if whom is None:
            return
        self.latest.drop()
        self.place.operations.read(
            self, lambda _: (whom, care.view(whom.case, whom.person)), self._show, refused=self._refuse
        )

    def _refuse(self, error: UserError) -> None:
        self._told.setText(self.place.words.explain(error))
        self._told.show()
        self._body.hide()

    def _show(self, read: tuple[Whom, CareView]) -> None:
        whom, view = read
        if whom != self._whom():
            return
        _ = self.place.words
        self._read = view
        self._told.hide()
        self._body.show()
        self._urgent.setVisible(view.urgent)
        tools = list(dict.fromkeys(row.screening.tool for row in view.screenings))
        self._tool = self._tool if self._tool in tools else None
        self._show_tools(tools)
        self._show_screenings()
        self.sessions.show_lines([self._session_line(kept) for kept in view.sessions])
        lines = plan_lines(_, view.plan) if view.plan else ()
        day = _("Of {date}.", date=_.date(view.plan.on)) if view.plan else _("None yet.")
        self._plan_text.setText("\n".join((day, *lines)))

    def _show_tools(self, tools: list[Tool]) -> None:
        while item := self._flow.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tool in (None, *tools):
            chip = filter_chip(self.place.words(TOOLS[tool]).split(":")[0] if tool else self.place.words("All"))
            chip.setChecked(tool is self._tool)
            chip.clicked.connect(partial(self._turn_to, tool))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
        self._tools.setVisible(len(tools) > 1)

    def _turn_to(self, tool: Tool | None, _checked: bool = False) -> None:
        self._tool = tool
        self._show_screenings()

    def _show_screenings(self) -> None:
        rows = self._read.screenings if self._read else ()
        shown = [row for row in rows if self._tool in (None, row.screening.tool)]
        self.screenings.show_lines([self._line(row) for row in shown])
        tools = {row.screening.tool for row in shown}
        dots = [row for row in reversed(shown) if row.result.total is not None and row.result.level]
        if len(tools) != 1 or len(dots) < 2:
            self.trend.hide()
            return
        _, tool = self.place.words, tools.pop()
        said = "; ".join(f"{_.date(row.screening.given.on)}: {row.result.total}" for row in dots)
        self.trend.show_dots(
            [Dot(row.screening.given.on, _.date(row.screening.given.on), row.result.total or 0, row.change)
             for row in dots],
            dots[0].result.most, CUT_OFFS.get(tool, 0), f"{_(TOOLS[tool])}: {said}",
        )  # fmt: skip

    def _line(self, row: ScreeningRow) -> Line:
        _, result = self.place.words, row.result
        tone = "missing" if result.refer or result.urgent else "info"
        chips = (Chip(level_words(_, result), tone, "triangle-alert" if result.urgent else ""),)
        changed = change_words(_, row.change)
        said = (*details(_, result), *((_("Since the last time: {change}.", change=changed),) if changed else ()))
        title = _(TOOLS[row.screening.tool]).split(":")[0]
        headline = " · ".join(filter(None, (title, total_words(_, result))))
        return Line(
            headline, (*said, *filter(None, (row.screening.note,))), chips, "list-checks",
            f"{_.date(row.screening.given.on)}, {row.by}", subject=row,
        )  # fmt: skip

    def _session_line(self, kept: Kept) -> Line:
        _, sheet = self.place.words, kept.sheet
        if not isinstance(sheet, Session):
            raise TypeError(sheet)
        following = (_("Next time: {date}", date=_.date(sheet.next_on)),) if sheet.next_on else ()
        return Line(
            _.date(sheet.on), (sheet.text, *following), icon="message-circle",
            beside=f"{_(FORMS[sheet.form])}, {kept.by}", subject=kept,
        )  # fmt: skip

    def _tell(self, whom: Whom, result: Result) -> None:
        ResultDialog(self.place, self.window(), whom, result).open()

    def _set_aside(self, row: ScreeningRow | Kept) -> None:
        if (whom := self._whom()) is not None:
            SetAsideDialog(self.place, self, whom, row.uid).open()
