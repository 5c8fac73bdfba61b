"""Users and roles: one's own account for everybody, all accounts for those who manage them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Changes
from app.clock import KYIV
from app.domain.role import Right
from app.i18n import Words
from app.paging import Page as Rows
from app.vault.users import UserRow
from ui.models.paged import Column, PagedModel
from ui.models.roles import Chip
from ui.operations import Latest
from ui.settings.add_user import AddUserDialog
from ui.settings.disable_dialog import DisableDialog
from ui.settings.phrase_dialog import PhraseDialog
from ui.settings.revoke import revoking
from ui.settings.revoke_dialog import RevokeDialog
from ui.settings.role_words import role_word
from ui.settings.roles_dialog import RolesDialog
from ui.settings.section import Section
from ui.settings.table import SettingsTable
from ui.settings.team_dialog import TeamDialog
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.cells import ROW_HEIGHT
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.workplace import Workplace

WHO, NOTES, STATE, SINCE = range(4)
SHOWN = 5


class UsersSection(Section):
    """What is chosen in the table is changed."""

    concerns = Changes.SETTINGS

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place, _("Everybody opens the vault with a passphrase and keys of their own."))
        self._mine = Latest(place.operations, self)
        self._manages = place.services.access.may(Right.USERS)
        self._own = Label("", "strong")
        self._own_roles = Label("", "muted", wrap=True)
        self._phrase = plain(place.look, _("Change the passphrase…"), "key-round")
        self._model: PagedModel[UserRow] = PagedModel(user_columns(_), place.operations, self)
        self.table = SettingsTable(place.look, _("Users"), {NOTES: 130, STATE: 150, SINCE: 110}, ROW_HEIGHT)
        self.table.two_lines(WHO)
        self.table.chips(STATE)
        self.table.setModel(self._model)
        self._add = primary(place.look, _("Add a user…"), "user-plus")
        self._roles = plain(place.look, _("Roles…"), "user-cog")
        self._team = plain(place.look, _("Team…"), "users")
        self._disable = plain(place.look, _("Disable…"), "user-x")
        self._revoke = plain(place.look, _("Revoke…"), "shield-off")
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        users = self.place.services.users
        self._mine.ask(lambda _: users.me(), self._show_me)
        if self._manages:
            self._model.load(lambda _after, _progress: Rows(users.list(), more=False))

    def chosen(self) -> UserRow | None:
        """The user in whose row the table stands."""
        return self._model.row(self.table.currentIndex())

    def _arrange(self) -> None:
        _ = self.place.words
        own = Card(_("Your account"))
        for widget in (self._own, self._own_roles):
            own.add(widget)
        row = QWidget()
        FlowLayout(row).addWidget(self._phrase)
        own.add(row)
        self.body.addWidget(own)
        card = Card(_("Users"))
        card.head.addWidget(self._add)
        card.add(self.table)
        foot = QWidget()
        flow = FlowLayout(foot)
        for button in (self._roles, self._team, self._disable, self._revoke):
            flow.addWidget(button)
        card.add(foot)
        card.setVisible(self._manages)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self._show_actions()

    def _connect(self) -> None:
        self._phrase.clicked.connect(lambda: PhraseDialog(self.place, self).open())
        self._add.clicked.connect(lambda: AddUserDialog(self.place, self).open())
        self.table.chosen.connect(lambda _index: self._show_actions())
        self.table.opened.connect(lambda _index: self._of_chosen(self._ask_roles))
        self._model.loaded.connect(self._loaded)
        for button, act in (
            (self._roles, self._ask_roles), (self._team, self._ask_team),
            (self._disable, self._ask_disabling), (self._revoke, self._ask_revoking),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked, meant=act: self._of_chosen(meant))

    def _of_chosen(self, act: Callable[[UserRow], None]) -> None:
        row = self.chosen()
        if row is not None:
            act(row)

    def _loaded(self) -> None:
        if self._model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.fit(SHOWN)
        self._show_actions()

    def _show_me(self, row: UserRow) -> None:
        self._own.setText(row.user)
        self._own_roles.setText(spoken_roles(self.place.words, row))

    def _show_actions(self) -> None:
        row, me = self.chosen(), self.place.services.vault.user
        for button in (self._roles, self._team):
            button.setEnabled(row is not None and not row.disabled)
        for button in (self._disable, self._revoke):
            button.setEnabled(row is not None and not row.disabled and row.user != me)

    def _ask_roles(self, row: UserRow) -> None:
        if not row.disabled:
            RolesDialog(self.place, self, row).open()

    def _ask_team(self, row: UserRow) -> None:
        if not row.disabled:
            TeamDialog(self.place, self, row).open()

    def _ask_disabling(self, row: UserRow) -> None:
        _, users = self.place.words, self.place.services.users
        dialog = DisableDialog(self.place, self, row.user)
        told = _("{user} can no longer open this vault.", user=row.user)
        dialog.accepted.connect(
            lambda: self.place.operations.write(
                self, lambda _: users.disable(row.user), lambda _none: self.said.emit(told),
                touched=Changes.SETTINGS, refused=self.refuse,
            )
        )  # fmt: skip
        dialog.open()

    def _ask_revoking(self, row: UserRow) -> None:
        dialog = RevokeDialog(self.place, self, row.user)
        dialog.accepted.connect(lambda: self.leaving.emit(revoking(self.place, row.user)))
        dialog.open()


def user_columns(words: Words) -> list[Column[UserRow]]:
    """Name over roles, clinical notes, whether he can open the vault, since when."""

    def state(row: UserRow) -> Chip:
        if row.disabled:
            return Chip(words("disabled"), "closed", "user-x")
        return Chip(words("works"), "returned", "check")

    return [
        Column(words("User"), lambda row: row.user, second=lambda row: spoken_roles(words, row)),
        Column(words("Clinical notes"), lambda row: words("reads them") if row.clinical else "—"),
        Column(words("State"), lambda row: state(row).text, chip=state),
        Column(words("Since"), lambda row: words.date(row.created.astimezone(KYIV).date()) if row.created else "—"),
    ]


def spoken_roles(words: Words, row: UserRow) -> str:
    """The roles of a user in one line."""
    roles = ", ".join(role_word(words, role) for role in row.roles) or words("no role")
    return f"{roles} · {words('team {name}', name=row.team)}" if row.team else roles
