"""What is done about a paper, one form for each move; what was done before is never overwritten."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.documents.queries import DocumentRow
from app.documents.tracking import MoveDraft
from app.domain.errors import N_
from app.domain.paper_state import Move, Original
from app.domain.partial_date import PartialDate
from app.i18n import Words
from ui.documents.state_words import ORIGINALS
from ui.documents.words import title_word
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.dialog import RecordDialog
from ui.forms.plain import YES
from ui.workplace import Workplace

HEIGHT = 420
TITLES: Mapping[Move, str] = {
    Move.REQUEST: N_("The paper is requested"),
    Move.RECEIVE: N_("The paper is received"),
    Move.CHECK: N_("The paper is checked"),
    Move.FIND_ERROR: N_("There is an error in the paper"),
    Move.ASK_CORRECTION: N_("A correction is asked for"),
    Move.CORRECT: N_("The error is corrected"),
    Move.HAND_OVER: N_("Who holds the original"),
}


class MoveDialog(RecordDialog):
    """Writes one move of a paper down."""

    def __init__(self, place: Workplace, parent: QWidget, row: DocumentRow, move: Move) -> None:
        _, catalogue = place.words, place.services.catalogue
        self._paper = title_word(_, catalogue, row)
        sections = [SectionDef("", tuple(_fields(place, move)))]
        super().__init__(place, parent, _(TITLES[move]), self._paper, HEIGHT, sections)
        self.named = _("Written down.")
        self._row, self._move = row, move
        self._begin(_start(place, row, move), f"move_{move.value}", row.uid)

    @override
    def _keep(self) -> None:
        row, draft, tracking = self._row, self._draft(), self._place.services.documents.tracking
        self._write(lambda _: tracking.move(row.uid, row.version, draft), self._refuse)

    @override
    def _texts_of(self, record: object) -> Mapping[str, str]:
        raise TypeError(record)

    def _draft(self) -> MoveDraft:
        _, day, until = self._place.words, self.form.date("on"), self._day("valid_until")
        asked = _("Ask for the correction: {paper}", paper=self._paper) if self._text("step") == YES else ""
        return MoveDraft(
            self._move, (day.exact if day else None) or self._place.clock.today(), self._text("body"),
            self._text("reference"), self._text("who"), self._text("text"), Original(self._text("original")),
            until.exact if until else None, asked,
        )  # fmt: skip

    def _text(self, key: str) -> str:
        return self.form.text(key) if key in self.form.inputs else ""

    def _day(self, key: str) -> PartialDate | None:
        return self.form.date(key) if key in self.form.inputs else None


def _start(place: Workplace, row: DocumentRow, move: Move) -> Mapping[str, str]:
    start = {"on": place.words.date(place.clock.today()), "step": YES}
    if move is Move.CHECK:
        start["who"] = place.services.access.user
    if move in {Move.REQUEST, Move.ASK_CORRECTION}:
        start["body"] = next((one.body for one in reversed(row.trail) if one.body), "")
    if move in {Move.HAND_OVER, Move.CORRECT}:
        start |= {"original": row.original.value, "who": row.holder if move is Move.HAND_OVER else ""}
    return start


def _fields(place: Workplace, move: Move) -> Iterator[FieldDef]:
    _ = place.words
    if move is Move.FIND_ERROR:
        hint = N_("exactly as the paper has it, and what it should be")
        yield FieldDef("text", Kind.LONG_TEXT, N_("What is wrong (required)"), hint, required=True)
    if move is Move.HAND_OVER:
        yield FieldDef("original", Kind.CHOICE, N_("The original is"), choices=_holders(_))
        yield FieldDef("who", Kind.TEXT, N_("Who exactly, or how it was lost"))
    yield FieldDef("on", Kind.DAY, N_("On (required)"), N_("dd.mm.yyyy"), required=True)
    if move in {Move.REQUEST, Move.ASK_CORRECTION}:
        bodies = sorted((one.name.in_(_.language), code) for code, one in place.services.catalogue.bodies.items())
        choices = (("", _("not said")), *((code, name) for name, code in bodies))
        yield FieldDef("body", Kind.CHOICE, N_("From which body"), N_("type a part of its name"), choices=choices)
        yield FieldDef("reference", Kind.TEXT, N_("Reference of the request"))
    if move is Move.CHECK:
        yield FieldDef("who", Kind.TEXT, N_("Checked by"))
    if move in {Move.RECEIVE, Move.CORRECT}:
        yield FieldDef("original", Kind.CHOICE, N_("The original is"), choices=_holders(_))
    if move is Move.RECEIVE:
        yield FieldDef("valid_until", Kind.DAY, N_("Valid until"), N_("empty if it does not expire"), future=True)
    if move is Move.FIND_ERROR:
        yield FieldDef("step", Kind.YES_NO, N_("Open a step: ask for the correction, within 7 days"))
    else:
        yield FieldDef("text", Kind.LONG_TEXT, N_("Note"))


def _holders(words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, words(word)) for one, word in ORIGINALS.items())
