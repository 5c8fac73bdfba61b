"""The forms of a consent: asking for it, and withdrawing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.changes import Changes
from app.consents.draft import CONSENT, ConsentChannel, ConsentDraft, GivenBy, RecipientKind
from app.consents.law import ukrainian_law
from app.consents.service import ConsentRow, Consents
from app.domain.consent import Purpose, Topic
from app.domain.errors import N_
from app.i18n import Words
from app.paper.consent_texts import consent_text, text_version
from ui.consents.words import CHANNELS, GIVERS, PURPOSES, RECIPIENTS, TOPICS, topics_said
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.notes.note_words import day_text, relative_choices, relative_of
from ui.record.entry_form import EntryForm

HEIGHT = 560


def consent_form(
    words: Words, today: date, relatives: Sequence[RelativeRow], *, back: bool
) -> EntryForm[ConsentDraft]:
    """The form of a new consent in a case with these relatives; `back`: the man himself can be asked."""
    purpose = Purpose.FAMILY_INFORMATION if back else Purpose.CASEWORK
    start = {
        "purpose": purpose.value,
        "given_by": (GivenBy.HIMSELF if back else GivenBy.RELATIVE).value,
        "giver": relatives[0].uid.hex if relatives and not back else "",
        "recipient_kind": (RecipientKind.RELATIVE if back else RecipientKind.OFFICE).value,
        "relative": relatives[0].uid.hex if relatives and back else "",
        "channel": ConsentChannel.PAPER.value,
        "basis": CONSENT,
        "since": day_text(today),
        "topics": f"{Topic.NAME} {Topic.STATUS}" if back else "",
    }
    return EntryForm(
        name="consent", adding=N_("Write a consent down"), correcting=N_("Write a consent down"),
        sections=lambda _: _sections(words, relatives), texts=lambda _says: {},
        draft=lambda form, _was: _draft(form, words), start=lambda: start, height=HEIGHT,
    )  # fmt: skip


def _sections(words: Words, relatives: Sequence[RelativeRow]) -> tuple[SectionDef, ...]:
    nobody = relative_choices(words, relatives, words("nobody named"))
    bases = tuple((one.code, one.name.in_(words.language)) for one in ukrainian_law().bases.values())
    return (
        SectionDef(
            "",
            (
                FieldDef("purpose", Kind.CHOICE, N_("What for"), required=True, choices=_said(words, PURPOSES)),
                FieldDef("refused", Kind.YES_NO, N_("The answer was no")),
                FieldDef("given_by", Kind.CHOICE, N_("Who answered"), required=True, choices=_said(words, GIVERS)),
                FieldDef("giver", Kind.CHOICE, N_("Which relative answered"), choices=nobody),
                FieldDef("topics", Kind.TICKS, N_("About what"), choices=_said(words, TOPICS)),
            ),
        ),
        SectionDef(
            N_("For whom"),
            (
                FieldDef("recipient_kind", Kind.CHOICE, N_("Who receives it"), choices=_said(words, RECIPIENTS)),
                FieldDef("relative", Kind.CHOICE, N_("Which relative may hear"), choices=nobody),
                FieldDef("recipient", Kind.TEXT, N_("Name of the organisation")),
            ),
        ),
        SectionDef(
            N_("How and until when"),
            (
                FieldDef("channel", Kind.CHOICE, N_("How it was said"), choices=_said(words, CHANNELS)),
                FieldDef("since", Kind.DAY, N_("From"), required=True),
                FieldDef("until", Kind.DAY, N_("Until, if it has an end"), N_("+365 is in a year"), future=True),
                FieldDef("basis", Kind.CHOICE, N_("Legal basis"), choices=bases),
                FieldDef("text", Kind.LONG_TEXT, N_("The words shown"), N_("Left empty, ours are kept, with version.")),
            ),
        ),
    )  # fmt: skip


def _said(words: Words, known: Mapping[Any, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), words(word)) for code, word in known.items())


def _draft(form: Form, words: Words) -> ConsentDraft:
    purpose, recipient = Purpose(form.text("purpose")), form.text("recipient")
    topics = tuple(Topic(code) for code in form.text("topics").split())
    since, until = form.date("since"), form.date("until")
    own = form.text("text")
    ours = consent_text(purpose, words.language, recipient=recipient, topics=topics_said(words, topics))
    return ConsentDraft(
        purpose=purpose,
        given_by=GivenBy(form.text("given_by")),
        recipient_kind=RecipientKind(form.text("recipient_kind")),
        channel=ConsentChannel(form.text("channel")),
        since=since.last if since else date.min,
        until=until.last if until else None,
        giver_uid=relative_of(form, "giver") if form.text("given_by") in _BY_KIN else None,
        relative_uid=relative_of(form, "relative") if form.text("recipient_kind") == RecipientKind.RELATIVE else None,
        recipient=recipient,
        topics=topics,
        refused=form.flag("refused"),
        basis=form.text("basis") or CONSENT,
        text_version="" if own else text_version(words.language),
        text=own or ours,
    )


_BY_KIN = (GivenBy.RELATIVE, GivenBy.GUARDIAN)


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """What the form of a withdrawal writes to."""

    consents: Consents
    row: ConsentRow

    def add(self, _owner: UUID, ended: tuple[date, str]) -> Changes:
        """Withdraw the consent."""
        return self.consents.withdraw(self.row.uid, *ended)


def withdrawal_form(today: date) -> EntryForm[tuple[date, str]]:
    """The form of a withdrawal."""

    def draft(form: Form, _was: object) -> tuple[date, str]:
        on = form.date("on")
        return (on.last if on else today), form.text("how")

    fields = (
        FieldDef("on", Kind.DAY, N_("From which day"), required=True),
        FieldDef("how", Kind.LONG_TEXT, N_("How it was said"), N_("in a call, in a letter, in person")),
    )
    return EntryForm(
        name="consent_end", adding=N_("The consent is withdrawn"), correcting=N_("The consent is withdrawn"),
        sections=lambda _: (SectionDef("", fields),), texts=lambda _says: {}, draft=draft,
        start=lambda: {"on": day_text(today)}, height=340,
    )  # fmt: skip
