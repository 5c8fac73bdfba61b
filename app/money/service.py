"""Money of a case: kept line by line, read at once, its shares proposed and never silently written."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import check_belongs
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.benefit import Rhythm
from app.domain.entitlement import Purpose
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.kin import KinRole
from app.domain.partial_date import PartialDate, of_day
from app.domain.payments import Held, Month, Paid, Promised, missing, totals
from app.domain.shares import Counted, DatedFamily, counted
from app.domain.walls import known_to
from app.kin import standing
from app.kin.entries import RoleDraft
from app.kin.service import Kin
from app.money.entries import (
    ClaimDraft,
    DecisionDraft,
    Judge,
    Outcome,
    OverpaidDraft,
    PaymentDraft,
    StopDraft,
    masked,
)
from app.money.sharing import Proposal, SharesView, paid_on, shares_of
from app.money.steps import APPEAL, RECOMPUTE, open_step
from app.money.view import ClaimRow, Gap, MoneyView, narrowed
from app.records.keeping import Keeping, Kept
from app.records.kinds import touched_by
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.kin import FamilyRole
from db.models.money import MoneyClaim, MoneyDecision, MoneyOverpaid, MoneyPayment, MoneyStop
from db.session import Database

_DAY = timedelta(days=1)


class SharesMoved(UserError):
    what = N_("The shares have changed since they were proposed.")
    todo = N_("Look at the new proposal and decide again.")


class NoRefusal(UserError):
    what = N_("Nothing was refused here, so there is nothing to appeal.")
    todo = N_("Write down the decision first.")


@dataclass(frozen=True, slots=True)
class Payments:
    """Payments as `Keeping` keeps them; of an account no more than its last digits is ever written."""

    keeping: Keeping[MoneyPayment, PaymentDraft]

    def rows(self, case: UUID) -> tuple[Kept[PaymentDraft], ...]:
        """The payments of a case, in the order they were written; raises `NotYourCase`."""
        return self.keeping.rows(case)

    def add(self, case: UUID, draft: PaymentDraft) -> Changes:
        """Write a payment down; raises what `Keeping.add` raises."""
        return self.keeping.add(case, _careful(draft))

    def edit(self, was: Kept[PaymentDraft], now: PaymentDraft) -> Changes:
        """Put a payment right; raises what `Keeping.edit` raises."""
        return self.keeping.edit(was, _careful(now))

    def remove(self, uid: UUID) -> Changes:
        """Take a payment out; raises `StaleEdit`."""
        return self.keeping.remove(uid)


@dataclass(frozen=True, slots=True)
class Money:
    """Every method is one unit of work by the user who asks."""

    claims: Keeping[MoneyClaim, ClaimDraft]
    decisions: Keeping[MoneyDecision, DecisionDraft]
    payments: Payments
    stops: Keeping[MoneyStop, StopDraft]
    overpaid: Keeping[MoneyOverpaid, OverpaidDraft]
    kin: Kin
    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    @classmethod
    def of(cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access) -> Self:
        """The money of a vault."""
        desk, judge = (database, clock, access), Judge(catalogue, clock)
        return cls(
            Keeping(MoneyClaim, ClaimDraft, *desk, judge.claim),
            Keeping(MoneyDecision, DecisionDraft, *desk, judge.decision),
            Payments(Keeping(MoneyPayment, PaymentDraft, *desk, judge.payment)),
            Keeping(MoneyStop, StopDraft, *desk, judge.stop),
            Keeping(MoneyOverpaid, OverpaidDraft, *desk, judge.overpaid),
            Kin.of(database, catalogue, clock, access), database, catalogue, clock, access,
        )  # fmt: skip

    def view(self, case: UUID, of: UUID | None = None) -> MoneyView:
        """The money of a case; `of`: only what this relative may know of, by the walls of her family.

        Raises `NotYourCase`.
        """
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            whole = self._view(session, case)
            return whole if of is None else self._for(session, case, whole, of)

    def counted_on(self, case: UUID, day: date) -> Counted:
        """The shares of his pay on any day, by the rule of that day; raises `NotYourCase`."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return counted(self._family(session, case), day)

    def accept(self, case: UUID, wanted: Proposal) -> Changes:
        """Write the proposed shares: older ones end on the day before, and they end before later ones begin.

        Raises `SharesMoved` if it is no longer so.
        """
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            shares = self._shares(session, case)
            if shares is None or wanted not in (shares.proposal, shares.coming):
                raise SharesMoved
            for change in wanted.changes:
                self._write_share(session, case, wanted, change.relative, change.new)
        return touched_by(FamilyRole) | Changes.MONEY

    def appeal(self, decision: UUID) -> Changes:
        """Open the step of an appeal against a refusal, for its recipient. Raises `NoRefusal`, `StaleEdit`."""
        with self.database.write(self.access.user) as session:
            row = self.decisions.standing(session, decision)
            claim = session.get_one(MoneyClaim, row.claim_uid)
            if Outcome(row.outcome) is Outcome.GRANTED:
                raise NoRefusal
            open_step(
                session, self.catalogue, self.clock, row.case_uid, APPEAL, claim.relative_uid, row.decided_on
            )  # fmt: skip
        return Changes.STEPS | Changes.CASES

    def check_gap(self, case: UUID, gap: Gap) -> Changes:
        """Open the step that checks a payment which did not come, for its recipient. Raises `OfAnotherCase`."""
        benefit = self.catalogue.money.benefits.get(gap.kind)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_belongs(session, case, gap.relative)
            if benefit is not None and benefit.watch:
                open_step(session, self.catalogue, self.clock, case, benefit.watch, gap.relative, gap.month.first)
        return Changes.STEPS | Changes.CASES

    def recount(self, case: UUID, day: date) -> Changes:
        """Open the step by which the body recounts the shares, counted from the day on which they change."""
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            open_step(session, self.catalogue, self.clock, case, RECOMPUTE, None, day)
        return Changes.STEPS | Changes.CASES

    def _write_share(self, session: JournaledSession, case: UUID, wanted: Proposal, relative: UUID, new: int) -> None:
        roles, day = self.kin.roles, wanted.day
        mine = [row for row in roles.listed(session, case) if row.says.relative_uid == relative]
        for row in paid_on([one for one in mine if one.says.role is KinRole.PAY_RECIPIENT], day):
            begun = row.says.since.first if row.says.since else None
            if begun == day:
                roles.take_out(session, row.uid)
            else:
                roles.correct(session, row, replace(row.says, until=of_day(day - _DAY)))
        if new:
            later = (row.says.since.first for row in mine if row.says.role is KinRole.PAY_RECIPIENT and row.says.since)
            ends = min((begins for begins in later if begins > day), default=None)
            until = of_day(ends - _DAY) if ends else None
            said = RoleDraft(relative, KinRole.PAY_RECIPIENT, of_day(day), until, new, text=self._said(wanted))
            roles.put(session, case, said)

    def _said(self, wanted: Proposal) -> str:
        rule = wanted.counted.rule
        basis = rule.ground.basis if rule else ""
        return f"розрахунок: {basis}; перевірте в ТЦК"

    def _view(self, session: Session, case: UUID) -> MoneyView:
        decisions = sorted(self.decisions.listed(session, case), key=lambda one: (one.says.decided_on, one.uid))
        claims = tuple(
            ClaimRow(row, tuple(one for one in decisions if one.says.claim_uid == row.uid))
            for row in self.claims.listed(session, case)
        )
        payments = self.payments.keeping.listed(session, case)
        stops = self.stops.listed(session, case)
        return MoneyView(
            self.clock.today(), claims,
            tuple(sorted(payments, key=lambda row: (row.says.month.first, row.uid), reverse=True)),
            stops, self.overpaid.listed(session, case), self._gaps(claims, stops, payments),
            totals([_paid(row.says) for row in payments]), self._shares(session, case),
            standing.branches(session, case),
        )  # fmt: skip

    def _gaps(
        self, claims: tuple[ClaimRow, ...], stops: tuple[Kept[StopDraft], ...], payments: tuple[Kept[PaymentDraft], ...]
    ) -> tuple[Gap, ...]:
        promised = [one for row in claims for one in _promised(row)]
        held = [Held(_key(row.says.relative_uid, row.says.kind), row.says.since, row.says.until) for row in stops]
        paid = {(one.key, one.month) for one in (_paid(row.says) for row in payments)}
        return tuple(
            Gap(UUID(one.key[0]) if one.key[0] else None, one.key[1], month, one.amount)
            for one, month in missing(promised, held, paid, self.clock.today())
        )

    def _shares(self, session: Session, case: UUID) -> SharesView | None:
        kept = session.get_one(CaseFile, case)
        if Fate(kept.fate) not in self.catalogue.entitlements[Purpose.PAY].applies_to:
            return None
        roles, family = self.kin.roles.listed(session, case), self._family(session, case)
        begun = [row.says.since.first for row in roles if row.says.role is KinRole.PAY_RECIPIENT and row.says.since]
        return shares_of(family, roles, min([kept.opened, *begun]), self.clock.today())

    def _family(self, session: Session, case: UUID) -> DatedFamily:
        fate = Fate(session.get_one(CaseFile, case).fate)
        return standing.through_time(
            fate, standing.relatives(session, case), self.kin.facts.listed(session, case),
            self.kin.wishes.listed(session, case), self.catalogue.money.pay,
        )

    def _for(self, session: Session, case: UUID, view: MoneyView, of: UUID) -> MoneyView:
        sides = standing.sides(session, case, view.today)
        known = frozenset(UUID(key) for key in known_to(sides, str(of)))
        payments = tuple(row for row in view.payments if row.says.relative_uid in known)
        return replace(
            view,
            claims=tuple(row for row in view.claims if row.claim.says.relative_uid in known),
            payments=payments,
            stops=tuple(row for row in view.stops if row.says.relative_uid in known),
            overpaid=tuple(row for row in view.overpaid if row.says.relative_uid in known),
            gaps=tuple(gap for gap in view.gaps if gap.relative in known),
            totals=totals([_paid(row.says) for row in payments]),
            shares=narrowed(view.shares, known) if view.shares else None,
            branches={},
        )


def _careful(draft: PaymentDraft) -> PaymentDraft:
    month = draft.month
    return replace(draft, account=masked(draft.account), month=PartialDate(month.year, month.month))


def _key(relative: UUID | None, kind: str) -> tuple[str, str]:
    return relative.hex if relative else "", kind


def _paid(says: PaymentDraft) -> Paid:
    month = Month(says.month.year, says.month.month or 1)
    return Paid(_key(says.relative_uid, says.kind), month, says.expected, says.received)


def _promised(row: ClaimRow) -> list[Promised]:
    """The decisions to pay monthly, each until the next decision on the same claim."""
    key = _key(row.claim.says.relative_uid, row.claim.says.kind)
    monthly = []
    for place, one in enumerate(row.decisions):
        says, after = one.says, row.decisions[place + 1 : place + 2]
        if says.outcome is not Outcome.REFUSED and says.rhythm is Rhythm.MONTH:
            ends = (after[0].says.since or after[0].says.decided_on) - _DAY if after else None
            monthly.append(Promised(key, says.since or says.decided_on, says.amount, ends))
    return monthly
