"""Everything about the money of one case, as it is shown; narrowed to one side of a family where there is a wall."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.domain.payments import Month, MonthTotal
from app.domain.shares import Counted
from app.money.entries import ClaimDraft, DecisionDraft, OverpaidDraft, PaymentDraft, StopDraft
from app.money.sharing import SharesView
from app.records.keeping import Kept


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim and what was decided on it, the newest decision last."""

    claim: Kept[ClaimDraft]
    decisions: tuple[Kept[DecisionDraft], ...]

    @property
    def decided(self) -> Kept[DecisionDraft] | None:
        """The decision that stands."""
        return self.decisions[-1] if self.decisions else None


@dataclass(frozen=True, slots=True)
class Gap:
    """A month that is over, for which a payment was decided and none is written down."""

    relative: UUID | None
    kind: str
    month: Month
    amount: int | None


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The money of a case on one day. `branches`: whose line is whose, where the family is parted.

    `shares`: None where his pay is not shared now: he is back, or it is not asked for this status.
    """

    today: date
    claims: tuple[ClaimRow, ...]
    payments: tuple[Kept[PaymentDraft], ...]
    stops: tuple[Kept[StopDraft], ...]
    overpaid: tuple[Kept[OverpaidDraft], ...]
    gaps: tuple[Gap, ...]
    totals: tuple[MonthTotal, ...]
    shares: SharesView | None
    branches: Mapping[UUID | None, str]


def narrowed(view: SharesView, known: frozenset[UUID]) -> SharesView:
    """The shares of those alone who may be known; what is deposited is his, and counted for nobody else."""
    return replace(
        view,
        written=tuple(row for row in view.written if row.says.relative_uid in known),
        now=0, counted=_bare(view.counted), past=(), ahead=None, proposal=None, coming=None,
    )  # fmt: skip


def _bare(counted: Counted) -> Counted:
    return replace(counted, parts=(), missing=(), line=None)
