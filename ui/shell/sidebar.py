"""The side of the window: the name, the search, the pages; narrow windows fold it to a rail of icons."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.i18n import Words
from ui.look import Look
from ui.widgets.button import quiet
from ui.widgets.label import Label

WIDE = 216
RAIL = 60
ITEM = 38


@dataclass(frozen=True, slots=True)
class PageDef:
    """One page of the navigation."""

    key: str
    title: str
    icon: str


class Sidebar(QWidget):
    """`went` carries the key of the chosen page; `sought` and `locked` that those were pressed."""

    went = Signal(str)
    sought = Signal()
    locked = Signal()

    def __init__(self, look: Look, words: Words, places: Sequence[PageDef]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._places = tuple(places)
        self._brand = Label("Супровід" if words.language == "uk" else "Suprovid", "brand")
        self._seek = QPushButton()
        self._seek.setProperty("seek", True)
        self._seek.setIcon(look.icon("search"))
        self._seek.setAccessibleName(words("Search (Ctrl+K)"))
        self._seek.setToolTip(words("Search (Ctrl+K)"))
        self._seek.clicked.connect(self.sought)
        self._seek_text = "  {}".format(words("Search"))
        self._nav = self._navigation(words)
        self._lock = quiet(look, words("Lock"), "lock")
        self._lock.setToolTip(words("Lock (Ctrl+L)"))
        self._lock.clicked.connect(self.locked)
        self._lock_text = self._lock.text()
        self._arrange()
        self.fold(rail=False)

    def fold(self, *, rail: bool) -> None:
        """Show icons only, or icons with words."""
        self.setFixedWidth(RAIL if rail else WIDE)
        self._brand.setVisible(not rail)
        self._seek.setText("" if rail else self._seek_text)
        self._lock.setText("" if rail else self._lock_text)
        self._nav.setProperty("rail", rail)
        self._nav.style().unpolish(self._nav)
        self._nav.style().polish(self._nav)
        for number, place in enumerate(self._places):
            item = self._nav.item(number)
            item.setText("" if rail else place.title)
            item.setToolTip(f"{place.title} (Ctrl+{number + 1})")

    def mark(self, key: str) -> None:
        """Show which page is open, without going there."""
        for number, place in enumerate(self._places):
            if place.key == key:
                self._nav.blockSignals(True)
                self._nav.setCurrentRow(number)
                self._nav.blockSignals(False)
                self._tint(key)

    def _navigation(self, words: Words) -> QListWidget:
        nav = QListWidget()
        nav.setObjectName("nav")
        nav.setAccessibleName(words("Pages"))
        nav.setIconSize(QSize(18, 18))
        nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nav.setFixedHeight(len(self._places) * (ITEM + 2) + 12)
        for place in self._places:
            item = QListWidgetItem(self._look.icon(place.icon, "text2", 18), place.title)
            item.setSizeHint(QSize(0, ITEM))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, place.title)
            nav.addItem(item)
        nav.currentRowChanged.connect(self._chosen)
        nav.itemClicked.connect(lambda item: self._chosen(nav.row(item)))
        return nav

    def _arrange(self) -> None:
        mark = Label()
        mark.setPixmap(self._look.pixmap("shield-check", "accent", 24))
        brand = QHBoxLayout()
        brand.setContentsMargins(18, 10, 8, 4)
        brand.setSpacing(8)
        brand.addWidget(mark)
        brand.addWidget(self._brand, 1)
        seek = QHBoxLayout()
        seek.setContentsMargins(10, 2, 10, 4)
        seek.addWidget(self._seek)
        lock = QHBoxLayout()
        lock.setContentsMargins(10, 0, 10, 8)
        lock.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(brand)
        column.addLayout(seek)
        column.addWidget(self._nav)
        column.addStretch(1)
        column.addLayout(lock)

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._tint(self._places[row].key)
            self.went.emit(self._places[row].key)

    def _tint(self, key: str) -> None:
        for number, place in enumerate(self._places):
            role = "accent" if place.key == key else "text2"
            self._nav.item(number).setIcon(self._look.icon(place.icon, role, 18))
