"""One rule for each purpose of the table of entitlements, and all of them asked about one relative."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from app.domain.coming_of_age import OF_AGE, STUDENT_UNTIL
from app.domain.entitlement import Ask, Because, Kindred, Kinsman, Purpose, Standing, Verdict, says, unanswered, under
from app.domain.entitlement_pay import pay
from app.domain.fate import Fate
from app.domain.kin import Fact
from app.domain.relation import Relation

Rule = Callable[[Kinsman, Kindred], Verdict]
_CLOSEST = frozenset({Relation.SPOUSE, Relation.PARENT, Relation.CHILD})
_WIDE = _CLOSEST | {Relation.SIBLING, Relation.GRANDPARENT, Relation.GRANDCHILD, Relation.GUARDIAN}
_NO_KIN = frozenset({Relation.FRIEND, Relation.REPRESENTATIVE})


def verdicts(one: Kinsman, family: Kindred, purposes: Iterable[Purpose]) -> tuple[Verdict, ...]:
    """How `one` stands to each of `purposes`, in their order; who died has no claims of her own."""
    if says(one, Fact.DIED):
        return ()
    return tuple(_judged(one, family, purpose) for purpose in purposes)


def _judged(one: Kinsman, family: Kindred, purpose: Purpose) -> Verdict:
    named = purpose is Purpose.PAY and one.key in (family.wish or {})
    if one.relation is Relation.UNKNOWN and not named:
        return Verdict(purpose, Standing.UNCLEAR, Because.KIN_UNKNOWN, missing=(Ask.RELATION,))
    if one.relation is Relation.REPRESENTATIVE and not named:
        return Verdict(purpose, Standing.NOT, Because.ACTS_FOR_ANOTHER)
    return RULES[purpose](one, family)


def annual_aid(one: Kinsman, family: Kindred) -> Verdict:
    """One member of the family a year (Law 2010-IX)."""
    year = family.today.year
    if year in one.aid_years:
        return Verdict(Purpose.ANNUAL_AID, Standing.ENTITLED, Because.RECEIVES)
    if any(year in kin.aid_years for kin in family.kin):
        return Verdict(Purpose.ANNUAL_AID, Standing.NOT, Because.TAKEN_THIS_YEAR)
    return _in_wide_circle(Purpose.ANNUAL_AID, one)


def information(one: Kinsman, _family: Kindred) -> Verdict:
    """Who may ask the state about a missing man (Law 2505-VIII)."""
    return _in_wide_circle(Purpose.INFORMATION, one)


def deferral(one: Kinsman, family: Kindred) -> Verdict:
    """Deferral: the closest kin of a missing man, not of a captive (Law on mobilisation, art. 23)."""
    if one.relation not in _CLOSEST | {Relation.SIBLING}:
        return Verdict(Purpose.DEFERRAL, Standing.NOT, Because.OUT_OF_CIRCLE)
    if family.fate is Fate.CAPTIVE_CONFIRMED:
        return Verdict(Purpose.DEFERRAL, Standing.NOT, Because.IN_CAPTIVITY)
    if family.fate is not Fate.MISSING:
        return Verdict(Purpose.DEFERRAL, Standing.UNCLEAR, Because.REGISTER_DECIDES)
    if one.relation is Relation.SIBLING:
        return _needs(Purpose.DEFERRAL, one, Fact.FULL_SIBLING)
    return _unless(Purpose.DEFERRAL, one, *_MARRIAGE.get(one.relation, ()))


def dna(one: Kinsman, _family: Kindred) -> Verdict:
    """Donors: parents and children first, then others of the same blood; two are needed since February 2026."""
    if one.relation in {Relation.PARENT, Relation.CHILD}:
        return Verdict(Purpose.DNA, Standing.ENTITLED, Because.FIRST_DONOR)
    if one.relation is Relation.SIBLING:
        return Verdict(Purpose.DNA, Standing.ENTITLED, Because.FURTHER_DONOR)
    if one.relation in {Relation.GRANDPARENT, Relation.GRANDCHILD, Relation.OTHER_RELATIVE}:
        return Verdict(Purpose.DNA, Standing.UNCLEAR, Because.FURTHER_DONOR)
    return Verdict(Purpose.DNA, Standing.NOT, Because.NOT_OF_BLOOD)


def pension(one: Kinsman, family: Kindred) -> Verdict:
    """The survivor's pension: who cannot earn a living (Law 1058-IV, art. 36)."""
    if one.relation is Relation.CHILD:
        return _pension_of_child(one, family)
    if one.relation not in _CLOSEST:
        standing = Standing.NOT if one.relation in _NO_KIN | {Relation.PARTNER} else Standing.UNCLEAR
        return Verdict(Purpose.PENSION, standing, Because.OUT_OF_CIRCLE)
    if says(one, *_MARRIAGE.get(one.relation, ())):
        return Verdict(Purpose.PENSION, Standing.NOT, Because.EXCLUDED)
    grounds = (Fact.UNABLE_TO_WORK, Fact.CARES_FOR_SMALL_CHILD)
    missing = unanswered(one, *_MARRIAGE.get(one.relation, ()))
    if says(one, *grounds):
        return _answered(Purpose.PENSION, Because.IN_CIRCLE, missing)
    missing += unanswered(one, *grounds)
    if unanswered(one, *grounds):
        return Verdict(Purpose.PENSION, Standing.UNCLEAR, Because.IN_CIRCLE, missing=missing)
    return Verdict(Purpose.PENSION, Standing.NOT, Because.ABLE_TO_WORK)


