"""Ill-treatment, as far as he wants it kept: nobody asks twice, every use has its leave, readers are told before."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import N_
from app.i18n import Words
from app.wellbeing.care import Kept
from app.wellbeing.sheets import Answer, Disclosure, Listener
from ui.care.sheet_dialogs import CareDialog, day_field, today_text
from ui.care.whom import Whom
from ui.documents.ask_dialog import AskDialog
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.widgets.button import primary, quiet
from ui.widgets.label import Label
from ui.workplace import Workplace

LISTENERS: Mapping[Listener, str] = {
    Listener.DOCTOR: N_("a doctor"),
    Listener.PSYCHOLOGIST: N_("a psychologist"),
    Listener.INVESTIGATOR: N_("an investigator"),
    Listener.PROSECUTOR: N_("a prosecutor"),
    Listener.COMMISSION: N_("a commission"),
    Listener.OTHER: N_("somebody else"),
}
_ANSWERS: Mapping[Answer, tuple[str, str, str]] = {
    Answer.NOT_ASKED: (N_("not asked"), "closed", "clock"),
    Answer.YES: (N_("agrees"), "returned", "check"),
    Answer.NO: (N_("does not agree"), "missing", "ban"),
}
HEADS: Mapping[str, str] = {
    "words": N_("In his own words"),
    "body": N_("What a doctor should look at"),
    "mind": N_("How it is now"),
    "needs": N_("What is needed now"),
}
"""The heads of the Istanbul Protocol, as far as they are for a worker and not for an examiner."""


class DisclosureDialog(CareDialog):
    """No question leads to it: every field may stay empty."""

    def __init__(self, place: Workplace, parent: QWidget, whom: Whom) -> None:
        _ = place.words
        told = tuple((one.value, _(word)) for one, word in LISTENERS.items())
        leaves = tuple((one.value, _(word)) for one, (word, _tone, _icon) in _ANSWERS.items())
        hint = N_("only what the person wants written down; ask nothing further")
        sections = (
            SectionDef(
                N_("Already told: do not ask again"),
                (
                    day_field("on", N_("On which day")),
                    FieldDef("told", Kind.TICKS, N_("To whom"), choices=told),
                    FieldDef("where", Kind.TEXT, N_("Where it is written down"), N_("report, number, day")),
                ),
            ),
            SectionDef(
                N_("Leave for each use"),
                (
                    FieldDef("medical", Kind.CHOICE, N_("A doctor may read it"), choices=leaves),
                    FieldDef("prosecutor", Kind.CHOICE, N_("A prosecutor may read it"), choices=leaves),
                ),
            ),
            SectionDef(
                N_("May all stay empty"),
                tuple(FieldDef(name, Kind.LONG_TEXT, label, hint if name == "words" else "")
                      for name, label in HEADS.items()),
            ),
        )  # fmt: skip
        start = {"on": today_text(place), "medical": Answer.NOT_ASKED.value, "prosecutor": Answer.NOT_ASKED.value}
        super().__init__(place, parent, _("What was told of ill-treatment"), whom, sections, start)

    @override
    def _sheet(self) -> Disclosure:
        form = self.form
        medical, prosecutor = (Answer(form.text(key) or Answer.NOT_ASKED) for key in ("medical", "prosecutor"))
        return Disclosure(
            self._day("on"), tuple(Listener(code) for code in form.text("told").split()), form.text("where"),
            **{name: form.text(name) for name in HEADS}, medical=medical, prosecutor=prosecutor,
        )  # fmt: skip


class DisclosureReader(AskDialog):
    """First what kind of text it is; the text itself only to whoever chooses to read it now."""

    def __init__(self, place: Workplace, parent: QWidget, kept: Kept) -> None:
        _ = place.words
        super().__init__(parent, _("What was told of ill-treatment"))
        self._place, self._kept = place, kept
        self.note = Label(
            _("This tells of ill-treatment. You need not read it now, nor alone: only if your work asks for it."),
            wrap=True,
        )  # fmt: skip
        self.text = Label("", wrap=True)
        self.text.hide()
        self.read = primary(place.look, _("Read it"))
        self.read.clicked.connect(self.show_text)
        self.leave = quiet(place.look, _("Not now"))
        self.leave.clicked.connect(self.reject)
        self._column.addWidget(Label(_("Before you read"), "h2"))
        self._column.addWidget(self.note)
        self._column.addWidget(self.text)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.read)
        self._column.addLayout(foot)
        self.leave.setFocus()

    def show_text(self) -> None:
        """Show what was told."""
        sheet = self._kept.sheet
        if isinstance(sheet, Disclosure):
            _ = self._place.words
            parts = ((_(label), getattr(sheet, name)) for name, label in HEADS.items())
            said = "\n\n".join(f"{title}: {text}" for title, text in parts if text)
            self.text.setText(said or _("Nothing is written down besides whom it was told to."))
            self.text.show()
            self.read.hide()
            self.leave.setText(_("Close"))
            self._fit()


def disclosure_line(words: Words, kept: Kept) -> Line:
    """A disclosure in a list: to whom it was told and what may be done with it, and nothing of what was told."""
    sheet = kept.sheet
    if not isinstance(sheet, Disclosure):
        raise TypeError(sheet)
    told = ", ".join(words(LISTENERS[one]) for one in sheet.told) or words("nobody before us")
    details = [words("Already told to: {whom}. Do not ask again.", whom=told)]
    if sheet.where:
        details.append(words("Written down: {where}.", where=sheet.where.rstrip(".")))
    return Line(
        words.date(sheet.on), tuple(details),
        (_leave(words, N_("doctor: {answer}"), sheet.medical),
         _leave(words, N_("prosecutor: {answer}"), sheet.prosecutor)),
        "lock-keyhole", kept.by, subject=kept,
    )  # fmt: skip


def _leave(words: Words, said: str, answer: Answer) -> Chip:
    word, tone, icon = _ANSWERS[answer]
    return Chip(words(said, answer=words(word)), tone, icon)
