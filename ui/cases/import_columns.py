"""Which column means what: the program's reading, corrected by hand in combo boxes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.i18n import Words
from app.spreadsheets.fields import field_defs
from app.spreadsheets.headings import ColumnMap
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.scroll import Scroll

LONGEST_SAMPLE = 40


class ColumnsPane(QWidget):
    """`corrected` carries the whole mapping by heading, after somebody changed one column."""

    corrected = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._boxes: dict[str, QComboBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scroll: Scroll | None = None

    def show_columns(self, columns: ColumnMap) -> None:
        """Show the reading of another plan."""
        if self._scroll is not None:
            self._scroll.hide()
            self._scroll.deleteLater()
        self._boxes = {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, column in enumerate(columns.columns):
            sample = next((text for text in column.samples if text), "")[:LONGEST_SAMPLE]
            names = QVBoxLayout()
            names.setSpacing(0)
            for text, name in ((column.heading or "—", ""), (sample, "small")):
                label = ElidedLabel(text, name)
                label.fill()
                names.addWidget(label)
            grid.addLayout(names, row, 0)
            box = self._box(column.heading, column.field)
            grid.addWidget(box, row, 1)
        grid.setRowStretch(len(columns.columns), 1)
        self._scroll = Scroll(inside)
        self._column.addWidget(self._scroll)

    def mapping(self) -> dict[str, str | None]:
        """The field chosen for each heading; None: not taken."""
        return {heading: box.currentData() for heading, box in self._boxes.items()}

    def _box(self, heading: str, field: str | None) -> QComboBox:
        box = QComboBox()
        box.setProperty("compact", True)
        box.setAccessibleName(self._words("Meaning of the column {heading}", heading=heading))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.addItem(self._words("— not taken —"), None)
        for one, definition in field_defs().items():
            box.addItem(definition.label.in_(self._words.language), one.value)
        box.setCurrentIndex(max(0, box.findData(str(field) if field else None)))
        box.activated.connect(lambda _index: self.corrected.emit(self.mapping()))
        self._boxes[heading] = box
        return box


def note(words: Words) -> Label:
    """What the pane is for."""
    return Label(words("What each column means. A correction is remembered for such workbooks."), "small", wrap=True)
