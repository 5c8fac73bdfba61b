"""What to mind in a family, said where one is about to speak with it: calm, and never in the way."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from app.records.keeping import Kept
from app.search.flags import FlagDraft
from ui.operations import Latest
from ui.search.flag_words import flags_sentence
from ui.widgets.banner import Banner
from ui.widgets.button import plain
from ui.widgets.room import make_room
from ui.workplace import Workplace


class MindingStrip(Banner):
    """Stands until «Understood» is pressed, once for each opening of a case; `understood` says that it was."""

    understood = Signal()

    def __init__(self, place: Workplace) -> None:
        self._button = plain(place.look, place.words("Understood"), "check")
        super().__init__(place.look, "flag", "", self._button)
        self._words = place.words
        self._quiet = self._covered = False
        self._button.clicked.connect(self._agree)
        self.hide()

    def begin(self) -> None:
        """A case is opened: what it says is to be read again."""
        self._quiet = False
        self.sentence.setText("")
        self.hide()

    def show_flags(self, flags: Sequence[Kept[FlagDraft]]) -> None:
        """Say what is to be minded; what is new since it was understood is said again."""
        said = flags_sentence(self._words, flags)
        if said != self.sentence.text():
            self._quiet = False
        self.sentence.setText(said)
        self._show()

    def keep_quiet(self, *, quiet: bool) -> None:
        """Say nothing while the family itself looks on."""
        self._covered = quiet
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self.sentence.text()) and not (self._quiet or self._covered))

    def _agree(self) -> None:
        self._quiet = True
        self.hide()
        self.understood.emit()


class MindingLine(Banner):
    """The same beside a form that prints or keeps a contact; it stands as long as the form does."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look, "flag", "")
        self._place = place
        self._latest = Latest(place.operations, self)
        self._wanted = True
        self.hide()

    def unfold(self, *, wanted: bool) -> None:
        """Let it stand, if there is something to say, or wait until it is wanted."""
        self._wanted = wanted
        self.setVisible(wanted and bool(self.sentence.text()))
        make_room(self)

    def show_case(self, case: UUID) -> None:
        """Read what is to be minded in a case, and say it."""
        search = self._place.services.record.search
        self._latest.ask(lambda _: search.minded(case), self._say)

    def _say(self, flags: Sequence[Kept[FlagDraft]]) -> None:
        said = flags_sentence(self._place.words, flags)
        self.sentence.setText(said)
        self.unfold(wanted=self._wanted)
