"""The people of a case, one at a time: what each is called, what numbers he has, where he served, how he looks."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from typing_extensions import override

from app.cases.view import CaseView
from app.people.looks import Looks
from app.people.marks import MarkDraft
from app.people.naming import NameDraft
from app.people.numbers import NumberRow
from app.people.person import PersonRow
from app.people.serving import ServiceDraft
from app.records.keeping import Kept
from ui.family_words import relation_word
from ui.people.looks import LOOKS_FORM, looks_line
from ui.people.names import NamesSection
from ui.people.numbers import NumbersSection
from ui.people.service import service_form, service_line
from ui.record.entry_section import EntrySection
from ui.record.mark_words import MARK_FORM, mark_line
from ui.record.tab import CaseTab
from ui.widgets.seek_choice import SeekChoice
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Read:
    """One person as one job reads him."""

    present: PersonRow
    names: tuple[Kept[NameDraft], ...]
    numbers: tuple[NumberRow, ...]
    service: tuple[Kept[ServiceDraft], ...]
    looks: tuple[Kept[Looks], ...]
    marks: tuple[Kept[MarkDraft], ...]


class PersonTab(CaseTab):
    """The man first; his relatives are chosen above. Everything is read when the tab is looked at."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _, record, catalogue = place.words, place.services.record, place.services.catalogue
        self._case: UUID | None = None
        self._person: UUID | None = None
        self.who = SeekChoice([])
        self.who.setAccessibleName(_("Whose names and numbers"))
        self.who.activated.connect(self._turn)
        self.names = NamesSection(place)
        self.numbers = NumbersSection(place)
        self.service = EntrySection(
            place, _("Service"), _("Nothing is written about the service yet."), _("Add a service"),
            service_form(catalogue), record.service, partial(service_line, _, catalogue),
        )  # fmt: skip
        self.looks = EntrySection(
            place, _("Description"), _("Nobody has described him yet: height, hair, eyes, what he wore."),
            _("Describe"), LOOKS_FORM, record.looks, partial(looks_line, _),
        )  # fmt: skip
        self.marks = EntrySection(
            place, _("Marks and signs"), _("None written down yet. Ask the family about tattoos, scars and teeth."),
            _("Add a mark"), MARK_FORM, record.marks, partial(mark_line, _),
        )  # fmt: skip
        self.lay_out((self.who, self.names, self.service), (self.numbers, self.looks, self.marks))

    def show_person(self, person: UUID) -> None:
        """Show another person of the case in view."""
        self._person = person
        if self.view is not None:
            self.show_case(self.view)

    @override
    def read(self, view: CaseView) -> None:
        record, person = self.place.services.record, self._choose(view)
        self.latest.ask(
            lambda _: _Read(
                record.names.present(person), record.names.rows(person), record.numbers.looked_at(person),
                record.service.rows(person), record.looks.rows(person), record.marks.rows(person),
            ),
            lambda found: self._show(view, found),
        )  # fmt: skip

    def _choose(self, view: CaseView) -> UUID:
        """The people of the case stand in the choice above; whoever was chosen stays, else it is the man."""
        _ = self.place.words
        people = {view.person: view.name or _("Name unknown")}
        for one in view.relatives:
            relation = relation_word(_, one.relation, one.patronymic)
            people.setdefault(one.person, f"{one.name or _('Name unknown')} · {relation}")
        if self._case not in (None, view.uid) or self._person not in people:
            self._person = view.person
        self._case, person = view.uid, self._person
        self.who.clear()
        for uid, words in people.items():
            self.who.addItem(words, uid)
        self.who.choose(person)
        return person

    def _show(self, view: CaseView, found: _Read) -> None:
        person = found.present.uid
        if not self.shows(view.uid) or person != self._person:
            return
        name = " ".join(filter(None, (found.present.surname, found.present.given, found.present.patronymic)))
        about = f"{name or self.place.words('Name unknown')} · {view.number}"
        self.names.show_names(about, found.present, found.names)
        self.numbers.show_numbers(person, about, found.numbers)
        self.service.show_entries(person, about, found.service)
        self.looks.show_entries(person, about, found.looks)
        self.marks.show_entries(person, about, found.marks)

    def _turn(self, _row: int) -> None:
        chosen = self.who.currentData()
        if isinstance(chosen, UUID) and chosen != self._person:
            self.show_person(chosen)
