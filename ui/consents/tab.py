"""Rights: what was agreed to, what people ask for, which papers they hold, how long the case is kept."""

from collections.abc import Callable, Mapping

from typing_extensions import override

from app.cases.view import CaseView
from app.consents.service import ConsentRow, Override
from app.progress import Progress
from app.records.keeping import Kept
from app.retention.service import ErasureRow, RetentionRow
from app.rights.papers import PaperDraft
from app.rights.requests import RequestDraft
from ui.consents.consents import ConsentsSection
from ui.consents.keeping import KeepingSection
from ui.consents.papers import PapersSection
from ui.consents.requests import RequestsSection
from ui.record.tab import CaseTab
from ui.workplace import Workplace

Found = tuple[
    tuple[ConsentRow, ...], tuple[Override, ...], tuple[Kept[RequestDraft], ...], tuple[Kept[PaperDraft], ...],
    RetentionRow, tuple[ErasureRow, ...],
]  # fmt: skip


class RightsTab(CaseTab):
    """Everything is read when the tab is looked at."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.consents = ConsentsSection(place)
        self.requests = RequestsSection(place)
        self.papers = PapersSection(place)
        self.keeping = KeepingSection(place)
        self.lay_out((self.consents, self.keeping), (self.requests, self.papers))

    @override
    def read(self, view: CaseView) -> None:
        record = self.place.services.record

        def read(_progress: Progress) -> Found:
            return (
                record.consents.rows(view.uid), record.consents.overrides(view.uid), record.requests.rows(view.uid),
                record.handed.rows(view.uid), record.retention.of(view.uid), record.retention.erasures(),
            )  # fmt: skip

        self.latest.ask(read, lambda found: self._show(view, found))

    @override
    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"consent": self.consents.begin, "rights_request": self.requests.begin}

    def _show(self, view: CaseView, found: Found) -> None:
        consents, overrides, requests, papers, keeping, erasures = found
        self.consents.show_consents(view, consents, overrides)
        self.requests.show_requests(view, self.about, requests)
        self.papers.show_papers(view, self.about, papers)
        self.keeping.show_keeping(view, keeping, erasures)
