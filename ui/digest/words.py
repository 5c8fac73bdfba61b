"""The week in words: each list as its heading and lines, for the dialog with names, for the paper without."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.appointments.service import AppointmentRow
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.consents.service import Ending
from app.digest.service import WEEK, DoneRow, WeekView
from app.documents.expiring import ExpiringRow
from app.domain.errors import N_
from app.i18n import Words
from app.paper.week import WeekPart, WeekWords
from app.plan.queries import DueRow, SilentRow
from ui.appointments.kinds import KINDS, day_words, when_words
from ui.consents.words import PURPOSES
from ui.documents.words import kind_word
from ui.due_words import due_chip
from ui.models.roles import Chip
from ui.step_words import step_title

Row = DueRow | ExpiringRow | Ending | DoneRow
ON_PAPER = 40


@dataclass(frozen=True, slots=True)
class Told:
    """One line: as a screen shows it, with the row it speaks of; and as paper says it, without a name."""

    title: str
    second: str
    chip: Chip | None
    row: object
    line: str
    tail: str


@dataclass(frozen=True, slots=True)
class Part:
    """One list: its heading, how many there are in all, its lines, and what is said without any."""

    title: str
    many: int
    told: tuple[Told, ...]
    nothing: str


def parts(words: Words, view: WeekView, catalogue: Catalogue, clock: Clock) -> tuple[Part, ...]:
    """The lists of the week in the order they are read."""
    _, today = words, clock.today()

    def steps(rows: Sequence[DueRow], own: str = N_("A step of our own")) -> tuple[Told, ...]:
        return tuple(_step(_, row, due_chip(_, row.due, today), own, row.name) for row in rows)

    met = tuple(_met(_, row) for row in view.appointments)
    silent = tuple(_silent(_, row, today) for row in view.silent)
    papers = tuple(
        _told(kind_word(_, catalogue, row.kind), row, Chip(_.date(row.until), "missing", "file-clock"), row.name)
        for row in view.papers
    )
    consents = tuple(
        _told(_(PURPOSES[row.purpose]), row, Chip(day_words(_, row.until, today), "missing", "signature"))
        for row in view.consents
    )
    done = tuple(
        _step(_, row, Chip(_.date(row.on), "returned", "check"), N_("A step of our own")) for row in view.done
    )
    return (
        Part(_("Done last week"), view.done_count, done, _("Nothing was ticked off.")),
        Part(_("Still overdue"), view.overdue_count, steps(view.overdue), _("Nothing is overdue.")),
        Part(_("This week, terms of the law first"), view.coming_count, steps(view.coming), _("Nothing comes up.")),
        Part(_("Appointments of this week"), len(met), met, _("No appointment is made.")),
        Part(_("Promised to families until Sunday"), len(view.promises),
             steps(view.promises, N_("Promise")), _("No promise falls due.")),
        Part(_("No word for 30 days"), view.silent_count, silent, _("Every family heard from us.")),
        Part(_("Papers that run out"), len(papers), papers, _("No paper runs out soon.")),
        Part(_("Consents that end"), len(consents), consents, _("No consent ends soon.")),
    )  # fmt: skip


def paper_parts(words: Words, week: Sequence[Part]) -> tuple[WeekPart, ...]:
    """The lists for paper."""
    found = []
    for part in week:
        lines = tuple((one.line, one.tail) for one in part.told[:ON_PAPER])
        left = part.many - len(lines)
        more = words.count("and {n} more", "and {n} more", left) if left > 0 else ""
        found.append(WeekPart(f"{part.title}: {part.many}", lines, part.nothing, more))
    return tuple(found)


def paper_words(words: Words, view: WeekView) -> WeekWords:
    """The words around the lists on paper."""
    return WeekWords(
        words.language, week_word(words, view), words("Internal. Not for families."),
        words("page {page} of {pages}", page="{page}", pages="{pages}"), words("TRAINING DATA"),
    )  # fmt: skip


def week_word(words: Words, view: WeekView) -> str:
    """«Тиждень 23.11.2026 – 29.11.2026»."""
    sunday = view.monday + timedelta(days=WEEK - 1)
    return words("The week {since} – {until}", since=words.date(view.monday), until=words.date(sunday))


def _step(words: Words, row: DueRow | DoneRow, chip: Chip | None, own: str, name: str = "") -> Told:
    """A step; what somebody worded himself may name a person, so paper says only that there is one."""
    told = _told(step_title(words, row.title), row, chip, name)
    return told if row.step_id else replace(told, line=words(own))


def _told(title: str, row: Row, chip: Chip | None, name: str = "") -> Told:
    """A line of what is to be done in a case."""
    second = " · ".join(filter(None, (name, row.number)))
    return Told(title, second, chip, row, title, f"{row.number} · {chip.text}" if chip else row.number)


def _met(words: Words, row: AppointmentRow) -> Told:
    title, when = words(KINDS[row.says.kind]), when_words(words, row.says)
    second = " · ".join(filter(None, (row.who or row.name, row.number, row.says.place)))
    return Told(title, second, Chip(when, "info", "calendar-clock"), row, title, f"{row.number} · {when}")


def _silent(words: Words, row: SilentRow, today: date) -> Told:
    days = words.count("{n} day", "{n} days", (today - row.since).days)
    return Told(row.name, row.number, Chip(days, "missing"), row, row.number, days)
