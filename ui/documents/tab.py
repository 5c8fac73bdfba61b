"""The documents of a case: brought in, seen, described; let out with a reason, destroyed when asked in words."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.access.access import NotAllowed
from app.cases.relatives import RelativeRow
from app.cases.view import CaseView
from app.changes import Changes
from app.documents.queries import DocumentRow
from app.documents.service import Added
from app.domain.errors import UserError
from app.domain.paper_state import AWAITED, Move
from app.domain.role import Right
from app.progress import Progress
from ui.documents.bringing import Thing, sources
from ui.documents.copy_dialog import CopyDialog
from ui.documents.describe_dialog import DescribeDialog
from ui.documents.erase_dialog import EraseDialog
from ui.documents.filter import PaperFilter
from ui.documents.list import DocumentList
from ui.documents.move_dialog import MoveDialog
from ui.documents.strip import PaperStrip
from ui.documents.trail_dialog import TrailDialog
from ui.documents.viewer import Viewer
from ui.documents.words import draft_of, kind_word, title_word
from ui.files import files_to_open
from ui.operations import Latest
from ui.widgets.button import link, plain, primary, quiet
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.progress_strip import ProgressStrip
from ui.workplace import Workplace

KINDS = "*.jpg *.jpeg *.png *.pdf"


class DocumentsTab(QWidget):
    """What a name hints at is offered, never applied by itself: some kinds count as proof of a fate."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        _, look = place.words, place.look
        self._place = place
        self._case: UUID | None = None
        self._relatives: tuple[RelativeRow, ...] = ()
        self._rows: tuple[DocumentRow, ...] = ()
        self._latest = Latest(place.operations, self)
        self._adding = False
        self._next: UUID | None = None
        self.list = DocumentList(place)
        self._add = primary(look, _("Add documents…"), "plus")
        self._strip = ProgressStrip(look, _)
        self._told = Label("", wrap=True)
        self._understood = quiet(look, _("Understood"), "check")
        self._empty = EmptyState(
            look, "files", _("No documents in this case"),
            _("Drop photos, scans or PDF files here, or press Ctrl+V. They are kept encrypted, in the vault only."),
        )  # fmt: skip
        self._offered = Label("", wrap=True)
        self._agree = plain(look, _("Yes, it is"), "check")
        self.filter = PaperFilter(place)
        self.paper = PaperStrip(place)
        self._need = link("")
        self._open = plain(look, _("Open"), "file-text")
        self._attach = plain(look, _("Add its file…"), "paperclip")
        self._spare = quiet(look, _("Not needed"), "x")
        self._veil = plain(look, _("Show"), "eye")
        self._describe = plain(look, _("Describe…"), "pencil")
        self._copy = plain(look, _("Save a copy outside the vault…"), "save")
        self._erase = quiet(look, _("Destroy…"), "trash-2")
        self._veil.setToolTip(_key(Qt.Key.Key_Space))
        self._erase.setToolTip(_key(Qt.Key.Key_Delete))
        self._arrange()
        self._connect()

    def show_case(self, view: CaseView, rows: Sequence[DocumentRow]) -> None:
        """Show the documents of a case."""
        other, chosen = view.uid != self._case, self.list.current()
        pointed, self._next = self._next, None
        wanted = pointed or (chosen.uid if chosen else None)
        self._case, self._relatives, self._rows = view.uid, view.relatives, tuple(rows)
        if other or pointed:
            self.filter.clear()
        self.filter.count(rows)
        listed = self.filter.picked(rows)
        self.list.documents.show_rows(listed, view.relatives, afresh=other)
        if other:
            self._tell("")
            self._need.hide()
        if wanted is not None and (pointed or not other):
            self.list.choose(wanted)
        if self.list.current() is None and listed:
            self.list.choose(listed[0].uid)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._show_actions(self.list.current())
        tracking = self._place.services.documents.tracking
        self._latest.ask(lambda _: tracking.lacking(view.uid), self._offer_lacking)

    def bring(self, brought: Sequence[Thing]) -> None:
        """Take files and pictures into the case in view."""
        case, documents = self._case, self._place.services.documents
        _, clock = self._place.words, self._place.clock
        if case is None or self._adding or not brought:
            return

        def add(progress: Progress) -> Added:
            return documents.add(case, sources(brought, _, clock.now()), progress=progress)

        self._busy(busy=True)
        self._tell("")
        progress = self._place.operations.write(
            self, add, lambda added: self._added(case, added), touched=Changes.DOCUMENTS | Changes.CASES,
            refused=self._refuse, shown=self._strip.report,
            stopped=lambda: self._over(_("Stopped; nothing was added.")),
        )  # fmt: skip
        self._strip.begin(_("Adding documents…"), progress.cancel)

    def point_at(self, document: UUID) -> None:
        """Choose this document when the documents of its case are shown next."""
        self._next = document

    def look_at(self, row: DocumentRow) -> None:
        """Open a document; one without a file is only described."""
        if row.has_file:
            Viewer(self._place, self, row, veiled=self.list.documents.veiled(row)).open()
        else:
            self._ask_description(row)

    def _arrange(self) -> None:
        _ = self._place.words
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._add)
        hint = ElidedLabel(_("Drop files here or press Ctrl+V"), "small")
        hint.fill()
        top.addWidget(hint, 1)
        top.addWidget(self._need)
        told = QHBoxLayout()
        told.addWidget(self._told, 1)
        told.addWidget(self._understood)
        offer = QHBoxLayout()
        offer.addWidget(self._offered, 1)
        offer.addWidget(self._agree)
        self._actions = QWidget()
        flow = FlowLayout(self._actions)
        for button in (
            self._open, self._veil, self._attach, self._describe, self._copy, self._spare, self._erase,
        ):  # fmt: skip
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._strip)
        column.addLayout(told)
        column.addWidget(self.filter)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self.paper)
        column.addLayout(offer)
        column.addWidget(self._actions)
        self._tell("")
        self._show_actions(None)

    def _connect(self) -> None:
        self._add.clicked.connect(self.choose_files)
        self._understood.clicked.connect(lambda: self._tell(""))
        self._place.operations.failed.connect(self._give_up)
        self.list.chosen.connect(self._show_actions)
        self.list.opened.connect(self.look_at)
        self.list.erasure_wanted.connect(self._ask_erasure)
        self._agree.clicked.connect(self._confirm)
        self._need.clicked.connect(self._take_lacking)
        self.filter.changed.connect(self._refilter)
        self.paper.wanted.connect(lambda move: self._of_chosen(lambda row: self._ask_move(row, move)))
        self.paper.history_wanted.connect(
            lambda: self._of_chosen(lambda row: TrailDialog(self._place, self, row).open())
        )
        for button, act in (
            (self._open, self.look_at), (self._veil, self.list.documents.turn), (self._describe, self._ask_description),
            (self._copy, self._ask_copy), (self._erase, self._ask_erasure), (self._attach, self._ask_file),
            (self._spare, self._drop),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked, meant=act: self._of_chosen(meant))

    def _of_chosen(self, act: Callable[[DocumentRow], None]) -> None:
        row = self.list.current()
        if row is not None:
            act(row)

    def _show_actions(self, row: DocumentRow | None) -> None:
        _, services = self._place.words, self._place.services
        self._actions.setVisible(row is not None)
        self.paper.setVisible(row is not None)
        guess = services.documents.suggest(row.title) if row is not None and not row.kind else ""
        for widget in (self._offered, self._agree):
            widget.setVisible(bool(guess))
        if row is None:
            return
        if guess:
            kind = kind_word(_, services.catalogue, guess)
            self._offered.setText(_("By its title this may be: {kind}. Is it?", kind=kind))
            self._agree.setAccessibleName(_("Yes, it is: {kind}", kind=kind))
        veiled = self.list.documents.veiled(row)
        self._veil.setText(" " + (_("Show") if veiled else _("Hide")))
        self._veil.setAccessibleName(self._veil.text().strip())
        self._veil.setIcon(self._place.look.icon("eye" if veiled else "eye-off", "text"))
        self._veil.setVisible(row.veiled)
        self._open.setVisible(row.has_file)
        self._copy.setVisible(row.has_file)
        self._attach.setVisible(not row.has_file)
        awaited = row.state in AWAITED and not row.has_file
        self._spare.setVisible(awaited)
        self._erase.setVisible(services.access.may(Right.APPROVE) and not awaited)
        self.paper.show_row(row, self._place.clock.today())

    def _refilter(self) -> None:
        self.list.documents.show_rows(self.filter.picked(self._rows), self._relatives, afresh=False)
        if (first := self.list.documents.index(0)).isValid():
            self.list.setCurrentIndex(first)
        else:
            self._show_actions(None)

    def _offer_lacking(self, kinds: Sequence[str]) -> None:
        """Offer the papers that the open steps ask for, all in one press."""
        _, catalogue = self._place.words, self._place.services.catalogue
        self._need.setText(
            _.count("The steps need {n} more paper: note it", "The steps need {n} more papers: note them", len(kinds))
        )
        self._need.setAccessibleName(self._need.text())
        self._need.setToolTip("\n".join(kind_word(_, catalogue, code) for code in kinds))
        self._need.setVisible(bool(kinds))

    def _take_lacking(self) -> None:
        case, tracking = self._case, self._place.services.documents.tracking
        if case is not None:
            said = self._place.words("The papers that the steps need are noted.")
            self._place.operations.write(self, lambda _: tracking.need_for_steps(case), named=said)

    def _ask_move(self, row: DocumentRow, move: Move) -> None:
        MoveDialog(self._place, self, row, move).open()

    def _ask_file(self, row: DocumentRow) -> None:
        """Ask for the file of a paper that has none yet; one is taken."""
        _, documents = self._place.words, self._place.services.documents
        chosen = files_to_open(self, _("Add its file"), Path.home(), f"{_('Photos, scans, PDF')} ({KINDS})")
        if chosen:
            self._tell("")
            self._place.operations.write(
                self, lambda _: documents.attach(row.uid, row.version, chosen[0]), named=_("The file is added."),
                refused=self._refuse,
            )  # fmt: skip

    def _drop(self, row: DocumentRow) -> None:
        _, tracking = self._place.words, self._place.services.documents.tracking
        said = _("Not needed: {what}", what=title_word(_, self._place.services.catalogue, row))
        self._place.operations.write(
            self, lambda _: tracking.spare(row.uid, row.version), named=said, refused=self._refuse
        )

    def choose_files(self) -> None:
        """Ask for files, and take them into the case in view."""
        _ = self._place.words
        self.bring(files_to_open(self, _("Add documents"), Path.home(), f"{_('Photos, scans, PDF')} ({KINDS})"))

    def _added(self, case: UUID, added: Added) -> None:
        _ = self._place.words
        lines = [_.explain(refusal) for refusal in added.refused]
        if added.known:
            lines.append(_.count("{n} file is in this case already.", "{n} files are in this case already.",
                                 len(added.known)))
        self._over("\n".join(lines))
        if case == self._case and added.documents:
            self._next = added.documents[0]

    def _refuse(self, error: UserError) -> None:
        self._over(self._place.words.explain(error))

    def _over(self, text: str) -> None:
        self._busy(busy=False)
        self._tell(text)

    def _give_up(self, _error: Exception) -> None:
        self._busy(busy=False)

    def _busy(self, *, busy: bool) -> None:
        self._adding = busy
        self._add.setEnabled(not busy)
        if not busy:
            self._strip.end()

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self._understood.setVisible(bool(text))

    def _confirm(self) -> None:
        row, documents = self.list.current(), self._place.services.documents
        if row is not None:
            draft = draft_of(row, kind=documents.suggest(row.title))
            self._place.operations.write(
                self, lambda _: documents.describe(row.uid, row.version, draft), refused=self._refuse
            )

    def _ask_description(self, row: DocumentRow) -> None:
        DescribeDialog(self._place, self, row, self._relatives).open()

    def _ask_copy(self, row: DocumentRow) -> None:
        CopyDialog(self._place, self, row).open()

    def _ask_erasure(self, row: DocumentRow) -> None:
        if not self._place.services.access.may(Right.APPROVE):
            self._tell(self._place.words.explain(NotAllowed()))
            return
        documents = self._place.services.documents
        dialog = EraseDialog(self._place, self, row)
        dialog.accepted.connect(
            lambda: self._place.operations.write(
                self, lambda _: documents.erase(row.uid, row.version), refused=self._refuse
            )
        )
        dialog.open()


def _key(key: Qt.Key) -> str:
    """A key as the keyboard of this language names it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
