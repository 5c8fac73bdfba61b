"""Bringing a copy back from the open vault: what stands is copied first, and the vault is closed afterwards."""

import pytest

from app.access.access import NotAllowed
from app.cases.draft import CaseDraft
from app.domain.role import Role
from app.services import Services
from app.vault.manifest import Reason
from app.vault.vault import open_vault
from app.vault.verify import CopyDamaged
from tests.unit.conftest import PASSPHRASE


def test_what_came_after_the_copy_is_in_the_copy_made_before(services: Services, missing: CaseDraft) -> None:
    services.cases.open(missing)
    before = services.backups.create()
    services.cases.open(missing)
    done = services.backups.restore(before.path)
    assert done.cases == 1
    assert not services.vault.lock.is_locked
    again = open_vault(services.vault.path, None, PASSPHRASE)
    fresh = Services.of(again)
    assert len(list(fresh.cases.uids())) == 1
    kept = next(one for one in fresh.backups.list() if one.manifest and one.manifest.reason is Reason.RESTORE)
    assert fresh.backups.verify(kept.path).standing.counts["case_file"] == 2
    again.close()


def test_a_damaged_copy_is_refused_and_the_vault_opens_as_it_was(services: Services, missing: CaseDraft) -> None:
    services.cases.open(missing)
    made = services.backups.create()
    records = made.path / "records.db"
    records.write_bytes(records.read_bytes()[:-4096])
    with pytest.raises(CopyDamaged):
        services.backups.restore(made.path)
    again = open_vault(services.vault.path, None, PASSPHRASE)
    assert again.generation == services.vault.generation
    again.close()


def test_only_with_the_right(services: Services) -> None:
    made = services.backups.create()
    services.users.add("Марко", PASSPHRASE[::-1], [Role.LEAD])
    services.users.set_roles(services.vault.user, [Role.CASEWORKER])
    with pytest.raises(NotAllowed):
        Services.of(services.vault).backups.restore(made.path)
    assert services.vault.lock.is_locked
