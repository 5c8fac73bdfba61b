"""A change of status: only what may follow, with the day, the evidence that the table wants, the source."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.domain.errors import UserError
from app.domain.evidence import Need
from app.domain.fate import ALL_DEAD, HARD_NEWS, Fate
from app.domain.transition import TransitionRefused
from app.fates.change import FateDraft
from app.fates.service import Following
from ui.case.evidence_boxes import SECOND, WRITTEN, EvidenceBoxes
from ui.case.fate_words import fate_words
from ui.forms.drafted import keep_drafts
from ui.widgets.date_field import DateField
from ui.widgets.form_dialog import FIELD_WIDTH, FormDialog
from ui.widgets.label import Label
from ui.workplace import Workplace

HEIGHT = 520
NOTE_LINES = 58


class StatusDialog(FormDialog):
    """Nothing is chosen beforehand, nothing is red; what is missing is said beside its field."""

    def __init__(self, place: Workplace, parent: QWidget, case: CaseView) -> None:
        _ = place.words
        super().__init__(place, parent, _("Change of status"), f"{case.name} · {case.number}", HEIGHT)
        self._case = case
        self._ways: dict[Fate, tuple[tuple[Need, ...], ...]] = {}
        self._fate = QComboBox()
        self._fate.setPlaceholderText(_("Choose"))
        self._fate.activated.connect(lambda _row: self._ask())
        now = fate_words(_, place.services.catalogue, case.fate, case.sex)
        self._fate_field = self._add(self._fate, _("New status"), _("Now: {status}", status=now))
        self._calm = Label("", "muted", wrap=True)
        self._calm.setMaximumWidth(FIELD_WIDTH)
        self._column.addWidget(self._calm)
        self._day = DateField(place.look, _, place.clock.today(), partial=True)
        self._day_field = self._add(self._day, _("Since when"), _("dd.mm.yyyy; the year alone will do; may be empty"))
        self._day.judged.connect(self._day_field.warn)
        self._evidence = EvidenceBoxes(place, self._watch, self._day)
        self._column.addWidget(self._evidence)
        self._source = QLineEdit()
        self._add(self._source, _("Where it is known from"), _("for example: letter No. 5 of 12.09.2026"))
        self._comment = QPlainTextEdit()
        self._comment.setFixedHeight(place.look.theme.length(NOTE_LINES))
        self._comment.setTabChangesFocus(True)
        self._comment_field = self._add(self._comment, _("Comment"))
        self._second = QLineEdit()
        self._second_field = self._add(self._second, _("Who checked the papers with you"))
        self._column.addStretch(1)
        for later in (self._calm, self._evidence, self._second_field):
            later.hide()
        self._save.setEnabled(False)
        self._fate.setFocus()
        fates = place.services.fates
        place.operations.read(self, lambda _: fates.following(case.uid), self._offer)

    @override
    def save(self) -> None:
        """Record the change if the fields can be read; the service says what is missing."""
        fate = self._chosen()
        if fate is None or not self._save.isEnabled():
            return
        if wrong := self._day.judge():
            self._say(wrong)
            self._go_to(self._day)
            return
        draft = FateDraft(
            fate, self._day.value(), self._evidence.codes(), source=self._source.text().strip(),
            comment=self._comment.toPlainText().strip(), approved_by=self._second.text().strip(),
        )  # fmt: skip
        fates, case = self._place.services.fates, self._case.uid
        self._write(lambda _: fates.record(case, draft), self._refuse)

    def _offer(self, following: Sequence[Following]) -> None:
        _ = self._place.words
        for one in sorted(following, key=lambda one: one.fate in HARD_NEWS):
            self._ways[one.fate] = one.ways
            name = fate_words(_, self._place.services.catalogue, one.fate, self._case.sex)
            self._fate.addItem(name, one.fate.value)
        if not following:
            self._fate.setEnabled(False)
            self._say(_("No other status may follow this one."))
            return
        keep_drafts(self, self._place, "status", self._case.uid, self._values, self._fill)

    def _values(self) -> dict[str, str]:
        written = {
            "fate": self._chosen() or "", "day": self._day.text(), "evidence": "; ".join(self._evidence.codes()),
            "source": self._source.text(), "comment": self._comment.toPlainText(), "second": self._second.text(),
        }  # fmt: skip
        return {name: text for name, text in written.items() if text.strip()}

    def _fill(self, values: Mapping[str, str]) -> None:
        """Put `values` in place of what is written; a status that may no longer follow stays unchosen."""
        self._fate.setCurrentIndex(self._fate.findData(values.get("fate", "")))
        self._ask()
        self._day.setText(values.get("day", ""))
        self._evidence.tick(values.get("evidence", "").split("; "))
        self._source.setText(values.get("source", ""))
        self._comment.setPlainText(values.get("comment", ""))
        self._second.setText(values.get("second", ""))
        self._written = bool(values)

    def _ask(self) -> None:
        """Turn the fields to the status just chosen."""
        _, fate = self._place.words, self._chosen()
        self._save.setEnabled(fate is not None)
        self._say("")
        if fate is None:
            for widget in (self._calm, self._evidence, self._second_field):
                widget.hide()
            return
        needs = tuple(dict.fromkeys(need for way in self._ways[fate] for need in way))
        self._evidence.ask(needs)
        written = all(_written(way) for way in self._ways[fate])
        self._comment_field.entitle(_("Comment (required)") if written else _("Comment"))
        hard = fate in HARD_NEWS or self._case.fate in ALL_DEAD
        self._calm.setText(_calm(self._place, fate, self._case.fate))
        self._calm.setVisible(hard)
        self._second_field.setVisible(hard or any(SECOND & set(need.any_of) for need in needs))
        for field in (self._fate_field, self._comment_field, self._second_field):
            field.warn("")

    def _refuse(self, error: UserError) -> None:
        _, missing = self._place.words, error.missing if isinstance(error, TransitionRefused) else ()
        self._say("" if missing else _.explain(error))
        self._evidence.lack(missing)
        second = any(SECOND & set(need.any_of) for need in missing)
        self._second_field.warn(_("A second person's name is needed here, not your own.") if second else "")
        written = _written(missing)
        self._comment_field.warn(_("Write the reason in a few words.") if written else "")
        first = self._evidence.first(missing) or (self._comment if written else self._second if second else None)
        if missing:
            self._say(_("Not saved yet: what is missing is said beside the fields."))
        if first is not None:
            self._go_to(first)

    def _chosen(self) -> Fate | None:
        code = self._fate.currentData()
        return Fate(code) if code else None


def _written(needs: Sequence[Need]) -> bool:
    return any(WRITTEN & set(need.any_of) for need in needs)


def _calm(place: Workplace, to: Fate, now: Fate) -> str:
    _ = place.words
    if now in ALL_DEAD and to not in HARD_NEWS:
        return _(
            "The earlier entry stays in the record, and this one names it. Take your time: compare the papers "
            "with a colleague before anybody calls the family."
        )
    return _(
        "Take your time. This entry changes the case alone: it tells the family nothing, and nothing of it goes on "
        "their paper until the news was told in person. A colleague checks the papers with you."
    )
