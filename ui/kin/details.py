"""Everything about one relative's place in the family: what the laws give her, her roles, the answers they ask for."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.cases.relatives import RelativeRow
from app.changes import Changes
from app.kin.service import FamilyView, KinOf
from app.kin.standing import stands
from ui.family_words import relation_word
from ui.kin.forms import fact_form, role_form
from ui.kin.lines import fact_line, role_line, verdict_line
from ui.operations import Latest
from ui.record.entry_section import EntrySection
from ui.record.section import Section
from ui.widgets.button import quiet
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

WIDTH, HEIGHT = 720, 540


class KinDialog(QDialog):
    """It reads anew whenever somebody of a family was touched."""

    def __init__(
        self, place: Workplace, parent: QWidget, case: UUID, whose: RelativeRow, family: tuple[RelativeRow, ...]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self._place, self._case, self._whose = place, case, whose
        self._names = {one.uid: one.name or _("Name unknown") for one in family}
        self._latest = Latest(place.operations, self)
        self.setWindowTitle(_("Place in the family"))
        length = place.look.theme.length
        self.resize(length(WIDTH), length(HEIGHT))
        kin = place.services.record.kin
        self.rights = Section(
            place, _("What the law gives"), _("For this status the record knows of no rights to check."),
            hint=_("A help, no legal advice: the body that decides is named at each."),
        )  # fmt: skip
        self.roles = EntrySection(
            place, _("Roles"), _("No roles written down."), _("Add a role"), role_form(_, whose, family), kin.roles,
            lambda row: role_line(_, row, self._names, stands=self._stands(row.says)),
        )  # fmt: skip
        self.facts = EntrySection(
            place, _("What the law asks"), _("Nothing answered yet."), _("Add an answer"), fact_form(_, whose),
            kin.facts, lambda row: fact_line(_, row),
        )  # fmt: skip
        self._arrange()
        place.operations.changed.connect(self._touched)
        self._read()

    def _arrange(self) -> None:
        _, row = self._place.words, self._whose
        close = quiet(self._place.look, _("Close"))
        close.clicked.connect(self.accept)
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(0, 0, 8, 0)
        sections.setSpacing(12)
        for section in (self.rights, self.facts, self.roles):
            sections.addWidget(section)
        sections.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addWidget(Label(row.name or _("Name unknown"), "h2"))
        column.addWidget(Label(relation_word(_, row.relation, row.patronymic), "muted"))
        column.addWidget(Scroll(inside), 1)
        column.addLayout(foot)

    def _stands(self, says: object) -> bool:
        since, until = getattr(says, "since", None), getattr(says, "until", None)
        return stands(since, until, self._place.clock.today())

    def _touched(self, touched: Changes) -> None:
        if touched & (Changes.PEOPLE | Changes.FATES):
            self._read()

    def _read(self) -> None:
        kin, case = self._place.services.record.kin, self._case
        self._latest.ask(lambda _: kin.family(case), self._show)

    def _show(self, family: FamilyView) -> None:
        found = family.of(self._whose.uid)
        if found is not None:
            self._show_kin(found)

    def _show_kin(self, kin: KinOf) -> None:
        _, catalogue = self._place.words, self._place.services.catalogue
        about = self._whose.name
        self.rights.show_lines([verdict_line(_, catalogue, verdict) for verdict in kin.verdicts])
        self.roles.show_entries(self._case, about, kin.roles)
        self.facts.show_entries(self._case, about, kin.facts)
