"""What is known of a document: its title, kind, number, days, who holds the paper, whom it concerns."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.cases.relatives import RelativeRow
from app.documents.queries import DocumentRow
from app.documents.service import DocumentDraft
from app.domain.errors import N_
from ui.date_words import partial_words
from ui.documents.words import kind_word, relative_words, title_word
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.dialog import RecordDialog
from ui.workplace import Workplace

HEIGHT = 530


class DescribeDialog(RecordDialog):
    """The kind that the title hints at is offered in words; nobody but the worker says what a document is."""

    def __init__(
        self, place: Workplace, parent: QWidget, row: DocumentRow, relatives: Sequence[RelativeRow]
    ) -> None:
        _ = place.words
        about = _("Some kinds count as proof of what happened to a person: choose the one that the paper itself says.")
        super().__init__(place, parent, _("Describe the document"), about, HEIGHT, [_section(place, row, relatives)])
        self.named = _("The document is described.")
        self._row = row
        self._begin(self._texts_of(row), "document", row.uid)

    @override
    def _keep(self) -> None:
        row, form, documents = self._row, self.form, self._place.services.documents
        received, until, who = form.date("received"), form.date("valid_until"), form.text("who")
        draft = DocumentDraft(
            title=form.text("title"), kind=form.text("kind"), number=form.text("number"),
            relative=UUID(who) if who else None, issued=form.date("issued"),
            received=received.exact if received else None, holder=form.text("holder"), note=form.text("note"),
            valid_until=until.exact if until else None,
        )
        self._write(lambda _: documents.describe(row.uid, row.version, draft), self._refuse)

    @override
    def _texts_of(self, record: object) -> Mapping[str, str]:
        if not isinstance(record, DocumentRow):
            raise TypeError(record)
        _, self._row = self._place.words, record
        return {
            "title": title_word(_, self._place.services.catalogue, record), "kind": record.kind,
            "number": record.number,
            "issued": partial_words(_, record.issued) if record.issued else "",
            "received": _.date(record.received) if record.received else "", "holder": record.holder,
            "who": str(record.relative or ""), "note": record.note,
            "valid_until": _.date(record.valid_until) if record.valid_until else "",
        }  # fmt: skip


def _section(place: Workplace, row: DocumentRow, relatives: Sequence[RelativeRow]) -> SectionDef:
    _, catalogue = place.words, place.services.catalogue
    kinds = sorted((kind_word(_, catalogue, code), code) for code in catalogue.documents)
    guess = place.services.documents.suggest(row.title)
    hint = _("by its title perhaps: {kind}", kind=kind_word(_, catalogue, guess)) if guess and not row.kind \
        else _("type a part of its name")  # fmt: skip
    known = (("", _("kind not said yet")), *((code, words) for words, code in kinds))
    people = tuple((str(one.uid), relative_words(_, one)) for one in relatives)
    return SectionDef(
        "",
        (
            FieldDef("title", Kind.TEXT, N_("Title (required)"), required=True),
            FieldDef("kind", Kind.CHOICE, N_("What it is"), hint, choices=known),
            FieldDef("number", Kind.TEXT, N_("Number")),
            FieldDef("issued", Kind.DATE, N_("Issued on"), N_("dd.mm.yyyy; the year alone will do")),
            FieldDef("received", Kind.DAY, N_("Received by us on")),
            FieldDef("valid_until", Kind.DAY, N_("Valid until"), N_("empty if it does not expire"), future=True),
            FieldDef(
                "holder", Kind.TEXT, N_("Who holds the paper"), N_("for example the family, the investigator, we")
            ),
            FieldDef(
                "who", Kind.CHOICE, N_("Whom it concerns"),
                choices=(("", _("concerns the person of the case")), *people),
            ),
            FieldDef("note", Kind.LONG_TEXT, N_("Note")),
        ),
    )  # fmt: skip
