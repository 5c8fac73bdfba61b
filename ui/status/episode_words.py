"""A disappearance in the window: its line, the form that puts it right, and the one that begins the next."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.fate import Fate
from app.domain.information import Precision
from app.domain.name import canonical
from app.fates.episodes import FIRST_FATES, EpisodeDraft
from app.i18n import Words
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.fate_words import fate_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.dialog import RecordDialog
from ui.forms.form import Form
from ui.models.lines import Line
from ui.record.entry_form import EntryForm
from ui.workplace import Workplace

PRECISION: Mapping[Precision, str] = {
    Precision.POINT: N_("the very spot"),
    Precision.SETTLEMENT: N_("the settlement"),
    Precision.HROMADA: N_("the community (hromada)"),
    Precision.RAION: N_("the district (raion)"),
    Precision.OBLAST: N_("the oblast"),
    Precision.ABROAD: N_("abroad"),
}
PAPERS = ("D-NOTICE", "D-ERDR", "info_item")


def episode_lines(words: Words, catalogue: Catalogue, rows: Sequence[Kept[EpisodeDraft]]) -> list[Line]:
    """The newest disappearance first."""
    return [_line(words, catalogue, n, row) for n, row in reversed(list(enumerate(rows, 1)))]


def _line(words: Words, catalogue: Catalogue, n: int, row: Kept[EpisodeDraft]) -> Line:
    says, oblast = row.says, catalogue.oblasts.get(row.says.oblast)
    since = partial_words(words, says.started) if says.started else words("without a date")
    until = partial_words(words, says.ended) if says.ended else ""
    exact = words("known to: {precision}", precision=words(PRECISION[says.precision])) if says.precision else ""
    place = ", ".join(filter(None, (says.place, oblast.name.in_(words.language) if oblast else "", says.katottg)))
    return Line(
        words("Disappearance {n}", n=n), tuple(filter(None, (place, exact))), (), icon="map-pin",
        beside=f"{since} — {until}" if until else since, faint=bool(until), subject=row,
    )  # fmt: skip


def episode_form(catalogue: Catalogue, language: str) -> EntryForm[EpisodeDraft]:
    """The form that puts a disappearance right."""

    def draft(form: Form, _was: EpisodeDraft | None) -> EpisodeDraft:
        return _drafted(form)

    return EntryForm(
        name="episode", adding="", correcting=N_("Put the disappearance right"),
        sections=lambda words: (
            SectionDef("", (*_fields(words, catalogue), FieldDef("ended", Kind.DATE, N_("Ended")))),
        ),
        texts=lambda says: _texts(says, language), draft=draft,
    )  # fmt: skip


class BeginDialog(RecordDialog):
    """A man who was home is away again."""

    def __init__(self, place: Workplace, parent: QWidget, case: UUID, about: str) -> None:
        _, catalogue = place.words, place.services.catalogue
        first = tuple((fate.value, fate_words(_, catalogue, fate)) for fate in FIRST_FATES)
        papers = (("", "—"), *((code, _paper(_, catalogue, code)) for code in PAPERS))
        sections = (
            SectionDef(
                "",
                (
                    FieldDef("fate", Kind.CHOICE, N_("Status"), choices=first),
                    *_fields(_, catalogue),
                    FieldDef("paper", Kind.CHOICE, N_("What is at hand"), choices=papers),
                    FieldDef("source", Kind.TEXT, N_("Where it is known from")),
                ),
            ),
        )
        super().__init__(place, parent, _("He is gone again"), about, 540, sections)
        self._case = case
        self._begin({"fate": Fate.NO_CONTACT.value}, "episode_new", case)

    @override
    def _keep(self) -> None:
        episodes, case, form = self._place.services.record.episodes, self._case, self.form
        draft, fate, source = _drafted(form), Fate(form.text("fate")), form.text("source")
        evidence = tuple(filter(None, (form.text("paper"),)))
        self._write(lambda _: episodes.begin(case, draft, fate, evidence, source), self._refuse)

    @override
    def _texts_of(self, record: object) -> Mapping[str, str]:
        raise TypeError(record)


def _paper(words: Words, catalogue: Catalogue, code: str) -> str:
    paper = catalogue.documents.get(code)
    return paper.name.in_(words.language) if paper else words("an information item with its source")


def _fields(words: Words, catalogue: Catalogue) -> tuple[FieldDef, ...]:
    oblasts = tuple((code, one.name.in_(words.language)) for code, one in catalogue.oblasts.items())
    known = tuple((one.value, words(word)) for one, word in PRECISION.items())
    return (
        FieldDef("started", Kind.DATE, N_("Since when"), N_("the last contact, as far as it is known")),
        FieldDef("place", Kind.PLACE, N_("Place")),
        FieldDef("oblast", Kind.CHOICE, N_("Oblast"), choices=(("", "—"), *oblasts)),
        FieldDef("katottg", Kind.TEXT, N_("Code of КАТОТТГ")),
        FieldDef("precision", Kind.CHOICE, N_("How exactly the place is known"), choices=(("", "—"), *known)),
    )


def _drafted(form: Form) -> EpisodeDraft:
    ended = form.date("ended") if "ended" in form.inputs else None
    precision = form.text("precision")
    return EpisodeDraft(
        form.date("started"), ended, form.text("place"), form.text("oblast"), canonical(form.text("katottg")),
        Precision(precision) if precision else None,
    )  # fmt: skip


def _texts(says: EpisodeDraft, language: str) -> Mapping[str, str]:
    words = Words(language)
    return {
        "started": partial_words(words, says.started) if says.started else "",
        "ended": partial_words(words, says.ended) if says.ended else "",
        "place": says.place, "oblast": says.oblast, "katottg": says.katottg, "precision": says.precision or "",
    }  # fmt: skip
