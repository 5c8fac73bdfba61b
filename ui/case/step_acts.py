"""What is done with the steps of a case: done, refused, not needed; whom they wait for, whose they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from app.cases.view import CaseView
from app.documents.queries import DocumentRow
from app.domain.errors import N_
from app.domain.partial_date import PartialDate, of_day
from app.domain.trigger import YEARLY, done_step
from app.plan.events import EventDay
from app.plan.known import BY_ITSELF, OF_ONE_STEP
from app.plan.queries import StepRow
from app.records.keeping import Kept
from ui.event_words import event_words
from ui.record.entry_form import EntryDialog, EntryForm
from ui.step_words import step_title
from ui.steps import forms
from ui.steps.event_dialog import EventDialog
from ui.steps.events_dialog import EventsDialog
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class _Read:
    """What the form of a step is made from."""

    workers: tuple[str, ...]
    says: Kept[Any] | None


class StepActs:
    """`owner` is the widget whose window its dialogs belong to."""

    def __init__(self, place: Workplace, owner: QWidget) -> None:
        self._place, self._owner = place, owner
        self._view: CaseView | None = None
        self._papers: tuple[DocumentRow, ...] = ()

    def show_case(self, view: CaseView, papers: Sequence[DocumentRow]) -> None:
        """From now on these are the case and its documents."""
        self._view, self._papers = view, tuple(papers)

    def tick(self, step: StepRow) -> None:
        """Mark a step done today, or open it again if it is over."""
        if step.open:
            self.finish(step, of_day(self._place.clock.today()), "")
        else:
            self.reopen(step)

    def finish(self, step: StepRow, day: PartialDate | None, outcome: str) -> None:
        """Mark a step done on a day."""
        plan, said = self._place.services.plan, self._said(N_("Done: {step}"), step)
        done = lambda _: plan.done(step.uid, step.version, day, outcome=outcome)  # noqa: E731 - work of one line
        self._place.operations.write(self._owner, done, named=said)

    def drop(self, step: StepRow, reason: str) -> None:
        """Mark a step not needed."""
        plan, said = self._place.services.plan, self._said(N_("Not needed: {step}"), step)
        drop = lambda _: plan.not_needed(step.uid, step.version, reason)  # noqa: E731 - as above
        self._place.operations.write(self._owner, drop, named=said)

    def reopen(self, step: StepRow) -> None:
        """Open a step again."""
        plan, said = self._place.services.plan, self._said(N_("Open again: {step}"), step)
        self._place.operations.write(self._owner, lambda _: plan.reopen(step.uid, step.version), named=said)

    def begin(self, step: StepRow) -> None:
        """Mark that somebody works on a step."""
        steps, said = self._place.services.record.steps, self._said(N_("Started: {step}"), step)
        self._place.operations.write(self._owner, lambda _: steps.begin(step.uid, step.version), named=said)

    def write_own(self) -> None:
        """Ask for a step of one's own."""
        self._ask_about(None)

    def put_right(self, step: StepRow) -> None:
        """Ask for all that is said of a step."""
        self._ask_about(step)

    def wait(self, step: StepRow) -> None:
        """Ask for whom a step waits."""
        form = forms.wait_form(self._about(()), step, self._place.clock.today())
        self._ask(step, form, forms.Waiting(self._place.services.record.steps, step), N_("Waits: {step}"))

    def refuse(self, step: StepRow) -> None:
        """Ask for the words of a refusal."""
        form = forms.refusal_form(self._place.clock.today())
        self._ask(step, form, forms.Refusing(self._place.services.plan, step), N_("Refused: {step}"))

    def fail(self, step: StepRow) -> None:
        """Ask why a step cannot be done."""
        form, taker = forms.failing_form(), forms.Failing(self._place.services.plan, step)
        self._ask(step, form, taker, N_("Cannot be done: {step}"))

    def share(self, step: StepRow) -> None:
        """Ask for which relatives a step is one each."""
        form = forms.share_form(self._about(()), step)
        self._ask(step, form, forms.Sharing(self._place.services.record.steps, step), N_("One for each: {step}"))

    def choose(self, step: StepRow) -> None:
        """Ask which term a lawyer picked."""
        taker = forms.Choosing(self._place.services.record.steps, step)
        self._ask(step, forms.choice_form(step), taker, N_("The term is kept: {step}"))

    def enter_day(self, step: StepRow, event: str) -> None:
        """Ask for the day of the event from which a step's term runs."""
        view = self._view
        if view is None:
            return
        events = self._place.services.record.events

        def read(_: object) -> Kept[EventDay] | None:
            if event in OF_ONE_STEP:
                return next((one for one in events.of_step(step.uid) if one.says.event == event), None)
            return next((row.entry for row in events.rows(view.uid) if row.event == event), None)

        def show(was: Kept[EventDay] | None) -> None:
            own = step.uid if event in OF_ONE_STEP else None
            dialog = EventDialog(self._place, self._owner, view.uid, self._title(step), [event], was, own)
            dialog.named = self._place.words("The day is written down; due days follow it.")
            dialog.open()

        self._place.operations.read(self._owner, read, show)

    def list_days(self) -> None:
        """Show the days from which terms run."""
        if self._view is not None:
            about = f"{self._view.name or self._place.words('Name unknown')} · {self._view.number}"
            EventsDialog(self._place, self._owner, self._view.uid, about).open()

    def offer(self, menu: QMenu, step: StepRow) -> None:
        """Fill the menu of what is said more rarely of a step."""
        _ = self._place.words
        menu.clear()
        if step.open:
            acts: list[tuple[str, Callable[[StepRow], None]]] = [
                (_("Started today"), self.begin), (_("Waits for a body…"), self.wait),
                (_("The body refused…"), self.refuse), (_("Cannot be done…"), self.fail),
            ]  # fmt: skip
            if self._view is not None and self._view.relatives:
                acts.append((_("One for each relative…"), self.share))
            if step.definition is not None and step.definition.due.choose:
                acts.append((_("The term that a lawyer picked…"), self.choose))
            for text, act in acts:
                self._act(menu, text, act, step)
            for event in events_of(step):
                name = event_words(_, self._place.services.catalogue, event)
                menu.addAction(_("Day of: {event}…", event=name), _calling(self.enter_day, step, event))
            menu.addSeparator()
        self._act(menu, _("Who, whose, note, document…"), self.put_right, step)

    def _act(self, menu: QMenu, text: str, act: Callable[[StepRow], None], step: StepRow) -> None:
        menu.addAction(text, _calling(act, step))

    def _ask(self, step: StepRow, form: EntryForm[Any], taker: object, said: str) -> None:
        dialog = EntryDialog(self._place, self._owner, form, taker, step.uid, self._title(step))
        dialog.named = self._said(said, step)
        dialog.open()

    def _ask_about(self, step: StepRow | None) -> None:
        view = self._view
        if view is None:
            return
        services = self._place.services

        def read(_: object) -> _Read:
            return _Read(services.assigning.workers(), services.record.steps.says(step.uid) if step else None)

        def show(read: _Read) -> None:
            form = forms.step_form(self._about(read.workers), own=step is None or not step.step_id)
            about = self._title(step) if step else view.number
            dialog = EntryDialog(self._place, self._owner, form, services.record.steps, view.uid, about, read.says)
            dialog.named = self._place.words("The step is written down.")
            dialog.open()

        self._place.operations.read(self._owner, read, show)

    def _about(self, workers: Sequence[str]) -> forms.About:
        relatives = self._view.relatives if self._view else ()
        return forms.About(self._place.services.catalogue, relatives, workers, self._papers)

    def _title(self, step: StepRow) -> str:
        return step_title(self._place.words, step.title)

    def _said(self, pattern: str, step: StepRow) -> str:
        return self._place.words(pattern, step=self._title(step))


def events_of(step: StepRow) -> tuple[str, ...]:
    """The events from which a step's term may run and whose day somebody may enter."""
    if step.definition is None:
        return ()
    named = (step.definition.due.start, *step.definition.due.otherwise)
    return tuple(event for event in named if event not in BY_ITSELF | set(YEARLY) and done_step(event) is None)


def _calling(act: Callable[..., None], *what: object) -> Callable[[], None]:
    return lambda: act(*what)
