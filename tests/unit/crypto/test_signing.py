"""Signatures, and the digits by which people compare keys."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.damm import check_digit
from app.crypto.fingerprint import fingerprint, read_aloud
from app.crypto.signing import Domain, new_signing_key, public_key, sender_fingerprint, sign, verify

PRIVATE = bytes(range(32))
PUBLIC = public_key(PRIVATE)


def test_known_answer():
    assert sign(PRIVATE, Domain.PACKAGE, b"manifest") == bytes.fromhex(
        "3e435bd2c13b6588c35504314d1909bfbfdb3154e4ef2b1439d1f1d0351f5f87"
        "435d39a444f54842c080cd7b07d0eb487de34b93351c3a7aaa369dddc9cc120a"
    )
    assert sender_fingerprint(PUBLIC) == "5322 5042 5084 1006 5975 6628 4262 7962 1255 7124"


def test_a_signature_holds_for_its_message_domain_and_key_only():
    signature = sign(PRIVATE, Domain.PACKAGE, b"manifest")
    assert verify(PUBLIC, Domain.PACKAGE, b"manifest", signature)
    assert not verify(PUBLIC, Domain.PACKAGE, b"manifest.", signature)
    assert not verify(public_key(new_signing_key()), Domain.PACKAGE, b"manifest", signature)
    assert not verify(PUBLIC, Domain.PACKAGE, b"manifest", signature[:-1])
    assert not verify(PUBLIC[:-1], Domain.PACKAGE, b"manifest", signature)


def test_the_bare_message_is_not_what_is_signed():
    bare = Ed25519PrivateKey.from_private_bytes(PRIVATE).sign(b"manifest")
    assert not verify(PUBLIC, Domain.PACKAGE, b"manifest", bare)


def test_new_keys_differ():
    assert new_signing_key() != new_signing_key()


def test_damm_published_example():
    assert check_digit("572") == "4"


def test_fingerprint_is_forty_digits_in_fours_and_tells_kinds_apart():
    groups = fingerprint("sender key", PUBLIC).split(" ")
    assert [len(group) for group in groups] == [4] * 10
    assert fingerprint("sender key", PUBLIC) != fingerprint("office key", PUBLIC)


@given(st.binary(min_size=32, max_size=32), st.integers(0, 39), st.integers(1, 9))
def test_a_digit_misheard_is_noticed(key: bytes, at: int, shift: int):
    right = fingerprint("sender key", key)
    digits = right.replace(" ", "")
    assert read_aloud(digits) == right
    wrong = digits[:at] + str((int(digits[at]) + shift) % 10) + digits[at + 1 :]
    assert read_aloud(wrong) is None


@given(st.binary(min_size=32, max_size=32), st.integers(0, 38))
def test_two_neighbours_swapped_are_noticed(key: bytes, at: int):
    digits = fingerprint("sender key", key).replace(" ", "")
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assert (read_aloud(swapped) is None) == (digits[at] != digits[at + 1])


@pytest.mark.parametrize("text", ["", "1234", "x" * 40, "٣" * 40, "0" * 41])
def test_what_is_no_fingerprint(text: str):
    assert read_aloud(text) is None
