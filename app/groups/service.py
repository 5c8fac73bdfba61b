"""Groups of relatives who wait: invited by a step in their own case, known to the others by initials alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.belonging import check_belongs
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.partial_date import of_day
from app.domain.role import Right
from app.domain.step import StepState
from app.groups.naming import check_name
from app.plan.queries import OPEN
from app.plan.service import refresh_case
from app.records.shape import columns_of
from app.wellbeing.service import Wellbeing
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.clinical import ClinicalNote
from db.models.family import Relative
from db.models.person import Person
from db.models.step import Step
from db.models.support_group import GroupMeeting, GroupMember, GroupPresence, SupportGroup
from db.refusals import StaleEdit

GROUP_STEP = "PSY-04"
"""The step of the catalogue that offers a group."""
BY_GROUP = "group"
MEETING = "meeting"
"""The `kind` of a sealed note about a meeting."""
TOUCHED = Changes.NOTES | Changes.STEPS | Changes.CASES


class NotForThisFamily(UserError):
    what = N_("This group is for families who wait; the status of this case says that this one does not.")
    todo = N_("Offer a talk of its own instead: the steps of this case say which.")


class InvitedAlready(UserError):
    what = N_("This person is in the group already, or is invited.")
    todo = N_("Look at the list of the group.")


class GroupClosed(UserError):
    what = N_("This group is closed.")
    todo = N_("Choose another one, or open a new one.")


class NotOfThisGroup(UserError):
    what = N_("Somebody marked as present is not in this group.")
    todo = N_("Invite the person first.")


class Standing(StrEnum):
    """How a member stands to the group."""

    INVITED = "invited"
    COMES = "comes"
    DECLINED = "declined"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """A group: the name that families hear, who leads it, where and when it meets."""

    name: str
    facilitator: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group and how many come to it. `last`: its last meeting."""

    uid: UUID
    version: int
    says: GroupDraft
    closed_on: date | None
    members: int
    last: date | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody in a group. `name`: whole for whoever may see the family's case and reads clinical notes, else initials.

    `case` and `number` are None and empty for everybody else: families are walled from one another's records.
    """

    uid: UUID
    name: str = field(repr=False)
    case: UUID | None
    number: str
    standing: Standing
    since: date


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting: who came, who did not, and the note about it."""

    uid: UUID
    on: date
    came: tuple[MemberRow, ...]
    missed: tuple[MemberRow, ...]
    note: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Groups:
    """Every method is one unit of work by the user who asks.

    Whoever works with cases sees groups and initials; names, meetings and notes are for those who read clinical notes.
    """

    wellbeing: Wellbeing
    catalogue: Catalogue

    def rows(self) -> tuple[GroupRow, ...]:
        """Every group, those that are open first."""
        self.wellbeing.access.require(Right.CASES_OWN)
        coming = (
            select(GroupMember.group_uid, func.count())
            .where(GroupMember.deleted_at.is_(None), GroupMember.standing == Standing.COMES.value)
            .group_by(GroupMember.group_uid)
        )
        met = (
            select(GroupMeeting.group_uid, func.max(GroupMeeting.on))
            .where(GroupMeeting.deleted_at.is_(None)).group_by(GroupMeeting.group_uid)
        )  # fmt: skip
        with self.wellbeing.database.read() as session:
            many = dict(session.execute(coming).all())
            last = dict(session.execute(met).all())
            groups = session.scalars(select(SupportGroup).order_by(SupportGroup.uid)).all()
            found = [
                GroupRow(
                    one.uid, one.version, GroupDraft(one.name, one.facilitator, one.place), one.closed_on,
                    many.get(one.uid, 0), last.get(one.uid),
                )
                for one in groups
            ]  # fmt: skip
        return tuple(sorted(found, key=lambda row: row.closed_on is not None))

    def open(self, draft: GroupDraft) -> UUID:
        """Begin a group. Raises `GroupUnnamed`, `NameOfMourning`, `NotAllowed`, `TextTooLong`."""
        self._clinical()
        check_name(draft.name)
        with self.wellbeing.database.write(self._user) as session:
            group = SupportGroup(
                uid=new_uid(), written_at=self.wellbeing.clock.now(), written_by=self._user, **columns_of(draft)
            )
            session.add(group)
            return group.uid

    def correct(self, group: UUID, version: int, draft: GroupDraft, closed_on: date | None = None) -> Changes:
        """Put a group right, or close it on a day. Raises what `open` raises, `DayToCome`, `StaleEdit`."""
        self._clinical()
        check_name(draft.name)
        self._past(closed_on)
        with self.wellbeing.database.write(self._user) as session:
            row = session.get(SupportGroup, group)
            if row is None or row.version != version:
                raise StaleEdit
            for name, value in {**columns_of(draft), "closed_on": closed_on}.items():
                setattr(row, name, value)
        return Changes.NOTES

    def members(self, group: UUID) -> tuple[MemberRow, ...]:
        """Who is in a group, or was; oldest first."""
        self.wellbeing.access.require(Right.CASES_OWN)
        with self.wellbeing.database.read() as session:
            return tuple(self._members(session, group).values())

    def of_person(self, case: UUID, person: UUID) -> tuple[tuple[GroupRow, MemberRow], ...]:
        """The groups of one relative of a case, with how she stands to each; raises `NotYourCase`."""
        access = self.wellbeing.access
        with self.wellbeing.database.read() as session:
            access.check(session, case)
            wanted = (
                select(GroupMember).join(Relative, Relative.uid == GroupMember.relative_uid)
                .where(GroupMember.case_uid == case, Relative.person_uid == person, GroupMember.deleted_at.is_(None))
            )  # fmt: skip
            mine = {row.group_uid: row.uid for row in session.scalars(wanted.order_by(GroupMember.uid))}
            rows = {group: self._members(session, group)[member] for group, member in mine.items()}
        return tuple((group, rows[group.uid]) for group in self.rows() if group.uid in rows)

    def invite(self, group: UUID, case: UUID, relative: UUID, on: date) -> Changes:
        """Invite a relative: a step in her own case stands for it until she answers.

        Raises `NotForThisFamily`, `InvitedAlready`, `GroupClosed`, `OfAnotherCase`, `DayToCome`, `NotYourCase`.
        """
        self._clinical()
        self._past(on)
        wellbeing = self.wellbeing
        with wellbeing.database.write(self._user) as session:
            wellbeing.access.check(session, case)
            check_belongs(session, case, relative)
            if session.get_one(SupportGroup, group).closed_on is not None:
                raise GroupClosed
            fate = Fate(session.get_one(CaseFile, case).fate)
            if fate not in self.catalogue.steps[GROUP_STEP].applies_to:
                raise NotForThisFamily
            self._check_free(session, group, relative)
            member = GroupMember(
                uid=new_uid(), case_uid=case, group_uid=group, relative_uid=relative, since=on,
                standing=Standing.INVITED.value, step_uid=self._step(session, case, relative, on),
                written_at=wellbeing.clock.now(), written_by=self._user,
            )  # fmt: skip
            session.add(member)
            session.flush()
            refresh_case(session, case, wellbeing.clock)
        return TOUCHED

    def answer(self, member: UUID, standing: Standing, on: date) -> Changes:
        """Keep that somebody comes, declined or left; the step of the invitation is done. Raises as `invite` does."""
        self._clinical()
        self._past(on)
        with self.wellbeing.database.write(self._user) as session:
            row = session.get_one(GroupMember, member)
            self.wellbeing.access.check(session, row.case_uid)
            row.standing, row.since = standing.value, on
            step = session.get(Step, row.step_uid) if row.step_uid else None
            if step is not None and step.state in OPEN and standing is not Standing.INVITED:
                step.state, step.done_on = StepState.DONE.value, of_day(on)
                step.outcome = "attends" if standing is Standing.COMES else "declined"
            session.flush()
            refresh_case(session, row.case_uid, self.wellbeing.clock)
        return TOUCHED

    def meet(self, group: UUID, on: date, came: Collection[UUID], note: str = "") -> Changes:
        """Keep a meeting: who of those who come was there, and a note under the clinical seal.

        Raises `NotOfThisGroup`, `DayToCome`, `NotAllowed`, `NoClinicalKey`.
        """
        self._clinical()
        self._past(on)
        wellbeing = self.wellbeing
        now = {"written_at": wellbeing.clock.now(), "written_by": self._user}
        with wellbeing.database.write(self._user) as session:
            coming = select(GroupMember).where(
                GroupMember.group_uid == group, GroupMember.deleted_at.is_(None),
                GroupMember.standing == Standing.COMES.value,
            )  # fmt: skip
            members = session.scalars(coming).all()
            if not set(came) <= {member.uid for member in members}:
                raise NotOfThisGroup
            sealed = wellbeing.put_of_group(session, MEETING, note.strip().encode()) if note.strip() else None
            session.flush()
            meeting = GroupMeeting(uid=new_uid(), group_uid=group, on=on, note_uid=sealed, **now)
            session.add(meeting)
            session.flush()
            session.add_all(
                GroupPresence(
                    uid=new_uid(), case_uid=member.case_uid, meeting_uid=meeting.uid, member_uid=member.uid,
                    came=member.uid in came, **now,
                )
                for member in members
            )  # fmt: skip
        return Changes.NOTES

    def meetings(self, group: UUID) -> tuple[MeetingRow, ...]:
        """The meetings of a group with their notes, the newest first. Raises `NotAllowed`, `NoClinicalKey`."""
        self._clinical()
        wellbeing = self.wellbeing
        with wellbeing.database.read() as session:
            members = self._members(session, group)
            wanted = select(GroupMeeting).where(GroupMeeting.group_uid == group, GroupMeeting.deleted_at.is_(None))
            meetings = session.scalars(wanted.order_by(GroupMeeting.on.desc(), GroupMeeting.uid.desc())).all()
            notes = {one.uid: session.get(ClinicalNote, one.note_uid) for one in meetings if one.note_uid}
            return tuple(
                _meeting(session, one, members, wellbeing.opened(note) if (note := notes.get(one.uid)) else "")
                for one in meetings
            )

    @property
    def _user(self) -> str:
        return self.wellbeing.access.user

    def _clinical(self) -> None:
        self.wellbeing.access.require(Right.CLINICAL)

    def _past(self, on: date | None) -> None:
        if on is not None and on > self.wellbeing.clock.today():
            raise DayToCome

    def _check_free(self, session: Session, group: UUID, relative: UUID) -> None:
        same = select(GroupMember.uid).where(
            GroupMember.group_uid == group, GroupMember.relative_uid == relative, GroupMember.deleted_at.is_(None),
            GroupMember.standing.in_([Standing.INVITED.value, Standing.COMES.value]),
        )  # fmt: skip
        if session.scalars(same).first() is not None:
            raise InvitedAlready

    def _step(self, session: Session, case: UUID, relative: UUID, on: date) -> UUID:
        """The open step that offers her a group, made if there is none."""
        offered = select(Step).where(Step.case_uid == case, Step.step_id == GROUP_STEP, Step.state.in_(OPEN))
        hers = session.scalars(offered.where(Step.relative_uid == relative)).first()
        if hers is None:
            hers = Step(
                uid=new_uid(), case_uid=case, step_id=GROUP_STEP, origin=BY_GROUP, state=StepState.OPEN.value,
                relative_uid=relative, trigger_on=on, counted_from=on,
            )  # fmt: skip
            session.add(hers)
            session.flush()
        return hers.uid

    def _members(self, session: Session, group: UUID) -> Mapping[UUID, MemberRow]:
        access = self.wellbeing.access
        wanted = (
            select(GroupMember, Person, CaseFile.number)
            .join(Relative, Relative.uid == GroupMember.relative_uid)
            .join(Person, Person.uid == Relative.person_uid)
            .join(CaseFile, CaseFile.uid == GroupMember.case_uid)
            .where(GroupMember.group_uid == group, GroupMember.deleted_at.is_(None))
        )
        found = session.execute(wanted.order_by(GroupMember.uid)).all()
        seen: frozenset[UUID] = frozenset()
        if access.may(Right.CLINICAL):
            mine = select(CaseFile.uid).where(CaseFile.uid.in_({row.case_uid for row, _, _ in found}), *access.cases())
            seen = frozenset(session.scalars(mine))
        return {row.uid: _member(row, person, number, shown=row.case_uid in seen) for row, person, number in found}


def _member(row: GroupMember, person: Person, number: str, *, shown: bool) -> MemberRow:
    whole = " ".join(filter(None, (person.surname, person.given, person.patronymic)))
    initials = "".join(f"{name[0]}." for name in (person.given, person.surname) if name)
    return MemberRow(
        row.uid, whole if shown else initials or "—", row.case_uid if shown else None, number if shown else "",
        Standing(row.standing), row.since,
    )  # fmt: skip


def _meeting(session: Session, row: GroupMeeting, members: Mapping[UUID, MemberRow], note: str) -> MeetingRow:
    kept: Sequence[GroupPresence] = session.scalars(
        select(GroupPresence).where(GroupPresence.meeting_uid == row.uid, GroupPresence.deleted_at.is_(None))
    ).all()
    came, missed = (
        tuple(members[one.member_uid] for one in kept if one.came is there and one.member_uid in members)
        for there in (True, False)
    )
    return MeetingRow(row.uid, row.on, came, missed, note)
