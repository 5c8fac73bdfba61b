"""Somebody who types commands of `suprovid-cli` about one case."""

from pathlib import Path

from click.testing import CliRunner, Result

from app.cases.draft import CaseDraft, FateDraft, PersonDraft, RelativeDraft
from app.cases.view import CaseView
from app.crypto.kdf import FLOOR
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.founding import found
from app.office.service import OfficeRow
from app.services import Services
from app.vault.vault import open_vault
from ui.cli import main

PASSPHRASE = "джміль клямка оберіг вітряк"
MISSING_SINCE = PartialDate(2025, 6, 15)


class Typist:
    """Types commands about the one case of a small vault."""

    def __init__(self, home: Path) -> None:
        self.vault, self.file = home / "office", home / "pass"
        self.file.write_text(PASSPHRASE, "utf-8")
        held = found(self.vault, "Олена", PASSPHRASE, OfficeRow(name="Офіс", training=True), params=FLOOR)
        services = Services.of(held)
        wife = RelativeDraft(PersonDraft("Ґудзь", "Олена", "Іванівна"), Relation.SPOUSE)
        man = PersonDraft("Ґудзь", "Ілля", "Тарасович")
        uid, _ = services.cases.open(CaseDraft(man, (FateDraft(Fate.MISSING, MISSING_SINCE),), relatives=(wife,)))
        self.uid, self.number = uid, services.cases.view(uid).number
        held.close()

    def type(self, command: str, *options: str) -> Result:
        where = ["--vault", str(self.vault), "--passphrase-file", str(self.file)]
        return CliRunner().invoke(main, ["case", *command.split(), "--case", self.number, *options, *where])

    def refused(self, command: str, *options: str) -> str:
        done = self.type(command, *options)
        assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.output
        return done.stderr

    def view(self) -> CaseView:
        held = open_vault(self.vault, None, PASSPHRASE)
        try:
            return Services.of(held).cases.view(self.uid)
        finally:
            held.close()
