"""The house's eyes: the project's own files as every gate sees them, by their name in the project."""

import ast
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("app", "db", "ui")


def sources(*tops: str) -> dict[str, str]:
    """The Python files below the folders `tops`: name in the project -> text."""
    files = (file for top in tops for file in sorted((ROOT / top).rglob("*.py")))
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def sweep(gate: Callable[[str, str], list[str]], *tops: str, but: Collection[str] = ()) -> list[str]:
    """All that a gate finds below the folders `tops`, leaving out the files named in `but`."""
    texts = sources(*tops)
    assert texts, f"no file below {tops}: the gate would see nothing"
    return [found for name, text in texts.items() if name not in but for found in gate(name, text)]


def nothing(found: Iterable[object]) -> bool:
    """True when a gate found nothing; otherwise the test fails and lists it, a line each."""
    lines = sorted(map(str, found))
    assert not lines, "\n".join(["", *lines])
    return True


def project_files() -> dict[str, Path]:
    """Every file that a clone receives; without git (an unpacked archive), what the layers and tests hold."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    else:
        names = [*sources(*LAYERS, "tests"), "pyproject.toml", "requirements.lock", "dev.py", "README.md"]
    return {name: ROOT / name for name in names}


def nodes(text: str) -> Iterator[ast.AST]:
    """Every node of a file's syntax tree."""
    return ast.walk(ast.parse(text))


def imported(text: str) -> Iterator[tuple[int, str]]:
    """Every absolute module name a file imports, lazily or not, with its line."""
    for node in nodes(text):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def called(node: ast.AST) -> str:
    """The last name of what a call calls (``a.b.c(…)`` -> ``c``); empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
