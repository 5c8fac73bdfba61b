"""The search of a training case: samples, requests with and without an answer, what to mind, papers on their way."""

from datetime import timedelta

from app.cases.view import CaseView
from app.documents.tracking import MoveDraft
from app.domain.dna import Method, Profile, Sample
from app.domain.paper_state import Move, Original
from app.domain.reply import Ask
from app.search.advice import AdviceDraft, Agreed
from app.search.donors import DonorDraft
from app.search.flags import FlagDraft, FlagKind
from app.search.requests import Answer, RequestDraft
from app.services import Services


def tell(services: Services, case: CaseView) -> None:
    """Tell one case's search, and the papers it waits for."""
    search, today = services.record.search, services.clock.today()
    if case.relatives:
        search.donors.add(
            case.uid,
            DonorDraft(
                relative_uid=case.relatives[0].uid, methods=(Method.STR,), taken_on=today - timedelta(70),
                place="Приклад, районний підрозділ поліції", sample=Sample.SENT, profile=Profile.IN_WORK,
                body="POLICE",
            ),
        )  # fmt: skip
    search.requests.add(case.uid, RequestDraft("ICRC", Ask.TRACING, today - timedelta(90), "UKR-000017"))
    search.requests.add(case.uid, RequestDraft("NIB", Ask.APPEAL, today - timedelta(44), "14/712", "чи підтверджено"))
    search.requests.add(
        case.uid,
        RequestDraft(
            "REG", Ask.EXTRACT, today - timedelta(60), "88-1", answered_on=today - timedelta(31), answer=Answer.FOUND,
            answer_text="витяг видано",
        ),
    )  # fmt: skip
    search.flags.add(case.uid, FlagDraft(FlagKind.FRAUD, today - timedelta(12), "обіцяли «прискорити обмін» за гроші"))
    search.advice.add(
        case.uid,
        AdviceDraft(today - timedelta(12), ("NO_PAYING", "NO_SERVICE", "TELL_BLACKMAIL"), services.access.user,
                    agreed=Agreed.YES),
    )  # fmt: skip
    _papers(services, case)


def _papers(services: Services, case: CaseView) -> None:
    tracking, today = services.documents.tracking, services.clock.today()
    tracking.need(case.uid, ("D-BIRTH", "D-REG"))
    for kind, drafts in (
        ("D-BIRTH", (MoveDraft(Move.REQUEST, today - timedelta(20), "DRACS", "112"),)),
        (
            "D-REG",
            (
                MoveDraft(Move.RECEIVE, today - timedelta(31), original=Original.FAMILY),
                MoveDraft(Move.FIND_ERROR, today - timedelta(30), text="Рік народження 1919 замість 1991"),
            ),
        ),
    ):
        for draft in drafts:
            row = next(one for one in services.documents.rows(case.uid) if one.kind == kind)
            tracking.move(row.uid, row.version, draft)
