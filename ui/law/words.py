"""How the law pack is said: what it changes, which days move, what stays and why; in a window and on a terminal."""

from collections import Counter
from collections.abc import Mapping

from app.catalogue.checks import OWN
from app.catalogue.definitions import Catalogue, PackDef, StepDef
from app.domain.errors import N_
from app.i18n import Words
from app.law.comparing import Part, RuleChange, What
from app.law.effect import Effect, MoveRow, Stays
from app.law.service import Preview
from app.plan.queries import StepRow
from ui.rule_words import term_words

CHECK = N_("a lawyer must check")
_WHAT: Mapping[What, str] = {
    What.NEW: N_("new rule"),
    What.TERM: N_("term changed"),
    What.WORDS: N_("term as before"),
    What.GONE: N_("no longer there"),
}
_STAYS: Mapping[Stays, str] = {
    Stays.KEEPS: N_("the law leaves cases the rule they were opened under"),
    Stays.EARLIER: N_("what began the term was before the new rule"),
    Stays.OTHERWISE: N_("somebody set the day otherwise: look yourself"),
    Stays.TURN: N_("it comes back in turns: the next turn follows the new rule"),
    Stays.EVENT: N_("the new rule counts from something else: look yourself"),
}

_PARTS: Mapping[Part, str] = {
    Part.NAME: N_("name"),
    Part.STATUSES: N_("statuses"),
    Part.BODY: N_("responsible body"),
    Part.PAPERS: N_("papers"),
    Part.BASIS: N_("legal basis"),
    Part.PRINT: N_("family’s paper"),
    Part.SURE: N_("confidence and sources"),
    Part.TURNS: N_("when it comes back"),
}
CONFIDENCE: Mapping[str, str] = {
    "high": N_("confidence high"),
    "medium": N_("confidence medium"),
    "low": N_("confidence low"),
}


def unsure(step: StepDef) -> bool:
    """Whether a lawyer has still to look at the rule of a step."""
    return bool(step.questions) or step.confidence == "low"


def pack_title(words: Words, pack: PackDef) -> str:
    """«Пакет № 2 від 20.11.2026»."""
    return words("Law pack No. {number} of {date}", number=pack.version, date=words.date(pack.issued))


def what_word(words: Words, what: What) -> str:
    """What became of a rule."""
    return words(_WHAT[what])


def term_of_rule(words: Words, step: StepDef | None) -> str:
    """The term of a rule and from when to when it holds; a dash for none."""
    if step is None:
        return "—"
    told = [term_words(words, step.due.term)]
    if step.since:
        told.append(words("from {date}", date=words.date(step.since)))
    if step.until:
        told.append(words("until {date}", date=words.date(step.until)))
    return ", ".join(told)


def change_details(words: Words, change: RuleChange) -> tuple[str, ...]:
    """The old term and the new one, and that old cases keep theirs."""
    told: list[str] = []
    if change.what is What.TERM:
        told.append(
            words("was: {old}; now: {new}", old=term_of_rule(words, change.old), new=term_of_rule(words, change.new))
        )
    elif change.what is What.NEW:
        told.append(term_of_rule(words, change.new))
    elif change.what is What.GONE:
        told.append(words("Cases that have it keep it; it is opened no more."))
    if change.parts:
        told.append(words("changed: {parts}", parts=", ".join(words(_PARTS[part]) for part in change.parts)))
    if change.new is not None and change.new.keeps:
        told.append(words("Old cases keep their rule."))
    if change.step.basis and change.what in {What.NEW, What.TERM}:
        told.append("; ".join(change.step.basis))
    return tuple(told)


def touches(words: Words, preview: Preview) -> str:
    """«Зачіпає 14 ваших справ»: the sentence above everything."""
    cases = len(preview.effect.cases)
    if not cases:
        return words("Touches none of your cases: no due day moves.")
    moved = words.count("{n} due day moves", "{n} due days move", len(preview.effect.moves))
    touched = words.count("Touches {n} of your cases", "Touches {n} of your cases", cases)
    return words("{cases}: {moved}.", cases=touched, moved=moved)


def rules_told(words: Words, changes: tuple[RuleChange, ...]) -> str:
    """How many rules are new, changed or gone."""
    counted = Counter(change.what for change in changes)
    if not counted:
        return words("No rule differs.")
    return words("Rules: {counts}.", counts=", ".join(f"{words(_WHAT[what])} – {n}" for what, n in counted.items()))


def move_text(words: Words, catalogue: Catalogue, move: MoveRow) -> str:
    """The step of a move."""
    known = catalogue.steps.get(move.step_id)
    return known.name.in_(words.language) if known else move.step_id


def day(words: Words, moment: MoveRow) -> str:
    """«було 03.12.2026, буде 06.12.2026»."""
    old, new = (words.date(one.due) if one.due else words("without a due day") for one in (moment.before, moment.after))
    return words("was {old}, will be {new}", old=old, new=new)


def stays_told(words: Words, effect: Effect) -> tuple[str, ...]:
    """How many due days stay though their rule changed, by reason."""
    counted = Counter(stay.why for stay in effect.stays)
    return tuple(
        words("{steps}: {why}.", steps=words.count("{n} step keeps its day", "{n} steps keep their day", n),
              why=words(_STAYS[why]))
        for why, n in counted.items()
    )  # fmt: skip


def broken_told(words: Words, broken: tuple[int, ...], pack: PackDef) -> str:
    """That a pack in the vault cannot be read, and what holds instead; empty if all is well."""
    if not broken:
        return ""
    numbers = ", ".join(str(number) for number in broken)
    return words(
        "Law pack No. {numbers} in this vault cannot be read. No. {current} is in force instead: due days may be "
        "wrong. Get the pack from the coordinating office again.",
        numbers=numbers, current=pack.version,
    )  # fmt: skip


def origin_words(words: Words, step: StepRow) -> str:
    """Where a step comes from: its code and the law pack whose rule it follows, the office, or somebody's hand."""
    if step.definition is None:
        return words("Written by hand")
    if step.step_id.startswith(OWN):
        return words("The office’s own step {code}", code=step.step_id)
    return words("{code} of the catalogue, law pack No. {number}", code=step.step_id, number=step.law or 1)
