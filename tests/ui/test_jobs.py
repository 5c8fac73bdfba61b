"""Jobs: outcomes come home, dead owners get none, cancelling is seen, closing waits."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget

from app.progress import Progress
from tests.ui.held import settle
from ui.jobs import REPORTS_PER_SECOND, Err, Jobs, Ok, Stopped


@pytest.fixture
def owner(qapp):
    return QObject()


def test_a_value_comes_home(jobs_and_lane, owner):
    jobs, lane = jobs_and_lane
    seen = []
    jobs.read(owner, lambda _: 42, seen.append)
    assert seen == []
    lane.flush()
    assert seen == [Ok(42)]


def test_an_error_is_an_outcome(jobs_and_lane, owner):
    jobs, lane = jobs_and_lane
    seen = []
    jobs.read(owner, lambda _: 1 / 0, seen.append)
    lane.flush()
    assert isinstance(seen[0], Err)
    assert isinstance(seen[0].error, ZeroDivisionError)


def test_a_dead_owner_gets_nothing(jobs_and_lane, qapp):
    jobs, lane = jobs_and_lane
    seen = []
    widget = QWidget()
    jobs.read(widget, lambda _: 1, seen.append)
    widget.deleteLater()
    settle()
    lane.flush()
    assert seen == []


def test_cancelled_work_is_stopped(jobs_and_lane, owner):
    jobs, lane = jobs_and_lane
    seen = []

    def work(progress: Progress) -> int:
        progress.checkpoint(0, 10)
        return 1

    jobs.write(owner, work, seen.append).cancel()
    lane.flush()
    assert seen == [Stopped()]


def test_reports_are_throttled_and_the_last_one_arrives(jobs_and_lane, owner):
    jobs, lane = jobs_and_lane
    told = []

    def work(progress: Progress) -> None:
        for done in range(5001):
            progress.checkpoint(done, 5000)

    jobs.write(owner, work, lambda _: None, lambda *report: told.append(report))
    lane.flush()
    assert len(told) < REPORTS_PER_SECOND
    assert told[-1] == (5000, 5000, "")


def test_real_lanes_deliver_on_the_gui_thread_and_writes_keep_their_order(qtbot, owner):
    jobs = Jobs()
    order, threads = [], []

    def done(outcome) -> None:
        order.append(outcome.value)
        threads.append(QThread.currentThread())

    for number in range(20):
        jobs.write(owner, lambda _, n=number: n, done)
    qtbot.waitUntil(lambda: len(order) == 20)
    jobs.stop()
    assert order == list(range(20))
    assert set(threads) == {owner.thread()}


def test_stopping_cancels_what_runs_and_delivers_nothing_more(qapp, owner):
    jobs = Jobs()
    begun, seen = threading.Event(), []

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.checkpoint(0, 1)

    jobs.read(owner, work, seen.append)
    assert begun.wait(5)
    jobs.stop()
    settle()
    assert seen == []
