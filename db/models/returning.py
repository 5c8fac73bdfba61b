"""The way back: the individual plan of somebody who returned, in his own words."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, kept


class Goal(CaseEntry):
    """What he wants, as he says it. `agreed_on`: when he said that it may stand in the plan."""

    __tablename__ = "plan_goal"

    area: Mapped[str] = mapped_column(info=kept(2))
    words: Mapped[str] = mapped_column(info=kept(3))
    until: Mapped[date | None] = mapped_column(info=kept(2))
    agreed_on: Mapped[date | None] = mapped_column(info=kept(2))
    reached_on: Mapped[date | None] = mapped_column(info=kept(2))
    result: Mapped[str] = mapped_column(info=kept(3))


class Deed(CaseEntry):
    """One thing that somebody does for a goal: a step of the case, or in words of its own."""

    __tablename__ = "plan_deed"

    goal_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("plan_goal.uid"), index=True, info=kept(1))
    step_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("step.uid"), info=kept(1))
    text: Mapped[str] = mapped_column(info=kept(3))
    who: Mapped[str] = mapped_column(info=kept(2))
    until: Mapped[date | None] = mapped_column(info=kept(2))
    done_on: Mapped[date | None] = mapped_column(info=kept(2))
    result: Mapped[str] = mapped_column(info=kept(3))


class Review(CaseEntry):
    """The plan gone through with him on a day; `days` until the next time. `agreed`: he said that it is his plan."""

    __tablename__ = "plan_review"

    on: Mapped[date] = mapped_column(info=kept(2))
    agreed: Mapped[bool] = mapped_column(info=kept(2))
    days: Mapped[int] = mapped_column(info=kept(1))
    said: Mapped[str] = mapped_column(info=kept(3))
