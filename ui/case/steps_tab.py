"""The steps of a case in their tracks; the chosen one explained beside the list."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QWidget

from app.domain.deadline import Kind
from app.domain.step import StepState, Track
from app.plan.queries import StepRow
from ui.case.step_acts import StepActs
from ui.case.step_panel import StepPanel
from ui.case.tracks import progress_of
from ui.due_words import due_chip, kind_chip
from ui.models.entries import Entry
from ui.models.roles import Chip
from ui.step_words import state_chip, step_title, track_word
from ui.widgets.button import filter_chip, quiet
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.label import Label
from ui.workplace import Workplace

BY_LAW = frozenset({Kind.STATUTORY, Kind.STATUTORY_NO_ROLL, Kind.BODY_TERM})


class StepsTab(QWidget):
    """The list ticks steps as done; what else is done with one is in its panel and goes to `acts`."""

    def __init__(self, place: Workplace, acts: StepActs) -> None:
        super().__init__()
        _ = place.words
        self._place, self.acts = place, acts
        self._rows: tuple[StepRow, ...] = ()
        self._all = False
        self._list = EntryList(place.look, _("Steps"))
        self._list.ticked.connect(acts.tick)
        self._list.chosen.connect(self._choose)
        self.panel = StepPanel(place, acts)
        self._list.opened.connect(lambda _row: self.panel.setFocus())
        card = Card(_("Steps"))
        self.own = quiet(place.look, _("New step…"), "plus")
        self.own.clicked.connect(acts.write_own)
        self.days = quiet(place.look, _("Days…"))
        self.days.setToolTip(_("Days from which terms run"))
        self.days.clicked.connect(acts.list_days)
        for chip in (self.own, self.days, *self._switch()):
            card.head.addWidget(chip)
        card.add(self._list, 1)
        self._none: QLabel = Label(_("No open steps."), "muted")
        card.add(self._none)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(card, 3)
        row.addWidget(self.panel, 2)

    def show_steps(self, rows: Sequence[StepRow]) -> None:
        """Show the steps; the chosen one stays chosen."""
        self._rows = tuple(rows)
        chosen = self.panel.step
        entries = [*(entry for track in Track for entry in self._track(track)), *self._later()]
        self._list.entries.show(entries)
        self._none.setVisible(not entries)
        kept = next((row for row in rows if chosen and row.uid == chosen.uid), None)
        self._select(kept or next((e.subject for e in entries if not e.heading), None))  # type: ignore[arg-type]  # subjects are step rows

    def choose(self, step: StepRow) -> None:
        """Show `step`, even if closed ones are hidden."""
        if not step.open and not self._all:
            self._show_all(True)
        self._select(step)
        self._list.setFocus()

    def _select(self, step: StepRow | None) -> None:
        self.panel.show_step(step)
        if step is not None:
            index = self._list.entries.find(step)
            if index.isValid():
                self._list.setCurrentIndex(index)

    def _choose(self, step: object) -> None:
        if isinstance(step, StepRow) and (self.panel.step is None or step != self.panel.step):
            self.panel.show_step(step)

    def _switch(self) -> list[QWidget]:
        _ = self._place.words
        group = QButtonGroup(self)
        chips: list[QWidget] = []
        for word, everything in ((_("Open ones"), False), (_("All"), True)):
            chip = filter_chip(word)
            chip.setChecked(everything is self._all)
            chip.clicked.connect(lambda _checked, chosen=everything: self._show_all(chosen))
            group.addButton(chip)
            chips.append(chip)
        return chips

    def _show_all(self, everything: bool) -> None:
        self._all = everything
        self.show_steps(self._rows)

    def _track(self, track: Track) -> list[Entry]:
        words = self._place.words
        later = self._asleep()
        own = [row for row in self._rows if row.track is track and (self._all or row.open) and row not in later]
        if not own:
            return []
        done, total = progress_of(self._rows, track)
        heading = Entry(track_word(words, track), words("{done} of {total}", done=done, total=total), heading=True)
        return [heading, *(self._entry(row) for row in own)]

    def _asleep(self) -> list[StepRow]:
        """The steps whose wave has not come yet."""
        today = self._place.clock.today()
        return [row for row in self._rows if row.open and row.wave and row.snoozed_until and row.snoozed_until > today]

    def _later(self) -> list[Entry]:
        """The waves that are still to come, under their days: nobody has to see them among the work of today."""
        entries: list[Entry] = []
        waves: dict[date, list[StepRow]] = {}
        for row in self._asleep():
            waves.setdefault(row.snoozed_until or date.max, []).append(row)
        for day, rows in sorted(waves.items()):
            many = self._place.words.count("{n} step", "{n} steps", len(rows))
            since = self._place.words("From {date}", date=self._place.words.date(day))
            entries.append(Entry(since, many, heading=True))
            entries += [self._entry(row) for row in rows]
        return entries

    def _entry(self, row: StepRow) -> Entry:
        words = self._place.words
        ticked = None if row.state in {StepState.NOT_NEEDED, StepState.NOT_EXECUTABLE, StepState.OBSOLETE} else (
            row.state is StepState.DONE
        )  # fmt: skip
        return Entry(step_title(words, row.title), self._second(row), self._chip(row), ticked, row)

    def _second(self, row: StepRow) -> str:
        words = self._place.words
        known = self._place.services.catalogue.bodies.get(row.body)
        body = known.name.in_(words.language) if known else ""
        state = state_chip(words, row) if row.open else None
        kind = kind_chip(words, row.kind).text if row.definition else words("own step")
        return " · ".join(part for part in (row.person, state.text if state else "", kind, body) if part)

    def _chip(self, row: StepRow) -> Chip | None:
        _ = self._place.words
        if not row.open:
            return state_chip(_, row)
        chip = due_chip(_, row.due, self._place.clock.today())
        if chip is None:
            return state_chip(_, row)
        return Chip(chip.text, chip.tone, "scale" if row.kind in BY_LAW else "")
