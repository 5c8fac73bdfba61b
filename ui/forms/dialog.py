"""A dialog about one record, made from definitions: drafts, a summary of what is wrong, and two who write at once."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.meanwhile import CorrectedMeanwhile, Touch
from ui.forms.definition import SectionDef
from ui.forms.drafted import keep_drafts
from ui.forms.field_history import offer_history, terms_of
from ui.forms.form import Form
from ui.forms.input import Input
from ui.forms.summary import Summary
from ui.history.dialog import HistoryDialog
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

HISTORY = "Ctrl+H"
WAS = "was:"
"""Before the key of a draft's value: what the record said when it was written."""


class RecordDialog(FormDialog):
    """Subclasses call `_begin` with what is recorded, keep the fields in `_keep`, and say a record in `_texts_of`.

    A draft holds only what differs from the record, so it never brings back what somebody else put right since.
    """

    def __init__(
        self, place: Workplace, parent: QWidget, title: str, about: str, height: int, sections: Sequence[SectionDef]
    ) -> None:
        super().__init__(place, parent, title, about, height)
        self.form = Form(place, sections)
        self.form.touched.connect(self._touch)
        self._column.addWidget(self.form)
        self._terms, self._about = terms_of(sections), about
        self._subject: UUID | None = None
        offer_history(place, self.form, self.tell_history)
        QShortcut(QKeySequence(HISTORY), self).activated.connect(lambda: self.tell_history(self.form.in_use()))
        self._recorded: Mapping[str, str] = {}
        self._summary = Summary(place)
        self._summary.wanted.connect(lambda field: self._go_to(field.box))
        self.put_on_top(self._summary)
        self._turn.clicked.connect(self._give_way)
        self._save.setEnabled(False)
        self.form.setFocus()

    @override
    def save(self) -> None:
        """Keep what is written if every field may stay so."""
        if not self._save.isEnabled():
            return
        wrong = self.form.wrong()
        self._summary.show_wrong(wrong)
        if wrong:
            self._go_to(wrong[0].box)
            return
        self._keep()

    def tell_history(self, field: str = "") -> None:
        """Show what one field of the recorded entry said before, or all of them."""
        if self._subject is not None:
            HistoryDialog.of_row(self._place, self, self._subject, self._about, self._terms, field).open()

    def _keep(self) -> None:
        """Write the fields, which are in order, to the vault."""
        raise NotImplementedError

    def _texts_of(self, record: object) -> Mapping[str, str]:
        """What a record says, by field; from now on it is what the form started from."""
        raise NotImplementedError

    def _begin(self, recorded: Mapping[str, str], name: str, subject: UUID | None) -> None:
        """Show what is recorded, and bring back what was written in the form `name` about `subject`."""
        self._show(recorded)
        self._subject = subject
        self._save.setEnabled(True)
        keep_drafts(self, self._place, name, subject, self._values, self._fill)

    def _show(self, recorded: Mapping[str, str]) -> None:
        self.form.fill(recorded)
        self._recorded = self.form.texts()

    def _values(self) -> dict[str, str]:
        mine = {key: text for key, text in self.form.texts().items() if text != self._recorded.get(key, "")}
        return {**mine, **{WAS + key: self._recorded.get(key, "") for key in mine}}

    def _fill(self, values: Mapping[str, str]) -> None:
        """Put `values` over what is recorded; where the record says something new since, both are offered."""
        mine = {key: text for key, text in values.items() if key in self.form.inputs}
        self.form.fill({**self._recorded, **mine})
        for key in mine:
            recorded = self._recorded.get(key, "")
            if values.get(WAS + key, recorded) != recorded:
                self._offer(key, recorded, None)
        self._written = bool(values)

    def _refuse(self, error: UserError) -> None:
        if not isinstance(error, CorrectedMeanwhile):
            self._say(self._place.words.explain(error))
            return
        was, mine = self._recorded, self.form.texts()
        self._show(self._texts_of(error.now))
        for key, theirs in self._recorded.items():
            new = theirs != was.get(key, "")
            if mine[key] not in (was.get(key, ""), theirs):
                self.form.put(key, mine[key])
                if new:
                    self._offer(key, theirs, error.touches.get(key))
            elif new:
                self._told_new(self.form.inputs[key], error.touches.get(key))
        self._ask_whose()

    def _ask_whose(self) -> None:
        _ = self._place.words
        self._say(
            _("Somebody changed this record meanwhile. Yours stands in the fields, the record's under them. "
              "Save once more to keep yours.")
        )  # fmt: skip
        self._turn.setText(_("Take what the record says"))
        self._turn.setAccessibleName(self._turn.text())
        self._turn.show()

    def _offer(self, key: str, theirs: str, touch: Touch | None) -> None:
        _, field = self._place.words, self.form.inputs[key]
        value = field.read(theirs) or "—"
        if touch is None:
            field.offer(theirs, _("In the record now: {value}", value=value))
            return
        told = _("In the record now: {value} ({who}, {when})", value=value, who=touch.by, when=_.instant(touch.at))
        field.offer(theirs, told)

    def _told_new(self, field: Input, touch: Touch | None) -> None:
        _ = self._place.words
        if touch is None:
            field.remind(_("New in the record."))
        else:
            field.remind(_("New in the record ({who}, {when}).", who=touch.by, when=_.instant(touch.at)))

    def _give_way(self) -> None:
        self._written = False
        self.form.fill(self._recorded)
        self.touched.emit()
        self._turn.hide()
        self._say("")
