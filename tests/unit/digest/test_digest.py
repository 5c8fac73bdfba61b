"""The week: what was done, is overdue, comes with the law first; seen once a week; on paper without a name."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.cases.queries import Chosen
from app.clock import FixedClock
from app.digest.service import Digest
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate, of_day
from app.many.adding import StepDraft
from app.paper.week import WeekPart, WeekWords
from app.plan.queries import OF_THE_LAW
from app.promises.service import PromiseDraft
from app.services import Services
from db.models.office import Disclosure

MONDAY, WEDNESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 29)
WORDS = WeekWords("uk", "Тиждень", "Внутрішнє. Не для родин.", "сторінка {page} з {pages}", "НАВЧАЛЬНІ ДАНІ")


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    events = dict(missing.events) | {"BODY_RECEIVED_APPLICATION": PartialDate(2026, 11, 13)}
    case = services.cases.open(replace(missing, events=events))[0]
    for title, due in (("минулий", date(2026, 11, 18)), ("середа", WEDNESDAY), ("неділя", SUNDAY),
                       ("далі", date(2026, 11, 30))):  # fmt: skip
        services.adding.add(Chosen(everything=CaseFilter()), StepDraft(title=title, due=due))
    there = {row.step_id for row in services.plan.steps(case)}
    of_the_law = next(
        step.id for step in services.catalogue.steps.values()
        if step.due.term.kind in OF_THE_LAW and step.id not in there and Fate.MISSING in step.applies_to
    )
    services.adding.add(Chosen(everything=CaseFilter()), StepDraft(of_the_law, due=SUNDAY))
    services.record.promises.add(case, PromiseDraft("подзвонити", None, SUNDAY))
    services.record.promises.add(case, PromiseDraft("написати", None, date(2026, 12, 5)))
    return case


def later(services: Services, *day: int) -> Digest:
    clock = FixedClock(datetime(*day, 8, tzinfo=UTC))  # type: ignore[misc,arg-type]  # year, month, day
    digest = services.overview.digest
    return replace(digest, clock=clock, preferences=replace(digest.preferences, clock=clock))


def test_the_week_ahead_ends_on_sunday_with_terms_of_the_law_first(services: Services, case: UUID) -> None:
    view = services.overview.digest.week()
    titles = [row.title.uk for row in view.coming]
    assert {"середа", "неділя", "подзвонити"} <= set(titles)
    assert "далі" not in titles
    assert view.coming_count == len(view.coming)
    legal = [row.of_the_law for row in view.coming]
    assert legal[0]
    assert legal == sorted(legal, reverse=True)
    assert [row.title.uk for row in view.promises] == ["подзвонити"]
    assert "минулий" in [row.title.uk for row in view.overdue]


def test_what_was_done_in_the_week_before_is_told_and_no_other(services: Services, case: UUID) -> None:
    steps = {row.title.uk: row for row in services.plan.steps(case)}
    for title, day in (("минулий", 16), ("середа", 22), ("неділя", 15), ("далі", 23)):
        services.plan.done(steps[title].uid, steps[title].version, of_day(date(2026, 11, day)))
    view = services.overview.digest.week()
    assert [(row.title.uk, row.on.day) for row in view.done] == [("середа", 22), ("минулий", 16)]
    assert view.done_count == 2
    assert services.overview.digest.week({"Ткач Н."}).done == ()


def test_it_opens_by_itself_once_a_week_and_not_in_the_first(services: Services) -> None:
    assert not services.overview.digest.unseen()
    assert not later(services, 2026, 11, 29).unseen()
    assert later(services, 2026, 11, 30).unseen()
    later(services, 2026, 12, 1).seen()
    assert not later(services, 2026, 12, 6).unseen()
    assert later(services, 2027, 1, 4).unseen()


def test_the_paper_says_that_it_is_not_for_families_and_is_logged(services: Services) -> None:
    office = services.office.read()
    services.office.write(replace(office, training=True))
    overdue = WeekPart("Прострочено: 1", (("Заява", "К-2026-000001"),), "—", "і ще 3")
    parts = (overdue, WeekPart("Згоди: 0", (), "немає"))
    pdf = services.overview.digest.paper(parts, WORDS)
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    for part in ("Внутрішнє. Не для родин.", "НАВЧАЛЬНІ ДАНІ", "К-2026-000001", "і ще 3", "немає"):
        assert part in said
    with services.vault.database.read() as session:
        assert session.scalars(select(Disclosure.kind)).all() == ["week_digest"]
