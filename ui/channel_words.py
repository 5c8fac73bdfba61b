"""How a channel of contact is said, and its icon."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.i18n import Words

_CHANNELS: Mapping[str, tuple[str, str]] = {
    "phone": (N_("Phone call"), "phone"),
    "visit": (N_("Meeting"), "users"),
    "message": (N_("Message"), "message-square"),
    "letter": (N_("Letter"), "mail"),
    "other": (N_("Other contact"), "message-square"),
}
_OTHER = _CHANNELS["other"]


def channel_word(words: Words, channel: str) -> str:
    """The channel in the language of the window."""
    return words(_CHANNELS.get(channel, _OTHER)[0])


def channel_icon(channel: str) -> str:
    """The icon of the channel."""
    return _CHANNELS.get(channel, _OTHER)[1]
