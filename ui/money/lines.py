"""Claims, payments, shares, stops and overpayments as lines of a list."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from app.catalogue.definitions import Catalogue
from app.domain.benefit import PAY
from app.domain.money import say
from app.domain.payments import Month, MonthTotal, PayState, RepayState
from app.domain.shares import Counted
from app.i18n import Words
from app.kin.entries import RoleDraft
from app.money.entries import Outcome, OverpaidDraft, PaymentDraft, StopDraft
from app.money.sharing import Proposal, SharesView, paid_on
from app.money.view import ClaimRow, Gap
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.kin.lines import span
from ui.kin.words import share_word
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.money.choices import HIMSELF
from ui.money.words import (
    OUTCOMES,
    PAID,
    REPAID,
    STOPS,
    check_words,
    counted_words,
    decision_words,
    fraction_word,
    kind_word,
    month_word,
    proposal_words,
)

Names = Mapping[str, str]
_OUTCOME = {
    Outcome.GRANTED: ("returned", "circle-check"),
    Outcome.PARTLY: ("missing", "circle-check"),
    Outcome.REFUSED: ("captive", "ban"),
}
_PAID = {
    PayState.EXPECTED: ("info", "hourglass"),
    PayState.RECEIVED: ("returned", "circle-check"),
    PayState.LESS: ("missing", "triangle-alert"),
    PayState.NOT_RECEIVED: ("captive", "ban"),
}
_REPAID = {
    RepayState.FOUND: ("missing", "triangle-alert"),
    RepayState.ASKED_BACK: ("missing", "triangle-alert"),
    RepayState.AGREED: ("info", "hourglass"),
    RepayState.RETURNED: ("returned", "circle-check"),
}


class Says:
    """How lines of money are said in one case: in whose words, by whose catalogue, whom it names."""

    def __init__(
        self, words: Words, catalogue: Catalogue, names: Names, short: Names, branches: Mapping[UUID | None, str]
    ) -> None:
        """`short`: names that tell the family apart in a sentence."""
        self._words, self._catalogue, self._names, self._short = words, catalogue, names, short
        self._branches = branches

    def claim(self, row: ClaimRow) -> Line:
        """A claim with what was decided on it."""
        _, says, decided = self._words, row.claim.says, row.decided
        body = self._catalogue.bodies[says.body].name.in_(_.language) if says.body in self._catalogue.bodies else ""
        number = _("№ {number}", number=says.number) if says.number else ""
        details = [" · ".join(part for part in (body, number, says.basis, says.text) if part)]
        details = [self._who(says.relative_uid), *details, *(decision_words(_, one.says) for one in row.decisions)]
        tone, icon = _OUTCOME[decided.says.outcome] if decided else ("info", "hourglass")
        word = _(OUTCOMES[decided.says.outcome]) if decided else _("no decision yet")
        return Line(
            self._kind(says.kind), tuple(filter(None, details)), (Chip(word, tone, icon),),
            icon="file-text", beside=_.date(says.filed_on) if says.filed_on else "", subject=row.claim,
        )  # fmt: skip

    def payment(self, row: Kept[PaymentDraft]) -> Line:
        """A payment of one month: sum, day, who paid, state."""
        _, says = self._words, row.says
        tone, icon = _PAID[says.state]
        by = self._catalogue.bodies[says.body].name.in_(_.language) if says.body in self._catalogue.bodies else ""
        came = [
            say(says.received) if says.received is not None else "",
            _("of {sum}", sum=say(says.expected)) if says.expected is not None else "",
            _.date(says.received_on) if says.received_on else "", by, says.account, says.text,
        ]  # fmt: skip
        return Line(
            self._kind(says.kind),
            (self._who(says.relative_uid), " · ".join(part for part in came if part)),
            (Chip(_(PAID[says.state]), tone, icon),), icon="banknote", beside=partial_words(_, says.month), subject=row,
        )  # fmt: skip

    def stop(self, row: Kept[StopDraft], today: date) -> Line:
        """A payment held back; one that ended stands back."""
        _, says = self._words, row.says
        until = _.date(says.until) if says.until else "…"
        over = says.until is not None and says.until < today
        number = _("№ {number}", number=says.number) if says.number else ""
        return Line(
            self._kind(says.kind),
            (self._who(says.relative_uid), " · ".join(filter(None, (_(STOPS[says.why]), number, says.text)))),
            () if over else (Chip(_("held back"), "missing", "circle-pause"),), icon="circle-pause",
            beside=f"{_.date(says.since)} – {until}", faint=over, subject=row,
        )  # fmt: skip

    def overpaid(self, row: Kept[OverpaidDraft]) -> Line:
        """An overpayment and how far it is."""
        _, says = self._words, row.says
        tone, icon = _REPAID[says.state]
        back = _("returned {sum}", sum=say(says.returned)) if says.returned else ""
        asked = _("asked back on {date}", date=_.date(says.asked_on)) if says.asked_on else ""
        return Line(
            self._kind(says.kind),
            (
                self._who(says.relative_uid),
                " · ".join(filter(None, (say(says.amount), asked, says.agreed, back, says.text))),
            ),
            (Chip(_(REPAID[says.state]), tone, icon),), icon="undo-2", beside=_.date(says.found_on),
            faint=says.state is RepayState.RETURNED, subject=row,
        )  # fmt: skip

    def gap(self, gap: Gap) -> Line:
        """A month of which nothing is written."""
        _ = self._words
        sum_ = (_("{sum} was decided", sum=say(gap.amount)),) if gap.amount is not None else ()
        chip = Chip(_("not written down"), "missing", "circle-question-mark")
        return Line(
            self._kind(gap.kind), (self._who(gap.relative), *sum_), (chip,), icon="calendar",
            beside=month_word(gap.month), subject=gap,
        )  # fmt: skip

    def total(self, total: MonthTotal) -> Line:
        """What came in a month, of what was to come."""
        _ = self._words
        short = (Chip(_("less or nothing: {n}", n=total.short), "missing", "triangle-alert"),) if total.short else ()
        said = _("received {received} of {expected}", received=say(total.received), expected=say(total.expected))
        return Line(month_word(total.month), (said,), short, subject=total.month)

    def shares(self, view: SharesView, today: date) -> list[Line]:
        """The shares that stand, what they leave for him, and what the rule comes to, with old and new."""
        _ = self._words
        standing = paid_on(view.written, today)
        lines = [self._share(row, faint=False) for row in standing]
        if standing:
            left = _("{share} stays for him", share=share_word(view.deposited)) if view.deposited else ""
            over = _("together more than 100 %: compare with the decision") if view.now > 10_000 else left
            lines.append(Line(_("Together {share}", share=share_word(view.now)), (over,) if over else ()))
        if view.proposal is not None:
            lines.append(self._proposal(view.proposal, _("By the rule it comes to something else"), full=True))
        elif view.counted.rule is not None and (view.counted.parts or view.counted.missing):
            lines.append(self._as_counted(view.counted))
        if view.coming is not None:
            headline = _("Will change on {date}", date=_.date(view.coming.day))
            lines.append(self._proposal(view.coming, headline, full=False))
        elif view.ahead is not None:
            told = counted_words(_, self._catalogue, view.ahead, self._short)[:1]
            lines.append(Line(_("May change on {date}", date=_.date(view.ahead.day)), told, icon="calendar"))
        lines += [self._past(one) for one in reversed(view.past[:-1])]
        return lines + [self._share(row, faint=True) for row in view.written if row not in standing]

    def _share(self, row: Kept[RoleDraft], *, faint: bool) -> Line:
        _, says = self._words, row.says
        share = share_word(says.share) if says.share else _("the share is not written")
        return Line(
            f"{self._who(says.relative_uid)}: {share}", (says.text,) if says.text else (), icon="user",
            beside=span(_, says.since, says.until), faint=faint, subject=row,
        )  # fmt: skip

    def _proposal(self, proposal: Proposal, headline: str, *, full: bool) -> Line:
        """Old and new, how it was counted and with whom to check it; in `full`, the rule and its doubts too."""
        _ = self._words
        told = counted_words(_, self._catalogue, proposal.counted, self._short)
        told = told if full else (told[0], check_words(_, self._catalogue, PAY))
        return Line(
            headline, (*proposal_words(_, proposal, self._short), *told), (Chip(_("proposal"), "info", "lightbulb"),),
            icon="calculator", subject=proposal,
        )  # fmt: skip

    def _as_counted(self, counted: Counted) -> Line:
        _ = self._words
        headline = _("Cannot be counted yet") if counted.missing else _("So it comes to by the rule")
        return Line(headline, counted_words(_, self._catalogue, counted, self._short), icon="calculator")

    def _past(self, counted: Counted) -> Line:
        _ = self._words
        parts = "; ".join(
            f"{self._short.get(part.key, _('somebody outside the case'))} "
            f"{fraction_word(part.share) if part.share else _('no number')}"
            for part in counted.parts
        )
        told = parts or counted_words(_, self._catalogue, counted, self._short)[0]
        return Line(_("By the rule since {date}", date=_.date(counted.day)), (told,), icon="history", faint=True)

    def _kind(self, kind: str) -> str:
        return kind_word(self._words, self._catalogue, kind)

    def _who(self, relative: UUID | None) -> str:
        """Who it is, and of which branch where the family is parted."""
        if relative is None:
            return self._words(HIMSELF)
        name = self._names.get(str(relative), self._words("somebody removed from the case"))
        branch = self._branches.get(relative, "")
        return f"{name} ({self._words('branch: {name}', name=branch)})" if branch else name


def months_of(totals: tuple[MonthTotal, ...]) -> tuple[tuple[Month, int, int], ...]:
    """The months of a strip, the oldest first: expected and received."""
    return tuple((one.month, one.expected, one.received) for one in reversed(totals))
