"""What a family sees that looks on: the very paper they would take home, and nothing of the office's own notes.

It is built from what its recipient was told, so an untold status, a colleague's note or another branch of the family
cannot stand on it.
"""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import N_, UserError
from app.paper.guests import WhoIsHere
from app.paper.preview import PageImage, pages
from ui.operations import Latest
from ui.print_job import DOTS, as_image
from ui.widgets.label import Label
from ui.widgets.paper_sheet import SHARP, PaperSheet
from ui.workplace import Workplace

ZOOM = 1.25
REFUSED = N_("There is no page to show today. We will call you as soon as we may say more. Ask us anytime.")
"""The same words whatever the reason is, so that they hint at none."""


@dataclass(frozen=True, slots=True)
class _Read:
    name: str
    pages: list[PageImage]
    refused: str = ""


class VisitorView(QWidget):
    """Empty until a case is shown, and empty again when the family has left."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._latest = Latest(place.operations, self)
        self._who = Label("", "h1")
        self._told = Label("", "muted", wrap=True)
        self._sheet = PaperSheet(place.words("What we can tell you today"))
        self.setFocusProxy(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._who)
        column.addWidget(self._told)
        column.addWidget(self._sheet, 1)

    def show_case(self, case: UUID, guest: str | None = None) -> None:
        """Show the paper of the recipient who looks on, in the language of the window; None: of the usual one."""
        _, services = self._place.words, self._place.services
        language, scale = _.language, ZOOM * DOTS * SHARP
        self._told.setText(_("Preparing the paper…"))

        def read(_progress: object) -> _Read:
            try:
                pdf = services.papers.shown(case, guest, language)
            except WhoIsHere as error:
                return _Read("", [], _.explain(error))
            except UserError:
                return _Read("", [], _(REFUSED))
            return _Read(services.cases.view(case).name, pages(pdf, scale))

        self._latest.ask(read, self._show)

    def leave(self) -> None:
        """Show nothing any more."""
        self._latest.drop()
        self._who.setText("")
        self._sheet.clear()

    def _show(self, found: _Read) -> None:
        _, total = self._place.words, len(found.pages)
        self._who.setText(found.name)
        told = found.refused or _("This is the page you can take home today.")
        self._told.setText(told)
        names = [_("Page {number} of {total}", number=number, total=total) for number in range(1, total + 1)]
        self._sheet.show_pages([as_image(one) for one in found.pages], names)
