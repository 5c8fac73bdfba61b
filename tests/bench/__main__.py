"""`python3 dev.py bench [--cases N]`: every figure beside its raw baseline, in one table; nothing is asserted.

Each measure runs in a process of its own, so that its peak of memory is its own too.
"""

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from tests.bench.bed import Bed
from tests.bench.figure import MEGABYTES, MOST_MEMORY, Figure, middle, table
from tests.bench.memory import peak

MEASURES = ("creating", "first_list", "keystroke", "one_case", "heavy_case", "paper", "sealing", "package", "keys",
            "importing", "one_edit", "across", "law", "documents", "backup", "window", "day")  # fmt: skip
"""In this order: what only reads comes before what writes."""

PROCESSES = {"first_list": 5, "importing": 3}
"""What is only true the first time is measured in as many fresh processes; the rest repeats itself in one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything, or, as its child, one thing; the exit status of the program."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--cases", type=int, default=5_000, help="synthetic cases in the vault (5,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--once", action="store_true", help="everything once, in one process: quick and noisy")
    parser.add_argument("--only", choices=MEASURES, nargs="+", default=list(MEASURES), help="measure these only")
    parser.add_argument("--folder", type=Path, help="keep the vault here, and use the one that is here already")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.child:
        found = _measured(asked.child, Bed(asked.folder, asked.cases, asked.seed))
        print(json.dumps([asdict(figure) for figure in found]))
        return 0
    with _folder(asked.folder) as folder:
        bed = Bed(folder, asked.cases, asked.seed)
        wanted = [name for name in MEASURES if name in asked.only or (name == "creating" and not bed.path.exists())]
        figures, failed = _all(wanted, bed, asked.once)
    print(f"{asked.cases:,} cases, seed {asked.seed}, Python {sys.version.split()[0]}\n")
    print(table(figures))
    for name in failed:
        print(f"not measured: {name}")
    return 1 if failed else 0


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """Where the run works: the folder to keep, or one that is deleted after."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="suprovid-bench-") as folder:
        yield Path(folder)


def _all(wanted: Sequence[str], bed: Bed, once: bool) -> tuple[list[Figure], list[str]]:
    """The figures of every measure, and the names of those that failed; why stands above, as they said it."""
    figures: list[Figure] = []
    failed = []
    for name in wanted:
        try:
            figures += _figures(name, bed, once)
        except subprocess.CalledProcessError:
            failed.append(name)
    return figures, failed


def _measured(name: str, bed: Bed) -> list[Figure]:
    module = importlib.import_module(f"tests.bench.{name}")
    if name in {"documents", "backup"}:
        return [Figure(*told) for told in module.measure()]
    found: list[Figure] = module.measure(bed)
    held = f"  peak memory: {name}" + (" (of it 268 MB Argon2)" if name == "keys" else "")
    return [*found, Figure(held, peak(), unit=MEGABYTES, most=MOST_MEMORY)]


def _figures(name: str, bed: Bed, once: bool) -> list[Figure]:
    """The figures of one measure, as medians over as many fresh processes as it asks for."""
    if find_spec(f"tests.bench.{name}") is None:
        return []
    print(f"{name} …", file=sys.stderr, flush=True)
    if once:
        return _measured(name, bed)
    command = [sys.executable, "-m", "tests.bench", "--child", name, "--folder", str(bed.folder),
               "--cases", str(bed.cases), "--seed", str(bed.seed)]  # fmt: skip
    runs = range(PROCESSES.get(name, 1))
    told = [subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout for _ in runs]
    return middle([[Figure(**figure) for figure in json.loads(text)] for text in told])


if __name__ == "__main__":
    sys.exit(main())
