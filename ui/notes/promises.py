"""The promises made to a family: what stands, what is overdue, what became of the others."""

from collections.abc import Sequence

from app.cases.view import CaseView
from app.domain.partial_date import of_day
from app.promises.service import PromiseRow, PromiseState
from ui.history.dialog import HistoryDialog
from ui.notes.promise_states import promised_words
from ui.notes.promise_words import Answering, answer_form, promise_form, promise_line
from ui.record.entry_form import EntryDialog
from ui.record.section import Section
from ui.workplace import Workplace


class PromisesSection(Section):
    """Each is answered: kept, not kept, withdrawn; it stands among the steps and in Today too."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("Promises to the family"), _("Nothing promised that is written down."), add=_("Promise"),
            hint=_("A promise with a day stands in Today until it is kept."),
        )  # fmt: skip
        self._view: CaseView | None = None
        self.add_wanted.connect(self.begin)
        self.opened.connect(self._turn)
        self.act(_("Kept"), self.keep, _open)
        self.act(_("Not kept…"), lambda row: self.answer(row, PromiseState.NOT_KEPT), _open)
        self.act(_("Withdraw…"), lambda row: self.answer(row, PromiseState.WITHDRAWN), _open)
        self.act(_("It stands again"), self.reopen, _settled)
        self.act(_("History…"), self.tell_history)

    def show_promises(self, view: CaseView, rows: Sequence[PromiseRow]) -> None:
        """Show the promises of a case."""
        self._view = view
        today = self._place.clock.today()
        self.show_lines([promise_line(self._place.words, row, today) for row in rows])

    def begin(self) -> None:
        """Open the form of a new promise."""
        if self._view is not None:
            dialog = EntryDialog(
                self._place, self, promise_form(self._view.relatives), self._place.services.record.promises,
                self._view.uid, self._about(),
            )  # fmt: skip
            dialog.named = self._place.words("The promise is written down.")
            dialog.open()

    def keep(self, row: PromiseRow) -> None:
        """It was kept today."""
        promises, today = self._place.services.record.promises, of_day(self._place.clock.today())
        said = self._place.words("Promise kept: {what}", what=promised_words(self._place.words, row.what))
        self._place.operations.write(self, lambda _: promises.keep(row.uid, row.version, today), named=said)

    def answer(self, row: PromiseRow, state: PromiseState) -> None:
        """Ask why it was not kept, or is withdrawn."""
        answering = Answering(self._place.services.record.promises, row, state)
        about = promised_words(self._place.words, row.what)
        dialog = EntryDialog(self._place, self, answer_form(state), answering, row.uid, about)
        dialog.named = self._place.words("It is written down what became of the promise.")
        dialog.open()

    def reopen(self, row: PromiseRow) -> None:
        """It stands again."""
        promises, words = self._place.services.record.promises, self._place.words
        said = words("The promise stands again: {what}", what=promised_words(words, row.what))
        self._place.operations.write(self, lambda _: promises.reopen(row.uid, row.version), named=said)

    def tell_history(self, row: PromiseRow) -> None:
        """Show what became of it, by whom and when."""
        HistoryDialog.of_row(self._place, self, row.uid, self._about()).open()

    def _turn(self, row: PromiseRow) -> None:
        if _open(row):
            self.keep(row)

    def _about(self) -> str:
        view = self._view
        return f"{view.name or self._place.words('Name unknown')} · {view.number}" if view else ""


def _open(row: PromiseRow) -> bool:
    return row.state is PromiseState.OPEN


def _settled(row: PromiseRow) -> bool:
    return row.state is not PromiseState.OPEN
