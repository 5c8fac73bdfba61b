"""The clipboard: what is copied from the window is marked as nobody's to keep, and is gone after half a minute."""

import secrets
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

FORGOTTEN_AFTER_MS = 30_000
MARK = "application/x-suprovid"
"""Holds a random token of each copy: by it we know our own."""
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""What clipboard histories of KDE and Windows, and its cloud, agree to leave alone."""


class Clipboard(QObject):
    """Watches the desktop's clipboard: whatever any field of the window puts there gets the marks and the clock."""

    def __init__(self, clipboard: QClipboard, owns: Callable[[], bool] | None = None) -> None:
        """`owns`: whether this program put there what is there; the desktop is asked unless given."""
        super().__init__()
        self._clipboard = clipboard
        self._owns = owns or clipboard.ownsClipboard
        self._token = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FORGOTTEN_AFTER_MS)
        self._timer.timeout.connect(self.forget)
        clipboard.dataChanged.connect(self._changed)

    def copy(self, text: str) -> None:
        """Put `text` there for half a minute."""
        data = QMimeData()
        data.setText(text)
        for kind, value in MARKS.items():
            data.setData(kind, value)
        self._token = secrets.token_bytes(16)
        data.setData(MARK, self._token)
        self._clipboard.setMimeData(data)
        self._timer.start()

    def forget(self) -> None:
        """Empty the clipboard if what it holds is still ours."""
        self._timer.stop()
        if self._ours():
            self._clipboard.clear()

    def _changed(self) -> None:
        data = self._clipboard.mimeData()
        if data is not None and not data.hasFormat(MARK) and self._owns() and data.text():
            self.copy(data.text())
        elif not self._ours():
            self._timer.stop()

    def _ours(self) -> bool:
        data = self._clipboard.mimeData()
        return bool(self._token) and data is not None and data.data(MARK).data() == self._token
