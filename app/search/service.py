"""The search for one person, read at once; each part is written through its own keeping."""

from dataclasses import dataclass
from typing import Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.dna import Judgement, judge
from app.domain.relation import Relation
from app.notes.note import among_readers
from app.records.keeping import Keeping, Kept
from app.search import advice, donors, flags
from app.search.advice import AdviceDraft
from app.search.donors import DonorDraft, donors_of
from app.search.flags import FlagDraft
from app.search.requests import RequestDraft, Requests, judge_request
from db.models.family import Relative
from db.models.search import DnaDonor, HandlingFlag, PublicityAdvice, SearchRequest
from db.session import Database


@dataclass(frozen=True, slots=True)
class SearchView:
    """What is known of one search; `dna` is what the rule says of the samples."""

    donors: tuple[Kept[DonorDraft], ...]
    dna: Judgement
    requests: tuple[Kept[RequestDraft], ...]
    flags: tuple[Kept[FlagDraft], ...]
    advice: tuple[Kept[AdviceDraft], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """The parts of a search."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    donors: Keeping[DnaDonor, DonorDraft]
    requests: Requests
    flags: Keeping[HandlingFlag, FlagDraft]
    advice: Keeping[PublicityAdvice, AdviceDraft]

    @classmethod
    def of(cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access) -> Self:
        """Build every part."""

        def judged(_session: Session, _case: UUID, draft: RequestDraft) -> None:
            judge_request(catalogue, clock, draft)

        desk = database, clock, access
        return cls(
            database, catalogue, clock, access,
            donors=Keeping(DnaDonor, DonorDraft, *desk, donors.judging(clock, catalogue)),
            requests=Requests(Keeping(SearchRequest, RequestDraft, *desk, judged), catalogue),
            flags=Keeping(HandlingFlag, FlagDraft, *desk, flags.judging(clock), among_readers),
            advice=Keeping(PublicityAdvice, AdviceDraft, *desk, advice.judging(clock)),
        )  # fmt: skip

    def view(self, case: UUID) -> SearchView:
        """Everything of one case; raises `NotYourCase`."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            samples = self.donors.listed(session, case)
            kin = select(Relative.uid, Relative.relation).where(Relative.case_uid == case)
            relations = {uid: Relation(relation) for uid, relation in session.execute(kin)}
            weighed = donors_of((one.says for one in samples), relations)
            return SearchView(
                samples, judge(weighed, self.catalogue.search.dna), self.requests.keeping.listed(session, case),
                self.flags.listed(session, case), self.advice.listed(session, case),
            )  # fmt: skip

    def minded(self, case: UUID) -> tuple[Kept[FlagDraft], ...]:
        """What is to be minded today, as far as whoever asks may see it; raises `NotYourCase`."""
        today = self.clock.today()
        return tuple(flag for flag in self.flags.rows(case) if flag.says.stands(today))
