"""The accepted pictures: one for each screen, theme and language; `python3 dev.py screens --accept` renews them."""

from pathlib import Path

from PIL import Image

from app.i18n import Words
from tests.ui.screens.picture import small
from ui.screens import SCREENS, shown
from ui.stage import COMPACT, Stage, take

STEADY = tuple(screen for screen in SCREENS if screen.steady)
FOLDER = Path(__file__).parent / "accepted"


def path_of(theme: str, language: str, screen: str) -> Path:
    """Where an accepted picture lies."""
    return FOLDER / theme / language / f"{screen}.png"


def pictures(stage: Stage, theme: str, language: str, *, steady: bool = True) -> dict[str, Image.Image]:
    """Every screen as it is now, small, by its name; `steady`: those only of which a picture can be accepted."""
    stage.dress(theme, Words(language))
    stage.resize(COMPACT.logical)
    found = {}
    for screen in SCREENS if not steady else STEADY:
        with shown(stage, screen) as widget:
            found[screen.name] = small(take(widget, COMPACT.scale))
    return found
