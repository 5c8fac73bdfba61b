"""The rows of an import plan as a table: where each stands, who it is, what becomes of it and why."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from app.domain.errors import N_
from app.i18n import Words
from app.spreadsheets.planned import ImportPlan, Outcome, PlannedRow
from ui.models.roles import Chip, Role
from ui.tip import tip

Index = QModelIndex | QPersistentModelIndex
ROW, PERSON, OUTCOME, WHY = range(4)
_OUTCOMES: Mapping[Outcome, tuple[str, str, str]] = {
    Outcome.IMPORT: (N_("will be imported"), "returned", "check"),
    Outcome.IMPORT_WITH_WARNINGS: (N_("with remarks"), "missing", "triangle-alert"),
    Outcome.DUPLICATE: (N_("likely duplicate"), "info", "users"),
    Outcome.REFUSED: (N_("not taken"), "captive", "ban"),
}


class PlannedRowsModel(QAbstractTableModel):
    """The rows of one plan with the outcomes wanted; at first those that need an eye."""

    def __init__(self, words: Words, owner: QObject) -> None:
        super().__init__(owner)
        self._words = words
        self._plan: ImportPlan | None = None
        self._rows: tuple[PlannedRow, ...] = ()
        self._outcome: Outcome | None = None

    def show(self, plan: ImportPlan) -> None:
        """Show another plan."""
        self._plan = plan
        self.filter(self._outcome)

    def filter(self, outcome: Outcome | None) -> None:
        """Show rows of one outcome, or all."""
        self.beginResetModel()
        self._outcome = outcome
        rows = self._plan.rows if self._plan else ()
        self._rows = tuple(row for row in rows if outcome is None or row.outcome is outcome)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 4

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        _ = self._words
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return (_("Row"), _("Person"), _("What becomes of it"), _("Why"))[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                cells = (self._text(row, one) for one in range(4))
                return ". ".join(cell for cell in cells if cell) if column == ROW else self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._text(row, WHY))
            case Role.CHIP:
                return outcome_chip(self._words, row.outcome) if column == OUTCOME else None
            case Role.TONE:
                return "text" if column == PERSON else "text2"
        return None

    def _text(self, row: PlannedRow, column: int) -> str:
        if column == ROW:
            return str(row.sheet_row)
        if column == PERSON:
            return row.label
        if column == OUTCOME:
            return outcome_chip(self._words, row.outcome).text
        return " ".join(remark.text.in_(self._words.language) for remark in row.remarks)


def outcome_chip(words: Words, outcome: Outcome) -> Chip:
    """What becomes of a row, as a chip."""
    text, tone, icon = _OUTCOMES[outcome]
    return Chip(words(text), tone, icon)
