"""The key file: opened by its passphrase only, and never in any other state than it was left in."""

import json
import random
import time
import unicodedata
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.crypto import canonical
from app.crypto.kdf import FLOOR, KdfParams, UnusablePassphrase
from app.crypto.keyfile import (
    DamagedKeyFile,
    KeyFile,
    NewerKeyFile,
    PassphraseSlot,
    Unlocked,
    UnusableUser,
    WhichUser,
    WrongPassphrase,
    create,
    parse,
    unlock,
    unlock_with,
)
from app.domain.errors import UserError

VAULT = UUID("0f0e0d0c-0b0a-4908-8706-050403020100")
PASSPHRASE = "їжак несе яблуко"


@pytest.fixture(scope="module")
def made() -> tuple[KeyFile, Unlocked]:
    return create("Olena", PASSPHRASE, vault_id=VAULT, params=FLOOR)


@pytest.fixture(scope="module")
def kek(made: tuple[KeyFile, Unlocked]) -> bytes:
    return made[0].slots[0].kek(PASSPHRASE)


@pytest.fixture(scope="module")
def two(made: tuple[KeyFile, Unlocked]) -> KeyFile:
    """The same vault with a second user."""
    file, keys = made
    second = PassphraseSlot.wrap(Unlocked("Taras", keys.data_key, bytes(32)), "друга фраза тут", FLOOR, VAULT)
    return replace(file, slots=(*file.slots, second)).sealed(keys.data_key)


def told(file: KeyFile) -> dict:
    return json.loads(file.to_bytes())


def test_opens_with_its_passphrase(made: tuple[KeyFile, Unlocked]):
    file, keys = made
    again = parse(file.to_bytes())
    assert again == file
    assert unlock(again, None, PASSPHRASE) == keys
    assert unlock(again, "Olena", PASSPHRASE) == keys
    assert len(keys.database_key_hex()) == 64


def test_fresh_files_share_nothing():
    files = [create("Olena", PASSPHRASE, vault_id=VAULT, params=FLOOR) for _ in range(2)]
    (one, keys), (other, others) = files
    assert keys.data_key != others.data_key
    assert keys.signing_key != others.signing_key
    assert one.slots[0].salt != other.slots[0].salt


def test_secrets_are_not_in_the_representation(made: tuple[KeyFile, Unlocked]):
    assert repr(made[1]) == "Unlocked(user='Olena')"


def test_every_field_of_the_design_is_there(made: tuple[KeyFile, Unlocked]):
    file = told(made[0])
    assert file.keys() == {"v", "vault_id", "generation", "slots", "mac"}
    assert file["slots"][0].keys() == {"kind", "user", "kdf", "nonce", "ct"}
    assert {k: v for k, v in file["slots"][0]["kdf"].items() if k != "salt"} == {"m": 65536, "t": 3, "p": 4}


@pytest.mark.parametrize(
    ("user", "passphrase"), [("Olena", PASSPHRASE + " "), ("Nobody", PASSPHRASE), (None, "зовсім інша")]
)
def test_a_wrong_user_or_passphrase_gives_one_message(made, user: str | None, passphrase: str):
    with pytest.raises(WrongPassphrase):
        unlock(made[0], user, passphrase)


def test_composed_and_decomposed_spellings_open_alike():
    file, keys = create(
        unicodedata.normalize("NFD", "Соломія й Їва"),
        unicodedata.normalize("NFD", PASSPHRASE),
        vault_id=VAULT,
        params=FLOOR,
    )
    for form in ("NFC", "NFD"):
        user, passphrase = (unicodedata.normalize(form, text) for text in ("Соломія й Їва", PASSPHRASE))
        assert unlock(parse(file.to_bytes()), user, passphrase) == keys


def test_an_unusable_passphrase_is_said_in_words(made):
    with pytest.raises(UnusablePassphrase):
        unlock(made[0], None, "a\0b")


@pytest.mark.parametrize("user", ["", " Olena", "O\nlena", "x" * 65, "\u202eanelO"])
def test_unusable_user_names(user: str):
    with pytest.raises(UnusableUser):
        create(user, PASSPHRASE, vault_id=VAULT, params=FLOOR)


def test_several_users(two: KeyFile):
    assert parse(two.to_bytes()).users() == ("Olena", "Taras")
    assert unlock(two, "Taras", "друга фраза тут").user == "Taras"
    with pytest.raises(WrongPassphrase):
        unlock(two, "Taras", PASSPHRASE)
    with pytest.raises(WhichUser):
        unlock(two, None, PASSPHRASE)


def attempt(data: bytes, kek: bytes) -> Unlocked:
    file = parse(data)
    return unlock_with(file, file.slots[0], kek)


def test_a_flipped_byte_anywhere_is_never_accepted_and_never_crashes(made, kek):
    data = made[0].to_bytes()
    assert attempt(data, kek) == made[1]
    dice = random.Random(2)
    for at in range(len(data)):
        for value in {data[at] ^ (1 << dice.randrange(8)), dice.randrange(256), 0x20} - {data[at]}:
            with pytest.raises((DamagedKeyFile, NewerKeyFile, WrongPassphrase)):
                attempt(data[:at] + bytes([value]) + data[at + 1 :], kek)


