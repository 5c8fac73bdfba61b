"""The family's papers of many cases, one PDF each, into a folder: all of them or none."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.access.access import Access
from app.cases.queries import Chosen, rows_of
from app.cases.service import Cases
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.many.outcome import LeftOut, Outcome, OutRow
from app.paper.family_facts import HIMSELF
from app.paper.service import Papers
from app.progress import Progress
from app.rights.papers import hand_out
from app.vault.files import write_atomically
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.office import Disclosure
from db.session import Database

MOST = 200
"""Papers at once: more of them in clear on a disk is a leak, not a day's work."""

_Made = tuple[UUID, str, str, bytes]
"""A case, its number, for whom, and the paper."""


class TooManyPapers(UserError):
    what = N_("{count} papers at once are too many; {most} is the most.")
    todo = N_("Choose fewer cases: papers lie in clear in the folder until they are printed and deleted.")


class FolderRefused(UserError):
    what = N_("The papers could not be written to this folder, so none was.")
    todo = N_("Choose another folder, or check the free space.")


class PapersThere(UserError):
    what = N_("A paper of case {number} lies in this folder already.")
    todo = N_("Choose an empty folder, or delete the papers that were printed.")


@dataclass(frozen=True, slots=True)
class ManyPapers:
    """Every method is one unit of work by the user who asks."""

    database: Database
    papers: Papers
    cases: Cases
    clock: Clock
    access: Access

    def write(self, picked: Chosen, folder: Path, progress: Progress | None = None) -> Outcome:
        """Write the paper of each case's usual recipient as `<number>.pdf`, and log that it left.

        Where a paper may not be printed the case is left out with the refusal. Stopped it writes nothing; failing half
        way, it takes the files back and logs nothing. Raises `TooManyPapers`, `PapersThere`,
        `FolderRefused`, `NotAllowed`, `Cancelled`.
        """
        progress = progress or Progress()
        made, out = self._made(picked, progress)
        written: list[Path] = []
        try:
            with self.database.write(self.access.user) as session:
                for case, number, recipient, pdf in made:
                    written.append(_put(folder / f"{number}.pdf", pdf, number))
                    self._log(session, case, recipient)
        except OSError as error:
            _take_back(written)
            raise FolderRefused from error
        except BaseException:
            _take_back(written)
            raise
        return Outcome(len(written), tuple(out))

    def _made(self, picked: Chosen, progress: Progress) -> tuple[list[_Made], list[OutRow]]:
        """The papers, before anything is written: that a restricted case was read is a unit of work of its own."""
        with self.database.read() as session:
            wanted = self.cases.among(session, picked)
            if len(wanted) > MOST:
                raise TooManyPapers(count=len(wanted), most=MOST)
            rows = tuple(rows_of(session, wanted))
        made: list[_Made] = []
        out: list[OutRow] = []
        for done, row in enumerate(rows):
            progress.checkpoint(done, len(rows), row.number)
            try:
                made.append((row.uid, row.number, *self._paper(row.uid)))
            except UserError as error:
                out.append(OutRow(row.uid, row.number, LeftOut.PAPER_REFUSED, error))
        progress.checkpoint(len(rows), len(rows))
        return made, out

    def _paper(self, case: UUID) -> tuple[str, bytes]:
        pdf = self.papers.family_paper(case)
        return self.papers.recipients(case)[0].key, pdf

    def _log(self, session: JournaledSession, case: UUID, recipient: str) -> None:
        relative = None if recipient == HIMSELF else UUID(recipient)
        session.add(
            Disclosure(
                uid=new_uid(), kind="family_paper", case_uid=case, relative_uid=relative, at=self.clock.now(),
                by=self.access.user,
            )
        )
        hand_out(session, case, relative, self.clock, self.access.user)


def _put(path: Path, pdf: bytes, number: str) -> Path:
    if path.exists():
        raise PapersThere(number=number)
    write_atomically(path, pdf)
    return path


def _take_back(written: list[Path]) -> None:
    for path in written:
        with suppress(OSError):
            path.unlink(missing_ok=True)
