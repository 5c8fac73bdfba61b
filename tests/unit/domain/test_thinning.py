from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from app.domain.thinning import DAILY, MONTHLY, RECENT, WEEKLY, Copy, kept

MONDAY = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
KYIV = ZoneInfo("Europe/Kyiv")

EARLIEST, LATEST = (datetime(year, 1, 1) for year in (2020, 2032))  # noqa: DTZ001 - hypothesis adds the zone

instants = st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC))
lives = st.lists(st.tuples(instants, st.booleans(), st.integers(0, 3)), max_size=120).map(
    lambda steps: [Copy(1 + n // 50, n * 3 + more, made, whole) for n, (made, whole, more) in enumerate(steps)]
)


def made_at(*instants: datetime) -> list[Copy]:
    return [Copy(1, n, made) for n, made in enumerate(instants)]


def test_a_year_of_working_days_keeps_what_the_manual_says() -> None:
    year = made_at(*(MONDAY - timedelta(days=day) for day in range(364, -1, -1)))
    stay = sorted(MONDAY - copy.made for copy in kept(year))
    assert stay[:14] == [timedelta(days=day) for day in range(14)]
    sundays = [timedelta(days=1 + 7 * week) for week in range(7)]
    assert set(sundays) <= set(stay)
    assert timedelta(days=1 + 7 * 8) not in stay
    months = {(copy.made.year, copy.made.month) for copy in kept(year)}
    assert len(months) == MONTHLY
    assert len(stay) <= DAILY + WEEKLY + MONTHLY


def test_ten_of_one_busy_day_stay() -> None:
    day = made_at(*(MONDAY + timedelta(minutes=minute) for minute in range(30)))
    assert kept(day) == frozenset(day[-10:])


@given(lives)
def test_the_newest_whole_one_always_stays(life: list[Copy]) -> None:
    whole = [copy for copy in life if copy.whole]
    if whole:
        assert max(whole, key=lambda copy: (copy.generation, copy.n)) in kept(life)


@given(lives)
def test_there_are_never_more_than_the_policy_allows(life: list[Copy]) -> None:
    assert len(kept(life)) <= 2 * RECENT + DAILY + WEEKLY + MONTHLY
    assert kept(life) <= frozenset(life)


@given(lives)
def test_thinning_again_takes_nothing(life: list[Copy]) -> None:
    assert kept(kept(life)) == kept(life)


@given(lives)
def test_thinning_after_every_copy_keeps_what_thinning_once_keeps(life: list[Copy]) -> None:
    stay: frozenset[Copy] = frozenset()
    for copy in life:
        stay = kept(stay | {copy})
    assert stay >= {copy for copy in kept(life) if copy.whole}


@given(lives, st.integers(-20 * 365, 20 * 365))
def test_a_clock_set_wrongly_for_one_copy_costs_only_places_of_its_own(life: list[Copy], days: int) -> None:
    odd = Copy(9, 10_000, MONDAY + timedelta(days=days))
    ten = sorted((copy for copy in life if copy.whole), key=lambda copy: (copy.generation, copy.n, copy.made))[-9:]
    assert kept([*life, odd]) >= {odd, *ten}


def test_the_night_of_summer_time_is_a_day_as_any() -> None:
    evenings = [datetime(2026, 10, day, 23, 30, tzinfo=KYIV) for day in range(1, 32)]
    stay = sorted(copy.made for copy in kept(made_at(*evenings)))
    assert stay[-14:] == evenings[-14:]
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(stay[-14:]))
