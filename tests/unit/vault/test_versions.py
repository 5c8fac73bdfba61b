"""Vaults that earlier versions of the program wrote open, whole, with every row."""

import json
import tarfile
from pathlib import Path

import pytest

from app.cases.queries import CaseFilter
from app.services import Services
from app.vault.audit import audit
from app.vault.proof import standing
from app.vault.vault import open_vault
from db import upgrade

VAULTS = Path(__file__).resolve().parents[2] / "vectors" / "vaults"
PASSPHRASE = "шість вигаданих слів для сховища зразка"
REVISIONS = sorted(path.name.split("_")[0] for path in (upgrade._SCRIPTS / "versions").glob("[0-9]*.py"))


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_vault_of_every_version_opens_with_every_row(tmp_path: Path, revision: str) -> None:
    if revision == REVISIONS[-1] and not (VAULTS / f"{revision}.suprovid.tar").exists():
        pytest.skip("the newest revision is not final: python -m tests.vectors.vaults.make")
    path = tmp_path / "example.suprovid"
    with tarfile.open(VAULTS / f"{revision}.suprovid.tar") as tar:
        tar.extractall(path, filter="data")
    told = json.loads((VAULTS / f"{revision}.json").read_text("utf-8"))
    held = open_vault(path, None, PASSPHRASE)
    try:
        held.check()
        assert audit(held.database, deep=True).whole
        found = standing(held.database)
        assert {table: found.counts.get(table) for table in told["counts"]} == told["counts"]
        assert found.head.n >= told["n"]
        services = Services.of(held)
        assert services.cases.count(CaseFilter()) == len(list(services.cases.dump())) == told["counts"]["case_file"]
    finally:
        held.close()
