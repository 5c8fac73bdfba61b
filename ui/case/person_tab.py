"""The person of a case: what he is called, what numbers he has, what he looks like, where he served."""

from typing_extensions import override

from app.cases.view import CaseView
from ui.record.entry_section import EntrySection
from ui.record.mark_words import MARK_FORM, mark_line
from ui.record.tab import CaseTab
from ui.workplace import Workplace


class PersonTab(CaseTab):
    """Everything is read when the tab is looked at."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _ = place.words
        self.marks = EntrySection(
            place, _("Marks and signs"), _("None written down yet. Ask the family about tattoos, scars and teeth."),
            _("Add a mark"), MARK_FORM, place.services.record.marks, lambda row: mark_line(_, row),
        )  # fmt: skip
        self.lay_out((self.marks,))

    @override
    def read(self, view: CaseView) -> None:
        marks = self.place.services.record.marks
        self.latest.ask(
            lambda _: marks.rows(view.person),
            lambda rows: self.marks.show_entries(view.person, self.about, rows),
        )
