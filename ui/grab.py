"""Pictures of every screen, for the demonstration and for whoever looks: both languages, two themes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.clock import Clock
from app.i18n import LANGUAGES, Words
from app.services import Services
from ui.screens import SCREENS, shown
from ui.stage import COMPACT, FULL, Glass, Stage, take


def grab(
    services: Services, clock: Clock, folder: Path, *, themes: Sequence[str] = ("light", "dark"),
    languages: Sequence[str] = LANGUAGES, glasses: Sequence[Glass] = (FULL, COMPACT),
) -> tuple[Path, ...]:  # fmt: skip
    """Write a PNG of every screen of the vault to `folder`; returns their paths.

    Works without a display: set QT_QPA_PLATFORM=offscreen before the first call.
    """
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication is needed")
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(application, services, clock)
    written: list[Path] = []
    for theme in themes:
        for language in languages:
            stage.dress(theme, Words(language))
            for glass in glasses:
                stage.resize(glass.logical)
                for screen in SCREENS:
                    path = folder / f"{theme}_{language}_{screen.name}{glass.name}.png"
                    with shown(stage, screen) as widget:
                        take(widget, glass.scale).save(str(path))
                    written.append(path)
    stage.close()
    return tuple(written)
