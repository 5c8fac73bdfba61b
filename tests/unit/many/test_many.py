"""One thing done to many cases: one unit of work, journaled per case, stopped as a whole; who is left out, and why."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.access.access import Access, NotAllowed
from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.cases.queries import Chosen
from app.cases.service import Cases
from app.domain.fate import Fate
from app.domain.relation import Relation
from app.domain.role import Right
from app.many.adding import AddingSteps, NothingToDo, StepDraft
from app.many.assigning import Assigning, NoSuchWorker
from app.many.outcome import LeftOut
from app.many.papers import FolderRefused, PapersThere, TooManyPapers
from app.progress import Cancelled, Progress
from app.services import Services
from db.models.change import Change
from db.models.office import Disclosure
from db.models.step import Step

EVERYTHING = Chosen(everything=CaseFilter())
WIFE = RelativeDraft(PersonDraft("Приклад", "Олена"), Relation.SPOUSE)


def open_case(
    services: Services, surname: str, worker: str = "", *, fate: Fate = Fate.MISSING, wife: bool = True
) -> UUID:
    draft = CaseDraft(
        PersonDraft(surname, "Іван"), (FateDraft(fate, None, told=True),), worker=worker,
        relatives=(WIFE,) if wife else (),
    )  # fmt: skip
    return services.cases.open(draft)[0]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "папери"
    folder.mkdir()
    return folder


@pytest.fixture
def three(services: Services) -> list[UUID]:
    return [
        open_case(services, "Коваль", "Ткач Н."), open_case(services, "Ґудзь"),
        open_case(services, "Їжак", fate=Fate.RETURNED),
    ]  # fmt: skip


def as_colleague(services: Services, user: str) -> tuple[Cases, Access]:
    access = Access(user, frozenset({Right.CASES_OWN}), alone=False)
    return Cases(services.vault.database, services.catalogue, services.clock, access), access


def workers(services: Services) -> set[str]:
    return {row.worker for row in services.cases.page(CaseFilter()).rows}


def stopping(after: int) -> Progress:
    progress: Progress
    calls = iter(range(1000))

    def report(_done: int, _total: int, _label: str) -> None:
        if next(calls) >= after:
            progress.cancel()

    progress = Progress(report)
    return progress


def test_cases_go_over_and_the_history_names_each(services: Services, three: list[UUID]) -> None:
    outcome = services.assigning.assign(EVERYTHING, "Ткач Н.")
    assert outcome.done == 2
    assert [(row.case, row.why) for row in outcome.out] == [(three[0], LeftOut.SAME_WORKER)]
    assert workers(services) == {"Ткач Н."}
    with services.vault.database.read() as session:
        moved = select(Change.row).where(Change.column == "worker", Change.new == '"Ткач Н."')
        assert set(session.scalars(moved)) == set(three[1:])


def test_nobody_unknown_is_made_responsible(services: Services, three: list[UUID]) -> None:
    with pytest.raises(NoSuchWorker):
        services.assigning.assign(EVERYTHING, "Хтось")
    assert workers(services) == {"Ткач Н.", "Олена"}


def test_who_sees_his_own_hands_over_his_own(services: Services, three: list[UUID]) -> None:
    cases, access = as_colleague(services, "Ткач Н.")
    his = Assigning(services.vault.database, cases, services.clock, access)
    assert his.assign(EVERYTHING, "Олена").done == 1
    assert workers(services) == {"Олена"}
    nothing = Access("Аудитор", frozenset({Right.AUDIT}), alone=False)
    with pytest.raises(NotAllowed):
        Assigning(services.vault.database, cases, services.clock, nothing).assign(EVERYTHING, "Олена")


def test_a_stopped_handing_over_changes_nothing(
    services: Services, three: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.many.assigning._AT_ONCE", 1)
    with pytest.raises(Cancelled):
        services.assigning.assign(EVERYTHING, "Ткач Н.", stopping(1))
    assert workers(services) == {"Ткач Н.", "Олена"}


def test_a_step_written_by_hand_is_added_and_due(services: Services, three: list[UUID]) -> None:
    draft = StepDraft(title=" Запит до частини ", due=date(2026, 11, 20))
    assert services.adding.add(EVERYTHING, draft).done == 3
    for case in three:
        step = next(step for step in services.plan.steps(case) if step.title.uk == "Запит до частини")
        assert (step.open, step.due, step.act_by) == (True, date(2026, 11, 20), date(2026, 11, 20))
    assert all(row.next_due == date(2026, 11, 20) for row in services.cases.page(CaseFilter()).rows)
    again = services.adding.add(EVERYTHING, draft)
    assert (again.done, again.reasons()) == (0, {LeftOut.STEP_OPEN: 3})


def test_a_step_of_the_catalogue_goes_only_where_it_applies(services: Services, three: list[UUID]) -> None:
    only_back = next(
        step for step in services.catalogue.steps.values()
        if Fate.RETURNED in step.applies_to and Fate.MISSING not in step.applies_to
        and step.id not in {one.step_id for one in services.plan.steps(three[2]) if one.open}
    )
    outcome = services.adding.add(EVERYTHING, StepDraft(only_back.id))
    assert outcome.done == 1
    assert outcome.reasons() == {LeftOut.STEP_NOT_FOR_STATUS: 2}
    assert any(step.step_id == only_back.id for step in services.plan.steps(three[2]))


def test_a_step_without_a_name_is_refused(services: Services, three: list[UUID]) -> None:
    with pytest.raises(NothingToDo):
        services.adding.add(EVERYTHING, StepDraft(title="  "))


def test_a_step_goes_to_ones_own_cases_only(services: Services, three: list[UUID]) -> None:
    cases, access = as_colleague(services, "Ткач Н.")
    his = AddingSteps(services.vault.database, services.catalogue, cases, services.clock, access)
    assert his.add(Chosen(frozenset(three)), StepDraft(title="Запит")).done == 1


def test_a_stopped_adding_adds_nothing(
    services: Services, three: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.many.adding._AT_ONCE", 1)
    with pytest.raises(Cancelled):
        services.adding.add(EVERYTHING, StepDraft(title="Запит"), stopping(1))
    with services.vault.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Step).where(Step.title == "Запит")) == 0


def disclosed(services: Services, kind: str) -> list[UUID | None]:
    with services.vault.database.read() as session:
        return list(session.scalars(select(Disclosure.case_uid).where(Disclosure.kind == kind)))


def test_papers_are_written_where_they_may_be_and_logged(services: Services, three: list[UUID], papers: Path) -> None:
    alone = open_case(services, "Самотній", wife=False)
    outcome = services.many_papers.write(Chosen(frozenset({three[0], alone})), papers)
    assert outcome.done == 1
    (out,) = outcome.out
    assert (out.case, out.why) == (alone, LeftOut.PAPER_REFUSED)
    assert out.error is not None
    (paper,) = papers.iterdir()
    assert paper.name == "К-2026-000001.pdf"
    assert paper.read_bytes().startswith(b"%PDF")
    assert disclosed(services, "family_paper") == [three[0]]


def test_the_paper_of_a_restricted_case_is_written_like_any_other(
    services: Services, three: list[UUID], papers: Path
) -> None:
    services.restricting.restrict(three[0], restricted=True)
    outcome = services.many_papers.write(Chosen(frozenset(three[:2])), papers)
    assert (outcome.done, outcome.out) == (2, ())
    with services.vault.database.read() as session:
        read = select(func.count()).select_from(Change).where(Change.row == three[0], Change.column == "@read")
        assert session.scalar(read) == 1


def test_stopped_papers_are_taken_back_and_not_logged(services: Services, three: list[UUID], papers: Path) -> None:
    with pytest.raises(Cancelled):
        services.many_papers.write(Chosen(frozenset(three[:2])), papers, stopping(0))
    assert list(papers.iterdir()) == []
    assert disclosed(services, "family_paper") == []


def test_a_paper_that_lies_there_is_not_written_over(services: Services, three: list[UUID], papers: Path) -> None:
    old = papers / "К-2026-000002.pdf"
    old.write_bytes(b"old")
    with pytest.raises(PapersThere):
        services.many_papers.write(Chosen(frozenset(three[:2])), papers)
    assert [path.read_bytes() for path in papers.iterdir()] == [b"old"]


def test_a_folder_that_is_not_there_is_refused_in_words(services: Services, three: list[UUID], papers: Path) -> None:
    with pytest.raises(FolderRefused):
        services.many_papers.write(Chosen(frozenset(three[:1])), papers / "немає")
    assert disclosed(services, "family_paper") == []


def test_a_whole_caseload_is_not_put_on_a_disk_in_clear(
    services: Services, three: list[UUID], papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.many.papers.MOST", 2)
    with pytest.raises(TooManyPapers):
        services.many_papers.write(EVERYTHING, papers)
    assert list(papers.iterdir()) == []
