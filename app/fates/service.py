"""Record what became of a person, with its evidence, and what each relative was told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from app.access.access import Access
from app.access.reading import read_by
from app.approvals.service import Approvals, Kind
from app.belonging import check_belongs
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import KYIV, Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.evidence import Need
from app.domain.fate import HARD_NEWS, Fate
from app.domain.fate_history import AT_HOME, previous, taken_back
from app.domain.partial_date import PartialDate
from app.domain.transition import allowed, ways
from app.fates.at_hand import at_hand
from app.fates.change import Change, FateDraft, happened, history, judged
from app.fates.steps import Consequences, consequences, renew_steps
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import Episode, FateEvent
from db.models.family import Told
from db.session import Database

IN_PERSON = "in_person"
IN_PAIR = "in_pair"
HOW = (IN_PERSON, IN_PAIR, "phone", "paper")


class HardNewsInPerson(UserError):
    what = N_("News of a death or of an identification is told in person, never by phone or on paper.")
    todo = N_("Visit the family, two of you, and record it then.")


class SecondNotNamed(UserError):
    what = N_("Two of you told it, but the second is not named.")
    todo = N_("Write who was there with you.")


class NotInTheRecord(UserError):
    what = N_("The record of this case never said: {status}.")
    todo = N_("Record the change of status first, then what the family was told.")


class TakenBackSince(UserError):
    what = N_("The status “{status}” was taken back on {day}: nobody is told it any more.")
    todo = N_("Write the day on which it was told, if that was before; else tell what the record says now.")


@dataclass(frozen=True, slots=True)
class Following:
    """A status that may follow the present one; on each of the `ways` there, every need must be met.

    `takes_back`: the rows that the change may take back, the likeliest first. `at_hand`: what the record shows already.
    """

    fate: Fate
    ways: tuple[tuple[Need, ...], ...]
    takes_back: tuple[UUID, ...] = ()
    at_hand: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FateRow:
    """One row of the history. `reversed_by`: the row that took it back; `reverses`: the fate that this one took back.

    `approver`: the second person who agreed. `episode`: which disappearance it belongs to, counted from 1.
    """

    uid: UUID
    episode: int
    fate: Fate
    effective: PartialDate | None
    at: datetime
    by: str
    evidence: tuple[str, ...]
    source_type: str
    source: str
    grade: str
    comment: str
    approver: str
    reverses: Fate | None
    reversed_by: UUID | None


@dataclass(frozen=True, slots=True)
class ToldRow:
    """What one relative was told: by whom, on which day, how, and who was there too."""

    relative: UUID
    fate: Fate
    on: date
    by: str
    how: str
    second: str


@dataclass(frozen=True, slots=True)
class Fates:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    approvals: Approvals

    def next(self, case: UUID) -> tuple[Fate, ...]:
        """The statuses that may follow the present one."""
        return tuple(one.fate for one in self.following(case))

    def following(self, case: UUID) -> tuple[Following, ...]:
        """The statuses that may follow the present one, each with what the change needs and what the record shows."""
        with self.database.read() as session:
            self.access.check(session, case)
            rows = happened(session.scalars(history(case)).all())
            there = at_hand(session, case, self.catalogue)
        now, before, table = rows[-1].fate, previous(rows), self.catalogue.transitions
        return tuple(
            Following(fate, ways(table, now, fate, before), taken_back(rows, fate), there)
            for fate in allowed(table, now, before)
            if fate is not now
        )

    def consequences(self, case: UUID, fate: Fate) -> Consequences:
        """What a change to `fate` would do to the steps and payments of a case."""
        with self.database.read() as session:
            self.access.check(session, case)
            return consequences(session, case, fate, self.catalogue, self.clock)

    def known(self, case: UUID) -> tuple[Fate, ...]:
        """The statuses that the case has and had, the present one first, each once."""
        with self.database.read() as session:
            self.access.check(session, case)
            events = session.scalars(history(case)).all()
        return tuple(dict.fromkeys(Fate(event.fate) for event in reversed(events)))

    def history(self, case: UUID) -> tuple[FateRow, ...]:
        """Every status that was ever written down, those taken back too, the newest first."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            events = session.scalars(history(case)).all()
        return tuple(reversed(_rows(events)))

    def told(self, case: UUID) -> tuple[ToldRow, ...]:
        """Everything that anybody of the family was told, the newest day first."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            rows = session.scalars(select(Told).where(Told.case_uid == case).order_by(Told.uid.desc())).all()
        told = [ToldRow(row.relative_uid, Fate(row.fate), row.on, row.by, row.how, row.second) for row in rows]
        return tuple(sorted(told, key=lambda row: row.on, reverse=True))

    def record(self, case: UUID, draft: FateDraft) -> Changes:
        """Add a fate event; the earlier ones stay. Opens its steps and closes those that no longer apply.

        Raises `TransitionNotAllowed` and `TransitionRefused`, which say what is missing, `DayToCome`, `NoSuchChange`,
        `NoSuchSourceType`, `NotTakenBackByThis`. A change to or from a death, and whatever else the table wants a
        second person for, raises `AnotherMustAgree` or `ComeBackLater` and is through when done again after the yes.
        """
        if draft.effective and draft.effective.first > self.clock.today():
            raise DayToCome
        with self.database.read() as session:
            self.access.check(session, case)
            asked = judged(session, case, draft, self.catalogue).content
        if asked is not None:
            self.approvals.check(Kind.FATE, draft.comment, case, asked)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            change = judged(session, case, draft, self.catalogue)
            agreed = self.approvals.spend(session, Kind.FATE, case, change.content) if change.content else ""
            self._put(session, case, draft, change, agreed)
        return Changes.FATES | Changes.STEPS | Changes.CASES

    def tell(self, case: UUID, relative: UUID, fate: Fate, on: date, how: str, second: str = "") -> Changes:
        """Keep that a relative was told of a status, by whom and how; `second` was there too.

        Raises `HardNewsInPerson`, `SecondNotNamed`, `DayToCome`, `OfAnotherCase`, `NotInTheRecord` if the case never
        had that status, and `TakenBackSince` for hard news that was taken back before that day.
        """
        if fate in HARD_NEWS and how not in (IN_PERSON, IN_PAIR):
            raise HardNewsInPerson
        if how == IN_PAIR and not second.strip():
            raise SecondNotNamed
        if on > self.clock.today():
            raise DayToCome
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_belongs(session, case, relative)
            events = session.scalars(history(case)).all()
            newest = [event for event in events if event.fate == fate.value]
            if not newest:
                raise NotInTheRecord(status=self.catalogue.statuses[fate].name)
            back = next((event for event in events if event.reverses_uid == newest[-1].uid), None)
            if back is not None and fate in HARD_NEWS and on > (day := back.recorded_at.astimezone(KYIV).date()):
                raise TakenBackSince(status=self.catalogue.statuses[fate].name, day=f"{day:%d.%m.%Y}")
            session.add(
                Told(
                    uid=new_uid(), case_uid=case, relative_uid=relative, fate=fate.value,
                    fate_event_uid=newest[-1].uid, on=on, by=self.access.user, how=how,
                    second=second.strip(),
                )
            )
        return Changes.FATES

    def _put(
        self, session: JournaledSession, case: UUID, draft: FateDraft, change: Change, agreed: str
    ) -> None:
        """Write the row, and what follows from it: the episode's end or a new episode, the steps."""
        source = self.catalogue.sources.get(draft.source_type)
        grade = draft.grade or (source.grade if source else None)
        episode = session.get_one(Episode, change.now.episode)
        if change.anew:
            episode = Episode(uid=new_uid(), case_uid=case, started=draft.effective)
            session.add(episode)
            session.flush()
        elif draft.fate in AT_HOME and change.now.fate not in AT_HOME:
            episode.ended = draft.effective
        elif change.now.fate in AT_HOME and draft.fate not in AT_HOME:
            episode.ended = None
        session.add(
            FateEvent(
                uid=new_uid(), case_uid=case, episode_uid=episode.uid, fate=draft.fate.value,
                effective=draft.effective, recorded_at=self.clock.now(), recorded_by=self.access.user,
                source_type=draft.source_type, source=draft.source, evidence="; ".join(change.evidence),
                reliability=grade.source if grade else "", credibility=str(grade.credibility) if grade else "",
                comment=draft.comment.strip(), approved_by=agreed, reverses_uid=change.reverses,
            )
        )
        renew_steps(session, case, draft.fate, self.catalogue, self.clock, dict(draft.paying))


def _rows(events: Sequence[FateEvent]) -> list[FateRow]:
    numbers = {uid: n for n, uid in enumerate(dict.fromkeys(event.episode_uid for event in events), 1)}
    fates = {event.uid: Fate(event.fate) for event in events}
    taken = {event.reverses_uid: event.uid for event in events if event.reverses_uid}
    return [
        FateRow(
            event.uid, numbers[event.episode_uid], fates[event.uid], event.effective, event.recorded_at,
            event.recorded_by, tuple(filter(None, event.evidence.split("; "))), event.source_type, event.source,
            f"{event.reliability}{event.credibility}", event.comment, event.approved_by,
            fates.get(event.reverses_uid) if event.reverses_uid else None, taken.get(event.uid),
        )
        for event in events
    ]  # fmt: skip
