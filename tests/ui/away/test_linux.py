"""The notices of a Linux desktop, sent over a bus of our own: what means that the desk was left, and what does not."""

import shutil
import subprocess

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from ui.away.linux import LOGIN, NOTICES, OWN_SESSION, LinuxSession

DAEMON = shutil.which("dbus-daemon")
pytestmark = pytest.mark.skipif(DAEMON is None, reason="dbus-daemon is not installed")
MANAGER = "org.freedesktop.login1.Manager"


@pytest.fixture(scope="module")
def address():
    command = [DAEMON, "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def bus(qapp, address):
    yield QDBusConnection.connectToBus(address, "desktop")
    QDBusConnection.disconnectFromBus("desktop")


@pytest.fixture
def session(qapp, address):
    ours = QDBusConnection.connectToBus(address, "ours")
    session = LinuxSession()
    assert session.listen(ours, ours) == len(NOTICES)
    yield session
    QDBusConnection.disconnectFromBus("ours")


def send(bus: QDBusConnection, service: str, path: str, interface: str, name: str, *facts: object) -> None:
    bus.registerService(service)
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(facts))
    assert bus.send(message)
    bus.unregisterService(service)


SESSION = "/org/freedesktop/login1/session/_31"
LEFT = [
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True),
    (LOGIN, "/org/freedesktop/login1", MANAGER, "PrepareForSleep", True),
    (LOGIN, SESSION, OWN_SESSION, "Lock"),
    (LOGIN, SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", OWN_SESSION, {"Active": False}, ["x"]),
]
STAYED = [
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", False),
    (LOGIN, "/org/freedesktop/login1", MANAGER, "PrepareForSleep", False),
    (LOGIN, SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", OWN_SESSION, {"Active": True}, ["x"]),
    (LOGIN, SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", MANAGER, {"Active": False}, ["x"]),
]


@pytest.mark.parametrize("notice", LEFT, ids=lambda notice: f"{notice[2]}.{notice[3]}")
def test_the_desk_was_left(session, bus, qtbot, notice):
    with qtbot.waitSignal(session.left, timeout=1000):
        send(bus, *notice)


@pytest.mark.parametrize("notice", STAYED, ids=lambda notice: f"{notice[2]}.{notice[3]}")
def test_the_desk_was_not_left(session, bus, qtbot, notice):
    heard = []
    session.left.connect(lambda: heard.append(1))
    with qtbot.waitSignal(session.left, timeout=1000):
        send(bus, *notice)
        send(bus, *LEFT[3])
    assert len(heard) == 1, "only the lock that was sent after it was heard"


def test_without_a_bus_nothing_is_heard_and_nothing_breaks(qapp):
    nowhere = QDBusConnection("nowhere")
    assert LinuxSession().listen(nowhere, nowhere) == 0
