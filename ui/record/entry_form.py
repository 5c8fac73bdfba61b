"""A form about one kind of entry, as data: its words, its fields, and the way between texts and a draft."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.i18n import Words
from app.records.keeping import Kept
from ui.forms.definition import SectionDef
from ui.forms.dialog import RecordDialog
from ui.forms.form import Form
from ui.workplace import Workplace

D = TypeVar("D")
HEIGHT = 520


@dataclass(frozen=True, slots=True)
class EntryForm(Generic[D]):
    """`name`: under which drafts are kept. `adding` and `correcting`: titles, message ids.

    `sections` of fields; `texts`: what a draft says, by field; `draft`: what the form says, given what was recorded.
    `start`: what stands in a new form. `doubts`: what about a draft cannot be true, said before it is kept.
    """

    name: str
    adding: str
    correcting: str
    sections: Callable[[Words], Sequence[SectionDef]]
    texts: Callable[[D], Mapping[str, str]]
    draft: Callable[[Form, D | None], D]
    start: Callable[[], Mapping[str, str]] = dict
    height: int = HEIGHT
    doubts: Callable[[Workplace, Any, D], str] | None = None


class EntryDialog(RecordDialog):
    """Adds an entry to `owner`, or puts `was` right; both values are shown if it was changed meanwhile."""

    def __init__(
        self, place: Workplace, parent: QWidget, form: EntryForm[Any], keeping: Any, owner: Any, about: str,
        was: Kept[Any] | None = None,
    ) -> None:  # fmt: skip
        """`keeping`: whose `add(owner, draft)` and `edit(was, draft)` write; `about`: who is meant, below the title."""
        title = place.words(form.correcting if was else form.adding)
        super().__init__(place, parent, title, about, form.height, form.sections(place.words))
        self._form, self._keeping, self._owner, self._was = form, keeping, owner, was
        self._doubted: object = None
        texts = form.start() if was is None else form.texts(was.says)
        self._begin(texts, form.name, owner if was is None else was.uid)

    @override
    def _keep(self) -> None:
        draft = self._form.draft(self.form, self._was.says if self._was else None)
        place, doubts, owner = self._place, self._form.doubts, self._owner
        if doubts is None or draft == self._doubted:
            self._put(draft)
        else:
            place.operations.read(self, lambda _: doubts(place, owner, draft), lambda said: self._doubt(draft, said))

    def _doubt(self, draft: Any, said: str) -> None:
        """Keep it; if something cannot be true, only when it is saved once more."""
        if not said:
            self._put(draft)
            return
        self._doubted = draft
        again = self._place.words("Check the dates. Save once more to keep them as they are; they stay listed.")
        self._say(f"{said}\n{again}")

    def _put(self, draft: Any) -> None:
        was, keeping, owner = self._was, self._keeping, self._owner
        if was is None:
            self._write(lambda _: keeping.add(owner, draft), self._refuse)
        else:
            self._write(lambda _: keeping.edit(was, draft), self._refuse)

    @override
    def _texts_of(self, record: object) -> Mapping[str, str]:
        if not isinstance(record, Kept):
            raise TypeError(record)
        self._was = record
        return self._form.texts(record.says)
