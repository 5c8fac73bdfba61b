"""What is known of a document: its title, kind, number, days, who holds the paper, whom it concerns."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from app.cases.view import RelativeRow
from app.documents.queries import DocumentRow
from app.documents.service import DocumentDraft
from app.domain.errors import UserError
from ui.cases.columns import partial_words
from ui.documents.words import kind_word, relative_words
from ui.widgets.date_field import DateField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.seek_choice import SeekChoice
from ui.workplace import Workplace

HEIGHT = 530
NOTE_HEIGHT = 62


class DescribeDialog(FormDialog):
    """The kind that the title hints at is offered in words; nobody but the worker says what a document is."""

    def __init__(
        self, place: Workplace, parent: QWidget, row: DocumentRow, relatives: Sequence[RelativeRow]
    ) -> None:
        _, catalogue = place.words, place.services.catalogue
        about = _("Some kinds count as proof of what happened to a person: choose the one that the paper itself says.")
        super().__init__(place, parent, _("Describe the document"), about, HEIGHT)
        self._row = row
        self._title = QLineEdit(row.title)
        self._title_field = self._add(self._title, _("Title (required)"))
        kinds = sorted((kind_word(_, catalogue, code), code) for code in catalogue.documents)
        self._kind = SeekChoice([(_("kind not said yet"), ""), *kinds])
        guess = place.services.documents.suggest(row.title)
        hint = _("by its title perhaps: {kind}", kind=kind_word(_, catalogue, guess)) if guess and not row.kind \
            else _("type a part of its name")  # fmt: skip
        self._add(self._kind, _("What it is"), hint)
        self._number = QLineEdit(row.number)
        self._add(self._number, _("Number"))
        self._issued = DateField(place.look, _, place.clock.today(), partial=True)
        self._issued_field = self._add(self._issued, _("Issued on"), _("dd.mm.yyyy; the year alone will do"))
        self._received = DateField(place.look, _, place.clock.today())
        self._received_field = self._add(self._received, _("Received by us on"))
        self._holder = QLineEdit(row.holder)
        self._add(self._holder, _("Who holds the paper"), _("for example the family, the investigator, we"))
        people = [(relative_words(_, one), one.uid) for one in relatives]
        self._who = SeekChoice([(_("concerns the person of the case"), None), *people])
        self._add(self._who, _("Whom it concerns"))
        self._note = QPlainTextEdit(row.note)
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(place.look.theme.length(NOTE_HEIGHT))
        self._add(self._note, _("Note"))
        self._column.addStretch(1)
        self._fill(row)
        self._issued.judged.connect(self._issued_field.complain)
        self._received.judged.connect(self._received_field.complain)
        self._title.setFocus()

    @override
    def save(self) -> None:
        if not self._title.text().strip():
            self._title_field.complain(self._place.words("This field is required."))
            self._title.setFocus()
            return
        for box in (self._issued, self._received):
            if box.judge():
                box.setFocus()
                return
        row, draft, documents = self._row, self._draft(), self._place.services.documents
        self._write(lambda _: documents.describe(row.uid, row.version, draft), self._refuse)

    def _fill(self, row: DocumentRow) -> None:
        _ = self._place.words
        self._kind.choose(row.kind)
        self._who.choose(row.relative)
        self._issued.setText(partial_words(_, row.issued) if row.issued else "")
        self._received.setText(_.date(row.received) if row.received else "")

    def _draft(self) -> DocumentDraft:
        who = self._who.chosen()
        return DocumentDraft(
            title=self._title.text(), kind=str(self._kind.chosen() or ""), number=self._number.text(),
            relative=who if isinstance(who, UUID) else None,
            issued=self._issued.value(), received=self._received.day(),
            holder=self._holder.text(), note=self._note.toPlainText(),
        )

    def _refuse(self, error: UserError) -> None:
        self._say(self._place.words.explain(error))
