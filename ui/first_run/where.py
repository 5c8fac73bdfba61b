"""The second step: where the vault lies; a folder that is copied to the internet is told by its name."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from app.i18n import Words
from app.vault.synced import synced_by
from app.vault.vault import named
from ui.files import folder
from ui.first_run.answers import Answers
from ui.first_run.step import Step
from ui.look import Look
from ui.widgets.banner import Banner
from ui.widgets.button import plain
from ui.widgets.field import Field
from ui.widgets.label import ElidedLabel


class WhereStep(Step):
    """`path` is the vault to be made."""

    def __init__(self, look: Look, words: Words, answers: Answers) -> None:
        _ = words
        super().__init__(
            2, _("Where will the records lie?"),
            _("In one folder on this computer, encrypted. You can put it on a disk of your own at any time."),
        )  # fmt: skip
        self._words = words
        self.parent_folder = answers.folder
        self.name = QLineEdit(answers.name or _("office"))
        self._where = ElidedLabel("", "strong")
        self._where.fill()
        self.choose = plain(look, _("Choose…"), "folder-open")
        self.choose.clicked.connect(self._ask)
        self._field = Field(look, _("Name of the folder"), self.name)
        self._banner = Banner(look, "triangle-alert", "")
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        row.addWidget(self.choose)
        self.column.addLayout(row)
        self.column.addWidget(self._field)
        self.column.addWidget(self._banner)
        self.name.textChanged.connect(lambda _text: self._tell())
        self.begin_at(self.name)
        self._tell()

    @property
    def path(self) -> Path:
        """Where the vault will lie."""
        return named(self.parent_folder / self.name.text().strip())

    def put(self, chosen: Path) -> None:
        """Let the vault lie in `chosen`."""
        self.parent_folder = chosen
        self._tell()

    @override
    def ready(self) -> bool:
        """A name that is free."""
        _, name = self._words, self.name.text().strip()
        wrong = ""
        if not name or Path(name).name != name:
            wrong = _("Give the folder a name, without slashes.")
        elif self.path.exists():
            wrong = _("There is a vault of this name already. Take another name, or open that one.")
        self._field.complain(wrong)
        return not wrong

    def _ask(self) -> None:
        chosen = folder(self, self._words("Choose a folder"), self.parent_folder)
        if chosen is not None:
            self.put(chosen)

    def _tell(self) -> None:
        self._where.setText(str(self.path))
        self._field.complain("")
        service = synced_by(self.path.parent)
        self._banner.setVisible(bool(service))
        if service:
            self._banner.sentence.setText(self._words(
                "{service} copies this folder to the internet, and two computers that write at once can damage the "
                "records. Better take another.", service=service,
            ))  # fmt: skip
