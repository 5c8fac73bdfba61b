"""Write and read clinical notes, with the clinical key only: the program's roles ask first, the key has the last word.

Every user of a vault can open its records; the text of a note he cannot, unless his slot leads to the clinical key.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import CLINICAL_READ, note_reading
from app.clock import Clock
from app.crypto.sealed_field import seal, unseal
from app.domain.errors import N_, UserError
from app.domain.role import Right
from app.wellbeing.sheets import SHEET
from db.models.base import new_uid
from db.models.clinical import ClinicalNote
from db.session import Database

_PLACE = (ClinicalNote.__tablename__, ClinicalNote.sealed.key)


class NoClinicalKey(UserError):
    what = N_("Clinical notes are sealed from you.")
    todo = N_("Ask somebody who reads them to give you the right, then open the vault again.")


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note, opened."""

    uid: UUID
    case: UUID | None
    person: UUID | None
    kind: str
    text: str = field(repr=False)
    created: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Wellbeing:
    """`clinical_key`: that of the open vault's user, None if he has none."""

    database: Database
    clock: Clock
    access: Access
    clinical_key: bytes | None = field(repr=False)

    def add(self, case: UUID, kind: str, text: str, person: UUID | None = None) -> UUID:
        """Seal a note about `person` of the case; `kind` is the sort of note or the name of a scale.

        Raises `NotAllowed`, `NoClinicalKey`, `NotYourCase`.
        """
        with self.database.write(self.access.user) as session:
            return self.put(session, case, kind, text.encode(), person)

    def put(self, session: Session, case: UUID, kind: str, text: bytes, person: UUID | None) -> UUID:
        """As `add`, within a unit of work."""
        self._key()
        self.access.check(session, case)
        return self._put(session, case, kind, text, person)

    def put_of_group(self, session: Session, kind: str, text: bytes) -> UUID:
        """Seal a note that belongs to no case, within a unit of work. Raises `NotAllowed`, `NoClinicalKey`."""
        return self._put(session, None, kind, text, None)

    def opened(self, note: ClinicalNote) -> str:
        """The text of a note that belongs to no case. Raises `NotAllowed`, `NoClinicalKey`, `FieldMoved`."""
        return _opened(note, self._key()).text

    def _put(self, session: Session, case: UUID | None, kind: str, text: bytes, person: UUID | None) -> UUID:
        uid = new_uid()
        session.add(
            ClinicalNote(
                uid=uid, case_uid=case, person_uid=person, kind=kind, sealed=seal(text, self._key(), *_PLACE, uid),
                created=self.clock.now(), created_by=self.access.user,
            )
        )  # fmt: skip
        return uid

    def about(self, case: UUID, person: UUID, kind: str) -> tuple[NoteRow, ...]:
        """What was sealed about one person, in whatever case he stands, the oldest first; the reading is kept.

        Raises `NotAllowed`, `NoClinicalKey`, `NotYourCase` if the user may not see `case`, `FieldMoved`.
        """
        wanted = ClinicalNote.person_uid == person, ClinicalNote.kind == kind
        return self._read(case, select(ClinicalNote).where(*wanted))

    def notes(self, case: UUID) -> tuple[NoteRow, ...]:
        """The notes of a case, the oldest first; that they were read is kept in the history.

        Raises `NotAllowed`, `NoClinicalKey`, `NotYourCase`, `FieldMoved`.
        """
        wanted = ClinicalNote.case_uid == case, ClinicalNote.kind != SHEET
        return self._read(case, select(ClinicalNote).where(*wanted))

    def _read(self, case: UUID, wanted: Select[ClinicalNote]) -> tuple[NoteRow, ...]:
        key = self._key()
        with self.database.read() as session:
            self.access.check(session, case)
            rows = session.scalars(wanted.order_by(ClinicalNote.uid)).all()
            found = tuple(_opened(row, key) for row in rows)
        if found:
            note_reading(self.database, case, self.access.user, CLINICAL_READ)
        return found

    def _key(self) -> bytes:
        self.access.require(Right.CLINICAL)
        if self.clinical_key is None:
            raise NoClinicalKey
        return self.clinical_key


def _opened(row: ClinicalNote, key: bytes) -> NoteRow:
    text = unseal(row.sealed, key, *_PLACE, row.uid).decode()
    return NoteRow(row.uid, row.case_uid, row.person_uid, row.kind, text, row.created, row.created_by)
