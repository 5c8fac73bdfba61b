"""The fields of a new case: one column, label over field, judged on leaving, never refused while typing."""

from PySide6.QtCore import Signal

from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.domain.errors import N_
from app.domain.fate import Fate
from app.domain.relation import Relation
from app.i18n import Words
from ui.family_words import relation_word
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.forms.persons import BORN, GIVEN, PATRONYMIC, SURNAME, UNIT
from ui.workplace import Workplace


class NewCaseForm(Form):
    """`named` carries surname and given name once both are written, to look for likely duplicates."""

    named = Signal(str, str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, (_PERSON, _event(place), _applicant(place.words)))
        self.left.connect(self._name)

    def draft(self) -> CaseDraft | None:
        """The case as written; None if a field must be put right first, which then says so and has the focus."""
        wrong = self.wrong()
        if wrong:
            wrong[0].box.setFocus()
            return None
        relative = self._relative()
        return CaseDraft(
            person=PersonDraft(
                surname=self.text("surname"), given=self.text("given"), patronymic=self.text("patronymic"),
                born=self.date("born"),
            ),
            fates=(FateDraft(Fate(self.text("fate")), self.date("event")),),
            unit_code=self.text("unit"),
            relatives=(relative,) if relative else (),
        )  # fmt: skip

    def values(self) -> dict[str, str]:
        """What is written, by field, to be put back; empty if no word is."""
        texts = self.texts()
        written = any(text for key, text in texts.items() if key not in _CHOSEN)
        return {key: text for key, text in texts.items() if text} if written else {}

    def clear(self) -> None:
        """Empty every field."""
        self.fill({})

    def _name(self, key: str) -> None:
        if key in {"surname", "given"} and self.text("surname") and self.text("given"):
            self.named.emit(self.text("surname"), self.text("given"))

    def _relative(self) -> RelativeDraft | None:
        surname, _, rest = self.text("applicant").partition(" ")
        given, _, patronymic = rest.partition(" ")
        phones = self.phones("phone")
        if not surname and not phones:
            return None
        person = PersonDraft(surname=surname, given=given, patronymic=patronymic)
        return RelativeDraft(person, Relation(self.text("relation")), phones=phones, consented=self.flag("consent"))


_CHOSEN = frozenset({"fate", "relation", "consent"})
_PERSON = SectionDef(N_("The person"), (SURNAME, GIVEN, PATRONYMIC, BORN, UNIT))


def _event(place: Workplace) -> SectionDef:
    catalogue, language = place.services.catalogue, place.words.language
    initial = [fate for fate in catalogue.statuses if fate in catalogue.initial]
    fates = tuple((fate.value, catalogue.statuses[fate].name.in_(language)) for fate in initial)
    since = N_("the day contact was lost, or of the notification")
    return SectionDef(
        N_("What is known"),
        (
            FieldDef("fate", Kind.CHOICE, N_("Status"), choices=fates),
            FieldDef("event", Kind.DATE, N_("Since when"), since),
        ),
    )


def _applicant(_: Words) -> SectionDef:
    relations = tuple((one.value, relation_word(_, one)) for one in Relation)
    return SectionDef(
        N_("Who turned to us"),
        (
            FieldDef("applicant", Kind.NAME, N_("Surname, given name, patronymic")),
            FieldDef("relation", Kind.CHOICE, N_("Relation"), choices=relations),
            FieldDef("phone", Kind.PHONES, N_("Phone"), N_("in any form: 050 123 45 67")),
            FieldDef("consent", Kind.YES_NO, N_("Consent to the use of personal data is signed")),
        ),
    )
