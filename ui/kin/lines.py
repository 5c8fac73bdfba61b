"""Roles, facts, his wish about pay and the laws, as lines of a list."""

from collections.abc import Mapping
from uuid import UUID

from app.catalogue.definitions import Catalogue
from app.domain.entitlement import Standing, Verdict
from app.domain.kin import WITH_ANOTHER, PayWish
from app.domain.partial_date import PartialDate
from app.i18n import Words
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from app.records.keeping import Kept
from ui.date_words import partial_words
from ui.kin.words import FACTS, ROLES, share_word, standing_words, verdict_words
from ui.models.lines import Line
from ui.models.roles import Chip

Names = Mapping[UUID, str]
_TONES = {
    Standing.ENTITLED: ("returned", "circle-check"),
    Standing.NOT: ("closed", "ban"),
    Standing.UNCLEAR: ("missing", "circle-question-mark"),
}


def verdict_line(words: Words, catalogue: Catalogue, verdict: Verdict) -> Line:
    """How somebody stands to one purpose, with the reason and the act below."""
    tone, icon = _TONES[verdict.standing]
    name = catalogue.entitlements[verdict.purpose].name.in_(words.language)
    chip = Chip(standing_words(words, verdict), tone, icon)
    return Line(name, verdict_words(words, catalogue, verdict), (chip,), subject=verdict)


def role_said(words: Words, says: RoleDraft, names: Names) -> str:
    """A role in short: «отримує виплати 25 %», «опікун: Ґудзь Соломія»."""
    said = words(ROLES[says.role])
    if says.role in WITH_ANOTHER and says.other_uid is not None:
        said = f"{said}: {names.get(says.other_uid, words('somebody removed from the case'))}"
    extra = share_word(says.share) if says.share else str(says.year) if says.year else ""
    return f"{said} {extra}".strip()


def role_line(words: Words, row: Kept[RoleDraft], names: Names, *, stands: bool) -> Line:
    """A role, faint once it is over."""
    says = row.says
    return Line(
        role_said(words, says, names), (says.text,) if says.text else (), icon="user",
        beside=span(words, says.since, says.until), faint=not stands, subject=row,
    )  # fmt: skip


def fact_line(words: Words, row: Kept[FactDraft]) -> Line:
    """An answer to what the law asks."""
    says = row.says
    chip = Chip(words.context("answer", "yes") if says.holds else words.context("answer", "no"), "info")
    return Line(
        words(FACTS[says.fact]), (says.source,) if says.source else (), (chip,),
        beside=span(words, says.since, says.until), subject=row,
    )  # fmt: skip


def wish_line(words: Words, row: Kept[WishDraft], names: Names) -> Line:
    """A line of his disposition about pay."""
    says = row.says
    made = partial_words(words, says.made) if says.made else ""
    details = (says.source,) if says.source else ()
    if says.wish is PayWish.NONE:
        return Line(words("There is no personal disposition."), details, beside=made, subject=row)
    whom = names.get(says.relative_uid, "") if says.relative_uid else says.to_whom
    said = f"{whom or says.to_whom} {share_word(says.share) if says.share else ''}".strip()
    return Line(said, details, icon="file-text", beside=made, subject=row)


def span(words: Words, since: PartialDate | None, until: PartialDate | None) -> str:
    """«01.08.2026 – 31.12.2026»; what is not known is left open."""
    if since is None and until is None:
        return ""
    first, last = (partial_words(words, day) if day else "…" for day in (since, until))
    return words("since {date}", date=first) if until is None else f"{first} – {last}"
