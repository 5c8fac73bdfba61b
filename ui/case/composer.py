"""The quick entry over the timeline: what was said, how, what next; Ctrl+Enter keeps it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.cases.relatives import RelativeRow
from app.contacts.service import CHANNELS, ContactDraft
from app.domain.errors import UserError
from ui.channel_words import channel_word
from ui.draft_line import DraftLine
from ui.family_words import relation_word
from ui.safety import CALLS, INSTEAD, SafetyLine, cautions
from ui.search.minding import MindingLine
from ui.widgets.button import primary
from ui.widgets.date_field import DateField
from ui.widgets.label import Label
from ui.workplace import Workplace


class Composer(QWidget):
    """A note field that unfolds its details once something is written; `kept` when it was saved."""

    kept = Signal()

    def __init__(self, place: Workplace, form: str = "contact") -> None:
        """`form`: under which name what is not saved yet is kept."""
        super().__init__()
        _ = place.words
        self._place = place
        self._case: UUID | None = None
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(
            _("Quick entry: whom you spoke to, what was decided, what is next… (Ctrl+Enter saves)")
        )
        self.note.setAccessibleName(_("Note of a contact"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(place.look.theme.length(62))
        self._channel = QComboBox()
        self._channel.setAccessibleName(_("How"))
        for channel in CHANNELS:
            self._channel.addItem(channel_word(_, channel), channel)
        self._relatives: dict[UUID, RelativeRow] = {}
        self._open = False
        self._called: UUID | None = None
        self._safety = SafetyLine(place)
        self._minding = MindingLine(place)
        self._minding.unfold(wanted=False)
        self._who = QComboBox()
        self._who.setAccessibleName(_("With whom"))
        self._next = DateField(place.look, _, place.clock.today())
        self._next.setPlaceholderText(_("call again: +7"))
        self._next.setToolTip(_("+7 is in a week; F4 opens the calendar"))
        self._next.setAccessibleName(_("Next contact on"))
        self._next.setFixedWidth(150)
        self._wrong = Label("", "error", wrap=True)
        self._wrong.hide()
        self._next.judged.connect(self._judge)
        self._save = primary(place.look, _("Save"))
        self._save.clicked.connect(self.save)
        self._draft = DraftLine(place, form, self.values, self.fill)
        self._details = self._line()
        self._details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._draft)
        column.addWidget(self.note)
        column.addWidget(self._details)
        column.addWidget(self._minding)
        column.addWidget(self._safety)
        column.addWidget(self._wrong)
        self._follow()
        keys = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)

    def show_case(self, case: UUID, relatives: tuple[RelativeRow, ...]) -> None:
        """Whose family the note is about; a note begun for the same case stays."""
        if self._case is not None and self._case != case:
            self._draft.leave()
            self.fill({})
        self._case = case
        self._relatives = {one.uid: one for one in relatives}
        chosen = self._who.currentData()
        self._who.clear()
        self._who.addItem(self._place.words("family"), None)
        for one in relatives:
            self._who.addItem(f"{one.name} ({relation_word(self._place.words, one.relation, one.patronymic)})", one.uid)
        first = 1 if relatives and relatives[0].primary else 0
        self._who.setCurrentIndex(self._place_of(chosen) if chosen else first)
        self._draft.watch(case)
        self._minding.show_case(case)

    def stay_open(self) -> None:
        """Show how, with whom and when next before anything is written, too."""
        self._open = True
        self._unfold()

    def choose(self, who: UUID | None) -> None:
        """Choose a relative of the case."""
        self._choose(who)

    def leave(self) -> None:
        """Keep what is written: nobody looks at it any more."""
        self._draft.keep()

    def values(self) -> dict[str, str]:
        """What is written, by field; empty if neither a note nor a day is."""
        note, following = self.note.toPlainText(), self._next.text()
        if not note.strip() and not following:
            return {}
        who = self._who.currentData()
        return {
            "note": note, "next": following, "channel": self._channel.currentData(), "who": who.hex if who else "",
        }  # fmt: skip

    def fill(self, values: Mapping[str, str]) -> None:
        """Put `values` in place of what is written."""
        self.note.setPlainText(values.get("note", ""))
        self._next.setText(values.get("next", ""))
        channel = self._channel.findData(values.get("channel", CHANNELS[0]))
        self._channel.setCurrentIndex(max(0, channel))
        if values:
            self._choose(UUID(values["who"]) if values.get("who") else None)

    def save(self) -> None:
        """Keep the note; what cannot be kept stays in the field, with the reason under it."""
        if self._case is None or not self.note.toPlainText().strip():
            return
        try:
            following = self._next.day()
        except UserError as error:
            self._judge(self._place.words.explain(error))
            return
        if not self._may_have_called():
            return
        draft = ContactDraft(
            case=self._case,
            on=self._place.clock.today(),
            channel=self._channel.currentData(),
            summary=self.note.toPlainText().strip(),
            relative=self._who.currentData(),
            next_on=following,
        )
        contacts, said = self._place.services.contacts, self._place.words("The contact is saved.")
        self._save.setEnabled(False)
        self._place.operations.write(
            self, lambda _: contacts.log(draft), lambda _: self._kept(), named=said, refused=self._refuse
        )

    def _may_have_called(self) -> bool:
        """A call to somebody who is not to be called is written down only when it is said twice: he called himself."""
        row = self._relatives.get(self._who.currentData())
        if row is None or not row.safety.silent or self._channel.currentData() != CALLS or self._called == row.uid:
            return True
        self._called = row.uid
        self._judge(self._place.words("This person is not to be called. If they called you, save once more."))
        return False

    def _heed(self) -> None:
        """Say how the chosen relative may be reached, and offer no call where none is wanted."""
        row = self._relatives.get(self._who.currentData())
        self._called = None
        more = cautions(self._place.words, row, self._relatives.values()) if row is not None else ()
        self._safety.tell(row if self._details.isVisibleTo(self) else None, *more)
        self._minding.unfold(wanted=self._details.isVisibleTo(self))
        if row is not None and row.safety.silent and not self.note.toPlainText().strip():
            self._channel.setCurrentIndex(max(0, self._channel.findData(INSTEAD)))

    def _line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._who.setMinimumWidth(120)
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.addWidget(self._channel)
        row.addWidget(self._who, 1)
        row.addWidget(self._next)
        row.addWidget(self._save)
        return line

    def _choose(self, who: UUID | None) -> None:
        """Choose a relative; one of a case that is still being read gets his name when it has come."""
        if who and self._case is None:
            self._who.addItem("", who)
        self._who.setCurrentIndex(self._place_of(who))

    def _place_of(self, who: UUID | None) -> int:
        """Where a relative stands among the choices; Qt compares what it does not know by identity only."""
        return next((at for at in range(self._who.count()) if self._who.itemData(at) == who), 0)

    def _follow(self) -> None:
        self.note.textChanged.connect(self._unfold)
        self.note.textChanged.connect(self._draft.touched)
        self._next.textChanged.connect(self._draft.touched)
        self._who.currentIndexChanged.connect(lambda _index: self._heed())
        for choice in (self._channel, self._who):
            choice.activated.connect(self._draft.touched)

    def _unfold(self) -> None:
        shown = self._open or bool(self.values())
        if shown != self._details.isVisibleTo(self):
            self._details.setVisible(shown)
            self._heed()

    def _judge(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def _kept(self) -> None:
        self._save.setEnabled(True)
        self.fill({})
        self._draft.saved()
        self.kept.emit()
        self._judge("")

    def _refuse(self, error: UserError) -> None:
        self._save.setEnabled(True)
        self._judge(self._place.words.explain(error))
