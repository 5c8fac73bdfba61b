"""Items that cannot all be true, side by side: what each says, when, where, from whom, and how far it is trusted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.contradiction import Reason
from app.information.service import ItemRow
from ui.information.detail import source_words
from ui.information.spans import span_words
from ui.information.words import KINDS, REASONS, grade_words, place_words, source_type_words
from ui.widgets.button import primary
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

WIDTH, HEIGHT = 760, 520


class CompareDialog(QDialog):
    """One pair below the other; sources that must not be named stay veiled here."""

    def __init__(
        self, place: Workplace, parent: QWidget, row: ItemRow, others: Sequence[tuple[ItemRow, tuple[Reason, ...]]]
    ) -> None:
        """`others`: the items that disagree with `row`, each with the reasons."""
        super().__init__(parent)
        _ = place.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Side by side"))
        self.resize(place.look.theme.length(WIDTH), place.look.theme.length(HEIGHT))
        self._place = place
        inside = QWidget()
        pairs = QVBoxLayout(inside)
        pairs.setContentsMargins(0, 0, 8, 0)
        pairs.setSpacing(12)
        for other, reasons in others:
            pairs.addWidget(self._pair(row, other, reasons))
        pairs.addStretch(1)
        close = primary(place.look, _("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(_("These cannot both be true"), "h2"))
        column.addWidget(
            Label(_("Both stay in the record. Ask the sources again, and put the grade right when you know more."),
                  "muted", wrap=True)
        )  # fmt: skip
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)

    def _pair(self, one: ItemRow, other: ItemRow, reasons: Sequence[Reason]) -> Card:
        _ = self._place.words
        card = Card()
        for reason in reasons:
            card.add(Label(_(REASONS[reason]), "strong", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for number, (name, *told) in enumerate(zip(self._names(), self._told(one), self._told(other), strict=True)):
            grid.addWidget(Label(name, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate(told, 1):
                label = Label(text or "—", "" if number else "strong", wrap=True)
                grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(grid)
        return card

    def _names(self) -> tuple[str, ...]:
        _ = self._place.words
        return (_("Event"), _("When"), _("Where"), _("Source"), _("Grade"), _("Received"), _("What is known"))

    def _told(self, row: ItemRow) -> tuple[str, ...]:
        _, says, catalogue = self._place.words, row.says, self._place.services.catalogue
        kind = source_type_words(_, catalogue, says.source_type)
        return (
            _(KINDS[says.kind]), span_words(_, says.starts, says.ends), place_words(_, catalogue, says),
            source_words(_, kind, says, shown=False), grade_words(_, says),
            _.date(says.received) if says.received else "", says.text,
        )  # fmt: skip
