"""Requests have their clocks, papers their holders, incidents their day to report; wrong days are refused in words."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from app.access.access import Access, NotYourCase
from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft
from app.consents.draft import ConsentChannel
from app.domain.day_to_come import DayToCome
from app.domain.role import Role, rights
from app.meanwhile import CorrectedMeanwhile
from app.rights.incidents import IncidentDraft, NothingHappened, NoticedBeforeIt
from app.rights.papers import BackBeforeHanded, LostAndReturned, PaperDraft, PaperKind
from app.rights.requests import AnsweredBeforeAsked, AnswerMissing, Outcome, RequestDraft, RequestKind, due_of
from app.services import Services
from db.refusals import StaleEdit
from tests.unit.conftest import MONDAY

TODAY = MONDAY.today()
DAY = timedelta(days=1)
ACCESS = RequestDraft(RequestKind.ACCESS, "Ґудзь Олена", TODAY - 5 * DAY, ConsentChannel.EMAIL, "Що про мене записано?")


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_a_request_starts_the_clock_of_its_law(services: Services, case: UUID) -> None:
    requests = services.record.requests
    requests.add(case, replace(ACCESS, due=TODAY + 999 * DAY))
    (row,) = requests.rows(case)
    assert row.says.due == ACCESS.on + 30 * DAY
    requests.edit(row, replace(row.says, kind=RequestKind.ERASURE))
    assert requests.rows(case)[0].says.due == due_of(RequestKind.ERASURE, ACCESS.on) == ACCESS.on + 10 * DAY


def test_the_office_sees_what_waits_most_urgent_first_and_not_what_was_answered(services: Services, case: UUID) -> None:
    requests = services.record.requests
    requests.add(case, ACCESS)
    requests.add(case, replace(ACCESS, kind=RequestKind.CORRECTION))
    waiting = requests.waiting()
    clocks = [(one.kept.says.kind, one.left) for one in waiting]
    assert clocks == [(RequestKind.CORRECTION, 5), (RequestKind.ACCESS, 25)]
    requests.answer(waiting[0].kept, TODAY, Outcome.GRANTED, "Виправлено дату.")
    assert [one.kept.says.kind for one in requests.waiting()] == [RequestKind.ACCESS]
    assert [row.says.open for row in requests.rows(case)] == [True, False]


def test_an_answer_needs_words_and_a_day_that_can_be(services: Services, case: UUID) -> None:
    requests = services.record.requests
    requests.add(case, ACCESS)
    (row,) = requests.rows(case)
    with pytest.raises(AnswerMissing):
        requests.answer(row, TODAY, Outcome.DECLINED, "  ")
    with pytest.raises(AnsweredBeforeAsked):
        requests.answer(row, ACCESS.on - DAY, Outcome.GRANTED, "так")
    with pytest.raises(DayToCome):
        requests.answer(row, TODAY + DAY, Outcome.GRANTED, "так")
    with pytest.raises(DayToCome):
        requests.add(case, replace(ACCESS, on=TODAY + DAY))
    with pytest.raises(OfAnotherCase):
        requests.add(case, replace(ACCESS, relative_uid=uuid4()))


def test_a_printed_paper_stands_in_the_register_of_who_holds_it(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    services.papers.given(case, str(wife))
    (row,) = services.record.handed.rows(case)
    assert (row.says.kind, row.says.relative_uid, row.says.on) == (PaperKind.FAMILY_PAPER, wife, TODAY)
    assert row.says.number == services.cases.view(case).number
    services.record.handed.edit(row, replace(row.says, lost_on=TODAY, done="видали нову, порадили не хвилюватися"))
    assert services.record.handed.rows(case)[0].says.lost_on == TODAY


def test_a_paper_cannot_come_back_before_it_left_nor_be_lost_and_back(services: Services, case: UUID) -> None:
    paper = PaperDraft(PaperKind.COPY, "копія сповіщення", TODAY - DAY)
    for refusal, wrong in (
        (BackBeforeHanded, replace(paper, returned_on=TODAY - 2 * DAY)),
        (LostAndReturned, replace(paper, returned_on=TODAY, lost_on=TODAY)),
        (DayToCome, replace(paper, on=TODAY + DAY)),
        (OfAnotherCase, replace(paper, relative_uid=uuid4())),
    ):
        with pytest.raises(refusal):
            services.record.handed.add(case, wrong)
    assert services.record.handed.rows(case) == ()


INCIDENT = IncidentDraft(TODAY - DAY, "Загублено флешку з пакетом", happened_on=TODAY - 2 * DAY, whose="дві родини")


def test_an_incident_is_kept_for_the_office_and_followed_up(services: Services) -> None:
    incidents = services.record.incidents
    incidents.add(None, INCIDENT)
    (was,) = incidents.rows()
    assert was.says.report_by == INCIDENT.noticed_on + 3 * DAY
    incidents.edit(was, replace(INCIDENT, reported_to="Уповноважений", reported_on=TODAY))
    (now,) = incidents.rows()
    assert now.says.reported_to == "Уповноважений"
    with pytest.raises(CorrectedMeanwhile) as refused:
        incidents.edit(was, INCIDENT)
    assert refused.value.now == now
    incidents.remove(now.uid)
    assert incidents.rows() == ()
    with pytest.raises(StaleEdit):
        incidents.remove(now.uid)


def test_a_wrong_incident_is_refused(services: Services, case: UUID) -> None:
    for refusal, wrong in (
        (NothingHappened, replace(INCIDENT, what=" ")),
        (NoticedBeforeIt, replace(INCIDENT, happened_on=TODAY)),
        (NoticedBeforeIt, replace(INCIDENT, reported_on=TODAY - 3 * DAY)),
        (DayToCome, replace(INCIDENT, closed_on=TODAY + DAY)),
    ):
        with pytest.raises(refusal):
            services.record.incidents.add(None, wrong)
    stranger = replace(services.record.incidents, access=Access("Ірина", rights([Role.CASEWORKER])))
    with pytest.raises(NotYourCase):
        stranger.add(None, replace(INCIDENT, case_uid=case))


def test_a_caseworker_sees_the_incidents_of_his_own_only(services: Services) -> None:
    services.record.incidents.add(None, INCIDENT)
    worker = replace(services.record.incidents, access=Access("Ірина", rights([Role.CASEWORKER])))
    assert worker.rows() == ()
    worker.add(None, INCIDENT)
    assert [row.by for row in worker.rows()] == ["Ірина"]
    assert len(services.record.incidents.rows()) == 2
