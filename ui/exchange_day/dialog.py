"""Exchange day: the families whose man did not return, whom somebody calls one by one; a tick is a contact logged."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Changes
from app.fates.exchange_day import Waiting
from ui.exchange_day.lines import waiting_line
from ui.operations import Latest
from ui.record.section import Section
from ui.widgets.button import plain
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace

SIZE = (760, 560)
SHOWN = 200
CONCERNS = Changes.CONTACTS | Changes.FATES | Changes.CASES


class ExchangeDayDialog(QDialog):
    """`opened` carries the case to show."""

    opened = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self._place = place
        self._latest = Latest(place.operations, self)
        self._rows: tuple[Waiting, ...] = ()
        self._bare: Waiting | None = None
        self.setWindowTitle(_("Exchange day"))
        self.resize(*(place.look.theme.length(side) for side in SIZE))
        self.day = DateField(place.look, _, place.clock.today())
        self.day.show_day(place.clock.today())
        self._field = Field(place.look, _("Day of the exchange"), self.day)
        self.day.judged.connect(self._field.warn)
        self.day.editingFinished.connect(self.refresh)
        self.day.picked.connect(self.refresh)
        self._told = Label("", "muted", wrap=True)
        self.families = Section(
            place, _("Their man did not return on this day"), _("Nobody is on the list."), grows=False
        )
        self.families.act(_("Called: write it down"), self.call, self._may_call)
        self.families.act(_("Show the number"), self._show_number, _has_number)
        self.families.act(_("Open the case"), self._open)
        self.families.opened.connect(self._open)
        close = plain(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(_("Exchange day"), "h2"))
        column.addWidget(
            Label(_("First write down who returned. These families wait too: a call, even without news, is a help."),
                  "muted", wrap=True)
        )  # fmt: skip
        column.addWidget(self._field)
        column.addWidget(self._told)
        column.addWidget(self.families, 1)
        column.addLayout(foot)
        place.operations.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Read the list of the day that stands in the field."""
        day = None if self.day.judge() else self.day.day()
        if day is not None:
            service = self._place.services.exchange_day
            self._latest.ask(lambda _: service.families(day), lambda rows: self._show(rows))

    def call(self, row: Waiting) -> None:
        """Keep that the family was called today."""
        day = self.day.day()
        if day is None:
            return
        _, service, today = self._place.words, self._place.services.exchange_day, self._place.clock.today()
        summary = _("Exchange of {date}: called, he did not return.", date=_.date(day))
        said = _("Called: {number}", number=row.number)
        self._place.operations.write(self, lambda _: service.called(row, today, summary), named=said)

    def _show(self, rows: tuple[Waiting, ...]) -> None:
        _ = self._place.words
        self._rows = rows
        called = sum(row.called is not None for row in rows)
        told = [_("Called: {called} of {many}.", called=called, many=len(rows))]
        if len(rows) > SHOWN:
            told.append(_("The first {n} are shown.", n=SHOWN))
        self._told.setText(" ".join(told))
        self.families.show_lines([waiting_line(_, row, whole=row == self._bare) for row in rows[:SHOWN]])

    def _may_call(self, row: Waiting) -> bool:
        today = self._place.clock.today()
        later: date | None = None if self.day.judge() else self.day.day()
        silent = row.contact is not None and row.contact.safety.silent
        return row.called is None and not silent and later is not None and later <= today

    def _show_number(self, row: Waiting) -> None:
        self._bare = row
        self._show(self._rows)

    def _open(self, row: Waiting) -> None:
        self.opened.emit(row.case)
        self.accept()

    def _follow(self, touched: Changes) -> None:
        if touched & CONCERNS:
            self.refresh()


def _has_number(row: Waiting) -> bool:
    return row.contact is not None and bool(row.contact.to_ring)
