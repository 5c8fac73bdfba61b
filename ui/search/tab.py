"""The search for the person of a case: samples of DNA, what to mind, where it was asked, advice on silence."""

from collections.abc import Callable, Mapping
from uuid import UUID

from typing_extensions import override

from app.cases.relatives import RelativeRow
from app.cases.view import CaseView
from app.search.service import SearchView
from ui.record.entry_section import EntrySection
from ui.record.tab import CaseTab
from ui.search.advice_words import advice_form, advice_line
from ui.search.donor_words import donor_form, donor_line
from ui.search.flag_words import flag_form, flag_line
from ui.search.matrix import BodyMatrix
from ui.search.request_words import request_form, request_line
from ui.search.words import rule_sentence
from ui.widgets.label import Label
from ui.workplace import Workplace


class SearchTab(CaseTab):
    """Two columns: the family's side, and the bodies' side."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _, search, catalogue = place.words, place.services.record.search, place.services.catalogue
        today = place.clock.today()
        self.donors = EntrySection(
            place, _("Samples of DNA"), _("None written down yet."), _("Add a sample"), donor_form(_, catalogue, ()),
            search.donors, lambda row: donor_line(_, catalogue, self._relatives(), row),
        )  # fmt: skip
        self.rule = Label("", "small", wrap=True)
        self.donors.body.insertWidget(1, self.rule)
        self.requests = EntrySection(
            place, _("Requests to bodies"),
            _("Nothing was filed yet. Each request is kept with the day its answer is due."), _("Add a request"),
            request_form(_, catalogue, today), search.requests,
            lambda row: request_line(_, catalogue, place.clock.today(), row),
        )  # fmt: skip
        self.flags = EntrySection(
            place, _("To mind in this family"), _("Nothing special. What is written here stands in the head of the "
            "case, and is said before a call and before printing."), _("Add"), flag_form(_, today), search.flags,
            lambda row: flag_line(_, place.clock.today(), row),
        )  # fmt: skip
        self.advice = EntrySection(
            place, _("Advice on publicity"), _("Nobody was advised yet. Publishing may harm him; fraudsters read too."),
            _("Add a talk"), advice_form(_, catalogue, (), today, place.services.access.user), search.advice,
            lambda row: advice_line(_, catalogue, self._relatives(), row),
        )  # fmt: skip
        self.matrix = BodyMatrix(place)
        self.lay_out((self.donors, self.flags, self.advice), (self.matrix, self.requests))

    @override
    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"request": self.requests.begin}

    @override
    def read(self, view: CaseView) -> None:
        search = self.place.services.record.search
        self.latest.ask(lambda _: search.view(view.uid), lambda found: self._show(view, found))

    def _show(self, view: CaseView, found: SearchView) -> None:
        if not self.shows(view.uid):
            return
        place = self.place
        _, catalogue, today = place.words, place.services.catalogue, place.clock.today()
        self.donors.use(donor_form(_, catalogue, view.relatives))
        self.requests.use(request_form(_, catalogue, today))
        self.flags.use(flag_form(_, today))
        self.advice.use(advice_form(_, catalogue, view.relatives, today, place.services.access.user))
        self.rule.setText(rule_sentence(_, found.dna, catalogue.search.dna))
        awaited = sorted(found.requests, key=lambda row: (not row.says.awaited, row.says.due or today.max))
        self.matrix.show_requests(found.requests)
        for section, rows in (
            (self.donors, found.donors), (self.requests, awaited), (self.flags, found.flags),
            (self.advice, found.advice),
        ):  # fmt: skip
            section.show_entries(view.uid, self.about, rows)

    def _relatives(self) -> Mapping[UUID, RelativeRow]:
        return self.view.named if self.view else {}
