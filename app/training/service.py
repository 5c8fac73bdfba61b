"""Fill a training vault with a synthetic caseload; a real vault is never touched."""

from collections.abc import Iterator

from app.cases.draft import CaseDraft, ContactDraft, FateDraft, PersonDraft, RelativeDraft
from app.cases.opening import Desk, open_cases
from app.domain.errors import N_, UserError
from app.domain.fate import HARD_NEWS
from app.domain.partial_date import of_day
from app.domain.sex import Sex
from app.domain.step import StepState
from app.office import service as office
from app.people.phones import PhoneDraft
from app.plan.opening import Answer
from app.progress import Progress
from app.services import Services
from app.training.deep import deepen
from app.training.generator import synthetic_cases
from app.training.synthetic import SyntheticCase, SyntheticRelative

SPREAD_DAYS = 60
_IN_ONE_GO = 2000


class NotTraining(UserError):
    what = N_("This vault is not a training vault, so no synthetic case was added.")
    todo = N_("Create a training vault for learning and measuring.")


def fill(services: Services, cases: int, seed: int, progress: Progress | None = None) -> None:
    """Open `cases` synthetic cases, the same for the same seed and day; flat memory. Raises `NotTraining`."""
    progress = progress or Progress()
    if not services.training:
        raise NotTraining
    clock, database = services.clock, services.vault.database
    drafts = (draft(case) for case in synthetic_cases(cases, seed, clock.today()))
    for start in range(0, cases, _IN_ONE_GO):
        with database.write(services.vault.user) as session:
            desk = Desk(
                services.catalogue, clock.today(), clock.now(), services.vault.user, office.calendar_mode(session)
            )
            portion = _first(drafts, min(_IN_ONE_GO, cases - start))
            for done, _uid in enumerate(open_cases(session, portion, desk)):
                progress.checkpoint(start + done + 1, cases)
    deepen(services)


def draft(case: SyntheticCase) -> CaseDraft:
    """The case that a synthetic one opens, as if an office had kept it for long."""
    return CaseDraft(
        person=PersonDraft(
            case.surname, case.given, case.patronymic, of_day(case.born), Sex.F if case.female else Sex.M,
            case.surname_latin if case.latin_from_passport else "",
            case.given_latin if case.latin_from_passport else "",
            rnokpp=case.rnokpp, previous_surnames=(case.previous_surname,) if case.previous_surname else (),
        ),
        fates=tuple(
            FateDraft(fate.fate, of_day(fate.day), told=fate.fate not in HARD_NEWS) for fate in case.history
        ),
        unit_code=case.unit,
        rank=case.rank,
        place=case.place,
        relatives=tuple(_relative(relative) for relative in case.relatives),
        events={"NOTICE_RECEIVED": of_day(case.notice_date)} if case.notice_date else {},
        references={"ERDR": case.erdr} if case.erdr else {},
        answers={step: Answer(StepState.DONE) for step in case.done_steps},
        contacts=tuple(ContactDraft(one.day, one.channel, one.note) for one in case.contacts),
        spread=case.index % SPREAD_DAYS - SPREAD_DAYS // 12,
        synthetic=True,
    )


def _relative(relative: SyntheticRelative) -> RelativeDraft:
    return RelativeDraft(
        person=PersonDraft(relative.surname, relative.given, relative.patronymic),
        relation=relative.relation,
        phones=(PhoneDraft(relative.phone, relative.phone),) if relative.phone else (),
        in_conflict=relative.in_conflict,
        kinship_verified=relative.kinship_verified,
    )


def _first(drafts: Iterator[CaseDraft], count: int) -> Iterator[CaseDraft]:
    for _ in range(count):
        yield next(drafts)
