"""Operations: a write broadcasts what it touched; refusals and faults go their own ways."""

from PySide6.QtCore import QObject

from app.changes import Changes
from app.domain.errors import N_, UserError
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
