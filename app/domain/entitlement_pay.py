"""Pay under Resolution 884 since 1 February 2025: his own disposition, else the first line, else the second."""

from app.domain.coming_of_age import OF_AGE
from app.domain.entitlement import Ask, Because, Kindred, Kinsman, Purpose, Standing, Verdict, says, unanswered, under
from app.domain.kin import Fact
from app.domain.relation import Relation

FIRST_TOGETHER, SECOND_TOGETHER = 5_000, 2_000
"""Hundredths of a percent, shared in equal parts."""

_EVERYBODY = (Fact.ALIMONY_FROM_HIM, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED)
_OF_KIN = {Relation.SPOUSE: (Fact.DIVORCED,), Relation.PARENT: (Fact.DEPRIVED_OF_RIGHTS,)}


def pay(one: Kinsman, family: Kindred) -> Verdict:
    """How `one` stands to his pay."""
    if family.wish:
        return _by_disposition(one, family)
    wish: tuple[Ask, ...] = (Ask.DISPOSITION,) if family.wish is None else ()
    line, open_questions = _line(one, family)
    if line is None:
        return _no(Because.OUT_OF_CIRCLE, wish)
    if says(one, *_bars(one)):
        return _no(Because.EXCLUDED)
    first = [kin for kin in family.kin if _stands_in(kin, family, Because.FIRST_LINE)]
    if line is Because.SECOND_LINE and first:
        sure = any(not _line(kin, family)[1] and not unanswered(kin, *_bars(kin)) for kin in first)
        return _no(Because.BEHIND_FIRST_LINE, wish if sure else (*wish, Ask.FIRST_LINE))
    missing = (*wish, *open_questions, *unanswered(one, *_bars(one)))
    together, among = (FIRST_TOGETHER, first) if line is Because.FIRST_LINE else (
        SECOND_TOGETHER, [kin for kin in family.kin if _stands_in(kin, family, Because.SECOND_LINE)]
    )  # fmt: skip
    share = together // max(1, len(among))
    return Verdict(Purpose.PAY, Standing.UNCLEAR if missing else Standing.ENTITLED, line, share, missing)


def _by_disposition(one: Kinsman, family: Kindred) -> Verdict:
    wish = family.wish or {}
    if one.key not in wish:
        return _no(Because.OTHERS_NAMED)
    if says(one, *_bars(one)):
        return Verdict(Purpose.PAY, Standing.UNCLEAR, Because.NAMED_YET_EXCLUDED, wish[one.key])
    missing = unanswered(one, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED)
    standing = Standing.UNCLEAR if missing else Standing.ENTITLED
    return Verdict(Purpose.PAY, standing, Because.NAMED, wish[one.key], missing)


def _line(one: Kinsman, family: Kindred) -> tuple[Because | None, tuple[Fact | Ask, ...]]:
    """Where kin and age put somebody, and what must be asked to be sure of that."""
    match one.relation:
        case Relation.SPOUSE | Relation.PARENT:
            return Because.FIRST_LINE, ()
        case Relation.SIBLING:
            return Because.SECOND_LINE, ()
        case Relation.CHILD:
            return _line_of_child(one, family)
        case _:
            return None, ()


def _line_of_child(one: Kinsman, family: Kindred) -> tuple[Because, tuple[Fact | Ask, ...]]:
    young = under(one, OF_AGE, family.today)
    if young or says(one, Fact.DISABLED_SINCE_CHILDHOOD):
        return Because.FIRST_LINE, ()
    if young is None:
        return Because.FIRST_LINE, (Ask.BIRTH_DATE,)
    return Because.SECOND_LINE, unanswered(one, Fact.DISABLED_SINCE_CHILDHOOD)


def _stands_in(one: Kinsman, family: Kindred, line: Because) -> bool:
    """Whether somebody counts among those who share: nothing known excludes her."""
    return _line(one, family)[0] is line and not says(one, *_bars(one))


def _bars(one: Kinsman) -> tuple[Fact, ...]:
    return (*_OF_KIN.get(one.relation, ()), *_EVERYBODY)


def _no(because: Because, doubts: tuple[Ask, ...] = ()) -> Verdict:
    """No, or not yet where there are doubts."""
    return Verdict(Purpose.PAY, Standing.UNCLEAR if doubts else Standing.NOT, because, None, doubts)
