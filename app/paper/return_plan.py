"""«Мій план»: the individual plan of somebody who returned, on paper for himself, in his own words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.errors import N_, UserError
from app.i18n import Words
from app.paper.hotlines import hotlines
from app.paper.kit import Mark, Sheet, Styles, render
from app.paper.letter import Letter, letter

LINES = ("LIFELINE", "LEGAL_HUNDRED")
"""Whose numbers stand at the end."""


class NothingAgreed(UserError):
    what = N_("There is no goal yet to which he agreed, so there is nothing to print.")
    todo = N_("Go through the plan together, and write down the day on which he said yes.")


@dataclass(frozen=True, slots=True)
class PaperDeed:
    """One thing that is done, in both languages; `who` does it, until when, and when it was done."""

    uk: str
    en: str
    who: str
    until: date | None
    done_on: date | None
    result: str


@dataclass(frozen=True, slots=True)
class PaperGoal:
    """One goal in his own words, which are never translated."""

    words: str
    until: date | None
    reached_on: date | None
    result: str
    deeds: tuple[PaperDeed, ...]


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """Exactly what stands on the paper. `again`: the day of the next review; `contact`: of the next call."""

    number: str
    day: date
    office: str
    phones: str
    training: bool
    name: str
    worker: str
    goals: tuple[PaperGoal, ...]
    again: date | None
    contact: date | None


def return_plan(data: ReturnPlan, languages: tuple[str, ...] = ("uk",), *, scale: float = 1.0) -> bytes:
    """The plan as PDF bytes, one part for each language; the same input gives the same bytes.

    Raises `NothingAgreed` without a goal.
    """
    if not data.goals:
        raise NothingAgreed
    words = letter("return_plan")
    sheets = [_Page(data, language, words, Styles(scale)).sheet() for language in languages]
    return render(sheets, language=languages[0])


@dataclass(frozen=True, slots=True)
class _Page:
    """The plan in one language."""

    data: ReturnPlan
    language: str
    letter: Letter
    style: Styles

    def say(self, key: str, /, **facts: str) -> str:
        """The words of `key` in this language."""
        return self.letter.say(key, self.language, sex=None, **facts)

    def date(self, day: date) -> str:
        """A day as papers write it."""
        return Words(self.language).date(day)

    def sheet(self) -> Sheet:
        """The whole story with its header and footer."""
        data = self.data
        coming = [goal for goal in data.goals if goal.reached_on is None]
        reached = [goal for goal in data.goals if goal.reached_on is not None]
        parts = (
            self.opening(), self.goals("head.goals", coming), self.goals("head.reached", reached), self.next(),
            self.lines(), iter((self.style.tear_off(self.say("tear.title"), self.say("tear.text")),)),
        )  # fmt: skip
        return Sheet(
            header=self.say("header"),
            footer=self.say("footer", number=data.number, day=self.date(data.day)),
            pages=self.letter.texts["pages"][self.language],
            story=tuple(block for part in parts for block in part),
            banner=self.say("banner") if data.training else "",
            scale=self.style.scale,
        )

    def opening(self) -> Iterator[Any]:
        """Title, for whom, whose plan it is."""
        data, style = self.data, self.style
        yield style.title(self.say("title"))
        yield style.labelled(self.say("label.to"), data.name)
        if data.office:
            yield style.labelled(self.say("label.from"), data.office)
        yield style.note(self.say("opening"))
        yield style.paragraph(self.say("peace"))

    def goals(self, head: str, goals: Sequence[PaperGoal]) -> Iterator[Any]:
        """Goals one after another, each with what is done for it."""
        if not goals:
            return
        yield self.style.heading(self.say(head))
        for goal in goals:
            yield self.style.subheading(f"«{goal.words}»" if self.language == "uk" else f"“{goal.words}”")
            if goal.reached_on:
                yield self.style.paragraph(self.say("goal.reached", day=self.date(goal.reached_on)), quiet=True)
            elif goal.until:
                yield self.style.paragraph(self.say("goal.until", day=self.date(goal.until)), quiet=True)
            if goal.result:
                yield self.style.paragraph(self.say("goal.result", text=goal.result))
            for deed in goal.deeds:
                yield self.deed(deed)
            if not goal.deeds and not goal.reached_on:
                yield self.style.paragraph(self.say("goal.first"), quiet=True)

    def deed(self, deed: PaperDeed) -> Any:
        """One thing that is done: a tick, who does it, by when."""
        who = self.say("deed.who", who=deed.who) if deed.who else ""
        if deed.done_on:
            when = self.say("deed.done", day=self.date(deed.done_on))
        else:
            when = self.say("deed.until", day=self.date(deed.until)) if deed.until else ""
        below = ", ".join(filter(None, (who, when)))
        mark = Mark.DONE if deed.done_on else Mark.OPEN
        return self.style.item(mark, deed.uk if self.language == "uk" else deed.en, (below, deed.result))

    def next(self) -> Iterator[Any]:
        """When the plan is looked at again, and who rings."""
        data, style = self.data, self.style
        yield style.heading(self.say("head.next"))
        again = data.again if data.again and data.again >= data.day else None
        yield style.paragraph(self.say("next.again", day=self.date(again)) if again else self.say("next.any"))
        if data.contact:
            yield style.paragraph(self.say("next.contact", day=self.date(data.contact)))
        if data.worker:
            yield style.paragraph(self.say("next.worker", worker=data.worker))
        if data.phones:
            yield style.labelled(self.say("label.phones"), data.phones)

    def lines(self) -> Iterator[Any]:
        """Numbers that help, the first of them day and night."""
        yield self.style.heading(self.say("head.lines"))
        by_code = {line.code: line for line in hotlines()}
        for line in (by_code[code] for code in LINES if code in by_code):
            yield self.style.pair(line.number, line.name.in_(self.language))
