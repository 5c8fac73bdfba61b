"""How payments, decisions and shares are said; no window is needed to say them, and no number is a promise."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.domain.benefit import PAY, Rhythm
from app.domain.entitlement import Ask
from app.domain.errors import N_
from app.domain.kin import WHOLE, Fact
from app.domain.money import say
from app.domain.pay_rule import Ground, PayRule
from app.domain.payments import Month, PayState, RepayState
from app.domain.shares import OUTSIDE, Counted
from app.domain.split import InstalmentRule, instalments, split
from app.i18n import Words
from app.money.entries import DecisionDraft, Outcome, StopReason
from app.money.sharing import Proposal, in_hundredths
from ui.kin.words import CONFIDENCE, asked, share_word

Names = Mapping[str, str]
"""Of recipients, by key."""
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.GRANTED: N_("payment granted"),
    Outcome.PARTLY: N_("payment granted in part"),
    Outcome.REFUSED: N_("payment refused"),
}
RHYTHMS: Mapping[Rhythm, str] = {
    Rhythm.MONTH: N_("every month"),
    Rhythm.YEAR: N_("every year"),
    Rhythm.ONCE: N_("once"),
}
PAID: Mapping[PayState, str] = {
    PayState.EXPECTED: N_("expected"),
    PayState.RECEIVED: N_("payment received"),
    PayState.LESS: N_("less than expected"),
    PayState.NOT_RECEIVED: N_("not received"),
}
REPAID: Mapping[RepayState, str] = {
    RepayState.FOUND: N_("found"),
    RepayState.ASKED_BACK: N_("asked back"),
    RepayState.AGREED: N_("agreed on"),
    RepayState.RETURNED: N_("returned"),
}
STOPS: Mapping[StopReason, str] = {
    StopReason.CHECK: N_("a check by the unit or the centre"),
    StopReason.PAPERS: N_("papers are missing"),
    StopReason.DISPUTE: N_("a dispute among recipients"),
    StopReason.UNAUTHORISED: N_("suspicion of leaving the unit"),
    StopReason.FATE: N_("his status changed"),
    StopReason.OTHER: N_("another reason"),
}


def short_names(words: Words, family: Sequence[RelativeRow]) -> Names:
    """Relatives by given name alone, as far as that tells them apart."""
    given = [one.given for one in family]
    return {
        str(one.uid): one.given if one.given and given.count(one.given) == 1 else one.name or words("Name unknown")
        for one in family
    }


def month_word(month: Month) -> str:
    """«11.2026»."""
    return f"{month.number:02}.{month.year}"


def kind_word(words: Words, catalogue: Catalogue, kind: str) -> str:
    """The name of a kind of payment; its code if a law pack no longer has it."""
    known = catalogue.money.benefits.get(kind)
    return known.name.in_(words.language) if known else kind


def fraction_word(share: Fraction) -> str:
    """«25 %»; what is no whole hundredth of a percent with its fraction: «16,66 % (1/6)»."""
    said = share_word(in_hundredths(share)) if share else "0 %"
    return said if (share * WHOLE).denominator == 1 else f"{said} ({share.numerator}/{share.denominator})"


def check_words(words: Words, catalogue: Catalogue, kind: str, ground: Ground | None = None) -> str:
    """«Перевірте в ТЦК та СП: …»: who decides, by which law, and how sure we are of it."""
    benefit = catalogue.money.benefits[kind]
    rests = ground or benefit.ground
    return words(
        "Check with: {body}. {basis}; {confidence}.", body=catalogue.bodies[benefit.decides].name.in_(words.language),
        basis=rests.basis or "—", confidence=words(CONFIDENCE[rests.confidence]),
    )  # fmt: skip


def decision_words(words: Words, says: DecisionDraft) -> str:
    """A decision in one line: «призначено 20.07.2026 № 14: 25 000 ₴ щомісяця з 01.08.2026»."""
    said = [words(OUTCOMES[says.outcome]), words.date(says.decided_on)]
    if says.number:
        said.append(words("№ {number}", number=says.number))
    if says.amount is not None:
        said.append(f"{say(says.amount)} {words(RHYTHMS[says.rhythm])}")
    if says.share is not None:
        said.append(words("share {share}", share=share_word(says.share)))
    if says.since is not None:
        said.append(words("since {date}", date=words.date(says.since)))
    return " · ".join(said)


def rule_words(words: Words, rule: PayRule) -> str:
    """Since when, or from when until when, a rule holds."""
    if rule.until is None:
        return words("rule since {date}", date=words.date(rule.since))
    return words("rule from {since} to {until}", since=words.date(rule.since), until=words.date(rule.until))


def missing_words(words: Words, counted: Counted, names: Names) -> str:
    """What is to be asked before anything is counted: «Олена: шлюб розірвано; Ганна: …»."""
    about: dict[str, list[Fact | Ask]] = {}
    for key, ask in counted.missing:
        about.setdefault(key, []).append(ask)
    said = [
        f"{names[key]}: {asked(words, asks)}" if key in names else asked(words, asks) for key, asks in about.items()
    ]
    return "; ".join(said)


def counted_words(words: Words, catalogue: Catalogue, counted: Counted, names: Names) -> tuple[str, ...]:
    """How the shares of a day were counted, in sentences; what is missing where they could not be."""
    rule = counted.rule
    if rule is None:
        return (words("No rule of that day is known: {body} decides.", body=_decides(words, catalogue)),)
    if counted.missing:
        said = [words("To count it, ask first: {what}.", what=missing_words(words, counted, names))]
    elif not counted.parts:
        said = [words("By the record nobody is entitled; everything is deposited for him.")]
    else:
        said = [_how(words, rule, counted, names)]
        if counted.deposited is not None:
            said.append(words("Deposited for him: {share}.", share=fraction_word(counted.deposited)))
    said.append(f"{rule_words(words, rule).capitalize()}. {check_words(words, catalogue, PAY, rule.ground)}")
    if rule.doubt is not None:
        said.append(words("Needs a lawyer’s check: {doubt}.", doubt=rule.doubt.in_(words.language)))
    return tuple(said)


def proposal_words(words: Words, proposal: Proposal, names: Names) -> tuple[str, ...]:
    """Old and new of each: «Олена 25 % → 16,66 %»."""
    return tuple(
        words(
            "{name} {old} → {new}", name=names.get(str(one.relative), words("somebody removed from the case")),
            old=words("no number") if one.old is None else share_word(one.old), new=share_word(one.new),
        )
        for one in proposal.changes
    )  # fmt: skip


def sum_words(words: Words, catalogue: Catalogue, total: int, counted: Counted, names: Names) -> tuple[str, ...]:
    """A monthly sum divided by the shares of a day, to the kopeck; sentences that say how, and with whom to check."""
    if counted.rule is None or counted.missing or any(part.share is None for part in counted.parts):
        return counted_words(words, catalogue, counted, names)
    shared = split(total, [part.share or Fraction(0) for part in counted.parts], counted.rule.odd)
    lines = [
        words("{name}: {sum}, that is {share} of {total}", name=_named(words, part.key, names), sum=say(kopecks),
              share=fraction_word(part.share or Fraction(0)), total=say(total))
        for part, kopecks in zip(counted.parts, shared.parts, strict=True)
    ]  # fmt: skip
    lines.append(words("Deposited for him: {sum}", sum=say(shared.deposited)))
    return (*lines, *counted_words(words, catalogue, counted, names)[-2:])


def instalment_words(
    words: Words, catalogue: Catalogue, total: int, rule: InstalmentRule | None
) -> tuple[str, ...]:  # fmt: skip
    """A one-off payment paid out by its rule, in sentences."""
    if rule is None:
        return (words("No rule of that day is known: {body} decides.", body=_decides(words, catalogue)),)
    plan = instalments(total, rule)
    said = [
        words("At once: {sum}, that is {part} of {total}.", sum=say(plan.at_once), total=say(total),
              part=f"{rule.at_once.numerator}/{rule.at_once.denominator}"),
        words.count("Then {n} month of {sum}.", "Then {n} months of {sum} each.", plan.months, sum=say(plan.monthly)),
    ]  # fmt: skip
    if plan.last != plan.monthly:
        said.append(words("The last month: {sum}, with what equal parts leave over.", sum=say(plan.last)))
    said.append(check_words(words, catalogue, "death_payment", rule.ground))
    if rule.doubt is not None:
        said.append(words("Needs a lawyer’s check: {doubt}.", doubt=rule.doubt.in_(words.language)))
    return tuple(said)


def _how(words: Words, rule: PayRule, counted: Counted, names: Names) -> str:
    if counted.line is None:
        parts = (
            f"{_named(words, part.key, names)} {fraction_word(part.share) if part.share else words('no number')}"
            for part in counted.parts
        )
        return words("By his personal disposition: {parts}.", parts=", ".join(parts))
    line = rule.lines[counted.line]
    return words(
        "{together} in equal parts among {count}: {share} each ({line}).", together=share_word(line.together),
        count=len(counted.parts), share=fraction_word(counted.parts[0].share or Fraction(0)),
        line=line.name.in_(words.language),
    )  # fmt: skip


def _named(words: Words, key: str, names: Names) -> str:
    return words("somebody outside the case") if key == OUTSIDE else names.get(key, words("Name unknown"))


def _decides(words: Words, catalogue: Catalogue) -> str:
    return catalogue.bodies[catalogue.money.benefits[PAY].decides].name.in_(words.language)


def months_sentence(words: Words, totals: Sequence[tuple[Month, int, int]]) -> str:
    """The strip of months for a screen reader."""
    return "; ".join(
        words("{month}: received {received} of {expected}", month=month_word(month), received=say(received),
              expected=say(expected))
        for month, expected, received in totals
    )  # fmt: skip
