"""What a disk may fail at, one call of the program each, and what must hold whether it failed or not."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from uuid import UUID

from app.domain.errors import UserError
from app.exchange.office import keygen
from app.training.workbook import write_messy_workbook
from app.vault.vault import VaultExists, open_vault
from tests.faults.day import FOUNDER, Day, Told
from tests.faults.judged import Judgement, judged, lost
from tests.unit.conftest import MONDAY, PASSPHRASE

VAULT = "office.suprovid"


class Stage:
    """A vault at work in `disk`, and beside it what does not fail: keys of an office, a workbook."""

    def __init__(self, place: Path, disk: Path) -> None:
        self.disk = disk
        self.told = Told()
        self.day = Day.founded(disk / VAULT, self.told)
        self.day.open_case()
        self.day.add_colleague()
        self.day.bring_document()
        self.book = place / "register.xlsx"
        write_messy_workbook(self.book, 4, 1, today=MONDAY.today())
        self.office = keygen(place / "keys").recipient

    def package(self) -> None:
        """Seal a package for the office."""
        self.day.services.exchange.export(self.office, self.disk)

    def outside(self) -> None:
        """Let a copy of a document out of the vault."""
        document = next(key.partition(":")[2] for key in self.told.known if key.startswith("document:"))
        self.day.services.documents.save_copy_outside(UUID(document), self.disk / "copy.jpg", "for the court")

    def copy(self) -> None:
        """Copy the vault; copies made before may be thinned."""
        self.told.known = {key: value for key, value in self.told.known.items() if not key.startswith("copy:")}
        self.day.copy()

    def found(self) -> None:
        """Make another vault; if it stands already, though the call failed after it was made, open it."""
        path = self.disk / "other.suprovid"
        try:
            Day.founded(path, lambda _text: None).vault.close()
        except VaultExists:
            open_vault(path, FOUNDER, PASSPHRASE).close()
        rmtree(path)

    def book_in(self) -> None:
        """Import a workbook."""
        self.day.bring_book(self.book)

    def reopen(self) -> None:
        """Close the vault and open it again."""
        self.day.vault.close()
        vault = open_vault(self.disk / VAULT, FOUNDER, PASSPHRASE, clock=MONDAY)
        self.day = Day(vault, self.told, first=self.day.n, clock=self.day.clock)

    def judged(self) -> Judgement:
        """The closed vault, looked through as after a crash."""
        return judged(self.disk / VAULT, self.told.known, self.told.coming)


@dataclass(frozen=True, slots=True)
class Scene:
    """One call. `every`: which of its operations are tried, where there are many."""

    name: str
    call: Callable[[Stage], object]
    every: int = 1


SCENES = (
    Scene("contact", lambda stage: stage.day.log_contact()),
    Scene("draft", lambda stage: stage.day.keep_draft()),
    Scene("case", lambda stage: stage.day.open_case(), 5),
    Scene("document", lambda stage: stage.day.bring_document(), 2),
    Scene("key file", lambda stage: stage.day.change_passphrase()),
    Scene("copy", lambda stage: stage.copy(), 7),
    Scene("import", lambda stage: stage.book_in()),
    Scene("package", lambda stage: stage.package()),
    Scene("copy outside", lambda stage: stage.outside()),
    Scene("close and open", lambda stage: stage.reopen(), 3),
    Scene("new vault", lambda stage: stage.found(), 19),
)


def attempt(stage: Stage, scene: Scene) -> UserError | None:
    """Play the scene on a disk that may fail: None when it succeeded, else its refusal; anything else is raised."""
    try:
        scene.call(stage)
    except UserError as refusal:
        return refusal
    return None


def kept(stage: Stage) -> tuple[str, ...]:
    """What an open vault lost by a refused call; a key file in its place counts, whether or not the commit failed."""
    coming = {key: value for key, value in stage.told.coming.items() if key.startswith("opens:")}
    return lost(stage.day.services, stage.told.known, coming)
