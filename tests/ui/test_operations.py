"""Operations: a write broadcasts what it touched; refusals and faults go their own ways."""

import pytest
from PySide6.QtCore import QObject

from app.cases.queries import CaseFilter
from app.changes import Changes
from app.domain.errors import N_, UserError
from app.undo.service import ChangedSince
from tests.ui.held import settle
from ui.operations import Latest


class Refused(UserError):
    what = N_("It was refused.")
    todo = N_("Try again.")


def test_a_write_broadcasts_its_changes_after_then(operations, lane):
    owner, seen = QObject(), []
    operations.changed.connect(seen.append)
    operations.write(owner, lambda _: Changes.CASES | Changes.STEPS, lambda _: seen.append("then"))
    lane.flush()
    assert seen == ["then", Changes.CASES | Changes.STEPS]


def test_a_write_that_gives_a_value_broadcasts_what_it_was_said_to_touch(operations, lane):
    owner, seen = QObject(), []
    operations.changed.connect(seen.append)
    operations.write(owner, lambda _: 7, seen.append, touched=Changes.CASES)
    lane.flush()
    assert seen == [7, Changes.CASES]


def test_a_refused_write_broadcasts_nothing_and_is_told(operations, lane):
    owner, told, changed = QObject(), [], []

    def refuse(_):
        raise Refused

    operations.refused.connect(told.append)
    operations.changed.connect(changed.append)
    operations.write(owner, refuse)
    lane.flush()
    assert [type(error) for error in told] == [Refused]
    assert changed == []


def test_our_own_fault_is_not_taken_for_a_refusal(operations, lane):
    owner, refused, failed = QObject(), [], []
    operations.refused.connect(refused.append)
    operations.failed.connect(failed.append)
    operations.read(owner, lambda _: {}["missing"], lambda _: None)
    lane.flush()
    assert refused == []
    assert isinstance(failed[0], KeyError)


def test_only_the_latest_question_is_answered(operations, lane):
    owner, seen = QObject(), []
    latest = Latest(operations, owner)
    latest.ask(lambda _: "old", seen.append)
    latest.ask(lambda _: "new", seen.append)
    lane.flush()
    assert seen == ["new"]


def test_a_write_is_announced_though_its_dialog_is_gone(operations, lane):
    dialog, changed, then = QObject(), [], []
    operations.changed.connect(changed.append)
    operations.write(dialog, lambda _: Changes.CASES, then.append)
    dialog.deleteLater()
    settle()
    lane.flush()
    assert changed == [Changes.CASES]
    assert then == []


@pytest.fixture
def step(operations, services):
    """The first open step, anew at each question; named writes can be taken back."""
    operations.keep_deeds(services.undo)
    case = services.cases.page(CaseFilter(), size=1).rows[0].uid
    uid = next(row.uid for row in services.plan.steps(case) if row.open)
    return lambda: next(row for row in services.plan.steps(case) if row.uid == uid)


def test_a_named_write_is_taken_back_and_done_again(operations, lane, services, step):
    told, changed = [], []
    for name in ("done", "undone", "again"):
        getattr(operations, name).connect(lambda deed, name=name: told.append((name, deed)))
    operations.changed.connect(changed.append)
    before = step()
    operations.write(operations, lambda _: services.plan.done(before.uid, before.version, None), named="Зроблено: крок")
    lane.flush()
    assert (step().open, operations.to_undo(), operations.to_redo()) == (False, "Зроблено: крок", "")
    operations.undo()
    lane.flush()
    assert (step().open, operations.to_undo(), operations.to_redo()) == (True, "", "Зроблено: крок")
    operations.redo()
    lane.flush()
    assert (step().open, operations.to_undo()) == (False, "Зроблено: крок")
    assert told == [(name, "Зроблено: крок") for name in ("done", "undone", "again")]
    assert all(Changes.STEPS in touched for touched in changed if touched)


def test_what_was_built_on_is_told_once_and_the_deed_before_it_comes_next(operations, lane, services, step):
    refused = []
    operations.refused.connect(refused.append)
    first = step()
    operations.write(operations, lambda _: services.plan.done(first.uid, first.version, None), named="Перше")
    lane.flush()
    then = step()
    services.plan.reopen(then.uid, then.version)
    operations.undo()
    lane.flush()
    assert [type(error) for error in refused] == [ChangedSince]
    assert operations.to_undo() == ""
    operations.undo()
    lane.flush()
    assert len(refused) == 1


def test_a_write_without_a_name_cannot_be_taken_back(operations, lane, services, step):
    before = step()
    operations.write(operations, lambda _: services.plan.done(before.uid, before.version, None))
    lane.flush()
    assert operations.to_undo() == ""
