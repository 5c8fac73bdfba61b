"""A relative added to a case, or put right: who it is, and how to reach the family safely."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import N_
from app.domain.relation import Relation
from app.domain.safety import MayLeave
from app.i18n import LANGUAGES, Words
from app.people.elsewhere import Known
from app.people.family import RelativeDetails, RelativeRecord
from ui.case.person_dialog import day_words, names
from ui.case.same_person import SamePersonDialog
from ui.family_words import relation_word
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.dialog import RecordDialog
from ui.forms.numbers import phones_text
from ui.forms.persons import BORN, LATIN, PATRONYMIC
from ui.forms.plain import YES
from ui.language_names import NAMES
from ui.workplace import Workplace

HEIGHT = 540
MESSAGES: Mapping[MayLeave, str] = {
    MayLeave.UNASKED: N_("not asked yet"),
    MayLeave.YES: N_("yes, a message may be left"),
    MayLeave.NO: N_("no: others may hear or read it"),
}
MAIN = SectionDef(
    "",
    (
        FieldDef("main", Kind.YES_NO, N_("Main contact of the family")),
        FieldDef(
            "main_reason", Kind.TEXT, N_("Why another main contact"),
            N_("only if the family has one already: a second person reads it and must agree"),
        ),
    ),
)  # fmt: skip


class RelativeDialog(RecordDialog):
    """With a `relative` it puts him right, else it adds one to `case`."""

    def __init__(
        self, place: Workplace, parent: QWidget, case: UUID, about: str, relative: UUID | None = None, *,
        to: str = "surname",
    ) -> None:  # fmt: skip
        """`to`: the field that has the cursor first."""
        _ = place.words
        sections = (*_sections(_), *(() if relative else (MAIN,)), LATIN)
        super().__init__(
            place, parent, _("Put the data right") if relative else _("Add a relative"), about, HEIGHT, sections
        )
        self._case, self._to = case, to
        self._row: RelativeRecord | None = None
        family = place.services.family
        if relative is None:
            start = {"language": "uk", "relation": Relation.UNKNOWN.value}
            self._begin(start, "new_relative", case)
        else:
            place.operations.read(self, lambda _: family.read(relative), self._start)

    @override
    def _keep(self) -> None:
        row, case, form, family = self._row, self._case, self.form, self._place.services.family
        now = RelativeDetails(
            names(form), Relation(form.text("relation")), form.text("relation_typed"), form.phones("phones"),
            form.text("safe_hours"), form.text("language"), form.text("code_phrase"), form.flag("do_not_call"),
            MayLeave(form.text("may_leave_message")), form.text("branch"),
        )
        if row is None:
            elsewhere = self._place.services.record.elsewhere
            self._place.operations.read(
                self, lambda _: elsewhere.alike(case, now.names, now.phones), lambda known: self._compare(known, now)
            )
        else:
            self._write(lambda _: family.edit(row, now), self._refuse)

    def _compare(self, known: tuple[Known, ...], now: RelativeDetails) -> None:
        """Whoever stands in another case is not written down twice."""
        if not known:
            self._put_in(now, None)
            return
        asked = SamePersonDialog(self._place, self, known)
        asked.answered.connect(lambda same: self._put_in(now, same))
        asked.open()

    def _put_in(self, now: RelativeDetails, same: UUID | None) -> None:
        case, main, family = self._case, self.form.flag("main"), self._place.services.family
        why = self.form.text("main_reason")
        self._write(lambda _: family.add(case, now, main=main, same=same, reason=why), self._refuse)

    @override
    def _texts_of(self, record: object) -> Mapping[str, str]:
        if not isinstance(record, RelativeRecord):
            raise TypeError(record)
        self._row = record
        details, person = record.details, record.details.names
        return {
            "surname": person.surname, "given": person.given, "patronymic": person.patronymic,
            "born": day_words(self._place.words, person.born), "surname_latin": person.surname_latin,
            "given_latin": person.given_latin, "relation": details.relation.value,
            "relation_typed": details.relation_typed, "phones": phones_text(details.phones),
            "safe_hours": details.safe_hours, "language": details.language, "code_phrase": details.code_phrase,
            "do_not_call": YES if details.do_not_call else "",
            "may_leave_message": details.may_leave_message.value, "branch": details.branch,
        }  # fmt: skip

    def _start(self, row: RelativeRecord) -> None:
        self._begin(self._texts_of(row), "relative", row.uid)
        self._go_to(self.form.inputs[self._to].box)


def _sections(_: Words) -> tuple[SectionDef, ...]:
    relations = tuple((one.value, relation_word(_, one)) for one in Relation)
    languages = tuple((code, NAMES[code]) for code in LANGUAGES)
    messages = tuple((one.value, _(word)) for one, word in MESSAGES.items())
    who = (
        FieldDef("surname", Kind.NAME, N_("Surname")),
        FieldDef("given", Kind.NAME, N_("Given name")),
        PATRONYMIC,
        FieldDef("relation", Kind.CHOICE, N_("Relation"), N_("type a part of its name"), choices=relations),
        FieldDef("relation_typed", Kind.TEXT, N_("Relation in the family’s own words"), N_("for example: aunt")),
        BORN,
        FieldDef(
            "branch", Kind.TEXT, N_("Branch of the family"),
            N_("for example: the wife’s; branches with different names learn nothing of each other"),
        ),
    )  # fmt: skip
    reach = (
        FieldDef(
            "phones", Kind.PHONES, N_("Phones"),
            N_("in any form, with commas; a word may follow: 050 123 45 67 mum; the word “safe” marks the safe one"),
        ),
        FieldDef("safe_hours", Kind.TEXT, N_("When it is safe to call"), N_("for example: after 18, not on Sundays")),
        FieldDef("code_phrase", Kind.TEXT, N_("Agreed phrase"), N_("by which the family knows that it is us")),
        FieldDef("language", Kind.CHOICE, N_("Language of papers"), choices=languages),
        FieldDef("may_leave_message", Kind.CHOICE, N_("May a message be left"), choices=messages),
        FieldDef("do_not_call", Kind.YES_NO, N_("Do not call: write or wait for a call")),
    )  # fmt: skip
    return SectionDef(N_("Who it is"), who), SectionDef(N_("How to reach safely"), reach)
