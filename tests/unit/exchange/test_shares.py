"""The office's key in three shares: any two restore it, and nothing else does."""

from itertools import permutations
from pathlib import Path

import pytest

from app.crypto.age_keys import HybridIdentity
from app.exchange.office import (
    OfficeKeysExist,
    WrongIdentityFile,
    identity_lines,
    keygen,
    read_identity,
)
from app.exchange.shares import Share, SharesDiffer, WrongShare, join, split


@pytest.fixture
def identity(tmp_path: Path) -> Path:
    return keygen(tmp_path / "office").identity


@pytest.fixture
def shares(identity: Path, tmp_path: Path) -> tuple[Path, ...]:
    return split(identity, tmp_path / "shares")


def test_any_two_restore_the_key(identity: Path, shares: tuple[Path, ...], tmp_path: Path):
    for number, pair in enumerate(permutations(shares, 2)):
        target = tmp_path / f"restored-{number}.txt"
        assert join(pair, target) == read_identity(identity).fingerprint()
        assert target.read_bytes() == identity.read_bytes()
        assert target.stat().st_mode & 0o777 == 0o600


def test_a_share_alone_or_twice_is_not_enough(shares: tuple[Path, ...], tmp_path: Path):
    for few in ((shares[0],), (shares[0], shares[0])):
        with pytest.raises(SharesDiffer):
            join(few, tmp_path / "key")
    assert not (tmp_path / "key").exists()


def test_shares_of_two_keys_or_of_two_splits_do_not_mix(identity: Path, shares: tuple[Path, ...], tmp_path: Path):
    other = split(keygen(tmp_path / "other").identity, tmp_path / "others")
    again = split(identity, tmp_path / "again")
    for mixed in ((shares[0], other[1]), (shares[0], again[1])):
        with pytest.raises(SharesDiffer):
            join(mixed, tmp_path / "key")


def test_a_wrong_letter_anywhere_is_found(shares: tuple[Path, ...], tmp_path: Path):
    line = shares[0].read_text().splitlines()[-1]
    for at in range(len(line)):
        letter = "q" if line[at] != "q" else "p"
        shares[0].write_text(line[:at] + letter + line[at + 1 :] + "\n")
        with pytest.raises(WrongShare):
            join(shares[:2], tmp_path / "key")


def test_a_share_changed_with_its_spelling_is_found(shares: tuple[Path, ...], tmp_path: Path):
    share = Share.parse(shares[0].read_text().splitlines()[-1])
    for number, needed, part in ((3, 2, share.part), (1, 2, bytes(32)), (1, 3, share.part)):
        forged = Share(number, needed, share.mark, part)
        shares[0].write_text(forged.text() + "\n")
        with pytest.raises(SharesDiffer):
            join(shares[:2], tmp_path / "key")


def test_shares_say_which_key_and_nothing_of_it(identity: Path, shares: tuple[Path, ...]):
    secret = read_identity(identity)
    assert isinstance(secret, HybridIdentity)
    for share in shares:
        assert secret.fingerprint() in share.read_text()
        assert secret.text() not in share.read_text()
        assert "part" not in repr(Share.parse(share.read_text().splitlines()[-1]))


def test_nothing_is_overwritten(identity: Path, shares: tuple[Path, ...]):
    with pytest.raises(OfficeKeysExist):
        split(identity, shares[0].parent)
    with pytest.raises(OfficeKeysExist):
        join(shares[:2], identity)


def test_an_old_kind_of_key_or_none_is_refused(tmp_path: Path):
    (tmp_path / "key").write_bytes(identity_lines(HybridIdentity(bytes(32))).replace(b"PQ-", b""))
    with pytest.raises(WrongIdentityFile):
        split(tmp_path / "key", tmp_path / "shares")
    assert not (tmp_path / "shares").exists()
