"""What somebody is in this office, and whether he reads the clinical notes."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.errors import UserError
from app.progress import Progress
from app.vault.users import UserRow
from ui.settings.role_boxes import RoleBoxes
from ui.widgets.field import Field
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace

HEIGHT = 520


class RolesDialog(FormDialog):
    """Both are written one after the other; what a refusal stopped stays as it was."""

    def __init__(self, place: Workplace, parent: QWidget, row: UserRow) -> None:
        _ = place.words
        super().__init__(
            place, parent, _("Roles"),
            _("Of {user}; they take effect when the vault is opened next.", user=row.user), HEIGHT,
        )  # fmt: skip
        self._row = row
        self.boxes = RoleBoxes(_, row.roles, clinical=row.clinical)
        self.boxes.touched.connect(self._touch)
        self._field = Field(place.look, _("Roles"), self.boxes)
        self._column.addWidget(self._field)
        self._column.addStretch(1)

    @override
    def save(self) -> None:
        """Keep what is ticked."""
        _, users, row = self._place.words, self._place.services.users, self._row
        roles, clinical = self.boxes.roles(), self.boxes.clinical.isChecked()
        self._field.complain("" if roles else _("Tick one role at least."))
        if not roles:
            return

        def keep(_progress: Progress) -> Changes:
            if clinical != row.clinical:
                users.set_clinical(row.user, clinical)
            if set(roles) != set(row.roles):
                users.set_roles(row.user, roles)
            return Changes.SETTINGS

        self._write(keep, self._refuse)

    def _refuse(self, error: UserError) -> None:
        self._say(self._place.words.explain(error))
