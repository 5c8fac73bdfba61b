"""How one word is typed in several ways: the other keyboard layout, Latin letters, digits that look like letters."""

_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_LETTERS = "'йцукенгшщзхїфівапролджєячсмитьбю"
_RUSSIAN = {"ё": "`", "ъ": "]", "ы": "s", "э": "'", "ґ": "\\"}
_SHIFTED = str.maketrans('~{}:"<>', "`[];',.")

_TO_CYRILLIC = str.maketrans(_KEYS, _LETTERS)
_TO_LATIN = str.maketrans({**dict(zip(_LETTERS, _KEYS, strict=True)), **_RUSSIAN})

_ALPHABET = "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ю я ё ы э"
_SPELLINGS = tuple(
    str.maketrans({**dict(zip(_ALPHABET.split(), latin.split(), strict=True)), "ь": "", "ъ": "", "'": ""})
    for latin in (
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia e y e",
        "a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch yu ya yo y e",
        "a b v g g d e e zh z i i i y k l m n o p r s t u f h ts ch sh sch yu ya e y e",
        "a b v g g d e e j z i i i j k l m n o p r s t u f x c ch sh sch u a e y e",
    )
)
_SIGNS = tuple(str.maketrans(signs, letters) for signs, letters in (("013468@$", "оізчбвас"), ("01345@$", "оіеасас")))
_APOSTROPHES = frozenset("'’ʼ`")


def without_apostrophes(word: str) -> str:
    """A Cyrillic word without its apostrophes, however they were typed; a Latin one has them for a letter's key."""
    return word if word.isascii() else "".join(sign for sign in word if sign not in _APOSTROPHES)


def as_cyrillic_keys(text: str) -> str:
    """Lower-case `text` as the same keys write it in the Ukrainian layout: "ckfdf" gives "слава"."""
    return text.translate(_SHIFTED).translate(_TO_CYRILLIC)


def as_latin_keys(text: str) -> str:
    """Lower-case `text` as the same keys write it in the US layout: "йцукен" gives "qwerty"."""
    return text.translate(_TO_LATIN)


def latin_spellings(word: str) -> frozenset[str]:
    """The ways a lower-case Cyrillic word is written in Latin letters: by Resolution 55, and by habit."""
    return frozenset(word.translate(spelling) for spelling in _SPELLINGS)


def signs_as_letters(text: str) -> tuple[str, ...]:
    """Readings of a Cyrillic `text` whose digits and signs stand for letters: "пар0ль", "сл@ва"."""
    return tuple(text.translate(table) for table in _SIGNS)
