"""An item of information as its list shows it: never its source, and nothing of what is sensitive."""

from app.catalogue.definitions import Catalogue
from app.i18n import Words
from app.information.items import ItemDraft
from app.information.service import ItemRow
from ui.information.spans import span_words
from ui.information.words import ICONS, KINDS, grade_words, source_type_words
from ui.models.lines import Line
from ui.models.roles import Chip

EXCERPT = 64
"""Characters of what an item tells that stand in its line."""


def item_line(words: Words, catalogue: Catalogue, row: ItemRow) -> Line:
    """An item: event, day, grade, where it is from, and the beginning of what it tells."""
    says = row.says
    chips = [grade_chip(words, says)]
    if row.life:
        chips.append(Chip(words("Sign of life"), "returned", "heart-pulse"))
    if row.against:
        chips.append(Chip(words("Disagrees"), "missing", "scale", words("Disagrees with another item")))
    where = source_type_words(words, catalogue, says.source_type)
    passed = "" if row.passed else words("not passed on")
    beside = span_words(words, says.starts, says.ends)
    return Line(
        words(KINDS[says.kind]), (" · ".join(filter(None, (where, passed))), _excerpt(words, says)), tuple(chips),
        ICONS[says.kind], beside, subject=row.uid,
    )  # fmt: skip


def grade_chip(words: Words, says: ItemDraft) -> Chip:
    """The grade in two characters; its words for the ear and the tip."""
    return Chip(str(says.grade), "info", said=grade_words(words, says))


def _excerpt(words: Words, says: ItemDraft) -> str:
    if says.sensitive:
        return words("Sensitive: read it at the side.")
    text = " ".join(says.text.split())
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT].rsplit(' ', 1)[0]}…"
