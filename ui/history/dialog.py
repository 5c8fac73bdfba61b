"""What a field, an entry or a whole case said before: who changed it when, from what to what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.journal.field_history import FieldChange
from app.journal.tables import subject_of
from ui.history.field_words import change_words, field_word
from ui.journal_words import subject_word
from ui.models.lines import Line
from ui.operations import Latest
from ui.widgets.button import link, plain
from ui.widgets.label import Label
from ui.widgets.line_list import LineList
from ui.workplace import Workplace

WIDTH, HEIGHT = 620, 480


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a form for its fields: labels, and choices by their codes."""

    labels: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class HistoryDialog(QDialog):
    """Reads when it is opened. `column`: of which field alone, until all are asked for."""

    def __init__(
        self, place: Workplace, parent: QWidget, about: str, read: Callable[[], tuple[FieldChange, ...]],
        terms: Terms | None = None, column: str = "", *, of_all: bool = False,
    ) -> None:  # fmt: skip
        """`of_all`: it tells of many rows, so that each line says what of."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self._place, self._terms, self._column = place, terms or Terms(), column
        self._rows: tuple[FieldChange, ...] = ()
        self._of_all = of_all
        self.setWindowTitle(_("What was written before"))
        self.resize(WIDTH, HEIGHT)
        self._named = Label("", "muted", wrap=True)
        self._empty = Label(_("Nothing was changed since it was written down."), "muted", wrap=True)
        self.list = LineList(place.look, _("What was written before"))
        self._all = link(_("Show every field"))
        self._all.clicked.connect(self._widen)
        close = plain(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._all)
        foot.addStretch(1)
        foot.addWidget(close)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(20, 16, 20, 16)
        column_of_all.setSpacing(8)
        column_of_all.addWidget(Label(_("What was written before"), "h2"))
        column_of_all.addWidget(Label(about, "muted", wrap=True))
        column_of_all.addWidget(self._named)
        column_of_all.addWidget(self._empty)
        column_of_all.addWidget(self.list, 1)
        column_of_all.addLayout(foot)
        self._empty.hide()
        self._latest = Latest(place.operations, self)
        self._latest.ask(lambda _progress: read(), self._show)

    @classmethod
    def of_row(
        cls, place: Workplace, parent: QWidget, uid: UUID, about: str, terms: Terms | None = None, column: str = ""
    ) -> Self:
        """The history of one row of the record."""
        histories = place.services.record.histories
        return cls(place, parent, about, lambda: histories.of_row(uid), terms, column)

    @classmethod
    def of_case(cls, place: Workplace, parent: QWidget, case: UUID, about: str, terms: Terms | None = None,
                column: str = "") -> Self:  # fmt: skip
        """The history of everything in a case."""
        histories = place.services.record.histories
        return cls(place, parent, about, lambda: histories.of_case(case), terms, column, of_all=True)

    def _show(self, rows: tuple[FieldChange, ...]) -> None:
        self._rows = rows
        self._fill()

    def _widen(self) -> None:
        self._column = ""
        self._fill()

    def _fill(self) -> None:
        _, wanted = self._place.words, self._column
        shown = [row for row in self._rows if not wanted or row.column == wanted]
        label = self._terms.labels.get(wanted)
        self._named.setText(_("Field: {field}", field=_(label)) if label else "")
        self._named.setVisible(bool(label))
        self.list.show_lines([self._line(row) for row in shown])
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._all.setVisible(bool(wanted))

    def _line(self, row: FieldChange) -> Line:
        _, terms = self._place.words, self._terms
        said = change_words(_, row, terms.choices)
        what = subject_word(_, subject_of(row.table)) if self._of_all else ""
        beside = " · ".join(filter(None, (what, _.instant(row.at), row.by)))
        icon = "history" if row.column else "plus"
        return Line(field_word(_, row, terms.labels), (said,) if said else (), icon=icon, beside=beside)
