"""What is known of the person, in a card of pairs: label and value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from app.cases.view import CaseView
from app.domain.tax_number import mask
from ui.date_words import partial_words
from ui.fate_words import fate_words
from ui.person_words import rank_words
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.workplace import Workplace


class FactsCard(Card):
    """Latin spelling, rank, place, registration numbers; the tax number is never whole."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.words("About the person"))
        self._place = place
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_case(self, view: CaseView) -> None:
        """Show the facts of `view`; empty ones are left out."""
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (title, value) in enumerate(self._facts(view)):
            label = Label(title, "small")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(Label(value, wrap=True), row, 1)

    def _facts(self, view: CaseView) -> list[tuple[str, str]]:
        _ = self._place.words
        status = fate_words(_, self._place.services.catalogue, view.fate, view.sex)
        since = _("{status}, since {date}", status=status, date=partial_words(_, view.fate_since)) \
            if view.fate_since else status  # fmt: skip
        pairs = [
            (_("Status"), since),
            (_("In Latin letters"), view.latin),
            (_("Rank"), rank_words(_, self._place.services.catalogue, view.rank)),
            (_("Place"), view.place),
            (_("Tax number"), mask(view.rnokpp) if view.rnokpp else ""),
            *((reference_word(kind), number) for kind, number in view.references),
            (_("Case opened"), _.date(view.opened)),
            (_("Worker"), view.worker),
            (_("Note"), view.note),
        ]
        return [(title, value) for title, value in pairs if value]


def reference_word(kind: str) -> str:
    """The name of a registration number."""
    return {"erdr": "ЄРДР", "register": "ЄРОЗБ"}.get(kind.lower(), kind)