def death_payment(one: Kinsman, _family: Kindred) -> Verdict:
    """Fifteen million by Law 2011-XII and Resolution 168; the circle was widened, so the others are not told no."""
    if one.relation in _CLOSEST:
        bars = (*_MARRIAGE.get(one.relation, ()), *_RIGHTS.get(one.relation, ()))
        return _unless(Purpose.DEATH_PAYMENT, one, *bars, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED)
    return Verdict(Purpose.DEATH_PAYMENT, Standing.UNCLEAR, Because.OUT_OF_CIRCLE)


def damage_register(one: Kinsman, _family: Kindred) -> Verdict:
    """The Register of Damage for Ukraine, categories A2.1 and A2.2."""
    if one.relation is Relation.PARTNER or one.relation in _CLOSEST:
        return _unless(Purpose.DAMAGE_REGISTER, one, *_MARRIAGE.get(one.relation, ()))
    return _needs(Purpose.DAMAGE_REGISTER, one, Fact.DEPENDENT, because=Because.DEPENDS)


RULES: Mapping[Purpose, Rule] = MappingProxyType(
    {
        Purpose.PAY: pay,
        Purpose.ANNUAL_AID: annual_aid,
        Purpose.INFORMATION: information,
        Purpose.DEFERRAL: deferral,
        Purpose.DNA: dna,
        Purpose.PENSION: pension,
        Purpose.DEATH_PAYMENT: death_payment,
        Purpose.DAMAGE_REGISTER: damage_register,
    }
)
_MARRIAGE = {Relation.SPOUSE: (Fact.DIVORCED,)}
_RIGHTS = {Relation.PARENT: (Fact.DEPRIVED_OF_RIGHTS,)}


def _in_wide_circle(purpose: Purpose, one: Kinsman) -> Verdict:
    if one.relation is Relation.PARTNER:
        return _needs(purpose, one, Fact.COMMON_HOUSEHOLD)
    if one.relation in _WIDE:
        return _unless(purpose, one, *_MARRIAGE.get(one.relation, ()))
    return Verdict(purpose, Standing.NOT, Because.OUT_OF_CIRCLE)


def _pension_of_child(one: Kinsman, family: Kindred) -> Verdict:
    if says(one, Fact.DISABLED_SINCE_CHILDHOOD, Fact.UNABLE_TO_WORK):
        return Verdict(Purpose.PENSION, Standing.ENTITLED, Because.CHILD)
    young = under(one, OF_AGE, family.today)
    if young is None:
        return Verdict(Purpose.PENSION, Standing.UNCLEAR, Because.CHILD, missing=(Ask.BIRTH_DATE,))
    if young:
        return Verdict(Purpose.PENSION, Standing.ENTITLED, Because.CHILD)
    if under(one, STUDENT_UNTIL, family.today):
        missing = unanswered(one, Fact.FULL_TIME_STUDENT)
        if missing or says(one, Fact.FULL_TIME_STUDENT):
            return _answered(Purpose.PENSION, Because.STUDENT, missing)
    missing = unanswered(one, Fact.DISABLED_SINCE_CHILDHOOD)
    if missing:
        return Verdict(Purpose.PENSION, Standing.UNCLEAR, Because.ABLE_TO_WORK, missing=missing)
    return Verdict(Purpose.PENSION, Standing.NOT, Because.ABLE_TO_WORK)


def _needs(purpose: Purpose, one: Kinsman, fact: Fact, because: Because = Because.IN_CIRCLE) -> Verdict:
    """Only with a yes to `fact`."""
    if fact in one.answers and not one.answers[fact]:
        return Verdict(purpose, Standing.NOT, Because.OUT_OF_CIRCLE)
    return _answered(purpose, because, unanswered(one, fact))


def _unless(purpose: Purpose, one: Kinsman, *bars: Fact) -> Verdict:
    """Unless one of `bars` is answered by yes."""
    if says(one, *bars):
        return Verdict(purpose, Standing.NOT, Because.EXCLUDED)
    return _answered(purpose, Because.IN_CIRCLE, unanswered(one, *bars))


def _answered(purpose: Purpose, because: Because, missing: tuple[Fact, ...]) -> Verdict:
    return Verdict(purpose, Standing.UNCLEAR if missing else Standing.ENTITLED, because, missing=missing)
