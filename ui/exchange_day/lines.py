"""A family to call on the day of an exchange, as its list shows it."""

from app.fates.exchange_day import MainContact, Waiting
from app.i18n import Words
from ui.family_words import masked, relation_word, shown
from ui.fate_chip import fate_chip
from ui.fate_words import gently
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.safety import heeds, never


def waiting_line(words: Words, row: Waiting, *, whole: bool) -> Line:
    """Whom to call and how safely. `whole`: the number is to be read, not only recognised."""
    chips = [fate_chip(words, row.fate)]
    if row.called:
        chips.append(Chip(words("called, {date}", date=words.date(row.called)), "returned", "check"))
    name = row.name or words("Name unknown")
    details = _details(words, row.contact, whole=whole) if row.contact else (words("No main contact in this case."),)
    silent = row.contact is not None and row.contact.safety.silent
    return Line(
        name, details, tuple(chips), icon="ban" if silent else "check" if row.called else "phone",
        beside=row.number, faint=row.called is not None, subject=row,
    )  # fmt: skip


def _details(words: Words, contact: MainContact, *, whole: bool) -> tuple[str, ...]:
    say = shown if whole else masked
    reach = never(words, contact.safety) or ", ".join(map(say, contact.to_ring)) or words("no phone")
    relation = relation_word(words, contact.relation, contact.patronymic)
    who = f"{contact.name or words('Name unknown')} ({relation}): {reach}"
    return tuple(filter(None, (who, " · ".join(heeds(words, contact.safety)), _told(words, contact))))


def _told(words: Words, contact: MainContact) -> str:
    if contact.told is None or contact.told_on is None:
        return words("Nobody told this person anything yet.")
    status = gently(words, contact.told) or fate_chip(words, contact.told).text
    return words("Last told: {status}, {date}", status=status, date=words.date(contact.told_on))
