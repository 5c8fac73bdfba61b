import os
import stat
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.documents.intake import Pasted
from app.documents.refusals import DocumentDamaged
from app.documents.service import Documents
from app.documents.store import Sealed, Store, sweep
from app.vault.vault import OpenVault
from tests.unit.conftest import MONDAY
from tests.unit.documents.made import picture, saved

SIZES = (0, 1, 65_535, 65_536, 65_537, 131_072, 3_000_000)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "documents")


@pytest.mark.parametrize("size", SIZES)
def test_what_is_put_is_read(store: Store, size: int) -> None:
    data = os.urandom(size)
    sealed = store.put(data)
    assert store.read(sealed, "") == data
    assert size < 8 or data not in store.path(sealed.file_id).read_bytes()


def test_a_file_lies_under_a_random_name_in_a_folder_of_the_user_alone(store: Store) -> None:
    one, two = store.put(b"abc"), store.put(b"abc")
    assert one.file_id != two.file_id
    assert one.file_key != two.file_key
    path = store.path(one.file_id)
    assert path.parent.name == one.file_id[:2]
    modes = [stat.S_IMODE(place.stat().st_mode) for place in (path, path.parent, store.folder)]
    assert modes == [0o600, 0o700, 0o700]
    assert {file.name for file in store.folder.glob("*/*")} == {one.file_id, two.file_id}


@pytest.mark.parametrize("size", [1, 65_536, 150_000])
def test_a_change_anywhere_is_noticed(store: Store, size: int) -> None:
    sealed = store.put(os.urandom(size))
    path = store.path(sealed.file_id)
    whole = path.read_bytes()
    places = {0, 1, size // 2, len(whole) - 17, len(whole) - 16, len(whole) - 1, 65_535, 65_536, 65_551, 65_552, 65_553}
    for place in {at for at in places if 0 <= at < len(whole)}:
        for bit in (0, 7):
            changed = bytearray(whole)
            changed[place] ^= 1 << bit
            path.write_bytes(changed)
            with pytest.raises(DocumentDamaged):
                store.read(sealed, "")
    path.write_bytes(whole)
    assert len(store.read(sealed, "")) == size


@pytest.mark.parametrize("cut", [0, 1, 15, 16, 17, 65_552, 131_104, 131_105, -1, -16, -17])
def test_a_file_cut_short_is_noticed(store: Store, cut: int) -> None:
    sealed = store.put(bytes(150_000))
    path = store.path(sealed.file_id)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(DocumentDamaged):
        store.read(sealed, "")


def test_a_longer_a_missing_and_anothers_file_are_noticed(store: Store) -> None:
    one, two = store.put(b"one"), store.put(b"two")
    first, second = store.path(one.file_id), store.path(two.file_id)
    whole = first.read_bytes()
    first.write_bytes(whole + b"x")
    with pytest.raises(DocumentDamaged):
        store.read(one, "")
    second.replace(first)
    for sealed in (one, two):
        with pytest.raises(DocumentDamaged):
            store.read(sealed, "")


def test_a_file_that_opens_but_is_not_what_was_put_is_noticed(store: Store) -> None:
    sealed = store.put(b"abc")
    with pytest.raises(DocumentDamaged):
        store.verify(Sealed(sealed.file_id, sealed.file_key, "0" * 64, 3), "")
    store.verify(sealed, "")


def test_damage_is_said_with_the_documents_title(store: Store) -> None:
    sealed = store.put(b"abc")
    store.path(sealed.file_id).unlink()
    with pytest.raises(DocumentDamaged) as caught:
        store.read(sealed, "Свідоцтво")
    assert caught.value.facts == {"title": "Свідоцтво"}


@pytest.fixture
def held(documents: Documents, case: UUID) -> Documents:
    documents.add(case, [Pasted("паспорт.jpg", saved(picture()))])
    return documents


def stray(held: Documents, name: str, minutes: int) -> Path:
    """A file that no row knows, `minutes` old by the clock of the tests."""
    path = held.folder / name[:2].replace(".", "ab") / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"stray")
    then = (MONDAY.now() - timedelta(minutes=minutes)).timestamp()
    os.utime(path, (then, then))
    return path


def test_old_strays_are_swept_and_everything_else_stays(held: Documents) -> None:
    known = set(held.folder.glob("*/*"))
    old = [stray(held, name, 61) for name in ("ab" * 16, f".{'ab' * 16}.0123abcd.tmp")]
    young = stray(held, "cd" * 16, 59)
    swept = held.sweep()
    assert (swept.removed, swept.kept, swept.missing) == (2, 1, ())
    assert set(held.folder.glob("*/*")) == {*known, young}
    assert not any(path.exists() for path in old)


def test_nothing_is_swept_while_other_records_may_know_it(held: Documents, vault: OpenVault) -> None:
    old = stray(held, "ab" * 16, 61)
    (vault.path / "gen-0002").mkdir()
    assert (held.sweep().removed, held.sweep().kept, old.exists()) == (0, 1, True)


def test_a_row_without_its_file_is_named(held: Documents, case: UUID) -> None:
    for path in held.folder.glob("*/*"):
        path.unlink()
    missing = sweep(held.database, held.folder, MONDAY.now()).missing
    assert {(lost.title, lost.kind) for lost in missing} == {
        ("паспорт", "original"), ("паспорт", "shown"), ("паспорт", "thumbnail")
    }  # fmt: skip
    assert {lost.document for lost in missing} == {held.rows(case)[0].uid}


def test_the_database_of_one_vault_sweeps_an_empty_folder(held: Documents, tmp_path: Path) -> None:
    swept = sweep(held.database, tmp_path / "nothing", MONDAY.now())
    assert (swept.removed, swept.kept, len(swept.missing)) == (0, 0, 3)
