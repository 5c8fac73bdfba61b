"""A law pack from the coordinating office to a laptop, at terminals: made, trusted, checked, taken, gone back from."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.paths import resource
from tests.e2e.typist import Typist
from ui.cli import main


def office(*arguments: object) -> Result:
    """What the office types."""
    return CliRunner().invoke(main, ["law", *map(str, arguments)])


def laptop(typist: Typist, *arguments: object) -> Result:
    """What is typed at the laptop."""
    where = ["--vault", str(typist.vault), "--passphrase-file", str(typist.file)]
    return CliRunner().invoke(main, ["law", *map(str, arguments), *where])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of the law with a longer term for the application to the police, as number two."""
    made = Path(shutil.copytree(resource("catalogue/ua"), tmp_path / "ua"))
    steps, law = (made / "steps.yaml").read_text("utf-8"), (made / "law.yaml").read_text("utf-8")
    before, after = steps.split("{id: LEG-01,", 1)
    (made / "steps.yaml").write_text(before + "{id: LEG-01," + after.replace("qty: 3", "qty: 9", 1), "utf-8")
    (made / "law.yaml").write_text(re.sub(r"version: \d+", "version: 2", law), "utf-8")
    return made


def test_a_pack_goes_from_the_office_to_a_laptop_and_back(typist: Typist, folder: Path, tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    assert office("keygen", "-o", keys, "--name", "Координаційний офіс").exit_code == 0
    assert office("make", folder, "--key", keys / "law.key.txt", "-o", tmp_path).exit_code == 0
    pack = tmp_path / "UA-LAW-0002.lawpack"
    foreign = laptop(typist, "check", pack)
    assert (foreign.exit_code, "не бере" in foreign.stderr) == (1, True)
    assert laptop(typist, "trust", keys / "law.card.json", "--yes").exit_code == 0
    checked = laptop(typist, "check", pack).output
    assert "LEG-01" in checked
    assert "було: 3 дні; стане: 9 днів" in checked
    assert "діє" in laptop(typist, "apply", pack, "--yes").output
    shown = laptop(typist, "show").output
    assert "№ 2 від" in shown
    assert "Координаційний офіс" in shown
    assert "№ 1 від" in laptop(typist, "back", "--yes").output


def test_a_mistake_is_told_to_the_office_with_its_line(folder: Path, tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    office("keygen", "-o", keys, "--name", "Офіс")
    text = (folder / "steps.yaml").read_text("utf-8").replace("body: REG,", "body: NOWHERE,", 1)
    (folder / "steps.yaml").write_text(text, "utf-8")
    line = next(number for number, told in enumerate(text.splitlines(), 1) if "NOWHERE" in told)
    refused = office("make", folder, "--key", keys / "law.key.txt", "-o", tmp_path)
    assert refused.exit_code == 1
    assert "steps.yaml" in refused.stderr
    assert str(line) in refused.stderr
    assert not list(tmp_path.glob("*.lawpack"))
