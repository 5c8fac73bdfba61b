"""Idleness by an injected clock: counted in seconds, started anew by every hand on the desk, modal dialogs or not."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.away.idle import IdleWatch, uptime


class Hand:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def watch(hand, qapp):
    watch = IdleWatch(300, hand)
    watch.start(qapp)
    yield watch
    watch.stop(qapp)


@pytest.fixture
def told(watch) -> list[object]:
    told: list[object] = []
    watch.left.connect(told.append)
    watch.lapsed.connect(lambda: told.append("lapsed"))
    return told


def test_five_minutes_and_not_a_second_less(watch, hand, told):
    hand.now += 299
    watch.tick()
    assert told == [1]
    hand.now += 1
    watch.tick()
    assert told == [1, 0, "lapsed"]


def test_it_is_said_once(watch, hand, told):
    hand.now += 400
    watch.tick()
    watch.tick()
    assert told.count("lapsed") == 1


def key() -> QEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def move() -> QEvent:
    nothing = Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(1, 1), QPointF(1, 1), nothing, nothing, Qt.KeyboardModifier())


@pytest.mark.parametrize("sign", [key, move])
def test_a_hand_on_the_desk_starts_anew(watch, hand, told, qtbot, sign):
    widget = QWidget()
    qtbot.addWidget(widget)
    hand.now += 299
    QApplication.sendEvent(widget, sign())
    hand.now += 299
    watch.tick()
    assert told == [1]


def test_what_no_person_causes_starts_nothing(watch, hand, told, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    hand.now += 300
    QApplication.sendEvent(widget, QEvent(QEvent.Type.UpdateRequest))
    watch.tick()
    assert "lapsed" in told


def test_a_modal_dialog_does_not_hold_it_up(watch, hand, told, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    watch.lapsed.connect(dialog.reject)
    hand.now += 300
    QTimer.singleShot(0, watch.tick)
    assert dialog.exec() == QDialog.DialogCode.Rejected
    assert told == [0, "lapsed"]


def test_the_hand_is_seen_in_a_modal_dialog_too(watch, hand, told, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    hand.now += 299
    QApplication.sendEvent(dialog, key())
    watch.tick()
    assert told == [300]


def test_the_clock_is_looked_at_every_second(watch):
    assert watch._timer.isActive()
    assert watch._timer.interval() == 1000


def test_stopped_it_says_nothing(watch, hand, told, qapp):
    watch.stop(qapp)
    hand.now += 1000
    watch.tick()
    assert told == []
    assert not watch._timer.isActive()


def test_the_machines_own_clock_never_goes_back():
    assert uptime() <= uptime()
