"""Sub-keys of one data key."""

import pytest

from app.crypto.subkeys import (
    ANCHOR,
    AUDIT,
    DATABASE,
    DRAFTS,
    KEY_FILE,
    checked_hex,
    database_key_hex,
    derive,
)

KEY = bytes(range(32))


def test_known_answers_never_change_or_old_vaults_close_for_ever():
    assert database_key_hex(KEY) == "fbc5cfb877434bd15a0cb433e6183ff83e14325785113175a72026441c083f64"
    assert derive(KEY, KEY_FILE).hex() == "58de12bd17910181beb7feacfa7b411d589e2536320b1665cda5541803b7fe2f"


def test_every_use_and_every_data_key_has_its_own():
    labels = (DATABASE, KEY_FILE, AUDIT, ANCHOR, DRAFTS)
    assert len({derive(key, label) for key in (KEY, bytes(32)) for label in labels}) == 10


@pytest.mark.parametrize("size", [0, 16, 31, 33])
def test_a_data_key_of_another_length_is_refused(size: int):
    with pytest.raises(ValueError, match="32 bytes"):
        derive(bytes(size), DATABASE)


@pytest.mark.parametrize("text", ["", "0" * 62, "0" * 63, "0" * 65, "g" * 64, "A" * 64, "0" * 64 + "\n", "٠" * 64])
def test_a_raw_key_that_sqlcipher_would_take_for_a_passphrase_is_refused(text: str):
    with pytest.raises(ValueError, match="64 hex digits"):
        checked_hex(text)
