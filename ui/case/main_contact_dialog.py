"""Another main contact: why, for the second person who must agree; done again after the yes, it is through."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.cases.relatives import RelativeRow
from app.domain.errors import N_
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.dialog import RecordDialog
from ui.workplace import Workplace

HEIGHT = 300


class MainContactDialog(RecordDialog):
    """`goes`: the relative is the main contact and leaves the case; else he becomes the main contact."""

    def __init__(self, place: Workplace, parent: QWidget, relative: RelativeRow, *, goes: bool) -> None:
        _ = place.words
        why = FieldDef(
            "reason", Kind.LONG_TEXT, N_("Why (required)"),
            N_("Who asked for it and how you know; a second person reads it and must agree."), required=True,
        )  # fmt: skip
        super().__init__(
            place, parent, _("The main contact leaves the case") if goes else _("Another main contact"),
            relative.name or _("Name unknown"), HEIGHT, (SectionDef("", (why,)),),
        )  # fmt: skip
        self._relative, self._goes = relative, goes
        self._begin({}, "main_contact", relative.uid)

    @override
    def _keep(self) -> None:
        family, row, reason = self._place.services.family, self._relative, self.form.text("reason")
        act = family.remove if self._goes else family.make_main
        self._write(lambda _: act(row.uid, row.version, reason), self._refuse)

    @override
    def _texts_of(self, record: object) -> Mapping[str, str]:
        raise TypeError(record)


def make_main(place: Workplace, parent: QWidget, row: RelativeRow) -> None:
    """Ask why this relative is to be the one whom the office calls first."""
    _ = place.words
    dialog = MainContactDialog(place, parent, row, goes=False)
    dialog.named = _("Main contact: {name}", name=row.name or _("Name unknown"))
    dialog.open()


def let_go(place: Workplace, parent: QWidget, row: RelativeRow, *, asked: bool) -> None:
    """Let a relative leave the case; `asked`: another main contact follows, so a second person must agree."""
    _, family = place.words, place.services.family
    said = _("Removed from the case: {name}", name=row.name or _("Name unknown"))
    if not asked:
        place.operations.write(parent, lambda _: family.remove(row.uid, row.version), named=said)
        return
    dialog = MainContactDialog(place, parent, row, goes=True)
    dialog.named = said
    dialog.open()
