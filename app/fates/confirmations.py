"""What bodies confirmed of a man: by which paper, on which day; a word that was withdrawn stays in the record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.catalogue.bodies import check_body
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.confirming import Fact, able, evidence
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.partial_date import PartialDate
from db.models.step import Document


class NoBodyNamed(UserError):
    what = N_("It is not said who confirmed it.")
    todo = N_("Choose the body whose paper it is.")


class WithdrawnWithoutWord(UserError):
    what = N_("A confirmation is withdrawn without a reason.")
    todo = N_("Write in a few words why it no longer holds.")


class DocumentOfAnotherCase(UserError):
    what = N_("This document belongs to another case.")
    todo = N_("Choose a document of this case, or add it here first.")


class NoSuchPaper(UserError):
    what = N_("There is no kind of document {code}.")
    todo = N_("Choose one of the list, such as D-NIB.")


@dataclass(frozen=True, slots=True)
class ConfirmationDraft:
    """One body's word: on what, when, by which paper. `paper`: a code of documents.yaml or empty."""

    body: str
    fact: Fact
    on: PartialDate | None = None
    paper: str = ""
    number: str = ""
    document_uid: UUID | None = None
    comment: str = ""
    withdrawn_on: PartialDate | None = None
    withdrawn_why: str = ""

    @property
    def holds(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_on is None and not self.withdrawn_why

    @property
    def counts(self) -> bool:
        """Whether the word of this body on this fact is enough for a change of status."""
        return self.holds and self.body in able(self.fact)

    @property
    def evidence(self) -> str:
        """What it stands for in the table of transitions; empty if it does not count there."""
        return evidence(self.fact, self.body) if self.holds else ""


def confirming(rows: Iterable[ConfirmationDraft]) -> tuple[str, ...]:
    """The bodies whose word makes captivity a confirmed one, each once."""
    bodies = (row.body for row in rows if row.fact is Fact.CAPTIVITY and row.counts)
    return tuple(dict.fromkeys(bodies))


def judging(catalogue: Catalogue, clock: Clock) -> Callable[[Session, UUID, ConfirmationDraft], None]:
    """A judge of confirmations: it raises any refusal of this module, `UnknownBody` and `DayToCome`."""

    def judge(session: Session, case: UUID, draft: ConfirmationDraft) -> None:
        if not draft.body:
            raise NoBodyNamed
        check_body(catalogue, draft.body)
        if draft.paper and draft.paper not in catalogue.documents:
            raise NoSuchPaper(code=draft.paper)
        if any(day and day.first > clock.today() for day in (draft.on, draft.withdrawn_on)):
            raise DayToCome
        if draft.withdrawn_on and not draft.withdrawn_why.strip():
            raise WithdrawnWithoutWord
        if draft.document_uid is not None:
            document = session.get(Document, draft.document_uid)
            if document is None or document.case_uid != case:
                raise DocumentOfAnotherCase

    return judge
