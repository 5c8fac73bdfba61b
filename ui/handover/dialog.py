"""Hand cases over: to whom, a word about each case, and the page of what the colleague must know."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from app.cases.queries import Chosen
from app.changes import Changes
from app.handover.brief import Brief
from app.handover.service import MOST
from app.many.outcome import Outcome
from ui.bulk.dialog import BulkDialog, Work
from ui.files import file_to_save
from ui.handover.words import brief_line, page
from ui.widgets.button import link
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.line_list import LineList
from ui.widgets.seek_choice import SeekChoice
from ui.workplace import Workplace

WIDTH, LIST_HEIGHT, NOTE_HEIGHT = 700, 210, 54


class HandOverDialog(BulkDialog):
    """Hands the chosen cases over to a colleague; a word stands with the case it was written for."""

    touched = Changes.CASES | Changes.NOTES

    def __init__(self, place: Workplace, parent: QWidget, picked: Chosen, count: int, workers: Sequence[str]) -> None:
        _ = place.words
        super().__init__(place, parent, picked, count, _("Hand over to a worker"), _("Hand over"))
        self.setMinimumWidth(place.look.theme.length(WIDTH))
        self._briefs: tuple[Brief, ...] = ()
        self.notes: dict[UUID, str] = {}
        self.who = SeekChoice((worker, worker) for worker in workers)
        self.cases = LineList(place.look, _("What the colleague must know"))
        self.cases.setMinimumHeight(place.look.theme.length(LIST_HEIGHT))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(place.look.theme.length(NOTE_HEIGHT))
        self._save = link(_("Save the page as a text…"))
        self._save.clicked.connect(self.write_out)
        for widget in (
            Field(place.look, _("Worker"), self.who, _("He or she becomes responsible for these cases.")),
            Label(_("What the colleague must know"), "strong"),
            self.cases,
            Field(place.look, _("Your word about the chosen case"), self.note, _("It becomes a note of that case.")),
            self._save,
        ):
            self.column.addWidget(widget)
        self.cases.chosen.connect(self._turn_to)
        self.note.textChanged.connect(self._keep_note)
        self.who.setFocus()
        handover = place.services.handover
        place.operations.read(self, lambda _: handover.briefs(picked), self._show)

    @override
    def work(self) -> Work:
        """Make the chosen worker responsible."""
        worker, handover, picked = str(self.who.chosen() or ""), self.place.services.handover, self.picked
        notes = dict(self.notes)
        return lambda progress: handover.hand_over(picked, worker, notes, progress)

    @override
    def summary(self, outcome: Outcome) -> str:
        """How many cases went over."""
        return self.place.words.count("{n} case is handed over.", "{n} cases are handed over.", outcome.done)

    def write_out(self) -> None:
        """Write the page to a file, after it is kept that it leaves the vault."""
        _ = self.place.words
        start = Path.home() / _("hand-over.txt")
        path = file_to_save(self, _("Save the page as a text…"), start, _("Text (*.txt)"))
        if path is None:
            return
        handover, cases = self.place.services.handover, tuple(brief.case for brief in self._briefs)
        text = page(_, self._briefs, self.notes, _("Hand-over of cases, {day}", day=_.date(self.place.clock.today())))

        said = _("The page lies in clear in the folder: delete it once it is read.")
        self.place.operations.read(
            self, lambda _: handover.write_out(cases, text, path), lambda _: self.say(said), refused=self._refuse
        )

    def _show(self, briefs: tuple[Brief, ...]) -> None:
        self._briefs = briefs
        self._fill()
        if len(briefs) == MOST:
            self.say(self.place.words("The page shows the first {n} cases.", n=MOST))

    def _fill(self) -> None:
        words, today = self.place.words, self.place.clock.today()
        self.cases.show_lines([brief_line(words, brief, today) for brief in self._briefs])

    def _turn_to(self, brief: object) -> None:
        said = self.notes.get(brief.case, "") if isinstance(brief, Brief) else ""
        if said != self.note.toPlainText():
            self.note.setPlainText(said)

    def _keep_note(self) -> None:
        brief = self.cases.subject()
        said = self.note.toPlainText()
        if isinstance(brief, Brief) and said != self.notes.get(brief.case, ""):
            self.notes[brief.case] = said
