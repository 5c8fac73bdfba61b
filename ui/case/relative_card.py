"""One relative in short: who, how to reach safely, what is verified, what was last told; the rest behind «More…»."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.cases.relatives import RelativeRow
from app.kin.service import KinOf
from app.kin.standing import stands
from app.people.elsewhere import StandsIn
from ui.case.same_person import stands_words
from ui.consents.words import consent_standing
from ui.family_words import relation_word
from ui.fate_words import fate_words
from ui.kin.lines import role_said
from ui.kin.words import turning_words
from ui.models.roles import Chip
from ui.safety import ReachLine, heeds
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.chip import ChipLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

CHIPS = 4
"""So many roles are shown on a card; all stand behind «More…»."""


class RelativeCard(Card):
    """Phones stay masked until somebody asks. The signals carry the row."""

    told_wanted = Signal(object)
    correction_wanted = Signal(object)
    phone_wanted = Signal(object)
    main_wanted = Signal(object)
    removal_wanted = Signal(object)
    more_wanted = Signal(object)
    names_wanted = Signal(object)
    visit_wanted = Signal(object)

    def __init__(
        self, place: Workplace, row: RelativeRow, sex: str = "", kin: KinOf | None = None,
        names: Mapping[UUID, str] | None = None,
    ) -> None:  # fmt: skip
        """`sex` of the man, for the words of his status; `kin`: roles and what follows; `names` of the family."""
        super().__init__()
        self._place, self._row, self._sex = place, row, sex
        self._kin, self._names = kin, names or {}
        self._head()
        reach = ReachLine(place)
        self.add(reach)
        reach.show_relative(row)
        self._facts()
        self._actions()

    def _head(self) -> None:
        _, row = self._place.words, self._row
        line = QWidget()
        flow = FlowLayout(line, 8)
        flow.addWidget(Label(row.name or _("Name unknown"), "strong"))
        relation = relation_word(_, row.relation, row.patronymic)
        typed = f" ({row.relation_typed})" if row.relation_typed.lower() not in {"", relation} else ""
        flow.addWidget(Label(relation + typed, "muted"))
        for chip in self._chips():
            flow.addWidget(ChipLabel(self._place.look, chip))
        self.add(line)

    def _chips(self) -> Iterator[Chip]:
        _, row, today = self._place.words, self._row, self._place.clock.today()
        if row.primary:
            yield Chip(_("main contact"), "info", "user")
        if row.safety.no_contact:
            yield Chip(_("do not contact"), "captive", "ban")
        elif row.safety.no_call:
            yield Chip(_("do not call"), "captive", "ban")
        if row.branch:
            yield Chip(_("branch: {name}", name=row.branch), "missing", "split")
        if row.in_conflict:
            yield Chip(_("conflict in the family"), "missing", "triangle-alert")
        if self._kin is not None:
            standing = [one.says for one in self._kin.roles if stands(one.says.since, one.says.until, today)]
            for says in standing[:CHIPS]:
                yield Chip(role_said(_, says, self._names), "closed")

    def _facts(self) -> None:
        _, row = self._place.words, self._row
        verified = [
            _("identity verified") if row.identity_verified else _("identity not verified"),
            _("kinship verified") if row.kinship_verified else _("kinship not verified"),
            _("consent to data use: {consent}", consent=consent_standing(_, row.consent, row.consent_until)),
        ]
        if row.last_told:
            name = fate_words(_, self._place.services.catalogue, row.last_told, self._sex)
            day = _.date(row.last_told_on) if row.last_told_on else ""
            verified.append(_("Was last told: {status}, {date}", status=name, date=day))
        if facts := (*heeds(_, row.safety), *self._minor()):
            self.add(Label(" · ".join(facts), wrap=True))
        self.add(Label(" · ".join(verified), "muted", wrap=True))

    def tell_elsewhere(self, stands: Sequence[StandsIn]) -> None:
        """Say in which other cases the person stands."""
        _, row = self._place.words, self._row
        for one in stands:
            said = _("Also: {where}", where=stands_words(_, one, row.patronymic))
            self.body.insertWidget(self.body.count() - 1, Label(said, wrap=True))

    def _minor(self) -> Iterator[str]:
        """The guardian of a child, and what changes the shares: a birthday, a right that is gone."""
        _, kin = self._place.words, self._kin
        if kin is None:
            return
        if kin.guardians is not None:
            names = ", ".join(self._names.get(one, "") for one in kin.guardians)
            yield _("Child; guardian: {names}", names=names) if names else _("Child; the guardian is not written down")
        if kin.paid_without_right:
            yield _("Receives his pay, yet by the record is not entitled: have the shares counted anew.")
        if kin.turning is not None:
            days = kin.turning.days(self._place.clock.today())
            yield _("Attention: {what}", what=turning_words(_, kin.turning, days))

    def _actions(self) -> None:
        _, row = self._place.words, self._row
        line = QWidget()
        flow = FlowLayout(line, 12)
        for text, wanted in (
            (_("The family was told…"), self.told_wanted),
            (_("Law, roles, answers…"), self.more_wanted),
            (_("Put the data right…"), self.correction_wanted),
            (_("Show the page for visitors"), self.visit_wanted),
        ):
            button = self._link(text)
            button.clicked.connect(lambda _checked=False, signal=wanted: signal.emit(row))
            flow.addWidget(button)
        more = self._link(_("More"))
        more.setMenu(self._menu(more))
        flow.addWidget(more)
        self.add(line)

    def _menu(self, parent: QWidget) -> QMenu:
        """What is done more rarely."""
        _, row = self._place.words, self._row
        menu = QMenu(parent)
        for text, wanted in (
            (_("Names and numbers…"), self.names_wanted),
            (_("Add a phone…"), self.phone_wanted),
            *([] if row.primary else [(_("Make the main contact"), self.main_wanted)]),
            (_("Remove from the case"), self.removal_wanted),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, signal=wanted: signal.emit(row))
        return menu

    def _link(self, text: str) -> QPushButton:
        button, name = link(text), self._row.name or self._place.words("Name unknown")
        button.setAccessibleName(self._place.words("{action} {name}", action=text, name=name))
        return button
