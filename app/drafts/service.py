"""Keep unsaved forms in the vault, and give them back to the one who wrote them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select

from app.clock import Clock
from app.domain.legible import legible
from db.models.draft import Draft
from db.session import Database

RECENT = 20


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One unsaved form: which, about what, its values by field, when they were kept."""

    form: str
    subject: UUID | None
    values: Mapping[str, str]
    kept: datetime


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one user: nobody sees another's, and the history of the vault knows of none."""

    database: Database
    clock: Clock
    user: str

    def keep(self, form: str, subject: UUID | None, values: Mapping[str, str]) -> None:
        """Keep the values of `form` in place of those kept before; raises `VaultIsReadOnly`, `DiskFull`."""
        payload = legible(json.dumps(dict(values), ensure_ascii=False))
        with self.database.write(self.user) as session:
            draft = session.scalars(select(Draft).where(*self._of(form, subject))).first()
            if draft is None:
                draft = Draft(user=self.user, form=form, subject=subject)
                session.add(draft)
            draft.payload, draft.kept_at = payload, self.clock.now()

    def take(self, form: str, subject: UUID | None) -> DraftRow | None:
        """What was kept of `form`; it stays kept until `drop`, for the power may fail again."""
        with self.database.read() as session:
            draft = session.scalars(select(Draft).where(*self._of(form, subject))).first()
            return _row(draft) if draft else None

    def recent(self, form: str | None = None) -> tuple[DraftRow, ...]:
        """What is unsaved, the newest first, of one form or of all; at most twenty."""
        with self.database.read() as session:
            mine = select(Draft).where(Draft.user == self.user).order_by(Draft.kept_at.desc(), Draft.uid.desc())
            wanted = mine if form is None else mine.where(Draft.form == form)
            return tuple(_row(draft) for draft in session.scalars(wanted.limit(RECENT)))

    def drop(self, form: str, subject: UUID | None) -> None:
        """Forget what was kept of `form`: it was saved, or thrown away on purpose."""
        with self.database.write(self.user) as session:
            session.execute(delete(Draft).where(*self._of(form, subject)))

    def _of(self, form: str, subject: UUID | None) -> tuple[ColumnElement[bool], ...]:
        return Draft.user == self.user, Draft.form == form, Draft.subject.is_(None) if subject is None else (
            Draft.subject == subject
        )


def _row(draft: Draft) -> DraftRow:
    return DraftRow(draft.form, draft.subject, json.loads(draft.payload), draft.kept_at)
