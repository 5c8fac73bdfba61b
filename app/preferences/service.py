"""Keep how one user likes his window in the vault: it may name the cases he works with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, select

from app.clock import Clock
from db.models.preference import Preference
from db.session import Database


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences of one user: nobody sees another's, and the history of the vault knows of none."""

    database: Database
    clock: Clock
    user: str

    def read(self, key: str) -> Mapping[str, Any] | None:
        """What was written under `key`; None if nothing was."""
        with self.database.read() as session:
            found = session.scalars(select(Preference.payload).where(*self._of(key))).first()
        return None if found is None else dict(json.loads(found))

    def write(self, key: str, value: Mapping[str, Any]) -> None:
        """Keep `value`, of JSON's own kinds, in place of what stood under `key`; raises `VaultIsReadOnly`, `DiskFull`.

        An empty one is forgotten.
        """
        with self.database.write(self.user) as session:
            if not value:
                session.execute(delete(Preference).where(*self._of(key)))
                return
            kept = session.scalars(select(Preference).where(*self._of(key))).first()
            if kept is None:
                kept = Preference(user=self.user, key=key)
                session.add(kept)
            kept.payload, kept.kept_at = json.dumps(dict(value), ensure_ascii=False), self.clock.now()

    def _of(self, key: str) -> tuple[ColumnElement[bool], ...]:
        return Preference.user == self.user, Preference.key == key
