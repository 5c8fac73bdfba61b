"""The information tab of a case: the ledger at the left, the item in view with its proofs at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.documents.queries import DocumentRow
from app.information.custody import Checked, HandDraft
from app.information.service import ItemRow
from app.progress import Progress
from app.records.keeping import Kept
from ui.information.compare import CompareDialog
from ui.information.detail import ItemDetail
from ui.information.filters import LedgerFilters
from ui.information.item_form import ItemDialog
from ui.information.item_line import item_line
from ui.information.proof_forms import hand_form, hand_line, pass_form, pass_line
from ui.information.words import KINDS, PROOFS, allowed_words
from ui.models.lines import Line
from ui.record.entry_form import EntryForm
from ui.record.entry_section import EntrySection
from ui.record.section import Section
from ui.record.tab import CaseTab
from ui.widgets.button import link
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[ItemRow, ...]
    documents: tuple[DocumentRow, ...]
    evidence: tuple[str, ...] = ()


class OfItem(EntrySection):
    """A section about the item in view, whose form belongs to that item."""

    def show_item(self, case: UUID, about: str, form: EntryForm[Any], rows: Sequence[Kept[Any]]) -> None:
        """Show what belongs to an item."""
        self._form = form
        self.show_entries(case, about, rows)


class InformationTab(CaseTab):
    """One read brings the whole ledger; filters and the choice of an item ask no more."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _, self._ledger = place.words, place.services.record.information
        catalogue = place.services.catalogue
        self._rows: tuple[ItemRow, ...] = ()
        self._documents: tuple[DocumentRow, ...] = ()
        self.filters = LedgerFilters(place)
        self.items = Section(
            place, _("Information"),
            _("Nothing written down yet: letters, calls, a comrade’s word, lists. Add what the family already knows."),
            add=_("Add"), grows=False,
        )  # fmt: skip
        self.items.body.insertWidget(1, self.filters)
        self.items.body.addStretch(0)
        self.allowed = Label("", "small", wrap=True)
        self.items.add(self.allowed)
        self.items.body.insertWidget(1, self.filters.kinds)
        self.detail = ItemDetail(place)
        self.passes = OfItem(
            place, _("Passed on"), _("Nobody was told yet."), _("Passed to…"),
            pass_form(_, catalogue, UUID(int=0)), self._ledger.passes, lambda row: pass_line(_, catalogue, row),
        )  # fmt: skip
        self.hands = OfItem(
            place, _("Chain of hands"), _("No proof is kept for this item."), _("Add a hand"),
            hand_form(_, UUID(int=0), ()), self._ledger.hands, self._hand_line,
        )  # fmt: skip
        self._check = link(_("Check the proofs"))
        self._check.clicked.connect(self.check)
        self.found = Label("", "small", wrap=True)
        self.hands.add(self._check)
        self.hands.add(self.found)
        self._arrange()
        self._connect()
        self._show(_Read((), ()))

    @override
    def read(self, view: CaseView) -> None:
        ledger, documents = self._ledger, self.place.services.documents

        def read(_progress: Progress) -> _Read:
            return _Read(ledger.ledger(view.uid), documents.rows(view.uid), ledger.evidence(view.uid))

        self.latest.ask(read, self._show)

    @override
    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"information": self.begin}

    def begin(self) -> None:
        """Open the form of a new item."""
        if self.view is not None:
            dialog = ItemDialog(self.place, self, self._ledger, self.view.uid, self.about)
            dialog.named = self.place.words("Written down.")
            dialog.open()

    def correct(self) -> None:
        """Open the form of the item in view."""
        row = self._chosen()
        if row is not None and self.view is not None:
            dialog = ItemDialog(self.place, self, self._ledger, self.view.uid, self.about, row.kept)
            dialog.named = self.place.words("The data are put right.")
            dialog.open()

    def take_out(self) -> None:
        """Take the item in view out; Ctrl+Z brings it back."""
        row, _, ledger = self._chosen(), self.place.words, self._ledger
        if row is not None:
            said = _("Taken out: {what}", what=_(KINDS[row.says.kind]))
            self.place.operations.write(self, lambda _progress: ledger.remove(row.uid), named=said)

    def compare(self) -> None:
        """Lay the item in view beside those that disagree with it."""
        row = self._chosen()
        if row is not None and row.against:
            by_key = {one.uid: one for one in self._rows}
            others = [(by_key[found.beside(row.uid)], found.reasons) for found in row.against]
            CompareDialog(self.place, self, row, others).open()

    def check(self) -> None:
        """Read the proofs of the case back and tell which are what they were."""
        view, ledger = self.view, self._ledger
        if view is not None:
            self.found.setText(self.place.words("Reading the proofs…"))
            self.place.operations.read(self, lambda _: ledger.check(view.uid), self._checked)

    def _arrange(self) -> None:
        right = QWidget()
        right.setObjectName("inside")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for card in (self.detail, self.passes, self.hands):
            column.addWidget(card)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.items, 1)
        row.addWidget(Scroll(right), 1)

    def _connect(self) -> None:
        self.filters.turned.connect(self._list)
        self.items.add_wanted.connect(self.begin)
        self.items.opened.connect(lambda _subject: self.correct())
        self.items.unwanted.connect(lambda _subject: self.take_out())
        self.items.list.chosen.connect(lambda _subject: self._show_item())
        self.detail.correction_wanted.connect(self.correct)
        self.detail.removal_wanted.connect(self.take_out)
        self.detail.compare_wanted.connect(self.compare)

    def _show(self, read: _Read) -> None:
        self._rows, self._documents = read.rows, read.documents
        told = allowed_words(self.place.words, self.view.fate, read.evidence) if self.view else ""
        self.allowed.setText(told)
        self.allowed.setVisible(bool(told))
        self.found.setText("")
        self.filters.show_rows(read.rows)
        self.filters.setVisible(len(read.rows) > 1)
        self._list()

    def _list(self) -> None:
        _, catalogue = self.place.words, self.place.services.catalogue
        self.items.show_lines([item_line(_, catalogue, row) for row in self._rows if self.filters.leaves(row)])

    def _chosen(self) -> ItemRow | None:
        subject = self.items.list.subject()
        return next((row for row in self._rows if row.uid == subject), None)

    def _show_item(self) -> None:
        row = self._chosen()
        self.detail.show_item(row)
        for section in (self.passes, self.hands):
            section.setVisible(row is not None)
        if row is None or self.view is None:
            return
        _, case = self.place.words, self.view.uid
        self.passes.show_item(case, self.about, pass_form(_, self.place.services.catalogue, row.uid), row.passed)
        self.hands.show_item(case, self.about, hand_form(_, row.uid, self._documents), row.hands)
        self._check.setVisible(any(hand.says.document_uid for hand in row.hands))

    def _hand_line(self, row: Kept[HandDraft]) -> Line:
        titles = {one.uid: one.title for one in self._documents}
        item = next((one for one in self._rows if one.uid == row.says.item_uid), None)
        return hand_line(self.place.words, titles, row, veiled=item is not None and item.says.veiled)

    def _checked(self, found: tuple[Checked, ...]) -> None:
        _, row = self.place.words, self._chosen()
        told = [_(PROOFS[one.found], title=one.title) for one in found if row is not None and one.item == row.uid]
        told += [
            _("{who} took it from somebody who did not have it.", who=hand.to_whom)
            for one in found
            if row is not None and one.item == row.uid
            for hand in one.gaps
        ]
        self.found.setText("\n".join(told))
