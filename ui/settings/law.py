"""The laws by which due days are counted: which pack is in force, whose packs are taken, what a lawyer must check, and
the office's own steps beside it.
"""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.catalogue.definitions import QuestionDef
from app.changes import Changes
from app.clock import KYIV
from app.domain.role import Right
from app.exchange.office import SenderCard
from app.law.own import OwnStepDraft
from app.law.service import LawStanding, PackRow, Preview, SignerRow
from app.progress import Progress
from app.records.keeping import Kept
from ui.files import file_to_open
from ui.law import words as said
from ui.law.card_dialog import LawCardDialog
from ui.law.own_form import own_form, own_line
from ui.law.preview_dialog import LawPreviewDialog
from ui.law.rules_dialog import RulesDialog
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.operations import Latest
from ui.record.entry_section import EntrySection
from ui.record.section import Section as Entries
from ui.settings.leaving import Leaving
from ui.settings.long_work import LongWork
from ui.settings.section import Section
from ui.settings.state_line import StateLine
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

OFFICE = UUID(int=0)
"""Whose the office's own steps are."""
Found = tuple[LawStanding, tuple[Kept[OwnStepDraft], ...]]


class LawSection(Section):
    """Everybody reads it; who may bring packs into the vault changes it."""

    concerns = Changes.SETTINGS

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("By which rules the program counts due days, and what it does not know for sure."))
        self._latest = Latest(place.operations, self)
        self._may = place.services.access.may(Right.TRANSFER)
        self._title, self._notes = Label("", "strong"), Label("", wrap=True)
        self._counted = Label("", "muted", wrap=True)
        self._broken = StateLine(place.look)
        self.update_ = primary(place.look, _("Update from a file…"), "file-up")
        self.back = plain(place.look, _("Go back…"), "undo-2")
        self.rules = plain(place.look, _("All rules…"), "book-open")
        self.work = LongWork(place.look, _, place.operations)
        self.signers = Entries(
            place, _("Whose packs are taken"), _("Nobody’s yet. Add the card that the coordinating office gave you."),
            add=_("Add the office’s card…"),
        )  # fmt: skip
        self.own = EntrySection(
            place, _("The office’s own steps"), _("None yet."), _("A step of our own…"),
            own_form(place.services.catalogue), place.services.law.own,
            lambda row: own_line(_, place.services.catalogue, row),
            _("They stay through every update of the laws and never stand in the law’s name."),
        )  # fmt: skip
        self.questions = Entries(
            place, _("A lawyer must check"), _("Nothing is open."),
            hint=_("What the program does not know for sure. Each step that it touches says so too."),
        )  # fmt: skip
        self.history = Entries(place, _("Packs this vault had"), _("Only the one that came with the program."))
        self._renewing = Card()
        self.renew = primary(place.look, _("Refresh now"), "refresh-cw")
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        law = self.place.services.law
        self._latest.ask(lambda _: (law.standing(), law.own.rows()), self._show)

    def look_at(self, pack: Path) -> None:
        """Read a pack and show what it would change; nothing is written."""
        law, _ = self.place.services.law, self.place.words
        self.work.run(_("Reading the pack…"), lambda p: law.preview(pack, p), lambda seen: self._ask(seen, pack))

    def look_back(self) -> None:
        """Show what going back to the pack before would change."""
        law, _ = self.place.services.law, self.place.words
        self.work.run(_("Reading the pack…"), law.preview_back, lambda seen: self._ask(seen, None))

    def compare(self, path: Path) -> None:
        """Read an office's card and show its digits to be compared."""
        self.place.operations.read(self, lambda _: SenderCard.read(path), self._ask_card, refused=self.refuse)

    def _arrange(self) -> None:
        _ = self.place.words
        card = Card(_("In force"))
        for widget in (self._title, self._notes, self._broken, self._counted):
            card.add(widget)
        row = QWidget()
        flow = FlowLayout(row)
        for button in (self.update_, self.rules, self.back):
            flow.addWidget(button)
        card.add(row)
        card.add(self.work)
        self.update_.setVisible(self._may)
        self._renewing.add(Label(_("The office’s steps have changed. Cases offer them after a refresh."), wrap=True))
        row = QWidget()
        FlowLayout(row).addWidget(self.renew)
        self._renewing.add(row)
        self._renewing.hide()
        for part in (card, self._renewing, self.own, self.signers, self.questions, self.history):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.signers.act(_("Take no more of its packs"), self._distrust, lambda _row: self._may)

    def _connect(self) -> None:
        self.update_.clicked.connect(self._choose_pack)
        self.back.clicked.connect(self.look_back)
        self.rules.clicked.connect(lambda: RulesDialog(self.place, self).open())
        self.signers.add_wanted.connect(self._choose_card)
        self.renew.clicked.connect(self._refresh_all)

    def _show(self, found: Found) -> None:
        standing, own = found
        _, pack = self.place.words, standing.pack
        catalogue = self.place.services.catalogue
        self._title.setText(said.pack_title(_, pack))
        self._notes.setText(pack.notes.in_(_.language))
        broken = said.broken_told(_, standing.broken, pack)
        self._broken.show_state(good=False, bad=True, text=broken)
        rules = [step for step in catalogue.steps.values() if step.law]
        unsure = sum(map(said.unsure, rules))
        self._counted.setText("; ".join((
            _.count("{n} rule", "{n} rules", len(rules)),
            _.count("{n} rule a lawyer must check", "{n} rules a lawyer must check", unsure),
        )))  # fmt: skip
        self.back.setVisible(self._may and standing.earlier is not None)
        self.signers.offer_adding(offered=self._may)
        self.own.offer_adding(offered=self._may)
        names = {signer.fingerprint: signer.name for signer in standing.signers}
        self.signers.show_lines([self._signer(row) for row in standing.signers])
        self.questions.show_lines([self._question(one) for one in pack.questions])
        self.history.show_lines([self._pack(row, names) for row in standing.history])
        self.own.show_entries(OFFICE, "", own)
        known = {step.id for step in catalogue.steps.values() if not step.law and not step.retired}
        self._renewing.setVisible(len(known) != len(own) or self._differs(own))

    def _differs(self, own: tuple[Kept[OwnStepDraft], ...]) -> bool:
        names = {step.name.uk for step in self.place.services.catalogue.steps.values() if not step.law}
        return any(row.says.title_uk not in names for row in own)

    def _signer(self, row: SignerRow) -> Line:
        _ = self.place.words
        since = _("since {date}", date=_.date(row.since.astimezone(KYIV).date()))
        return Line(row.name or row.fingerprint[:9], (row.fingerprint, f"{since} · {row.by}"), (), "badge-check",
                    subject=row)  # fmt: skip

    def _question(self, one: QuestionDef) -> Line:
        _, steps = self.place.words, self.place.services.catalogue.steps
        touched = ", ".join(steps[code].name.in_(_.language) for code in one.steps if code in steps)
        details = (one.text.in_(_.language), _("Touches: {steps}", steps=touched) if touched else "")
        return Line(
            _("Question {number}", number=one.code.removeprefix("Q").lstrip("0")), tuple(filter(None, details)),
            (Chip(_(said.CHECK), "missing", "gavel"),), "scale",
        )  # fmt: skip

    def _pack(self, row: PackRow, names: dict[str, str]) -> Line:
        _ = self.place.words
        by = _("signed by: {name}", name=names.get(row.signer) or row.signer)
        taken = _("taken over on {date} by {user}", date=_.date(row.since.astimezone(KYIV).date()), user=row.by)
        told = [by, taken]
        if row.until:
            told.append(_("left on {date}", date=_.date(row.until.astimezone(KYIV).date())))
        title = _("Law pack No. {number} of {date}", number=row.number, date=_.date(row.issued))
        return Line(title, tuple(told), icon="scroll", faint=row.until is not None)

    def _ask(self, seen: Preview, pack: Path | None) -> None:
        self.work.tell("")
        dialog = LawPreviewDialog(self.place, self, seen, back=pack is None)
        dialog.accepted.connect(lambda: self._go(seen, pack))
        dialog.open()

    def _go(self, seen: Preview, pack: Path | None) -> None:
        """Clear the screen, take it over, and go on with services that know it."""
        law, _ = self.place.services.law, self.place.words

        def work(progress: Progress) -> str:
            done = law.back(progress) if pack is None else law.take(pack, progress)
            in_force = _("{pack} is in force now.", pack=said.pack_title(_, done.new))
            return f"{in_force} {said.touches(_, done)}"

        about = _("Every due day that follows a changed rule is counted anew. Stopped, nothing is changed.")
        self.leaving.emit(Leaving(said.pack_title(_, seen.new), about, work))

    def _ask_card(self, card: SenderCard) -> None:
        law, _ = self.place.services.law, self.place.words
        dialog = LawCardDialog(self.place, self, card)
        told = _("Law packs of this office are taken now.")
        dialog.accepted.connect(
            lambda: self.place.operations.write(
                self, lambda _: law.trust(card), lambda _done: self.said.emit(told), refused=self.refuse
            )
        )  # fmt: skip
        dialog.open()

    def _distrust(self, row: SignerRow) -> None:
        law = self.place.services.law
        self.place.operations.write(self, lambda _: law.distrust(row.fingerprint), refused=self.refuse)

    def _refresh_all(self) -> None:
        _ = self.place.words
        done = _("The office’s steps are offered in the cases now.")
        self.leaving.emit(Leaving(_("The office’s own steps"), _("The window is built anew."), lambda _p: done))

    def _choose_pack(self) -> None:
        _ = self.place.words
        chosen = file_to_open(self, _("The law pack"), Path.home(), "*.lawpack")
        if chosen is not None:
            self.look_at(chosen)

    def _choose_card(self) -> None:
        _ = self.place.words
        chosen = file_to_open(self, _("The office’s card"), Path.home(), "*.json")
        if chosen is not None:
            self.compare(chosen)
