"""One bit turned anywhere in the records or the key file, files cut or emptied, a plain database in their place."""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app.vault.salvage import NothingToSalvage, salvage
from app.vault.vault import open_vault
from tests.faults.row import Row, Say
from tests.faults.target import KEYS, RECORDS, Target, files, flipped, found
from tests.unit.conftest import PASSPHRASE

FLIPS = 1_000
SALVAGED_EVERY = 100
PAGE = 4096


def long(place: Path, say: Say) -> Row:
    """A thousand flips of each file, every cut, every stranger."""
    target = Target.made(place)
    told = [*flips(target, RECORDS, FLIPS, say), *flips(target, KEYS, FLIPS, say), *cuts(target), *strangers(target)]
    saved = salvaged(target, FLIPS // SALVAGED_EVERY)
    unnoticed = [one for one in told if one.endswith(": ")]
    ways = Counter(one.rpartition(": ")[2].split(" ")[0] for one in told)
    note = ", ".join(f"{way} {many}" for way, many in ways.most_common())
    return Row("one bit turned, a file cut or exchanged", len(told), len(unnoticed), 0, f"{note}; salvaged {saved}")


def flips(target: Target, name: str, many: int, say: Say = print) -> Iterator[str]:
    """``name bit: what found it`` for random single bits; asserts that the files then lie as they were."""
    dice, whole = random.Random(1), target.whole[name]
    for number in range(many):
        bit = dice.randrange(len(whole) * 8)
        yield f"{name} {bit}: {_judged(target, name, flipped(whole, bit))}"
        if number % 100 == 99:
            say(f"{number + 1} bits of {name}")
    target.restore()


def cuts(target: Target) -> Iterator[str]:
    """The records cut short, by bytes and by pages."""
    whole = target.whole[RECORDS]
    for left in (100, PAGE - 1, PAGE, len(whole) // 2, len(whole) - PAGE, len(whole) - 1):
        yield f"cut to {left}: {_judged(target, RECORDS, whole[:left])}"
    target.restore()


def strangers(target: Target) -> Iterator[str]:
    """What is no records at all, though a key file stands beside it."""
    whole = target.whole[RECORDS]
    for name, data in {
        "nothing": b"", "one byte": b"\0", "plain SQLite": plain(target.path.parent / "plain.db"),
        "zeros": bytes(len(whole)), "noise": random.Random(2).randbytes(len(whole)),
    }.items():  # fmt: skip
        yield f"{name}: {_judged(target, RECORDS, data)}"
    target.restore()


def plain(at: Path) -> bytes:
    """A database that no cipher ever saw."""
    at.unlink(missing_ok=True)
    connection = sqlite3.connect(at)
    connection.execute("CREATE TABLE t (a)")
    connection.execute("INSERT INTO t VALUES (?)", ("x" * 9000,))
    connection.commit()
    connection.close()
    return at.read_bytes()


def salvaged(target: Target, many: int) -> int:
    """How many of the vaults with a turned bit gave a new, whole vault; every other said that it cannot."""
    dice, whole, saved = random.Random(3), target.whole[RECORDS], 0
    target.restore()
    held = open_vault(target.path, None, PASSPHRASE)
    keys = held.keys
    held.close()
    for number in range(many):
        target.put(RECORDS, flipped(whole, dice.randrange(len(whole) * 8)))
        harmed = files(target.path)
        try:
            rescued = salvage(target.path, target.path.parent / f"rescued{number}", keys).path
        except NothingToSalvage:
            continue
        finally:
            assert files(target.path) == harmed, "the salvage touched the damaged vault"
        assert found(rescued) == ""
        saved += 1
    target.restore()
    return saved


def _judged(target: Target, name: str, data: bytes) -> str:
    target.put(name, data)
    harmed = files(target.path)
    told = found(target.path)
    after = files(target.path)
    assert after == harmed, f"{told}: changed {[one for one in harmed if after.get(one) != harmed[one]]}"
    return told
