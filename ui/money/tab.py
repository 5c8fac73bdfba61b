"""The money of a case: claims and what was decided, payments by month, shares, stops and overpayments."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.money.entries import ClaimDraft, DecisionDraft, Outcome
from app.money.sharing import Proposal
from app.money.view import ClaimRow, Gap, MoneyView
from app.records.keeping import Kept
from ui.documents.words import relative_words
from ui.models.lines import Line
from ui.money.choices import Choosing, kinds, said_whose
from ui.money.count_dialog import CountDialog
from ui.money.forms import claim_form, decision_form, overpaid_form, payment_form, stop_form
from ui.money.lines import Says, months_of
from ui.money.strip import MonthStrip
from ui.money.words import month_word, months_sentence, short_names
from ui.record.entry_form import EntryDialog
from ui.record.entry_section import EntrySection
from ui.record.section import Section
from ui.record.tab import CaseTab
from ui.widgets.button import quiet
from ui.widgets.label import Label
from ui.workplace import Workplace

SIDE = 260
MONTHS = 3
"""How many months are told in lines; the strip above them shows a year."""


class MoneyTab(CaseTab):
    """Two columns: what was claimed and came, and how it is shared; above them whose side is shown."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _, money, catalogue = place.words, place.services.record.money, place.services.catalogue
        self._asked = asked = Choosing(_, catalogue)
        self._says = Says(_, catalogue, {}, {}, {})
        self._rows: Mapping[UUID, ClaimRow] = {}
        self.claims = EntrySection(
            place, _("Claims and decisions"), _("Nothing was claimed yet."), _("Add a claim"),
            claim_form(asked), money.claims, self._claim_line,
        )  # fmt: skip
        self.claims.act(_("Write a decision down…"), self.decide)
        self.claims.act(_("Put the decision right…"), self.correct_decision, self._is_decided)
        self.claims.act(_("Appeal: open the step"), self.appeal, self._is_refused)
        self.payments = EntrySection(
            place, _("Payments"), _("No payment is written down yet."), _("Add a payment"),
            payment_form(asked), money.payments, lambda row: self._says.payment(row),
        )  # fmt: skip
        self.shares = Section(
            place, _("Shares of his pay"),
            _("For this status his pay is not shared. Roles and shares of relatives stand in the tab of the family."),
            hint=_("A help, no decision: you write down, the body decides. Check every number with the TCC."),
        )  # fmt: skip
        self.shares.act(_("Remind by a step"), self.recount, lambda one: isinstance(one, Proposal))
        self.shares.act(_("Write these shares down"), self.accept, lambda one: isinstance(one, Proposal))
        self.months = Section(place, _("By month"), _("Nothing to add up yet."))
        self.months.act(_("Write it down…"), self.fill_gap, lambda one: isinstance(one, Gap))
        self.months.act(_("Remind by a step"), self.check_gap, self._is_watched)
        self.strip = MonthStrip(place.look)
        self.months.body.insertWidget(1, self.strip)
        today = place.clock.today()
        self.stops = EntrySection(
            place, _("Held back"), _("Nothing is held back."), _("Write down"), stop_form(asked),
            money.stops, lambda row: self._says.stop(row, today),
        )  # fmt: skip
        self.overpaid = EntrySection(
            place, _("Overpaid"), _("Nothing was paid too much."), _("Write down"), overpaid_form(asked),
            money.overpaid, lambda row: self._says.overpaid(row),
        )  # fmt: skip
        self._arrange()

    def _arrange(self) -> None:
        _, place = self.place.words, self.place
        self.side = QComboBox()
        self.side.setAccessibleName(_("Whose money is shown"))
        self.side.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.side.setMinimumWidth(place.look.theme.length(SIDE))
        self.side.activated.connect(self._again)
        self._side_word = Label(_("Shown"), "muted")
        count = quiet(place.look, _("Count a sum…"), "calculator")
        count.clicked.connect(self.count)
        head = QHBoxLayout()
        head.addWidget(self._side_word)
        head.addWidget(self.side)
        head.addStretch(1)
        head.addWidget(count)
        below = QWidget()
        self.lay_out_in(below, (self.claims, self.payments, self.stops, self.overpaid), (self.months, self.shares))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(below, 1)

    @override
    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"money_claim": self.claims.begin, "payment": self.payments.begin, "count": self.count}

    @override
    def show_case(self, view: CaseView) -> None:
        shown = self.side.currentData() if self.view is not None and self.view.uid == view.uid else None
        self.side.clear()
        self.side.addItem(self.place.words("the whole family"), None)
        for one in view.relatives:
            self.side.addItem(relative_words(self.place.words, one), one.uid.hex)
        self.side.setCurrentIndex(max(0, self.side.findData(shown)))
        for widget in (self.side, self._side_word):
            widget.setVisible(len(view.relatives) > 1)
        super().show_case(view)

    @override
    def read(self, view: CaseView) -> None:
        money, chosen = self.place.services.record.money, self.side.currentData()
        of = UUID(hex=chosen) if chosen else None
        self.latest.ask(lambda _: money.view(view.uid, of), lambda found: self._show(view, found))

    def decide(self, claim: Kept[ClaimDraft]) -> None:
        """Open the form of a decision on a claim."""
        self._open_decision(claim, None)

    def correct_decision(self, claim: Kept[ClaimDraft]) -> None:
        """Open the decision that stands on a claim."""
        self._open_decision(claim, self._rows[claim.uid].decided)

    def appeal(self, claim: Kept[ClaimDraft]) -> None:
        """Open the step of an appeal against what was refused."""
        money, decided = self.place.services.record.money, self._rows[claim.uid].decided
        if decided is not None:
            said = self.place.words("The appeal stands among the steps, with its term.")
            self.place.operations.write(self, lambda _: money.appeal(decided.uid), named=said)

    def accept(self, proposal: Proposal) -> None:
        """Write the proposed shares down; Ctrl+Z takes them back."""
        if self.view is not None:
            money, case = self.place.services.record.money, self.view.uid
            said = self.place.words("The shares are written down. Check them with the body that decides.")
            self.place.operations.write(self, lambda _: money.accept(case, proposal), named=said)

    def recount(self, proposal: Proposal) -> None:
        """Open the step by which the body recounts the shares."""
        if self.view is not None:
            money, case = self.place.services.record.money, self.view.uid
            said = self.place.words("The recount of the shares stands among the steps.")
            self.place.operations.write(self, lambda _: money.recount(case, proposal.day), named=said)

    def fill_gap(self, gap: Gap) -> None:
        """Open the form of a payment for a month of which nothing is written."""
        if self.view is None:
            return
        _, place = self.place.words, self.place
        begins = {"whose": said_whose(gap.relative), "kind": gap.kind, "month": month_word(gap.month)}
        form = payment_form(self._asked, begins)
        dialog = EntryDialog(place, self, form, place.services.record.money.payments, self.view.uid, self.about)
        dialog.named = _("Written down.")
        dialog.open()

    def check_gap(self, gap: Gap) -> None:
        """Open the step that checks a payment."""
        if self.view is not None:
            money, case = self.place.services.record.money, self.view.uid
            said = self.place.words("The check of the payment stands among the steps.")
            self.place.operations.write(self, lambda _: money.check_gap(case, gap), named=said)

    def count(self) -> None:
        """Open the dialog that counts a sum."""
        if self.view is not None:
            CountDialog(self.place, self, self.view, self.about).open()

    def _open_decision(self, claim: Kept[ClaimDraft], was: Kept[DecisionDraft] | None) -> None:
        if self.view is None:
            return
        place = self.place
        form = decision_form(place.words, claim.uid, place.clock.today())
        dialog = EntryDialog(place, self, form, place.services.record.money.decisions, self.view.uid, self.about, was)
        dialog.named = place.words("Written down.")
        dialog.open()

    def _show(self, view: CaseView, found: MoneyView) -> None:
        if not self.shows(view.uid):
            return
        _, catalogue, family = self.place.words, self.place.services.catalogue, view.relatives
        names = {str(one.uid): one.name or _("Name unknown") for one in family}
        self._says = Says(_, catalogue, names, short_names(_, family), found.branches)
        self._rows = {row.claim.uid: row for row in found.claims}
        used = {row.claim.says.kind for row in found.claims} | {row.says.kind for row in found.payments}
        self._asked = asked = Choosing(_, catalogue, family, kinds(_, catalogue, view.fate, used))
        self.claims.use(claim_form(asked))
        self.payments.use(payment_form(asked))
        self.stops.use(stop_form(asked))
        self.overpaid.use(overpaid_form(asked))
        self.claims.show_entries(view.uid, self.about, [row.claim for row in reversed(found.claims)])
        self.payments.show_entries(view.uid, self.about, found.payments)
        self.stops.show_entries(view.uid, self.about, found.stops)
        self.overpaid.show_entries(view.uid, self.about, found.overpaid)
        self.shares.show_lines(self._says.shares(found.shares, found.today) if found.shares else [])
        gaps = [self._says.gap(gap) for gap in found.gaps]
        self.months.show_lines([*gaps, *(self._says.total(one) for one in found.totals[:MONTHS])])
        strip = months_of(found.totals)
        self.strip.show_months(strip, months_sentence(_, strip))

    def _claim_line(self, row: Kept[ClaimDraft]) -> Line:
        return self._says.claim(self._rows.get(row.uid, ClaimRow(row, ())))

    def _is_decided(self, claim: Kept[ClaimDraft]) -> bool:
        row = self._rows.get(claim.uid)
        return row is not None and row.decided is not None

    def _is_refused(self, claim: Kept[ClaimDraft]) -> bool:
        row = self._rows.get(claim.uid)
        decided = row.decided if row else None
        return decided is not None and decided.says.outcome is not Outcome.GRANTED

    def _is_watched(self, subject: object) -> bool:
        benefits = self.place.services.catalogue.money.benefits
        benefit = benefits.get(subject.kind) if isinstance(subject, Gap) else None
        return benefit is not None and bool(benefit.watch)
