"""For whom something is written, in words, and as a chip beside it."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.domain.readers import Readers
from app.i18n import Words
from ui.models.roles import Chip

READERS: Mapping[Readers, str] = {
    Readers.OFFICE: N_("the office"),
    Readers.PSYCHOLOGIST: N_("the psychologist only"),
    Readers.LEAD: N_("the lead only"),
    Readers.FAMILY: N_("the family, too"),
}
_CHIPS = {
    Readers.PSYCHOLOGIST: ("info", "heart"), Readers.LEAD: ("missing", "lock"), Readers.FAMILY: ("returned", "users")
}  # fmt: skip
HINT = N_(
    "Who is not meant does not see it. The program keeps it from them, no second key does: "
    "what is said in therapy belongs into the sealed clinical notes."
)


def readers_choices(words: Words) -> tuple[tuple[str, str], ...]:
    """Every choice, as its code and its words."""
    return tuple((readers.value, words(word)) for readers, word in READERS.items())


def readers_chips(words: Words, readers: Readers) -> tuple[Chip, ...]:
    """A chip where it is not for the office alone."""
    if readers not in _CHIPS:
        return ()
    tone, icon = _CHIPS[readers]
    return (Chip(words(READERS[readers]), tone, icon),)
