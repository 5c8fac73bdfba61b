"""The calls of one session, lived in a namespace without a network where there may be one."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.faults import namespace, system_calls
from tests.security.machine import machine


def test_no_socket_but_the_desktops_and_no_write_outside_its_places(tmp_path: Path):
    if why := system_calls.cannot():
        pytest.skip(why)
    here = machine(tmp_path / "machine", tmp_path / "elsewhere")
    calls = system_calls.traced(here, () if namespace.cannot() else namespace.ALONE)
    assert list(system_calls.breaches(calls, here)) == []
    seen = {path for call in calls for path in system_calls.paths(call)}
    vault = here.home / "office.suprovid"
    assert {f"{vault}/gen-0001/anchor", f"{here.home}/.config/suprovid/settings.toml"} <= seen
    for wanted in (f"{vault}/documents/*", f"{vault}/backups/*", "*.age"):
        assert any(fnmatch(path, wanted) for path in seen), wanted


def test_there_is_no_interface():
    if why := namespace.cannot():
        pytest.skip(why)
    assert namespace.interfaces() in ("interfaces: lo", "interfaces: none")


@pytest.mark.parametrize(
    "call",
    [
        '1 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 3',
        '1 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3',
        '1 connect(3<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/run/cups/cups.sock"}, 110) = 0',
        '1 connect(3<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("1.1.1.1")}, 16) = 0',
        '1 openat(AT_FDCWD</x>, "/var/tmp/etilqs_1", O_RDWR|O_CREAT|O_EXCL, 0600) = -1 EACCES (Permission denied)',
        '1 openat(AT_FDCWD</srv>, "notes.txt", O_WRONLY|O_CREAT, 0600) = 4</srv/notes.txt>',
        '1 openat(AT_FDCWD</x>, "{home}/office.suprovid/../copy", O_WRONLY|O_CREAT, 0600) = 4',
        '1 rename("{home}/office.suprovid/vault.key", "/tmp/vault.key") = 0',
        '1 mkdir("/tmp/\\320\\207", 0700 <unfinished ...>',
    ],
)  # fmt: skip
def test_a_breach_is_seen(tmp_path, call):
    here = machine(tmp_path / "machine", tmp_path / "elsewhere")
    assert len(list(system_calls.breaches([call.replace("{home}", str(here.home))], here))) == 1
