"""The sheet of keys (?): every command that has one, by groups, those of the page in view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import ACTIONS, TITLES, ActionDef, Group
from ui.key_words import key_words
from ui.widgets.button import quiet
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

WIDTH, HEIGHT = 980, 545
UNTOLD = frozenset({"Back", "Forward", "Ctrl+="})
"""Keys of few keyboards, and a plus without Shift: they work, and need no telling."""
COLUMNS = ((Group.GO, Group.WORK, Group.SAFETY, Group.HELP), (Group.CASE, Group.VIEW, Group.FIELDS))


def on_sheet(page: str, group: Group) -> tuple[ActionDef, ...]:
    """The commands of a group that have a key on this page."""
    return tuple(one for one in ACTIONS if one.group is group and one.keys and page in one.where)


class KeysDialog(QDialog):
    """Keys that work where the user is, `page`."""

    def __init__(self, place: Workplace, parent: QWidget, page: str) -> None:
        super().__init__(parent)
        _ = place.words
        self._place = place
        self.setWindowTitle(_("All keys"))
        self.resize(WIDTH, HEIGHT)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(12)
        for groups in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(12)
            for group in groups:
                if shown := on_sheet(page, group):
                    column.addWidget(self._card(group, shown))
            column.addStretch(1)
            row.addLayout(column, 1)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        sheet = Scroll(inside)
        sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sheet.setAccessibleName(_("All keys"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(Label(_("All keys"), "h2"))
        whole.addWidget(sheet, 1)
        whole.addLayout(foot)
        sheet.setFocus()

    def _card(self, group: Group, shown: tuple[ActionDef, ...]) -> Card:
        _ = self._place.words
        card = Card(_(TITLES[group]))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, one in enumerate(shown):
            keys = " · ".join(key_words(_, key) for key in one.keys if key not in UNTOLD)
            grid.addWidget(Label(keys, "strong"), line, 0)
            grid.addWidget(Label(_(one.text), wrap=True), line, 1)
        card.body.addLayout(grid)
        return card
