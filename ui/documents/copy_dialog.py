"""A copy outside the vault: what that means, why it is wanted, where it goes."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from app.disclosure.service import NoReason
from app.documents.queries import DocumentRow
from app.domain.errors import UserError
from app.progress import Progress
from ui.documents.ask_dialog import AskDialog
from ui.files import file_to_save
from ui.widgets.button import primary, quiet
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.progress_strip import ProgressStrip
from ui.workplace import Workplace


class CopyDialog(AskDialog):
    """The reason is logged before the copy is written."""

    def __init__(self, place: Workplace, parent: QWidget, row: DocumentRow) -> None:
        _ = place.words
        super().__init__(parent, _("A copy outside the vault"))
        self._place, self._row = place, row
        self._reason = QLineEdit()
        self._field = Field(place.look, _("Why it is needed (required)"), self._reason,
                            _("for example: for the lawyer, at the request of the family"))
        self._original = QCheckBox(_("The file just as it was brought"))
        self._original.setAccessibleName(self._original.text())
        self._told = Label("", "muted", wrap=True)
        self._told.hide()
        self._strip = ProgressStrip(place.look, _)
        self._save = primary(place.look, _("Choose where and save…"), "save")
        self._save.clicked.connect(self._ask)
        self._reason.returnPressed.connect(self._ask)
        self._close = quiet(place.look, _("Close"))
        self._close.clicked.connect(self.reject)
        self._arrange()

    def _arrange(self) -> None:
        _ = self._place.words
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._save)
        column = self._column
        column.addWidget(Label(_("A copy outside the vault"), "h2"))
        column.addWidget(Label(self._row.title, "strong", wrap=True))
        column.addWidget(Label(
            _("The copy will lie on the disk readable for everybody who gets at it: the vault does not protect it any "
              "more. Who took it, when and why stays in the log. Delete it once it has served."), wrap=True,
        ))  # fmt: skip
        column.addWidget(self._field)
        column.addWidget(self._original)
        column.addWidget(Label(
            _("Otherwise it is drawn anew, without what a phone writes into a picture: place, time, owner."),
            "small", wrap=True,
        ))  # fmt: skip
        column.addWidget(self._strip)
        column.addWidget(self._told)
        column.addStretch(1)
        column.addLayout(foot)

    def _ask(self) -> None:
        if not self._save.isEnabled():
            return
        if not self._reason.text().strip():
            self._field.complain(self._place.words.explain(NoReason()))
            self._fit()
            self._reason.setFocus()
            return
        self._field.complain("")
        documents, document, original = self._place.services.documents, self._row.uid, self._original.isChecked()
        self._place.operations.read(
            self, lambda _: documents.copy_name(document, original=original), self._choose, refused=self._refuse
        )

    def _choose(self, name: str) -> None:
        path = file_to_save(self, self._place.words("Save a copy"), Path.home() / name, f"*{Path(name).suffix}")
        if path is not None:
            self._keep(path)

    def _keep(self, path: Path) -> None:
        _, documents, document = self._place.words, self._place.services.documents, self._row.uid
        reason, original = self._reason.text(), self._original.isChecked()

        def keep(progress: Progress) -> None:
            documents.save_copy_outside(document, path, reason, original=original, progress=progress)

        self._save.setEnabled(False)
        progress = self._place.operations.write(
            self, keep, lambda _none: self._kept(path), refused=self._refuse,
            shown=self._strip.report, stopped=lambda: self._tell(_("Stopped; no copy was saved.")),
        )  # fmt: skip
        self._strip.begin(_("Saving the copy…"), progress.cancel)
        self._fit()

    def _kept(self, path: Path) -> None:
        self._tell(self._place.words("Saved: {name}. Delete it once it has served.", name=path.name))
        self._save.setEnabled(False)
        self._close.setFocus()

    def _refuse(self, error: UserError) -> None:
        self._tell(self._place.words.explain(error))

    def _tell(self, text: str) -> None:
        self._strip.end()
        self._told.setText(text)
        self._told.show()
        self._fit()
        self._save.setEnabled(True)
