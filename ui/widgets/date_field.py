"""A date as people write it: typed freely, read on leaving, empty allowed; F4 opens a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.domain.partial_date import PartialDate, parse_human
from app.i18n import Words
from ui.look import Look


class DateField(QLineEdit):
    """`judged` carries what is wrong with the text (empty if nothing), after the user left the field.

    `picked`: a day of the calendar was chosen.
    """

    judged = Signal(str)
    picked = Signal()

    def __init__(self, look: Look, words: Words, today: date, *, partial: bool = False) -> None:
        super().__init__()
        self._words = words
        self._today = today
        self._partial = partial
        self.setPlaceholderText(words("dd.mm.yyyy"))
        self.setMaximumWidth(180)
        opener = self.addAction(look.icon("calendar", "text2"), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip(words("Calendar (F4)"))
        opener.triggered.connect(self.open_calendar)

    def value(self) -> PartialDate | None:
        """The date that stands in the field; None if it is empty. Raises `UserError` if it cannot be read."""
        text = self.text().strip()
        return parse_human(text, today=self._today) if text else None

    def day(self) -> date | None:
        """The exact day; None if the field is empty or holds less than a day. Raises `UserError` likewise."""
        value = self.value()
        return value.exact if value else None

    def show_day(self, day: date) -> None:
        """Put `day` into the field."""
        self.setText(self._words.date(day))
        self.judge()

    def judge(self) -> str:
        """Read the text; the day is rewritten as dd.mm.yyyy. Gives what is wrong, or an empty text."""
        wrong = ""
        try:
            value = self.value()
        except UserError as error:
            wrong = self._words.explain(error)
        else:
            if value and value.exact:
                self.setText(self._words.date(value.exact))
            elif value and not self._partial:
                wrong = self._words("A full date is needed, for example 05.12.2026.")
        self.judged.emit(wrong)
        return wrong

    def open_calendar(self) -> None:
        """Open the calendar under the field."""
        popup = _Calendar(self, self._words, self._start())
        popup.picked.connect(self._take)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.judge()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _take(self, day: date) -> None:
        self.show_day(day)
        self.picked.emit()

    def _start(self) -> date:
        try:
            value = self.value()
        except UserError:
            return self._today
        return value.first if value else self._today


class _Calendar(QWidget):
    """A month to pick from, in a popup that goes after the pick."""

    picked = Signal(object)

    def __init__(self, field: QWidget, words: Words, start: date) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(words("Calendar"))
        language = QLocale.Language.Ukrainian if words.language == "uk" else QLocale.Language.English
        calendar.setLocale(QLocale(language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(calendar)

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
