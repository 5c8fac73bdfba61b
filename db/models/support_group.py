"""Groups of relatives who wait: who leads one, who comes, when it met. What was said lies under the clinical seal."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, Editable, kept


class SupportGroup(Editable):
    """One group. Its name is what families are told, so it says nothing of death."""

    __tablename__ = "support_group"

    name: Mapped[str] = mapped_column(info=kept(2))
    facilitator: Mapped[str] = mapped_column(info=kept(2))
    place: Mapped[str] = mapped_column(info=kept(2))
    closed_on: Mapped[date | None] = mapped_column(info=kept(1))
    written_at: Mapped[datetime] = mapped_column(info=kept(1))
    written_by: Mapped[str] = mapped_column(info=kept(1))


class GroupMember(CaseEntry):
    """A relative of one case in a group: invited, coming, or not. `step_uid`: the step of the invitation."""

    __tablename__ = "group_member"

    group_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("support_group.uid"), index=True, info=kept(1))
    relative_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1))
    step_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("step.uid"), info=kept(1))
    standing: Mapped[str] = mapped_column(info=kept(3))
    since: Mapped[date] = mapped_column(info=kept(2))


class GroupMeeting(Editable):
    """One meeting on a day. `note_uid`: what was noted about it, sealed."""

    __tablename__ = "group_meeting"

    group_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("support_group.uid"), index=True, info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(2))
    note_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("clinical_note.uid"), info=kept(1))
    written_at: Mapped[datetime] = mapped_column(info=kept(1))
    written_by: Mapped[str] = mapped_column(info=kept(1))
    deleted_at: Mapped[datetime | None] = mapped_column(info=kept(1))


class GroupPresence(CaseEntry):
    """Whether one member came to one meeting."""

    __tablename__ = "group_presence"

    meeting_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("group_meeting.uid"), index=True, info=kept(1))
    member_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("group_member.uid"), index=True, info=kept(1))
    came: Mapped[bool] = mapped_column(info=kept(3))
