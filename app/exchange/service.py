"""Seal the caseload for the coordinating office; the office opens what laptops sent."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from app.access.access import Access
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.consents.stopping import DESPITE, ConsentStops, numbers, stopped
from app.domain.role import Right
from app.exchange.office import Sender, SenderCard, read_recipient
from app.exchange.package import Cover, Sealed, seal_lines_into
from app.exchange.records import lines
from app.office import service as office
from app.progress import Progress
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.office import Disclosure, SentPackage
from db.session import Database


@dataclass(frozen=True, slots=True)
class Exchange:
    """Every method is one unit of work by the user who asks; packages are signed with the user's own key."""

    database: Database
    catalogue: Catalogue
    vault_id: UUID
    signing_key: bytes
    clock: Clock
    access: Access

    @property
    def sender(self) -> Sender:
        """This laptop as a sender: named by its vault, not by a person."""
        return sender_of(self.vault_id, self.signing_key)

    def export(
        self, recipient: Path, folder: Path, progress: Progress | None = None, cases: Collection[UUID] | None = None,
        *, despite: str = "",
    ) -> Sealed:  # fmt: skip
        """Seal every live case, or those in `cases`, for the office whose file is `recipient` into `folder`.

        Cases whose consent to it ended stop the whole package (`ConsentStops`), unless a reason is given `despite`
        it: then each of them keeps that it left so, and why.

        The sequence number is spent only when the package stands whole on the disk, and no package is left whose
        number was not spent. Raises
        `WrongRecipientFile`, what `seal_lines_into` raises, and `Cancelled`.
        """
        self.access.require(Right.TRANSFER)
        to = read_recipient(recipient)
        sealed: Sealed | None = None
        try:
            with self.database.write(self.access.user) as session:
                last = select(func.max(SentPackage.seq)).where(SentPackage.recipient == to.fingerprint())
                cover = Cover(
                    recipient=to,
                    sender=self.sender,
                    vault_id=self.vault_id,
                    seq=(session.scalar(last) or 0) + 1,
                    created=self.clock.now(),
                    training=office.read(session).training,
                )
                self._despite(session, stopped(session, self.clock.today(), cases), despite.strip())
                told = lines(session, self.catalogue.redaction, cases)
                sealed = seal_lines_into(folder, _counted(told, progress or Progress()), cover)
                session.add(_sent(sealed, cover, self.access.user))
        except BaseException:
            if sealed is not None:
                with suppress(OSError):
                    sealed.path.unlink()
            raise
        return sealed

    def _despite(self, session: JournaledSession, against: Sequence[UUID], reason: str) -> None:
        """Keep with each case that it leaves against what was agreed; raises `ConsentStops` without a reason."""
        if against and not reason:
            raise ConsentStops(count=len(against), numbers=", ".join(numbers(session, against)))
        for case in against:
            session.noticed(CaseFile, case, DESPITE)
            session.add(
                Disclosure(
                    uid=new_uid(), kind=DESPITE, case_uid=case, reason=reason, at=self.clock.now(), by=self.access.user
                )
            )


def _sent(sealed: Sealed, cover: Cover, user: str) -> SentPackage:
    with sealed.path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return SentPackage(
        uid=new_uid(),
        recipient=cover.recipient.fingerprint(),
        seq=cover.seq,
        sha256=digest,
        cases=sealed.manifest.records,
        sent_at=cover.created,
        sent_by=user,
    )


def sender_of(vault_id: UUID, signing_key: bytes) -> Sender:
    """A vault and one of its users' keys as a sender."""
    return Sender(vault_id.hex, signing_key)


def card_of(vault_id: UUID, signing_key: bytes) -> SenderCard:
    """What others may know of this sender."""
    return sender_of(vault_id, signing_key).card()


def _counted(told: Iterator[bytes], progress: Progress) -> Iterator[bytes]:
    for done, line in enumerate(told):
        progress.checkpoint(done, 0)
        yield line
