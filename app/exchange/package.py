"""The sealed package: an age file holding a tar of records (one case a line), padding, signature and manifest.

The members stand in falling order of their names: the records come first and pass once, and what they became, how
many, how long and with which hash, is written behind them. Memory stays flat and nothing waits on a disk.
The signature lies inside the encryption and covers the recipient's fingerprint, so a package cannot be signed away,
passed on as one's own or re-addressed. A package opens whole or not at all.
"""

import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from app.crypto import age, canonical, signing
from app.crypto.age_header import AgeFailure, NoMatch
from app.crypto.age_keys import HybridRecipient, Identity
from app.crypto.canonical import NotCanonical
from app.crypto.signing import Domain
from app.crypto.stream import PayloadFailure, SealedReader
from app.exchange import refusals, tarball
from app.exchange.manifest import LARGEST, RECORDS, Content, Manifest
from app.exchange.office import Sender, SenderCard
from app.exchange.padme import padme
from app.exchange.tally import MOST_LINE, MOST_RECORDS, Tally
from app.exchange.tarball import Member, NotOurTar
from app.progress import Progress
from app.vault.files import replacing

MANIFEST, SIGNATURE, PAD = "manifest.json", "manifest.sig", "pad"
MOST_BYTES = 2 * 1024**3
"""A hundred thousand cases take little more than half of it."""

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Cover:
    """For whom a package is, from whom, and which one of theirs; `created` is an aware instant."""

    recipient: HybridRecipient
    sender: Sender
    vault_id: UUID
    seq: int
    created: datetime
    training: bool

    def file_name(self) -> str:
        """A name that names nobody: `PKG-0f3a9c21-000007.age`."""
        return f"PKG-{self.vault_id.hex[:8]}-{self.seq:06d}.age"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A package as it left: where it lies and what it says of itself."""

    path: Path
    manifest: Manifest


class Records:
    """The records of an opened package, read from it each time they are asked for; its file must stay open."""

    def __init__(self, plain: SealedReader, member: Member, count: int) -> None:
        self._plain = plain
        self._member = member
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Record]:
        with _refusing():
            for line in _lines_of(self._plain, self._member):
                yield json.loads(line)


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that passed every check. `verified`: a sender was expected, and it is theirs."""

    manifest: Manifest
    records: Records
    verified: bool


def seal_into(folder: Path, records: Iterable[Record], cover: Cover) -> Sealed:
    """Write the package of `records` into `folder`, whole or not at all.

    `records` is gone through once and may be a generator over the vault; memory stays flat. Raises
    `PackageExists`, `PackageNotWritten`, `PackageTooLarge`, and whatever `records` raises (`Cancelled`).
    """
    return seal_lines_into(folder, _spelled(records), cover)


def seal_lines_into(folder: Path, lines: Iterable[bytes], cover: Cover) -> Sealed:
    """Like `seal_into`, with every record already spelled as a JSON object on a line of its own."""
    path = folder / cover.file_name()
    try:
        if path.exists():
            raise refusals.PackageExists(name=path.name)
        with replacing(path) as file:
            manifest = seal_lines(file, lines, cover)
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise refusals.PackageNotWritten from error
    return Sealed(path, manifest)


def seal(target: BinaryIO, records: Iterable[Record], cover: Cover) -> Manifest:
    """Write the package of `records` into `target`, which must be seekable."""
    return seal_lines(target, _spelled(records), cover)


