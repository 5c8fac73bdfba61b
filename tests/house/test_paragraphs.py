"""Gate: user text can never become markup, so ReportLab's Paragraph is made in one escaping place only."""

import pytest

from tests.house.source import LAYERS, called, imported, nodes, nothing, sweep

KIT = "app/paper/kit.py"


def raw_paragraphs(name: str, text: str) -> list[str]:
    """Calls of ``Paragraph(…)`` and imports of it."""
    calls = [node.lineno for node in nodes(text) if called(node) == "Paragraph"]
    imports = [line for line, module in imported(text) if module.endswith(".Paragraph")]
    return [f"{name}:{line} Paragraph" for line in calls + imports]


def test_only_the_kit_makes_paragraphs():
    assert nothing(sweep(raw_paragraphs, *LAYERS, but=(KIT,)))


@pytest.mark.parametrize(
    "line",
    ["P = Paragraph(name)", "P = platypus.Paragraph(name)", "from reportlab.platypus import Paragraph as P"],
)
def test_a_raw_paragraph_is_caught(line):
    assert raw_paragraphs("app/paper/summary.py", line)
