"""Saved views of the list: the button that names the one in sight, and its menu."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.cases import saved_view
from app.cases.case_filter import CaseFilter, FilterDamaged
from app.cases.saved_view import SavedView, SavedViews
from app.cases.sorting import Sorting
from app.progress import Progress
from app.vault.files import write_atomically
from ui.cases.ask_line import AskText
from ui.files import file_to_open, file_to_save
from ui.widgets.button import quiet
from ui.workplace import Workplace

KEY = "cases.views"
FILE = "*.view.json"
FILE_NAME = "suprovid.view.json"
LARGEST_FILE = 100_000
BY_KEY = 9


class Views(QWidget):
    """`chosen` carries the view to show, `said` a sentence for the user. The first of all shows every case."""

    chosen = Signal(object)
    said = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._kept = SavedViews()
        self._now = SavedView("")
        self.button = quiet(place.look, "", "bookmark")
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self._name()

    def open_with(self, kept: SavedViews) -> SavedView:
        """Take what was kept; gives the view that the list opens with."""
        self._kept = kept
        first = kept.first() or self._every()
        self.now(first.wanted, first.sorting)
        return first

    def now(self, wanted: CaseFilter, sorting: Sorting) -> None:
        """Say which filter and order are in sight; the button names the view that has them."""
        self._now = SavedView("", wanted, sorting)
        self._name()

    def keep_last(self) -> None:
        """Remember what is in sight for the next day."""
        if self._kept.last != self._now:
            self._keep(replace(self._kept, last=self._now))

    def numbered(self, number: int) -> None:
        """Show the view of a key, 1 to 9."""
        views = self._all()
        if number <= len(views):
            self.chosen.emit(views[number - 1])

    def save_as(self) -> None:
        """Ask for a name and keep what is in sight under it."""
        _ = self._place.words
        known = self._of_now()
        dialog = AskText(
            self, self._place.look, _, _("Name of the view"), known.name if known else "", act=_("Save")
        )
        dialog.answered.connect(self._save)
        dialog.open()

    def share(self) -> None:
        """Write the conditions in sight to a file for a colleague."""
        _ = self._place.words
        known = self._of_now()
        view = replace(self._now, name=known.name if known and known.name else _("Shared view"))
        path = file_to_save(self, _("Share the view"), Path.home() / FILE_NAME, FILE)
        if path is None:
            return
        data, wanted = saved_view.share(view), view.wanted
        left = wanted != wanted.told_to_all()
        told = _("The view is written to a file.")
        if left:
            told += " " + _("What was typed, the worker and the unit are not in it: a shared view names nobody.")

        def write(_progress: Progress) -> None:
            write_atomically(path, data)

        self._place.operations.read(self, write, lambda _none: self.said.emit(told))

    def receive(self) -> None:
        """Take a view that a colleague shared."""
        _ = self._place.words
        path = file_to_open(self, _("Take a view from a file"), Path.home(), FILE)
        if path is not None:
            self._place.operations.read(self, lambda _progress: _read(path), self._received)

    def _received(self, view: SavedView) -> None:
        name, at = view.name or self._place.words("Shared view"), 2
        free = name
        while self._kept.named(free) is not None:
            free, at = f"{name} {at}", at + 1
        view = replace(view, name=free)
        self._keep(self._kept.with_view(view))
        self.chosen.emit(view)

    def _save(self, name: str) -> None:
        self._keep(self._kept.with_view(replace(self._now, name=name)))
        self.said.emit(self._place.words("The view is saved."))

    def _every(self) -> SavedView:
        return SavedView(self._place.words("All cases"))

    def _all(self) -> tuple[SavedView, ...]:
        return (self._every(), *self._kept.views)

    def _of_now(self) -> SavedView | None:
        """The saved view that shows what is in sight; in its own order, or else in another."""
        alike = [view for view in self._kept.views if view.wanted == self._now.wanted]
        return next((view for view in alike if _same(view, self._now)), alike[0] if alike else None)

    def _keep(self, views: SavedViews) -> None:
        self._kept = views
        self._name()
        told = saved_view.as_json(views)
        self._place.operations.aside(lambda _: self._place.services.preferences.write(KEY, told))

    def _name(self) -> None:
        _ = self._place.words
        known = self._of_now()
        name = known.name if known else _("Own filter") if self._now.wanted else self._every().name
        self.button.setText(f" {name}")
        self.button.setAccessibleName(_("View: {name}", name=name))
        self.button.setToolTip(_("Saved views: keys 1 to 9 in the list"))

    def _fill(self) -> None:
        _, menu, known = self._place.words, self._menu, self._of_now()
        menu.clear()
        for at, view in enumerate(self._all(), 1):
            action = self._act(view.name, lambda _on=False, one=view: self.chosen.emit(one))
            action.setText(action.text() + (f"\t{at}" if at <= BY_KEY else ""))
            action.setCheckable(True)
            action.setChecked(_same(view, self._now))
        menu.addSeparator()
        self._act(_("Save as a view…"), self.save_as)
        if known is not None:
            name, first = known.name, self._kept.default == known.name
            default = self._act(_("Open the list with it"), lambda: self._keep(
                replace(self._kept, default="" if first else name)))
            default.setCheckable(True)
            default.setChecked(first)
            self._act(_("Remove “{name}”", name=name), lambda: self._keep(self._kept.without(name)))
        menu.addSeparator()
        self._act(_("Share as a file…"), self.share)
        self._act(_("Take from a file…"), self.receive)

    def _act(self, words: str, run: Callable[..., object]) -> QAction:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(run)
        return action


def _same(one: SavedView, other: SavedView) -> bool:
    return (one.wanted, one.sorting) == (other.wanted, other.sorting)


def _read(path: Path) -> SavedView:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise FilterDamaged
    return saved_view.receive(data)
