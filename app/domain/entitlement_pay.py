"""Pay of an absent man: his own disposition where the rule of the day asks for it, else the first line with anybody."""

from app.domain.coming_of_age import OF_AGE
from app.domain.entitlement import Ask, Because, Kindred, Kinsman, Purpose, Standing, Verdict, says, unanswered, under
from app.domain.kin import Fact
from app.domain.pay_rule import Circle, PayLine, PayRule
from app.domain.relation import Relation

_OF_KIN = {
    Circle.SPOUSE: Relation.SPOUSE,
    Circle.PARENT: Relation.PARENT,
    Circle.MINOR_CHILD: Relation.CHILD,
    Circle.DISABLED_CHILD: Relation.CHILD,
    Circle.ADULT_CHILD: Relation.CHILD,
    Circle.SIBLING: Relation.SIBLING,
}
Questions = tuple[Fact | Ask, ...]


def pay(one: Kinsman, family: Kindred) -> Verdict:
    """How `one` stands to his pay on the family's day."""
    rule = family.rule
    if rule is None:
        return Verdict(Purpose.PAY, Standing.UNCLEAR, Because.OUT_OF_CIRCLE, missing=(Ask.RULE,))
    if rule.his_wish and family.wish:
        return _by_disposition(one, family, rule)
    wish: Questions = (Ask.DISPOSITION,) if rule.his_wish and family.wish is None else ()
    line, open_questions = line_of(one, family, rule)
    if line is None:
        return _no(Because.OUT_OF_CIRCLE, (*wish, *open_questions))
    if barred(one, rule):
        return _no(Because.EXCLUDED)
    before = [kin for kin in family.kin if _stands_before(kin, line, family, rule)]
    if before:
        sure = any(not line_of(kin, family, rule)[1] and not doubts_of(kin, rule) for kin in before)
        return _no(Because.BEHIND_FIRST_LINE, wish if sure else (*wish, Ask.FIRST_LINE))
    missing = (*wish, *open_questions, *doubts_of(one, rule))
    among = sharing(family, rule, line)
    share = rule.lines[line].together // max(1, len(among))
    because = Because.SECOND_LINE if line else Because.FIRST_LINE
    return Verdict(Purpose.PAY, Standing.UNCLEAR if missing else Standing.ENTITLED, because, share, missing)


def line_of(one: Kinsman, family: Kindred, rule: PayRule) -> tuple[int | None, Questions]:
    """In which line of the rule kin and age put somebody, and what must be asked to be sure of that."""
    open_questions: Questions = ()
    for number, line in enumerate(rule.lines):
        asks = asks_in(one, line, family)
        if asks == ():
            return number, open_questions
        if asks and Ask.BIRTH_DATE in asks:
            return number, (Ask.BIRTH_DATE,)
        open_questions = (*open_questions, *(asks or ()))
    return None, open_questions


def asks_in(one: Kinsman, line: PayLine, family: Kindred) -> Questions | None:
    """What to ask to know that somebody belongs to a line: nothing if surely; None if surely not."""
    fits = [_fits(one, circle, family) for circle in line.circles]
    if True in fits:
        return ()
    return tuple(ask for ask in fits if not isinstance(ask, bool)) or None


def barred(one: Kinsman, rule: PayRule) -> bool:
    """Whether something known keeps somebody from being paid."""
    return says(one, *rule.asked_of(one.relation), *rule.ends)


def doubts_of(one: Kinsman, rule: PayRule) -> tuple[Fact, ...]:
    """What nobody asked yet, and would keep somebody from being paid."""
    return unanswered(one, *rule.asked_of(one.relation))


def sharing(family: Kindred, rule: PayRule, line: int) -> list[Kinsman]:
    """Those of one line whom nothing known excludes."""
    return [kin for kin in family.kin if line_of(kin, family, rule)[0] == line and not barred(kin, rule)]


def _stands_before(one: Kinsman, line: int, family: Kindred, rule: PayRule) -> bool:
    place = line_of(one, family, rule)[0]
    return place is not None and place < line and not barred(one, rule)


def _fits(one: Kinsman, circle: Circle, family: Kindred) -> bool | Fact | Ask:
    """Whether somebody belongs to a circle, or what to ask to know it."""
    if circle is Circle.DEPENDANT:
        return one.answers.get(Fact.DEPENDENT, Fact.DEPENDENT)
    if one.relation is not _OF_KIN[circle]:
        return False
    if circle is Circle.DISABLED_CHILD:
        return one.answers.get(Fact.DISABLED_SINCE_CHILDHOOD, Fact.DISABLED_SINCE_CHILDHOOD)
    if circle in {Circle.MINOR_CHILD, Circle.ADULT_CHILD}:
        young = under(one, OF_AGE, family.today)
        return Ask.BIRTH_DATE if young is None else young is (circle is Circle.MINOR_CHILD)
    return True


def _by_disposition(one: Kinsman, family: Kindred, rule: PayRule) -> Verdict:
    wish = family.wish or {}
    if one.key not in wish:
        return _no(Because.OTHERS_NAMED)
    if says(one, *rule.ends):
        return _no(Because.EXCLUDED)
    if barred(one, rule):
        return Verdict(Purpose.PAY, Standing.UNCLEAR, Because.NAMED_YET_EXCLUDED, wish[one.key])
    missing = unanswered(one, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED)
    standing = Standing.UNCLEAR if missing else Standing.ENTITLED
    return Verdict(Purpose.PAY, standing, Because.NAMED, wish[one.key], missing)


def _no(because: Because, doubts: Questions = ()) -> Verdict:
    """No, or not yet where there are doubts."""
    return Verdict(Purpose.PAY, Standing.UNCLEAR if doubts else Standing.NOT, because, None, doubts)
