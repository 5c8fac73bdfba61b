"""What a law pack would change, before it is taken: the rules side by side, the cases, the days that move."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.law.comparing import What
from app.law.service import Preview
from ui.law import words as said
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.section import Section
from ui.widgets.button import primary, quiet
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

WIDTH, HEIGHT = 760, 560
MOST = 300
"""Lines of one list; how many there are in all stands above."""
_TONES = {What.TERM: "missing", What.NEW: "info", What.GONE: "closed", What.WORDS: "closed"}


class LawPreviewDialog(QDialog):
    """Accepted when the pack shall be taken, or left, as it shows."""

    def __init__(self, place: Workplace, parent: QWidget, preview: Preview, *, back: bool = False) -> None:
        super().__init__(parent)
        _ = place.words
        self.place, self.preview = place, preview
        self.setWindowTitle(_("What would change"))
        self.resize(WIDTH, HEIGHT)
        act = _("Go back to this pack") if back else _("Take this pack over")
        self.act = primary(place.look, act, "undo-2" if back else "file-check")
        self.act.clicked.connect(self.accept)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(Label(_("Nothing has been changed yet."), "small"), 1)
        foot.addWidget(close)
        foot.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(said.pack_title(_, preview.new), "h2"))
        self.touches = Label(said.touches(_, preview), "strong", wrap=True)
        column.addWidget(self.touches)
        column.addWidget(Label(preview.new.notes.in_(_.language), "muted", wrap=True))
        column.addWidget(Scroll(self._lists()), 1)
        column.addLayout(foot)
        close.setFocus()

    def _lists(self) -> QWidget:
        _, preview = self.place.words, self.preview
        self.moves = Section(self.place, _("Days that move"), _("No due day moves."))
        moves = preview.effect.moves
        self.moves.show_lines([
            Line(said.move_text(_, preview.catalogue, move), (said.day(_, move),), icon="calendar", beside=move.number)
            for move in moves[:MOST]
        ])  # fmt: skip
        self.rules = Section(self.place, _("Rules that change"), _("No rule differs."))
        self.rules.show_lines([
            Line(
                change.step.name.in_(_.language), said.change_details(_, change),
                (Chip(said.what_word(_, change.what), _TONES[change.what]),), "scale", change.step.id,
            )
            for change in preview.changes[:MOST]
        ])  # fmt: skip
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for told in said.stays_told(_, preview.effect):
            column.addWidget(Label(told, wrap=True))
        if len(moves) > MOST:
            first = _("The list shows the first {shown} of {all}.", shown=MOST, all=len(moves))
            column.addWidget(Label(first, "small", wrap=True))
        column.insertWidget(0, self.rules)
        column.addWidget(self.moves)
        column.addStretch(1)
        return inside
