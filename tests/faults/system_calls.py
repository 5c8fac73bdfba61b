"""Every system call of the scripted session with the real window: no socket but the desktop's, no write elsewhere."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from os.path import normpath
from pathlib import Path

from tests.faults.row import Row, Say
from tests.security.machine import Machine, machine

CALLS = (
    "%network,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,"
    "symlink,symlinkat,unlink,unlinkat,rmdir,truncate,chmod,fchmodat"
)
WRITABLE = (
    "{home}", "{home}/office.suprovid", "{home}/office.suprovid/*",
    "{home}/.office.suprovid.*.partial", "{home}/.office.suprovid.*.partial/*",
    "{home}/.config", "{home}/.config/suprovid", "{home}/.config/suprovid/*",
    "{home}/.config/QtProject.conf*", "{home}/.config/#*", "{home}/.config/.QtProject*",
    "{home}/PKG-*.age", "{home}/.PKG-*", "{elsewhere}/*.jpg", "{elsewhere}/keys", "{elsewhere}/keys/*",
    "{runtime}/*", "{root}/xdg_cache_home/fontconfig", "{root}/xdg_cache_home/fontconfig/*",
    "/dev/null", "/proc/self/fd/*",
)  # fmt: skip
"""The vault, the settings, Qt's own settings, what the session was asked to write, memory, the cache of fonts;
`/proc/self/fd` is what Qt links from when it puts a finished file in its place."""

SOCKETS = ("/var/run/nscd/socket", "/run/nscd/socket", "*/dbus*", "*/bus", "*/.X11-unix/*", "*/wayland-*")
"""Where a socket may lead: to the C library's name cache, to the desktop's bus, to the display."""

_CALL = re.compile(r"^\d+\s+(?P<name>\w+)\((?P<told>.*)")
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)")
_UNIX = re.compile(r'sun_path=@?"(?P<path>[^"]*)"')


def long(place: Path, say: Say) -> Row:
    """One whole session, every call."""
    if why := cannot():
        return Row("system calls of a session", 0, 0, 0, why)
    here = machine(place / "machine", place / "elsewhere")
    calls = traced(here)
    found = list(breaches(calls, here))
    return Row("system calls of a session", len(calls), len(found), 0, "; ".join(found[:3]))


def cannot() -> str:
    """Why nothing can be traced here; empty if it can."""
    if shutil.which("strace") is None:
        return "this machine has no strace"
    tried = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this machine lets no process be traced"


def traced(here: Machine, under: Sequence[str] = ()) -> list[str]:
    """Live through the session and return its calls."""
    log = here.elsewhere.parent / "calls"
    here.run([*under, "strace", "-f", "-qq", "-yy", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(log)])
    return [line for line in log.read_text("utf-8").splitlines() if _CALL.match(line)]


def breaches(calls: Sequence[str], here: Machine) -> Iterator[str]:
    """The calls that open a socket elsewhere, or write where nothing may be written, whether they succeeded or not."""
    names = {"home": here.home, "runtime": here.runtime, "root": here.root, "elsewhere": here.elsewhere}
    allowed = [pattern.format(**names) for pattern in WRITABLE]
    for line in calls:
        call = _CALL.match(line)
        assert call is not None, line
        name, told = call["name"], call["told"]
        if name in ("socket", "socketpair"):
            if not told.startswith("AF_UNIX"):
                yield line
        elif name in ("connect", "bind", "sendto"):
            led = _UNIX.search(told)
            if (led or name != "sendto") and not (led and any(fnmatch(led["path"], one) for one in SOCKETS)):
                yield line
        elif writes(name, told):
            yield from (f"{name} {path}" for path in paths(told) if not any(fnmatch(path, one) for one in allowed))


def writes(name: str, told: str) -> bool:
    """Whether a call makes, changes or removes a file; of opening, only opening to write."""
    network = name in ("listen", "accept", "accept4", "recvfrom", "recvmsg", "sendmsg", "shutdown", "getsockopt",
                       "setsockopt", "getsockname", "getpeername", "recvmmsg", "sendmmsg")  # fmt: skip
    return not network and (name not in ("open", "openat", "openat2") or _WRITES.search(told) is not None)


def paths(told: str) -> Iterator[str]:
    """The paths in a call's arguments, whole; strace spells what is not ASCII in octal digits."""
    for found in _PATH.finditer(told.partition(" = ")[0]):
        path = found["path"].encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
        yield normpath(path if path.startswith("/") else f"{found['folder'] or '?'}/{path}")
