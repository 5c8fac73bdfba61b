"""The page of one case: head, tabs, and what is done with its steps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from app.cases.relatives import RelativeRow
from app.cases.view import CaseView, NoCase
from app.changes import Changes
from app.documents.queries import DocumentRow
from app.paper.family_facts import HIMSELF
from app.plan.queries import StepRow
from app.progress import Progress
from app.records.keeping import Kept
from app.search.flags import FlagDraft
from app.timeline.row import TimelineRow
from ui.case.family_tab import FamilyTab
from ui.case.header import CaseHeader
from ui.case.main_contact_dialog import let_go, make_main
from ui.case.overview import Overview
from ui.case.person_dialog import PersonDialog
from ui.case.person_tab import PersonTab
from ui.case.relative_dialog import RelativeDialog
from ui.case.status_dialog import StatusDialog
from ui.case.step_acts import StepActs
from ui.case.steps_tab import StepsTab
from ui.case.tabs import TABS
from ui.case.told_dialog import ToldDialog
from ui.case.visitor import VisitorView
from ui.closing.dialog import CloseDialog, ReopenDialog
from ui.documents.bringing import Bringing, Thing
from ui.documents.tab import DocumentsTab
from ui.operations import Latest
from ui.record.tab import CaseTab
from ui.search.minding import MindingStrip
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Page
from ui.workplace import Workplace

OVERVIEW, STEPS, FAMILY, DOCUMENTS = range(4)
FIRST = ("tab_overview", "tab_steps", "tab_family", "tab_documents")
"""The commands of the tabs that are there from the start; those of `TABS` follow."""
LEAST, LEAST_WIDTH = 168, 560
"""Of a tab: what does not fit into it scrolls, so that the window fits a small laptop with large type."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A case as one job reads it."""

    view: CaseView
    steps: tuple[StepRow, ...]
    timeline: tuple[TimelineRow, ...]
    documents: tuple[DocumentRow, ...]
    minded: tuple[Kept[FlagDraft], ...]


