"""After a lock another process stands in the place of the old one, and nothing of the vault is in its memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.vault.vault import open_vault
from tests.security.machine import SESSION, Machine, machine
from tests.security.session import CANARY, PASSPHRASE, PHONE

CODES = ("utf-8", "utf-16-le", "utf-32-le", "cp1251")
BLOCK = 1 << 22

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only Linux shows the memory of another process, and only to root, since the program hides its own",
)


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Machine, set[str], set[str]]:
    """The machine, and what of the vault was in the memory before the lock and after it."""
    place = tmp_path_factory.mktemp("lives")
    here = machine(place / "machine", place / "elsewhere")
    process = subprocess.Popen(
        [*SESSION, "--really"], env=here.environment, cwd=here.root, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        said(process.stdout, "open")
        secrets = words()
        before = {name for name, spellings in secrets.items() if in_memory(process.pid, spellings)}
        process.stdin.write("\n")
        process.stdin.flush()
        said(process.stdout, "ready")
        secrets |= keys(here)
        after = {name for name, spellings in secrets.items() if in_memory(process.pid, spellings)}
        assert "second_life.py" in Path(f"/proc/{process.pid}/cmdline").read_text()
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
    return here, before, after


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


def in_memory(pid: int, spellings: list[bytes]) -> bool:
    """Whether one of the spellings stands anywhere in the memory of a process."""
    longest = max(map(len, spellings))
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in maps:
            first, last = (int(end, 16) for end in line.split()[0].split("-"))
            if "r" not in line.split()[1] or "[v" in line:
                continue
            tail = b""
            for at in range(first, last, BLOCK):
                try:
                    memory.seek(at)
                    data = tail + memory.read(min(BLOCK, last - at))
                except OSError:
                    break
                if any(spelling in data for spelling in spellings):
                    return True
                tail = data[-longest:]
    return False


def test_before_the_lock_the_scan_sees_what_is_there(lives: tuple[Machine, set[str], set[str]]):
    assert {"name", "phone"} <= lives[1]


def test_after_the_lock_nothing_of_the_vault_is_in_the_new_process(lives: tuple[Machine, set[str], set[str]]):
    assert lives[2] == set()
