"""The log beside the records after a crash: flipped, cut, deleted, of another day. Nothing of it is lost unsaid."""

import random
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import UserError
from app.services import Services
from app.vault.anchor import RecordsBehind
from app.vault.vault import open_vault
from tests.faults.row import Row, Say
from tests.faults.target import CASE, LOG, RECORDS, Target, closed, files, flipped, found, interrupted
from tests.unit.conftest import MONDAY, PASSPHRASE

SHARES = (1, 30, 60, 95)
FLIPS = CUTS = 100


def long(place: Path, say: Say) -> Row:
    """Random flips and cuts all over the log, the log gone, and logs beside records that are not theirs."""
    target = interrupted(place)
    length = len(target.whole[LOG])
    dice = random.Random(1)
    told = [*flips(target, sorted(dice.sample(range(length * 8), FLIPS)))]
    say(f"{FLIPS} bits")
    told += cuts(target, sorted(dice.sample(range(length), CUTS)))
    say(f"{CUTS} cuts")
    told += [*gone(target), *(one for name, one in strange(target, place / "strange").items() if name != "whole")]
    silent = sum(one == "" for one in told)
    behind = [int(one) for one in told if one.isdigit()]
    note = f"{len(behind)} alarms, 1 to {max(behind)} entries behind the anchor; the rest refused as damaged"
    return Row("log flipped, cut, deleted, exchanged", len(told), silent, int(opens(target) != ""), note)


def opens(target: Target) -> str:
    """What is found where nothing was harmed: nothing, and every case of the log is there."""
    target.restore()
    return found(target.path)


def flips(target: Target, bits: list[int]) -> Iterator[str]:
    """How far behind its anchor the vault says it is, bit after bit; or the refusal's name."""
    for bit in bits:
        target.put(LOG, flipped(target.whole[LOG], bit))
        yield alarm(target)


def cuts(target: Target, lengths: list[int]) -> Iterator[str]:
    """The same for a log of which only the first bytes are left."""
    for length in lengths:
        target.put(LOG, target.whole[LOG][:length])
        yield alarm(target)


def gone(target: Target) -> Iterator[str]:
    """The same for no log at all."""
    target.put(LOG, None)
    yield alarm(target)


def alarm(target: Target) -> str:
    """``17``: entries behind the anchor; or the name of another refusal; empty if the vault opens unharmed in its eyes.

    Asserts that nothing was written: what can still be read of the log is worth saving.
    """
    harmed = files(target.path)
    try:
        vault = open_vault(target.path, None, PASSPHRASE)
    except RecordsBehind as refusal:
        told = str(refusal.facts["count"])
    except UserError as refusal:
        told = type(refusal).__name__
    else:
        closed(vault)
        return ""
    assert files(target.path) == harmed, f"{told}, but something was written"
    return told


def strange(target: Target, place: Path) -> dict[str, str]:
    """Records and logs of different days put side by side: what the program says of each pair."""
    target.restore()
    early = target.whole
    closed(open_vault(target.path, None, PASSPHRASE))
    middle = files(target.path)
    vault = open_vault(target.path, None, PASSPHRASE)
    for _ in range(5):
        Services.of(vault, MONDAY).cases.open(CASE)
    late = files(target.path)
    closed(vault)
    place.mkdir()
    other = interrupted(place).whole
    pairs = {
        "whole": late,
        "old records, new log": {**late, RECORDS: early[RECORDS]},
        "old records, no log": {name: data for name, data in late.items() if name != LOG} | {RECORDS: middle[RECORDS]},
        "new records, old log": {**late, LOG: early[LOG]},
        "log of another vault": {**late, LOG: other[LOG]},
        "old records and log, new anchor": {**late, RECORDS: early[RECORDS], LOG: early[LOG]},
    }
    told = {}
    for name, pair in pairs.items():
        mixed = Target(target.path, pair)
        mixed.restore()
        told[name] = alarm(mixed)
    target.restore()
    return told
