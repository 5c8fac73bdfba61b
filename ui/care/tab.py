"""The psychologist's tab of a case: one person at a time, what the scales said, the sessions, the safety plan."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.domain.errors import UserError
from app.domain.relation import Relation
from app.domain.scales.alcohol import HAZARDOUS
from app.domain.scales.mood import REFER
from app.domain.scales.scale import Result, Tool
from app.domain.scales.trauma import POSITIVE
from app.domain.scales.wellbeing import LOW
from app.groups.service import GroupRow, MemberRow
from app.office.duty import OnDuty
from app.services import Services
from app.wellbeing.care import CareView, Kept, ScreeningRow
from app.wellbeing.sheets import Session
from ui.care.child import ChildDialog, child_lines
from ui.care.disclosure import DisclosureDialog, DisclosureReader, disclosure_line
from ui.care.duty import DutyKeeping, duty_form
from ui.care.duty_words import duty_words
from ui.care.group_forms import InviteDialog
from ui.care.group_words import membership_line
from ui.care.groups_dialog import GroupsDialog
from ui.care.result_dialog import ResultDialog
from ui.care.scale_words import NO_DIAGNOSIS, TOOLS, change_words, details, level_words, total_words
from ui.care.screening_dialog import ScreeningDialog
from ui.care.sheet_dialogs import FORMS, SafetyPlanDialog, SessionDialog, SetAsideDialog, plan_lines, today_text
from ui.care.trend import Dot, Trend
from ui.care.violence import ViolenceDialog, violence_words, who_to_call
from ui.care.whom import Whom
from ui.family_words import relation_word
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryDialog
from ui.record.section import Section
from ui.record.tab import CaseTab
from ui.tip import tip
from ui.widgets.banner import Banner
from ui.widgets.button import filter_chip, link
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

CUT_OFFS = {Tool.PHQ9: REFER, Tool.GAD7: REFER, Tool.PCL5: POSITIVE, Tool.AUDIT: HAZARDOUS, Tool.WHO5: LOW}
"""What the dashed line of the picture stands for."""
LETTERS = 34
"""Of a name and a relation that are seen whole."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is read of one person at once."""

    whom: Whom
    view: CareView
    groups: tuple[GroupRow, ...]
    memberships: tuple[tuple[GroupRow, MemberRow], ...]
    duty: OnDuty | None


