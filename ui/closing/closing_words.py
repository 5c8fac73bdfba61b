"""Why a case is closed, and what is looked at before, in words."""

from collections.abc import Mapping

from app.closing.checks import CheckKind
from app.closing.service import ClosingReason
from app.domain.errors import N_
from app.i18n import Words

REASONS: Mapping[ClosingReason, str] = {
    ClosingReason.SETTLED: N_("everything that could be done is done"),
    ClosingReason.FAMILY_WISH: N_("the family wishes so"),
    ClosingReason.MOVED: N_("another office goes on"),
    ClosingReason.UNREACHABLE: N_("nobody of the family can be reached"),
    ClosingReason.DUPLICATE: N_("the same person has another case"),
    ClosingReason.OTHER: N_("another reason"),
}
CHECKS: Mapping[CheckKind, str] = {
    CheckKind.STEPS: N_("Every step has an answer"),
    CheckKind.PROMISES: N_("Promises to the family are kept"),
    CheckKind.ORIGINALS: N_("Originals are given back"),
    CheckKind.PAPERS: N_("Papers asked for have come"),
    CheckKind.CONSENTS: N_("Consents are looked through"),
    CheckKind.NEWS: N_("Everybody was told what the record says"),
}


def reason_words(words: Words, code: str) -> str:
    """Why a case was closed."""
    return words(REASONS[ClosingReason(code)]) if code in [one.value for one in ClosingReason] else ""
