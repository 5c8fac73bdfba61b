"""The forms of a claim, a decision, a payment, a stop and an overpayment."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.domain import money
from app.domain.benefit import PAY, Rhythm
from app.domain.errors import N_
from app.i18n import Words
from app.money.entries import ClaimDraft, DecisionDraft, Outcome, OverpaidDraft, PaymentDraft, StopDraft, StopReason
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.kin.words import percent, share_word
from ui.money.choices import Choosing, said_whose, whose
from ui.money.words import OUTCOMES, RHYTHMS, STOPS
from ui.record.entry_form import EntryForm
from ui.search.choices import day

_NUMBER = FieldDef("number", Kind.TEXT, N_("Number"))
_NOTE = FieldDef("text", Kind.LONG_TEXT, N_("Note"))
_SUM = N_("for example: 12 500,50")


def claim_form(asked: Choosing) -> EntryForm[ClaimDraft]:
    """The form of a claim."""
    words = asked.words

    def texts(says: ClaimDraft) -> Mapping[str, str]:
        return {
            "whose": said_whose(says.relative_uid), "kind": says.kind, "filed_on": _day(words, says.filed_on),
            "body": says.body, "number": says.number, "basis": says.basis, "text": says.text,
        }  # fmt: skip

    def draft(form: Form, _was: ClaimDraft | None) -> ClaimDraft:
        return ClaimDraft(
            whose(form), form.text("kind"), day(form, "filed_on"), form.text("body"), form.text("number"),
            form.text("basis"), form.text("text"),
        )  # fmt: skip

    def sections(_: Words) -> Sequence[SectionDef]:
        body = FieldDef("body", Kind.CHOICE, N_("To which body"), choices=asked.bodies())
        return (
            SectionDef(
                "",
                (
                    asked.whose(), asked.kind(),
                    FieldDef("filed_on", Kind.DAY, N_("Filed on")), body, _NUMBER,
                    FieldDef("basis", Kind.TEXT, N_("On which ground"), N_("the law, or the paper")), _NOTE,
                ),
            ),
        )  # fmt: skip

    start = {"whose": asked.first(), "kind": PAY}
    return EntryForm(
        "money_claim", N_("Add a claim"), N_("Put the claim right"), sections, texts, draft, lambda: start, 600
    )


def decision_form(words: Words, claim: UUID, today: date) -> EntryForm[DecisionDraft]:
    """The form of a decision on `claim`."""

    def texts(says: DecisionDraft) -> Mapping[str, str]:
        return {
            "outcome": says.outcome.value, "decided_on": _day(words, says.decided_on), "number": says.number,
            "amount": _sum(says.amount), "rhythm": says.rhythm.value, "since": _day(words, says.since),
            "share": share_word(says.share) if says.share else "", "text": says.text,
        }  # fmt: skip

    def draft(form: Form, was: DecisionDraft | None) -> DecisionDraft:
        return DecisionDraft(
            was.claim_uid if was else claim, Outcome(form.text("outcome")), _whole(form, "decided_on"),
            form.text("number"), _kopecks(form, "amount"), Rhythm(form.text("rhythm")), day(form, "since"),
            _percent(form.text("share")), form.text("text"),
        )  # fmt: skip

    def sections(_: Words) -> Sequence[SectionDef]:
        outcomes = tuple((one.value, _(word)) for one, word in OUTCOMES.items())
        rhythms = tuple((one.value, _(word)) for one, word in RHYTHMS.items())
        return (
            SectionDef(
                "",
                (
                    FieldDef("outcome", Kind.CHOICE, N_("What was decided"), choices=outcomes),
                    FieldDef("decided_on", Kind.DAY, N_("Decided on (required)"), required=True), _NUMBER,
                    FieldDef("amount", Kind.MONEY, N_("Sum"), _SUM),
                    FieldDef("rhythm", Kind.CHOICE, N_("How often"), choices=rhythms),
                    FieldDef("since", Kind.DAY, N_("Paid since"), future=True),
                    FieldDef("share", Kind.TEXT, N_("Share"), N_("for example: 25 %")),
                    FieldDef("text", Kind.LONG_TEXT, N_("Reason, as the paper says it")),
                ),
            ),
        )  # fmt: skip

    start = {"outcome": Outcome.GRANTED.value, "decided_on": words.date(today), "rhythm": Rhythm.MONTH.value}
    return EntryForm(
        f"money_decision_{claim.hex}", N_("Write a decision down"), N_("Put the decision right"), sections, texts,
        draft, lambda: start, 620,
    )  # fmt: skip


def payment_form(asked: Choosing, begins: Mapping[str, str] | None = None) -> EntryForm[PaymentDraft]:
    """The form of a payment; `begins`: what stands in a new one besides the first recipient and his pay."""
    words = asked.words

    def texts(says: PaymentDraft) -> Mapping[str, str]:
        return {
            "whose": said_whose(says.relative_uid), "kind": says.kind, "month": partial_words(words, says.month),
            "expected": _sum(says.expected), "received": _sum(says.received),
            "received_on": _day(words, says.received_on), "body": says.body, "account": says.account,
            "text": says.text,
        }  # fmt: skip

    def draft(form: Form, _was: PaymentDraft | None) -> PaymentDraft:
        month = form.date("month")
        if month is None:
            raise AssertionError("a required month was judged")
        return PaymentDraft(
            whose(form), form.text("kind"), month, _kopecks(form, "expected"), _kopecks(form, "received"),
            day(form, "received_on"), form.text("body"), form.text("account"), form.text("text"),
        )  # fmt: skip

    def sections(_: Words) -> Sequence[SectionDef]:
        paid_by = FieldDef("body", Kind.CHOICE, N_("Paid by"), choices=asked.bodies())
        return (
            SectionDef(
                "",
                (
                    asked.whose(), asked.kind(),
                    FieldDef("month", Kind.DATE, N_("Month (required)"), N_("such as 11.2026"), required=True,
                             future=True),
                    FieldDef("expected", Kind.MONEY, N_("How much was to come"), _SUM),
                    FieldDef("received", Kind.MONEY, N_("How much came"), N_("0 if nothing came; empty while awaited")),
                    FieldDef("received_on", Kind.DAY, N_("Came on")), paid_by,
                    FieldDef("account", Kind.TEXT, N_("To which account, or how"),
                             N_("only the last four digits are kept")),
                    _NOTE,
                ),
            ),
        )  # fmt: skip

    start = {"whose": asked.first(), "kind": PAY, **(begins or {})}
    return EntryForm(
        "money_payment", N_("Add a payment"), N_("Put the payment right"), sections, texts, draft, lambda: start, 640
    )


def stop_form(asked: Choosing) -> EntryForm[StopDraft]:
    """The form of a payment held back."""
    words = asked.words

    def texts(says: StopDraft) -> Mapping[str, str]:
        return {
            "whose": said_whose(says.relative_uid), "kind": says.kind, "since": _day(words, says.since),
            "why": says.why.value, "until": _day(words, says.until), "number": says.number, "text": says.text,
        }  # fmt: skip

    def draft(form: Form, _was: StopDraft | None) -> StopDraft:
        return StopDraft(
            whose(form), form.text("kind"), _whole(form, "since"), StopReason(form.text("why")), day(form, "until"),
            form.text("number"), form.text("text"),
        )  # fmt: skip

    def sections(_: Words) -> Sequence[SectionDef]:
        reasons = tuple((one.value, _(word)) for one, word in STOPS.items())
        return (
            SectionDef(
                "",
                (
                    asked.whose(), asked.kind(),
                    FieldDef("since", Kind.DAY, N_("Held back since (required)"), required=True, future=True),
                    FieldDef("why", Kind.CHOICE, N_("Why"), choices=reasons),
                    FieldDef("until", Kind.DAY, N_("Until"), N_("empty while it lasts"), future=True),
                    _NUMBER, _NOTE,
                ),
            ),
        )  # fmt: skip

    start = {"whose": asked.first(), "kind": PAY, "why": StopReason.CHECK.value}
    return EntryForm(
        "money_stop", N_("Write a stop down"), N_("Put the stop right"), sections, texts, draft, lambda: start, 560
    )


def overpaid_form(asked: Choosing) -> EntryForm[OverpaidDraft]:
    """The form of an overpayment and of what became of it."""
    words = asked.words

    def texts(says: OverpaidDraft) -> Mapping[str, str]:
        return {
            "whose": said_whose(says.relative_uid), "kind": says.kind, "found_on": _day(words, says.found_on),
            "amount": _sum(says.amount), "asked_on": _day(words, says.asked_on), "number": says.number,
            "agreed": says.agreed, "returned": _sum(says.returned), "returned_on": _day(words, says.returned_on),
            "text": says.text,
        }  # fmt: skip

    def draft(form: Form, _was: OverpaidDraft | None) -> OverpaidDraft:
        return OverpaidDraft(
            whose(form), form.text("kind"), _whole(form, "found_on"), _kopecks(form, "amount") or 0,
            day(form, "asked_on"), form.text("number"), form.text("agreed"), _kopecks(form, "returned"),
            day(form, "returned_on"), form.text("text"),
        )  # fmt: skip

    def sections(_: Words) -> Sequence[SectionDef]:
        return (
            SectionDef(
                "",
                (
                    asked.whose(), asked.kind(),
                    FieldDef("found_on", Kind.DAY, N_("Found on (required)"), required=True),
                    FieldDef("amount", Kind.MONEY, N_("How much too much (required)"), _SUM, required=True),
                    FieldDef("asked_on", Kind.DAY, N_("Asked back on")), _NUMBER,
                    FieldDef("agreed", Kind.TEXT, N_("What was agreed"), N_("for example: 500 ₴ a month")),
                    FieldDef("returned", Kind.MONEY, N_("How much was returned"), _SUM),
                    FieldDef("returned_on", Kind.DAY, N_("Returned on")), _NOTE,
                ),
            ),
        )  # fmt: skip

    start = {"whose": asked.first(), "kind": PAY}
    return EntryForm(
        "money_overpaid", N_("Write an overpayment down"), N_("Put the overpayment right"), sections, texts, draft,
        lambda: start, 640,
    )  # fmt: skip


def _whole(form: Form, key: str) -> date:
    said = day(form, key)
    if said is None:
        raise AssertionError("a required day was judged")
    return said


def _kopecks(form: Form, key: str) -> int | None:
    return money.parse(form.text(key)) if form.text(key) else None


def _percent(text: str) -> int | None:
    """What is no number becomes a share of nothing, which is refused in words where it is kept."""
    try:
        return percent(text)
    except ValueError:
        return 0


def _sum(kopecks: int | None) -> str:
    return "" if kopecks is None else money.say(kopecks)


def _day(words: Words, on: date | None) -> str:
    return words.date(on) if on else ""
