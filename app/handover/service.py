"""Hand cases over to a colleague: all of somebody's, or chosen ones, each with a word about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.access.access import Access
from app.access.reading import read_by
from app.cases.queries import Chosen
from app.cases.service import Cases
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.handover.brief import Brief, brief
from app.many.assigning import Assigning
from app.many.outcome import Outcome
from app.many.papers import FolderRefused
from app.progress import Progress
from app.vault.files import write_atomically
from db.models.base import new_uid
from db.models.office import Disclosure
from db.session import Database

MOST = 200
HANDED = "handover"
"""Under which name it is kept that a page of a hand-over left the vault in clear."""


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    cases: Cases
    assigning: Assigning
    clock: Clock
    access: Access

    def briefs(self, picked: Chosen, most: int = MOST) -> tuple[Brief, ...]:
        """What is to be known of the first `most` of the chosen cases that the user may see."""
        today = self.clock.today()
        with self.database.read() as session:
            wanted = self.cases.among(session, picked)[:most]
        for case in wanted:
            read_by(self.database, self.access, case)
        with self.database.read() as session:
            return tuple(brief(session, case, self.catalogue, today) for case in wanted)

    def hand_over(
        self, picked: Chosen, worker: str, notes: Mapping[UUID, str], progress: Progress | None = None
    ) -> Outcome:
        """Make `worker` responsible, and leave him a note in each case that has one.

        Raises `NoSuchWorker`, `NotAllowed`, `TextTooLong`, `Cancelled`.
        """
        return self.assigning.assign(picked, worker, progress, notes)

    def write_out(self, cases: Sequence[UUID], page: str, path: Path) -> None:
        """Write the `page` about these cases to a file in clear, and keep that it left. Raises `FolderRefused`."""
        with self.database.write(self.access.user) as session:
            for case in cases:
                self.access.check(session, case)
                session.add(
                    Disclosure(
                        uid=new_uid(), kind=HANDED, case_uid=case, relative_uid=None, reason="", at=self.clock.now(),
                        by=self.access.user,
                    )
                )
            session.flush()
            try:
                write_atomically(path, page.encode())
            except OSError as error:
                raise FolderRefused from error
