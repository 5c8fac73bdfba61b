"""After a lock another process stands in the place of the old one, and nothing of the vault is in its memory."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.vault.vault import open_vault
from tests.security.machine import SESSION, Machine, machine
from tests.security.session import CANARY, PASSPHRASE, PHONE

CODES = ("utf-8", "utf-16-le", "cp1251")
BLOCK = 1 << 22

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only Linux shows the memory of another process, and only to root, since the program hides its own",
)


def two_lives(here: Machine) -> tuple[set[str], set[str]]:
    """What of the vault was in the memory before the lock and after it."""
    process = subprocess.Popen(
        [*SESSION, "--really"], env=here.environment, cwd=here.root, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        said(process.stdout, "open")
        secrets = words()
        before = in_memory(process.pid, secrets)
        process.stdin.write("\n")
        process.stdin.flush()
        said(process.stdout, "ready")
        after = in_memory(process.pid, secrets | keys(here))
        assert "second_life.py" in Path(f"/proc/{process.pid}/cmdline").read_text()
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
    return before, after


def said(lines, word: str) -> None:
    """Read until the process says `word`."""
    for line in lines:
        if line.strip() == word:
            return
    pytest.fail(f"the program ended before it said {word}")


def words() -> dict[str, list[bytes]]:
    """What was typed, in every code in which memory holds text."""
    typed = {"name": CANARY, "phone": PHONE, "passphrase": PASSPHRASE}
    return {name: [text.encode(code) for code in CODES] for name, text in typed.items()}


def keys(here: Machine) -> dict[str, list[bytes]]:
    """The vault's keys: raw, and as the digits that SQLCipher is given. Opened beside the locked program."""
    vault = open_vault(here.home / "office.suprovid", None, PASSPHRASE)
    held, digits = vault.keys, vault.keys.database_key_hex()
    vault.close()
    return {
        "data key": [held.data_key, held.data_key.hex().encode()],
        "database key": [bytes.fromhex(digits), digits.encode(), digits.encode("utf-16-le")],
        "audit key": [held.audit_key()],
        "signing key": [held.signing_key],
    }


def in_memory(pid: int, secrets: dict[str, list[bytes]]) -> set[str]:
    """The names of the secrets that stand anywhere in what a process has written to its memory."""
    found: set[str] = set()
    longest = max(len(spelling) for spellings in secrets.values() for spelling in spellings)
    for piece in written(pid, longest):
        for name in secrets.keys() - found:
            if any(spelling in piece for spelling in secrets[name]):
                found.add(name)
    return found


def written(pid: int, overlap: int) -> Iterator[bytes]:
    """The writable memory of a process, in pieces that overlap."""
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            place, rights = line.split()[:2]
            first, last = (int(end, 16) for end in place.split("-"))
            for at in range(first, last if "w" in rights else first, BLOCK):
                try:
                    memory.seek(at)
                    yield memory.read(min(BLOCK + overlap, last - at))
                except OSError:
                    break


def test_after_the_lock_nothing_of_the_vault_is_in_the_new_process(tmp_path: Path):
    before, after = two_lives(machine(tmp_path / "machine", tmp_path / "elsewhere"))
    assert {"name", "phone"} <= before, "the search does not see what is there"
    assert after == set()
