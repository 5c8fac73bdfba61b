"""What is written in a form and not saved: kept in the vault every few seconds, brought back when the form opens."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import KYIV
from app.drafts.service import DraftRow
from app.history import History
from ui.operations import Latest
from ui.widgets.button import link
from ui.widgets.label import Label
from ui.workplace import Workplace

KEPT_AFTER_MS = 2000
Values = Mapping[str, str]
NOTHING: Values = {}


class DraftLine(QWidget):
    """The line of a form that says what was brought back; hidden while there is nothing to say.

    The form calls `watch` when it opens, `touched` at every change, `saved` when its record is kept. `values` reads
    the form, empty if nothing is written; `fill` puts values into it, in place of what stood there.
    """

    def __init__(
        self, place: Workplace, form: str, values: Callable[[], Values], fill: Callable[[Values], None]
    ) -> None:
        super().__init__()
        self._place, self._form, self._values, self._fill = place, form, values, fill
        self._drafts = place.services.drafts
        self._able = not place.services.vault.read_only
        self._watching = False
        self._filling = False
        self._subject: UUID | None = None
        self._kept: Values = NOTHING
        self._history: History[Values] = History(NOTHING)
        self._latest = Latest(place.operations, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._told = Label("", "small", wrap=True)
        self._turn = link("")
        self._turn.clicked.connect(self._turn_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        row.addWidget(self._turn)
        self.hide()

    def watch(self, subject: UUID | None = None) -> None:
        """Look after the form about `subject`: what was written about it before comes back.

        Words that already stand in the form are newer than any draft, and stay.
        """
        if self._watching and subject == self._subject:
            return
        self.leave()
        self._watching, self._subject = True, subject
        self._kept, self._history = NOTHING, History(NOTHING)
        if self._values():
            self.touched()
            return
        self._latest.ask(lambda _: self._drafts.take(self._form, subject), self._found)

    def leave(self) -> None:
        """Keep what is written about the present subject: the form turns to another."""
        self.keep()
        self._watching = False
        self._latest.drop()
        self.hide()

    def touched(self) -> None:
        """Something was typed: it is kept two seconds after the last key."""
        if not self._watching or self._filling:
            return
        self._timer.start()
        if not self._history.future:
            self.hide()

    def keep(self) -> None:
        """Keep what is written, after the writes asked for before."""
        values, subject = self._unkept(), self._subject
        if values is not None:
            self._place.operations.aside(lambda _: self._write(subject, values))

    def keep_now(self) -> None:
        """Keep what is written before anything else happens; raises `UserError` if the disk refuses."""
        values = self._unkept()
        if values is not None:
            self._write(self._subject, values)

    def saved(self) -> None:
        """What was written is a record now; no draft of it is needed."""
        self._timer.stop()
        self.hide()
        self._kept, self._history = NOTHING, History(NOTHING)
        subject = self._subject
        if self._watching and self._able:
            self._place.operations.aside(lambda _: self._drafts.drop(self._form, subject))

    def _unkept(self) -> Values | None:
        self._timer.stop()
        values = self._values()
        if not self._watching or not self._able or values == self._kept:
            return None
        self._kept = values
        return values

    def _write(self, subject: UUID | None, values: Values) -> None:
        if values:
            self._drafts.keep(self._form, subject, values)
        else:
            self._drafts.drop(self._form, subject)

    def _found(self, draft: DraftRow | None) -> None:
        if draft is None:
            return
        _ = self._place.words
        moment = draft.kept.astimezone(KYIV)
        today = moment.date() == self._place.clock.today()
        time = f"{moment:%H:%M}" if today else _.instant(draft.kept)
        if self._values():
            self._history = History(self._values(), future=(draft.values,))
            self._told.setText(_("There is an unsaved entry of {time}.", time=time))
        else:
            self._history = History(NOTHING).edit(draft.values)
            self._kept = draft.values
            self._show(draft.values)
            self._told.setText(_("An unsaved entry of {time} was brought back.", time=time))
        self._offer()

    def _turn_over(self) -> None:
        self._history = self._history.redo() if self._history.future else self._history.undo()
        self._show(self._history.now)
        self._timer.start()
        self._offer()

    def _offer(self) -> None:
        _ = self._place.words
        self._turn.setText(_("Bring it back") if self._history.future else _("Start afresh"))
        self._turn.setAccessibleName(self._turn.text())
        self.show()

    def _show(self, values: Values) -> None:
        self._filling = True
        self._fill(values)
        self._filling = False
