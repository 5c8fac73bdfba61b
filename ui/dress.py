"""What the program wears: theme, icons, language of Qt's own words; put on anew at every change of them."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from ui.icons import Icons
from ui.look import Look
from ui.theme import apply, load


class Dress:
    """One application's clothes. `close` lets go of the icons."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._icons = Icons()
        self._translator = QTranslator(application)

    def put_on(self, settings: Settings) -> Look:
        """Wear what the settings say; the look that pages are built with."""
        theme = load(settings.theme, settings.font_scale / 100)
        apply(self._application, theme, self._icons)
        self._application.setWindowIcon(self._icons.icon("shield-check", theme.colour("accent"), 64))
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{settings.language}", folder):
            self._application.installTranslator(self._translator)
        QLocale.setDefault(QLocale(settings.language))
        return Look(theme, self._icons)

    def close(self) -> None:
        """Let go of the icons' archive."""
        self._icons.close()
