"""The key file: opened by its passphrase only, and never in any other state than it was left in."""

import base64
import json
import random
import time
import unicodedata
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.crypto import canonical
from app.crypto.age_keys import HybridIdentity
from app.crypto.kdf import FLOOR, KdfParams, UnusablePassphrase
from app.crypto.keyfile import KeyFile, NewerKeyFile, WhichUser, create, parse, unlock, unlock_as_office, unlock_with
from app.crypto.slots import (
    DamagedKeyFile,
    OfficeSlot,
    PassphraseSlot,
    Unlocked,
    UnusableUser,
    VaultKeys,
    WrongOfficeKey,
    WrongPassphrase,
)
from app.domain.errors import UserError

VAULT = UUID("0f0e0d0c-0b0a-4908-8706-050403020100")
PASSPHRASE = "їжак несе яблуко"
OFFICE = HybridIdentity(b"office".ljust(32))
CLINICAL = b"clinical".ljust(32)


@pytest.fixture(scope="module")
def made() -> tuple[KeyFile, Unlocked]:
    return create("Olena", PASSPHRASE, vault_id=VAULT, params=FLOOR)


@pytest.fixture(scope="module")
def kek(made: tuple[KeyFile, Unlocked]) -> bytes:
    return made[0].passphrases()[0].kek(PASSPHRASE)


@pytest.fixture(scope="module")
def two(made: tuple[KeyFile, Unlocked]) -> KeyFile:
    """The same vault with a second user."""
    file, keys = made
    second = PassphraseSlot.wrap(Unlocked.newcomer("Taras", keys), "друга фраза тут", FLOOR, VAULT)
    return file.with_slot(second).sealed(keys)


@pytest.fixture(scope="module")
def full(two: KeyFile, made: tuple[KeyFile, Unlocked]) -> KeyFile:
    """Two users and the office; the second user and the office hold the clinical key too."""
    keys = replace(made[1], clinical_key=CLINICAL)
    second = two.slot_of("Taras").with_clinical(CLINICAL, VAULT)
    return two.with_slot(second).with_slot(OfficeSlot.seal(keys, OFFICE.recipient(), VAULT)).sealed(keys)


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
    assert keys.root_key != others.root_key
    assert keys.seed != others.seed
    assert one.passphrases()[0].salt != other.passphrases()[0].salt


def test_secrets_are_not_in_the_representation(made: tuple[KeyFile, Unlocked]):
    assert repr(made[1]) == "Unlocked(user='Olena')"


def test_every_field_of_the_design_is_there(made: tuple[KeyFile, Unlocked]):
    file = told(made[0])
    assert file.keys() == {"v", "vault_id", "generation", "slots", "mac"}
    assert file["slots"][0].keys() == {"kind", "user", "kdf", "nonce", "ct", "public", "data", "clinical"}
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
    return unlock_with(file, file.passphrases()[0], kek)


def test_a_flipped_byte_is_never_accepted_and_never_crashes(full, made, kek):
    data = full.to_bytes()
    assert attempt(data, kek) == made[1]
    assert unlock_as_office(parse(data), OFFICE).data_key == made[1].data_key
    dice = random.Random(2)
    for at in dice.sample(range(len(data)), 2500):
        value = dice.choice([data[at] ^ (1 << dice.randrange(8)), data[at] ^ 0x20, 0x41 ^ (data[at] == 0x41)])
        forged = data[:at] + bytes([value]) + data[at + 1 :]
        with pytest.raises((DamagedKeyFile, NewerKeyFile, WrongPassphrase)):
            attempt(forged, kek)
        if not at % 7:
            with pytest.raises((DamagedKeyFile, NewerKeyFile, WrongOfficeKey)):
                unlock_as_office(parse(forged), OFFICE)


def test_a_cut_or_doubled_file_is_refused(made):
    data = made[0].to_bytes()
    for wrong in [*(data[:at] for at in range(len(data))), data + b"\n", data + data, b"\xef\xbb\xbf" + data]:
        with pytest.raises(DamagedKeyFile):
            parse(wrong)


def test_slots_swapped_dropped_added_renamed_or_moved_to_another_vault(full, made, kek):
    keys = made[1]
    first, second, office = full.slots
    stranger = OfficeSlot.seal(VaultKeys.fresh(), HybridIdentity(bytes(32)).recipient(), VAULT)
    for slots in [
        (second, first, office),
        (first, office),
        (first, second),
        (first, second, office, replace(second, user="Ivan")),
        (first, second, office, stranger),
        (first, second, replace(office, public=stranger.public)),
        (first, second, replace(office, clinical=None)),
        (first, second, replace(office, root=office.data)),
        (first, replace(second, user="Ivan"), office),
        (first, replace(second, ct=first.ct), office),
        (first, replace(second, data=first.data), office),
        (first, replace(second, clinical=None), office),
        (first, replace(second, kdf=KdfParams(65536, 1, 1)), office),
    ]:
        forged = parse(replace(full, slots=slots).to_bytes())
        with pytest.raises(DamagedKeyFile):
            unlock_with(forged, forged.slot_of("Olena"), kek)
    for slot in [
        replace(first, user="Taras"),
        replace(first, kdf=KdfParams(65536, 1, 1)),
        replace(first, salt=bytes(16)),
        replace(first, public=second.public),
    ]:
        with pytest.raises(WrongPassphrase):
            slot.unwrap(kek, VAULT)
    with pytest.raises(DamagedKeyFile):
        replace(first, data=second.data).unwrap(kek, VAULT)
    with pytest.raises(WrongPassphrase):
        first.unwrap(kek, UUID(int=1))
    with pytest.raises(DamagedKeyFile):
        unlock_with(replace(full, generation=2), first, kek)
    assert unlock_with(full, first, kek) == keys


