"""Put a user into a team, a word that those share who work together; Today and the week can show its work."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.access.teams import LONGEST
from app.changes import Changes
from app.domain.errors import UserError
from app.vault.users import UserRow
from ui.documents.ask_dialog import AskDialog
from ui.widgets.button import primary, quiet
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.workplace import Workplace


class TeamDialog(AskDialog):
    """An empty name takes the user out of any."""

    def __init__(self, place: Workplace, parent: QWidget, row: UserRow) -> None:
        _ = place.words
        super().__init__(parent, _("Team of a user"))
        self._place, self._row = place, row
        self.name = QLineEdit(row.team)
        self.name.setMaxLength(LONGEST)
        self._field = Field(place.look, _("Name of the team"), self.name, _("The same for all in it; empty for none."))
        save = primary(place.look, _("Save"))
        save.clicked.connect(self.save)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(save)
        self._column.addWidget(Label(row.user, "h2", wrap=True))
        self._column.addWidget(
            Label(_("Whoever is in a team can see in Today what all of it has to do."), "muted", wrap=True)
        )
        self._column.addWidget(self._field)
        self._column.addLayout(foot)
        for keys in ("Ctrl+Return", "Return", "Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.name.setFocus()

    def save(self) -> None:
        """Keep it."""
        teams, user, name = self._place.services.teams, self._row.user, self.name.text()
        self._place.operations.write(
            self, lambda _: teams.put([user], name), lambda _none: self.accept(),
            touched=Changes.SETTINGS | Changes.STEPS, refused=self._refuse,
        )  # fmt: skip

    def _refuse(self, error: UserError) -> None:
        self._field.complain(self._place.words.explain(error))
        self._fit()
