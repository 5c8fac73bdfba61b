"""A promise is a step: Today reminds of it, and keeping either keeps both."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.access.access import Access, NotYourCase
from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft
from app.contacts.service import ContactDraft
from app.domain.partial_date import of_day
from app.domain.role import Role, rights
from app.plan.service import ReasonMissing
from app.promises.service import NothingPromised, PromiseDraft, PromiseState
from app.services import Services

TODAY, LATE = date(2026, 11, 23), date(2026, 11, 20)
COPY = PromiseDraft("Надіслати копію запиту", due=LATE)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_an_overdue_promise_stands_in_today_until_it_is_kept(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0]
    services.record.promises.add(case, replace(COPY, relative=wife.uid))
    (row,) = services.record.promises.rows(case)
    assert (row.what, row.name, row.by, row.made, row.due) == (COPY.what, wife.name, "Олена", TODAY, LATE)
    assert row.overdue(TODAY)
    assert row.uid in {due.step for due in services.plan.today().overdue}
    services.record.promises.keep(row.uid, row.version, of_day(TODAY))
    (row,) = services.record.promises.rows(case)
    assert (row.state, row.on) == (PromiseState.KEPT, of_day(TODAY))
    assert not row.overdue(TODAY)
    assert row.uid not in {due.step for due in services.plan.today().overdue}


def test_ticking_its_step_keeps_the_promise(services: Services, case: UUID) -> None:
    services.contacts.log(ContactDraft(case, LATE, "phone", "Говорили.", None, TODAY))
    (row,) = services.record.promises.rows(case)
    assert (row.made, row.due, row.state) == (LATE, TODAY, PromiseState.OPEN)
    services.plan.done(row.uid, row.version, of_day(TODAY))
    assert services.record.promises.rows(case)[0].state is PromiseState.KEPT


@pytest.mark.parametrize(
    ("answer", "state"), [("not_kept", PromiseState.NOT_KEPT), ("withdraw", PromiseState.WITHDRAWN)]
)
def test_what_was_not_kept_says_why_and_can_stand_again(services: Services, case: UUID, answer, state) -> None:
    promises = services.record.promises
    promises.add(case, COPY)
    (row,) = promises.rows(case)
    with pytest.raises(ReasonMissing):
        getattr(promises, answer)(row.uid, row.version, " ")
    getattr(promises, answer)(row.uid, row.version, "орган не відповів")
    (row,) = promises.rows(case)
    assert (row.state, row.why) == (state, "орган не відповів")
    promises.reopen(row.uid, row.version)
    assert promises.rows(case)[0].state is PromiseState.OPEN


def test_open_ones_come_first_the_nearest_day_before_the_others(services: Services, case: UUID) -> None:
    promises = services.record.promises
    for what, due in (("без дня", None), ("пізніше", TODAY), ("раніше", LATE), ("виконана", LATE)):
        promises.add(case, PromiseDraft(what, due=due))
    kept = next(row for row in promises.rows(case) if row.what == "виконана")
    promises.keep(kept.uid, kept.version, None)
    assert [row.what for row in promises.rows(case)] == ["раніше", "пізніше", "без дня", "виконана"]


def test_nothing_promised_nobody_of_the_family_and_a_strangers_case_are_refused(
    services: Services, case: UUID, missing: CaseDraft
) -> None:
    promises = services.record.promises
    with pytest.raises(NothingPromised):
        promises.add(case, PromiseDraft(" "))
    other, _ = services.cases.open(missing)
    with pytest.raises(OfAnotherCase):
        promises.add(case, replace(COPY, relative=services.cases.relatives(other)[0].uid))
    stranger = replace(promises, access=Access("Ірина", rights([Role.CASEWORKER])))
    with pytest.raises(NotYourCase):
        stranger.add(case, COPY)
    with pytest.raises(NotYourCase):
        stranger.rows(case)


def test_a_promise_can_be_taken_back_whole(services: Services, case: UUID) -> None:
    mark = services.undo.mark()
    services.record.promises.add(case, COPY)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert services.record.promises.rows(case) == ()


def test_a_kept_promise_is_said_no_more_on_the_familys_paper(services: Services, case: UUID) -> None:
    services.contacts.log(ContactDraft(case, LATE, "phone", "Говорили.", None, TODAY))
    assert services.papers.facts(case).call_by == TODAY
    (row,) = services.record.promises.rows(case)
    services.record.promises.keep(row.uid, row.version, of_day(TODAY))
    assert services.papers.facts(case).call_by is None
