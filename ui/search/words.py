"""The words of a search that window and terminal share."""

from collections.abc import Mapping

from app.catalogue.definitions import Catalogue
from app.domain.dna import DnaRule, Judgement, Method, Profile, Sample, Verdict
from app.domain.errors import N_
from app.domain.reply import Ask, rule_of
from app.i18n import Words
from app.search.flags import FlagDraft, FlagKind
from app.search.requests import Answer, RequestDraft

METHODS: Mapping[Method, str] = {
    Method.STR: N_("STR of the nuclear DNA"),
    Method.MITOCHONDRIAL: N_("mitochondrial DNA"),
    Method.Y_CHROMOSOME: N_("Y chromosome"),
    Method.OTHER: N_("another method"),
}
SAMPLES: Mapping[Sample, str] = {
    Sample.PLANNED: N_("sample planned"),
    Sample.TAKEN: N_("sample taken"),
    Sample.SENT: N_("sample sent to the laboratory"),
    Sample.UNFIT: N_("sample unfit, wanted anew"),
}
PROFILES: Mapping[Profile, tuple[str, str, str]] = {
    Profile.NONE: (N_("no profile yet"), "closed", "circle-dashed"),
    Profile.IN_WORK: (N_("profile in work"), "info", "hourglass"),
    Profile.ENTERED: (N_("profile in the register"), "returned", "circle-check"),
    Profile.FAILED: (N_("no profile could be made"), "captive", "triangle-alert"),
}
ASKED: Mapping[Ask, str] = {
    Ask.APPEAL: N_("appeal of a citizen"),
    Ask.INFORMATION: N_("request for public information"),
    Ask.LAWYER: N_("lawyer’s request"),
    Ask.CERTIFICATE: N_("request for a certificate or decision"),
    Ask.EXTRACT: N_("request for an extract of a register"),
    Ask.PAY: N_("application for pay (No. 884)"),
    Ask.CRIME_REPORT: N_("report to the police"),
    Ask.TRACING: N_("tracing request"),
    Ask.OTHER: N_("another request"),
}
ANSWERS: Mapping[Answer, str] = {
    Answer.AWAITED: N_("no answer yet"),
    Answer.FOUND: N_("there is information"),
    Answer.NOT_FOUND: N_("no information"),
    Answer.PASSED_ON: N_("passed on to another body"),
    Answer.REFUSED: N_("refused"),
    Answer.OTHER: N_("another answer"),
}
MINDED: Mapping[FlagKind, tuple[str, str]] = {
    FlagKind.THREAT: (N_("threat to the family"), "shield-alert"),
    FlagKind.BLACKMAIL: (N_("blackmail attempts"), "message-circle-warning"),
    FlagKind.CARE: (N_("a psychologist’s care is asked for"), "hand-heart"),
    FlagKind.VIOLENCE: (N_("violence at home"), "house"),
    FlagKind.PRESS: (N_("the press is interested"), "newspaper"),
    FlagKind.FRAUD: (N_("fraudsters have called"), "phone-off"),
    FlagKind.DO_NOT_MENTION: (N_("do not mention"), "volume-x"),
    FlagKind.CHILD_PRESENT: (N_("a child may be listening"), "baby"),
    FlagKind.HEARING: (N_("hard of hearing: speak slowly, write"), "ear"),
    FlagKind.OTHER: (N_("please mind"), "flag"),
}
_CONFIDENCE: Mapping[str, str] = {
    "high": N_("read in the source, confidence high"),
    "medium": N_("confidence medium: check with a lawyer"),
    "low": N_("confidence low: check with a lawyer"),
}
_SAID: Mapping[Verdict, str] = {
    Verdict.LIFETIME: N_("Enough: there is a sample of his own, given in his lifetime. It comes before all others."),
    Verdict.TWO_RELATIVES: N_("Enough: two close relatives gave samples."),
    Verdict.TWO_METHODS: N_("Enough: one close relative gave a sample that is examined by two methods."),
    Verdict.ONE_MORE: N_("Not enough yet: one close relative gave a sample. One more is wanted, or a second method."),
    Verdict.NOT_CLOSE: N_("Not enough: no sample is from a parent, a child, a full brother or sister. Two are wanted."),
    Verdict.NO_DONOR: N_("No sample yet. Two close relatives are wanted, or one by two methods. Ask the unit first "
                         "whether he gave a sample himself."),
}  # fmt: skip


def rule_sentence(words: Words, judged: Judgement, rule: DnaRule) -> str:
    """What the rule says of the samples, what waits, and the ground of it all."""
    parts = [words(_SAID[judged.verdict])]
    if judged.waiting:
        parts.append(words.count("{n} profile is not in the register yet.", "{n} profiles are not in the register yet.",
                                 judged.waiting))  # fmt: skip
    parts.append(
        words("Ground: {basis}; {confidence}.", basis=rule.basis.in_(words.language),
              confidence=confidence_word(words, rule.confidence))
    )  # fmt: skip
    return " ".join(parts)


def due_sentence(words: Words, catalogue: Catalogue, says: RequestDraft) -> str:
    """Until when the answer is due, and on which ground."""
    rule = rule_of(catalogue.search.replies, says.kind, says.body)
    ground = rule.basis.in_(words.language) if rule else ""
    if says.due is None:
        return words("Without a term: {ground}.", ground=ground) if ground else words("Without a term.")
    if rule is None or rule.term.qty is None:
        return words("Answer due by {date}, a day set by hand.", date=words.date(says.due))
    return words("Answer due by {date}: {ground}; {confidence}.", date=words.date(says.due), ground=ground,
                 confidence=confidence_word(words, rule.confidence))  # fmt: skip


def flag_sentence(words: Words, says: FlagDraft) -> str:
    """A flag in one breath."""
    word = words(MINDED[says.kind][0])
    return f"{word}: {says.text}" if says.text else word


def confidence_word(words: Words, code: str) -> str:
    """How sure the catalogue is of a rule."""
    return words(_CONFIDENCE[code])


def body_word(words: Words, catalogue: Catalogue, code: str) -> str:
    """A body as a family would call it: shorter than its full name."""
    known = catalogue.bodies.get(code)
    if known is None:
        return code
    said = (known.family or known.name).in_(words.language)
    return said[:1].upper() + said[1:]
