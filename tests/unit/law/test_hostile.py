"""Whatever is wrong with a pack, it is refused in words and nothing changes."""

import hashlib

import pytest

from app.crypto import canonical, signing
from app.crypto.signing import Domain
from app.exchange import tarball
from app.exchange.office import WrongSenderFile
from app.i18n import Words
from app.law import pack as packs
from app.law import refusals
from app.law.key import law_keygen, read_law_key
from tests.unit.law.conftest import LONGER, term, texts_of


@pytest.fixture
def refused(trusting, issuer):
    """Show a pack to the vault: why it is refused. Nothing of it was taken over."""

    def look(data: bytes) -> refusals.PackRefused:
        with pytest.raises(refusals.PackRefused) as found:
            trusting.law.take(issuer.put(data))
        assert trusting.law.standing().history == ()
        for language in ("uk", "en"):
            assert Words(language).explain(found.value)
        return found.value

    return look


def parts(data: bytes) -> dict[str, bytes]:
    found = tarball.read(packs._Bytes(data, len(data)), 20)
    return {one.name: data[one.at : one.at + one.size] for one in found}


def tar(members: dict[str, bytes]) -> bytes:
    return b"".join(tarball.member(name, data) for name, data in members.items()) + tarball.END


def resigned(issuer, members: dict[str, bytes], **told: object) -> bytes:
    """The members under a manifest that says so, truly signed by the office: what only a mistake there could bring."""
    files = {name: data for name, data in members.items() if name.endswith(".yaml")}
    manifest = canonical.read(members[packs.MANIFEST], 1 << 20)
    manifest |= {
        "members": [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
        ]
    } | told
    said = canonical.write(manifest)
    signature = signing.sign(read_law_key(issuer.keys.key), Domain.LAW, said)
    return tar({packs.MANIFEST: said, packs.SIGNATURE: signature, **files})


def with_file(issuer, name: str, text: str) -> bytes:
    members = parts(issuer.signed(texts_of(2, LONGER)))
    return resigned(issuer, {**members, name: text.encode()})


def test_a_whole_pack_is_taken(trusting, issuer):
    assert trusting.law.take(issuer.put(issuer.signed(texts_of(2, LONGER)))).new.version == 2


