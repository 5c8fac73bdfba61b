"""Where the program's own files lie, from a checkout, an installation or a frozen build."""

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The path of ``resources/<name>``."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources" / name
