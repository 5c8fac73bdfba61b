"""Phone numbers as families dictate them: stored as E.164, doubted aloud, never refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import phonenumbers

TRAINING_PREFIX = "+38000"
"""No operator has the code 00: synthetic numbers use it."""

_UKRAINE = 380
_SEPARATORS = re.compile(r"[,;\n|]|\s(?:та|або|і|й|и|или|or|and)\s")
_SLASH = re.compile(r"\s*[/\\]\s*")
_EXTENSION = re.compile(r"(?:дод|вн|внутр|доб|ext|x|#)\.?\s*№?\s*(\d{1,6})\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_][^\d,;]*")
_SAFE = re.compile(r"(?<!не)безпечн|\bsafe\b", re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D")
_FLOAT = re.compile(r"\d{7,}\.0+")


@dataclass(frozen=True, slots=True)
class Phone:
    """One number: `e164` (``+380…``) if a network could ever connect it, else None and only `text` stands.

    `valid`: the numbering plan knows it. `extension` and `note` are what stood beside it («мама», «вайбер»).
    """

    text: str
    e164: str | None
    valid: bool
    extension: str | None = None
    note: str | None = None

    @property
    def safe(self) -> bool:
        """Whether the words beside it name it the safe one to ring: «безпечний», safe."""
        return self.note is not None and _SAFE.search(self.note) is not None

    @property
    def training(self) -> bool:
        """A synthetic number, to which the plan's rules do not apply."""
        return self.e164 is not None and self.e164.startswith(TRAINING_PREFIX)

    @property
    def doubtful(self) -> bool:
        """Worth a warning: not possible, or possible but unknown to the numbering plan."""
        return not self.valid and not self.training


@dataclass(frozen=True, slots=True)
class PhoneDraft:
    """A phone in E.164 where it could be read, as it was typed, what stood beside it, whether that names it safe."""

    number: str
    typed: str = ""
    note: str = ""
    safe: bool = False

    @classmethod
    def of(cls, phone: Phone) -> Self:
        """A phone as it was read."""
        return cls(phone.e164 or phone.text, phone.text, phone.note or "", phone.safe)


def read_phones(text: str) -> tuple[Phone, ...]:
    """Every number in `text`, in order: the old trunk 8, lost + or 0, brackets and several numbers in one cell.

    Words without any digit give nothing. Numbers are read as Ukrainian unless they carry another country's code.
    """
    if _FLOAT.fullmatch(text.strip()):
        text = text.partition(".")[0]
    return tuple(read_phone(part) for part in _parts(text))


@lru_cache(maxsize=65_536)
def read_phone(text: str) -> Phone:
    """One number from what stands for it."""
    original = text.strip()
    extension = _EXTENSION.search(original)
    bare = _EXTENSION.sub(" ", original) if extension else original
    said = _LETTERS.search(bare)
    note = said[0].strip(" ().-–—:") if said else None
    digits = _NOT_DIGIT.sub("", bare)
    after = extension[1] if extension else None
    national = _ukrainian(digits)
    if national is not None and not (len(digits) == 9 and "+" in bare):
        number = phonenumbers.PhoneNumber(country_code=_UKRAINE, national_number=int(national))
        return Phone(original, f"+380{national}", _is_valid(number), after, note or None)
    foreign = _foreign(digits)
    if foreign is None:
        return Phone(original, None, False, after, note or None)
    e164 = phonenumbers.format_number(foreign, phonenumbers.PhoneNumberFormat.E164)
    return Phone(original, e164, _is_valid(foreign), after, note or None)


def _ukrainian(digits: str) -> str | None:
    """The nine national digits, if these are a Ukrainian number written in any of the usual ways."""
    for lead, length in (("00380", 14), ("380", 12), ("80", 11), ("0", 10)):
        if digits.startswith(lead) and len(digits) == length:
            return digits[-9:]
    return digits if len(digits) == 9 and digits[0] != "0" else None


def _foreign(digits: str) -> phonenumbers.PhoneNumber | None:
    international = digits[2:] if digits.startswith("00") else digits
    if len(international) < 8:
        return None
    try:
        number = phonenumbers.parse(f"+{international}", None)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def _is_valid(number: phonenumbers.PhoneNumber) -> bool:
    return bool(phonenumbers.is_valid_number(number))


def _parts(text: str) -> Iterator[str]:
    for chunk in _SEPARATORS.split(text):
        halves = _SLASH.split(chunk)
        enough = all(len(_NOT_DIGIT.sub("", half)) >= 7 for half in halves)
        for part in halves if enough else [chunk]:
            if any(letter.isdigit() for letter in part):
                yield from _run_together(part)


def _run_together(part: str) -> Iterator[str]:
    """Two numbers with only a space between them."""
    if len(_NOT_DIGIT.sub("", _EXTENSION.sub("", part))) < 18:
        yield part
        return
    gathered: list[str] = []
    for word in part.split():
        if word.startswith("+") and gathered:
            yield " ".join(gathered)
            gathered = []
        gathered.append(word)
        if _ukrainian(_NOT_DIGIT.sub("", "".join(gathered))) is not None:
            yield " ".join(gathered)
            gathered = []
    if gathered and any(letter.isdigit() for letter in "".join(gathered)):
        yield " ".join(gathered)
