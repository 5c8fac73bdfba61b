"""The week in a dialog: what is behind, what is ahead, who waits, what runs out; Enter opens a case, and it prints."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.digest.service import WeekView
from ui.digest.words import Part, paper_parts, paper_words, parts, week_word
from ui.files import file_to_save
from ui.models.entries import Entry
from ui.operations import Latest
from ui.saving import save_pdf
from ui.today.whose_button import WhoseButton, remembered
from ui.widgets.button import plain, primary
from ui.widgets.entries import EntryList
from ui.widgets.label import Label
from ui.workplace import Workplace

SIZE = (820, 540)
SHOWN = 6
"""Lines of each list: it is read in a minute; the pages themselves hold the rest."""


class DigestDialog(QDialog):
    """`opened` carries the case to open."""

    opened = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        _ = place.words
        self._place = place
        self._latest = Latest(place.operations, self)
        self._view: WeekView | None = None
        self._parts: tuple[Part, ...] = ()
        self.setWindowTitle(_("The week"))
        self.resize(*SIZE)
        self._heading = Label(_("The week"), "h1")
        self.whose = WhoseButton(place)
        self.whose.turned.connect(self.read)
        self.list = EntryList(place.look, _("The week"))
        self.list.opened.connect(self._open)
        self._told = Label("", "muted", wrap=True)
        self._told.hide()
        self.save = plain(place.look, _("Save PDF…"), "file-down")
        self.save.clicked.connect(self.save_file)
        close = primary(place.look, _("To work"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.whose)
        foot.addWidget(Label(_("Enter — open the case"), "small"), 1)
        foot.addWidget(self.save)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        column.addLayout(foot)
        self.read()

    def read(self) -> None:
        """Read the week, and keep that it was looked at."""
        services, chosen = self._place.services, self.whose.whose

        def look(_: object) -> Callable[[], None]:
            whose, choices = remembered(services, chosen)
            view = services.overview.digest.week(services.teams.workers(whose))
            return lambda: self._show(view, lambda: self.whose.show_choice(whose, choices))

        self._latest.ask(look, lambda show: show())
        self._place.operations.aside(lambda _: services.overview.digest.seen())

    def save_file(self) -> None:
        """Ask where to save it as an internal paper."""
        path = file_to_save(self, self._place.words("Save PDF"), Path.home() / "suprovid_week.pdf", "*.pdf")
        if path is not None:
            self.keep_file(path)

    def keep_file(self, path: Path) -> None:
        """Write the paper; that it left is kept first."""
        _, view, digest = self._place.words, self._view, self._place.services.overview.digest
        if view is None:
            return
        told, words = paper_parts(_, self._parts), paper_words(_, view)
        said = _("Saved: case numbers only, for the office. It is not for families.")
        self._place.operations.write(
            self, lambda _p: save_pdf(path, digest.paper(told, words)), lambda _none: self._say(said),
            refused=lambda error: self._say(_.explain(error)),
        )  # fmt: skip

    def _show(self, view: WeekView, turn: Callable[[], None]) -> None:
        turn()
        _, services = self._place.words, self._place.services
        self._view, self._parts = view, parts(_, view, services.catalogue, self._place.clock)
        self._heading.setText(week_word(_, view))
        self.list.refill([entry for part in self._parts for entry in self._lines(part)])

    def _lines(self, part: Part) -> list[Entry]:
        _ = self._place.words
        shown = [Entry(one.title, one.second, one.chip, None, one.row) for one in part.told[:SHOWN]]
        lines = [Entry(part.title, str(part.many) if part.many else "", heading=True), *shown]
        if not shown:
            lines.append(Entry(part.nothing))
        elif part.many > len(shown):
            lines.append(Entry(_.count("and {n} more", "and {n} more", part.many - len(shown))))
        return lines

    def _open(self, row: object) -> None:
        case = getattr(row, "case", None)
        if case is not None:
            self.accept()
            self.opened.emit(case)

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
