"""The form of an item of information: the event, the source, the grade, and what the official notice asks."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.information import EventKind, Precision
from app.domain.partial_date import PartialDate
from app.domain.pseudonym import RETURNEE
from app.i18n import Words
from app.information.items import Credibility, ItemDraft, Reliability
from app.information.service import Information
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.forms.plain import YES
from ui.information.words import CREDIBILITIES, KINDS, PRECISIONS, RELIABILITIES, oblast_words, source_type_words
from ui.record.entry_form import EntryDialog, EntryForm
from ui.workplace import Workplace

NOT_CHOSEN = ""


def item_form(words: Words, catalogue: Catalogue) -> EntryForm[ItemDraft]:
    """The form of an item, with the lists of the catalogue."""
    return EntryForm(
        name="information",
        adding=N_("What became known"),
        correcting=N_("Put the information right"),
        sections=lambda _: _sections(words, catalogue),
        texts=lambda says: _texts(words, says),
        draft=_draft,
        start=lambda: {"kind": EventKind.LAST_CONTACT.value, "source_type": "FAMILY", "reliability": "C",
                       "credibility": "3"},
        height=600,
    )  # fmt: skip


class ItemDialog(EntryDialog):
    """As it is chosen, a type of source fills in its usual grade; a returnee gets the next free pseudonym."""

    def __init__(
        self, place: Workplace, parent: QWidget, ledger: Information, case: Any, about: str,
        was: Kept[ItemDraft] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(place, parent, item_form(place.words, place.services.catalogue), ledger, case, about, was)
        self._ledger = ledger
        self._chosen = self.form.text("source_type")
        self.form.inputs["source_type"].edited.connect(self._source_chosen)

    def _source_chosen(self) -> None:
        code = self.form.text("source_type")
        source = self._place.services.catalogue.sources.get(code)
        if source is None or code == self._chosen:
            return
        self._chosen = code
        self.form.put("reliability", source.grade.source)
        self.form.put("credibility", str(source.grade.credibility))
        warning = source.warning.in_(self._place.words.language) if source.warning else ""
        self.form.inputs["source_type"].remind(warning)
        if code == RETURNEE:
            self.form.put("protected", YES)
            self._place.operations.read(self, lambda _: self._ledger.next_pseudonym(), self._offer_pseudonym)

    def _offer_pseudonym(self, pseudonym: str) -> None:
        source = self.form.inputs["source"]
        if self.form.text("source_type") == RETURNEE and not source.text():
            self.form.put("source", pseudonym)
            source.remind(self._place.words("A returnee is never named here: this pseudonym is free."))


def _texts(words: Words, says: ItemDraft) -> Mapping[str, str]:
    def day(value: PartialDate | None) -> str:
        return partial_words(words, value) if value else ""

    return {
        "kind": says.kind.value, "text": says.text, "starts": day(says.starts), "ends": day(says.ends),
        "place": says.place, "oblast": says.oblast, "katottg": says.katottg, "precision": says.precision or "",
        "unit": says.unit, "source_type": says.source_type, "source": says.source,
        "protected": YES if says.protected else "", "obtained_by": says.obtained_by,
        "received": words.date(says.received) if says.received else "", "reliability": says.reliability.value,
        "credibility": says.credibility.value, "sample_taken": YES if says.sample_taken else "",
        "photo_video": says.photo_video, "witnesses": says.witnesses, "evacuation": says.evacuation,
        "sensitive": YES if says.sensitive else "",
    }  # fmt: skip


def _draft(form: Form, _was: ItemDraft | None) -> ItemDraft:
    received, precision = form.date("received"), form.text("precision")
    return ItemDraft(
        EventKind(form.text("kind")), form.text("text"), form.text("source_type"),
        Reliability(form.text("reliability")), Credibility(form.text("credibility")), starts=form.date("starts"),
        ends=form.date("ends"), received=received.first if received else None, place=form.text("place"),
        oblast=form.text("oblast"), katottg=form.text("katottg"),
        precision=Precision(precision) if precision else None, unit=form.text("unit"), source=form.text("source"),
        protected=form.flag("protected"), obtained_by=form.text("obtained_by"),
        sample_taken=form.flag("sample_taken"), photo_video=form.text("photo_video"),
        witnesses=form.text("witnesses"), evacuation=form.text("evacuation"), sensitive=form.flag("sensitive"),
    )  # fmt: skip


def _sections(words: Words, catalogue: Catalogue) -> tuple[SectionDef, ...]:
    return (_event(words, catalogue), _source(words, catalogue), _grade(words), _notice())


def _event(words: Words, catalogue: Catalogue) -> SectionDef:
    none = (NOT_CHOSEN, words("not known"))
    kinds = tuple((kind.value, words(word)) for kind, word in KINDS.items())
    oblasts = tuple((code, oblast_words(words, catalogue, code)) for code in catalogue.oblasts)
    precisions = tuple((one.value, words(word)) for one, word in PRECISIONS.items())
    return SectionDef(
        N_("What happened"),
        (
            FieldDef("kind", Kind.CHOICE, N_("Event"), choices=kinds),
            FieldDef("text", Kind.LONG_TEXT, N_("What is known"), required=True),
            FieldDef("starts", Kind.DATE, N_("When, or from when"), N_("A month or a year will do: 06.2026, 2026.")),
            FieldDef("ends", Kind.DATE, N_("Until when, if it lasted")),
            FieldDef("place", Kind.TEXT, N_("Place, in the words of the source")),
            FieldDef("oblast", Kind.CHOICE, N_("Oblast"), choices=(none, *oblasts)),
            FieldDef("precision", Kind.CHOICE, N_("How exactly the place is known"), choices=(none, *precisions)),
            FieldDef("katottg", Kind.TEXT, N_("Code of КАТОТТГ, if you have it"), N_("UA and 17 digits.")),
            FieldDef("unit", Kind.UNIT, N_("Unit at the event")),
            FieldDef("sensitive", Kind.YES_NO, N_("Sensitive: keep the text out of lists")),
        ),
    )


def _source(words: Words, catalogue: Catalogue) -> SectionDef:
    types = tuple((code, source_type_words(words, catalogue, code)) for code in catalogue.sources)
    named = N_("A returnee stands here only by a pseudonym, such as R-2026-0412.")
    return SectionDef(
        N_("The source"),
        (
            FieldDef("source_type", Kind.CHOICE, N_("Where it is from"), choices=types),
            FieldDef("source", Kind.TEXT, N_("Who told it"), named),
            FieldDef("protected", Kind.YES_NO, N_("The source must not be named")),
            FieldDef("received", Kind.DAY, N_("When it reached us")),
            FieldDef("obtained_by", Kind.TEXT, N_("Who obtained it")),
        ),
    )


def _grade(words: Words) -> SectionDef:
    reliabilities = tuple((one.value, f"{one.value} – {words(word)}") for one, word in RELIABILITIES.items())
    credibilities = tuple((one.value, f"{one.value} – {words(word)}") for one, word in CREDIBILITIES.items())
    return SectionDef(
        N_("The grade"),
        (
            FieldDef("reliability", Kind.CHOICE, N_("How far the source is trusted"), choices=reliabilities),
            FieldDef(
                "credibility", Kind.CHOICE, N_("How far this very information is believed"),
                N_("Judge both apart: an honest man may be mistaken."), choices=credibilities,
            ),
        ),
    )  # fmt: skip


def _notice() -> SectionDef:
    return SectionDef(
        N_("As in the official notice"),
        (
            FieldDef("sample_taken", Kind.YES_NO, N_("A biological sample was taken")),
            FieldDef("photo_video", Kind.TEXT, N_("Photo or video: what there is")),
            FieldDef("witnesses", Kind.TEXT, N_("Witnesses")),
            FieldDef("evacuation", Kind.TEXT, N_("Measures to evacuate him")),
        ),
    )
