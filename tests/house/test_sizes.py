"""Gate: a file has at most 400 lines, a function 60. A migration is a frozen record and may be longer."""

import ast

from tests.house.source import LAYERS, nodes, nothing, sources, sweep

FILE, FUNCTION = 400, 60
FROZEN = "db/migrations/versions"


def too_long(name: str, text: str) -> list[str]:
    """The file, if longer than `FILE` lines, and its functions longer than `FUNCTION`."""
    lines = len(text.splitlines())
    found = [f"{name} has {lines} lines"] if lines > FILE else []
    for node in nodes(text):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION:
                found.append(f"{name}:{node.lineno} {node.name} has {length} lines")
    return found


def test_everything_is_short():
    frozen = sources(FROZEN)
    assert nothing(sweep(too_long, *LAYERS, "tests", but=frozen))


def test_a_long_file_is_caught():
    assert too_long("a.py", "X = 1\n" * FILE) == []
    assert too_long("a.py", "X = 1\n" * (FILE + 1)) == [f"a.py has {FILE + 1} lines"]


def test_a_long_function_is_caught():
    assert too_long("a.py", "def f():\n" + "    x = 1\n" * (FUNCTION - 1)) == []
    method = "class A:\n    def f(self):\n" + "        x = 1\n" * FUNCTION
    assert too_long("a.py", method) == ["a.py:2 f has 61 lines"]
