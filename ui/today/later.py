"""The days to which a step is put off: three by one key, any other by its date, a passed term of the law with why."""

from datetime import date, timedelta

from babel.dates import format_date
from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from app.domain.errors import UserError
from app.i18n import Words
from app.plan.queries import DueRow
from ui.documents.ask_dialog import AskDialog
from ui.step_words import step_title
from ui.widgets.button import primary, quiet
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace

MONDAY = 0
WEEK = 7


def next_monday(today: date) -> date:
    """The first Monday after `today`."""
    return today + timedelta(days=(MONDAY - today.weekday() - 1) % WEEK + 1)


def short_day(words: Words, day: date) -> str:
    """«пн, 30.11»."""
    return format_date(day, "EEE, dd.MM", locale=words.language)


class LaterMenu(QMenu):
    """`chosen` carries a day, or None for another one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, words: Words, today: date) -> None:
        super().__init__(parent)
        _ = words
        self.setAccessibleName(_("Put off until"))
        for number, (told, day) in enumerate((
            (_("Tomorrow"), today + timedelta(days=1)),
            (_("In three days"), today + timedelta(days=3)),
            (_("Next Monday"), next_monday(today)),
        ), 1):  # fmt: skip
            action = self.addAction(f"&{number}  {told} · {short_day(_, day)}")
            action.triggered.connect(lambda _checked, chosen=day: self.chosen.emit(chosen))
        other = self.addAction(f"&4  {_('Another day…')}")
        other.triggered.connect(lambda: self.chosen.emit(None))

    def open(self, at: QPoint) -> None:
        """Show it, its first line chosen."""
        self.popup(at)
        self.setActiveAction(self.actions()[0])


class LaterDialog(AskDialog):
    """`chosen` carries the day and the reason; `refuse` says why it could not be done."""

    chosen = Signal(object, str)

    def __init__(self, place: Workplace, parent: QWidget, row: DueRow) -> None:
        _ = place.words
        super().__init__(parent, _("Put a step off"))
        today = place.clock.today()
        self._words, self._asks_why = _, row.of_the_law and row.due < today
        self.day = DateField(place.look, _, today)
        self.reason = QLineEdit()
        self._day = Field(place.look, _("Until when"), self.day, _("«+3» is in three days; F4 opens the calendar"))
        self._reason = Field(place.look, _("What it waits for"), self.reason,
                             _("kept in the history of the case") if self._asks_why
                             else _("if you wish; kept in the history of the case"))  # fmt: skip
        save = primary(place.look, _("Put off"), "alarm-clock")
        save.clicked.connect(self.save)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(save)
        self._column.addWidget(Label(step_title(_, row.title), "h2", wrap=True))
        told = _("{name} · due {date}. That day stands as it is.", name=row.name, date=_.date(row.due))
        self._column.addWidget(Label(told, "muted", wrap=True))
        if self._asks_why:
            self._column.addWidget(Label(
                _("This term is the law's, and it has passed: say in a few words what it waits for."), wrap=True,
            ))  # fmt: skip
        for field in (self._day, self._reason):
            self._column.addWidget(field)
        self._column.addLayout(foot)
        self.day.judged.connect(self._day.complain)
        for keys in ("Ctrl+Return", "Return", "Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.day.show_day(next_monday(today))
        (self.reason if self._asks_why else self.day).setFocus()

    def save(self) -> None:
        """Put it off, if everything is said."""
        if self.day.judge():
            return
        day, reason = self.day.day(), self.reason.text().strip()
        if day is None:
            self._day.complain(self._words("Write the day until when."))
        elif self._asks_why and not reason:
            self._reason.complain(self._words("Say in a few words why."))
            self.reason.setFocus()
        else:
            self.chosen.emit(day, reason)

    def refuse(self, error: UserError) -> None:
        """Say why it could not be done."""
        self._day.complain(self._words.explain(error))
        self._fit()
