"""The words of the ledger: events, grades, places, reasons, and what the check of a proof has found."""

from collections.abc import Collection, Mapping

from app.catalogue.definitions import Catalogue
from app.domain.contradiction import Reason
from app.domain.errors import N_
from app.domain.evidence import INFO_ITEM, letter
from app.domain.fate import Fate
from app.domain.information import EventKind, Precision
from app.domain.ledger_evidence import LETTERS
from app.i18n import Words
from app.information.custody import Proof
from app.information.items import Credibility, ItemDraft, Reliability
from app.timeline.ledger import HANDED, PASSED

KINDS: Mapping[EventKind, str] = {
    EventKind.LAST_CONTACT: N_("Last contact with him"),
    EventKind.DISAPPEARANCE: N_("Disappearance"),
    EventKind.CAPTURE: N_("Taken captive"),
    EventKind.SEEN: N_("Seen in captivity"),
    EventKind.TRANSFER: N_("Moved to another place"),
    EventKind.LETTER: N_("Letter"),
    EventKind.CALL: N_("Call"),
    EventKind.VIDEO: N_("Video or photo"),
    EventKind.MEDICAL: N_("About his health"),
    EventKind.COURT: N_("“Court” in Russia"),
    EventKind.LISTED: N_("In a list for exchange"),
    EventKind.NOT_CONFIRMED: N_("Captivity not confirmed"),
    EventKind.RETURNED: N_("Return"),
    EventKind.DEATH: N_("Word of a death"),
    EventKind.BODY: N_("A body"),
}
ICONS: Mapping[EventKind, str] = {
    EventKind.LAST_CONTACT: "phone",
    EventKind.DISAPPEARANCE: "circle-question-mark",
    EventKind.CAPTURE: "lock",
    EventKind.SEEN: "eye",
    EventKind.TRANSFER: "truck",
    EventKind.LETTER: "mail",
    EventKind.CALL: "phone",
    EventKind.VIDEO: "video",
    EventKind.MEDICAL: "stethoscope",
    EventKind.COURT: "gavel",
    EventKind.LISTED: "list-checks",
    EventKind.NOT_CONFIRMED: "user-x",
    EventKind.RETURNED: "house",
    EventKind.DEATH: "flower",
    EventKind.BODY: "flower",
}
RELIABILITIES: Mapping[Reliability, str] = {
    Reliability.A: N_("completely reliable"),
    Reliability.B: N_("usually reliable"),
    Reliability.C: N_("fairly reliable"),
    Reliability.D: N_("not usually reliable"),
    Reliability.E: N_("unreliable"),
    Reliability.F: N_("reliability cannot be judged"),
}
CREDIBILITIES: Mapping[Credibility, str] = {
    Credibility.CONFIRMED: N_("confirmed by other sources"),
    Credibility.PROBABLE: N_("probably true"),
    Credibility.POSSIBLE: N_("possibly true"),
    Credibility.DOUBTFUL: N_("doubtful"),
    Credibility.IMPROBABLE: N_("improbable"),
    Credibility.UNKNOWN: N_("cannot be judged"),
}
PRECISIONS: Mapping[Precision, str] = {
    Precision.POINT: N_("the very place"),
    Precision.SETTLEMENT: N_("town or village"),
    Precision.HROMADA: N_("hromada"),
    Precision.RAION: N_("raion"),
    Precision.OBLAST: N_("oblast"),
    Precision.ABROAD: N_("abroad"),
}
REASONS: Mapping[Reason, str] = {
    Reason.ALIVE_AND_DEAD: N_("One speaks of him alive after the other speaks of a death."),
    Reason.CAPTIVITY: N_("One confirms captivity, the other, later, does not."),
    Reason.DATES: N_("The same event, different dates."),
    Reason.PLACES: N_("The same event, different places."),
}
PROOFS: Mapping[Proof, str] = {
    Proof.WHOLE: N_("{title}: unchanged, the same as in every hand"),
    Proof.ALTERED: N_("{title}: not the same as it was when it was handed over"),
    Proof.DAMAGED: N_("{title}: the file is damaged, look for a copy"),
    Proof.NO_FILE: N_("{title}: there is no file to compare"),
}


BEFORE_CAPTIVE = frozenset({Fate.NO_CONTACT, Fate.MISSING})
BEFORE_CONFIRMED = BEFORE_CAPTIVE | {Fate.CAPTIVE_UNCONFIRMED}
_GRADED = f"{INFO_ITEM} grade"


def grade_words(words: Words, says: ItemDraft) -> str:
    """«B3: джерело зазвичай надійне; відомість: можливо»."""
    return words(
        "{grade}: source {reliability}; information: {credibility}", grade=says.grade,
        reliability=words(RELIABILITIES[says.reliability]), credibility=words(CREDIBILITIES[says.credibility]),
    )  # fmt: skip


def place_words(words: Words, catalogue: Catalogue, says: ItemDraft) -> str:
    """The place, its oblast, and how exactly it is known."""
    named = oblast_words(words, catalogue, says.oblast)
    said = says.precision if says.precision is not Precision.OBLAST or not named else None
    precision = words(PRECISIONS[said]) if said else ""
    known = ", ".join(part for part in (says.place, named) if part)
    return " · ".join(part for part in (known, precision) if part)


def oblast_words(words: Words, catalogue: Catalogue, code: str) -> str:
    """The name of an oblast: «Луганська область», but «м. Київ»; empty for none."""
    known = catalogue.oblasts.get(code)
    name = known.name.in_(words.language) if known else ""
    return f"{name} область" if name.endswith("ька") else name


def source_type_words(words: Words, catalogue: Catalogue, code: str) -> str:
    """The name of a type of source."""
    known = catalogue.sources.get(code)
    return known.name.in_(words.language) if known else code


def body_words(words: Words, catalogue: Catalogue, code: str) -> str:
    """The name of a body."""
    known = catalogue.bodies.get(code)
    return known.name.in_(words.language) if known else code


def allowed_words(words: Words, fate: Fate, evidence: Collection[str]) -> str:
    """What the items together are enough for beyond the present status; an empty text if for nothing new."""
    if fate in BEFORE_CONFIRMED and any(letter(code, confirmed=True) in evidence for code in LETTERS.values()):
        return words("A source that may confirm captivity has done so: the status can be changed.")
    if fate in BEFORE_CAPTIVE and any(_GRADED in code for code in evidence):
        return words("Two unrelated items are enough for the status “presumed captive”.")
    return ""


def moment_words(words: Words, detail: str) -> str:
    """What a moment of the ledger is, in a timeline."""
    match detail:
        case _ if detail == PASSED:
            return words("Information passed on")
        case _ if detail == HANDED:
            return words("A proof changed hands")
    return words("Information: {kind}", kind=words(KINDS[EventKind(detail)]))


def moment_icon(detail: str) -> str:
    """The icon of such a moment."""
    return {PASSED: "send", HANDED: "hand"}.get(detail) or ICONS[EventKind(detail)]
