"""A few cases of a training vault told in full, so that every page has something to show and to learn on."""

from collections.abc import Callable, Iterator
from uuid import UUID

from app.cases.case_filter import CaseFilter
from app.cases.view import CaseView
from app.domain.fate import ALL_ABSENT, ALL_CAPTIVE, ALL_DEAD, Fate
from app.people.marks import MarkDraft, MarkKind
from app.services import Services
from app.training import kindred, ledger, money, people, returning, rights, search, standing, talks

Tell = Callable[[Services, CaseView], None]

_GROUPS = ((ALL_CAPTIVE, 2), (ALL_ABSENT - ALL_CAPTIVE, 2), (frozenset({Fate.RETURNED}), 1), (ALL_DEAD, 1))
"""Of which fates how many cases are told in full."""


def deepen(services: Services) -> None:
    """Tell the first cases of each group in full."""
    for case in tuple(_chosen(services)):
        for tell in TELLERS:
            tell(services, services.cases.view(case))


def _chosen(services: Services) -> Iterator[UUID]:
    for fates, many in _GROUPS:
        yield from (row.uid for row in services.cases.page(CaseFilter(fates=fates), None, many).rows)


def _marks(services: Services, case: CaseView) -> None:
    services.record.marks.add(case.person, MarkDraft(MarkKind.TATTOO, "ліве передпліччя", "якір із датою"))
    services.record.marks.add(case.person, MarkDraft(MarkKind.SCAR, "над правою бровою", "тонкий, з дитинства"))


TELLERS: tuple[Tell, ...] = (
    _marks, people.tell, kindred.tell, ledger.tell, search.tell, rights.tell, talks.tell, standing.tell,
    returning.tell, money.tell,
)  # fmt: skip
"""One for each part of the record."""
