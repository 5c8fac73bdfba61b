"""A form whose words go under the clinical seal: it is never kept as a draft, for drafts lie outside."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Changes
from ui.forms import form as forms
from ui.forms.definition import SectionDef
from ui.jobs import Work
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

HEIGHT = 540


class SealedForm(FormDialog):
    """Subclasses say in `_work` what is kept."""

    def __init__(
        self, place: Workplace, parent: QWidget, title: str, about: str, sections: Sequence[SectionDef],
        start: Mapping[str, str], height: int = HEIGHT,
    ) -> None:  # fmt: skip
        super().__init__(place, parent, title, about, height)
        self.form = forms.Form(place, sections)
        self.form.touched.connect(self._touch)
        self._column.addWidget(self.form)
        self.form.fill(start)
        self.form.setFocus()

    @override
    def save(self) -> None:
        if not self._save.isEnabled():
            return
        if wrong := self.form.wrong():
            self._go_to(wrong[0].box)
            return
        explain = self._place.words.explain
        self._write(self._work(), lambda error: self._say(explain(error)))

    def _work(self) -> Work[Changes]:
        """How what is written is kept."""
        raise NotImplementedError

    def _day(self, key: str) -> date:
        """The day of a required field."""
        day = self.form.date(key)
        if day is None:
            raise TypeError("the day is required")
        return day.first
