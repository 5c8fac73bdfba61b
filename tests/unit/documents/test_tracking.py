"""A paper from needed to corrected: its moves, who holds it, its error's exact words, the step that follows."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.access import Access, NotYourCase
from app.catalogue.bodies import UnknownBody
from app.documents.intake import Pasted
from app.documents.queries import DocumentRow
from app.documents.refusals import DocumentUnreadable, EmptyFile, FileThere
from app.documents.tracking import BeforeLastMove, MoveDraft, MoveNotAllowed, NoErrorText, UnknownPaper
from app.domain.day_to_come import DayToCome
from app.domain.paper_state import Move, Original, PaperState, allowed
from app.domain.role import Role, rights
from app.domain.step import StepState
from app.paper.record_query import family_record
from app.services import Services
from app.timeline.row import Moment
from db.refusals import StaleEdit
from tests.unit.documents.made import picture, saved

TODAY = date(2026, 11, 23)
ERROR = "Прізвище: «Гудзь» замість «Ґудзь»"


def paper(services: Services, case: UUID, kind: str = "D-NIB") -> DocumentRow:
    return next(row for row in services.documents.rows(case) if row.kind == kind)


def moved(services: Services, case: UUID, *drafts: MoveDraft) -> DocumentRow:
    for draft in drafts:
        row = paper(services, case)
        services.documents.tracking.move(row.uid, row.version, draft)
    return paper(services, case)


@pytest.fixture
def needed(services: Services, case: UUID) -> DocumentRow:
    """A letter of the bureau that is needed and stands without a file."""
    services.documents.tracking.need(case, ["D-NIB"])
    return paper(services, case)


def test_a_needed_paper_stands_without_a_file(needed: DocumentRow) -> None:
    assert (needed.state, needed.has_file, needed.trail) == (PaperState.NEEDED, False, ())


def test_the_way_is_kept_move_by_move(services: Services, case: UUID, needed: DocumentRow) -> None:
    row = moved(
        services, case,
        MoveDraft(Move.REQUEST, TODAY - timedelta(20), "NIB", "14/7"),
        MoveDraft(Move.RECEIVE, TODAY - timedelta(9), original=Original.FAMILY),
        MoveDraft(Move.FIND_ERROR, TODAY - timedelta(8), text=ERROR),
        MoveDraft(Move.ASK_CORRECTION, TODAY - timedelta(7), "NIB", "15/7"),
        MoveDraft(Move.CORRECT, TODAY - timedelta(2)),
        MoveDraft(Move.CHECK, TODAY, who="Коваль О."),
    )  # fmt: skip
    assert row.state is PaperState.CHECKED
    assert (row.original, row.original_since, row.received) == (
        Original.FAMILY, TODAY - timedelta(9), TODAY - timedelta(9)
    )  # fmt: skip
    assert [one.move for one in row.trail] == [
        Move.REQUEST, Move.RECEIVE, Move.FIND_ERROR, Move.ASK_CORRECTION, Move.CORRECT, Move.CHECK
    ]  # fmt: skip
    assert (row.trail[0].body, row.trail[0].reference, row.trail[2].text) == ("NIB", "14/7", ERROR)
    assert row.trail[5].by == "Олена"


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (MoveDraft(Move.CHECK, TODAY), MoveNotAllowed),
        (MoveDraft(Move.FIND_ERROR, TODAY, text=ERROR), MoveNotAllowed),
        (MoveDraft(Move.HAND_OVER, TODAY, original=Original.LOST), MoveNotAllowed),
        (MoveDraft(Move.RECEIVE, TODAY + timedelta(1)), DayToCome),
        (MoveDraft(Move.REQUEST, TODAY, "МАРС"), UnknownBody),
        (MoveDraft(Move.FIND_ERROR, TODAY, text=" "), NoErrorText),
    ],
)
def test_a_wrong_move_is_refused_and_nothing_is_kept(
    services: Services, case: UUID, needed: DocumentRow, draft: MoveDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.documents.tracking.move(needed.uid, needed.version, draft)
    assert paper(services, case) == needed


def test_a_move_is_not_older_than_the_one_before(services: Services, case: UUID, needed: DocumentRow) -> None:
    row = moved(services, case, MoveDraft(Move.REQUEST, TODAY - timedelta(3), "NIB"))
    with pytest.raises(BeforeLastMove):
        services.documents.tracking.move(row.uid, row.version, MoveDraft(Move.RECEIVE, TODAY - timedelta(4)))
    with pytest.raises(StaleEdit):
        services.documents.tracking.move(row.uid, needed.version, MoveDraft(Move.RECEIVE, TODAY))
    assert paper(services, case) == row


def test_an_error_opens_a_step_that_ends_when_the_correction_is_asked(services: Services, case: UUID, needed) -> None:
    moved(
        services, case, MoveDraft(Move.RECEIVE, TODAY),
        MoveDraft(Move.FIND_ERROR, TODAY, text=ERROR, step="Просити виправити: лист НІБ"),
    )  # fmt: skip
    (step,) = [one for one in services.plan.steps(case) if one.title.uk == "Просити виправити: лист НІБ"]
    assert (step.state, step.note, step.due) == (StepState.OPEN, ERROR, TODAY + timedelta(7))
    moved(services, case, MoveDraft(Move.ASK_CORRECTION, TODAY, "NIB"))
    (step,) = [one for one in services.plan.steps(case) if one.uid == step.uid]
    assert step.state is StepState.DONE


def test_the_steps_ask_for_papers_that_are_not_there(services: Services, case: UUID, needed: DocumentRow) -> None:
    lacking = services.documents.tracking.lacking(case)
    assert "D-PASSPORT" in lacking
    assert "D-NIB" not in lacking
    services.documents.tracking.need_for_steps(case)
    assert {row.kind for row in services.documents.rows(case)} == {"D-NIB", *lacking}
    assert services.documents.tracking.lacking(case) == ()
    services.documents.tracking.need_for_steps(case)
    assert len(services.documents.rows(case)) == len(lacking) + 1


def test_a_kind_that_is_none_is_refused(services: Services, case: UUID) -> None:
    with pytest.raises(UnknownPaper):
        services.documents.tracking.need(case, ["D-NIB", "D-МАРС"])
    assert services.documents.rows(case) == ()


def test_a_lost_original_is_requested_anew(services: Services, case: UUID, needed: DocumentRow) -> None:
    row = moved(
        services, case,
        MoveDraft(Move.RECEIVE, TODAY - timedelta(5), original=Original.FAMILY, valid_until=TODAY),
        MoveDraft(Move.HAND_OVER, TODAY - timedelta(1), who="згоріло", original=Original.LOST),
        MoveDraft(Move.REQUEST, TODAY, "NIB"),
    )  # fmt: skip
    assert (row.state, row.original, row.holder) == (PaperState.REQUESTED, Original.LOST, "згоріло")
    row = moved(services, case, MoveDraft(Move.RECEIVE, TODAY, original=Original.OFFICE))
    assert (row.state, row.original, row.valid_until) == (PaperState.RECEIVED, Original.OFFICE, None)


@pytest.fixture
def renewed(services: Services, case: UUID, needed: DocumentRow) -> DocumentRow:
    """A letter with its scan, lost and requested anew."""
    services.documents.attach(needed.uid, needed.version, Pasted("лист.jpg", saved(picture())))
    return moved(
        services, case, MoveDraft(Move.HAND_OVER, TODAY, original=Original.LOST), MoveDraft(Move.REQUEST, TODAY, "NIB")
    )


def test_the_scan_of_a_paper_requested_anew_stays_when_another_comes(
    services: Services, case: UUID, renewed: DocumentRow
) -> None:
    services.documents.add(case, [Pasted("новий.jpg", saved(picture(30, 20)))], kind="D-NIB")
    rows = [row for row in services.documents.rows(case) if row.kind == "D-NIB"]
    assert [(row.has_file, row.state) for row in rows] == [(True, PaperState.RECEIVED)] * 2
    assert [one.move for one in rows[1].trail][-1] is Move.REQUEST


def test_a_paper_that_was_here_is_not_taken_out_as_never_needed(
    services: Services, case: UUID, renewed: DocumentRow
) -> None:
    with pytest.raises(MoveNotAllowed):
        services.documents.tracking.spare(renewed.uid, renewed.version)
    assert paper(services, case) == renewed


def test_a_scan_of_an_awaited_paper_is_its_receipt(services: Services, case: UUID, needed: DocumentRow) -> None:
    services.documents.attach(needed.uid, needed.version, Pasted("лист.jpg", saved(picture())))
    row = paper(services, case)
    assert (row.state, row.received, row.has_file, row.title) == (PaperState.RECEIVED, TODAY, True, "лист")
    with pytest.raises(FileThere):
        services.documents.attach(row.uid, row.version, Pasted("лист.jpg", saved(picture(30, 20))))
    assert len([path for path in services.documents.folder.rglob("*") if path.is_file()]) == 3


@pytest.mark.parametrize(("data", "refusal"), [(b"", EmptyFile), (b"\xff\xd8\xff broken", DocumentUnreadable)])
def test_a_broken_scan_leaves_the_paper_awaited(
    services: Services, case: UUID, needed: DocumentRow, data: bytes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.documents.attach(needed.uid, needed.version, Pasted("лист.jpg", data))
    assert paper(services, case) == needed
    assert [path for path in services.documents.folder.rglob("*") if path.is_file()] == []


def test_a_paper_only_needed_proves_nothing(services: Services, case: UUID, needed: DocumentRow) -> None:
    def proofs() -> list[str]:
        with services.documents.database.read() as session:
            record = family_record(session, case, services.catalogue, TODAY)
        return [one.document for one in record.confirmations]

    assert proofs() == []
    assert Moment.DOCUMENT not in [one.kind for one in services.record.timeline.rows(case)]
    moved(services, case, MoveDraft(Move.RECEIVE, TODAY))
    assert proofs() == ["D-NIB"]
    assert Moment.DOCUMENT in [one.kind for one in services.record.timeline.rows(case)]


def test_a_move_can_be_taken_back(services: Services, case: UUID, needed: DocumentRow) -> None:
    mark = services.undo.mark()
    moved(services, case, MoveDraft(Move.RECEIVE, TODAY, original=Original.OFFICE))
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    row = paper(services, case)
    assert (row.state, row.received, row.original, row.trail) == (PaperState.NEEDED, None, Original.UNKNOWN, ())


def test_a_stranger_moves_nothing(services: Services, case: UUID, needed: DocumentRow) -> None:
    stranger = replace(services.documents.tracking, access=Access("Ірина", rights([Role.CASEWORKER])))
    for deed in (
        lambda: stranger.lacking(case),
        lambda: stranger.need(case, ["D-NIB"]),
        lambda: stranger.need_for_steps(case),
        lambda: stranger.move(needed.uid, needed.version, MoveDraft(Move.RECEIVE, TODAY)),
    ):
        with pytest.raises(NotYourCase):
            deed()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(Move), st.sampled_from(Original)), max_size=8))
def test_whatever_is_tried_the_record_makes_allowed_moves_only(
    services: Services, case: UUID, tries: list[tuple[Move, Original]]
) -> None:
    services.documents.tracking.need(case, ["D-NIB"])
    row = services.documents.rows(case)[0]
    for move, original in tries:
        may = move in allowed(row.standing, TODAY)
        draft = MoveDraft(move, TODAY, text=ERROR, original=original)
        try:
            services.documents.tracking.move(row.uid, row.version, draft)
        except MoveNotAllowed:
            assert not may
        else:
            assert may
        before, row = row, services.documents.rows(case)[0]
        assert len(row.trail) == len(before.trail) + may
