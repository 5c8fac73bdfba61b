"""What is asked about a step: all that is said of it, whom it waits for, a refusal, whose it is, the term picked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.documents.queries import DocumentRow
from app.domain.errors import N_
from app.domain.partial_date import PartialDate
from app.domain.step import Track
from app.i18n import Words
from app.plan.queries import StepRow
from app.plan.service import Plan
from app.plan.steps import Steps, StepSays
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.form import Form
from ui.notes.note_words import day_of, day_text, relative_choices
from ui.record.entry_form import EntryForm
from ui.rule_words import choices
from ui.step_words import track_word

Sections = Callable[[Words], tuple[SectionDef, ...]]


@dataclass(frozen=True, slots=True)
class About:
    """What the form of a step offers to choose from."""

    catalogue: Catalogue
    relatives: Sequence[RelativeRow]
    workers: Sequence[str]
    papers: Sequence[DocumentRow]


def step_form(about: About, *, own: bool) -> EntryForm[StepSays]:
    """The form of a step; of one's `own` with its name, track and due day, which else the catalogue says."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        tracks = tuple((one.value, track_word(words, one)) for one in Track)
        hint = N_("may be empty: then it stands without a day")
        named = (
            FieldDef("title", Kind.TEXT, N_("What is to be done"), required=True),
            FieldDef("track", Kind.CHOICE, N_("Track"), choices=tracks),
            FieldDef("due", Kind.DAY, N_("Until which day"), hint, future=True),
        )
        return (SectionDef("", (*(named if own else ()), *_fields(words, about))),)

    def draft(form: Form, was: StepSays | None) -> StepSays:
        due = form.date("due") if own else None
        track = Track(form.text("track") or Track.OFFICE) if own else was.track if was else None
        return StepSays(
            form.text("title") if own else was.title if was else "", track,
            (due.last if due else None) if own else was.due if was else None,
            _uid(form.text("relative_uid")), form.text("worker"), form.text("body"), _uid(form.text("document_uid")),
            form.text("note"),
        )  # fmt: skip

    return EntryForm(
        name="own_step" if own else "step_facts", adding=N_("A step of our own"),
        correcting=N_("What is said of the step"), sections=sections, texts=_texts, draft=draft,
        start=lambda: {"track": Track.OFFICE.value}, height=560 if own else 480,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class WaitSays:
    """For whom a step waits, since when."""

    body: str
    since: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """Takes what the form says to the step."""

    steps: Steps
    step: StepRow

    def add(self, _owner: UUID, draft: WaitSays) -> Changes:
        """Let the step wait."""
        return self.steps.wait(self.step.uid, self.step.version, draft.body, draft.since)


def wait_form(about: About, step: StepRow, today: date) -> EntryForm[WaitSays]:
    """Which body is awaited, since when."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        bodies = _bodies(words, about)
        return (
            SectionDef(
                "",
                (
                    FieldDef("body", Kind.CHOICE, N_("For whom it waits"), choices=bodies, required=True),
                    FieldDef("since", Kind.DAY, N_("Since which day"), required=True),
                ),
            ),
        )  # fmt: skip

    return EntryForm(
        name="step_waits", adding=N_("The step waits for a body"), correcting="", sections=sections, texts=_nothing,
        draft=lambda form, _was: WaitSays(form.text("body"), day_of(form, "since")),
        start=lambda: {"body": step.body, "since": day_text(today)}, height=340,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class RefusalSays:
    """On which day a body refused, in which words."""

    on: PartialDate | None
    why: str


@dataclass(frozen=True, slots=True)
class Refusing:
    """Takes what the form says to the step."""

    plan: Plan
    step: StepRow

    def add(self, _owner: UUID, draft: RefusalSays) -> Changes:
        """Let the step be refused; its appeal opens."""
        return self.plan.refused(self.step.uid, self.step.version, draft.on, draft.why)


def refusal_form(today: date) -> EntryForm[RefusalSays]:
    """When the refusal came, and its words."""

    def sections(_words: Words) -> tuple[SectionDef, ...]:
        hint = N_("number and date of the letter, and the ground that it names")
        return (
            SectionDef(
                "",
                (
                    FieldDef("on", Kind.DATE, N_("When the refusal came"), N_("the days for an appeal run from here")),
                    FieldDef("why", Kind.LONG_TEXT, N_("What they refused with"), hint, required=True),
                ),
            ),
        )

    return EntryForm(
        name="step_refused", adding=N_("The body refused"), correcting="", sections=sections, texts=_nothing,
        draft=lambda form, _was: RefusalSays(form.date("on"), form.text("why")), start=lambda: {"on": day_text(today)},
        height=380,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Failing:
    """Takes the reason why a step cannot be done to the step."""

    plan: Plan
    step: StepRow

    def add(self, _owner: UUID, draft: str) -> Changes:
        """Close the step as one that cannot be done."""
        return self.plan.not_executable(self.step.uid, self.step.version, draft)


def failing_form() -> EntryForm[str]:
    """Why a step cannot be done."""

    def sections(_words: Words) -> tuple[SectionDef, ...]:
        return (SectionDef("", (FieldDef("why", Kind.LONG_TEXT, N_("Why it cannot be done"), required=True),)),)

    return EntryForm(
        name="step_fails", adding=N_("The step cannot be done"), correcting="", sections=sections, texts=_nothing,
        draft=lambda form, _was: form.text("why"), height=300,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sharing:
    """Takes the relatives that the form says to the step."""

    steps: Steps
    step: StepRow

    def add(self, _owner: UUID, draft: tuple[UUID, ...]) -> Changes:
        """Let each of them have the step."""
        return self.steps.share(self.step.uid, self.step.version, draft)


def share_form(about: About, step: StepRow) -> EntryForm[tuple[UUID, ...]]:
    """For which relatives the step is one each."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        family = tuple(one for one in relative_choices(words, about.relatives, "") if one[0])
        return (SectionDef("", (FieldDef("whom", Kind.TICKS, N_("For whom"), choices=family, required=True),)),)

    return EntryForm(
        name="step_shared", adding=N_("One step for each of them"), correcting="", sections=sections, texts=_nothing,
        draft=lambda form, _was: tuple(UUID(hex=code) for code in form.text("whom").split()),
        start=lambda: {"whom": step.relative.hex if step.relative else ""}, height=320,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choosing:
    """Takes the term that a lawyer picked to the step."""

    steps: Steps
    step: StepRow

    def add(self, _owner: UUID, draft: int | None) -> Changes:
        """Count the step by this term."""
        return self.steps.choose(self.step.uid, self.step.version, draft)


def choice_form(step: StepRow) -> EntryForm[int | None]:
    """Which of several terms holds."""

    def sections(words: Words) -> tuple[SectionDef, ...]:
        among = tuple((str(number), told) for number, told in enumerate(choices(words, step)))
        offered = (("", words("nobody picked yet: the shortest counts")), *among)
        hint = N_("a lawyer picks; the pick stays in the history of the step")
        return (SectionDef("", (FieldDef("term", Kind.CHOICE, N_("Which term holds"), hint, choices=offered),)),)

    return EntryForm(
        name="step_term", adding=N_("The term that a lawyer picked"), correcting="", sections=sections, texts=_nothing,
        draft=lambda form, _was: int(form.text("term")) if form.text("term") else None,
        start=lambda: {"term": "" if step.choice is None else str(step.choice)}, height=300,
    )  # fmt: skip


def _fields(words: Words, about: About) -> tuple[FieldDef, ...]:
    workers = (("", words("whoever has the case")), *((name, name) for name in about.workers))
    papers = (("", words("none yet")), *((row.uid.hex, _paper(words, about.catalogue, row)) for row in about.papers))
    whom = relative_choices(words, about.relatives, words("the man himself, or the whole case"))
    bodies = (("", words("as the catalogue says")), *_bodies(words, about))
    return (
        FieldDef("relative_uid", Kind.CHOICE, N_("Concerns"), choices=whom),
        FieldDef("worker", Kind.CHOICE, N_("Responsible"), choices=workers),
        FieldDef("body", Kind.CHOICE, N_("Responsible body"), choices=bodies),
        FieldDef("document_uid", Kind.CHOICE, N_("Document that came of it"), choices=papers),
        FieldDef("note", Kind.LONG_TEXT, N_("Note")),
    )  # fmt: skip


def _bodies(words: Words, about: About) -> tuple[tuple[str, str], ...]:
    return tuple((code, body.name.in_(words.language)) for code, body in about.catalogue.bodies.items())


def _paper(words: Words, catalogue: Catalogue, row: DocumentRow) -> str:
    kind = catalogue.documents.get(row.kind)
    name = row.title or (kind.name.in_(words.language) if kind else row.kind)
    return f"{name} {row.number}".strip()


def _texts(says: StepSays) -> Mapping[str, str]:
    return {
        "title": says.title, "track": says.track.value if says.track else "",
        "due": day_text(says.due) if says.due else "",
        "relative_uid": says.relative_uid.hex if says.relative_uid else "", "worker": says.worker, "body": says.body,
        "document_uid": says.document_uid.hex if says.document_uid else "", "note": says.note,
    }  # fmt: skip


def _nothing(_says: object) -> Mapping[str, str]:
    """These forms only add."""
    return {}


def _uid(code: str) -> UUID | None:
    return UUID(hex=code) if code else None
