"""Where the program's own files lie, from a checkout, an installation or a frozen build."""

import sys
from pathlib import Path


def root() -> Path:
    """The folder that holds everything the program carries."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """The path of ``resources/<name>``."""
    return root() / "resources" / name
