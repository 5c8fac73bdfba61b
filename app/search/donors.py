"""Samples of DNA: whose, how and when taken, what became of sample and profile."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.belonging import check_belongs
from app.catalogue.bodies import check_body
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.dna import Donor, Method, Profile, Sample
from app.domain.errors import N_, UserError
from app.domain.relation import Relation


class NoDonor(UserError):
    what = N_("It is not said who gave the sample.")
    todo = N_("Choose a relative of the case, write a name, or say that it is his own sample.")


class NotTakenYet(UserError):
    what = N_("The sample is only planned, yet it has a profile or a day on which it was taken.")
    todo = N_("Put the state of the sample right.")


@dataclass(frozen=True, slots=True)
class DonorDraft:
    """One sample. `lifetime`: the man's own, given before; else of a relative of the case, or of `who` as written.

    `methods`: how it is or was examined, as far as known; `body`: who keeps it.
    """

    lifetime: bool = False
    relative_uid: UUID | None = None
    who: str = ""
    methods: tuple[Method, ...] = ()
    taken_on: date | None = None
    place: str = ""
    sample: Sample = Sample.PLANNED
    profile: Profile = Profile.NONE
    body: str = ""
    reference: str = ""
    note: str = ""


def judging(clock: Clock, catalogue: Catalogue) -> Callable[[Session, UUID, DonorDraft], None]:
    """A judge of samples: it raises `NoDonor`, `NotTakenYet`, `DayToCome`, `UnknownBody`, `OfAnotherCase`."""

    def judge(session: Session, case: UUID, draft: DonorDraft) -> None:
        if not (draft.lifetime or draft.relative_uid or draft.who.strip()):
            raise NoDonor
        if draft.sample is Sample.PLANNED and (draft.profile is not Profile.NONE or draft.taken_on):
            raise NotTakenYet
        if draft.taken_on and draft.taken_on > clock.today():
            raise DayToCome
        check_body(catalogue, draft.body)
        check_belongs(session, case, draft.relative_uid)

    return judge


def donors_of(drafts: Iterable[DonorDraft], relations: Mapping[UUID, Relation]) -> tuple[Donor, ...]:
    """The samples as the rule weighs them; somebody who is not in the case is no known kin."""
    return tuple(
        Donor(
            who=str(draft.relative_uid or draft.who.casefold()), lifetime=draft.lifetime,
            relation=relations.get(draft.relative_uid) if draft.relative_uid else None,
            methods=frozenset(draft.methods), sample=draft.sample, profile=draft.profile,
        )
        for draft in drafts
    )  # fmt: skip
