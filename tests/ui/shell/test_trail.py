"""The trail: back undoes going, forward undoes back, and nothing is kept for ever."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ui.shell.trail import LONGEST, START, Stop, Trail

CASES = st.none() | st.sampled_from([UUID(int=1), UUID(int=2)])
STOPS = st.builds(Stop, st.sampled_from(["today", "cases", "case"]), CASES)
TRAILS = st.lists(STOPS | st.sampled_from(["back", "forward"]), max_size=80)


def walked(steps: list) -> Trail:
    trail = START
    for step in steps:
        trail = trail.go(step) if isinstance(step, Stop) else getattr(trail, step)()
    return trail


@given(TRAILS, STOPS)
def test_back_leads_to_where_one_came_from(steps, stop):
    trail = walked(steps)
    gone = trail.go(stop)
    assert gone.here == stop
    if stop != trail.here:
        assert gone.ahead == ()
        assert gone.back().here == trail.here
        assert gone.back().forward().here == stop


@given(TRAILS)
def test_at_the_ends_one_stays(steps):
    trail = walked(steps)
    for _ in range(LONGEST + 1):
        trail = trail.back()
    assert trail.behind == ()
    assert trail.back() is trail
    for _ in range(2 * LONGEST):
        trail = trail.forward()
    assert trail.forward() is trail


@given(st.lists(STOPS, min_size=LONGEST * 2, max_size=LONGEST * 3))
def test_the_oldest_stops_are_forgotten(steps):
    assert len(walked(steps).behind) <= LONGEST
