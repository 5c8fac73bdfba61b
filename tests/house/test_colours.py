"""Gate: colours live in resources/themes, ui/theme.py and, for paper, app/paper/kit.py; nowhere else."""

import ast
import re

import pytest

from tests.house.source import nodes, nothing, sweep

ALLOWED = {"ui/theme.py", "app/paper/kit.py"}
LITERAL = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl|hsv)a?\(", re.IGNORECASE)
COLOUR_TYPES = {"QColor", "HexColor", "Color", "CMYKColor", "toColor"}


def painted(name: str, text: str) -> list[str]:
    """Colour literals: ``"#1a2b3c"``, ``rgb(…)``, ``QColor("red")``, ``Qt.GlobalColor.red`` and their kin."""
    return [f"{name}:{node.lineno} {ast.unparse(node)}" for node in nodes(text) if is_colour(node)]


def is_colour(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=str(value)):
            return bool(LITERAL.search(value))
        case ast.Call(func=ast.Name(id=kind) | ast.Attribute(attr=kind), args=[_, *_] as args):
            return kind in COLOUR_TYPES and all(isinstance(arg, ast.Constant) for arg in args)
        case ast.Attribute(value=ast.Attribute(attr="GlobalColor") | ast.Name(id="colors"), attr=colour):
            return colour != "transparent"
    return False


def test_no_colour_outside_the_theme():
    assert nothing(sweep(painted, "app", "ui", but=ALLOWED))


@pytest.mark.parametrize(
    "line",
    [
        'C = "#1a2b3c"',
        'C = "color: #FFF;"',
        'C = f"border: 1px solid #aabbcc {1}"',
        'C = QColor("red")',
        "C = QtGui.QColor(1, 2, 3)",
        "C = Qt.GlobalColor.red",
        'C = "rgba(0, 0, 0, 40)"',
        "C = colors.black",
    ],
)
def test_a_colour_is_caught(line):
    assert painted("ui/page.py", line)


@pytest.mark.parametrize("line", ["C = QColor(role)", 'C = "case #{n}"', "C = Qt.GlobalColor.transparent"])
def test_a_role_is_no_colour(line):
    assert painted("ui/page.py", line) == []
