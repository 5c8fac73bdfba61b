"""Where a request for a second person's yes stands, in a word or two; what it is for."""

from app.approvals.service import Kind
from app.domain.second_person import Standing
from app.i18n import Words


def standing_words(words: Words, standing: Standing) -> str:
    """Where a request stands."""
    return {
        Standing.WAITING: words.context("request", "waiting"),
        Standing.READY: words.context("request", "may be done now"),
        Standing.REFUSED: words.context("request", "refused or withdrawn"),
        Standing.SPENT: words.context("request", "done"),
        Standing.LAPSED: words.context("request", "lapsed"),
    }[standing]


def kind_words(words: Words, kind: Kind) -> str:
    """What somebody wants to do."""
    return {
        Kind.DUMP: words("Write everything out unencrypted"),
    }[kind]
