"""The newest documents of a case, in a card of its overview."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.documents.queries import DocumentRow
from app.domain.paper_state import AT_HAND
from ui.documents.words import title_word
from ui.models.entries import Entry
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.label import Label
from ui.workplace import Workplace

NEWEST = 3


class DocumentsCard(Card):
    """`opened` carries the document that is wanted. Titles only: no picture is met here unasked."""

    opened = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.words("Documents"))
        self._words, self._catalogue = place.words, place.services.catalogue
        self._list = EntryList(place.look, place.words("Newest documents"), opens_on_click=True)
        self._list.opened.connect(self.opened)
        self.add(self._list)
        self.add(Label(place.words("Drop files here or press Ctrl+V"), "small", wrap=True))

    def show_rows(self, rows: Sequence[DocumentRow]) -> None:
        """Show the newest of `rows`."""
        word = self._words("Documents")
        self.title.setText(f"{word} ({len(rows)})" if rows else word)
        there = [row for row in rows if row.state in AT_HAND][:NEWEST]
        self._list.entries.show(
            [Entry(title_word(self._words, self._catalogue, row), subject=row) for row in there]
        )
        self._list.fit(NEWEST)
        self._list.setVisible(bool(there))
