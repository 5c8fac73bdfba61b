"""The steps of one day or of several, under a heading each; a step can be dragged onto a day of the month."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from app.i18n import Words
from app.plan.queries import DueRow
from ui.calendar.month import STEP
from ui.look import Look
from ui.today.task_list import TaskList


class DaysList(TaskList):
    """As the tasks of Today; D does by key what dragging does."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__(look, words)
        self.setAccessibleName(words("Steps of these days"))
        self._pressed: QPoint | None = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        moved = self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() >= far
        if not moved or not isinstance(self.subject(self.currentIndex().row()), DueRow):
            super().mouseMoveEvent(event)
            return
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setData(STEP, b"1")
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)
