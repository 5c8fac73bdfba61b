"""A request that waits for a second person, in a sentence for who works on the case."""

from app.approvals.service import ApprovalRow
from app.catalogue.definitions import Catalogue
from app.domain.second_person import Standing
from app.i18n import Words
from ui.standing_words import asked_words


def waiting_words(words: Words, catalogue: Catalogue, row: ApprovalRow) -> str:
    """What was asked, and what has to happen before it is done."""
    asked = asked_words(words, catalogue, row)
    if row.standing is Standing.READY and row.decided_by:
        return words("{who} agreed: {asked}. Save it once more, and it is done.", who=row.decided_by, asked=asked)
    if row.standing is Standing.READY:
        return words("The day has passed: {asked}. Save it once more, and it is done.", asked=asked)
    if row.ready_at is not None:
        return words("Waits until {moment}: {asked}.", moment=words.instant(row.ready_at), asked=asked)
    return words("Waits for a second person: {asked}.", asked=asked)
