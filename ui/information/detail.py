"""One item read in full: when, where, what, from whom; a source that must not be named waits until it is asked for."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from app.i18n import Words
from app.information.items import ItemDraft
from app.information.service import ItemRow
from ui.information.spans import span_words
from ui.information.words import KINDS, grade_words, place_words, source_type_words
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace


class ItemDetail(Card):
    """`correction_wanted`, `removal_wanted`, `compare_wanted` carry nothing: the item in view is meant."""

    correction_wanted = Signal()
    removal_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(_("Information"))
        self._place = place
        self._row: ItemRow | None = None
        self.text = Label("", wrap=True)
        self._warning = Label("", "small", wrap=True)
        self._facts = QWidget()
        self._facts.setObjectName("inside")
        self._lines = QFormLayout(self._facts)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._reveal = link(_("Show the source"))
        self._reveal.clicked.connect(self._toggle)
        self._compare = link(_("Lay side by side…"))
        self._compare.clicked.connect(self.compare_wanted)
        correct, remove = link(_("Put right…")), link(_("Take out"))
        correct.clicked.connect(self.correction_wanted)
        remove.clicked.connect(self.removal_wanted)
        acts = QWidget()
        flow = FlowLayout(acts, 12)
        for button in (self._compare, self._reveal, correct, remove):
            flow.addWidget(button)
        for widget in (self.text, self._facts, self._warning, acts):
            self.add(widget)
        self._shown = False
        self.hide()

    def show_item(self, row: ItemRow | None) -> None:
        """Show another item, or none; a source that was shown is veiled again."""
        self._row, self._shown = row, False
        self.setVisible(row is not None)
        self._again()

    def _again(self) -> None:
        row, _ = self._row, self._place.words
        while self._lines.rowCount():
            self._lines.removeRow(0)
        if row is None:
            return
        self.title.setText(_(KINDS[row.says.kind]))
        self.text.setText(row.says.text)
        for name, value in self._told(row):
            said = Label(value, wrap=True)
            self._lines.addRow(Label(name, "muted"), said)
        source = self._place.services.catalogue.sources.get(row.says.source_type)
        warning = source.warning.in_(_.language) if source and source.warning else ""
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._compare.setVisible(bool(row.against))
        self._reveal.setVisible(row.says.veiled and bool(row.says.source or row.says.witnesses))
        self._reveal.setText(_("Hide the source") if self._shown else _("Show the source"))
        self._reveal.setAccessibleName(self._reveal.text())

    def _told(self, row: ItemRow) -> Iterator[tuple[str, str]]:
        _, says = self._place.words, row.says
        catalogue = self._place.services.catalogue
        told = (
            (_("When"), span_words(_, says.starts, says.ends)),
            (_("Where"), place_words(_, catalogue, says)),
            (_("Code of the place"), says.katottg),
            (_("Unit"), says.unit),
            (_("Source"), source_words(_, source_type_words(_, catalogue, says.source_type), says, shown=self._shown)),
            (_("Grade"), grade_words(_, says)),
            (_("Received"), _.date(says.received) if says.received else ""),
            (_("Obtained by"), says.obtained_by),
            (_("Biological sample"), _("taken") if says.sample_taken else ""),
            (_("Photo or video"), says.photo_video),
            (_("Witnesses"), veiled_words(_, says, says.witnesses, shown=self._shown)),
            (_("Evacuation"), says.evacuation),
            (_("Written down"), f"{row.kept.by}, {_.instant(row.kept.at)}"),
        )
        return ((name, value) for name, value in told if value)

    def _toggle(self) -> None:
        self._shown = not self._shown
        self._again()


def source_words(words: Words, kind: str, says: ItemDraft, *, shown: bool) -> str:
    """The type of a source and its name, or that it must not be named."""
    return " · ".join(filter(None, (kind, veiled_words(words, says, says.source, shown=shown))))


def veiled_words(words: Words, says: ItemDraft, name: str, *, shown: bool) -> str:
    """A name that tells who the source is, unless it must not be named and nobody asked."""
    if not name or shown or not says.veiled:
        return name
    return words("must not be named")
