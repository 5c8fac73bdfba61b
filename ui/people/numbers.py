"""The numbers and papers of a person: masked until somebody asks, with what is odd about each."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.domain.errors import N_
from app.domain.identifier import Absent, IdentifierKind
from app.domain.partial_date import of_day
from app.domain.record_number import mask
from app.domain.validity import Standing
from app.i18n import Words
from app.people.numbers import NumberDraft, NumberRow
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.people.names import date_text
from ui.person_words import ABSENT, DOUBTS, NUMBERS
from ui.record.entry_form import EntryForm
from ui.record.entry_section import EntrySection
from ui.workplace import Workplace


class NumbersSection(EntrySection):
    """What was shown in full is masked again when another person, or the same one anew, is shown."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("Numbers and papers"), _("None written down yet."), _("Add a number"), NUMBER_FORM,
            place.services.record.numbers, self._say,
        )  # fmt: skip
        self._rows: dict[UUID, NumberRow] = {}
        self._open: set[UUID] = set()
        self.act(_("Show"), self._turn, lambda row: bool(row.says.value) and row.uid not in self._open)
        self.act(_("Hide"), self._turn, lambda row: row.uid in self._open)

    def show_numbers(self, person: UUID, about: str, rows: Sequence[NumberRow]) -> None:
        """Show the numbers of a person, masked."""
        self._rows = {row.entry.uid: row for row in rows}
        self._open.clear()
        self.show_entries(person, about, [row.entry for row in rows])

    def _turn(self, row: Kept[NumberDraft]) -> None:
        self._open ^= {row.uid}
        self.show_lines([self._say(one.entry) for one in self._rows.values()])

    def _say(self, row: Kept[NumberDraft]) -> Line:
        return number_line(self._place.words, self._rows[row.uid], whole=row.uid in self._open)


def number_line(words: Words, row: NumberRow, *, whole: bool) -> Line:
    """A number as its list shows it; unless `whole`, its last three signs alone."""
    says = row.entry.says
    value = (says.value if whole else mask(says.value)) if says.value else words(ABSENT[says.absent_reason])
    told = [_issued(words, says), *(words(DOUBTS[doubt]) for doubt in row.doubts), says.note if whole else ""]
    if row.elsewhere:
        told.append(words("The same number stands in: {cases}", cases=", ".join(row.elsewhere)))
    elif row.elsewhere is not None:
        told.append(words("The same number stands with somebody in a case of a colleague."))
    return Line(
        words(NUMBERS[says.kind]), tuple(filter(None, told)), tuple(_chips(words, row)), "id-card", beside=value,
        faint=bool(row.validity and row.validity.standing is Standing.EXPIRED), subject=row.entry,
    )  # fmt: skip


def _issued(words: Words, says: NumberDraft) -> str:
    when = words("issued {date}", date=partial_words(words, says.issued)) if says.issued else ""
    return ", ".join(filter(None, (when, says.issuer)))


def _chips(words: Words, row: NumberRow) -> list[Chip]:
    chips = []
    if row.doubts or row.elsewhere is not None:
        chips.append(Chip(words("look at it"), "missing", "triangle-alert"))
    if row.validity:
        day = words.date(row.validity.until)
        match row.validity.standing:
            case Standing.EXPIRED:
                chips.append(Chip(words("expired {date}", date=day), "captive", "calendar"))
            case Standing.SOON:
                chips.append(Chip(words("good until {date}", date=day), "missing", "calendar"))
            case Standing.GOOD:
                chips.append(Chip(words("good until {date}", date=day), "closed"))
    return chips


def _sections(words: Words) -> tuple[SectionDef, ...]:
    kinds = tuple((kind.value, words(word)) for kind, word in NUMBERS.items())
    absent = tuple((reason.value, words(word)) for reason, word in ABSENT.items())
    return (
        SectionDef(
            "",
            (
                FieldDef("kind", Kind.CHOICE, N_("Which number"), N_("type a part of its name"), choices=kinds),
                FieldDef("value", Kind.IDENTIFIER, N_("Number"), N_("as on the paper"), source="kind"),
                FieldDef("absent_reason", Kind.CHOICE, N_("Whether there is one"), choices=absent),
                FieldDef("issued", Kind.DATE, N_("Issued on")),
                FieldDef("issuer", Kind.TEXT, N_("Issued by"), N_("of an ID card: four digits")),
                FieldDef("until", Kind.DAY, N_("Good until"), N_("if the paper says so"), future=True),
                FieldDef("note", Kind.TEXT, N_("Note")),
            ),
        ),
    )


def _texts(says: NumberDraft) -> Mapping[str, str]:
    return {
        "kind": says.kind.value, "value": says.value, "absent_reason": says.absent_reason.value,
        "issued": date_text(says.issued), "issuer": says.issuer,
        "until": date_text(of_day(says.until) if says.until else None), "note": says.note,
    }  # fmt: skip


def _draft(form: Form, _was: NumberDraft | None) -> NumberDraft:
    until = form.date("until")
    return NumberDraft(
        IdentifierKind(form.text("kind")), form.text("value"), form.date("issued"), form.text("issuer"),
        until.exact if until else None, Absent(form.text("absent_reason")), form.text("note"),
    )  # fmt: skip


NUMBER_FORM = EntryForm(
    name="identifier",
    adding=N_("Add a number"),
    correcting=N_("Put the number right"),
    sections=_sections,
    texts=_texts,
    draft=_draft,
    start=lambda: {"kind": IdentifierKind.PASSPORT.value},
)
