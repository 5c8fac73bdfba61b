"""A change of status: only what may follow, with the day, the evidence that the table wants, the source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from app.approvals.service import ApprovalRow, Kind, Waits
from app.cases.view import CaseView
from app.domain.errors import UserError
from app.domain.evidence import Need
from app.domain.fate import ALL_DEAD, HARD_NEWS, Fate
from app.domain.plausible import Finding
from app.domain.transition import SECOND, WRITTEN, TransitionRefused
from app.fates.change import FateDraft
from app.fates.service import FateRow, Following
from app.fates.steps import Consequences
from ui.case.evidence_boxes import EvidenceBoxes
from ui.date_words import partial_words
from ui.fate_words import fate_words
from ui.forms.drafted import keep_drafts
from ui.operations import Latest
from ui.status.consequences import ConsequencesBox
from ui.status.doubt_words import doubts_words
from ui.status.waiting_words import waiting_words
from ui.widgets.banner import Banner
from ui.widgets.date_field import DateField
from ui.widgets.form_dialog import FIELD_WIDTH, FormDialog
from ui.widgets.label import Label
from ui.workplace import Workplace

HEIGHT = 540
NOTE_LINES = 58


@dataclass(frozen=True, slots=True)
class _Read:
    """What the dialog asks about a case before it offers anything."""

    following: tuple[Following, ...]
    history: tuple[FateRow, ...]
    waiting: tuple[ApprovalRow, ...]
    training: bool


class StatusDialog(FormDialog):
    """Nothing is chosen beforehand, nothing is red; what is missing is said beside its field."""

    def __init__(self, place: Workplace, parent: QWidget, case: CaseView) -> None:
        _ = place.words
        super().__init__(place, parent, _("Change of status"), f"{case.name} · {case.number}", HEIGHT)
        self._case = case
        self._following: dict[Fate, Following] = {}
        self._history: tuple[FateRow, ...] = ()
        self._training = False
        self._doubted: FateDraft | None = None
        self._waits = Banner(place.look, "hourglass", "")
        self._fate = QComboBox()
        self._fate.setPlaceholderText(_("Choose"))
        self._fate.activated.connect(lambda _row: self._ask())
        now = fate_words(_, place.services.catalogue, case.fate, case.sex)
        self._column.addWidget(self._waits)
        self._fate_field = self._add(self._fate, _("New status"), _("Now: {status}", status=now))
        self._calm = self._told_below()
        self._reverses = QComboBox()
        self._reverses_field = self._add(
            self._reverses, _("Which entry it takes back"), _("that entry stays in the record, marked as reversed")
        )
        self._day = DateField(place.look, _, place.clock.today(), partial=True)
        self._day_field = self._add(self._day, _("Since when"), _("dd.mm.yyyy; the year alone will do; may be empty"))
        self._day.judged.connect(self._day_field.warn)
        self._evidence = EvidenceBoxes(place, self._watch, self._day)
        self._column.addWidget(self._evidence)
        self._kind = QComboBox()
        self._kind.addItem(_("not said"), "")
        for source in place.services.catalogue.sources.values():
            self._kind.addItem(source.name.in_(_.language), source.code)
        self._add(self._kind, _("Kind of source"))
        self._source = QLineEdit()
        self._add(self._source, _("Where it is known from"), _("for example: letter No. 5 of 12.09.2026"))
        self._comment = QPlainTextEdit()
        self._comment.setFixedHeight(place.look.theme.length(NOTE_LINES))
        self._comment.setTabChangesFocus(True)
        self._comment_field = self._add(self._comment, _("Comment"))
        self._consequences = ConsequencesBox(place)
        self._foreseen = Latest(place.operations, self)
        self._column.addWidget(self._consequences)
        self._second = self._told_below()
        self._second.setText(
            _("A second person must agree to exactly this: save it, ask the lead of your office, then save it once "
              "more. Who works alone waits a day. The comment is what the second person reads.")
        )  # fmt: skip
        self._column.addStretch(1)
        for later in (self._waits, self._calm, self._reverses_field, self._evidence, self._second):
            later.hide()
        self._save.setEnabled(False)
        self._fate.setFocus()
        place.operations.read(self, lambda _: self._read(), self._offer)

    @override
    def save(self) -> None:
        """Record the change if the fields can be read; the service says what is missing."""
        if self._chosen() is None or not self._save.isEnabled():
            return
        if wrong := self._day.judge():
            self._say(wrong)
            self._go_to(self._day)
            return
        draft, quality, case = self._draft(), self._place.services.quality, self._case.uid
        if draft == self._doubted:
            self._record(draft)
            return
        self._save.setEnabled(False)
        self._place.operations.read(
            self, lambda _: quality.of_change(case, draft), lambda found: self._doubt(draft, found)
        )

    def _read(self) -> _Read:
        services, case = self._place.services, self._case.uid
        return _Read(
            services.fates.following(case), services.fates.history(case), services.approvals.about(case),
            services.training,
        )  # fmt: skip

    def _draft(self) -> FateDraft:
        return FateDraft(
            Fate(self._fate.currentData()), self._day.value(), self._evidence.codes(),
            source=self._source.text().strip(), source_type=self._kind.currentData(),
            comment=self._comment.toPlainText().strip(),
            reverses=self._reverses.currentData() if self._reverses.count() > 1 else None,
            paying=self._consequences.answers(),
        )  # fmt: skip

    def _doubt(self, draft: FateDraft, found: Sequence[Finding]) -> None:
        """Record it, or say first what cannot be and let it stand only when it is meant."""
        self._save.setEnabled(True)
        if not found:
            self._record(draft)
            return
        self._doubted = draft
        self._day_field.warn(doubts_words(self._place.words, self._place.services.catalogue, found))
        self._say(self._place.words("Check the dates. Save once more to keep them as they are; they stay listed."))
        self._go_to(self._day)

    def _record(self, draft: FateDraft) -> None:
        fates, case = self._place.services.fates, self._case.uid
        self._write(lambda _: fates.record(case, draft), self._refuse)

    def _offer(self, read: _Read) -> None:
        _ = self._place.words
        self._history, self._training = read.history, read.training
        self._show_waiting(read.waiting)
        for one in sorted(read.following, key=lambda one: one.fate in HARD_NEWS):
            self._following[one.fate] = one
            name = fate_words(_, self._place.services.catalogue, one.fate, self._case.sex)
            self._fate.addItem(name, one.fate.value)
        if not read.following:
            self._fate.setEnabled(False)
            self._say(_("No other status may follow this one."))
            return
        keep_drafts(self, self._place, "status", self._case.uid, self._values, self._fill)

    def _show_waiting(self, rows: Sequence[ApprovalRow]) -> None:
        asked = [row for row in rows if row.kind is Kind.FATE]
        told = [waiting_words(self._place.words, self._place.services.catalogue, row) for row in asked]
        self._waits.sentence.setText("\n".join(told))
        self._waits.setVisible(bool(told))

    def _values(self) -> dict[str, str]:
        written = {
            "fate": self._chosen() or "", "day": self._day.text(), "evidence": "; ".join(self._evidence.codes()),
            "source": self._source.text(), "comment": self._comment.toPlainText(), "kind": self._kind.currentData(),
            "paying": self._consequences.text(),
            "reverses": str(self._reverses.currentData() or "") if self._reverses.count() > 1 else "",
        }  # fmt: skip
        return {name: text for name, text in written.items() if text.strip()}

    def _fill(self, values: Mapping[str, str]) -> None:
        """Put `values` in place of what is written; a status that may no longer follow stays unchosen."""
        self._fate.setCurrentIndex(self._fate.findData(values.get("fate", "")))
        self._ask()
        self._day.setText(values.get("day", ""))
        self._evidence.tick(values.get("evidence", "").split("; "))
        self._kind.setCurrentIndex(max(0, self._kind.findData(values.get("kind", ""))))
        self._source.setText(values.get("source", ""))
        self._comment.setPlainText(values.get("comment", ""))
        self._consequences.want(values.get("paying", ""))
        for row in range(self._reverses.count()):
            if str(self._reverses.itemData(row)) == values.get("reverses"):
                self._reverses.setCurrentIndex(row)
        self._written = bool(values)

    def _ask(self) -> None:
        """Turn the fields to the status just chosen."""
        _, fate = self._place.words, self._chosen()
        self._save.setEnabled(fate is not None)
        self._say("")
        if fate is None:
            for widget in (self._calm, self._evidence, self._second, self._reverses_field, self._consequences):
                widget.hide()
            return
        chosen = self._following[fate]
        needs = tuple(dict.fromkeys(need for way in chosen.ways for need in way))
        self._evidence.ask(needs, chosen.at_hand)
        self._offer_reversal(chosen)
        written = all(_written(way) for way in chosen.ways)
        self._comment_field.entitle(_("Comment (required)") if written else _("Comment"))
        self._calm.setText(_calm(self._place, fate, self._case.fate))
        self._calm.setVisible(fate in HARD_NEWS or self._case.fate in ALL_DEAD)
        self._second.setVisible(any(SECOND & set(need.any_of) for need in needs) and not self._training)
        for field in (self._fate_field, self._comment_field):
            field.warn("")
        fates, case = self._place.services.fates, self._case.uid
        self._foreseen.ask(lambda _: fates.consequences(case, fate), self._show_consequences)

    def _show_consequences(self, told: Consequences) -> None:
        self._consequences.show_consequences(told)
        for box in self._consequences.choices.values():
            self._watch(box)

    def _offer_reversal(self, chosen: Following) -> None:
        _, catalogue = self._place.words, self._place.services.catalogue
        self._reverses.clear()
        named = {row.uid: row for row in self._history}
        for uid in chosen.takes_back:
            row = named[uid]
            since = partial_words(_, row.effective) if row.effective else _("without a date")
            self._reverses.addItem(f"{fate_words(_, catalogue, row.fate, self._case.sex)}, {since}", uid)
        self._reverses.setEnabled(self._reverses.count() > 1)
        self._reverses_field.setVisible(self._reverses.count() > 0)

    def _refuse(self, error: UserError) -> None:
        _, missing = self._place.words, error.missing if isinstance(error, TransitionRefused) else ()
        self._say("" if missing else _.explain(error))
        if isinstance(error, Waits):
            self._wait()
        self._evidence.lack(missing)
        written = _written(missing)
        self._comment_field.warn(_("Write the reason in a few words.") if written else "")
        first = self._evidence.first(missing) or (self._comment if written else None)
        if missing:
            self._say(_("Not saved yet: what is missing is said beside the fields."))
        if first is not None:
            self._go_to(first)

    def _wait(self) -> None:
        """What is written waits in the form; it is shown that somebody was asked."""
        approvals, case = self._place.services.approvals, self._case.uid
        self._touch()
        self._place.operations.read(self, lambda _: approvals.about(case), self._show_waiting)

    def _told_below(self) -> Label:
        label = Label("", "muted", wrap=True)
        label.setMaximumWidth(FIELD_WIDTH)
        self._column.addWidget(label)
        return label

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
