"""The family of a case: everybody we may speak to, the main contact first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.relatives import RelativeRow
from ui.case.relative_card import RelativeCard
from ui.widgets.banner import Banner
from ui.widgets.button import plain
from ui.widgets.empty import EmptyState
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace


class FamilyTab(QWidget):
    """Cards of relatives; a banner if they are in conflict. The signals carry the relative's row."""

    told_wanted = Signal(object)
    correction_wanted = Signal(object)
    phone_wanted = Signal(object)
    main_wanted = Signal(object)
    removal_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        _ = place.words
        self._conflict = Banner(
            place.look, "triangle-alert",
            _("There is a conflict in this family: nothing about one relative goes to another."),
        )  # fmt: skip
        self._empty = EmptyState(
            place.look, "users", _("No relatives in this case"),
            _("Add whoever asks after him: a name or a phone is enough to begin."),
        )  # fmt: skip
        add = plain(place.look, _("Add a relative"), "user-plus")
        add.setToolTip("Ctrl+Shift+R")
        add.clicked.connect(self.new_wanted)
        head = QHBoxLayout()
        head.addWidget(add)
        head.addStretch(1)
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 4, 0)
        self._cards.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._conflict)
        column.addWidget(self._empty, 1)
        self._scroll = Scroll(inside)
        column.addWidget(self._scroll, 1)

    def show_relatives(self, rows: Sequence[RelativeRow], sex: str = "") -> None:
        """Show the relatives of a case; `sex` is the man's, for the words of his status."""
        while item := self._cards.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row in rows:
            card = RelativeCard(self._place, row, sex)
            card.told_wanted.connect(self.told_wanted)
            card.correction_wanted.connect(self.correction_wanted)
            card.phone_wanted.connect(self.phone_wanted)
            card.main_wanted.connect(self.main_wanted)
            card.removal_wanted.connect(self.removal_wanted)
            self._cards.addWidget(card)
        self._cards.addStretch(1)
        self._conflict.setVisible(any(row.in_conflict for row in rows))
        self._empty.setVisible(not rows)
        self._scroll.setVisible(bool(rows))
