"""What Windows says in messages: the session is locked or another's, the machine goes to sleep, the lid closes."""

import ctypes
import sys
from ctypes import wintypes
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal
from typing_extensions import override

POWER, SESSION = 0x0218, 0x02B1
"""WM_POWERBROADCAST, WM_WTSSESSION_CHANGE."""
SUSPEND, SETTING = 0x0004, 0x8013
"""PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE."""
LEFT = frozenset({0x2, 0x4, 0x6, 0x7})
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK."""
LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")
"""GUID_LIDSWITCH_STATE_CHANGE: its value is 0 when the lid is closed."""


class PowerSetting(ctypes.Structure):
    """POWERBROADCAST_SETTING with a value of one DWORD."""

    _fields_ = (("kind", ctypes.c_ubyte * 16), ("length", wintypes.DWORD), ("value", wintypes.DWORD))


def left(message: int, word: int, setting: PowerSetting | None = None) -> bool:
    """Whether a window message with its ``wParam`` says that the desk was left.

    `setting`: what ``lParam`` points to, of a message about a power setting.
    """
    if message == SESSION:
        return word in LEFT
    if message != POWER:
        return False
    if word == SETTING and setting is not None:
        return UUID(bytes_le=bytes(setting.kind)) == LID and setting.value == 0
    return word == SUSPEND


class _Messages(QAbstractNativeEventFilter):
    """Reads every message of the program's windows, and stops none."""

    def __init__(self, session: "WindowsSession") -> None:
        super().__init__()
        self._session = session

    @override
    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        if QByteArray(kind) == QByteArray(b"windows_generic_MSG"):
            self._session.heard(wintypes.MSG.from_address(int(message)))
        return False, 0


class WindowsSession(QObject):
    """`left` says that the desk was left."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.messages = _Messages(self)

    def heard(self, message: wintypes.MSG) -> None:
        """Judge one message."""
        about_power = message.message == POWER and message.wParam == SETTING and message.lParam
        setting = PowerSetting.from_address(message.lParam) if about_power else None
        if left(message.message, message.wParam, setting):
            self.left.emit()

    def register(self, window: int) -> None:
        """Ask Windows to tell the window with this handle about its session and the lid."""
        if sys.platform == "win32":
            kind = (ctypes.c_ubyte * 16).from_buffer_copy(LID.bytes_le)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), 0)
            ctypes.windll.user32.RegisterPowerSettingNotification(wintypes.HANDLE(window), ctypes.byref(kind), 0)