def test_no_flipped_byte_gets_in(trusting, issuer):
    data = issuer.signed(texts_of(2, LONGER))
    for at in range(0, len(data), len(data) // 150):
        flipped = bytearray(data)
        flipped[at] ^= 0x10
        with pytest.raises(refusals.PackRefused):
            trusting.law.preview(issuer.put(bytes(flipped)))


@pytest.mark.parametrize("kept", [0, 1, 511, 512, 513, 0.5, -1025, -1024, -1])
def test_a_cut_pack_is_refused(refused, issuer, kept):
    data = issuer.signed(texts_of(2, LONGER))
    assert isinstance(refused(data[: int(len(data) * kept) if isinstance(kept, float) else kept]), refusals.PackDamaged)


def test_a_pack_of_another_signer_is_refused_and_names_his_digits(refused, tmp_path):
    other = law_keygen(tmp_path / "other", "Хтось")
    data = packs.make(texts_of(2, LONGER), read_law_key(other.key))[1]
    error = refused(data)
    assert isinstance(error, refusals.PackForeign)
    assert error.facts["digits"] == other.fingerprint


def test_a_signature_of_another_pack_does_not_fit(refused, issuer):
    first, second = parts(issuer.signed(texts_of(2, LONGER))), parts(issuer.signed(texts_of(3)))
    data = tar({**first, packs.SIGNATURE: second[packs.SIGNATURE]})
    assert isinstance(refused(data), refusals.PackForged)


def test_a_signature_for_something_else_does_not_fit(refused, issuer):
    members = parts(issuer.signed(texts_of(2, LONGER)))
    signature = signing.sign(read_law_key(issuer.keys.key), Domain.PACKAGE, members[packs.MANIFEST])
    assert isinstance(refused(tar({**members, packs.SIGNATURE: signature})), refusals.PackForged)


def test_an_unsigned_pack_is_refused(refused, issuer):
    members = parts(issuer.signed(texts_of(2, LONGER)))
    del members[packs.SIGNATURE]
    assert isinstance(refused(tar(members)), refusals.PackUnsigned)


def test_a_file_exchanged_after_signing_is_refused(refused, issuer):
    members = parts(issuer.signed(texts_of(2, LONGER)))
    data = tar({**members, "steps.yaml": parts(issuer.signed(texts_of(2)))["steps.yaml"]})
    assert isinstance(refused(data), refusals.PackForged)


def test_a_format_that_the_program_does_not_know_yet_is_refused(refused, issuer):
    members = parts(issuer.signed(texts_of(2, LONGER)))
    assert isinstance(refused(resigned(issuer, members, v=2)), refusals.PackNewer)


@pytest.mark.parametrize("told", [{"number": 3}, {"id": "xx"}, {"issued": "2026-11-21"}, {"number": True}])
def test_a_manifest_that_contradicts_its_law_is_refused(refused, issuer, told):
    members = parts(issuer.signed(texts_of(2, LONGER)))
    assert isinstance(refused(resigned(issuer, members, **told)), refusals.PackDamaged)


@pytest.mark.parametrize("name", ["redaction.yaml", "../steps.yaml", "other.yaml", "sub/steps.yaml"])
def test_no_other_file_gets_in(refused, issuer, name):
    assert isinstance(refused(with_file(issuer, name, "fields: []\n")), refusals.PackDamaged)


def test_a_pack_without_its_rules_is_refused(refused, issuer):
    members = parts(issuer.signed(texts_of(2, LONGER)))
    del members["steps.yaml"]
    assert isinstance(refused(resigned(issuer, members)), refusals.PackDamaged)


def test_huge_packs_and_members_are_refused(refused, issuer):
    assert isinstance(refused(b"\0" * (packs.MOST_BYTES + 1)), refusals.PackTooLarge)
    data = with_file(issuer, "bodies.yaml", "#" * (packs.MOST_MEMBER + 1))
    assert isinstance(refused(data), refusals.PackTooLarge)


BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (BOMB, 1),
        ("bodies:\n  - {code: !!python/object/apply:os.getcwd [], uk: a, en: b}\n", 2),
        ("bodies:\n  - code: A\n    code: B\n", 3),
        ("bodies: " + "[" * 400 + "]" * 400, 1),
        ("bodies:\n  - {code: ПОЛІЦІЯ, uk: [\n", 3),
        ("bodies:\n  - {code: POLICE, uk: Поліція, en: Police, colour: red}\n", 2),
        ("bodies: []\n", 1),
        ("", 1),
    ],
)  # fmt: skip
def test_what_is_more_than_plain_data_is_refused_with_its_line(refused, issuer, text, line):
    error = refused(with_file(issuer, "bodies.yaml", text))
    assert isinstance(error, refusals.PackBroken)
    if text.startswith("bodies: []"):
        assert error.facts["file"] != "bodies.yaml", "what leans on it is named"
    else:
        assert (error.facts["file"], error.facts["line"]) == ("bodies.yaml", line)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (term("LEG-07", "body: REG", "body: NOWHERE"), "NOWHERE"),
        (term("LEG-01", "{id: LEG-01", "{id: LEG-02"), "LEG-02"),
        (term("LEG-01", "{id: LEG-01", "{id: OWN-01"), "OWN-01"),
        (term("OFF-04", "every: 3", "every: 0"), "every"),
        (term("LEG-01", "qty: 3", "qty: -3"), "qty"),
        (term("LEG-01", "qty: 3", "qty: 99999999999"), "qty"),
        (term("LEG-01", "repeat: null", "repeat: {pattern: 0d}"), "LEG-01"),
        (term("LEG-01", "repeat: null", "repeat: null, colour: red"), "colour"),
        (("law.yaml", "steps: [LEG-19]", "steps: [LEG-97]"), "LEG-97"),
        (("bundles.yaml", "steps: [LEG-57]", "steps: [LEG-98]"), "LEG-98"),
        (("entitlements.yaml", "  - code: pay\n", "  - code: pay_more\n"), "pay"),
    ],
)
def test_a_rule_that_leads_nowhere_is_refused_with_file_and_line(refused, issuer, change, told):
    error = refused(issuer.signed(texts_of(2, change)))
    assert isinstance(error, refusals.PackBroken)
    assert told in str(error.facts["problem"])
    assert error.facts["file"] == change[0]
    assert int(str(error.facts["line"])) > 1


def test_a_card_that_is_none_is_refused(trusting, tmp_path):
    from app.exchange.office import SenderCard

    (tmp_path / "law.card.json").write_text("{}", "utf-8")
    with pytest.raises(WrongSenderFile):
        SenderCard.read(tmp_path / "law.card.json")
