"""Key files and sender cards, as people carry them."""

import stat
from pathlib import Path

import pyrage
import pytest

from app.crypto import canonical
from app.crypto.age_keys import HybridIdentity, X25519Identity
from app.exchange.office import (
    KeysNotWritten,
    OfficeKeysExist,
    Sender,
    SenderCard,
    WrongIdentityFile,
    WrongRecipientFile,
    WrongSenderFile,
    keygen,
    read_identity,
    read_recipient,
)

SENDER = Sender("laptop-7", bytes(range(32)))


def test_keygen_writes_a_pair_that_belongs_together(tmp_path: Path):
    keys = keygen(tmp_path / "office")
    identity = read_identity(keys.identity)
    assert isinstance(identity, HybridIdentity)
    assert identity.recipient() == read_recipient(keys.recipient)
    assert identity.fingerprint() == keys.fingerprint
    assert keys.fingerprint in keys.recipient.read_text()
    assert keys.recipient.name == "office.recipient.txt"
    assert keys.identity.name == "office.identity.txt"
    assert stat.S_IMODE(keys.identity.stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.recipient.stat().st_mode) == 0o644


def test_the_public_file_holds_no_secret(tmp_path: Path):
    keys = keygen(tmp_path)
    assert "SECRET" not in keys.recipient.read_text()


@pytest.mark.parametrize("name", ["office.recipient.txt", "office.identity.txt"])
def test_keys_are_never_replaced(tmp_path: Path, name: str):
    (tmp_path / name).write_text("old")
    with pytest.raises(OfficeKeysExist):
        keygen(tmp_path)
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [(name, "old")]


def test_a_folder_that_cannot_be_made(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KeysNotWritten):
        keygen(tmp_path / "file" / "office")


def test_an_older_identity_is_read_but_an_older_recipient_is_not(tmp_path: Path):
    old = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(f"# created: 2026\n# public key: {old.to_public()}\n{old}\r\n")
    assert read_identity(tmp_path / "key") == X25519Identity.parse(str(old))
    (tmp_path / "key").write_text(f"{old.to_public()}\n")
    with pytest.raises(WrongRecipientFile):
        read_recipient(tmp_path / "key")


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"age1pq1\n", "ключ".encode(), b"\xff\xfe", b"A" * 100_000])
def test_other_files_are_no_keys(tmp_path: Path, content: bytes):
    (tmp_path / "key").write_bytes(content)
    with pytest.raises(WrongRecipientFile):
        read_recipient(tmp_path / "key")
    with pytest.raises(WrongIdentityFile):
        read_identity(tmp_path / "key")
    with pytest.raises(WrongSenderFile):
        SenderCard.read(tmp_path / "key")


def test_a_key_file_names_one_key(tmp_path: Path):
    keys = keygen(tmp_path)
    keys.recipient.write_text(keys.recipient.read_text() * 2)
    with pytest.raises(WrongRecipientFile):
        read_recipient(keys.recipient)


def test_missing_files_and_swapped_files(tmp_path: Path):
    keys = keygen(tmp_path)
    with pytest.raises(WrongRecipientFile):
        read_recipient(keys.identity)
    with pytest.raises(WrongIdentityFile):
        read_identity(keys.recipient)
    with pytest.raises(WrongSenderFile):
        SenderCard.read(tmp_path / "none")


@pytest.mark.parametrize("name", [None, "Офіс супроводу, Полтава"])
def test_a_card_is_read_as_written(tmp_path: Path, name: str | None):
    card = SENDER.card(name)
    card.write(tmp_path / "sender.json")
    assert SenderCard.read(tmp_path / "sender.json") == card
    assert stat.S_IMODE((tmp_path / "sender.json").stat().st_mode) == 0o644
    assert SENDER.signing_key not in (tmp_path / "sender.json").read_bytes()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("v", 2),
        ("v", True),
        ("format", "other"),
        ("fingerprint", "0000 0000 0000 0000 0000 0000 0000 0000 0000 0000"),
        ("public_key", "AAAA"),
        ("public_key", canonical.encode(bytes(32))),
        ("name", 1),
        ("extra", 1),
    ],
)
def test_a_card_that_contradicts_itself_is_refused(tmp_path: Path, key: str, value: object):
    told = canonical.read(SENDER.card().to_bytes(), 10_000) | {key: value}
    (tmp_path / "sender.json").write_bytes(canonical.write(told))
    with pytest.raises(WrongSenderFile):
        SenderCard.read(tmp_path / "sender.json")


def test_secrets_are_not_in_the_representation():
    assert repr(SENDER) == "Sender(sender_id='laptop-7')"