def seal_lines(target: BinaryIO, lines: Iterable[bytes], cover: Cover) -> Manifest:
    """Like `seal`, with every record already spelled as a JSON object on a line of its own."""
    # An eighth of room is left for padding and tags, so that what is sealed also opens.
    records = Tally(lines, MOST_BYTES // 8 * 7)
    with age.writing(target, [cover.recipient]) as plain:
        plain.write(tarball.header(RECORDS, 0))
        for piece in records:
            plain.write(piece)
        plain.write(tarball.fill(records.size))
        plain.amend(0, tarball.header(RECORDS, records.size))
        manifest = _manifest(cover, records)
        told = manifest.to_bytes()
        signature = signing.sign(cover.sender.signing_key, Domain.PACKAGE, told)
        pad = _pad([len(told), len(signature), records.size])
        plain.write(tarball.header(PAD, pad))
        for zeros in tarball.zeros(pad):
            plain.write(zeros)
        plain.write(tarball.member(SIGNATURE, signature) + tarball.member(MANIFEST, told) + tarball.END)
    return manifest


def open_package(
    source: bytes | BinaryIO, identity: Identity, sender: SenderCard | None = None, progress: Progress | None = None
) -> Opened:
    """Prove everything about the package in `source` (bytes or an open file), then give its records away.

    Proven are, in this order: every byte of the encryption, the shape of the tar, the sender's signature, that it
    is the expected `sender` (if one is), that it was meant for `identity`, the hash of the records, and every
    line of them. Raises one `PackageRefused`, or `Cancelled`.
    """
    with _refusing():
        file = io.BytesIO(source) if isinstance(source, bytes) else source
        if file.seek(0, os.SEEK_END) > MOST_BYTES:
            raise refusals.PackageTooLarge
        plain = age.open_age(file, [identity])
        members = tarball.read(plain, most=4)
        if [member.name for member in members] != [RECORDS, PAD, SIGNATURE, MANIFEST]:
            raise NotOurTar("other members")
        lines, pad, signature, told = members
        manifest = _signed_manifest(plain, told, signature)
        if sender is not None and manifest.sender_key != sender.public_key:
            raise refusals.SenderDiffers
        if manifest.recipient_fingerprint != identity.fingerprint():
            raise refusals.PackageReaddressed
        _check_pad(plain, pad, _pad([told.size, signature.size, lines.size]))
        _check_records(plain, lines, manifest, progress or Progress())
        return Opened(manifest, Records(plain, lines, manifest.records), verified=sender is not None)


def _spelled(records: Iterable[Record]) -> Iterator[bytes]:
    return (canonical.write(dict(record)) + b"\n" for record in records)


def _manifest(cover: Cover, records: Tally) -> Manifest:
    return Manifest(
        sender_id=cover.sender.sender_id,
        sender_key=signing.public_key(cover.sender.signing_key),
        recipient_fingerprint=cover.recipient.fingerprint(),
        vault_id=cover.vault_id,
        seq=cover.seq,
        created=cover.created.astimezone(UTC).replace(microsecond=0),
        training=cover.training,
        records=records.count,
        members=(Content(RECORDS, records.size, records.sha256),),
    )


def _pad(sizes: Sequence[int]) -> int:
    """How many zeros bring a tar of members of `sizes` to its padded length."""
    bare = sum(tarball.room(size) for size in (*sizes, 0)) + len(tarball.END)
    return -(-padme(bare) // tarball.BLOCK) * tarball.BLOCK - bare


def _signed_manifest(plain: SealedReader, told: Member, signature: Member) -> Manifest:
    data = plain.read(told.at, min(told.size, LARGEST + 1))
    manifest = Manifest.parse(data)
    proof = plain.read(signature.at, min(signature.size, signing.SIGNATURE_SIZE + 1))
    if not signing.verify(manifest.sender_key, Domain.PACKAGE, data, proof):
        raise refusals.SignatureWrong
    return manifest


def _check_pad(plain: SealedReader, pad: Member, size: int) -> None:
    if pad.size != size:
        raise NotOurTar("another padding")
    if any(any(piece) for piece in plain.pieces(pad.at, pad.size)):
        raise NotOurTar("something in the padding")


def _check_records(plain: SealedReader, member: Member, manifest: Manifest, progress: Progress) -> None:
    digest = hashlib.sha256()
    for piece in plain.pieces(member.at, member.size):
        digest.update(piece)
    if manifest.members != (Content(RECORDS, member.size, digest.hexdigest()),):
        raise NotCanonical("other records than the manifest says")
    if manifest.records > MOST_RECORDS:
        raise refusals.PackageTooLarge
    count = 0
    for count, line in enumerate(_lines_of(plain, member), start=1):
        progress.checkpoint(count, manifest.records)
        canonical.read_record(line, MOST_LINE)
    if count != manifest.records:
        raise NotCanonical("another number of records")


def _lines_of(plain: SealedReader, member: Member) -> Iterator[bytes]:
    rest = b""
    for piece in plain.pieces(member.at, member.size):
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
        if len(rest) > MOST_LINE:
            raise NotCanonical("a line without end")
    if rest:
        raise NotCanonical("a last line without end")


@contextmanager
def _refusing() -> Iterator[None]:
    """Say in words why a package is refused."""
    try:
        yield
    except NoMatch as error:
        raise refusals.PackageForAnother from error
    except (AgeFailure, PayloadFailure, NotOurTar, NotCanonical) as error:
        raise refusals.PackageDamaged from error
    except OSError as error:
        raise refusals.PackageUnreadable from error
