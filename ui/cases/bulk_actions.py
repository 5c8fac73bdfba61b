"""The things that are done to many cases: add a step, print the papers, seal a package."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.cases.queries import Chosen
from app.changes import Changes
from app.domain.errors import UserError
from app.many.adding import StepDraft
from app.many.outcome import Outcome
from app.progress import Progress
from ui.bulk.dialog import BulkDialog, Work
from ui.files import file_to_open, folder
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.seek_choice import SeekChoice
from ui.workplace import Workplace


class AddStepDialog(BulkDialog):
    """Adds a step of the catalogue, or one written by hand, to the chosen cases."""

    touched = Changes.STEPS | Changes.CASES

    def __init__(self, place: Workplace, parent: QWidget, picked: Chosen, count: int) -> None:
        _, catalogue = place.words, place.services.catalogue
        super().__init__(place, parent, picked, count, _("Add a step"), _("Add"))
        named = [
            (step.name.in_(_.language), step.id) for step in catalogue.steps.values()
            if not step.scope_office and step.opens(place.clock.today())
        ]
        self.step = SeekChoice([(_("— by hand, written below —"), ""), *named])
        self.written = QLineEdit()
        self.day = DateField(place.look, _, place.clock.today())
        self._step_field = Field(place.look, _("Step of the catalogue"), self.step)
        self._title_field = Field(place.look, _("What is to be done"), self.written)
        self._day_field = Field(place.look, _("Due"), self.day, _("May stay empty."))
        for field in (self._step_field, self._title_field, self._day_field):
            self.column.addWidget(field)
        self.day.judged.connect(self._day_field.complain)
        self.step.currentIndexChanged.connect(lambda: self._title_field.setVisible(not self.step.currentData()))
        self.step.setFocus()

    @override
    def work(self) -> Work | None:
        """Add what is written; a day that cannot be read is asked for again."""
        if self.day.judge():
            self.day.setFocus()
            return None
        try:
            day = self.day.day()
        except UserError:
            return None
        step = str(self.step.chosen() or "")
        draft = StepDraft(step, "" if step else self.written.text(), day)
        adding, picked = self.place.services.adding, self.picked
        return lambda progress: adding.add(picked, draft, progress)

    @override
    def summary(self, outcome: Outcome) -> str:
        """How many cases got the step."""
        return self.place.words.count(
            "The step is added to {n} case.", "The step is added to {n} cases.", outcome.done
        )


class PapersDialog(BulkDialog):
    """Writes the families' papers of the chosen cases into a folder, one PDF each."""

    def __init__(self, place: Workplace, parent: QWidget, picked: Chosen, count: int) -> None:
        _ = place.words
        super().__init__(place, parent, picked, count, _("Papers for the families"), _("Choose a folder…"))
        self.column.addWidget(
            Label(
                _("One PDF for each case, for the family’s usual recipient. The files are not protected: "
                  "print them and delete them at once."), wrap=True,
            )
        )  # fmt: skip

    @override
    def work(self) -> Work | None:
        """Ask for the folder, then write."""
        into = folder(self, self.place.words("Folder for the papers"), Path.home())
        if into is None:
            return None
        papers, picked = self.place.services.many_papers, self.picked
        return lambda progress: papers.write(picked, into, progress)

    @override
    def summary(self, outcome: Outcome) -> str:
        """How many papers lie in the folder."""
        return self.place.words.count("{n} paper is in the folder.", "{n} papers are in the folder.", outcome.done)


class PackageDialog(BulkDialog):
    """Seals the chosen cases for the coordinating office."""

    def __init__(self, place: Workplace, parent: QWidget, picked: Chosen, count: int) -> None:
        _ = place.words
        super().__init__(place, parent, picked, count, _("Package for the coordinating office"), _("Choose files…"))
        self._name = ""
        self.column.addWidget(
            Label(
                _("First choose the office’s file (office.recipient.txt), then the folder for the package. Only that "
                  "office can open it, and it holds only what may leave."), wrap=True,
            )
        )  # fmt: skip
        self.despite = QLineEdit()
        hint = _("Only if it must leave though a consent has ended. The reason is kept with each such case.")
        self.column.addWidget(Field(place.look, _("Why against a consent"), self.despite, hint))

    @override
    def work(self) -> Work | None:
        """Ask for the office's file and the folder, then seal."""
        _ = self.place.words
        recipient = file_to_open(self, _("File of the coordinating office"), Path.home(), "*.txt")
        into = folder(self, _("Folder for the package"), Path.home()) if recipient else None
        if recipient is None or into is None:
            return None
        services, picked, despite = self.place.services, self.picked, self.despite.text()

        def seal(progress: Progress) -> Outcome:
            cases = services.cases.chosen(picked)
            sealed = services.exchange.export(recipient, into, progress, cases, despite=despite)
            self._name = sealed.path.name
            return Outcome(sealed.manifest.records)

        return seal

    @override
    def summary(self, outcome: Outcome) -> str:
        """How many cases the package holds, and its name."""
        return self.place.words.count(
            "The package {name} holds {n} case.", "The package {name} holds {n} cases.", outcome.done, name=self._name
        )
