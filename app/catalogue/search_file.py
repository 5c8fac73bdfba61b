"""The shape of search.yaml, and the frozen rules made of it."""

from datetime import date

from app.catalogue.files import parse
from app.catalogue.shapes import Conf, Shape
from app.domain.deadline import Kind, Term, Unit
from app.domain.dna import DnaRule
from app.domain.reply import AdviceDef, Ask, ReplyRule, SearchRules
from app.domain.text import Text


class ReplyShape(Shape):
    kind: Ask
    bodies: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    qty: int | None
    unit: Unit
    term: Kind
    uk: str
    en: str
    conf: Conf
    src: list[str]


class DnaShape(Shape):
    since: date
    relatives: int
    methods: int
    uk: str
    en: str
    conf: Conf
    src: list[str]


class AdviceShape(Shape):
    code: str
    uk: str
    en: str
    src: list[str]


class SearchFile(Shape):
    replies: list[ReplyShape]
    dna: DnaShape
    advice: list[AdviceShape]


def read_search(text: str) -> SearchRules:
    """The rules in the text of search.yaml; raises `CatalogueBroken` naming its line."""
    found = parse("search.yaml", text, SearchFile)
    return SearchRules(
        replies=tuple(_reply(shape) for shape in found.replies),
        dna=DnaRule(
            found.dna.since, found.dna.relatives, found.dna.methods, Text(found.dna.uk, found.dna.en), found.dna.conf,
            tuple(found.dna.src),
        ),
        advice=tuple(AdviceDef(shape.code, Text(shape.uk, shape.en)) for shape in found.advice),
    )  # fmt: skip


def _reply(shape: ReplyShape) -> ReplyRule:
    return ReplyRule(
        kind=shape.kind, bodies=frozenset(shape.bodies), but=frozenset(shape.but),
        term=Term(shape.qty, shape.unit, shape.term), basis=Text(shape.uk, shape.en), confidence=shape.conf,
        sources=tuple(shape.src),
    )  # fmt: skip
