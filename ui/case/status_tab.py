"""The status of a man: its history, who confirmed what, civil and service status, who of the family was told what."""

from dataclasses import dataclass

from typing_extensions import override

from app.approvals.service import ApprovalRow
from app.cases.relatives import RelativeRow
from app.cases.view import CaseView
from app.documents.queries import DocumentRow
from app.domain.fate_history import AT_HOME
from app.domain.plausible import Finding
from app.fates.confirmations import ConfirmationDraft
from app.fates.episodes import EpisodeDraft
from app.fates.service import FateRow, ToldRow
from app.fates.standing import CivilDraft, ServiceDraft
from app.records.keeping import Kept
from ui.case.status_dialog import StatusDialog
from ui.case.told_dialog import ToldDialog
from ui.record.entry_form import EntryDialog
from ui.record.entry_section import EntrySection
from ui.record.section import Section
from ui.record.tab import CaseTab
from ui.status.confirmation_words import confirmation_form, confirmation_line
from ui.status.doubt_words import doubt_line
from ui.status.episode_words import BeginDialog, episode_form, episode_lines
from ui.status.fate_lines import fate_lines
from ui.status.standing_words import civil_form, service_form, standing_lines
from ui.status.told_lines import told_lines
from ui.status.waiting_words import waiting_words
from ui.widgets.banner import Banner
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Read:
    """What one job reads for the tab."""

    history: tuple[FateRow, ...]
    told: tuple[ToldRow, ...]
    confirmations: tuple[Kept[ConfirmationDraft], ...]
    civil: tuple[Kept[CivilDraft], ...]
    service: tuple[Kept[ServiceDraft], ...]
    episodes: tuple[Kept[EpisodeDraft], ...]
    doubts: tuple[Finding, ...]
    waiting: tuple[ApprovalRow, ...]
    documents: tuple[DocumentRow, ...]


class StatusTab(CaseTab):
    """Everything is read when the tab is looked at; what cannot be stands on top of the second column."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _, catalogue, standing = place.words, place.services.catalogue, place.services.record.standing
        self._papers: tuple[DocumentRow, ...] = ()
        self.waits = Banner(place.look, "hourglass", "")
        self.history = Section(
            place, _("History of the status"), _("Nothing is known yet."), add=_("Change the status…"),
            hint=_("Nothing is overwritten: a reversal names the entry it takes back, and both stay."),
        )  # fmt: skip
        self.history.add_wanted.connect(self.change)
        self.told = Section(place, _("Who of the family was told what"), _("No relatives in this case"))
        self.told.act(_("The family was told…"), self.tell)
        self.told.opened.connect(self.tell)
        self.doubts = Section(place, _("Dates that cannot be"), "")
        self.confirmations = EntrySection(
            place, _("Confirmations"), _("Nobody confirmed anything yet."), _("Add a confirmation"),
            confirmation_form(catalogue, _.language, lambda: self._papers), standing.confirmations,
            lambda row: confirmation_line(_, catalogue, row),
        )  # fmt: skip
        self.civil = EntrySection(
            place, _("Civil status"), _("Nothing registered yet."), _("Add a civil status"),
            civil_form(catalogue, _.language), standing.civil, lambda row: standing_lines(_, catalogue, [row])[0],
        )  # fmt: skip
        self.service = EntrySection(
            place, _("Service status"), _("Nothing is known of the unit’s list yet."), _("Add a service status"),
            service_form(catalogue, _.language), standing.service, lambda row: standing_lines(_, catalogue, [row])[0],
        )  # fmt: skip
        self.episodes = Section(place, _("Disappearances"), "", add=_("He is gone again…"))
        self.episodes.add_wanted.connect(self.begin_again)
        self.episodes.act(_("Put right…"), self.put_right)
        self.episodes.opened.connect(self.put_right)
        self.lay_out(
            (self.waits, self.history, self.told),
            (self.doubts, self.confirmations, self.civil, self.service, self.episodes),
        )
        self.waits.hide()
        self.doubts.hide()

    @override
    def read(self, view: CaseView) -> None:
        services, case = self.place.services, view.uid

        def everything(_: object) -> _Read:
            standing = services.record.standing
            return _Read(
                services.fates.history(case), services.fates.told(case), standing.confirmations.rows(case),
                standing.civil.rows(case), standing.service.rows(case), services.record.episodes.rows(case),
                services.quality.findings(case), services.approvals.about(case), services.documents.rows(case),
            )  # fmt: skip

        self.latest.ask(everything, lambda read: self._show(view, read))

    def change(self) -> None:
        """Open the change of status."""
        if self.view is not None:
            self._ask(StatusDialog(self.place, self, self.view), self.place.words("The status is changed."))

    def tell(self, relative: RelativeRow) -> None:
        """Open the form of what a relative was told."""
        if self.view is not None:
            said = self.place.words("It is written down what the family was told.")
            self._ask(ToldDialog(self.place, self, self.view, relative), said)

    def begin_again(self) -> None:
        """Open the form of a second disappearance."""
        if self.view is not None:
            self._ask(BeginDialog(self.place, self, self.view.uid, self.about), self.place.words("Written down."))

    def put_right(self, row: Kept[EpisodeDraft]) -> None:
        """Open the form of a disappearance."""
        if self.view is not None:
            episodes, form = self.place.services.record.episodes, episode_form(
                self.place.services.catalogue, self.place.words.language
            )
            dialog = EntryDialog(self.place, self, form, episodes, self.view.uid, self.about, row)
            self._ask(dialog, self.place.words("The data are put right."))

    def _show(self, view: CaseView, read: _Read) -> None:
        _, catalogue = self.place.words, self.place.services.catalogue
        self._papers = read.documents
        self.waits.sentence.setText("\n".join(waiting_words(_, catalogue, row) for row in read.waiting))
        self.waits.setVisible(bool(read.waiting))
        self.history.show_lines(fate_lines(_, catalogue, read.history, view.sex))
        self.told.show_lines(told_lines(_, catalogue, view.relatives, read.told, view.fate, view.sex))
        self.doubts.show_lines([doubt_line(_, catalogue, finding) for finding in read.doubts])
        self.doubts.setVisible(bool(read.doubts))
        self.confirmations.show_entries(view.uid, self.about, read.confirmations)
        self.civil.show_entries(view.uid, self.about, read.civil)
        self.civil.show_lines(standing_lines(_, catalogue, read.civil))
        self.service.show_entries(view.uid, self.about, read.service)
        self.service.show_lines(standing_lines(_, catalogue, read.service))
        self.episodes.show_lines(episode_lines(_, catalogue, read.episodes))
        self.episodes.offer_adding(offered=view.fate in AT_HOME)

    def _ask(self, dialog: FormDialog, said: str) -> None:
        dialog.named = said
        dialog.open()


