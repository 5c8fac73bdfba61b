"""The judgement of a passphrase that a person made up: could those who know our words and habits guess it?"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.domain.errors import N_, UserError
from app.domain.name import straighten
from app.domain.text import Text
from app.passphrase import wording
from app.passphrase.habits import as_cyrillic_keys, as_latin_keys, signs_as_letters, without_apostrophes
from app.passphrase.known import DISGUISE, LEAST, Kind, known, with_own
from app.passphrase.pieces import Estimator, Piece, Reading

SHORTEST = 12
LONGEST = 1_024
READ = 64  # signs that are judged; what follows can only make a phrase harder to guess
ENOUGH = 14.0  # five unrelated common words are enough, four are not
EDGE_SIGNS = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a phrase may protect a vault, the tries a guesser needs (as a power of ten), and why not, in words."""

    ok: bool
    guesses_log10: float
    reason: Text | None = None
    advice: tuple[Text, ...] = ()


class WeakPassphrase(UserError):
    what = N_("This passphrase cannot protect the vault. {reason}")
    todo = N_("Add words that have nothing to do with each other, or take the six words the program offers.")


def demand(phrase: str, own: Collection[str] = ()) -> None:
    """Raise `WeakPassphrase`, with the reason, unless `judge` finds `phrase` good enough."""
    verdict = judge(phrase, own)
    if verdict.reason:
        raise WeakPassphrase(reason=verdict.reason)


def judge(phrase: str, own: Collection[str] = ()) -> Verdict:
    """Judge `phrase`; `own` are names others know to be this person's: user name, office, relatives.

    Good enough are 10**14 tries: the design's attacker, a thousand graphics cards that make half a million tries a
    second, needs six years for them.
    Never raises. The same phrase gets the same verdict, but for the years that zxcvbn counts from the present one.
    """
    told = unicodedata.normalize("NFKC", phrase[: LONGEST + 1])
    if len(told) > LONGEST:
        return _refused(0.0, wording.LONG)
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in told):
        return _refused(0.0, wording.UNTYPABLE)
    tries, reason = _guess(told[:READ].split(), own)
    if len(told.strip()) < SHORTEST:
        return _refused(tries, wording.SHORT)
    return Verdict(True, tries) if tries >= ENOUGH else _refused(tries, reason)


def _refused(tries: float, reason: Text) -> Verdict:
    return Verdict(False, tries, reason, wording.ADVICE)


def _guess(typed: list[str], own: Collection[str]) -> tuple[float, Text]:
    """The tries for the words `typed`, as a power of ten, and what makes them so few."""
    if not typed:
        return 0.0, wording.FEW
    estimator = Estimator(with_own(own) if own else known())
    cuts = [(*estimator.cut(reading), reading.disguised) for reading in _readings(typed)]
    tries, pieces, disguised = min(cuts, key=lambda cut: cut[0])
    glued = "".join(typed)
    patterns = min(estimator.patterns(glued), estimator.patterns(as_latin_keys(_lower(glued))) + DISGUISE)
    return (patterns, wording.COMMON) if patterns < tries else (tries, _reason(pieces, disguised))


def _reason(pieces: tuple[Piece, ...], disguised: bool) -> Text:
    """The first thing to say about a phrase made of `pieces`."""
    kinds = {piece.kind for piece in pieces}
    if Kind.LINE in kinds:
        return wording.FAMOUS
    if Kind.OWN in kinds:
        return wording.OWN
    if disguised or Kind.DISGUISED in kinds:
        return wording.DISGUISED
    if len({piece.text for piece in pieces}) < len(pieces):
        return wording.REPEATED
    return wording.COMMON if kinds & {Kind.COMMON, Kind.PATTERN} else wording.FEW


def _readings(typed: list[str]) -> Iterator[Reading]:
    """The phrase as it stands; without its punctuation; with look-alike letters put right; in the other layout;
    with signs for letters.
    """
    words = tuple(without_apostrophes(word) or word for word in typed)
    if len("".join(words)) < 2 * len(words):
        words = ("".join(words),)  # spaced out: п а р о л ь
    lower = tuple(_lower(word) for word in words)
    yield Reading(lower, words)
    bare = tuple(filter(None, (EDGE_SIGNS.sub("", word) for word in words)))
    if bare and bare != words:
        yield Reading(tuple(map(_lower, bare)), bare, tries=LEAST)
    others = [tuple(straighten(word) for word in lower), tuple(as_cyrillic_keys(word) for word in lower)]
    others += zip(*(signs_as_letters(word) for word in lower), strict=True)
    for other in dict.fromkeys(others):
        if other != lower:
            yield Reading(other, words, tries=DISGUISE, disguised=True)


def _lower(text: str) -> str:
    """Small letters, as many as there were (the capital İ has a small form of two)."""
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
