"""Settings: the list of sections at the left, the chosen one at the right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget
from typing_extensions import override

from app.domain.role import Right
from ui.settings.approvals import ApprovalsSection
from ui.settings.check import CheckSection
from ui.settings.copies import CopiesSection
from ui.settings.journal import JournalSection
from ui.settings.law import LawSection
from ui.settings.look import LookSection
from ui.settings.office import OfficeSection
from ui.settings.recovery import RecoverySection
from ui.settings.rights import RightsSection
from ui.settings.section import Section
from ui.settings.users import UsersSection
from ui.widgets.page import Page
from ui.workplace import Workplace

LIST_WIDTH = 210
ITEM = 38


@dataclass(frozen=True, slots=True)
class SectionDef:
    """One entry of the list; `make` builds the section when it is first chosen."""

    key: str
    title: str
    icon: str
    make: Callable[[Workplace], Section]


class SettingsPage(Page):
    """`chosen` carries the settings of this laptop as they shall be; `said` a word for the toast.

    `leaving` carries work that ends with the vault closed.
    """

    chosen = Signal(object)
    leaving = Signal(object)
    said = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.operations, place.words("Settings"))
        self._place = place
        self._defs = self._sections()
        self._built: dict[str, Section] = {}
        self._list = self._listed()
        self._stack = QStackedWidget()
        self.begin_at(self._list)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self._list.currentRowChanged.connect(lambda number: self.choose(self._defs[number].key))
        self.choose(self._defs[0].key)

    @property
    def keys(self) -> tuple[str, ...]:
        """The sections that this user sees."""
        return tuple(one.key for one in self._defs)

    @property
    def current(self) -> str:
        """The section in view."""
        return self._defs[self._list.currentRow()].key

    def section(self, key: str) -> Section:
        """One section, built if it never was."""
        if key not in self._built:
            made = next(one for one in self._defs if one.key == key).make(self._place)
            made.said.connect(self.said)
            made.leaving.connect(self.leaving)
            self._stack.addWidget(made)
            self._built[key] = made
        return self._built[key]

    def choose(self, key: str) -> None:
        """Show one section; one that this user does not see is ignored."""
        if key not in self.keys:
            return
        self._list.blockSignals(True)
        self._list.setCurrentRow(self.keys.index(key))
        self._list.blockSignals(False)
        self._tint()
        self._stack.setCurrentWidget(self.section(key))

    @override
    def refresh(self) -> None:
        self.section(self.current).again()

    def _tint(self) -> None:
        for number, one in enumerate(self._defs):
            role = "accent" if number == self._list.currentRow() else "text2"
            self._list.item(number).setIcon(self._place.look.icon(one.icon, role, 18))

    def _sections(self) -> tuple[SectionDef, ...]:
        _ = self._place.words
        return (
            SectionDef("look", _("Look and language"), "palette", self._look),
            SectionDef("office", _("Office"), "building-2", OfficeSection),
            SectionDef("users", _("Users"), "users", UsersSection),
            SectionDef("copies", _("Safety copies"), "archive", CopiesSection),
            SectionDef("recovery", _("Way back in"), "life-buoy", RecoverySection),
            SectionDef("check", _("Self-check"), "stethoscope", CheckSection),
            SectionDef("law", _("Laws"), "landmark", LawSection),
            SectionDef("rights", _("Rights and incidents"), "scale", RightsSection),
            *self._for_some(),
        )

    def _for_some(self) -> Iterator[SectionDef]:
        _, access = self._place.words, self._place.services.access
        if access.may(Right.AUDIT):
            yield SectionDef("journal", _("History"), "scroll-text", JournalSection)
        if access.may(Right.APPROVE) or access.may(Right.DISCLOSE):
            yield SectionDef("approvals", _("Approvals"), "list-checks", ApprovalsSection)

    def _look(self, place: Workplace) -> Section:
        made = LookSection(place)
        made.chosen.connect(self.chosen)
        return made

    def _listed(self) -> QListWidget:
        listed = QListWidget()
        listed.setObjectName("nav")
        listed.setAccessibleName(self._place.words("Sections of the settings"))
        listed.setFixedWidth(self._place.look.theme.length(LIST_WIDTH))
        listed.setIconSize(QSize(18, 18))
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._defs:
            item = QListWidgetItem(self._place.look.icon(one.icon, "text2", 18), one.title)
            item.setSizeHint(QSize(0, self._place.look.theme.length(ITEM)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.title)
            listed.addItem(item)
        return listed
