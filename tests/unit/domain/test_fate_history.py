"""A history of statuses: nothing disappears, a reversal names its row, the one before is the one that stands."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.fate import HARD_NEWS, Fate
from app.domain.fate_history import Happened, begins_anew, previous, standing, taken_back

fates = st.sampled_from(Fate)


def grown(wanted: list[Fate]) -> tuple[Happened, ...]:
    """A history in which every change is recorded as the service does: reversals name the likeliest row."""
    rows = (Happened(UUID(int=1), UUID(int=9), wanted[0]),)
    for fate in wanted[1:]:
        if fate is not standing(rows)[-1].fate:
            back = taken_back(rows, fate)
            rows = (*rows, Happened(UUID(int=len(rows) + 1), UUID(int=9), fate, back[0] if back else None))
    return rows


def row(n: int, fate: Fate, reverses: int = 0, episode: int = 9) -> Happened:
    return Happened(UUID(int=n), UUID(int=episode), fate, UUID(int=reverses) if reverses else None)


@given(st.lists(fates, min_size=1, max_size=8))
def test_whatever_is_taken_back_every_row_stays_and_the_last_one_is_the_present(wanted: list[Fate]) -> None:
    rows = grown(wanted)
    assert len({one.uid for one in rows}) == len(rows)
    assert standing(rows)[-1] == rows[-1]
    taken = [one.reverses for one in rows if one.reverses]
    assert set(taken) <= {one.uid for one in rows}
    assert len(taken) == len(set(taken)), "no row is taken back twice"


@given(st.lists(fates, min_size=1, max_size=6), fates)
def test_a_reversal_and_the_same_change_again_keep_every_row(wanted: list[Fate], to: Fate) -> None:
    before = grown(wanted)
    now = before[-1].fate
    there = grown([*(one.fate for one in before), to])
    again = grown([*(one.fate for one in there), now, to])
    assert [one.uid for one in again[: len(before)]] == [one.uid for one in before]
    if to is not now and again[-1].fate is to:
        assert [one.fate for one in again[len(before) :]] == [to, now, to]


def test_the_way_out_of_a_death_takes_the_death_back() -> None:
    rows = (row(1, Fate.MISSING), row(2, Fate.BODY_UNIDENTIFIED), row(3, Fate.DECEASED_IDENTIFIED))
    assert taken_back(rows, Fate.RETURNED) == (UUID(int=3), UUID(int=2))
    assert taken_back(rows, Fate.MISSING)[0] == UUID(int=3)
    assert taken_back(rows, Fate.DIED_IN_CAPTIVITY) == (), "a refinement takes nothing back"
    assert Fate.DIED_IN_CAPTIVITY in HARD_NEWS


def test_what_was_taken_back_is_not_what_was_before() -> None:
    rows = (row(1, Fate.CAPTIVE_CONFIRMED), row(2, Fate.RETURNED), row(3, Fate.CAPTIVE_CONFIRMED, reverses=2))
    assert previous(rows) is Fate.CAPTIVE_CONFIRMED
    assert taken_back(rows, Fate.RETURNED) == ()


def test_a_second_disappearance_takes_nothing_back_and_forgets_the_first() -> None:
    rows = (row(1, Fate.MISSING), row(2, Fate.RETURNED), row(3, Fate.IN_SERVICE_AFTER))
    assert begins_anew(Fate.IN_SERVICE_AFTER, Fate.MISSING)
    assert not begins_anew(Fate.RETURNED, Fate.MISSING), "a namesake was released: he never came"
    assert taken_back(rows, Fate.MISSING) == ()
    second = (*rows, row(4, Fate.MISSING, episode=8))
    assert previous(second) is None
    assert [one.uid for one in standing(second)] == [UUID(int=4)]