class CareTab(CaseTab):
    """Whoever has no clinical key is told so, and sees nothing."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _ = place.words
        self._read: CareView | None = None
        self._tool: Tool | None = None
        self._all_groups: tuple[GroupRow, ...] = ()
        self.who = QComboBox()
        self.who.setAccessibleName(_("About whom"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(LETTERS)
        self.who.activated.connect(lambda _row: self._ask())
        self._violence = Banner(place.look, "shield-alert", "")
        self._urgent = Banner(place.look, "triangle-alert", _("The last answers ask for a talk about safety, today."))
        self._told = Label("", "muted", wrap=True)
        self.trend = Trend(place.look)
        self.screenings = Section(
            place, _("Screenings"), _("No screening yet. Offer one, never press: it is a conversation first."),
            add=_("Enter a screening"), hint=_(NO_DIAGNOSIS),
        )  # fmt: skip
        self.sessions = Section(place, _("Sessions"), _("No session written down yet."), add=_("Write a session down"))
        self.plan = Card(_("Safety plan"))
        self.child = Card(_("The child’s own sheet"))
        self.disclosures = Section(
            place, _("Told of ill-treatment"), _("Nothing written down. Nobody is asked."), add=_("What was told"),
            hint=_("Sealed. Each use needs a leave of its own."),
        )  # fmt: skip
        self.groups = Section(place, _("Groups of families who wait"), _("Not in a group."), add=_("Invite"))
        self._arrange()
        self.screenings.add_wanted.connect(self.enter)
        self.sessions.add_wanted.connect(self.note_session)
        self.disclosures.add_wanted.connect(self.note_disclosure)
        self.disclosures.opened.connect(self.open_disclosure)
        self.disclosures.act(_("Read…"), self.open_disclosure)
        self.groups.add_wanted.connect(self.invite)
        for section in (self.screenings, self.sessions, self.disclosures):
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

    def note_violence(self) -> None:
        """Open the form about violence at home."""
        if (whom := self._whom()) is not None:
            ViolenceDialog(self.place, self, whom, self._read.violence if self._read else None).open()

    def renew_child(self) -> None:
        """Open the child's sheet, with what the last one says."""
        if (whom := self._whom()) is not None:
            ChildDialog(self.place, self, whom, self._read.child if self._read else None).open()

    def note_disclosure(self) -> None:
        """Open the form of what was told."""
        if (whom := self._whom()) is not None:
            DisclosureDialog(self.place, self, whom).open()

    def open_disclosure(self, kept: Kept) -> None:
        """Say what kind of text it is, before it is read."""
        DisclosureReader(self.place, self.window(), kept).open()

    def invite(self) -> None:
        """Open the invitation of a relative to a group; without a group, the list of them."""
        whom, family = self._whom(), self.view.relatives if self.view else ()
        relative = next((one.uid for one in family if whom is not None and one.person == whom.person), None)
        if whom is not None and relative is not None and any(row.closed_on is None for row in self._all_groups):
            InviteDialog(self.place, self, whom, relative, self._all_groups).open()
        else:
            self.show_groups()

    def show_groups(self) -> None:
        """Show every group."""
        GroupsDialog(self.place, self.window()).open()

    def name_duty(self) -> None:
        """Open the form of who is on duty."""
        if self.view is not None:
            _, keeping = self.place.words, DutyKeeping(self.place.services.duty)
            form = duty_form(today_text(self.place))
            EntryDialog(self.place, self, form, keeping, self.view.uid, _("Named where somebody is in danger.")).open()

    def _arrange(self) -> None:
        _ = self.place.words
        self._child_text = Label("", wrap=True)
        child = link(_("Go through the sheet…"))
        child.clicked.connect(self.renew_child)
        self.child.add(self._child_text)
        self.child.add(child)
        every = link(_("All groups…"))
        every.clicked.connect(self.show_groups)
        self.groups.add(every)
        violence = link(_("Violence at home…"))
        violence.clicked.connect(self.note_violence)
        self.duty = link(duty_words(_, None))
        self.duty.clicked.connect(self.name_duty)
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
        top.addWidget(violence)
        top.addStretch(1)
        top.addWidget(self.duty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._told)
        column.addWidget(self._urgent)
        column.addWidget(self._violence)
        column.addWidget(self._body, 1)
        self.lay_out_in(
            self._body, (self.screenings, self.groups), (self.plan, self.child, self.sessions, self.disclosures)
        )
        self._urgent.hide()
        self._violence.hide()
        self._told.hide()

    def _whom(self) -> Whom | None:
        if self.view is None:
            return None
        return Whom(self.view.uid, UUID(self.who.currentData()), f"{self.who.currentText()} · {self.view.number}")

    def _ask(self) -> None:
        whom, services = self._whom(), self.place.services
        if whom is None:
            return
        self.latest.drop()
        self.place.operations.read(self, lambda _: _sheets(services, whom), self._show, refused=self._refuse)

    def _refuse(self, error: UserError) -> None:
        self._told.setText(self.place.words.explain(error))
        self._told.show()
        self._body.hide()

    def _show(self, sheets: Sheets) -> None:
        view = sheets.view
        if sheets.whom != self._whom():
            return
        _ = self.place.words
        self._read, self._all_groups = view, sheets.groups
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
        self._show_more(sheets)

    def _show_more(self, sheets: Sheets) -> None:
        _, view = self.place.words, sheets.view
        self._violence.setVisible(view.violence is not None)
        if view.violence is not None:
            self._violence.sentence.setText(violence_words(_, view.violence))
            self._violence.sentence.setToolTip(tip("\n".join(who_to_call(_))))
        family = self.view.relatives if self.view else ()
        relation = next((one.relation for one in family if one.person == sheets.whom.person), None)
        self.groups.setVisible(relation is not None)
        perhaps = view.minor is None and relation is Relation.CHILD
        self.child.setVisible(bool(view.minor or perhaps or view.child))
        sheet = view.child
        told = (_("Of {date}.", date=_.date(sheet.on)), *child_lines(_, sheet)) if sheet else (_("None yet."),)
        self._child_text.setText("\n".join(told))
        self.disclosures.show_lines([disclosure_line(_, kept) for kept in view.disclosures])
        self.groups.show_lines([membership_line(_, group, member) for group, member in sheets.memberships])
        self.duty.setText(duty_words(_, sheets.duty))

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

    def _tell(self, whom: Whom, result: Result, duty: OnDuty | None) -> None:
        ResultDialog(self.place, self.window(), whom, result, duty).open()

    def _set_aside(self, row: ScreeningRow | Kept) -> None:
        if (whom := self._whom()) is not None:
            SetAsideDialog(self.place, self, whom, row.uid).open()


def _sheets(services: Services, whom: Whom) -> Sheets:
    groups, case, person = services.groups, whom.case, whom.person
    view = services.care.view(case, person)
    return Sheets(whom, view, groups.rows(), groups.of_person(case, person), services.duty.now())
