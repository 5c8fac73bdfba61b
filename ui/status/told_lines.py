"""What each relative was last told, and whom nobody told anything yet."""

from collections.abc import Sequence

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.domain.fate import Fate
from app.fates.service import ToldRow
from app.i18n import Words
from ui.family_words import relation_word
from ui.fate_words import fate_words
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.told_words import how_word


def told_lines(
    words: Words, catalogue: Catalogue, relatives: Sequence[RelativeRow], told: Sequence[ToldRow], now: Fate, sex: str
) -> list[Line]:
    """One line for each relative, the main contact first; `told`: the newest first; `now`: the present status."""
    last = {row.relative: row for row in reversed(told)}
    return [_line(words, catalogue, one, last.get(one.uid), now, sex) for one in relatives]


def _line(
    words: Words, catalogue: Catalogue, one: RelativeRow, told: ToldRow | None, now: Fate, sex: str
) -> Line:
    name = one.name or words("Name unknown")
    relation = relation_word(words, one.relation, one.patronymic)
    if told is None:
        nothing = (words("Nobody told this person anything yet."),)
        return Line(name, nothing, (), icon="message-circle", beside=relation, subject=one)
    how = [words("by {who}", who=told.by), how_word(words, told.how)]
    if told.second:
        how.append(words("together with {who}", who=told.second))
    chips = () if told.fate is now else (Chip(words("told an earlier status"), "missing", "circle-alert"),)
    fate = fate_words(words, catalogue, told.fate, sex)
    return Line(
        name, (f"{fate} · {words.date(told.on)}", ", ".join(how)), chips, icon="message-circle", beside=relation,
        subject=one,
    )  # fmt: skip
