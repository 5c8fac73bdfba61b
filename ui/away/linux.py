"""What a Linux desktop says on D-Bus: the screen is locked, the machine goes to sleep, another user takes the seat."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

LOGIN = "org.freedesktop.login1"
OWN_SESSION = "org.freedesktop.login1.Session"


@dataclass(frozen=True, slots=True)
class Notice:
    """One signal on a bus, and the slot of `LinuxSession` that judges it. An empty path: from any object."""

    system: bool
    service: str
    path: str
    interface: str
    name: str
    slot: str


SCREENS = tuple(
    Notice(False, name, "", name, "ActiveChanged", "1screen(bool)")
    for name in (
        "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver",
        "org.xfce.ScreenSaver",
    )
)  # fmt: skip
NOTICES = (
    *SCREENS,
    Notice(True, LOGIN, "", "org.freedesktop.login1.Manager", "PrepareForSleep", "1sleep(bool)"),
    Notice(True, LOGIN, "", OWN_SESSION, "Lock", "1locked()"),
    Notice(
        True, LOGIN, "", "org.freedesktop.DBus.Properties", "PropertiesChanged",
        "1changed(QString,QVariantMap,QStringList)",
    ),
)  # fmt: skip
"""A closed lid comes as PrepareForSleep; another user, as a session that is active no longer."""


class LinuxSession(QObject):
    """`left` says that the desk was left. It listens only: nothing is ever asked or told over a bus."""

    left = Signal()

    def listen(self, session: QDBusConnection | None = None, system: QDBusConnection | None = None) -> int:
        """Listen on both buses of the machine, or on those given; how many notices were granted."""
        buses = {False: session or QDBusConnection.sessionBus(), True: system or QDBusConnection.systemBus()}
        granted = 0
        for one in NOTICES:
            bus = buses[one.system]
            if bus.isConnected():
                granted += bus.connect(  # type: ignore[call-overload]  # text works; the bytes of the stub do not
                    one.service, one.path, one.interface, one.name, self, one.slot
                )
        return granted

    @Slot(bool)
    def screen(self, active: bool) -> None:  # the signature that D-Bus gives
        """The screen saver came or went."""
        if active:
            self.left.emit()

    @Slot(bool)
    def sleep(self, before: bool) -> None:  # the signature that D-Bus gives
        """The machine goes to sleep, or has woken."""
        if before:
            self.left.emit()

    @Slot()
    def locked(self) -> None:
        """The session is being locked."""
        self.left.emit()

    @Slot("QString", "QVariantMap", "QStringList")
    def changed(self, interface: str, values: dict[str, Any], _unknown: list[str]) -> None:
        """Something about a session changed: whether it is still before the screen matters."""
        if interface == OWN_SESSION and values.get("Active") is False:
            self.left.emit()
