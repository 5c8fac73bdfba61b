"""Gate: tests wait for no clock, skip nothing in silence, and the unit tests know no window."""

import ast

import pytest

from tests.house.source import called, imported, nodes, nothing, sweep

WINDOW = ("PySide6", "shiboken6", "pytestqt", "ui")
TERMINAL = ("ui.cli.", "ui.terminal.")
WAITS = {"sleep", "wait", "qWait", "qSleep"}
CLOCKS = {"time", "qtbot", "QTest"}
SKIPS = {"skip", "skipif", "xfail"}


def windows(name: str, text: str) -> list[str]:
    """Imports of Qt, or of the window, and the fixtures that bring it."""
    found = [f"{name}:{line} {module}" for line, module in imported(text) if is_window(module)]
    for node in nodes(text):
        if isinstance(node, ast.arg) and node.arg in ("qtbot", "qapp"):
            found.append(f"{name}:{node.lineno} {node.arg}")
    return found


def is_window(module: str) -> bool:
    """Everything of Qt, and of `ui` all but the command line."""
    return module.split(".")[0] in WINDOW and module != "ui" and not f"{module}.".startswith(TERMINAL)


def waits(name: str, text: str) -> list[str]:
    """Waiting for a duration: ``time.sleep(…)``, ``qtbot.wait(…)``, ``QTest.qWait(…)``."""
    found = [f"{name}:{line} {module}" for line, module in imported(text) if module == "time.sleep"]
    for node in nodes(text):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=clock), attr=verb)):
                if clock in CLOCKS and verb in WAITS:
                    found.append(f"{name}:{node.lineno} {clock}.{verb}")
    return found


def silent_skips(name: str, text: str) -> list[str]:
    """``pytest.skip()``, ``mark.skip`` and ``mark.skipif`` without a reason."""
    found = []
    for node in nodes(text):
        keywords = {word.arg for word in node.keywords} if isinstance(node, ast.Call) else set()
        match called(node):
            case "skip" if not node.args and "reason" not in keywords:
                found.append(f"{name}:{node.lineno} skip")
            case "skipif" | "xfail" if "reason" not in keywords:
                found.append(f"{name}:{node.lineno} {called(node)}")
    decorators = (mark for node in nodes(text) for mark in getattr(node, "decorator_list", []))
    bare = (mark for mark in decorators if isinstance(mark, ast.Attribute) and mark.attr in SKIPS)
    return found + [f"{name}:{mark.lineno} {mark.attr}" for mark in bare]


def test_unit_tests_know_no_window():
    assert nothing(sweep(windows, "tests/unit"))


def test_no_test_waits_for_a_duration():
    assert nothing(sweep(waits, "tests"))


def test_no_test_skips_in_silence():
    assert nothing(sweep(silent_skips, "tests"))


@pytest.mark.parametrize(
    "text",
    ["from PySide6.QtCore import Qt", "if 1:\n    import PySide6", "import ui.theme", "def f(qtbot): pass"],
)
def test_a_window_is_caught(text):
    assert windows("tests/unit/test_a.py", text)


def test_the_command_line_is_no_window():
    assert windows("tests/unit/test_a.py", "from ui.cli import main\nimport ui.terminal.tools\n") == []


@pytest.mark.parametrize("text", ["time.sleep(1)", "qtbot.wait(5)", "from time import sleep"])
def test_a_wait_is_caught(text):
    assert waits("tests/a.py", text)


@pytest.mark.parametrize(
    "text",
    [
        "pytest.skip()",
        "@pytest.mark.skip\ndef test(): pass",
        "@pytest.mark.skip()\ndef test(): pass",
        "@pytest.mark.skipif(True)\ndef test(): pass",
        "@pytest.mark.xfail\ndef test(): pass",
    ],
)
def test_a_silent_skip_is_caught(text):
    assert silent_skips("tests/a.py", text)


@pytest.mark.parametrize("text", ['pytest.skip("no vectors")', '@mark.skipif(W, reason="x")\ndef f(): pass'])
def test_a_skip_with_its_reason_is_let_through(text):
    assert silent_skips("tests/a.py", text) == []
