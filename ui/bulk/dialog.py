"""Something done to many cases at once: what, to how many, how far it is, what came of it and what was left out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.queries import Chosen
from app.changes import Changes
from app.domain.errors import UserError
from app.i18n import Words
from app.many.outcome import LeftOut, Outcome, OutRow
from app.progress import Progress
from ui.widgets.button import primary, quiet
from ui.widgets.label import Label
from ui.widgets.progress_strip import ProgressStrip
from ui.workplace import Workplace

MOST_SHOWN = 500
Work = Callable[[Progress], Outcome]


class BulkDialog(QDialog):
    """Subclasses put their fields into `column`, say in `work` what is done and in `summary` what came of it.

    `settled` carries that sentence once something was done.
    """

    settled = Signal(str)
    touched = Changes.NOTHING

    def __init__(self, place: Workplace, parent: QWidget, picked: Chosen, count: int, title: str, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self.place, self.picked = place, picked
        self._running: Progress | None = None
        self._name_of_it = f"{title} ({count})"
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.column = QVBoxLayout()
        self.column.setSpacing(10)
        self._told = Label("", wrap=True)
        self._told.hide()
        self._out = QListWidget()
        self._out.setAccessibleName(_("Left as they were"))
        self._out.setMinimumHeight(110)
        self._out.hide()
        self._strip = ProgressStrip(place.look, _)
        self._close, self.act = quiet(place.look, _("Close")), primary(place.look, act)
        self._close.clicked.connect(self.reject)
        self.act.clicked.connect(self.run)
        self.act.setDefault(True)
        place.operations.failed.connect(self._failed)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self.act)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(Label(title, "h2"))
        whole.addWidget(Label(_.count("For {n} chosen case", "For {n} chosen cases", count), "muted"))
        whole.addLayout(self.column)
        whole.addWidget(self._told)
        whole.addWidget(self._out, 1)
        whole.addWidget(self._strip)
        whole.addLayout(foot)

    def work(self) -> Work | None:
        """What is to be done, from the fields; None if something is missing or somebody thought better of it."""
        raise NotImplementedError

    def summary(self, outcome: Outcome) -> str:
        """What came of it, in a sentence."""
        raise NotImplementedError

    def run(self) -> None:
        """Do it, in one unit of work that can be stopped."""
        work = self.work()
        if work is None:
            return
        self.act.setEnabled(False)
        self._say("")
        self._running = self.place.operations.write(
            self, work, self._finish, touched=self.touched, named=self._name_of_it, refused=self._refuse,
            shown=self._strip.report, stopped=self._stopped,
        )  # fmt: skip
        self._strip.begin(self.place.words("Working…"), self._running.cancel)

    @override
    def reject(self) -> None:
        if self._running is not None:
            self._running.cancel()
            return
        super().reject()

    def say(self, text: str) -> None:
        """Say something below the fields."""
        self._say(text)

    def _finish(self, outcome: Outcome) -> None:
        self._rest()
        for place in range(self.column.count()):
            item = self.column.itemAt(place)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
        self.act.hide()
        said = self.summary(outcome)
        self._say("\n".join([said, *reasons(self.place.words, outcome)]))
        for row in outcome.out[:MOST_SHOWN]:
            self._out.addItem(f"{row.number} — {reason(self.place.words, row)}")
        self._out.setVisible(bool(outcome.out))
        self._close.setFocus()
        if outcome.done:
            self.settled.emit(said)

    def _refuse(self, error: UserError) -> None:
        self._rest()
        self._say(self.place.words.explain(error))

    def _failed(self, _error: Exception) -> None:
        if self._running is not None:
            self._rest()
            self._say(self.place.words("It did not work. Nothing was changed."))

    def _stopped(self) -> None:
        self._rest()
        self._say(self.place.words("Stopped. Nothing was changed."))

    def _rest(self) -> None:
        self._running = None
        self._strip.end()
        self.act.setEnabled(True)

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self.adjustSize()


def reasons(words: Words, outcome: Outcome) -> list[str]:
    """How many were left out, and why, a line for each reason."""
    return [_many(words, why, n) for why, n in outcome.reasons().items()]


def _many(words: Words, why: LeftOut, n: int) -> str:
    match why:
        case LeftOut.SAME_WORKER:
            return words.count("{n} case was this worker’s already.", "{n} cases were this worker’s already.", n)
        case LeftOut.NOT_YOURS:
            return words.count("{n} case is kept by a colleague.", "{n} cases are kept by colleagues.", n)
        case LeftOut.STEP_OPEN:
            return words.count("{n} case has this step open already.", "{n} cases have this step open already.", n)
        case LeftOut.STEP_NOT_FOR_STATUS:
            return words.count(
                "The step does not apply to the status of {n} case.",
                "The step does not apply to the status of {n} cases.", n,
            )
        case LeftOut.PAPER_REFUSED:
            return words.count("{n} paper may not be printed.", "{n} papers may not be printed.", n)
        case LeftOut.TERM_OF_THE_LAW:
            return words.count(
                "{n} term of the law stays: it is put off with a reason only.",
                "{n} terms of the law stay: they are put off with a reason only.", n,
            )


def reason(words: Words, row: OutRow) -> str:
    """Why one case was left out."""
    if row.error is not None:
        return words.explain(row.error)
    match row.why:
        case LeftOut.SAME_WORKER:
            return words("already with this worker")
        case LeftOut.NOT_YOURS:
            return words("kept by a colleague")
        case LeftOut.STEP_OPEN:
            return words("the step is open already")
        case LeftOut.STEP_NOT_FOR_STATUS:
            return words("the step does not apply to its status")
        case LeftOut.PAPER_REFUSED:
            return words("its paper may not be printed")
        case LeftOut.TERM_OF_THE_LAW:
            return words("a term of the law, and no reason")
