"""The paged table: every row once, in order; late pages of an older question are dropped."""

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.paging import Page
from ui.models.paged import Column, PagedModel

SIZE = 10
COLUMNS = [
    Column("Номер", lambda n: f"№ {n}", second=lambda n: "парне" if n % 2 == 0 else ""),
    Column("Стан", lambda n: "відкрито"),
]


def numbers(first: int, end: int):
    def fetch(after, _progress):
        start = first if after is None else after + 1
        stop = min(start + SIZE, end)
        return Page(tuple(range(start, stop)), stop < end)

    return fetch


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def model(operations, owner):
    model = PagedModel(COLUMNS, operations, owner)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def test_every_row_comes_once_and_in_order(model, lane):
    model.load(numbers(0, 35))
    lane.flush()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        lane.flush()
    assert model.rows() == tuple(range(35))


def test_one_page_is_in_flight(operations, owner, lane):
    model = PagedModel(COLUMNS, operations, owner)
    model.load(numbers(0, 35))
    lane.flush()
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    lane.flush()
    assert model.rows() == tuple(range(20))


def test_a_late_page_of_an_older_question_is_dropped(model, lane):
    model.load(numbers(0, 35))
    lane.flush()
    model.fetchMore(QModelIndex())
    model.load(numbers(100, 103))
    lane.flush()
    assert model.rows() == (100, 101, 102)


def test_old_rows_stand_until_the_new_ones_are_there(model, lane):
    model.load(numbers(0, 5))
    lane.flush()
    model.load(numbers(100, 103))
    assert model.rows() == (0, 1, 2, 3, 4)


def test_the_first_column_says_the_whole_row(model, lane):
    model.load(numbers(4, 5))
    lane.flush()
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Номер: № 4, парне. Стан: відкрито"
