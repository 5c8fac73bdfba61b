"""How a relative may be reached without harm: said where a call is about to be made or written down."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.view import RelativeRow
from ui.widgets.label import Label
from ui.workplace import Workplace

CALLS = "phone"
INSTEAD = "message"


class SafetyLine(QWidget):
    """Hidden while there is nothing to heed."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._words = place.words
        self._mark = Label()
        self._mark.setPixmap(place.look.pixmap("ban", "danger"))
        self._never = Label("", "error", wrap=True)
        self._facts = Label("", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._mark)
        line.addWidget(self._never, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._facts)
        self.hide()

    def tell(self, row: RelativeRow | None) -> None:
        """Say what to heed with this relative; None says nothing."""
        _ = self._words
        never = row is not None and row.do_not_call
        facts = []
        if row is not None and row.safe_hours:
            facts.append(_("Safe to call: {hours}", hours=row.safe_hours))
        if row is not None and row.code_phrase:
            facts.append(_("Agreed phrase: {phrase}", phrase=row.code_phrase))
        self._never.setText(_("Do not call this person: write, or wait until they call.") if never else "")
        self._facts.setText(" · ".join(facts))
        for widget in (self._mark, self._never):
            widget.setVisible(never)
        self._facts.setVisible(bool(facts))
        self.setVisible(never or bool(facts))
