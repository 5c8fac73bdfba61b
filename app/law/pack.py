"""One law pack: the law's files of the catalogue in a tar of one spelling, under a manifest that an office signed.

The manifest names every other member with its size and digest, so its signature covers all. Nothing is extracted to a
disk, and nothing of a file is read as YAML before the signature was proven.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from app.catalogue.files import CatalogueBroken, parse, plain
from app.catalogue.shapes import LawFile
from app.crypto import canonical, signing
from app.crypto.canonical import NotCanonical
from app.crypto.signing import Domain
from app.exchange import tarball
from app.exchange.tarball import Member, NotOurTar
from app.law import refusals

FORMAT, VERSION = "suprovid-law", 1
SUFFIX = ".lawpack"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
LAW = "law.yaml"
FILES = (
    "bodies.yaml", "bundles.yaml", "documents.yaml", "entitlements.yaml", LAW, "money.yaml", "search.yaml",
    "steps.yaml", "stops.yaml",
)  # fmt: skip
"""What a pack may carry; what it leaves out stays as the program brought it. Who may see what is never among it."""
MUST = (LAW, "steps.yaml")
MOST_BYTES, MOST_MEMBER, MOST_MANIFEST = 4 * 1024**2, 1024**2, 64 * 1024
_SHAPE: canonical.Shape = {
    "format": str, "v": int, "id": str, "number": int, "issued": str, "signer": str, "members": list
}  # fmt: skip
_MEMBER: canonical.Shape = {"name": str, "size": int, "sha256": str}


@dataclass(frozen=True, slots=True)
class LawManifest:
    """What a pack says of itself: `signer` is the public key of the office that signed it."""

    id: str
    number: int
    issued: date
    signer: bytes
    members: tuple[tuple[str, int, str], ...]

    @property
    def fingerprint(self) -> str:
        """The forty digits of the signer's key."""
        return signing.sender_fingerprint(self.signer)

    @property
    def file_name(self) -> str:
        """`UA-LAW-0002.lawpack`."""
        return f"{self.id.upper()}-LAW-{self.number:04d}{SUFFIX}"

    def to_bytes(self) -> bytes:
        """The manifest as it is signed."""
        return canonical.write(
            {
                "format": FORMAT, "v": VERSION, "id": self.id, "number": self.number,
                "issued": self.issued.isoformat(), "signer": canonical.encode(self.signer),
                "members": [{"name": name, "size": size, "sha256": sha} for name, size, sha in self.members],
            }
        )  # fmt: skip

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """The manifest in `data`; raises `NotCanonical`, `PackNewer`."""
        value = canonical.read(data, MOST_MANIFEST)
        if isinstance(value, dict) and type(value.get("v")) is int and value["v"] > VERSION:
            raise refusals.PackNewer
        told = canonical.fields(value, _SHAPE)
        try:
            manifest = cls._of(told)
        except (ValueError, TypeError) as error:
            raise NotCanonical("a field that means nothing") from error
        if manifest.to_bytes() != data:
            raise NotCanonical("fields that contradict each other")
        return manifest

    @classmethod
    def _of(cls, told: dict[str, Any]) -> Self:
        members = (canonical.fields(member, _MEMBER) for member in told["members"])
        return cls(
            told["id"], told["number"], date.fromisoformat(told["issued"]),
            canonical.decode(told["signer"], signing.PUBLIC_SIZE),
            tuple((one["name"], one["size"], one["sha256"]) for one in members),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LawPack:
    """A pack whose form was proven: what it says of itself, and its files by name."""

    manifest: LawManifest
    texts: Mapping[str, str]


def make(texts: Mapping[str, str], key: bytes) -> tuple[LawManifest, bytes]:
    """The pack of `texts` signed with `key`, and its manifest; its number and day stand in law.yaml.

    The same texts and key always give the same bytes. Raises `CatalogueBroken`.
    """
    told = parse(LAW, texts[LAW], LawFile).law
    carried = [(name, texts[name].encode()) for name in FILES if name in texts]
    members = tuple((name, len(data), hashlib.sha256(data).hexdigest()) for name, data in carried)
    manifest = LawManifest(told.id, told.version, told.issued, signing.public_key(key), members)
    said = manifest.to_bytes()
    signature = signing.sign(key, Domain.LAW, said)
    whole = ((MANIFEST, said), (SIGNATURE, signature), *carried)
    return manifest, b"".join(tarball.member(name, data) for name, data in whole) + tarball.END


def read_file(path: Path) -> bytes:
    """The bytes of a pack; raises `PackTooLarge`, `PackUnreadable`."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refusals.PackUnreadable from error
    if len(data) > MOST_BYTES:
        raise refusals.PackTooLarge
    return data


def open_pack(data: bytes, signers: Mapping[str, bytes] | None) -> LawPack:
    """Prove everything about the pack in `data`: its form, who signed it, that nothing of it was changed.

    `signers`: the public keys of the offices whose packs are taken, by their digits; None for a pack that lies in the
    vault and was proven when it came. Raises a `PackRefused`.
    """
    try:
        return _opened(data, signers)
    except (NotOurTar, NotCanonical) as error:
        raise refusals.PackDamaged from error
    except CatalogueBroken as error:
        raise refusals.PackBroken(**error.facts) from error


def _opened(data: bytes, signers: Mapping[str, bytes] | None) -> LawPack:
    if len(data) > MOST_BYTES:
        raise refusals.PackTooLarge
    members = tarball.read(_Bytes(data, len(data)), most=len(FILES) + 2)
    names = [member.name for member in members]
    if names[:1] != [MANIFEST]:
        raise NotOurTar("other members")
    if any(member.size > MOST_MEMBER for member in members):
        raise refusals.PackTooLarge
    said = _bytes(data, members[0])
    manifest = LawManifest.parse(said)
    if names[1:2] != [SIGNATURE]:
        raise refusals.PackUnsigned
    if signers is not None:
        _check_signer(manifest, said, _bytes(data, members[1]), signers)
    texts = _texts(data, members[2:], manifest)
    told = parse(LAW, texts[LAW], LawFile).law
    if (told.id, told.version, told.issued) != (manifest.id, manifest.number, manifest.issued):
        raise NotCanonical("the manifest speaks of another pack than its law.yaml")
    return LawPack(manifest, texts)


def _check_signer(manifest: LawManifest, said: bytes, signature: bytes, signers: Mapping[str, bytes]) -> None:
    if signers.get(manifest.fingerprint) != manifest.signer:
        raise refusals.PackForeign(digits=manifest.fingerprint)
    if not signing.verify(manifest.signer, Domain.LAW, said, signature):
        raise refusals.PackForged


def _texts(data: bytes, members: Sequence[Member], manifest: LawManifest) -> Mapping[str, str]:
    found: dict[str, str] = {}
    told = []
    for member in members:
        content = _bytes(data, member)
        told.append((member.name, member.size, hashlib.sha256(content).hexdigest()))
        try:
            found[member.name] = content.decode()
        except UnicodeDecodeError as error:
            raise NotCanonical("no text") from error
    if tuple(told) != manifest.members:
        raise refusals.PackForged
    if not set(MUST) <= set(found) or [name for name in FILES if name in found] != list(found):
        raise NotCanonical("other files than a law pack has")
    for name, text in found.items():
        plain(name, text)
    return found


@dataclass(slots=True)
class _Bytes:
    """Bytes as a tar is read from."""

    data: bytes
    size: int

    def read(self, at: int, length: int) -> bytes:
        return self.data[at : at + length]


def _bytes(data: bytes, member: Member) -> bytes:
    return data[member.at : member.at + member.size]
