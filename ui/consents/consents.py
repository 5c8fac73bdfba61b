"""The consents of a case: how each stands, proof that nobody changed it, and its withdrawal."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.cases.view import CaseView
from app.consents.draft import CONSENT
from app.consents.law import ukrainian_law
from app.consents.service import ConsentRow, Override
from app.domain.consent import Standing
from app.domain.fate import ALL_RETURNED, Fate
from app.i18n import Words
from ui.consents.consent_form import Withdrawing, consent_form, withdrawal_form
from ui.consents.words import CHANNELS, PURPOSES, by_whom, for_whom, standing_word, topics_said
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.record.entry_form import EntryDialog
from ui.record.section import Section
from ui.widgets.label import Label
from ui.workplace import Workplace

TONES: Mapping[Standing, tuple[str, str]] = {
    Standing.NOT_ASKED: ("closed", "circle-question-mark"),
    Standing.REFUSED: ("missing", "circle-x"),
    Standing.TO_COME: ("info", "clock"),
    Standing.GIVEN: ("returned", "circle-check"),
    Standing.EXPIRING: ("info", "hourglass"),
    Standing.EXPIRED: ("missing", "circle-alert"),
    Standing.WITHDRAWN: ("missing", "circle-x"),
}


def standing_chip(words: Words, row: ConsentRow) -> Chip:
    """How a consent stands, with the days left once they are few."""
    tone, icon = TONES[row.standing]
    if row.warns is None:
        return Chip(standing_word(words, row.standing), tone, icon)
    left = words.count("{n} day left", "{n} days left", row.left or 0) if row.left else words("last day today")
    return Chip(left, "missing" if row.warns <= 7 else tone, icon)


def consent_line(words: Words, row: ConsentRow, names: Mapping[object, str]) -> Line:
    """A consent as its list shows it."""
    says = row.says
    basis = "" if says.basis == CONSENT else ukrainian_law().bases[says.basis].law.in_(words.language)
    span = words("from {since} to {until}", since=words.date(says.since), until=words.date(says.until)) if says.until \
        else words("since {date}", date=words.date(says.since))
    who = words("{giver} → {recipient}", giver=by_whom(words, says, names), recipient=for_whom(words, says, names))
    told = [" · ".join(filter(None, (who, span, words(CHANNELS[says.channel]), basis)))]
    if says.topics:
        told.append(topics_said(words, says.topics))
    if says.withdrawn_on:
        on = words("withdrawn on {date}", date=words.date(says.withdrawn_on))
        told.append(f"{on}: {says.withdrawn_how}" if says.withdrawn_how else on)
    return Line(
        words(PURPOSES[says.purpose]), tuple(told), (standing_chip(words, row),), "signature",
        faint=row.standing in (Standing.WITHDRAWN, Standing.EXPIRED), subject=row,
    )  # fmt: skip


def override_line(words: Words, row: Override) -> Line:
    """That the case left against a consent: loud, with its reason."""
    chip = Chip(words("against a consent"), "captive", "shield-alert")
    return Line(words("Left in a package"), (row.reason, row.by), (chip,), "shield-alert", words.instant(row.at),
                subject=row)  # fmt: skip


class ConsentsSection(Section):
    """Consents are never edited: withdrawn, or followed by the next."""

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(
            place, _("Consents"), _("Nobody was asked yet."), add=_("Write a consent down"),
            hint=_("What ended or was refused stops the package for the office. A consent is not corrected: it is "
                   "withdrawn, or the next one is written down."),
        )  # fmt: skip
        self._view: CaseView | None = None
        self.add_wanted.connect(self.begin)
        self.opened.connect(self.prove)
        self.unwanted.connect(self.take_out)
        self.act(_("Withdraw…"), self.withdraw, _stands)
        self.act(_("Compare with its seal"), self.prove, _is_consent)
        self.act(_("Take out"), self.take_out, _is_consent)
        self.told = Label("", "strong", wrap=True)
        self.told.hide()
        self.add(self.told)
        self.list.chosen.connect(lambda _row: self.told.hide())

    def show_consents(self, view: CaseView, rows: Sequence[ConsentRow], overrides: Sequence[Override]) -> None:
        """Show the consents of a case, after what left against them."""
        self._view, words = view, self._place.words
        names: dict[object, str] = {one.uid: one.name for one in view.named.values()}
        against = [override_line(words, one) for one in overrides]
        self.show_lines([*against, *(consent_line(words, row, names) for row in rows)])

    def begin(self) -> None:
        """Open the form of a new consent."""
        view, place = self._view, self._place
        if view is None:
            return
        back = view.fate in ALL_RETURNED | {Fate.FOUND_ALIVE}
        form = consent_form(place.words, self._today(), view.relatives, back=back)
        dialog = EntryDialog(place, self, form, place.services.record.consents, view.uid, self._about())
        dialog.named = place.words("The consent is written down.")
        dialog.open()

    def withdraw(self, row: ConsentRow) -> None:
        """Ask from which day, and how it was said."""
        if not _stands(row):
            return
        place, ending = self._place, Withdrawing(self._place.services.record.consents, row)
        dialog = EntryDialog(place, self, withdrawal_form(self._today()), ending, row.uid, self._about())
        dialog.named = place.words("The consent is withdrawn.")
        dialog.open()

    def prove(self, row: ConsentRow | Override) -> None:
        """Say whether the consent is what it was when it was given."""
        if not isinstance(row, ConsentRow):
            return
        consents = self._place.services.record.consents
        self._place.operations.read(self, lambda _: consents.verify(row.uid), lambda same: self._say(row, same=same))

    def take_out(self, row: ConsentRow | Override) -> None:
        """Take out what was written down by mistake."""
        if not isinstance(row, ConsentRow):
            return
        _, consents = self._place.words, self._place.services.record.consents
        said = _("Taken out: {what}", what=_(PURPOSES[row.says.purpose]))
        self._place.operations.write(self, lambda _: consents.remove(row.uid), named=said)

    def _say(self, row: ConsentRow, *, same: bool) -> None:
        _ = self._place.words
        mark = row.says.digest[:12].upper()
        said = _("It matches: nobody changed it since ({mark}).", mark=mark) if same else _(
            "It does NOT match: what stands here is not what was agreed to. Look at the history."
        )  # fmt: skip
        self.told.setText(said)
        self.told.show()

    def _today(self) -> date:
        return self._place.clock.today()

    def _about(self) -> str:
        view = self._view
        return f"{view.name or self._place.words('Name unknown')} · {view.number}" if view else ""


def _is_consent(row: ConsentRow | Override) -> bool:
    return isinstance(row, ConsentRow)


def _stands(row: ConsentRow | Override) -> bool:
    return isinstance(row, ConsentRow) and not row.says.refused and row.says.withdrawn_on is None
