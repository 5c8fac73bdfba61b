"""The way of a paper: which moves are allowed from where, and that no way leads around checking."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.paper_state import (
    Move,
    Original,
    PaperState,
    Standing,
    after,
    allowed,
    expires_in,
    next_move,
    warning,
)

TODAY = date(2026, 11, 23)
PAPERS = st.builds(
    Standing, st.sampled_from(PaperState), st.sampled_from(Original),
    st.none() | st.dates(TODAY - timedelta(60), TODAY + timedelta(60)), st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (PaperState.NEEDED, {Move.REQUEST, Move.RECEIVE}),
        (PaperState.REQUESTED, {Move.REQUEST, Move.RECEIVE}),
        (PaperState.RECEIVED, {Move.CHECK, Move.FIND_ERROR, Move.HAND_OVER}),
        (PaperState.CHECKED, {Move.FIND_ERROR, Move.HAND_OVER}),
        (PaperState.WRONG, {Move.ASK_CORRECTION, Move.CORRECT, Move.HAND_OVER}),
        (PaperState.CORRECTED, {Move.CHECK, Move.FIND_ERROR, Move.HAND_OVER}),
    ],
)
def test_each_state_has_its_moves(state: PaperState, moves: set[Move]) -> None:
    assert set(allowed(Standing(state), TODAY)) == moves


def test_the_straight_way_ends_checked() -> None:
    state, way = PaperState.NEEDED, []
    while move := next_move(Standing(state), TODAY):
        way.append(move)
        found = after(Standing(state), move, TODAY)
        assert found is not None
        state = found
    assert (state, way) == (PaperState.CHECKED, [Move.REQUEST, Move.RECEIVE, Move.CHECK])


@pytest.mark.parametrize(("asked", "move"), [(False, Move.ASK_CORRECTION), (True, Move.CORRECT)])
def test_an_error_is_written_to_the_body_before_it_is_put_right(asked: bool, move: Move) -> None:
    assert next_move(Standing(PaperState.WRONG, correction_asked=asked), TODAY) is move


@pytest.mark.parametrize(
    "paper",
    [
        Standing(PaperState.CHECKED, Original.LOST),
        Standing(PaperState.CHECKED, valid_until=TODAY - timedelta(1)),
    ],
)
def test_a_lost_or_expired_paper_is_requested_anew(paper: Standing) -> None:
    assert next_move(paper, TODAY) is Move.REQUEST
    assert after(paper, Move.REQUEST, TODAY) is PaperState.REQUESTED


def test_a_paper_is_valid_on_its_last_day() -> None:
    assert next_move(Standing(PaperState.CHECKED, valid_until=TODAY), TODAY) is None


@given(PAPERS)
def test_the_next_move_is_one_of_those_allowed(paper: Standing) -> None:
    move = next_move(paper, TODAY)
    assert move is None or move in allowed(paper, TODAY)


@given(PAPERS, st.sampled_from(Move))
def test_a_move_leads_somewhere_exactly_where_it_is_allowed(paper: Standing, move: Move) -> None:
    assert (after(paper, move, TODAY) is not None) == (move in allowed(paper, TODAY))


@given(st.lists(st.sampled_from(Move), max_size=30))
def test_whatever_is_pressed_a_checked_paper_was_received_and_its_errors_corrected(moves: list[Move]) -> None:
    state, made = PaperState.NEEDED, [Move.REQUEST]
    for move in moves:
        found = after(Standing(state), move, TODAY)
        if found is not None:
            state = found
            made.append(move)
    if state is PaperState.CHECKED:
        assert Move.RECEIVE in made
        since = made[len(made) - 1 - made[::-1].index(Move.CHECK) :]
        assert Move.FIND_ERROR not in since
    assert made.count(Move.CORRECT) <= made.count(Move.FIND_ERROR) <= made.count(Move.CORRECT) + 1


@pytest.mark.parametrize(
    ("days", "left", "mark"), [(31, None, None), (30, 30, 30), (8, 8, 30), (7, 7, 7), (1, 1, 1), (0, 0, 1), (-1, -1, 0)]
)
def test_it_is_warned_30_7_and_1_days_before(days: int, left: int | None, mark: int | None) -> None:
    found = expires_in(TODAY + timedelta(days), TODAY)
    assert found == left
    assert (warning(found) if found is not None else None) == mark
