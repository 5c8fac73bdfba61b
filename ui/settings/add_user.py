"""A new user: name, first passphrase, roles."""

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.errors import UserError
from app.domain.role import Role
from app.progress import Progress
from ui.new_phrase import NewPhrase
from ui.settings.role_boxes import RoleBoxes
from ui.widgets.field import Field
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

HEIGHT = 540


class AddUserDialog(FormDialog):
    """The passphrase is told to the new user by voice or on paper; he changes it on his first day."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        _ = place.words
        super().__init__(
            place, parent, _("Add a user"),
            _("Hand the first passphrase over on paper; the user changes it on the first day."), HEIGHT,
        )  # fmt: skip
        self._name = QLineEdit()
        self._field = self._add(self._name, _("Name, as it stands beside what they write"))
        self.phrase = NewPhrase(place.look, _, place.operations, lambda: (self._name.text(),))
        self.phrase.touched.connect(self._touch)
        self._column.addWidget(self.phrase)
        self.boxes = RoleBoxes(_, (Role.CASEWORKER,), clinical=False)
        self.boxes.touched.connect(self._touch)
        self._roles = Field(place.look, _("Roles"), self.boxes)
        self._column.addWidget(self._roles)
        self._column.addStretch(1)

    @override
    def save(self) -> None:
        """Add the user, if name, phrase and roles are there."""
        _, users = self._place.words, self._place.services.users
        name, phrase, roles = self._name.text().strip(), self.phrase.value(), self.boxes.roles()
        clinical = self.boxes.clinical.isChecked()
        self._field.complain("" if name else _("Name the user."))
        self._roles.complain("" if roles else _("Tick one role at least."))
        if not (name and phrase and roles):
            self._go_to(self._name if not name else self.phrase.first if not phrase else self.boxes)
            return

        def add(_progress: Progress) -> Changes:
            users.add(name, phrase, roles, clinical=clinical)
            return Changes.SETTINGS

        self._write(add, self._refuse)
        self._say(_("The keys are being made: a few seconds."))

    def _refuse(self, error: UserError) -> None:
        self._say(self._place.words.explain(error))
