"""What the program remembers on this laptop outside any vault: language, look, the last vault. No names."""

import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w

from app.vault.files import write_atomically

SMALLEST, LARGEST = 90, 175
"""The scales of type on offer, percent."""
LONGEST_IDLE = 60
"""Minutes: an open vault is never left for longer."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`language`: uk or en. `theme`: system, light, dark or hc. `font_scale`: percent. `idle_minutes`: to the lock."""

    language: str = "uk"
    theme: str = "system"
    font_scale: int = 100
    idle_minutes: int = 5
    last_vault: str = ""
    last_user: str = ""


def default_path() -> Path:
    """``settings.toml`` in the user's configuration folder."""
    return platformdirs.user_config_path("suprovid", appauthor=False) / "settings.toml"


def load(path: Path) -> Settings:
    """Read the settings; a missing or unreadable file gives the defaults, an unknown value its default."""
    known = _read(path)
    values = {
        field.name: known[field.name]
        for field in fields(Settings)
        if isinstance(known.get(field.name), type(field.default))
    }
    settings = Settings(**values)
    return replace(
        settings,
        language=settings.language if settings.language in ("uk", "en") else "uk",
        font_scale=min(max(settings.font_scale, SMALLEST), LARGEST),
        idle_minutes=min(max(settings.idle_minutes, 1), LONGEST_IDLE),
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings atomically; keys that this version does not know are kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, tomli_w.dumps({**_read(path), **asdict(settings)}).encode())


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}
