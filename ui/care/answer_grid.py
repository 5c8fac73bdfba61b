"""The answers of a paper form, one small field an item: a digit goes on to the next, a blank stays blank."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.scales.scale import Answers, ScaleDef
from app.i18n import Words
from ui.look import Look
from ui.widgets.label import Label

ACROSS = 5
WIDTH = 44


class AnswerGrid(QWidget):
    """`edited` whenever an answer changes. The items have numbers only: their words are on the paper."""

    edited = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self._words = look, words
        self._scale: ScaleDef | None = None
        self.boxes: list[QLineEdit] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)

    def show_scale(self, scale: ScaleDef) -> None:
        """Offer empty fields for the items of a scale."""
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._scale, self.boxes = scale, []
        for place, allowed in enumerate(scale.items):
            said = self._words("Item {n}: {allowed}", n=place + 1, allowed=", ".join(map(str, allowed)))
            box = QLineEdit()
            box.setMaxLength(1)
            box.setFixedWidth(self._look.theme.length(WIDTH))
            box.setAccessibleName(said)
            box.setToolTip(said)
            box.textEdited.connect(partial(self._typed, place))
            row, column = divmod(place, ACROSS)
            self._grid.addWidget(Label(str(place + 1), "muted"), row, 2 * column)
            self._grid.addWidget(box, row, 2 * column + 1)
            self.boxes.append(box)
        self._grid.setColumnStretch(2 * ACROSS, 1)

    def answers(self) -> Answers:
        """What stands in the fields; None for a blank."""
        return tuple(int(box.text()) if box.text().strip().isdecimal() else None for box in self.boxes)

    def put(self, answers: Answers) -> None:
        """Let these answers stand in the fields."""
        for box, answer in zip(self.boxes, answers, strict=True):
            box.setText("" if answer is None else str(answer))

    def wrong(self) -> QLineEdit | None:
        """The first field whose answer its item cannot have."""
        if self._scale is None:
            return None
        for box, allowed in zip(self.boxes, self._scale.items, strict=True):
            if box.text().strip() and box.text() not in map(str, allowed):
                return box
        return None

    def start(self) -> None:
        """Put the cursor into the first field."""
        self.boxes[0].setFocus()

    @property
    def many(self) -> int:
        """How many items there are."""
        return len(self.boxes)

    def _typed(self, place: int, text: str) -> None:
        allowed = self._scale.items[place] if self._scale else ()
        fits = text in map(str, allowed)
        box = self.boxes[place]
        box.setProperty("err", bool(text.strip()) and not fits)
        box.style().unpolish(box)
        box.style().polish(box)
        if fits and place + 1 < len(self.boxes):
            self.boxes[place + 1].setFocus()
            self.boxes[place + 1].selectAll()
        self.edited.emit()
