"""The accepted pictures: one for each screen, theme and language; `python3 dev.py screens --accept` renews them."""

from pathlib import Path

from PIL import Image

from app.i18n import Words
from tests.ui.screens.picture import small
from ui.screens import SCREENS, shown
from ui.stage import COMPACT, Stage, take

FOLDER = Path(__file__).parent / "accepted"


def path_of(theme: str, language: str, screen: str) -> Path:
    """Where an accepted picture lies."""
    return FOLDER / theme / language / f"{screen}.png"


def pictures(stage: Stage, theme: str, language: str) -> dict[str, Image.Image]:
    """Every screen as it is now, small, by its name."""
    stage.dress(theme, Words(language))
    stage.resize(COMPACT.logical)
    found = {}
    for screen in SCREENS:
        with shown(stage, screen) as widget:
            found[screen.name] = small(take(widget, COMPACT.scale))
    return found
