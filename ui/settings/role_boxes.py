"""Which roles somebody has: a tick each, and what it is for; the clinical notes apart."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.role import Role
from app.i18n import Words
from ui.settings.role_words import role_hint, role_word
from ui.widgets.label import Label


class RoleBoxes(QWidget):
    """`touched` says that a person changed something."""

    touched = Signal()

    def __init__(self, words: Words, roles: Collection[Role], *, clinical: bool) -> None:
        super().__init__()
        self._boxes: dict[Role, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for role in Role:
            box = QCheckBox(role_word(words, role))
            box.setAccessibleName(f"{role_word(words, role)}: {role_hint(words, role)}")
            box.setChecked(role in roles)
            self._boxes[role] = box
            column.addWidget(box)
            hint = Label(role_hint(words, role), "small", wrap=True)
            hint.setIndent(26)
            column.addWidget(hint)
        self.clinical = QCheckBox(words("Reads the clinical notes"))
        self.clinical.setAccessibleName(self.clinical.text())
        self.clinical.setChecked(clinical)
        column.addSpacing(6)
        column.addWidget(self.clinical)
        sealed = words("They are sealed under a key of their own, which only who reads them can give.")
        hint = Label(sealed, "small", wrap=True)
        hint.setIndent(26)
        column.addWidget(hint)
        for box in (*self._boxes.values(), self.clinical):
            box.clicked.connect(self.touched)

    def roles(self) -> tuple[Role, ...]:
        """The roles ticked."""
        return tuple(role for role, box in self._boxes.items() if box.isChecked())
