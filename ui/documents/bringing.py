"""Files and pictures that are dropped on a page or pasted into it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.clock import KYIV
from app.documents.intake import Pasted, Source
from app.i18n import Words

Thing: TypeAlias = Path | QImage
"""A file by its path, or a picture that no file holds."""


def things(data: QMimeData) -> list[Thing]:
    """The files that `data` names, else the picture it holds."""
    files: list[Thing] = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files or not data.hasImage():
        return files
    picture = data.imageData()
    return [picture] if isinstance(picture, QImage) and not picture.isNull() else []


def sources(brought: Sequence[Thing], words: Words, now: datetime) -> list[Source]:
    """What the service takes; a picture becomes a PNG. Slow: not for the GUI thread."""
    name = words("Pasted picture {moment}", moment=f"{now.astimezone(KYIV):%d.%m.%Y %H-%M}") + ".png"
    return [Pasted(name, _png(one)) if isinstance(one, QImage) else one for one in brought]


class Bringing(QObject):
    """Watches a widget; `brought` carries a list of things. A field that has the keyboard keeps Ctrl+V for itself."""

    brought = Signal(list)

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.setAcceptDrops(True)
        watched.installEventFilter(self)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), watched)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.paste)

    def paste(self) -> None:
        """Bring what is on the clipboard, if it is a file or a picture."""
        self._bring(QGuiApplication.clipboard().mimeData())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if event.mimeData().hasUrls() or event.mimeData().hasImage():
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                return True
        elif isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._bring(event.mimeData())
            return True
        return super().eventFilter(watched, event)

    def _bring(self, data: QMimeData | None) -> None:
        found = things(data) if data is not None else []
        if found:
            self.brought.emit(found)


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())
