"""What stands in the place of the list when there is nothing to list: nothing found, no case yet, no right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.button import plain, primary
from ui.widgets.empty import EmptyState
from ui.workplace import Workplace

LIST, NOTHING, FRESH, REFUSED = range(4)


class States(QStackedWidget):
    """The list, or why there is none and what to do."""

    clear_wanted = Signal()
    case_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, place: Workplace, listing: QWidget) -> None:
        super().__init__()
        _, look = place.words, place.look
        clear = plain(look, _("Clear search and filters"), "x")
        clear.clicked.connect(self.clear_wanted)
        add, bring = primary(look, _("New case"), "plus"), plain(look, _("Import a workbook"), "upload")
        add.clicked.connect(self.case_wanted)
        bring.clicked.connect(self.import_wanted)
        self.addWidget(listing)
        self.addWidget(
            EmptyState(look, "search", _("Nothing found"), _("Try fewer letters or another spelling."), clear)
        )
        self.addWidget(
            EmptyState(
                look, "folder-plus", _("No cases yet"), _("Open the first case, or bring in the office's workbook."),
                add, bring,
            )
        )
        self.addWidget(
            EmptyState(
                look, "lock", _("Cases are not part of your role"),
                _("In this vault you do other work. The lead of your office gives the roles."),
            )
        )
