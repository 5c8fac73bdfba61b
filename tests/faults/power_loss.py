"""Power is lost: what the disk was told of a whole day is replayed into the states in which it could have been left.

The model knows no mercy. What was not forced is kept, dropped, kept up to a torn sector, or kept in any of its
sectors; names whose folder was not forced are kept, dropped, or kept up to one of them, in each folder by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import product
from pathlib import Path
from random import Random
from shutil import rmtree

from app.training.workbook import write_messy_workbook
from tests.faults import shim
from tests.faults.day import Day, Told
from tests.faults.judged import Judgement, judged
from tests.faults.row import Row, Say
from tests.faults.shim import Operation, operations
from tests.unit.conftest import MONDAY

SECTOR = 512
STATES = 1_100
DATA = ("kept", "dropped", "torn", "scattered")
NAMES = ("kept", "dropped", "part")
EVERYTHING = frozenset({"files", "folders"})
_LIVE = "import sys; from tests.faults.power_loss import live; live(*sys.argv[1:])"


@dataclass(slots=True)
class File:
    """Bytes as the disk surely holds them, and what it was told since: (offset, data), or a new length."""

    sure: bytearray = field(default_factory=bytearray)
    told: list[tuple[int, bytes | None]] = field(default_factory=list)

    def force(self) -> None:
        """All of it is on the disk for sure."""
        self.sure, self.told = self.left("kept", Random(0)), []

    def left(self, how: str, random: Random) -> bytearray:
        """The bytes after the power was lost."""
        data = bytearray(self.sure)
        told = [] if how == "dropped" else self.told
        if how == "torn" and told:
            told = told[: random.randrange(len(told) + 1)]
        for n, (offset, written) in enumerate(told):
            if written is None:
                if how != "scattered" or random.random() < 0.5:
                    data[offset:] = bytes(max(offset - len(data), 0))
                continue
            for at, sector in _sectors(offset, written):
                if how == "scattered" and random.random() < 0.5:
                    continue
                if how == "torn" and n == len(told) - 1 and at > offset and random.random() < 0.2:
                    break
                data[len(data) :] = bytes(max(at - len(data), 0))
                data[at : at + len(sector)] = sector
        return data


@dataclass(slots=True)
class Folder:
    """Names as the disk surely holds them, as the system sees them, and the changes told since."""

    sure: dict[str, "File | Folder"] = field(default_factory=dict)
    seen: dict[str, "File | Folder"] = field(default_factory=dict)
    told: list[dict[str, "File | Folder | None"]] = field(default_factory=list)

    def change(self, names: "dict[str, File | Folder | None]") -> None:
        """Give and take names, all at once."""
        self.told.append(names)
        _apply(self.seen, names)

    def force(self) -> None:
        """All names are on the disk for sure."""
        self.sure, self.told = dict(self.seen), []

    def left(self, how: str, random: Random) -> "dict[str, File | Folder]":
        """The names after the power was lost."""
        names = dict(self.sure)
        most = len(self.told)
        kept = random.randrange(most + 1) if how == "part" else most if how == "kept" else 0
        for change in self.told[:kept]:
            _apply(names, change)
        return names


class Disk:
    """A disk that is told the operations of a log, one after the other."""

    def __init__(self, place: Path, heeds: frozenset[str] = EVERYTHING) -> None:
        """`heeds`: what is forced when it is asked to be: files, folders, both; a careless program asks for neither."""
        self.place = place
        self.heeds = heeds
        self.root = Folder()
        self.files: dict[int, File] = {}
        self.told = Told()

    def tell(self, operation: Operation) -> None:
        """One operation more."""
        match operation.kind:
            case "!":
                self.told(operation.data.decode())
            case "W" | "T":
                data = operation.data if operation.kind == "W" else None
                self.files[operation.inode].told.append((operation.offset, data))
            case "S":
                self._force(operation)
            case _:
                self._name(operation)

    def states(self, ways: Sequence[tuple[str, str]], random: Random) -> "Iterator[dict[Path, bytes | None]]":
        """The disk as it could be now, in each of the `ways`: its files, and its folders as None."""
        for data, names in ways:
            yield dict(self._tree(self.root, Path(), data, names, random))

    def _tree(
        self, folder: Folder, at: Path, data: str, names: str, random: Random
    ) -> "Iterator[tuple[Path, bytes | None]]":
        for name, node in folder.left(names, random).items():
            if isinstance(node, File):
                yield at / name, bytes(node.left(data, random))
            else:
                yield at / name, None
                yield from self._tree(node, at / name, data, names, random)

    def _force(self, operation: Operation) -> None:
        if operation.inode in self.files:
            if "files" in self.heeds:
                self.files[operation.inode].force()
        elif "folders" in self.heeds:
            folder = self._at(operation.paths[0])
            assert isinstance(folder, Folder)
            folder.force()

    def _name(self, operation: Operation) -> None:
        first, *second = operation.paths
        folder = self._at(first.parent)
        assert isinstance(folder, Folder)
        match operation.kind:
            case "C":
                self.files[operation.inode] = File()
                folder.change({first.name: self.files[operation.inode]})
            case "M":
                self.files.pop(operation.inode, None)
                folder.change({first.name: Folder()})
            case "U" | "D":
                folder.change({first.name: None})
            case "R" | "L":
                node = folder.seen[first.name]
                old = {first.name: None} if operation.kind == "R" else {}
                assert second[0].parent == first.parent, "nothing of ours moves between folders"
                folder.change({**old, second[0].name: node})

    def _at(self, path: Path) -> File | Folder:
        node: File | Folder = self.root
        for name in path.relative_to(self.place).parts:
            assert isinstance(node, Folder)
            node = node.seen[name]
        return node


@dataclass(frozen=True, slots=True)
class Lost:
    """One state of the disk that was tried: after which operation, in which way, and what was found."""

    after: int
    way: tuple[str, str]
    found: Judgement


def live(folder: str, book: str) -> None:
    """In a process of its own: a whole day, on a disk that writes everything down."""
    mark = shim.disk().disk_mark
    Day.founded(Path(folder) / "office.suprovid", lambda text: mark(text.encode())).whole(Path(book))


def recorded(place: Path) -> Path | None:
    """The log of a whole day in `place`; None where there is no compiler."""
    library = shim.compiled(place)
    if library is None:
        return None
    book, folder, log = place / "register.xlsx", place / "disk", place / "log"
    write_messy_workbook(book, 4, 1, today=MONDAY.today())
    folder.mkdir()
    shim.run(library, folder, _LIVE, str(book), log=log)
    return log


def tried(
    log: Path, place: Path, most: int, seed: int = 1, heeds: frozenset[str] = EVERYTHING
) -> Iterator[Lost]:
    """Open at most `most` different states, drawn from every operation and every way; `place` is where."""
    random = Random(seed)
    ways = list(product(DATA, NAMES))
    told = list(operations(log))
    drawn = sorted(random.choices(range(1, len(told) + 1), k=3 * most))
    disk = Disk(log.with_name("disk"), heeds)
    done, seen, chosen = 0, set(), []
    for cut in drawn:
        for operation in told[done:cut]:
            disk.tell(operation)
        done = cut
        way = random.choice(ways)
        (state,) = disk.states([way], random)
        mark = sha256(repr((sorted(state.items()), disk.told.known)).encode()).digest()
        if mark not in seen:
            seen.add(mark)
            chosen.append(Lost(cut, way, _judged(place / "lost", state, disk)))
            yield chosen[-1]
        if len(chosen) == most:
            return


def _judged(place: Path, state: "dict[Path, bytes | None]", disk: Disk) -> Judgement:
    rmtree(place, ignore_errors=True)
    place.mkdir()
    for path, data in state.items():
        if data is None:
            (place / path).mkdir()
        else:
            (place / path).write_bytes(data)
    return judged(place / "office.suprovid", disk.told.known, disk.told.coming)


def long(place: Path, say: Say) -> Row:
    """At least a thousand states of one day."""
    log = recorded(place)
    if log is None:
        return Row("power loss", 0, 0, 0, shim.MISSING)
    found = []
    for one in tried(log, place, STATES):
        found.append(one.found)
        if str(one.found):
            say(f"after operation {one.after}, {one.way}: {one.found}")
        if len(found) % 100 == 0:
            say(f"{len(found):,} states")
    return Row("power loss", len(found), sum(bool(one.lost) for one in found), sum(bool(one.alarm) for one in found))


def _apply(names: "dict[str, File | Folder]", change: "dict[str, File | Folder | None]") -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _sectors(offset: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """A write cut where the disk's sectors begin."""
    at = offset
    while at < offset + len(data):
        end = min(at - at % SECTOR + SECTOR, offset + len(data))
        yield at, data[at - offset : end - offset]
        at = end