def test_a_cut_or_doubled_file_is_refused(made):
    data = made[0].to_bytes()
    for wrong in [*(data[:at] for at in range(len(data))), data + b"\n", data + data, b"\xef\xbb\xbf" + data]:
        with pytest.raises(DamagedKeyFile):
            parse(wrong)


def test_slots_swapped_dropped_added_renamed_or_moved_to_another_vault(two, made, kek):
    keys = made[1]
    first, second = two.slots
    for slots in [
        (second, first),
        (first,),
        (first, second, replace(second, user="Ivan")),
        (first, replace(second, user="Ivan")),
        (first, replace(second, ct=first.ct)),
        (first, replace(second, kdf=KdfParams(65536, 1, 1))),
    ]:
        forged = parse(replace(two, slots=slots).to_bytes())
        with pytest.raises(DamagedKeyFile):
            unlock_with(forged, next(slot for slot in forged.slots if slot.user == "Olena"), kek)
    for slot in [
        replace(first, user="Taras"),
        replace(first, kdf=KdfParams(65536, 1, 1)),
        replace(first, salt=bytes(16)),
    ]:
        with pytest.raises(WrongPassphrase):
            slot.unwrap(kek, VAULT)
    with pytest.raises(WrongPassphrase):
        first.unwrap(kek, UUID(int=1))
    with pytest.raises(DamagedKeyFile):
        unlock_with(replace(two, generation=2), first, kek)
    assert unlock_with(two, first, kek) == keys


def forged(file: KeyFile, path: str, value: object) -> bytes:
    """The file with one value exchanged (or, if `value` is ..., removed), spelled canonically."""
    tree = told(file)
    *way, last = path.split(".")
    at = tree
    for step in way:
        at = at[int(step)] if step.isdigit() else at[step]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("slots.0.kdf.m", 2**40),
        ("slots.0.kdf.m", 8),
        ("slots.0.kdf.m", 65536.0),
        ("slots.0.kdf.m", True),
        ("slots.0.kdf.m", float("nan")),
        ("slots.0.kdf.m", "65536"),
        ("slots.0.kdf.m", None),
        ("slots.0.kdf.t", 0),
        ("slots.0.kdf.t", 10**9),
        ("slots.0.kdf.p", 10**9),
        ("slots.0.kdf.t", ...),
        ("slots.0.kdf.salt", "AAAA"),
        ("slots.0.kdf.alg", "pbkdf2"),
        ("slots.0.kdf", []),
        ("slots.0.kind", "pbkdf2"),
        ("slots.0.kind", []),
        ("slots.0.kind", ...),
        ("slots.0.user", ""),
        ("slots.0.user", "i\u0308"),
        ("slots.0.nonce", "AAAAAAAAAAAAAAA"),
        ("slots.0.ct", ""),
        ("slots.0.extra", 1),
        ("slots", []),
        ("slots", {}),
        ("slots", [1]),
        ("slots", [[]]),
        ("v", 0),
        ("v", -1),
        ("v", 1.0),
        ("v", True),
        ("v", "1"),
        ("v", ...),
        ("vault_id", "0F0E0D0C-0B0A-4908-8706-050403020100"),
        ("vault_id", "no"),
        ("generation", 0),
        ("generation", 10**9),
        ("mac", "AAAA"),
        ("mac", ...),
        ("extra", 1),
    ],
)
def test_any_other_content_is_damage_and_said_at_once(made, path: str, value: object):
    data = forged(made[0], path, value)
    started = time.process_time()
    with pytest.raises(DamagedKeyFile):
        parse(data)
    assert time.process_time() - started < 0.05


def test_the_same_user_twice_is_damage(made):
    slot = made[0].slots[0]
    with pytest.raises(DamagedKeyFile):
        parse(replace(made[0], slots=(slot, slot)).to_bytes())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"SQLite format 3\0",
        b"[" * 100_000,
        b'{"v":' * 100_000,
        b'{"v":1,"v":1}',
        b" " * 2**21,
    ],
)
def test_foreign_bytes_are_damage_and_said_at_once(data: bytes):
    started = time.process_time()
    with pytest.raises(DamagedKeyFile):
        parse(data)
    assert time.process_time() - started < 0.05


def test_a_newer_file_says_so_whatever_else_it_holds(made):
    with pytest.raises(NewerKeyFile):
        parse(forged(made[0], "v", 2))
    with pytest.raises(NewerKeyFile):
        parse(canonical.write({"v": 7, "new": []}))


def test_a_key_file_of_the_first_release_still_opens():
    data = (Path(__file__).parents[2] / "vectors" / "key_own" / "vault.key").read_bytes()
    keys = unlock(parse(data), None, "correct horse їжак")
    assert keys.data_key == bytes(range(32))
    assert keys.signing_key == bytes(range(32, 64))


def test_refusals_are_for_people():
    for error in (DamagedKeyFile, NewerKeyFile, WrongPassphrase, WhichUser, UnusableUser, UnusablePassphrase):
        assert issubclass(error, UserError)
