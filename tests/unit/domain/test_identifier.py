"""Every kind of number is read by its own rule: what is fine, what is asked about, what may not be kept so."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.iban import InvalidIban
from app.domain.identifier import Doubt, IdentifierKind, NotOfThisKind, NumberTooLong, Owner, read
from app.domain.partial_date import PartialDate
from app.domain.record_number import check_digit
from app.domain.sex import Sex
from app.domain.tax_number import InvalidTaxNumber, TaxNumberAllZero

TODAY = date(2026, 11, 23)
ANYBODY = Owner(TODAY)
K = IdentifierKind
DIGITS = "0123456789"
LETTERS = "АВСЕНІКМОРТХ"
VECTORS = yaml.safe_load((Path(__file__).parents[2] / "vectors/rnokpp_tests.yaml").read_text("utf-8"))
SAME_IN_LATIN = str.maketrans(LETTERS, "ABCEHIKMOPTX")


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (K.ID_CARD, "000 123 456", "000123456"),
        (K.RECORD_NUMBER, "1991082400026", "19910824-00026"),
        (K.RECORD_NUMBER, "19910824–00026", "19910824-00026"),
        (K.PASSPORT, "ґє № 123456", "ҐЄ123456"),
        (K.TRAVEL_PASSPORT, "fb 123456", "FB123456"),
        (K.BIRTH, "I-БК № 123456", "I-БК 123456"),
        (K.DEATH, "iv-бк123456", "IV-БК 123456"),
        (K.MARRIAGE, "I – БК 123456", "I-БК 123456"),
        (K.MILITARY_TICKET, "МО 123456", "МО123456"),
        (K.MILITARY_ID, "00/12-А", "00/12-А"),
        (K.COMBATANT, "ПВ № 000001", "ПВ № 000001"),
        (K.PERSONAL_NUMBER, "у-123456", "У-123456"),
        (K.PERSONAL_NUMBER, "щось інше", "щось інше"),
        (K.IBAN, "UA21 3223 1300 0002 6007 2335 6600 1", "UA213223130000026007233566001"),
        (K.OTHER, "№ 7/12", "№ 7/12"),
    ],
)
def test_a_number_is_kept_in_one_form_without_a_doubt(kind, typed, kept) -> None:
    found = read(kind, typed, ANYBODY)
    assert (found.value, found.doubts) == (kept, ())
    assert read(kind, kept, ANYBODY) == found


@pytest.mark.parametrize(
    ("kind", "typed", "error"),
    [
        (K.ID_CARD, "12345678", NotOfThisKind),
        (K.ID_CARD, "1234567890", NotOfThisKind),
        (K.ID_CARD, "٠٠٠١٢٣٤٥٦", NotOfThisKind),
        (K.RECORD_NUMBER, "19910824-0002", NotOfThisKind),
        (K.PASSPORT, "АБ12345", NotOfThisKind),
        (K.PASSPORT, "ЫЭ123456", NotOfThisKind),
        (K.PASSPORT, "QQ123456", NotOfThisKind),
        (K.TRAVEL_PASSPORT, "ЖЖ123456", NotOfThisKind),
        (K.BIRTH, "БК 123456", NotOfThisKind),
        (K.BIRTH, "II-БК 12345", NotOfThisKind),
        (K.BIRTH, "M-БК 123456", NotOfThisKind),
        (K.MILITARY_TICKET, "я" * 21, NumberTooLong),
        (K.COMBATANT, "1" * 21, NumberTooLong),
        (K.TAG, "1" * 31, NumberTooLong),
        (K.OTHER, "1" * 41, NumberTooLong),
        (K.IBAN, "UA213223130000026007233566002", InvalidIban),
        (K.TAX_NUMBER, "0000000000", TaxNumberAllZero),
        (K.PERSONAL_NUMBER, "3287312354", InvalidTaxNumber),
    ],
)
def test_what_is_no_such_number_may_not_be_kept_as_one(kind, typed, error) -> None:
    with pytest.raises(error):
        read(kind, typed, ANYBODY)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (K.PASSPORT, "BH123456", "ВН123456"),
        (K.TRAVEL_PASSPORT, "АВ123456", "AB123456"),
        (K.BIRTH, "І-БК 123456", "I-БК 123456"),
        (K.BIRTH, "I-BK 123456", "I-ВК 123456"),
        (K.MILITARY_TICKET, "MO123456", "МО123456"),
        (K.IBAN, "UА213223130000026007233566001", "UA213223130000026007233566001"),
    ],
)
def test_letters_of_the_other_alphabet_are_put_right_and_told(kind, typed, kept) -> None:
    found = read(kind, typed, ANYBODY)
    assert (found.value, found.doubts) == (kept, (Doubt.FOLDED,))


@pytest.mark.parametrize(
    ("kind", "typed", "owner", "doubts"),
    [
        (K.RECORD_NUMBER, "19910824-00027", ANYBODY, (Doubt.CHECK_DIGIT,)),
        (K.RECORD_NUMBER, "19910231-0002" + check_digit("199102310002"), ANYBODY, (Doubt.NO_SUCH_DAY,)),
        (K.RECORD_NUMBER, "19910824-00026", Owner(TODAY, PartialDate(1992)), (Doubt.BORN_DIFFERS,)),
        (K.RECORD_NUMBER, "19910824-00026", Owner(TODAY, PartialDate(1991, 8)), ()),
        (K.TAX_NUMBER, "3287312355", Owner(TODAY, PartialDate(1990, 1, 2)), (Doubt.BORN_DIFFERS,)),
        (K.TAX_NUMBER, "3287312355", Owner(TODAY, sex=Sex.F), (Doubt.SEX_DIFFERS,)),
        (K.TAX_NUMBER, "6000000116", ANYBODY, (Doubt.FUTURE,)),
        (K.PERSONAL_NUMBER, "6000000116", ANYBODY, (Doubt.FUTURE,)),
        (K.MILITARY_TICKET, "СС 1234567", ANYBODY, (Doubt.UNUSUAL,)),
    ],
)
def test_a_doubt_is_told_and_the_number_stays(kind, typed, owner, doubts) -> None:
    assert read(kind, typed, owner).doubts == doubts


@pytest.mark.parametrize("number", ["19910824-00026", "19900101-00018", "19840229-00151", "20001231-01239"])
def test_the_samples_of_record_numbers_have_their_check_digit(number) -> None:
    assert read(K.RECORD_NUMBER, number, ANYBODY).doubts == ()


@given(st.dates(date(1910, 1, 1), TODAY), st.integers(0, 9999), st.integers(1, 9))
def test_another_check_digit_of_a_record_number_is_always_doubted(day, serial, shift) -> None:
    twelve = f"{day:%Y%m%d}{serial:04}"
    right = check_digit(twelve)
    wrong = (int(right) + shift) % 10
    assert read(K.RECORD_NUMBER, twelve + right, ANYBODY).doubts == ()
    assert read(K.RECORD_NUMBER, f"{twelve}{wrong}", ANYBODY).doubts == (Doubt.CHECK_DIGIT,)


@given(st.text(LETTERS, min_size=2, max_size=2), st.text(DIGITS, min_size=6, max_size=6))
def test_a_series_typed_with_either_alphabet_is_the_same_number(series, digits) -> None:
    latin = series.translate(SAME_IN_LATIN)
    for kind in (K.PASSPORT, K.MILITARY_TICKET):
        assert read(kind, latin + digits, ANYBODY).value == series + digits
    assert read(K.TRAVEL_PASSPORT, series + digits, ANYBODY).value == latin + digits
    for typed in (f"І-{latin} {digits}", f"I-{series}№{digits}"):
        assert read(K.BIRTH, typed, ANYBODY).value == f"I-{series} {digits}"


@given(st.sampled_from(K), st.text(max_size=60))
def test_whatever_is_typed_is_kept_or_refused_in_words_and_reads_the_same_again(kind, typed) -> None:
    try:
        found = read(kind, typed, ANYBODY)
    except UserError:
        return
    assert read(kind, found.value, ANYBODY).value == found.value


@pytest.mark.parametrize("row", VECTORS["valid"])
def test_a_tax_number_of_the_reference_agrees_with_its_owner(row) -> None:
    born = PartialDate(row["dob"].year, row["dob"].month, row["dob"].day)
    assert read(K.TAX_NUMBER, row["number"], Owner(TODAY, born, Sex(row["sex"]))).doubts == ()


@pytest.mark.parametrize("number", [*VECTORS["invalid"], *VECTORS["checksum_ok_but_reject"]])
def test_a_wrong_tax_number_of_the_reference_is_refused(number) -> None:
    with pytest.raises(InvalidTaxNumber):
        read(K.TAX_NUMBER, number, ANYBODY)
