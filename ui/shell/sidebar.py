"""The side of the window: the name, the search, the pages, the pinned cases; folded, a rail of icons."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.actions import BY_KEY
from ui.key_words import with_keys
from ui.shell.commands import Commands
from ui.shell.pins import Pins
from ui.widgets.button import quiet, tool
from ui.widgets.label import Label
from ui.workplace import Workplace

WIDE = 216
RAIL = 60
ITEM = 38


class Sidebar(QWidget):
    """`went` carries the key of the chosen page."""

    went = Signal(str)

    def __init__(self, place: Workplace, commands: Commands, pages: Sequence[str]) -> None:
        """`pages`: keys of the commands that lead to them."""
        super().__init__()
        _, look = place.words, place.look
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._words = look, _
        self._pages = tuple(BY_KEY[page] for page in pages)
        self._brand = Label(_("Suprovid"), "brand")
        self._menu = tool(look, "ellipsis", with_keys(_, BY_KEY["menu"]))
        self._menu.setMenu(commands.main_menu(self._menu))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._seek = QPushButton()
        self._seek.setProperty("seek", True)
        self._seek.setIcon(look.icon("search"))
        self._seek.setAccessibleName(with_keys(_, BY_KEY["palette"]))
        self._seek.setToolTip(with_keys(_, BY_KEY["palette"]))
        self._seek.clicked.connect(lambda: commands.run("palette"))
        self._nav = self._navigation()
        self.pins = Pins(place)
        self._fold = tool(look, "panel-left", with_keys(_, BY_KEY["fold"]))
        self._fold.clicked.connect(lambda: commands.run("fold"))
        self._lock = quiet(look, _("Lock"), "lock")
        self._lock.setToolTip(with_keys(_, BY_KEY["lock"]))
        self._lock.clicked.connect(lambda: commands.run("lock"))
        self._arrange()
        self.fold(rail=False)

    def fold(self, *, rail: bool, narrow: bool = False) -> None:
        """Show icons only, or icons with words; in a narrow window there is nothing to choose."""
        self._fold.setVisible(not narrow)
        self.setFixedWidth(RAIL if rail else WIDE)
        self._brand.setVisible(not rail)
        self._seek.setText("" if rail else "  {}   {}".format(self._words("Search"), BY_KEY["palette"].keys[0]))
        self._lock.setText("" if rail else " {}".format(self._words("Lock")))
        for line in (self._head, self._foot):
            line.setDirection(QBoxLayout.Direction.TopToBottom if rail else QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(*((0, 10, 0, 4) if rail else (18, 10, 10, 4)))
        self.pins.fold(rail=rail)
        self._nav.setProperty("rail", rail)
        self._nav.style().unpolish(self._nav)
        self._nav.style().polish(self._nav)
        for number, page in enumerate(self._pages):
            item = self._nav.item(number)
            item.setText("" if rail else self._words(page.text))
            item.setToolTip(with_keys(self._words, page))

    def mark(self, key: str) -> None:
        """Show which page is open, without going there."""
        for number, page in enumerate(self._pages):
            if page.key == key:
                self._nav.blockSignals(True)
                self._nav.setCurrentRow(number)
                self._nav.blockSignals(False)
                self._tint(key)

    def open_menu(self) -> None:
        """Open the main menu where its button stands."""
        self._menu.showMenu()

    def _navigation(self) -> QListWidget:
        nav = QListWidget()
        nav.setObjectName("nav")
        nav.setAccessibleName(self._words("Pages"))
        nav.setIconSize(QSize(18, 18))
        nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nav.setFixedHeight(len(self._pages) * (ITEM + 2) + 12)
        for page in self._pages:
            item = QListWidgetItem(self._look.icon(page.icon, "text2", 18), self._words(page.text))
            item.setSizeHint(QSize(0, ITEM))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._words(page.text))
            nav.addItem(item)
        nav.currentRowChanged.connect(self._chosen)
        nav.itemClicked.connect(lambda item: self._chosen(nav.row(item)))
        return nav

    def _arrange(self) -> None:
        mark = Label()
        mark.setPixmap(self._look.pixmap("shield-check", "accent", 24))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._head.addWidget(self._brand, 1)
        self._head.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignHCenter)
        seek = QVBoxLayout()
        seek.setContentsMargins(10, 2, 10, 4)
        seek.addWidget(self._seek)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(10, 0, 10, 8)
        self._foot.addWidget(self._lock)
        self._foot.addStretch(1)
        self._foot.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addLayout(seek)
        column.addWidget(self._nav)
        column.addWidget(self.pins)
        column.addStretch(1)
        column.addLayout(self._foot)

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._tint(self._pages[row].key)
            self.went.emit(self._pages[row].key)

    def _tint(self, key: str) -> None:
        for number, page in enumerate(self._pages):
            role = "accent" if page.key == key else "text2"
            self._nav.item(number).setIcon(self._look.icon(page.icon, role, 18))
