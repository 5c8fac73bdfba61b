"""The plan in his own words: goals with what is done for each, when it was gone through, and the paper for himself."""

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from app.cases.view import CaseView
from app.domain.step import StepState
from app.i18n import Words
from app.plan.queries import StepRow
from app.records.keeping import Kept
from app.reintegration.plan import DeedDraft, GoalDraft, ReviewDraft
from app.reintegration.service import GoalView, ReturnView
from app.reintegration.stages import OURS
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryDialog, EntryForm
from ui.record.section import Section
from ui.reintegration.forms import deed_form, goal_form, review_form
from ui.reintegration.paper_dialog import PlanPaperDialog
from ui.reintegration.words import AREAS
from ui.step_words import step_title
from ui.widgets.button import link
from ui.widgets.label import Label
from ui.workplace import Workplace


class PlanSection(Section):
    """Goals and their deeds in one list, so that each stands below what it is for."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("His own plan"), _("No goal yet. Ask what he wants, and write it down as he says it."),
            add=_("Goal"), hint=_("In his own words. What he did not agree to stays off his paper."),
        )  # fmt: skip
        self._view: ReturnView | None = None
        self._case: CaseView | None = None
        self.review = Label("", "small", wrap=True)
        self.go_through = link(_("Go through the plan together…"))
        self.print = link(_("The plan for himself…"))
        self.body.addWidget(self.review)
        row = QHBoxLayout()
        row.addWidget(self.go_through)
        row.addWidget(self.print)
        row.addStretch(1)
        self.body.addLayout(row)
        self.go_through.clicked.connect(self.begin_review)
        self.print.clicked.connect(self.show_paper)
        self.add_wanted.connect(self.begin_goal)
        self.opened.connect(self.correct)
        self.unwanted.connect(self.take_out)
        self.act(_("Add a step to it…"), self.begin_deed, _goal)
        self.act(_("Put right…"), self.correct)
        self.act(_("Take out"), self.take_out)

    def show_plan(self, case: CaseView, view: ReturnView) -> None:
        """Show the plan of a case."""
        self._case, self._view = case, view
        _ = self._place.words
        self.show_lines([line for goal in view.goals for line in plan_lines(_, goal, view)])
        self.print.setVisible(any(one.goal.says.agreed_on for one in view.goals))
        told = ""
        if view.review is not None:
            last, today = view.review.says, self._place.clock.today()
            told = _("Gone through on {day}; again on {again}.", day=_.date(last.on), again=_.date(last.again))
            if last.again < today:
                told = _("Gone through on {day}. It is time to go through it again.", day=_.date(last.on))
        self.review.setText(told)
        self.review.setVisible(bool(told))

    def begin_goal(self) -> None:
        """Open the form of a new goal."""
        self._ask(goal_form(self._place.clock.today()), self._place.services.record.returning.goals)

    def begin_deed(self, row: Kept[GoalDraft]) -> None:
        """Open the form of something done for a goal."""
        if self._view is not None:
            form = deed_form(self._view.goals, _offered(self._view), row.uid)
            self._ask(form, self._place.services.record.returning.deeds)

    def begin_review(self) -> None:
        """Open the form of a talk about the whole plan."""
        self._ask(review_form(self._place.clock.today()), self._place.services.record.returning.reviews)

    def correct(self, row: Kept[Any]) -> None:
        """Open what stands on a line."""
        form, keeping = self._of(row)
        self._ask(form, keeping, row)

    def take_out(self, row: Kept[Any]) -> None:
        """Take a goal or a deed out; Ctrl+Z brings it back."""
        keeping, _ = self._of(row)[1], self._place.words
        self._place.operations.write(self, lambda _: keeping.remove(row.uid), named=_("Taken out of the plan."))

    def show_paper(self) -> None:
        """Show the plan as he gets it."""
        if self._case is not None:
            PlanPaperDialog(self._place, self.window(), self._case).open()

    def _of(self, row: Kept[Any]) -> tuple[EntryForm[Any], Any]:
        returning, view, today = self._place.services.record.returning, self._view, self._place.clock.today()
        if isinstance(row.says, GoalDraft):
            return goal_form(today), returning.goals
        if isinstance(row.says, ReviewDraft):
            return review_form(today), returning.reviews
        return deed_form(view.goals if view else (), _offered(view, row.says.step_uid) if view else ()), returning.deeds

    def _ask(self, form: EntryForm[Any], keeping: Any, row: Kept[Any] | None = None) -> None:
        if self._case is None:
            return
        about = f"{self._case.name or self._place.words('Name unknown')} · {self._case.number}"
        dialog = EntryDialog(self._place, self, form, keeping, self._case.uid, about, row)
        dialog.named = self._place.words("The plan is written down.")
        dialog.open()


def plan_lines(words: Words, one: GoalView, view: ReturnView) -> list[Line]:
    """A goal and, below it, what is done for it."""
    return [_goal_line(words, one.goal), *(_deed_line(words, one.goal, deed, view) for deed in one.deeds)]


def _offered(view: ReturnView, chosen: UUID | None = None) -> list[StepRow]:
    """The steps that may stand for a goal, and the one that was chosen."""
    return [
        row for row in view.steps
        if row.uid == chosen or (row.step_id in OURS and row.state is not StepState.OBSOLETE)
    ]  # fmt: skip


def _goal(row: object) -> bool:
    return isinstance(row, Kept) and isinstance(row.says, GoalDraft)


def _goal_line(words: Words, row: Kept[GoalDraft]) -> Line:
    says = row.says
    if says.reached_on:
        chip = Chip(words("reached"), "returned", "check", words("reached on {date}", date=words.date(says.reached_on)))
    elif says.agreed_on:
        chip = Chip(words("agreed to"), "info", "handshake", words("agreed on {date}", date=words.date(says.agreed_on)))
    else:
        chip = Chip(words("not agreed yet"), "missing", "circle-question-mark")
    until = words("by {date}", date=words.date(says.until)) if says.until and not says.reached_on else ""
    beside = ", ".join(filter(None, (words(AREAS[says.area]), until)))
    return Line(words("“{words}”", words=says.words), (says.result,) if says.result else (), (chip,), "goal", beside,
                subject=row)  # fmt: skip


def _deed_line(words: Words, goal: Kept[GoalDraft], row: Kept[DeedDraft], view: ReturnView) -> Line:
    says, step = row.says, view.step(row.says.step_uid)
    headline = says.text or (step_title(words, step.title) if step else words("a step"))
    done = says.done_on or (step.done_on.exact if step and step.done_on else None)
    until = says.until or (step.due if step else None)
    chips: tuple[Chip, ...] = ()
    if done:
        chips = (Chip(words("done"), "returned", "check", words("done on {date}", date=words.date(done))),)
    elif goal.says.agreed_on and not view.agreed_to(goal, row):
        chips = (Chip(words("since he agreed"), "missing", "", words("Added since he agreed: not on his paper yet.")),)
    by = words("by {date}", date=words.date(until)) if until and not done else ""
    beside = ", ".join(filter(None, (says.who, by)))
    return Line(headline, (says.result,) if says.result else (), chips, "footprints", beside, faint=bool(done),
                subject=row)  # fmt: skip


