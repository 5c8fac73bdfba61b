"""What a consent says, as a form fills it and as it is kept, and the digest over exactly these facts."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from app.crypto import canonical
from app.domain.consent import Purpose, Topic, Word

CONSENT = "consent"
"""The legal basis that is a person's own yes; the others stand in legal_bases.yaml."""


class GivenBy(StrEnum):
    """Who said yes or no. `LAW`: nobody was asked, another legal basis carries it."""

    HIMSELF = "himself"
    RELATIVE = "relative"
    GUARDIAN = "guardian"
    LAW = "law"


class RecipientKind(StrEnum):
    """For whom it is."""

    OFFICE = "office"
    RELATIVE = "relative"
    COORDINATOR = "coordinator"
    BODY = "body"
    NGO = "ngo"
    CLINIC = "clinic"
    MEDIA = "media"
    RESEARCH = "research"
    OTHER = "other"


class ConsentChannel(StrEnum):
    """How it was given."""

    PAPER = "paper"
    SPOKEN = "spoken"
    PHONE = "phone"
    VIDEO = "video"
    EMAIL = "email"
    MESSENGER = "messenger"


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """One yes or no. `giver`: the relative or guardian who gave it; `relative`: the one whom it is for."""

    purpose: Purpose
    given_by: GivenBy
    recipient_kind: RecipientKind
    channel: ConsentChannel
    since: date
    until: date | None = None
    giver_uid: UUID | None = None
    relative_uid: UUID | None = None
    recipient: str = ""
    topics: tuple[Topic, ...] = ()
    refused: bool = False
    basis: str = CONSENT
    text_version: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ConsentRecord(ConsentDraft):
    """A consent as kept: with its end, if it was withdrawn, and both digests."""

    withdrawn_on: date | None = None
    withdrawn_how: str = ""
    digest: str = ""
    end_digest: str = ""

    def word(self) -> Word:
        """The consent as the rules over days see it."""
        return Word(self.since, self.until, self.withdrawn_on, self.refused, frozenset(self.topics))

    def sealed(self, case: UUID) -> "ConsentRecord":
        """The same with both digests over what it says now."""
        given = digest_of(case, self)
        ended = "" if self.withdrawn_on is None else _end_digest(given, self.withdrawn_on, self.withdrawn_how)
        return replace(self, digest=given, end_digest=ended)

    def unchanged(self, case: UUID) -> bool:
        """Whether what it says is what its digests were made over."""
        return self == self.sealed(case)


def signed_paper(relative: UUID, on: date) -> ConsentRecord:
    """A relative's own consent to keep and use what he tells, signed on a paper of the office."""
    return ConsentRecord(
        Purpose.CASEWORK, GivenBy.RELATIVE, RecipientKind.OFFICE, ConsentChannel.PAPER, on, giver_uid=relative
    )


_AGREED = tuple(field.name for field in fields(ConsentDraft))


def digest_of(case: UUID, says: ConsentDraft) -> str:
    """SHA-256 in hex over the canonical JSON of what was agreed to in this case, withdrawal apart."""
    facts = {name: _plain(getattr(says, name)) for name in _AGREED}
    return sha256(canonical.write({"case": case.hex, **facts})).hexdigest()


def _end_digest(given: str, on: date, how: str) -> str:
    return sha256(canonical.write({"given": given, "withdrawn_how": how, "withdrawn_on": on.isoformat()})).hexdigest()


def _plain(value: object) -> object:
    match value:
        case UUID():
            return value.hex
        case date():
            return value.isoformat()
        case tuple():
            return [str(one) for one in value]
        case StrEnum():
            return value.value
        case _:
            return value
