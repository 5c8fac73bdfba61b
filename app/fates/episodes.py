"""The disappearances of one man: where and when each began and ended, and the next one, if he is away again."""

from dataclasses import dataclass, fields
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain import katottg
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.fate_history import AT_HOME
from app.domain.information import Precision
from app.domain.partial_date import PartialDate
from app.domain.transition import check
from app.fates.change import happened, history
from app.fates.steps import renew_steps
from app.information.items import AnotherOblast, NoSuchOblast
from app.meanwhile import CorrectedMeanwhile, touches
from app.records.keeping import Kept
from app.records.shape import columns_of, draft_of
from db.models.base import new_uid
from db.models.case_file import CaseFile, Episode, FateEvent
from db.refusals import StaleEdit
from db.session import Database

FIRST_FATES = (Fate.NO_CONTACT, Fate.MISSING, Fate.CAPTIVE_UNCONFIRMED)
"""What a second disappearance may begin with: it begins as one lost contact did, with the papers of that."""


class NotHomeYet(UserError):
    what = N_("By the record he is not home, so he cannot disappear anew.")
    todo = N_("Record his return first, or change the present status.")


@dataclass(frozen=True, slots=True)
class EpisodeDraft:
    """One disappearance. `oblast`: a code of the list; `precision`: how exactly the place is known."""

    started: PartialDate | None = None
    ended: PartialDate | None = None
    place: str = ""
    oblast: str = ""
    katottg: str = ""
    precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Episodes:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def rows(self, case: UUID) -> tuple[Kept[EpisodeDraft], ...]:
        """The disappearances, the first one first."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            found = session.scalars(select(Episode).where(Episode.case_uid == case).order_by(Episode.uid)).all()
            return tuple(self._kept(session, row) for row in found)

    def edit(self, was: Kept[EpisodeDraft], now: EpisodeDraft) -> Changes:
        """Put one right; raises `CorrectedMeanwhile`, `StaleEdit`, `DayToCome` and what a wrong place raises."""
        self._judge(now)
        with self.database.write(self.access.user) as session:
            row = session.get(Episode, was.uid)
            if row is None:
                raise StaleEdit
            self.access.check(session, row.case_uid)
            recorded = self._kept(session, row)
            if recorded.says != was.says:
                cells = {field.name: (row.uid, field.name) for field in fields(EpisodeDraft)}
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, cells))
            for name, value in columns_of(now).items():
                setattr(row, name, value)
            session.get_one(CaseFile, row.case_uid).updated = self.clock.now()
        return Changes.FATES | Changes.CASES

    def begin(self, case: UUID, draft: EpisodeDraft, fate: Fate, evidence: tuple[str, ...], source: str) -> Changes:
        """A man who was home is away again: a new disappearance with its first status; the earlier one stays whole.

        Raises `NotHomeYet`, `TransitionRefused` with what is missing, and what `edit` raises about a draft.
        """
        self._judge(draft)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            rows = happened(session.scalars(history(case)).all())
            if rows[-1].fate not in AT_HOME:
                raise NotHomeYet
            if fate is not Fate.NO_CONTACT:
                self._check(fate, evidence)
            row = Episode(uid=new_uid(), case_uid=case, **columns_of(draft))
            session.add(row)
            session.flush()
            session.add(
                FateEvent(
                    uid=new_uid(), case_uid=case, episode_uid=row.uid, fate=fate.value, effective=draft.started,
                    recorded_at=self.clock.now(), recorded_by=self.access.user, evidence="; ".join(evidence),
                    source=source.strip(),
                )
            )
            renew_steps(session, case, fate, self.catalogue, self.clock)
        return Changes.FATES | Changes.STEPS | Changes.CASES

    def _check(self, fate: Fate, evidence: tuple[str, ...]) -> None:
        catalogue = self.catalogue
        check(
            catalogue.transitions, catalogue.initial, Fate.NO_CONTACT, fate, evidence,
            fates={one: status.name for one, status in catalogue.statuses.items()},
            documents={code: paper.name for code, paper in catalogue.documents.items()},
        )  # fmt: skip

    def _judge(self, draft: EpisodeDraft) -> None:
        if any(day and day.first > self.clock.today() for day in (draft.started, draft.ended)):
            raise DayToCome
        if draft.oblast and draft.oblast not in self.catalogue.oblasts:
            raise NoSuchOblast(code=draft.oblast)
        if draft.katottg:
            code = katottg.read(draft.katottg)
            if draft.oblast and katottg.levels(code)[0] != katottg.levels(draft.oblast)[0]:
                raise AnotherOblast(oblast=self.catalogue.oblasts[draft.oblast].name)

    def _kept(self, session: Session, row: Episode) -> Kept[EpisodeDraft]:
        first = select(FateEvent).where(FateEvent.episode_uid == row.uid).order_by(FateEvent.uid).limit(1)
        event = session.scalars(first).first()
        by, at = (event.recorded_by, event.recorded_at) if event else ("", self.clock.now())
        return Kept(row.uid, draft_of(row, EpisodeDraft), by, at)
