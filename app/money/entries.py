"""Claims, decisions, payments, stops and overpayments as they are written down, and what of them cannot be."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.belonging import check_belongs
from app.catalogue.bodies import check_body
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.benefit import Rhythm
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.kin import WHOLE
from app.domain.money import check
from app.domain.partial_date import PartialDate
from app.domain.payments import PayState, RepayState, repay_state, state_of
from db.models.money import MoneyClaim

LAST_DIGITS = 4
_DIGITS = re.compile(r"\d")


class UnknownPayment(UserError):
    what = N_("The payment “{code}” does not exist.")
    todo = N_("Choose one of the list, or “another payment”.")


class NoClaim(UserError):
    what = N_("This decision belongs to no claim of the case.")
    todo = N_("Choose the claim first, then write down what was decided.")


class RefusedYetPaid(UserError):
    what = N_("A refusal gives neither a sum nor a share.")
    todo = N_("Choose “granted” or “granted in part”, or leave sum and share empty.")


class SumMissing(UserError):
    what = N_("The sum is missing.")
    todo = N_("Write it as the paper or the account says it.")


class MonthMissing(UserError):
    what = N_("It is not said for which month the payment is.")
    todo = N_("Write the month, such as 11.2026.")


class NothingCame(UserError):
    what = N_("There is a day on which it came, and no sum.")
    todo = N_("Write the sum that came, or leave the day empty.")


class EndsTooSoon(UserError):
    what = N_("It ends before it begins: from {since} to {until}.")
    todo = N_("Compare both dates with the paper.")


class DecidedBeforeClaimed(UserError):
    what = N_("The decision is older than the claim.")
    todo = N_("Check both days.")


class ShareTooLarge(UserError):
    what = N_("A share is more than 0 and at most 100 %.")
    todo = N_("Write the percent as the decision or the paper says it.")


class Outcome(StrEnum):
    """What a body decided."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class StopReason(StrEnum):
    """Why a payment is held back."""

    CHECK = "check"
    PAPERS = "papers"
    DISPUTE = "dispute"
    UNAUTHORISED = "unauthorised"
    FATE = "fate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim: of whom (None: his own), which payment, when, with which body, on which ground."""

    relative_uid: UUID | None
    kind: str
    filed_on: date | None = None
    body: str = ""
    number: str = ""
    basis: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What was decided on a claim. `amount` in kopecks, `share` in hundredths of a percent."""

    claim_uid: UUID
    outcome: Outcome
    decided_on: date
    number: str = ""
    amount: int | None = None
    rhythm: Rhythm = Rhythm.MONTH
    since: date | None = None
    share: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """A payment for a month: kopecks that were to come, and that came. `account`: only its last digits are kept."""

    relative_uid: UUID | None
    kind: str
    month: PartialDate
    expected: int | None = None
    received: int | None = None
    received_on: date | None = None
    body: str = ""
    account: str = ""
    text: str = ""

    @property
    def state(self) -> PayState:
        """What became of it."""
        return state_of(self.expected, self.received)


@dataclass(frozen=True, slots=True)
class StopDraft:
    """A payment held back, both days included."""

    relative_uid: UUID | None
    kind: str
    since: date
    why: StopReason = StopReason.CHECK
    until: date | None = None
    number: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class OverpaidDraft:
    """An overpayment in kopecks: found, asked back on a day, what was agreed, how much was returned."""

    relative_uid: UUID | None
    kind: str
    found_on: date
    amount: int
    asked_on: date | None = None
    number: str = ""
    agreed: str = ""
    returned: int | None = None
    returned_on: date | None = None
    text: str = ""

    @property
    def state(self) -> RepayState:
        """How far it is."""
        return repay_state(
            self.amount, self.returned, asked=self.asked_on is not None, agreed=bool(self.agreed.strip())
        )


def masked(account: str) -> str:
    """An account without what would let somebody use it: «•••• 1234»; words without digits stay as they are."""
    digits = "".join(_DIGITS.findall(account))
    return f"•••• {digits[-LAST_DIGITS:]}" if len(digits) > LAST_DIGITS else account.strip()


@dataclass(frozen=True, slots=True)
class Judge:
    """What is wrong with a line of money, by the catalogue and the clock of the vault."""

    catalogue: Catalogue
    clock: Clock

    def claim(self, session: Session, case: UUID, draft: ClaimDraft) -> None:
        """Raise `OfAnotherCase`, `UnknownPayment`, `UnknownBody`, `DayToCome`."""
        self._line(session, case, draft.relative_uid, draft.kind)
        check_body(self.catalogue, draft.body)
        self._past(draft.filed_on)

    def decision(self, session: Session, case: UUID, draft: DecisionDraft) -> None:
        """Raise `NoClaim`, `DayToCome`, `DecidedBeforeClaimed`, `RefusedYetPaid`, `ShareTooLarge`, `SumTooLarge`."""
        claim = session.get(MoneyClaim, draft.claim_uid)
        if claim is None or claim.case_uid != case or claim.deleted_at is not None:
            raise NoClaim
        self._past(draft.decided_on)
        if claim.filed_on is not None and draft.decided_on < claim.filed_on:
            raise DecidedBeforeClaimed
        if draft.outcome is Outcome.REFUSED and (draft.amount is not None or draft.share is not None):
            raise RefusedYetPaid
        if draft.share is not None and not 0 < draft.share <= WHOLE:
            raise ShareTooLarge
        _sums(draft.amount)

    def payment(self, session: Session, case: UUID, draft: PaymentDraft) -> None:
        """Raise `OfAnotherCase`, `UnknownPayment`, `MonthMissing`, `NothingCame`, `SumMissing`, `DayToCome`."""
        self._line(session, case, draft.relative_uid, draft.kind)
        check_body(self.catalogue, draft.body)
        if draft.month.month is None:
            raise MonthMissing
        _sums(draft.expected, draft.received)
        if draft.received_on is not None and draft.received is None:
            raise NothingCame
        if draft.expected is None and draft.received is None:
            raise SumMissing
        self._past(draft.received_on)

    def stop(self, session: Session, case: UUID, draft: StopDraft) -> None:
        """Raise `OfAnotherCase`, `UnknownPayment`, `EndsTooSoon`."""
        self._line(session, case, draft.relative_uid, draft.kind)
        if draft.until is not None and draft.until < draft.since:
            raise EndsTooSoon(since=draft.since.isoformat(), until=draft.until.isoformat())

    def overpaid(self, session: Session, case: UUID, draft: OverpaidDraft) -> None:
        """Raise `OfAnotherCase`, `UnknownPayment`, `SumMissing`, `NothingCame`, `DayToCome`, `SumTooLarge`."""
        self._line(session, case, draft.relative_uid, draft.kind)
        _sums(draft.amount, draft.returned)
        if draft.amount == 0:
            raise SumMissing
        if draft.returned_on is not None and draft.returned is None:
            raise NothingCame
        for day in (draft.found_on, draft.asked_on, draft.returned_on):
            self._past(day)

    def _line(self, session: Session, case: UUID, relative: UUID | None, kind: str) -> None:
        check_belongs(session, case, relative)
        if kind not in self.catalogue.money.benefits:
            raise UnknownPayment(code=kind)

    def _past(self, day: date | None) -> None:
        if day is not None and day > self.clock.today():
            raise DayToCome


def _sums(*kopecks: int | None) -> None:
    for sum_ in kopecks:
        if sum_ is not None:
            check(sum_)


