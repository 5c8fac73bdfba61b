"""«Пам'ятка для родини»: a warm, short paper for one named person, in Ukrainian, English or both."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from babel.dates import format_date

from app.domain.deadline import Kind
from app.domain.fate import ALL_ABSENT, ALL_CAPTIVE, ALL_DEAD, ALL_RETURNED, HARD_NEWS, Fate
from app.domain.sex import Sex
from app.domain.step import StepState
from app.domain.text import Text
from app.i18n import Words
from app.paper.family_record import Office
from app.paper.kit import Mark, Sheet, Styles, render
from app.paper.letter import Letter, letter

LARGE_PRINT = 1.35
_IN_FULL = 6
_AWAY = ALL_ABSENT | ALL_CAPTIVE | {Fate.NO_CONTACT}
_BACK = ALL_RETURNED | {Fate.FOUND_ALIVE}
_UNDER_WAY = frozenset({StepState.WAITING, StepState.STARTED})
_MARKS = {StepState.DONE: Mark.DONE, StepState.WAITING: Mark.ARROW, StepState.STARTED: Mark.ARROW}


class Reader(StrEnum):
    """Who reads: family, somebody not (yet) entitled, or the servicemember."""

    FAMILY = "family"
    OTHER = "other"
    HIMSELF = "himself"


class Actor(StrEnum):
    """Whose turn a step is."""

    YOU = "you"
    WE = "we"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """An official fact: the paper that carries it, who issued it, and its day."""

    title: Text
    issuer: Text | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Hotline:
    """Whose number it is, and the number."""

    name: Text
    number: str


@dataclass(frozen=True, slots=True)
class PaperStep:
    """A step as it may be printed; where `full` is false only title and state are."""

    title: Text
    state: StepState
    since: date | None
    kind: Kind
    due: date | None
    past: bool
    actor: Actor
    body: Text | None
    bring: tuple[Text, ...]
    full: bool


@dataclass(frozen=True, slots=True)
class FamilyPaper:
    """Exactly what stands on the paper of one recipient; made by `family_facts`, which leaves all else out."""

    number: str
    day: date
    training: bool
    reader: Reader
    to: Text
    to_first: Text
    vocative: str
    about: Text | None
    about_first: Text | None
    sex: Sex | None
    civilian: bool
    fate: Fate | None
    told_on: date | None
    source: str
    source_on: date | None
    papers: tuple[OfficialPaper, ...]
    police_case: str
    done: tuple[PaperStep, ...]
    ahead: tuple[PaperStep, ...]
    lists_steps: bool
    office: Office
    caseworker: Text
    call_by: date | None
    hotlines: tuple[Hotline, ...]


def build(data: FamilyPaper, languages: tuple[str, ...] = ("uk",), *, scale: float = 1.0) -> bytes:
    """The paper as PDF bytes, one language after another, each on pages of its own; `scale` as in `Styles`."""
    words = letter("family_paper")
    sheets = [_Page(data, language, words, Styles(scale)).sheet() for language in languages]
    return render(sheets, language=languages[0])


@dataclass(frozen=True, slots=True)
class _Page:
    """The paper in one language."""

    data: FamilyPaper
    language: str
    letter: Letter
    style: Styles

    def say(self, key: str, /, **facts: str) -> str:
        """The words of `key` in this language."""
        return self.letter.say(key, self.language, sex=self.data.sex, **facts)

    def text(self, text: Text | None) -> str:
        """A two-language text in this language; "" for none."""
        return text.in_(self.language) if text else ""

    def date(self, day: date) -> str:
        """A day as papers write it."""
        return Words(self.language).date(day)

    def sheet(self) -> Sheet:
        """The whole story with its header and footer."""
        parts = (
            self.opening(), self.touch(), self.known(), self.choice(), self.done(), self.ahead(),
            self.relatives(), self.remember(), self.hotlines(), self.tear_off(),
        )  # fmt: skip
        return Sheet(
            header=self.say("header"),
            footer=self.say("footer", number=self.data.number, day=self.date(self.data.day)),
            pages=self.letter.texts["pages"][self.language],
            story=tuple(block for part in parts for block in part),
            banner=self.say("banner") if self.data.training else "",
            scale=self.style.scale,
        )

    def opening(self) -> Iterator[Any]:
        """Title, to whom, about whom, from whom, of which day."""
        data, style = self.data, self.style
        himself = data.reader is Reader.HIMSELF
        yield style.title(self.say("title.himself" if himself else "title.family"))
        yield style.labelled(self.say("label.to"), self.text(data.to))
        if data.about and not himself:
            yield style.labelled(self.say("label.about"), self.text(data.about))
        if office := self.text(data.office.name):
            yield style.labelled(self.say("label.from"), office)
        value = self.say("label.date_value", day=self.date(data.day), number=data.number)
        yield style.labelled(self.say("label.date"), value)
        yield style.heading(self.say("head.you"))
        called = data.vocative if self.language == "uk" else self.text(data.to_first)
        yield style.paragraph(self.say("you.called", vocative=called) if called else self.say("you.plain"))
        if himself:
            yield style.paragraph(self.say("known.himself"))

    def touch(self) -> Iterator[Any]:
        """Who calls, until when, and where we are."""
        data, style = self.data, self.style
        caseworker = self.text(data.caseworker)
        yield style.heading(self.say("head.touch"))
        if caseworker and data.call_by:
            near = abs((data.call_by - data.day).days) < 180
            day = format_date(data.call_by, "d MMMM" if near else "d MMMM y", locale=self.language)
            yield style.paragraph(self.say("touch.call", caseworker=caseworker, day=day))
        elif caseworker:
            yield style.paragraph(self.say("touch.person", caseworker=caseworker))
        else:
            yield style.paragraph(self.say("touch.office"))
        if data.office.phones:
            yield style.labelled(self.say("label.phones"), ", ".join(data.office.phones))
        if address := self.text(data.office.address):
            yield style.labelled(self.say("label.address"), address)

    def known(self) -> Iterator[Any]:
        """What is officially known: only what this person was told, each fact with its source and day."""
        data, style = self.data, self.style
        if data.reader is Reader.OTHER:
            yield style.note(self.say("known.other"))
            return
        if data.reader is Reader.FAMILY or data.papers or data.police_case:
            yield style.heading(self.say("head.known"))
        if data.reader is Reader.HIMSELF:
            yield from self.official_papers()
            return
        if data.fate is None or data.fate is Fate.CLOSED:
            yield style.paragraph(self.say("known.unsaid"))
        else:
            yield style.paragraph(self.fate_words(data.fate))
        yield from self.official_papers()
        told = self.say("known.told", day=self.date(data.told_on)) if data.told_on else ""
        yield style.paragraph(f"{told} {self.say(self.closing())}".strip())

    def fate_words(self, fate: Fate) -> str:
        """The sentence of this fate, with its source and day where the words know that source."""
        name = self.text(self.data.about_first)
        sourced = f"known.{fate}.{self.data.source}"
        if self.data.source_on and self.letter.has(sourced):
            facts = {"name": name, "day": self.date(self.data.source_on)}
            return self.say(sourced, **facts)
        return self.say(f"known.{fate}", name=name)

    def official_papers(self) -> Iterator[Any]:
        """The list of official papers and the number of the police case."""
        data, style = self.data, self.style
        if data.papers or data.police_case:
            yield style.subheading(self.say("known.papers"))
        for paper in data.papers:
            facts = {"paper": _capital(self.text(paper.title))}
            if paper.on is None:
                yield style.item(Mark.DONE, facts["paper"])
            elif paper.issuer is None:
                yield style.item(Mark.DONE, self.say("known.dated", day=self.date(paper.on), **facts))
            else:
                facts["issuer"] = self.text(paper.issuer)
                yield style.item(Mark.DONE, self.say("known.issued", day=self.date(paper.on), **facts))
        if data.police_case:
            yield style.item(Mark.DONE, self.say("known.erdr", number=data.police_case))

    def closing(self) -> str:
        """The key of the sentence that ends what is known."""
        fate = self.data.fate
        if fate in _BACK:
            return "after.returned"
        if fate is Fate.BODY_UNIDENTIFIED:
            return "after.identifying"
        return "after.dead" if fate in ALL_DEAD else "after.absent"

    def choice(self) -> Iterator[Any]:
        """The servicemember's own sections: choice and peace."""
        data, style = self.data, self.style
        if data.reader is not Reader.HIMSELF:
            return
        yield style.heading(self.say("head.choice"))
        if data.fate in ALL_RETURNED and not data.civilian:
            yield style.paragraph(self.say(f"choice.{data.fate}"))
        yield style.paragraph(self.say("choice.other"))
        yield style.heading(self.say("head.peace"))
        yield style.paragraph(self.say("peace"))

    def done(self) -> Iterator[Any]:
        """Steps behind us, with the day where it is known."""
        if not self.data.done:
            return
        yield self.style.heading(self.say("head.done"))
        for step in self.data.done:
            title = self.text(step.title)
            line = self.say("done.dated", step=title, day=self.date(step.since)) if step.since else title
            yield self.style.item(Mark.DONE, line)
        if any(step.actor is Actor.YOU for step in self.data.done) and self.data.fate not in HARD_NEWS:
            yield self.style.paragraph(self.say("done.thanks"))

    def ahead(self) -> Iterator[Any]:
        """Steps before us: the nearest in full, the rest as a list, then those to check together."""
        data, style = self.data, self.style
        if data.reader is Reader.OTHER:
            return
        yield style.heading(self.say("head.next"))
        if data.fate is Fate.CAPTIVE_CONFIRMED:
            yield style.paragraph(self.say("note.letter"))
        open_ = [step for step in data.ahead if step.state is not StepState.TO_CHECK]
        check = [step for step in data.ahead if step.state is StepState.TO_CHECK]
        near, later = _nearest(open_)
        if not data.ahead:
            yield style.paragraph(self.say("next.nothing" if data.lists_steps else "next.ask"))
        for step in near:
            yield style.item(_MARKS.get(step.state, Mark.OPEN), self.text(step.title), self.details(step), strong=True)
        if any(step.actor is Actor.YOU for step in near) and data.reader is Reader.FAMILY:
            yield style.paragraph(self.say("next.together"))
        for key, steps in (("next.later", later), ("next.check", check)):
            if steps:
                yield style.subheading(self.say(key))
            for step in steps:
                tail = self.when(step) or (self.state(step) if step.state in _UNDER_WAY else "")
                yield style.item(_MARKS.get(step.state, Mark.OPEN), self.text(step.title), tail=tail)

    def details(self, step: PaperStep) -> tuple[str, ...]:
        """When and whose turn; then where to and what to bring."""
        if not step.full:
            return (self.state(step),)
        body = self.text(step.body)
        if step.actor is Actor.BODY:
            return (f"{self.answer(step, body)} {self.when(step)}".strip(),)
        who = self.say("who.you" if step.actor is Actor.YOU else "who.we")
        where = self.say("step.where", body=body) if body else ""
        papers = ", ".join(self.text(paper) for paper in step.bring)
        bring = self.say("step.bring", papers=papers) if papers and step.actor is Actor.YOU else ""
        return f"{self.when(step)} {who}".strip(), f"{where} {bring}".strip()

    def answer(self, step: PaperStep, body: str) -> str:
        """Which body's turn it is, and since when we wait for it."""
        waiting = step.state is StepState.WAITING
        if not body:
            return self.state(step)
        if waiting and step.since:
            return self.say("who.answer_since", body=body, day=self.date(step.since))
        return self.say("who.answer" if waiting or step.kind is Kind.BODY_TERM else "who.body", body=body)

    def when(self, step: PaperStep) -> str:
        """The step's day in the words its kind deserves; "" where there is none."""
        filed = step.state is StepState.WAITING and step.kind not in {Kind.BODY_TERM, Kind.USUAL}
        if step.due is None or step.kind is Kind.NONE or filed:
            return ""
        key = f"when.{step.kind}.past" if step.past else f"when.{step.kind}"
        return self.letter.say(key, self.language, day=self.date(step.due))

    def state(self, step: PaperStep) -> str:
        """The state of a step in a sentence."""
        if step.state is StepState.WAITING and step.since:
            return self.say("state.waiting_since", day=self.date(step.since))
        if step.state is StepState.WAITING:
            return self.say("state.waiting")
        return self.say("state.started" if step.state is StepState.STARTED else "state.open")

    def relatives(self) -> Iterator[Any]:
        """How to be with somebody who is back; the servicemember shows it, or has consented to it."""
        back = self.data.fate in ALL_RETURNED
        if not back or self.data.reader is Reader.OTHER:
            return
        yield self.style.heading(self.say("head.relatives"))
        if self.data.reader is Reader.HIMSELF:
            yield self.style.paragraph(self.say("relatives.intro"), quiet=True, after=1)
        yield self.style.paragraph(self.say("relatives"))

    def remember(self) -> Iterator[Any]:
        """Care with money and with words in public."""
        if self.data.fate in _AWAY:
            keys: tuple[str, ...] = ("note.absent", "note.quiet")
        elif self.data.fate in HARD_NEWS:
            keys = ("note.dead",)
        else:
            return
        yield self.style.heading(self.say("head.remember"))
        for key in keys:
            yield self.style.paragraph(self.say(key))

    def hotlines(self) -> Iterator[Any]:
        """The numbers, each with its owner."""
        if self.data.hotlines:
            yield self.style.heading(self.say("head.hotlines"))
        for line in self.data.hotlines:
            yield self.style.pair(line.number, self.text(line.name))

    def tear_off(self) -> Iterator[Any]:
        """«Знайшли помилку?»: carries a number and no name."""
        data = self.data
        phones = ", ".join(data.office.phones)
        text = self.say("tear.text", phones=phones) if phones else self.say("tear.plain")
        title = self.say("tear.title", number=data.number, day=self.date(data.day))
        yield self.style.tear_off(title, text)


def _nearest(steps: list[PaperStep]) -> tuple[list[PaperStep], list[PaperStep]]:
    """The steps to print in full, every legal date among them, and the rest."""
    near = [step for place, step in enumerate(steps) if place < _IN_FULL or step.kind is Kind.STATUTORY]
    return near, [step for step in steps if step not in near]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
