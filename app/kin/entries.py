"""Roles, facts about kin and his wish about pay, as they are written down, and what of it cannot be."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.belonging import check_belongs
from app.domain.errors import N_, UserError
from app.domain.kin import WHOLE, WITH_ANOTHER, Fact, KinRole, PayWish
from app.domain.partial_date import PartialDate


class EndsBeforeItBegins(UserError):
    what = N_("It ends before it begins: from {since} to {until}.")
    todo = N_("Compare both dates with the paper.")


class NoSuchShare(UserError):
    what = N_("A share is more than 0 and at most 100 %.")
    todo = N_("Write the percent as the decision or the paper says it.")


class NobodyBeside(UserError):
    what = N_("This role needs a second person of the family: the child, the guardian or the other side.")
    todo = N_("Choose that person; add him or her to the family first if need be.")


class ToWhomUnknown(UserError):
    what = N_("The disposition does not say to whom he gives a part of his pay.")
    todo = N_("Choose a relative, or write the name as it stands on the paper.")


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """A role: whose, since and until when. `share`: hundredths of a percent; `text`: its paper, its limits."""

    relative_uid: UUID
    role: KinRole
    since: PartialDate | None = None
    until: PartialDate | None = None
    share: int | None = None
    year: int | None = None
    text: str = ""
    other_uid: UUID | None = None


@dataclass(frozen=True, slots=True)
class FactDraft:
    """An answer to what the law asks about one relative."""

    relative_uid: UUID
    fact: Fact
    holds: bool = True
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class WishDraft:
    """A line of his disposition about pay; `to_whom` is a name of somebody who is not in the case."""

    wish: PayWish
    relative_uid: UUID | None = None
    to_whom: str = ""
    share: int | None = None
    made: PartialDate | None = None
    source: str = ""


def judge_role(session: Session, case: UUID, draft: RoleDraft) -> None:
    """Raise `OfAnotherCase`, `NobodyBeside`, `NoSuchShare` or `EndsBeforeItBegins`."""
    check_belongs(session, case, draft.relative_uid)
    check_belongs(session, case, draft.other_uid)
    if draft.role in WITH_ANOTHER and draft.other_uid in (None, draft.relative_uid):
        raise NobodyBeside
    _check_share(draft.share)
    _check_order(draft.since, draft.until)


def judge_fact(session: Session, case: UUID, draft: FactDraft) -> None:
    """Raise `OfAnotherCase` or `EndsBeforeItBegins`."""
    check_belongs(session, case, draft.relative_uid)
    _check_order(draft.since, draft.until)


def judge_wish(session: Session, case: UUID, draft: WishDraft) -> None:
    """Raise `OfAnotherCase`, `ToWhomUnknown` or `NoSuchShare`."""
    check_belongs(session, case, draft.relative_uid)
    if draft.wish is PayWish.NAMES and draft.relative_uid is None and not draft.to_whom.strip():
        raise ToWhomUnknown
    _check_share(draft.share)


def _check_share(share: int | None) -> None:
    if share is not None and not 0 < share <= WHOLE:
        raise NoSuchShare


def _check_order(since: PartialDate | None, until: PartialDate | None) -> None:
    if since is not None and until is not None and until.last < since.first:
        raise EndsBeforeItBegins(since=since.iso(), until=until.iso())