def test_a_key_sealed_for_one_use_or_vault_does_not_open_as_another(full):
    office = full.offices()[0]
    for moved in (
        replace(office, data=office.root),
        replace(office, root=office.data),
        replace(office, clinical=office.data),
        replace(office, data=office.clinical),
    ):
        with pytest.raises(DamagedKeyFile):
            moved.open(OFFICE, VAULT)
    with pytest.raises(DamagedKeyFile):
        office.open(OFFICE, UUID(int=1))


def test_whoever_knows_only_the_public_keys_cannot_forge_a_vault(full, kek):
    own = VaultKeys.fresh()
    forged = full.rekeyed(own, 2).sealed(own)
    with pytest.raises(DamagedKeyFile):
        attempt(forged.to_bytes(), kek)


def test_the_office_opens_with_its_own_key_only(full, made, two):
    found = unlock_as_office(parse(full.to_bytes()), OFFICE)
    assert (found.data_key, found.root_key, found.clinical_key) == (made[1].data_key, made[1].root_key, CLINICAL)
    for file, identity in ((full, HybridIdentity(bytes(32))), (two, OFFICE)):
        with pytest.raises(WrongOfficeKey):
            unlock_as_office(file, identity)


def test_the_clinical_key_is_with_those_who_have_the_right(full, made):
    assert unlock(full, "Olena", PASSPHRASE).clinical_key is None
    assert unlock(full, "Taras", "друга фраза тут").clinical_key == CLINICAL
    without = full.with_slot(full.slot_of("Taras").with_clinical(None, VAULT)).sealed(made[1])
    assert unlock(without, "Taras", "друга фраза тут").clinical_key is None


def test_a_changed_passphrase_rewraps_one_slot_and_leaves_what_is_sealed_in_it(full, made):
    keys = unlock(full, "Taras", "друга фраза тут")
    slot = full.slot_of("Taras").rewrapped(keys, "третя фраза", FLOOR, VAULT)
    changed = parse(full.with_slot(slot).sealed(made[1]).to_bytes())
    assert unlock(changed, "Taras", "третя фраза") == keys
    with pytest.raises(WrongPassphrase):
        unlock(changed, "Taras", "друга фраза тут")
    assert [old == new for old, new in zip(full.slots, changed.slots, strict=True)] == [True, False, True]
    assert (slot.data, slot.clinical, slot.public) == (full.slots[1].data, full.slots[1].clinical, full.slots[1].public)


def test_everybody_who_stays_opens_the_next_generation_without_being_there(full, made):
    fresh = replace(made[1], data_key=bytes(32), clinical_key=None)
    changed = parse(full.without("Olena").rekeyed(fresh, 2).sealed(fresh).to_bytes())
    assert changed.users() == ("Taras",)
    taras = unlock(changed, "Taras", "друга фраза тут")
    assert (taras.data_key, taras.clinical_key) == (bytes(32), CLINICAL)
    office = unlock_as_office(changed, OFFICE)
    assert (office.data_key, office.clinical_key) == (bytes(32), CLINICAL)
    with pytest.raises(WrongPassphrase):
        unlock(changed, "Olena", PASSPHRASE)


def test_a_new_clinical_key_reaches_only_those_who_had_the_right(full, made):
    fresh = replace(made[1], data_key=bytes(32), clinical_key=bytes(32))
    changed = full.rekeyed(fresh, 2).sealed(fresh)
    assert unlock(changed, "Taras", "друга фраза тут").clinical_key == bytes(32)
    assert unlock(changed, "Olena", PASSPHRASE).clinical_key is None


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
        ("slots.0.public", "AAAA"),
        ("slots.0.public", base64.b64encode(b"\xff" * 1216).decode()),
        ("slots.0.public", None),
        ("slots.0.data", ""),
        ("slots.0.clinical", ""),
        ("slots.0.clinical", False),
        ("slots.0.clinical", ...),
        ("slots.0.root", "AAAA"),
        ("slots.2.root", "AAAA"),
        ("slots.2.root", ...),
        ("slots.2.data", ...),
        ("slots.2.user", "Olena"),
        ("slots.2.kind", "passphrase"),
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
def test_any_other_content_is_damage_and_said_at_once(full, path: str, value: object):
    data = forged(full, path, value)
    started = time.process_time()
    with pytest.raises(DamagedKeyFile):
        parse(data)
    assert time.process_time() - started < 0.05


def test_the_same_holder_twice_and_a_file_without_users_are_damage(full):
    first, _second, office = full.slots
    for slots in ((first, first), (first, office, office), (office,)):
        with pytest.raises(DamagedKeyFile):
            parse(replace(full, slots=slots).to_bytes())


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
    folder = Path(__file__).parents[2] / "vectors" / "key_own"
    file = parse((folder / "vault.key").read_bytes())
    olena = unlock(file, "Olena", "correct horse їжак")
    assert [key[0] for key in (olena.data_key, olena.root_key, olena.signing_key, olena.seed)] == [0, 32, 64, 96]
    assert olena.clinical_key is None
    assert unlock(file, "Taras", "battery staple їжак").clinical_key == bytes(range(128, 160))
    assert unlock_as_office(file, HybridIdentity(bytes(range(160, 192)))).data_key == bytes(range(32))


def test_refusals_are_for_people():
    for error in (DamagedKeyFile, NewerKeyFile, WrongPassphrase, WhichUser, UnusableUser, UnusablePassphrase):
        assert issubclass(error, UserError)
