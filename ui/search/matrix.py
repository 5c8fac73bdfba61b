"""Where it was asked already: body by body, how the latest request to it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.records.keeping import Kept
from app.search.requests import RequestDraft
from ui.models.roles import Chip
from ui.search.request_words import answer_chip
from ui.search.words import body_word
from ui.widgets.card import Card
from ui.widgets.chip import ChipLabel
from ui.widgets.label import ElidedLabel, Label
from ui.workplace import Workplace

USUAL = ("POLICE", "REG", "NIB", "ICRC", "JC-SSU", "KSHPPV", "OMB")
"""The bodies that a search goes to: a gap among them is to be seen."""


class BodyMatrix(Card):
    """A line for each usual body and for every other that was asked."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.words("Where it was asked"))
        self._place = place
        self._grid = QWidget()
        self.add(self._grid)

    def show_requests(self, rows: Sequence[Kept[RequestDraft]]) -> None:
        """Show how it stands with every body."""
        _, catalogue, look = self._place.words, self._place.services.catalogue, self._place.look
        today = self._place.clock.today()
        latest = {row.says.body: row.says for row in sorted(rows, key=lambda row: (row.says.filed_on, row.at))}
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for line, body in enumerate((*USUAL, *(code for code in latest if code not in USUAL))):
            says = latest.get(body)
            name = ElidedLabel(body_word(_, catalogue, body), "muted" if says is None else "")
            chip = answer_chip(_, says, today) if says else Chip(_("not asked yet"), "closed", "circle-dashed")
            name.fill()
            grid.addWidget(name, line, 0)
            grid.addWidget(Label(_.date(says.filed_on) if says else "", "small"), line, 1)
            grid.addWidget(ChipLabel(look, chip), line, 2, Qt.AlignmentFlag.AlignRight)
        self.body.replaceWidget(self._grid, fresh)
        self._grid.deleteLater()
        self._grid = fresh
