"""Undo and redo walk the same road in both directions."""

from hypothesis import given
from hypothesis import strategies as st

from app.history import History

TURNS = st.lists(st.one_of(st.integers(0, 5), st.sampled_from(["undo", "redo"])), max_size=30)


def walk(turns: list[int | str]) -> History[int]:
    history = History(0)
    for turn in turns:
        match turn:
            case "undo":
                history = history.undo()
            case "redo":
                history = history.redo()
            case int():
                history = history.edit(turn)
    return history


@given(TURNS)
def test_redo_after_undo_changes_nothing(turns):
    history = walk(turns)
    if history.past:
        assert history.undo().redo() == history
    if history.future:
        assert history.redo().undo() == history


@given(TURNS, st.integers(0, 5))
def test_an_edit_can_be_taken_back(turns, draft):
    history = walk(turns)
    edited = history.edit(draft)
    assert edited.now == draft
    assert (edited is history) == (draft == history.now)
    if edited is not history:
        assert edited.undo().now == history.now
        assert edited.future == ()


@given(TURNS)
def test_no_draft_is_lost_by_undo(turns):
    history = walk(turns)
    back = history.undo()
    assert {history.now, *history.past, *history.future} == {back.now, *back.past, *back.future}


def test_at_the_ends_nothing_happens():
    only = History("a")
    assert only.undo() is only
    assert only.redo() is only