class CasePage(Page):
    """`done` tells the window what was done that needs no way back."""

    concerns = ~Changes.SETTINGS
    left = Signal()
    print_wanted = Signal(object)
    visitor_wanted = Signal()
    done = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.operations, "")
        _ = place.words
        self._place = place
        self.case: UUID | None = None
        self._view: CaseView | None = None
        self._latest = Latest(place.operations, self)
        self._header = CaseHeader(place)
        self.minding = MindingStrip(place)
        self.overview = Overview(place)
        self.steps = StepsTab(place, StepActs(place, self))
        self.family = FamilyTab(place)
        self.documents = DocumentsTab(place)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Parts of the case"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(place.look.theme.length(LEAST_WIDTH), place.look.theme.length(LEAST))
        self._visitor = VisitorView(place)
        self._guest: str | None = None
        for widget, word in (
            (self.overview, _("Overview")),
            (self.steps, _("Steps")),
            (self.family, _("Family")),
            (self.documents, _("Documents")),
        ):
            self.tabs.addTab(word)
            self._stack.addWidget(widget)
        for tab in TABS:
            number = self.tabs.addTab(_(tab.title))
            self.tabs.setTabVisible(number, tab.right is None or place.services.access.may(tab.right))
            self._stack.addWidget(QWidget())
        self.begin_at(self.tabs)
        self._arrange()
        self._connect()

    def show_case(self, case: UUID) -> None:
        """Open a case on its first tab."""
        if case != self.case:
            self._view = None
            self.tabs.setCurrentIndex(OVERVIEW)
        self.case = case
        self.minding.begin()
        self.again()

    def note(self) -> None:
        """Put the cursor where a contact is written down."""
        self.tabs.setCurrentIndex(OVERVIEW)
        self.overview.composer.note.setFocus()

    @property
    def number(self) -> str:
        """The number of the case in view; empty until it is read."""
        return self._view.number if self._view is not None else ""

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the commands of a case do here."""
        tabs = (*FIRST, *(tab.key for tab in TABS))
        return {
            **{key: partial(self.tabs.setCurrentIndex, number) for number, key in enumerate(tabs)},
            **{act: partial(self._act, tab.key, act) for tab in TABS for act in tab.acts},
            "status": self.change_status, "told": self.tell_family, "correct": self.put_right,
            "close_case": self.close_or_reopen,
            "relative": self.add_relative, "documents": self.add_documents, "copy": self.copy_number,
        }  # fmt: skip

    def tab(self, key: str) -> CaseTab:
        """One of the further tabs, in sight from now on."""
        number = len(FIRST) + [tab.key for tab in TABS].index(key)
        self.tabs.setCurrentIndex(number)
        return self._built(number)

    def offer(self, menu: QMenu) -> None:
        """Let the head offer what is done more rarely."""
        self._header.offer(menu)

    def show_visitor(self, *, visitor: bool) -> None:
        """Let the family of this case look on, or no more."""
        for widget in (self._header, self.tabs, self._stack):
            widget.setVisible(not visitor)
        self.minding.keep_quiet(quiet=visitor)
        self._visitor.setVisible(visitor)
        if visitor and self.case is not None:
            self._visitor.show_case(self.case, self._guest)
        else:
            self._guest = None
            self._visitor.leave()
        self.begin_at(self._visitor if visitor else self.tabs)

    def point_at(self, document: UUID) -> None:
        """Show one document of this case among the others."""
        self.tabs.setCurrentIndex(DOCUMENTS)
        self.documents.point_at(document)
        self.again()

    def add_documents(self) -> None:
        """Ask for files to be taken into the case."""
        if self._view is not None:
            self.tabs.setCurrentIndex(DOCUMENTS)
            self.documents.choose_files()

    def copy_number(self) -> None:
        """Put the number of the case on the clipboard."""
        if self.number:
            QGuiApplication.clipboard().setText(self.number)
            self.done.emit(self._place.words("Copied: {number}", number=self.number))

    def tell_family(self) -> None:
        """Open the form of what the main contact was told."""
        if self._view is not None and self._view.relatives:
            self.tell(next((one for one in self._view.relatives if one.primary), self._view.relatives[0]))

    def change_status(self) -> None:
        """Open the change of status of the case in view."""
        if self._view is not None:
            self._ask(StatusDialog(self._place, self, self._view), self._place.words("The status is changed."))

    def close_or_reopen(self) -> None:
        """Open the form that closes the case in view, or, of a closed one, the form that opens it again."""
        if self._view is not None:
            asks = CloseDialog if self._view.closed is None else ReopenDialog
            asks(self._place, self, self._view, self._about(self._view)).open()

    def tell(self, relative: RelativeRow) -> None:
        """Open the form of what a relative was told."""
        if self._view is not None:
            said = self._place.words("It is written down what the family was told.")
            self._ask(ToldDialog(self._place, self, self._view, relative), said)

    def put_right(self, relative: RelativeRow | None = None) -> None:
        """Open the correction of a relative's data; of the man's own and of his case if none is given."""
        if self._view is not None:
            said = self._place.words("The data are put right.")
            if relative is None:
                self._ask(PersonDialog(self._place, self, self._view.uid, self._about(self._view)), said)
            else:
                self._ask(self._relative(relative), said)

    def add_relative(self) -> None:
        """Open the form of a relative who is not in the case yet."""
        if self._view is not None:
            self.tabs.setCurrentIndex(FAMILY)
            dialog = RelativeDialog(self._place, self, self._view.uid, self._about(self._view))
            self._ask(dialog, self._place.words("A relative is added."))

    def add_phone(self, relative: RelativeRow) -> None:
        """Open a relative's data at the phones."""
        if self._view is not None:
            self._ask(self._relative(relative, "phones"), self._place.words("The data are put right."))

    @override
    def refresh(self) -> None:
        case = self.case
        if case is None:
            return
        services = self._place.services
        cases, plan, documents = services.cases, services.plan, services.documents

        def read(progress: Progress) -> _Read | None:
            try:
                view = cases.view(case)
            except NoCase:
                return None
            progress.checkpoint(1, 3)
            told, minded = services.record.timeline.rows(case), services.record.search.minded(case)
            return _Read(view, plan.steps(case), told, documents.rows(case), minded)

        self._latest.ask(read, self._show)

    def _arrange(self) -> None:
        self.title.hide()
        self.beside.hide()
        self.body.setSpacing(8)
        self.body.addWidget(self._header)
        self.body.addWidget(self.minding)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._visitor, 1)
        self._visitor.hide()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn_to)
        self._header.left.connect(self.left)
        self._header.contact_wanted.connect(self.note)
        self.family.told_wanted.connect(self.tell)
        self.family.correction_wanted.connect(self.put_right)
        self.family.new_wanted.connect(self.add_relative)
        self.family.phone_wanted.connect(self.add_phone)
        self.family.main_wanted.connect(lambda row: make_main(self._place, self, row))
        self.family.removal_wanted.connect(self._remove)
        self.family.names_wanted.connect(self._show_person)
        self.family.visit_wanted.connect(self._receive)
        self._header.print_wanted.connect(lambda: self.print_wanted.emit(self.case))
        self.overview.ticked.connect(self.steps.acts.tick)
        self.overview.opened.connect(self._open_step)
        self.overview.status_wanted.connect(lambda: self.tab("tab_status"))
        self.overview.documents.opened.connect(self.documents.look_at)
        Bringing(self).brought.connect(self._bring)

    def _show(self, read: _Read | None) -> None:
        if read is None:
            self.case = self._view = None
            self.left.emit()
            return
        if read.view.uid != self.case:
            return
        _ = self._place.words
        self._view = read.view
        self._header.show_case(read.view)
        self._header.show_minded(read.minded)
        self.minding.show_flags(read.minded)
        self.overview.show_case(read.view)
        self.overview.show_timeline(read.timeline)
        self.overview.show_steps(read.steps)
        self.steps.acts.show_case(read.view, read.documents)
        self.steps.show_steps(read.steps)
        self.family.show_case(read.view)
        self.overview.documents.show_rows(read.documents)
        self.documents.show_case(read.view, read.documents)
        many = len(read.documents)
        self.tabs.setTabText(DOCUMENTS, f"{_('Documents')} ({many})" if many else _("Documents"))
        for number in range(len(FIRST), self._stack.count()):
            built = self._stack.widget(number)
            if isinstance(built, CaseTab):
                built.show_case(read.view)
        waiting = sum(row.open for row in read.steps)
        self.tabs.setTabText(STEPS, f"{_('Steps')} ({waiting})" if waiting else _("Steps"))
        relatives = len(read.view.relatives)
        self.tabs.setTabText(FAMILY, f"{_('Family')} ({relatives})" if relatives else _("Family"))

    def _turn_to(self, number: int) -> None:
        if number >= len(FIRST):
            self._built(number)
        self._stack.setCurrentIndex(number)

    def _built(self, number: int) -> CaseTab:
        """A further tab, built when it is first looked at."""
        standing = self._stack.widget(number)
        if isinstance(standing, CaseTab):
            return standing
        built = TABS[number - len(FIRST)].make(self._place)
        self._stack.insertWidget(number, built)
        if standing is not None:
            self._stack.removeWidget(standing)
            standing.deleteLater()
        if self._view is not None:
            built.show_case(self._view)
        return built

    def _act(self, tab: str, act: str) -> None:
        if self._view is not None:
            self.tab(tab).acts()[act]()

    def _receive(self, row: RelativeRow | None) -> None:
        """Let one relative look on, or the man himself: his own page, nobody else's."""
        self._guest = str(row.uid) if row is not None else HIMSELF
        self.visitor_wanted.emit()

    def _about(self, who: CaseView | RelativeRow) -> str:
        return f"{who.name or self._place.words('Name unknown')} · {self.number}"

    def _relative(self, row: RelativeRow, to: str = "surname") -> RelativeDialog:
        case = self._view.uid if self._view else row.uid
        return RelativeDialog(self._place, self, case, self._about(row), row.uid, to=to)

    def _show_person(self, row: RelativeRow) -> None:
        tab = self.tab("tab_person")
        if isinstance(tab, PersonTab):
            tab.show_person(row.person)

    def _remove(self, row: RelativeRow) -> None:
        alone = self._view is not None and len(self._view.relatives) == 1
        let_go(self._place, self, row, asked=row.primary and not alone)

    def _ask(self, dialog: FormDialog, said: str) -> None:
        dialog.named = said
        dialog.open()

    def _bring(self, brought: list[Thing]) -> None:
        self.tabs.setCurrentIndex(DOCUMENTS)
        self.documents.bring(brought)

    def _open_step(self, step: StepRow) -> None:
        self.tabs.setCurrentIndex(STEPS)
        self.steps.choose(step)
