"""Each refusal leaves the ways that can help, and no other."""

import pytest

from app.crypto.keyfile import DamagedKeyFile, WrongPassphrase
from app.domain.errors import UserError
from app.vault.anchor import AnchorMissing, RecordsBehind
from app.vault.vault import NoVault, VaultInUse
from app.vault.ways import Way, ways
from db.refusals import VaultDamaged


@pytest.mark.parametrize("refusal", [RecordsBehind(count=3), AnchorMissing()])
def test_older_records_may_be_read_replaced_or_trusted(refusal: UserError) -> None:
    assert ways(refusal) == (Way.READ, Way.RESTORE, Way.TRUST)


def test_damaged_records_are_never_trusted() -> None:
    assert Way.TRUST not in ways(VaultDamaged())
    assert Way.SALVAGE in ways(VaultDamaged())


def test_without_its_key_file_nothing_can_be_salvaged() -> None:
    assert ways(DamagedKeyFile()) == (Way.RESTORE,)


@pytest.mark.parametrize("refusal", [WrongPassphrase(), VaultInUse(), NoVault(name="x")])
def test_what_is_no_trouble_of_the_vault_offers_nothing(refusal: UserError) -> None:
    assert ways(refusal) == ()
