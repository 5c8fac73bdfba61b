"""By what the list is sorted, said below it; its menu sorts without a mouse and by what has no column."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.cases.sorting import Order, Sorting
from ui.cases.columns import ORDERS, part_words
from ui.widgets.button import quiet
from ui.workplace import Workplace


class SortButton(QWidget):
    """`chosen` carries the order that somebody pressed; the same once more turns it round."""

    chosen = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        titles = part_words(place.words)
        self._names = {order: titles[part] for part, order in ORDERS.items()}
        self.button = quiet(place.look, "", "arrow-up")
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.show_sorting(Sorting())

    def show_sorting(self, sorting: Sorting) -> None:
        """Say by what the list is sorted, and which way."""
        _, icon = self._place.words, "arrow-down" if sorting.falling else "arrow-up"
        name = self._names[sorting.order]
        self.button.setIcon(self._place.look.icon(icon, "text2", 14))
        self.button.setText(" " + _("Sorted by: {column}", column=name.lower()))
        way = _("from the end") if sorting.falling else _("from the beginning")
        self.button.setAccessibleName(f"{self.button.text().strip()}, {way}")
        self._menu.clear()
        for order in Order:
            action = self._menu.addAction(self._names[order])
            action.setCheckable(True)
            action.setChecked(order is sorting.order)
            action.triggered.connect(lambda _on=False, one=order: self.chosen.emit(one))
