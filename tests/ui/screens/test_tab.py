"""Tab alone goes round every screen: it comes to everything that can be used, and is never lost nor behind anything."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from app.i18n import Words
from tests.ui.screens.faults import told
from tests.ui.seen import focusable
from ui.screens import SCREENS, shown
from ui.stage import COMPACT

FARTHEST = 150
OWN_TAB = frozenset({"palette"})
"""Where Tab goes down the list that is found: the keyboard stays in the one box."""


def lost(screen: QWidget, *, round_all: bool = True) -> list[str]:
    """What Tab does wrong on `screen`: nothing held, hidden, behind something, or never reached."""
    window = screen.window()
    window.activateWindow()
    QApplication.processEvents()
    passed: list[QWidget] = []
    faults = [] if window.focusWidget() else ["nothing has the keyboard at first"]
    while len(passed) < FARTHEST:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        holds = window.focusWidget()
        if holds is None:
            return [*faults, f"lost after {told(passed[-1])}" if passed else "lost at once"]
        if holds in passed:
            break
        passed.append(holds)
        if not in_front(holds):
            faults.append(f"hidden: {told(holds)}")
    wanted = [one for one in focusable(screen) if one.isEnabled()] if round_all else []
    return faults + [f"never reached: {told(one)}" for one in wanted if one not in passed]


def in_front(widget: QWidget) -> bool:
    """Whether its middle is in view, or of a list the chosen line, and nothing lies over it (WCAG 2.2, 2.4.11)."""
    middle = widget.rect().center()
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        middle = widget.viewport().mapTo(widget, widget.visualRect(widget.currentIndex()).center())
    if not widget.visibleRegion().contains(middle):
        return False
    window = widget.window()
    top = window.childAt(widget.mapTo(window, middle))
    return top is not None and (top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget))


@pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])
def test_tab_goes_round_the_screen(dressed, screen):
    with shown(dressed, screen) as widget:
        faults = lost(widget, round_all=screen.name not in OWN_TAB)
    assert not faults, "\n".join(["", *faults])


@pytest.fixture(scope="module")
def dressed(stage):
    stage.dress("light", Words("uk"))
    stage.resize(COMPACT.logical)
    return stage


@pytest.fixture
def row(qapp, qtbot):
    page = QWidget()
    layout = QHBoxLayout(page)
    for name in ("one", "two", "three"):
        layout.addWidget(QPushButton(name))
    qtbot.addWidget(page)
    page.show()
    page.findChild(QPushButton).setFocus()
    return page


def test_a_whole_round_is_let_through(row):
    assert lost(row) == []


def test_a_widget_that_keeps_the_keyboard_is_caught(row):
    row.layout().insertWidget(1, QPlainTextEdit())
    assert any("never reached" in fault for fault in lost(row))


def test_what_lies_under_another_is_caught(row):
    cover = QWidget(row)
    cover.setGeometry(row.rect())
    cover.show()
    assert len([fault for fault in lost(row) if fault.startswith("hidden")]) == 3


def test_what_is_cut_off_is_caught(row):
    second = row.findChildren(QPushButton)[1]
    row.layout().setEnabled(False)
    second.move(QPoint(-500, 0))
    assert [fault for fault in lost(row) if fault.startswith("hidden")] == [f"hidden: {told(second)}"]
