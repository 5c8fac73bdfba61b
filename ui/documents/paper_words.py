"""How the way of a paper is said: its state as a chip, its moves as buttons, who holds the original, what expires."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.catalogue.definitions import Catalogue
from app.documents.queries import DocumentRow
from app.documents.trail import MoveRow, last
from app.domain.errors import N_
from app.domain.paper_state import AWAITED, Move, Original, PaperState, expires_in, warning
from app.i18n import Words
from ui.documents.state_words import MADE, ORIGINALS, STATES
from ui.models.roles import Chip

MOVES: Mapping[Move, str] = {
    Move.REQUEST: N_("Requested…"),
    Move.RECEIVE: N_("Received…"),
    Move.CHECK: N_("Checked…"),
    Move.FIND_ERROR: N_("There is an error…"),
    Move.ASK_CORRECTION: N_("Correction asked for…"),
    Move.CORRECT: N_("Corrected…"),
    Move.HAND_OVER: N_("Who holds the original…"),
}
"""The buttons of the moves."""
_TONES = {30: "info", 7: "missing", 1: "captive", 0: "captive"}
"""Louder as the day comes nearer."""


def state_chip(words: Words, row: DocumentRow) -> Chip:
    """Where a paper stands."""
    word, tone, icon = STATES[row.state]
    return Chip(words(word), tone, icon)


def chips(words: Words, row: DocumentRow, today: date) -> tuple[Chip, ...]:
    """The state of a paper; before it, what is wrong with its original or its time."""
    return (*_warnings(words, row, today), state_chip(words, row))


def _warnings(words: Words, row: DocumentRow, today: date) -> Iterator[Chip]:
    if row.original is Original.LOST:
        yield Chip(words("original lost"), "captive", "file-x")
    left = expires_in(row.valid_until, today)
    if left is not None and row.state not in AWAITED:
        yield Chip(valid_words(words, left), _TONES[warning(left)], "calendar-clock")


def valid_words(words: Words, left: int) -> str:
    """How long a paper is valid yet."""
    if left < 0:
        return words("expired")
    return words("valid today only") if left == 0 else words.count("valid {n} day more", "valid {n} days more", left)


def lacking(row: DocumentRow) -> bool:
    """Whether the paper is not in anybody's hands."""
    return row.state in AWAITED or row.original is Original.LOST


def sentence(words: Words, catalogue: Catalogue, row: DocumentRow) -> str:
    """What is known of a paper's way: its error, or its last move, and who holds the original."""
    parts = []
    error = last(row.trail, Move.FIND_ERROR)
    if row.state is PaperState.WRONG and error is not None:
        parts.append(words("Error: {text}", text=error.text))
    if row.trail:
        parts.append(move_words(words, catalogue, row.trail[-1], told=row.state is not PaperState.WRONG))
    if row.original is not Original.UNKNOWN:
        parts.append(original_words(words, row))
    if row.valid_until:
        parts.append(words("valid until {date}", date=words.date(row.valid_until)))
    return " · ".join(part.rstrip(".") for part in parts)


def original_words(words: Words, row: DocumentRow) -> str:
    """Who holds the original, and since when."""
    told = words("original: {holder}", holder=words(ORIGINALS[row.original]))
    if row.holder and row.holder.casefold() not in told.casefold():
        told = f"{told}, {row.holder}"
    return f"{told}, {words('since {date}', date=words.date(row.original_since))}" if row.original_since else told


def move_words(words: Words, catalogue: Catalogue, move: MoveRow, *, told: bool = True) -> str:
    """One move in a line; `told`: with its text."""
    body = catalogue.bodies.get(move.body)
    parts: Sequence[str] = (
        f"{words.date(move.on)} {words(MADE[move.move])}",
        body.name.in_(words.language) if body else move.body,
        words("№ {number}", number=move.reference) if move.reference else "",
        move.who,
        move.text if told else "",
    )
    return " · ".join(part for part in parts if part)
