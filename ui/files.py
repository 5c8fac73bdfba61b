"""Ask for a file or a folder, and leave no trace of the answer in the settings of the desktop."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

TRACES = ("history", "lastVisited")
"""What Qt's own dialog writes to QtProject.conf, where the desktop has no dialog of its own."""


def file_to_open(parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
    """Ask for a file that is there; None if the user thought better of it. `kinds`: as ``*.xlsx *.csv``."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    return _told(name)


def files_to_open(parent: QWidget, title: str, start: Path, kinds: str) -> list[Path]:
    """Ask for files that are there, one or several; none if the user thought better of it."""
    names, _kind = QFileDialog.getOpenFileNames(parent, title, str(start), kinds)
    forget()
    return [Path(name) for name in names]


def file_to_save(parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
    """Ask for the name of a file to write."""
    name, _kind = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
    return _told(name)


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a folder."""
    return _told(QFileDialog.getExistingDirectory(parent, title, str(start)))


def forget() -> None:
    """Take out of Qt's settings which files and folders were ever looked at."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup("FileDialog")
    for trace in TRACES:
        settings.remove(trace)
    settings.endGroup()
    settings.sync()


def _told(name: str) -> Path | None:
    forget()
    return Path(name) if name else None
