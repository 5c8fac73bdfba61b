"""Gate: the README shows what is there: its map, its pictures, its commands."""

import re

from tests.house.source import ROOT, nothing

README = ROOT / "README.md"
MAP = re.compile(r"^## The map\n.*?^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
NAMED = re.compile(r"`((?:app|db|ui|tests|resources)/[\w./-]+)`")


def mapped(text: str) -> list[str]:
    """The paths of the map: names before two spaces, below the folder they are indented under."""
    found, folder = [], ""
    for line in MAP.search(text)[1].splitlines():
        names = re.split(r" {2,}|$", line.strip())[0].split()
        if not line.startswith(" "):
            folder = names[0] if names[0].endswith("/") else ""
            found += names
        else:
            found += [folder + name for name in names]
    return found


def absent(text: str) -> list[str]:
    """What the README points at that is not there."""
    return [path for path in (*mapped(text), *LINK.findall(text), *NAMED.findall(text)) if not (ROOT / path).exists()]


def test_what_the_readme_names_is_there():
    text = README.read_text(encoding="utf-8")
    assert {"app/", "app/domain/", "ui/case/", "dev.py"} <= set(mapped(text))
    assert nothing(absent(text))


def test_the_two_commands_stand_at_the_top():
    top = README.read_text(encoding="utf-8").splitlines()[:8]
    assert [line.split("  ")[0] for line in top if line.startswith("python3")] == [
        "python3 dev.py demo",
        "python3 dev.py test",
    ]


def test_a_lost_path_is_caught():
    text = "## The map\n\n```\napp/     x\n  nowhere/    y\ndev.py   z\n```\n![p](no.png) `app/gone.py`\n"
    assert absent(text) == ["app/nowhere/", "no.png", "app/gone.py"]
