"""Lucide's icons, tinted: read from the package's archive, drawn for dense screens, kept once drawn."""

import shutil
import tempfile
import weakref
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

DENSITY = 2.0


@lru_cache(maxsize=1)
def _archive() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))


@lru_cache(maxsize=256)
def drawing(name: str, tint: str) -> bytes:
    """The SVG of the icon `name` in the colour `tint`; KeyError if Lucide has none of that name."""
    return _archive().read(f"{name}.svg").replace(b"currentColor", tint.encode())


class Icons:
    """Tinted icons of one run; the pictures a style sheet needs as files live as long as this object."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}
        self._folder = Path(tempfile.mkdtemp(prefix="suprovid-icons-"))
        self.close = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def pixmap(self, name: str, colour: QColor, size: int = 16) -> QPixmap:
        """The icon as a picture of `size` logical pixels."""
        key = (name, colour.name(), size)
        if key not in self._drawn:
            self._drawn[key] = _draw(drawing(name, colour.name()), size)
        return self._drawn[key]

    def icon(self, name: str, colour: QColor, size: int = 16) -> QIcon:
        """The icon for buttons and lists, the same in every state."""
        picture = self.pixmap(name, colour, size)
        icon = QIcon(picture)
        for mode in (QIcon.Mode.Disabled, QIcon.Mode.Selected, QIcon.Mode.Active):
            icon.addPixmap(picture, mode)
        return icon

    def file(self, name: str, colour: QColor) -> str:
        """The path of the tinted SVG, for a style sheet."""
        path = self._folder / f"{name}-{colour.name()[1:]}.svg"
        if not path.exists():
            path.write_bytes(drawing(name, colour.name()))
        return path.as_posix()


def _draw(svg: bytes, size: int) -> QPixmap:
    side = round(size * DENSITY)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(DENSITY)
    return picture
