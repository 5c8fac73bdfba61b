"""Help (F1): a list of short pages, a search over their words, and the page itself."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from ui.help.library import HelpPage, found, pages
from ui.widgets.button import quiet
from ui.widgets.label import Label
from ui.widgets.search_box import SearchBox
from ui.workplace import Workplace

WIDTH, HEIGHT = 900, 540
LIST_WIDTH = 260
ITEM = 30


class _Reader(QTextBrowser):
    """Shows our own Markdown; nothing is ever fetched from anywhere."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


class HelpDialog(QDialog):
    """Opens at the page `topic`."""

    def __init__(self, place: Workplace, parent: QWidget, topic: str) -> None:
        super().__init__(parent)
        _ = place.words
        self._words = _
        self._pages = pages(_.language)
        self.setWindowTitle(_("Help"))
        self.resize(WIDTH, HEIGHT)
        self._search = SearchBox(place.look, _("Search in the help"), _("Search in the help"))
        self._list = QListWidget()
        self._list.setObjectName("nav")
        self._list.setAccessibleName(_("Pages of the help"))
        self._none = Label(_("Nothing found"), "muted")
        self._none.hide()
        self._reader = _Reader()
        self._reader.setAccessibleName(_("Help"))
        self._reader.setOpenLinks(False)
        self._reader.document().setDocumentMargin(16)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        left = QVBoxLayout()
        left.setSpacing(8)
        for widget in (self._search, self._none, self._list):
            left.addWidget(widget)
            widget.setFixedWidth(LIST_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left)
        row.addWidget(self._reader, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(_("Help"), "h2"))
        column.addLayout(row, 1)
        column.addLayout(foot)
        self._search.searched.connect(self._narrow)
        self._search.left.connect(self._list.setFocus)
        self._list.currentRowChanged.connect(self._read)
        self._reader.anchorClicked.connect(lambda link: self.show_page(link.toString()))
        self._shown: tuple[HelpPage, ...] = ()
        self._offer(self._pages)
        self.show_page(topic)
        self._reader.setFocus()

    @property
    def topic(self) -> str:
        """The key of the page in view; empty if none is."""
        row = self._list.currentRow()
        return self._shown[row].key if 0 <= row < len(self._shown) else ""

    def show_page(self, key: str) -> None:
        """Show a page by its key; what is no page of ours leads nowhere."""
        if key not in {page.key for page in self._pages}:
            return
        if key not in {page.key for page in self._shown}:
            self._search.clear()
            self._offer(self._pages)
        self._list.setCurrentRow([page.key for page in self._shown].index(key))

    def _narrow(self, typed: str) -> None:
        self._offer(found(self._pages, typed))
        self._list.setCurrentRow(0)

    def _offer(self, shown: tuple[HelpPage, ...]) -> None:
        self._shown = shown
        self._list.blockSignals(True)
        self._list.clear()
        for page in shown:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, page.title)
            item.setSizeHint(QSize(0, ITEM))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._none.setVisible(not shown)

    def _read(self, row: int) -> None:
        if not 0 <= row < len(self._shown):
            return
        plain = QTextDocument.MarkdownFeature.MarkdownNoHTML | QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
        self._reader.document().setMarkdown(self._shown[row].text, plain)
        self._reader.verticalScrollBar().setValue(0)
