"""How far each track of steps is: done of all, and a bar."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from app.domain.step import StepState, Track
from app.plan.queries import StepRow
from ui.step_words import track_word
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.workplace import Workplace

COUNTED_OUT = frozenset({StepState.NOT_NEEDED, StepState.NOT_EXECUTABLE, StepState.OBSOLETE})


def progress_of(rows: Sequence[StepRow], track: Track) -> tuple[int, int]:
    """Steps done, and all that count, of one track."""
    own = [row for row in rows if row.track is track and row.state not in COUNTED_OUT]
    return sum(row.state is StepState.DONE for row in own), len(own)


class TracksCard(Card):
    """A bar for each track, the office's own work last."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(_("Support steps"))
        self.body.setSpacing(4)
        self._lines: dict[Track, tuple[Label, QProgressBar]] = {}
        for track in Track:
            figure, bar = Label("—", "muted"), QProgressBar()
            bar.setTextVisible(False)
            bar.setAccessibleName(track_word(_, track))
            row = QHBoxLayout()
            row.addWidget(Label(track_word(_, track)))
            row.addStretch(1)
            row.addWidget(figure)
            self.body.addLayout(row)
            self.add(bar)
            self._lines[track] = (figure, bar)

    def show_steps(self, rows: Sequence[StepRow]) -> None:
        """Count anew."""
        for track, (figure, bar) in self._lines.items():
            done, total = progress_of(rows, track)
            figure.setText(f"{done}/{total}" if total else "—")
            bar.setRange(0, max(total, 1))
            bar.setValue(done)
            bar.setAccessibleDescription(figure.text())
