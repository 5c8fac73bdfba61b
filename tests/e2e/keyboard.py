"""Somebody at the keyboard of the real window: presses keys, reads what stands on the screen, and touches nothing else.

He is a thread of his own beside the running program. Keys go to whatever window has the keyboard, as the system would
give them; what he sees is read in the thread of the window, again and again until it is what he waits for.
"""

import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from math import inf
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

PATIENCE = 60
"""Seconds until somebody gives up; on a quiet machine nothing takes two."""
GLANCE_MS = 20
FARTHEST = 60
"""So many times Tab, and it is certain that it never comes there."""
ROWS = 30


@dataclass(slots=True)
class _Glance:
    see: Callable[[], Any]
    once: bool
    over: threading.Event = field(default_factory=threading.Event)
    found: Any = None
    wrong: Exception | None = None


@dataclass(slots=True)
class _Stroke:
    """One key. It is over too where it opened a question that runs a loop of its own, and goes on behind it."""

    strike: Callable[[], object]
    level: float = inf
    done: bool = False
    wrong: Exception | None = None

    def fall(self) -> None:
        self.level = QThread.currentThread().loopLevel()
        try:
            self.strike()
        except Exception as error:  # noqa: BLE001  # raised again before the one who asked
            self.wrong = error
        self.done = True

    def over(self) -> bool:
        return self.done or QThread.currentThread().loopLevel() > self.level


class Keyboard(QObject):
    """Made before the application, in its thread; `sit_down` lets `work` begin beside it."""

    _pressed = Signal(object)
    _looked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pressed.connect(lambda stroke: stroke.fall(), Qt.ConnectionType.QueuedConnection)
        self._looked.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def sit_down(self, work: Callable[["Keyboard"], None]) -> None:
        """Begin; what goes wrong is told, and ends the process with 1."""
        threading.Thread(target=self._work, args=(work,), daemon=True).start()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as a sheet of keys names it: ``Ctrl+Shift+C``."""
        for key in keys:
            self._strike(partial(_press, key))

    def type(self, text: str) -> None:
        """Write letters of any alphabet."""
        for letter in text:
            self._strike(partial(_type, letter))

    def look(self, see: Callable[[], Any]) -> Any:
        """What stands there once every key pressed so far has worked."""
        return self._ask(_Glance(see, once=True))

    def until(self, see: Callable[[], Any], what: str) -> Any:
        """Wait until `see` finds something; AssertionError with `what` was waited for."""
        glance = _Glance(see, once=False)
        try:
            return self._ask(glance)
        except TimeoutError:
            raise AssertionError(f"never came: {what}; there is {self.look(screen)}") from None

    def reads(self, text: str) -> None:
        """Wait until a label or a button in view says `text`, among other words perhaps."""
        self.until(lambda: any(text in one for one in texts()), text)

    def no_more(self, text: str) -> None:
        """Wait until nothing in view says `text`."""
        self.until(lambda: not any(text in one for one in texts()), f"no more {text}")

    def at(self, name: str) -> None:
        """Wait until the keyboard is where a screen reader would say `name`."""
        self.until(lambda: focus() == name, f"the keyboard at {name}")

    def go(self, name: str, key: str = "Tab") -> None:
        """Press Tab until the keyboard is at `name`."""
        passed = [self.look(focus)]
        while passed[-1] != name:
            assert len(passed) < FARTHEST, f"never came to {name}: {passed}; there is {self.look(screen)}"
            self.press(key)
            passed.append(self.look(focus))

    def enter(self, name: str, text: str) -> None:
        """Go to a field and write into it, in place of what stands there."""
        self.go(name)
        self.press("Ctrl+A")
        self.type(text)

    def leave(self) -> None:
        """Close the window, as the desktop does when somebody presses Alt+F4."""
        self._strike(lambda: (_front() or QWindow()).close())

    def _strike(self, strike: Callable[[], object]) -> None:
        stroke = _Stroke(strike)
        self._pressed.emit(stroke)
        self.until(stroke.over, "the end of a key")
        if stroke.wrong is not None:
            raise stroke.wrong

    def _ask(self, glance: _Glance) -> Any:
        self._looked.emit(glance)
        if not glance.over.wait(PATIENCE):
            glance.over.set()
            raise TimeoutError
        if glance.wrong is not None:
            raise glance.wrong
        return glance.found

    def _look(self, glance: _Glance) -> None:
        if glance.over.is_set():
            return
        try:
            _front()
            glance.found = glance.see()
        except Exception as error:  # noqa: BLE001  # raised again before the one who asked
            glance.wrong = error
        if glance.once or glance.found or glance.wrong:
            glance.over.set()
        else:
            QTimer.singleShot(GLANCE_MS, lambda: self._look(glance))

    def _work(self, work: Callable[["Keyboard"], None]) -> None:
        try:
            work(self)
        except BaseException:  # noqa: BLE001  # told, and the process ends
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)


def focus() -> str:
    """What a screen reader says of the place where the keyboard is; empty if it is nowhere."""
    widget = QApplication.focusWidget()
    while widget is not None and not widget.accessibleName() and isinstance(widget.parentWidget(), QComboBox):
        widget = widget.parentWidget()
    return widget.accessibleName() if widget is not None else ""


def holder() -> QWidget | None:
    """The widget that has the keyboard."""
    return QApplication.focusWidget()


def texts() -> list[str]:
    """Every word in front: of labels, buttons, tabs and lists, and what is written in fields."""
    front = QApplication.activeModalWidget()
    found = []
    for window in _windows() if front is None else [front]:
        for one in window.findChildren(QWidget):
            if not one.isVisible():
                continue
            match one:
                case QLabel() | QAbstractButton() | QLineEdit():
                    found.append(one.text().strip())
                case QPlainTextEdit():
                    found.append(one.toPlainText().strip())
                case QComboBox():
                    found.append(one.currentText().strip())
                case QTabBar():
                    found += [one.tabText(number) for number in range(one.count())]
                case QAbstractItemView():
                    found += _rows(one)
    return [text for text in found if text]


def dialogs() -> list[str]:
    """The names of the classes of what stands in view, the main window first."""
    return [type(one).__name__ for one in _windows()]


def screen() -> str:
    """All that can be told of the screen, when something is missing there."""
    holds = holder()
    return f"{dialogs()}, the keyboard at {type(holds).__name__} «{focus()}», {texts()}"


def _rows(view: QAbstractItemView) -> list[str]:
    model, top = view.model(), QModelIndex()
    columns = range(model.columnCount(top)) if isinstance(view, QTableView) else (0,)
    cells = [model.index(row, column, top) for row in range(min(model.rowCount(top), ROWS)) for column in columns]
    return [str(cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.data() or "") for cell in cells]


def _windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _front() -> QWindow | None:
    """The window with the keyboard. Where no desktop hands it to a new window, that is done here."""
    window, modal = QGuiApplication.focusWindow(), QGuiApplication.modalWindow()
    if window is None or not window.isVisible() or (modal is not None and window is not modal):
        window = modal or next((one for one in QGuiApplication.topLevelWindows() if one.isVisible()), None)
        if window is not None:
            window.requestActivate()
            QTest.qWaitForWindowActive(window)
    return QGuiApplication.focusWindow()


def _press(key: str) -> None:
    window = _front()
    assert window is not None, f"no window takes {key}"
    combination = QKeySequence(key)[0]
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def _type(letter: str) -> None:
    window = _front()
    assert window is not None, f"no window takes {letter}"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window, QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter))
