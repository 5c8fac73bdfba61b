"""Requests to bodies: when the answer is due and why, the step that waits for it, what cannot be."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.catalogue.bodies import UnknownBody
from app.domain.calendar import CalendarMode
from app.domain.day_to_come import DayToCome
from app.domain.reply import Ask, answer_due, rule_of
from app.domain.step import StepState
from app.records.shape import LONGEST, TextTooLong
from app.search.requests import (
    Answer,
    AnsweredBefore,
    AnswerMissing,
    DueBeforeFiled,
    NoBody,
    RequestDraft,
)
from app.search.service import Search
from app.services import Services

TODAY = date(2026, 11, 23)
FILED = date(2026, 10, 12)
APPEAL = RequestDraft("KSHPPV", Ask.APPEAL, FILED, "12/45", "чи є в списках")
ANSWERED = replace(APPEAL, answered_on=TODAY, answer=Answer.NOT_FOUND, answer_text="відомостей немає")


@pytest.mark.parametrize(
    ("kind", "body", "due"),
    [
        (Ask.APPEAL, "KSHPPV", date(2026, 11, 12)),
        (Ask.APPEAL, "NIB", date(2026, 11, 11)),
        (Ask.APPEAL, "ICRC", None),
        (Ask.TRACING, "ICRC", None),
        (Ask.INFORMATION, "MOU", date(2026, 10, 19)),
        (Ask.LAWYER, "UNIT", date(2026, 10, 19)),
        (Ask.CERTIFICATE, "MOD-CERT", date(2026, 11, 11)),
        (Ask.CERTIFICATE, "DRACS", None),
        (Ask.PAY, "UNIT", date(2026, 10, 27)),
        (Ask.CRIME_REPORT, "POLICE", date(2026, 10, 13)),
        (Ask.OTHER, "MOU", None),
    ],
)
def test_the_term_follows_from_what_was_asked_of_whom(
    services: Services, kind: Ask, body: str, due: date | None
) -> None:
    rules = services.catalogue.search.replies
    deadline = answer_due(rules, kind, body, FILED, CalendarMode.MARTIAL_LAW)
    assert (deadline.due if deadline else None) == due


def test_every_term_says_its_ground_in_both_languages_and_how_sure_it_is(services: Services) -> None:
    for rule in services.catalogue.search.replies:
        assert rule.basis.uk
        assert rule.basis.en
        assert rule.sources
    commission = rule_of(services.catalogue.search.replies, Ask.CERTIFICATE, "COMM")
    assert commission is not None
    assert commission.confidence == "low"


def test_a_request_is_waited_for_by_a_step_of_the_day(services: Services, search: Search, case: UUID) -> None:
    search.requests.add(case, APPEAL)
    (kept,) = search.requests.rows(case)
    assert kept.says == replace(APPEAL, due=date(2026, 11, 12))
    assert kept.says.overdue(TODAY)
    (row,) = [one for one in services.plan.today().overdue if one.title.uk.startswith("Відповідь: Координаційний")]
    assert (row.case, row.due) == (case, date(2026, 11, 12))
    search.requests.edit(kept, replace(ANSWERED, due=kept.says.due))
    steps = [one for one in services.plan.steps(case) if one.title.uk.startswith("Відповідь:")]
    assert [(one.state, one.done_on and one.done_on.exact) for one in steps] == [(StepState.DONE, TODAY)]


def test_a_request_without_a_term_waits_without_a_step(services: Services, search: Search, case: UUID) -> None:
    search.requests.add(case, RequestDraft("ICRC", Ask.TRACING, FILED))
    (kept,) = search.requests.rows(case)
    assert kept.says.due is None
    assert not kept.says.overdue(TODAY)
    assert not [one for one in services.plan.steps(case) if one.title.uk.startswith("Відповідь:")]


def test_another_body_has_another_term_but_a_day_set_by_hand_stays(search: Search, case: UUID) -> None:
    search.requests.add(case, APPEAL)
    (kept,) = search.requests.rows(case)
    search.requests.edit(kept, replace(kept.says, body="NIB"))
    (kept,) = search.requests.rows(case)
    assert kept.says.due == date(2026, 11, 11)
    search.requests.edit(kept, replace(kept.says, due=date(2026, 11, 26)))
    (kept,) = search.requests.rows(case)
    search.requests.edit(kept, replace(kept.says, reference="12/46"))
    assert search.requests.rows(case)[0].says.due == date(2026, 11, 26)


def test_a_request_taken_out_takes_its_step_along_and_both_come_back(
    services: Services, search: Search, case: UUID
) -> None:
    def open_steps() -> int:
        return sum(one.open for one in services.plan.steps(case) if one.title.uk.startswith("Відповідь:"))

    search.requests.add(case, APPEAL)
    mark = services.undo.mark()
    search.requests.remove(search.requests.rows(case)[0].uid)
    assert (search.requests.rows(case), open_steps()) == ((), 0)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert (len(search.requests.rows(case)), open_steps()) == (1, 1)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (replace(APPEAL, body=""), NoBody),
        (replace(APPEAL, body="МАРС"), UnknownBody),
        (replace(APPEAL, filed_on=TODAY + timedelta(1)), DayToCome),
        (replace(ANSWERED, answered_on=TODAY + timedelta(1)), DayToCome),
        (replace(ANSWERED, answered_on=FILED - timedelta(1)), AnsweredBefore),
        (replace(ANSWERED, answered_on=None), AnswerMissing),
        (replace(APPEAL, answered_on=TODAY), AnswerMissing),
        (replace(APPEAL, due=FILED - timedelta(1)), DueBeforeFiled),
        (replace(ANSWERED, answer_text="я" * (LONGEST + 1)), TextTooLong),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_kept(
    services: Services, search: Search, case: UUID, draft: RequestDraft, refusal: type[Exception]
) -> None:
    steps = services.plan.steps(case)
    with pytest.raises(refusal):
        search.requests.add(case, draft)
    assert search.requests.rows(case) == ()
    assert services.plan.steps(case) == steps
