"""Whether enough DNA was given to compare with: the rule, and what is missing, as reasons to be put in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.relation import Relation
from app.domain.text import Text


class Method(StrEnum):
    """How a sample is examined."""

    STR = "str"
    MITOCHONDRIAL = "mitochondrial"
    Y_CHROMOSOME = "y_chromosome"
    OTHER = "other"


class Sample(StrEnum):
    """What became of the sample itself."""

    PLANNED = "planned"
    TAKEN = "taken"
    SENT = "sent"
    UNFIT = "unfit"


class Profile(StrEnum):
    """What became of the profile made of it."""

    NONE = "none"
    IN_WORK = "in_work"
    ENTERED = "entered"
    FAILED = "failed"


CLOSE = frozenset({Relation.PARENT, Relation.CHILD})
"""Parents and children: asked first. Full brothers and sisters count as close too, after them."""
ALSO_CLOSE = frozenset({Relation.SIBLING})


@dataclass(frozen=True, slots=True)
class DnaRule:
    """So many close relatives, or one examined by so many methods; `since` when, by what, and how sure we are."""

    since: date
    relatives: int
    methods: int
    basis: Text
    confidence: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Donor:
    """One sample. `who`: the same for samples of one donor; `relation` None where it is not known."""

    who: str
    lifetime: bool
    relation: Relation | None
    methods: frozenset[Method]
    sample: Sample
    profile: Profile

    @property
    def counts(self) -> bool:
        """Whether there is a sample that can be compared, now or once its profile is made."""
        return self.sample in {Sample.TAKEN, Sample.SENT} and self.profile is not Profile.FAILED

    @property
    def close(self) -> bool:
        """Whether he is a close relative by blood."""
        return self.relation in CLOSE | ALSO_CLOSE


class Verdict(StrEnum):
    """What the rule says of all samples together."""

    LIFETIME = "lifetime"
    TWO_RELATIVES = "two_relatives"
    TWO_METHODS = "two_methods"
    ONE_MORE = "one_more"
    NO_DONOR = "no_donor"
    NOT_CLOSE = "not_close"


ENOUGH = frozenset({Verdict.LIFETIME, Verdict.TWO_RELATIVES, Verdict.TWO_METHODS})


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict; `close`: how many close relatives count; `waiting`: samples whose profile is not entered yet."""

    verdict: Verdict
    close: int
    waiting: int

    @property
    def enough(self) -> bool:
        """Whether nobody more has to be asked."""
        return self.verdict in ENOUGH


def judge(donors: Sequence[Donor], rule: DnaRule) -> Judgement:
    """What `rule` says of these samples.

    A sample of the man himself, given in his lifetime, comes before all relatives. Unfit samples, failed profiles
    and samples only planned do not count; two samples of one donor are one donor, and their methods add up.
    """
    counted = [one for one in donors if one.counts]
    waiting = sum(one.profile is not Profile.ENTERED for one in counted)
    methods: dict[str, frozenset[Method]] = {}
    for one in counted:
        if one.close and not one.lifetime:
            methods[one.who] = methods.get(one.who, frozenset()) | one.methods
    if any(one.lifetime for one in counted):
        verdict = Verdict.LIFETIME
    elif len(methods) >= rule.relatives:
        verdict = Verdict.TWO_RELATIVES
    elif any(len(known) >= rule.methods for known in methods.values()):
        verdict = Verdict.TWO_METHODS
    elif methods:
        verdict = Verdict.ONE_MORE
    else:
        verdict = Verdict.NOT_CLOSE if counted else Verdict.NO_DONOR
    return Judgement(verdict, len(methods), waiting)
