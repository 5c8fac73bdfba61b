"""The numbers of a period: each step counted once, in its month and track; small numbers never leave the office."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.access.access import Access
from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.cases.queries import Chosen
from app.domain.partial_date import of_day
from app.domain.role import Right
from app.domain.step import StepState, Track
from app.many.adding import StepDraft
from app.services import Services
from app.statistics.service import NoSuchPeriod, StepStatistics, TableWords, table
from app.statistics.tally import HIDDEN, Tally, middle, outside
from db.models.office import Disclosure
from db.models.search import SearchRequest
from db.models.step import Step

TODAY, SINCE, UNTIL = date(2026, 11, 23), date(2026, 10, 1), date(2026, 12, 31)
EVERYTHING = Chosen(everything=CaseFilter())


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    """A case with five steps by hand: done, not needed, overdue, to come, and one outside the period."""
    case = services.cases.open(missing)[0]
    for title, due in (("а", SINCE), ("б", date(2026, 11, 1)), ("в", date(2026, 11, 20)), ("г", UNTIL),
                       ("ґ", date(2027, 1, 1))):  # fmt: skip
        services.adding.add(EVERYTHING, StepDraft(title=title, due=due))
    steps = {row.title.uk: row for row in services.plan.steps(case)}
    services.plan.done(steps["а"].uid, steps["а"].version, of_day(TODAY))
    services.plan.not_needed(steps["б"].uid, steps["б"].version, "зайве")
    return case


def test_each_step_is_counted_once_by_what_became_of_it(services: Services, case: UUID) -> None:
    found = services.overview.statistics.steps(SINCE, UNTIL)
    own = [row for row in services.plan.steps(case) if row.due and SINCE <= row.due <= UNTIL]
    assert found.whole.whole == len(own)
    assert sum(found.tracks.values(), Tally()) == found.whole
    assert found.whole.done == 1
    assert found.whole.otherwise == 1
    assert found.whole.overdue == sum(row.open and row.due is not None and row.due < TODAY for row in own)
    assert list(found.months) == [date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)]
    assert found.months[SINCE].done == 1


def test_a_track_said_for_one_step_goes_before_that_of_the_catalogue(services: Services, case: UUID) -> None:
    before = services.overview.statistics.steps(SINCE, UNTIL)
    with services.vault.database.write("Олена") as session:
        session.query(Step).filter_by(title="в").one().track = Track.LEGAL.value
    after = services.overview.statistics.steps(SINCE, UNTIL)
    assert after.tracks[Track.LEGAL].overdue == before.tracks.get(Track.LEGAL, Tally()).overdue + 1


def test_bodies_show_who_waits_and_how_long_answers_took(services: Services, case: UUID) -> None:
    body, other = list(services.catalogue.bodies)[:2]
    with services.vault.database.write("Олена") as session:
        step = session.query(Step).filter_by(title="в").one()
        step.state, step.body, step.since = StepState.WAITING.value, body, date(2026, 11, 13)
        for filed, answered in (((2026, 11, 3), None), ((2026, 10, 1), (2026, 10, 31)), ((2025, 1, 1), (2025, 2, 1))):
            session.add(
                SearchRequest(
                    case_uid=case, body=body if answered is None else other, kind="", filed_on=date(*filed),
                    reference="", asked="", answered_on=date(*answered) if answered else None, answer="",
                    answer_text="", written_at=services.clock.now(), written_by="Олена",
                )
            )  # fmt: skip
    rows = {row.body: row for row in services.overview.statistics.steps(SINCE, UNTIL).bodies}
    assert (rows[body].waiting, rows[body].for_days, rows[body].answered, rows[body].days) == (2, 15, 0, None)
    assert (rows[other].waiting, rows[other].answered, rows[other].days) == (0, 1, 30)


def test_a_colleague_counts_his_own_cases(services: Services, case: UUID) -> None:
    access = Access("Ткач Н.", frozenset({Right.CASES_OWN}), alone=False)
    found = replace(services.overview.statistics, access=access).steps(SINCE, UNTIL)
    assert (found.whole, found.bodies) == (Tally(), ())


@pytest.mark.parametrize("until", [date(2026, 9, 30), date(2040, 1, 1)])
def test_a_period_that_cannot_be_is_refused(services: Services, until: date) -> None:
    with pytest.raises(NoSuchPeriod):
        services.overview.statistics.steps(SINCE, until)


@given(st.integers(0, 10_000))
def test_what_leaves_hides_one_to_four(count: int) -> None:
    assert outside(count) == ("<5" if count in range(1, 5) else str(count))


def test_the_median_of_nothing_is_nothing() -> None:
    assert (middle([]), middle([3]), middle([10, 20])) == (None, 3, 15)


def test_the_table_leaves_logged_without_sums_and_small_numbers(
    services: Services, case: UUID, tmp_path: Path
) -> None:
    found = services.overview.statistics.steps(SINCE, UNTIL)
    words = TableWords(
        tuple("abcdefghi"), {month: month.isoformat() for month in found.months},
        {track: track.value for track in found.tracks}, {row.body: row.body for row in found.bodies},
    )  # fmt: skip
    path = tmp_path / "steps.csv"
    services.overview.statistics.write(found, path, words)
    rows = list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == list("abcdefghi")
    assert len(rows) == 1 + len(found.months) + len(found.tracks) + len(found.bodies), "no sums"
    assert rows[1][1] == "<5"
    assert not {cell for row in rows[1:] for cell in row[1:]} & {"1", "2", "3", "4"}
    with services.vault.database.read() as session:
        assert session.scalars(select(Disclosure.kind)).all() == ["statistics"]


@given(st.lists(st.integers(0, 12), min_size=1, max_size=3), st.integers(0, 36))
def test_no_small_number_is_told_by_taking_the_tracks_from_the_months(done: list[int], first: int) -> None:
    many, tracks = sum(done), list(Track)[:2]
    by_track = (min(first, many), many - min(first, many))
    months = [date(2026, number + 1, 1) for number in range(len(done))]
    found = StepStatistics(
        SINCE, UNTIL, {month: Tally(done=one) for month, one in zip(months, done, strict=True)},
        {track: Tally(done=one) for track, one in zip(tracks, by_track, strict=True)}, (),
    )  # fmt: skip
    words = TableWords(tuple("ab"), dict.fromkeys(months, "м"), dict.fromkeys(tracks, "н"), {})
    cells = [row.split(";")[1] for row in table(found, words).splitlines()[1:]]
    of_months, of_tracks = cells[: len(months)], cells[len(months) :]
    assert of_months == [outside(one) for one in done]
    hides = HIDDEN in [*of_months, *map(outside, by_track)]
    assert of_tracks == (["", ""] if hides else [str(one) for one in by_track])
