"""A month as a grid of days: the number of steps on each, those of the law apart; arrows walk through it."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from babel.dates import format_date, get_day_names
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from app.i18n import Words
from app.plan.agenda import DayCount
from ui.look import Look
from ui.models.roles import Role
from ui.widgets.cells import draw_line

Index = QModelIndex | QPersistentModelIndex
WEEKS, DAYS, SATURDAY = 6, 7, 5
ROW = 58
STEP = "application/x-suprovid-step"
"""What a step dragged onto a day carries: nothing but that it is one."""


_BY_KEY: Mapping[int, int] = {
    Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1, Qt.Key.Key_Up.value: -DAYS, Qt.Key.Key_Down.value: DAYS,
}  # fmt: skip
"""By how many days an arrow goes on."""


def weeks_of(month: date) -> tuple[date, ...]:
    """The forty-two days, Monday first, that show a month."""
    first = date(month.year, month.month, 1)
    start = first - timedelta(days=first.weekday())
    return tuple(start + timedelta(days=number) for number in range(WEEKS * DAYS))


class MonthModel(QAbstractTableModel):
    """The days of one month, and what comes up on each."""

    def __init__(self, owner: QTableView, words: Words, today: date) -> None:
        super().__init__(owner)
        self._words, self.today = words, today
        self.month = date(today.year, today.month, 1)
        self.days = weeks_of(today)
        self._counts: Mapping[date, DayCount] = {}

    def show_month(self, month: date, counts: Mapping[date, DayCount]) -> None:
        """Show a month and its counts."""
        self.beginResetModel()
        self.month, self.days, self._counts = date(month.year, month.month, 1), weeks_of(month), counts
        self.endResetModel()

    def count(self, day: date) -> DayCount:
        """What comes up on a day."""
        return self._counts.get(day, DayCount(0, 0))

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return self.days[index.row() * DAYS + index.column()]

    def where(self, day: date) -> QModelIndex:
        """The cell of a day; an invalid index if it is not in sight."""
        if day not in self.days:
            return QModelIndex()
        row, column = divmod(self.days.index(day), DAYS)
        return self.index(row, column)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else WEEKS

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else DAYS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return str(get_day_names("abbreviated", locale=self._words.language)[section])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        day = self.day(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(day.day)
            case Role.ROW:
                return day
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._said(day)
        return None

    def _said(self, day: date) -> str:
        _, count = self._words, self.count(day)
        pattern = "EEEE, d MMMM" if day.year == self.today.year else "EEEE, d MMMM y"
        parts = [format_date(day, pattern, locale=_.language)]
        if day == self.today:
            parts.append(_("today"))
        parts.append(_.count("{n} step", "{n} steps", count.steps) if count.steps else _("no steps"))
        if count.of_the_law:
            parts.append(_.count("{n} by law", "{n} by law", count.of_the_law))
        if count.appointments:
            parts.append(_.count("{n} appointment", "{n} appointments", count.appointments))
        return ", ".join(parts)


class DayDelegate(QStyledItemDelegate):
    """Paints one day: its number, and how much comes up; the law's part is said by its own sign."""

    def __init__(self, look: Look, words: Words, owner: QTableView) -> None:
        super().__init__(owner)
        self._look, self._words = look, words

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, theme, box = index.model(), self._look.theme, QRect(option.rect)
        if not isinstance(model, MonthModel):
            return
        day = model.day(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, box, today=day == model.today)
        inside = box.adjusted(8, 5, -6, -4)
        outside = day.month != model.month.month
        weight = QFont.Weight.Bold if day == model.today else QFont.Weight.Normal
        role = "text3" if outside or day.weekday() >= SATURDAY else "text"
        line = theme.length(18)
        draw_line(painter, QRect(inside.left(), inside.top(), inside.width(), line), str(day.day),
                  theme.type_face(weight=weight), theme.colour(role))  # fmt: skip
        count = model.count(day)
        if count.steps or count.appointments:
            below = QRect(inside.left(), inside.bottom() - line, inside.width(), line)
            self._count(painter, below, count, outside=outside)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, *, today: bool) -> None:
        theme, state = self._look.theme, option.state
        shape = QRectF(box).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("accentSoft" if today else "surface"))
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("sel"))
            painter.setPen(QPen(theme.colour("accent"), 2 if state & QStyle.StateFlag.State_HasFocus else 1))
        painter.drawRoundedRect(shape, 6, 6)

    def _count(self, painter: QPainter, box: QRect, count: DayCount, *, outside: bool) -> None:
        theme = self._look.theme
        told = str(count.steps) if count.steps else ""
        draw_line(painter, box, told, theme.small(QFont.Weight.Medium), theme.colour("text3" if outside else "accent"))
        left = painter.fontMetrics().horizontalAdvance(told) + 10 if told else 0
        for sign, many in (("scale", count.of_the_law), ("calendar-clock", count.appointments)):
            if many:
                left += self._sign(painter, box.adjusted(left, 0, 0, 0), sign, str(many))

    def _sign(self, painter: QPainter, box: QRect, sign: str, many: str) -> int:
        """Draw how many, behind their sign; returns how wide it is."""
        theme = self._look.theme
        side = theme.length(13)
        painter.drawPixmap(box.left(), box.center().y() - side // 2 + 1, self._look.pixmap(sign, "text2", 13))
        draw_line(painter, box.adjusted(side + 4, 0, 0, 0), many, theme.small(), theme.colour("text2"))
        return side + 14 + painter.fontMetrics().horizontalAdvance(many)


class MonthGrid(QTableView):
    """`chosen` carries the day in hand; `turned` a month to be shown; `dropped` the day a step was let fall on."""

    chosen = Signal(object)
    turned = Signal(object)
    dropped = Signal(object)

    def __init__(self, look: Look, words: Words, today: date) -> None:
        super().__init__()
        self.model_ = MonthModel(self, words, today)
        self.setAccessibleName(words("Month"))
        self.setModel(self.model_)
        self.setItemDelegate(DayDelegate(look, words, self))
        self.setProperty("plain", True)
        self.setShowGrid(False)
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(look.theme.length(ROW // 2))
        self.choose(today)

    def show_counts(self, counts: Mapping[date, DayCount], month: date, day: date) -> None:
        """Show a month, with `day` in hand."""
        self.model_.show_month(month, counts)
        self.choose(day)

    def choose(self, day: date) -> None:
        """Take a day in hand; one of another month turns to it."""
        where = self.model_.where(day)
        if where.isValid():
            self.setCurrentIndex(where)
        else:
            self.turned.emit(day)

    def day(self) -> date:
        """The day in hand."""
        index = self.currentIndex()
        return self.model_.day(index) if index.isValid() else self.model_.today

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.model_.day(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self.day()
        by = _BY_KEY.get(event.key())
        if by is not None:
            self.choose(day + timedelta(days=by))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(month_on(day, -1 if event.key() == Qt.Key.Key_PageUp else 1))
        elif event.key() == Qt.Key.Key_Home:
            self.choose(self.model_.today)
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(STEP):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(STEP) and self.indexAt(event.position().toPoint()).isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.mimeData().hasFormat(STEP) and index.isValid():
            event.acceptProposedAction()
            self.dropped.emit(self.model_.day(index))


def month_on(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = max(one for one in Calendar().itermonthdays(year, month + 1))
    return date(year, month + 1, min(day.day, last))
