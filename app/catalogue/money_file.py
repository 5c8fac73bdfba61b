"""The shape of money.yaml, and the frozen rules made of it."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from app.catalogue.files import CatalogueBroken, parse
from app.catalogue.shapes import Conf, Shape
from app.domain.benefit import IMPORTED, ONE_OFF, PAY, BenefitDef, MoneyRules, Rhythm
from app.domain.kin import Fact
from app.domain.money import MOST
from app.domain.pay_rule import Circle, Ground, OddKopecks, PayLine, PayRule
from app.domain.relation import Relation
from app.domain.split import InstalmentRule
from app.domain.text import Text

_IN_PERCENT = 100
_MOST, _LONGEST = MOST // 100, 1_200
_FILE = "money.yaml"


class GroundedShape(Shape):
    code: str
    basis: str
    conf: Conf
    src: list[str]
    doubt_uk: str = ""
    doubt_en: str = ""

    def ground(self) -> Ground:
        """On what it rests."""
        return Ground(self.basis, self.conf, tuple(self.src))

    def doubt(self) -> Text | None:
        """What is not known of it."""
        return Text(self.doubt_uk, self.doubt_en) if self.doubt_uk and self.doubt_en else None


class BenefitShape(GroundedShape):
    uk: str
    en: str
    step: str
    watch: str
    decides: str
    rhythm: Rhythm
    amount_uah: int | None = Field(ge=1, le=_MOST)


class LineShape(Shape):
    circles: list[Circle]
    together: int = Field(ge=1, le=_IN_PERCENT)
    uk: str
    en: str


class PayShape(GroundedShape):
    valid_from: date
    valid_to: date | None
    his_wish: bool
    lines: list[LineShape]
    bars: list[Fact]
    bars_of: dict[Relation, list[Fact]]
    ends: list[Fact]
    odd: OddKopecks


class InstalmentShape(GroundedShape):
    valid_from: date | None
    valid_to: date | None
    total_uah: int = Field(ge=1, le=_MOST)
    at_once: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=1)]]
    months: int = Field(ge=1, le=_LONGEST)


    @model_validator(mode="after")
    def _no_more_than_all(self) -> Self:
        first, whole = self.at_once
        if first > whole:
            raise ValueError("more than the whole is paid at once")
        return self


class MoneyFile(Shape):
    benefits: list[BenefitShape]
    pay: list[PayShape]
    instalments: list[InstalmentShape]


def read_money(text: str) -> MoneyRules:
    """The rules in the text of money.yaml; raises `CatalogueBroken` naming its line, also for rules that overlap."""
    found = parse(_FILE, text, MoneyFile)
    rules = MoneyRules(
        benefits={shape.code: _benefit(shape) for shape in found.benefits},
        pay=tuple(_pay(shape) for shape in found.pay),
        instalments=tuple(_instalments(shape) for shape in found.instalments),
    )
    for code in (PAY, ONE_OFF, IMPORTED):
        if code not in rules.benefits:
            raise _broken(text, code, "is missing")
    spans: list[tuple[str, date | None, date | None]] = [(rule.code, rule.since, rule.until) for rule in rules.pay]
    _check_spans(text, spans)
    _check_spans(text, [(rule.code, rule.since, rule.until) for rule in rules.instalments])
    return rules


def _check_spans(text: str, spans: list[tuple[str, date | None, date | None]]) -> None:
    """Each rule begins on the day after the one before it ends, and none ends before it begins."""
    for code, since, until in spans:
        if since is not None and until is not None and until < since:
            raise _broken(text, code, "ends before it begins")
    for (_, _, until), (code, since, _) in pairwise(spans):
        if until is None or since != until + timedelta(days=1):
            raise _broken(text, code, "does not begin on the day after the rule before it ends")


def _broken(text: str, code: str, problem: str) -> CatalogueBroken:
    line = next((number for number, said in enumerate(text.splitlines(), 1) if code in said), 1)
    return CatalogueBroken(file=_FILE, line=line, problem=f"{code} {problem}")


def _benefit(shape: BenefitShape) -> BenefitDef:
    amount = None if shape.amount_uah is None else shape.amount_uah * 100
    return BenefitDef(
        shape.code, Text(shape.uk, shape.en), shape.step, shape.watch, shape.decides, shape.rhythm, amount,
        shape.ground(), shape.doubt(),
    )  # fmt: skip


def _pay(shape: PayShape) -> PayRule:
    return PayRule(
        shape.code, shape.valid_from, shape.valid_to, shape.his_wish,
        tuple(
            PayLine(tuple(line.circles), line.together * _IN_PERCENT, Text(line.uk, line.en)) for line in shape.lines
        ),
        tuple(shape.bars), tuple((whose, tuple(facts)) for whose, facts in shape.bars_of.items()), tuple(shape.ends),
        shape.odd, shape.ground(), shape.doubt(),
    )  # fmt: skip


def _instalments(shape: InstalmentShape) -> InstalmentRule:
    return InstalmentRule(
        shape.code, shape.valid_from, shape.valid_to, shape.total_uah * 100, Fraction(*shape.at_once), shape.months,
        shape.ground(), shape.doubt(),
    )  # fmt: skip
