"""What the palette offers: commands whose words begin as typed, and what the vault found."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.cases.queries import CaseRow
from app.domain.name import fold
from app.finding.service import Found, FoundDocument, FoundRelative
from app.i18n import Words
from ui.actions import ActionDef
from ui.family_words import relation_word
from ui.fate_chip import fate_chip
from ui.key_words import key_words

COMMANDS_ONLY, NUMBER = ">", "#"
OFTEN = 6
USUAL = ("new_case", "contact", "print", "import", "help", "lock")
"""What is offered first to somebody who never used the palette."""
_BETWEEN = re.compile(r"[\s/.,:…«»()]+")

Subject: TypeAlias = CaseRow | FoundRelative | FoundDocument | ActionDef


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette; `keys` stand at its right, Enter goes to its `subject`."""

    text: str
    icon: str
    subject: Subject
    keys: str = ""

    def sentence(self) -> str:
        """The line as a screen reader says it."""
        return f"{self.text}. {self.keys}" if self.keys else self.text


def answers(text: str, typed: str) -> bool:
    """Whether every word typed begins a word of `text`."""
    words = [fold(word) for word in _BETWEEN.split(text)]
    return all(any(word.startswith(fold(part)) for word in words) for part in _BETWEEN.split(typed))


def commands_answering(words: Words, offered: Iterable[ActionDef], typed: str) -> Iterator[Offer]:
    """The commands whose words begin as typed."""
    return (command_offer(words, one) for one in offered if answers(words(one.text), typed))


def command_offer(words: Words, one: ActionDef) -> Offer:
    """One command with its first key."""
    return Offer(words(one.text), one.icon, one, key_words(words, one.keys[0]) if one.keys else "")


def often(offered: Iterable[ActionDef], counts: Mapping[str, Any]) -> list[ActionDef]:
    """The commands given most by way of the palette, the usual ones after them."""

    def rank(one: ActionDef) -> tuple[int, int]:
        count = counts.get(one.key, 0)
        return (-count if isinstance(count, int) else 0, USUAL.index(one.key) if one.key in USUAL else len(USUAL))

    return sorted(offered, key=rank)[:OFTEN]


def found_offers(words: Words, found: Found) -> Iterator[Offer]:
    """Cases, then relatives, then documents."""
    for row in found.cases:
        yield Offer(f"{row.name} — {row.number} · {fate_chip(words, row.fate).text}", "folder", row)
    for one in found.relatives:
        relation = relation_word(words, one.relation, one.patronymic)
        yield Offer(f"{one.name} ({relation}) — {one.number}", "user", one)
    for document in found.documents:
        told = words("{title} — document in {number}", title=document.title, number=document.number)
        yield Offer(told, "file-text", document)
