"""A change of status judged against the table, the history and what the record shows, before anything is written."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.approvals.content import Content
from app.catalogue.definitions import Catalogue
from app.domain.errors import N_, UserError
from app.domain.evidence import Need
from app.domain.fate import Fate
from app.domain.fate_history import Happened, begins_anew, previous, taken_back
from app.domain.grading import Grade
from app.domain.ledger_evidence import LETTERS
from app.domain.partial_date import PartialDate
from app.domain.transition import SECOND, WRITTEN, check, missing, ways
from app.fates.at_hand import at_hand
from app.fates.paying import Paying
from db.models.base import partial_text
from db.models.case_file import CaseFile, FateEvent


class NoSuchChange(UserError):
    what = N_("There is nothing to record: the status is already this one.")
    todo = N_("Choose another status, or write a note.")


class NotTakenBackByThis(UserError):
    what = N_("This change cannot take that entry back.")
    todo = N_("Choose one of the entries that it may take back, or leave the choice to the program.")


class NoSuchSourceType(UserError):
    what = N_("There is no type of source {code}.")
    todo = N_("Choose one of the list, such as FAMILY or RETURNEE.")


@dataclass(frozen=True, slots=True)
class FateDraft:
    """A new status with its date, its evidence (codes of transitions.yaml), its source and a comment.

    `grade`: of the source; what its type begins with if not given. `reverses`: the row that the change takes back;
    without it the likeliest one, if the change is a reversal at all. `paying`: by the step of each payment that the
    new status does not carry, what was decided; who pays is asked where nothing was.
    """

    fate: Fate
    effective: PartialDate | None
    evidence: tuple[str, ...]
    source: str = ""
    source_type: str = ""
    grade: Grade | None = None
    comment: str = ""
    reverses: UUID | None = None
    paying: tuple[tuple[str, Paying], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change that the table allows. `reverses`: the row that it takes back; `anew`: it begins a second episode.

    `evidence`: what was said and what the record showed of what the table wants. `content`: what a second person must
    agree to, None if nobody must.
    """

    now: Happened
    reverses: UUID | None
    anew: bool
    evidence: tuple[str, ...]
    content: Content | None


def history(case: UUID) -> Select[FateEvent]:
    """The statuses of a case, in the order in which they were written down."""
    return select(FateEvent).where(FateEvent.case_uid == case).order_by(FateEvent.uid)


def happened(events: Sequence[FateEvent]) -> tuple[Happened, ...]:
    """The rows as the rules read them."""
    return tuple(Happened(row.uid, row.episode_uid, Fate(row.fate), row.reverses_uid) for row in events)


def judged(session: Session, case: UUID, draft: FateDraft, catalogue: Catalogue) -> Change:
    """The change that `draft` means; raises whatever `Fates.record` raises about it but for the second person."""
    if draft.source_type and draft.source_type not in catalogue.sources:
        raise NoSuchSourceType(code=draft.source_type)
    rows = happened(session.scalars(history(case)).all())
    now, before = rows[-1], previous(rows)
    if draft.fate is now.fate:
        raise NoSuchChange
    anew = begins_anew(now.fate, draft.fate)
    shown = said(draft, catalogue) | (frozenset() if anew else at_hand(session, case, catalogue))
    check(
        catalogue.transitions, catalogue.initial, now.fate, draft.fate, shown | SECOND,
        previous=before,
        fates={fate: status.name for fate, status in catalogue.statuses.items()},
        documents={code: paper.name for code, paper in catalogue.documents.items()},
    )  # fmt: skip
    wanted = {code for way in ways(catalogue.transitions, now.fate, draft.fate, before) for code in _codes(way)}
    evidence = tuple(dict.fromkeys((*draft.evidence, *sorted(code for code in shown if _serves(code, wanted)))))
    alone = missing(catalogue.transitions, now.fate, draft.fate, shown, before) == ()
    change = Change(now, _reverses(rows, draft), anew, evidence, None)
    return change if alone else replace(change, content=_content(session, case, change, draft))


def said(draft: FateDraft, catalogue: Catalogue) -> frozenset[str]:
    """The evidence that the draft itself names: what was ticked, what was written, a source that confirms."""
    source = catalogue.sources.get(draft.source_type)
    paper = {LETTERS[source.code]} if source and source.confirms_captivity and source.code in LETTERS else set()
    return frozenset(draft.evidence) | (WRITTEN if draft.comment.strip() else frozenset()) | paper


def _codes(way: Sequence[Need]) -> tuple[str, ...]:
    return tuple(code for need in way for code in need.any_of)


def _serves(code: str, wanted: set[str]) -> bool:
    return code not in WRITTEN and any(Need((one,)).met_by([code]) for one in wanted)


def _reverses(rows: Sequence[Happened], draft: FateDraft) -> UUID | None:
    may = taken_back(rows, draft.fate)
    if draft.reverses is not None and draft.reverses not in may:
        raise NotTakenBackByThis
    return draft.reverses or (may[0] if may else None)


def _content(session: Session, case: UUID, change: Change, draft: FateDraft) -> Content:
    """What is asked: for the second person's eyes what he compares with the papers, for the seal every field."""
    day = draft.effective
    shown = {
        "number": session.get_one(CaseFile, case).number, "from": change.now.fate.value, "to": draft.fate.value,
        "on": day.iso() if day else "", "evidence": "; ".join(change.evidence),
    }  # fmt: skip
    whole = (
        str(change.now.uid), draft.fate.value, partial_text(day) if day else "", sorted(draft.evidence),
        draft.source.strip(), draft.source_type, str(draft.grade or ""), draft.comment.strip(),
        str(draft.reverses or ""),
    )  # fmt: skip
    return Content({key: value for key, value in shown.items() if value}, json.dumps(whole, ensure_ascii=False))
