"""The office: what stands on its papers, and the calendar by which it counts terms."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit
from typing_extensions import override

from app.changes import Changes
from app.domain.calendar import CalendarMode
from app.domain.role import Right
from app.office.service import OfficeRow
from ui.draft_line import DraftLine
from ui.operations import Latest
from ui.settings.section import Section
from ui.widgets.button import primary
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace


class OfficeSection(Section):
    """Whoever may not change it sees it."""

    concerns = Changes.SETTINGS

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("It stands on every paper that a family takes home."))
        self._latest = Latest(place.operations, self)
        self._row = OfficeRow()
        self._name, self._address = QLineEdit(), QLineEdit()
        self._phones = QLineEdit()
        self._mode = QComboBox()
        self._mode.addItem(_("Martial law: no holidays, days off are the weekend"), CalendarMode.MARTIAL_LAW)
        self._mode.addItem(_("Ordinary: public holidays are days off"), CalendarMode.NORMAL)
        self._copying = QCheckBox(_("Rows of the list of cases may be copied into a spreadsheet"))
        self._copying.setAccessibleName(self._copying.text())
        self._keep = primary(place.look, _("Save"), "check")
        self._keep.clicked.connect(self.save)
        self._draft = DraftLine(place, "office", self._values, self._fill)
        self._arrange(may=place.services.access.may(Right.TRANSFER) and not place.services.vault.read_only)

    @override
    def refresh(self) -> None:
        office = self.place.services.office
        self._latest.ask(lambda _: office.read(), self._show)

    def save(self) -> None:
        """Keep what stands in the fields."""
        office = self.place.services.office
        row = replace(
            self._row, name=self._name.text().strip(), address=self._address.text().strip(),
            phones=self._phones.text().strip(), calendar_mode=CalendarMode(self._mode.currentData()),
            copying=self._copying.isChecked(),
        )  # fmt: skip
        told = self.place.words("The office is saved.")
        self.place.operations.write(
            self, lambda _: office.write(row), lambda _: self._kept(row, told), refused=self.refuse
        )

    def _arrange(self, *, may: bool) -> None:
        _, look = self.place.words, self.place.look
        card = Card()
        card.add(self._draft)
        for box, title, hint in (
            (self._name, _("Name of the office, for papers"), ""),
            (self._address, _("Address"), ""),
            (self._phones, _("Phones, separated by commas"), ""),
            (self._mode, _("Calendar of terms"), _("Terms whose last day is a day off end on the next working day.")),
        ):  # fmt: skip
            box.setEnabled(may)
            if isinstance(box, QLineEdit):
                box.textEdited.connect(self._draft.touched)
            card.add(Field(look, title, box, hint))
        self._copying.setEnabled(may)
        card.add(self._copying)
        card.add(Label(_("What is copied is not protected any more; each time is written into the history."), "small",
                       wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self._keep)
        foot.addStretch(1)
        card.body.addLayout(foot)
        if not may:
            self._keep.hide()
            card.add(Label(_("The data officer or the coordinator of the office can change this."), "small", wrap=True))
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _kept(self, row: OfficeRow, told: str) -> None:
        self._row = row
        self._draft.saved()
        self.said.emit(told)

    def _lines(self) -> Mapping[str, tuple[QLineEdit, str]]:
        row = self._row
        return {
            "name": (self._name, row.name), "address": (self._address, row.address),
            "phones": (self._phones, row.phones),
        }  # fmt: skip

    def _values(self) -> dict[str, str]:
        return {name: box.text() for name, (box, recorded) in self._lines().items() if box.text() != recorded}

    def _fill(self, values: Mapping[str, str]) -> None:
        for name, (box, recorded) in self._lines().items():
            box.setText(values.get(name, recorded))

    def _show(self, row: OfficeRow) -> None:
        if self._values():
            return
        self._row = row
        for box, text in ((self._name, row.name), (self._address, row.address), (self._phones, row.phones)):
            box.setText(text)
        self._copying.setChecked(row.copying)
        self._mode.setCurrentIndex(max(self._mode.findData(row.calendar_mode), 0))
        if self._keep.isVisibleTo(self):
            self._draft.watch()
