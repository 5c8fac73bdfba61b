"""What a package says of itself: signed by the sender, sealed for one recipient, in one spelling."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self
from uuid import UUID

from app.crypto import canonical, signing
from app.crypto.canonical import NotCanonical
from app.crypto.fingerprint import read_aloud
from app.exchange.refusals import NewerPackage

FORMAT = "suprovid-package"
VERSION = 1
PROFILE = "full"
RECORDS = "records.jsonl"
LARGEST = 64 * 1024
MOST_SEQ = 999_999
_HASH = re.compile("[0-9a-f]{64}")
_NONE = type(None)
_SHAPE: canonical.Shape = {
    "format": str,
    "v": int,
    "profile": str,
    "purpose": (str, _NONE),
    "training": bool,
    "sender_id": str,
    "sender_key": str,
    "sender_fingerprint": str,
    "recipient_fingerprint": str,
    "vault_id": str,
    "seq": int,
    "previous": (str, _NONE),
    "audit_n": (int, _NONE),
    "audit_head": (str, _NONE),
    "created": str,
    "use_until": (str, _NONE),
    "counts": dict,
    "members": list,
}
_MEMBER = {"name": str, "size": int, "sha256": str}


@dataclass(frozen=True, slots=True)
class Content:
    """A member's name, size in bytes and SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every field of the format. `previous`, `audit_…`, `use_until` and `purpose` wait for the two-way exchange.

    `created` is an aware UTC instant in whole seconds; `records` is how many lines the records have.
    """

    sender_id: str
    sender_key: bytes
    recipient_fingerprint: str
    vault_id: UUID
    seq: int
    created: datetime
    training: bool
    records: int
    members: tuple[Content, ...]
    profile: str = PROFILE
    purpose: str | None = None
    previous: str | None = None
    audit_n: int | None = None
    audit_head: str | None = None
    use_until: date | None = None

    def __post_init__(self) -> None:
        """Refuse with `ValueError` what no manifest may say."""
        good = (
            self.profile == PROFILE,
            _short(self.sender_id),
            self.purpose is None or _short(self.purpose),
            len(self.sender_key) == signing.PUBLIC_SIZE,
            read_aloud(self.recipient_fingerprint) == self.recipient_fingerprint,
            1 <= self.seq <= MOST_SEQ,
            self.records >= 0,
            (self.audit_n or 0) >= 0,
            all(_HASH.fullmatch(text) for text in (self.previous, self.audit_head) if text is not None),
            all(_HASH.fullmatch(member.sha256) and member.size >= 0 for member in self.members),
            self.created.utcoffset() == timedelta() and not self.created.microsecond,
        )
        if not all(good):
            raise ValueError("no such manifest")

    @property
    def sender_fingerprint(self) -> str:
        """The forty digits of the sender's key."""
        return signing.sender_fingerprint(self.sender_key)

    def to_bytes(self) -> bytes:
        """The manifest as it is signed."""
        return canonical.write(
            {
                "format": FORMAT,
                "v": VERSION,
                "profile": self.profile,
                "purpose": self.purpose,
                "training": self.training,
                "sender_id": self.sender_id,
                "sender_key": canonical.encode(self.sender_key),
                "sender_fingerprint": self.sender_fingerprint,
                "recipient_fingerprint": self.recipient_fingerprint,
                "vault_id": str(self.vault_id),
                "seq": self.seq,
                "previous": self.previous,
                "audit_n": self.audit_n,
                "audit_head": self.audit_head,
                "created": _instant(self.created),
                "use_until": self.use_until.isoformat() if self.use_until else None,
                "counts": {"records": self.records},
                "members": [{"name": m.name, "size": m.size, "sha256": m.sha256} for m in self.members],
            }
        )

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """The manifest in `data`; raises `NotCanonical` or `NewerPackage`."""
        value = canonical.read(data, LARGEST)
        if isinstance(value, dict) and type(value.get("v")) is int and value["v"] > VERSION:
            raise NewerPackage
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
        members = [canonical.fields(member, _MEMBER) for member in told["members"]]
        until = told["use_until"]
        return cls(
            sender_id=told["sender_id"],
            sender_key=canonical.decode(told["sender_key"]),
            recipient_fingerprint=told["recipient_fingerprint"],
            vault_id=UUID(told["vault_id"]),
            seq=told["seq"],
            created=datetime.fromisoformat(told["created"]),
            training=told["training"],
            records=canonical.fields(told["counts"], {"records": int})["records"],
            members=tuple(Content(**member) for member in members),
            profile=told["profile"],
            purpose=told["purpose"],
            previous=told["previous"],
            audit_n=told["audit_n"],
            audit_head=told["audit_head"],
            use_until=None if until is None else date.fromisoformat(until),
        )


def _short(text: str) -> bool:
    return 1 <= len(text) <= 100 and text.isprintable()


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
