"""A made-up machine for the scripted session: a home, temporary folders, and a folder of the user's elsewhere."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SESSION = (sys.executable, str(ROOT / "tests/security/session.py"))
FOLDERS = {"HOME": "home", "TMPDIR": "tmpdir", "XDG_RUNTIME_DIR": "xdg_runtime_dir", "XDG_CACHE_HOME": "xdg_cache_home"}


@dataclass(frozen=True, slots=True)
class Machine:
    """`root`: all that the program may write to; `elsewhere`: where the user keeps a photo."""

    root: Path
    elsewhere: Path

    @property
    def home(self) -> Path:
        """The user's home."""
        return self.root / FOLDERS["HOME"]

    @property
    def runtime(self) -> Path:
        """The folder in memory to which temporary files go."""
        return self.root / FOLDERS["XDG_RUNTIME_DIR"]

    @property
    def environment(self) -> dict[str, str]:
        """The surroundings of a process on it; nothing of ours shines through."""
        return {
            "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8",
            "PYTHONPYCACHEPREFIX": os.environ.get("PYTHONPYCACHEPREFIX", ""),
            "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(self.home / ".config"),
            "ELSEWHERE": str(self.elsewhere), **{name: str(self.root / path) for name, path in FOLDERS.items()},
        }  # fmt: skip

    def run(self, under: Sequence[str] = ()) -> str:
        """Live through the session, `under` a command that watches it; what was said. AssertionError if it failed."""
        told = subprocess.run(
            [*under, *SESSION], env=self.environment, cwd=self.root, capture_output=True, text=True, timeout=300,
            check=False,
        )  # fmt: skip
        report = next(self.root.rglob("crash.txt"), None)
        assert told.returncode == 0, told.stderr[-2000:] + (report.read_text("utf-8") if report else "")
        return told.stdout + told.stderr


def machine(root: Path, elsewhere: Path) -> Machine:
    """A fresh one in two folders, which are made."""
    for path in (root, elsewhere, *(root / name for name in FOLDERS.values())):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Machine(root, elsewhere)
