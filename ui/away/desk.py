"""Everything that says that the desk was left, behind one signal: idleness, the desktop's and the system's notices."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.away.affinity import Unseen
from ui.away.idle import IdleWatch
from ui.away.linux import LinuxSession
from ui.away.windows import WindowsSession

SECONDS = 60


class Desk(QObject):
    """`left` says that the vault must be locked now; `seconds` carries how many remain before it is by idleness."""

    left = Signal()
    seconds = Signal(int)

    def __init__(self, application: QApplication, idle: IdleWatch) -> None:
        super().__init__()
        self._application = application
        self.idle = idle
        self.idle.lapsed.connect(self.left)
        self.idle.left.connect(self.seconds)
        self._session: LinuxSession | WindowsSession | None = None
        self._unseen = Unseen()

    def listen(self) -> None:
        """Begin to hear what the desktop says; once, as the program starts."""
        if sys.platform == "win32":
            session = WindowsSession()
            self._application.installNativeEventFilter(session.messages)
            self._application.installEventFilter(self._unseen)
            session.left.connect(self.left)
            self._session = session
        elif sys.platform == "linux":
            linux = LinuxSession()
            linux.left.connect(self.left)
            linux.listen()
            self._session = linux

    def occupy(self, window: int, minutes: int) -> None:
        """A vault stands open in the window with this handle: count, and lock after so many idle minutes."""
        if isinstance(self._session, WindowsSession):
            self._session.register(window)
        self.allow(minutes)
        self.idle.start(self._application)

    def allow(self, minutes: int) -> None:
        """Let so many minutes pass from now on."""
        self.idle.seconds = minutes * SECONDS

    def vacate(self) -> None:
        """No vault is open: nothing needs to be locked."""
        self.idle.stop(self._application)
