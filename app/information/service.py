"""The ledger of a case: write items down, pass them on, keep the chain of hands, and weigh them together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Self, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.documents.refusals import DocumentDamaged, NoDocumentFile
from app.documents.service import Documents
from app.domain import contradiction, ledger_evidence
from app.domain.contradiction import Contradiction
from app.domain.information import Claim, proves_life
from app.information import custody, items, passing
from app.information.custody import Chain, Checked, HandDraft, Proof, gaps
from app.information.items import ItemDraft, tidy
from app.information.passing import PassDraft
from app.records.keeping import Keeping, Kept
from db.models.case_file import Episode
from db.models.information import Custody, InformationItem, InformationPass
from db.models.step import Document
from db.session import Database

D = TypeVar("D", PassDraft, HandDraft)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item as the ledger shows it. `life`: it is a sign of life that counts; `against`: what it disagrees with."""

    kept: Kept[ItemDraft]
    life: bool
    against: tuple[Contradiction, ...]
    passed: tuple[Kept[PassDraft], ...]
    hands: tuple[Kept[HandDraft], ...]

    @property
    def uid(self) -> UUID:
        """The item's own."""
        return self.kept.uid

    @property
    def says(self) -> ItemDraft:
        """What it says."""
        return self.kept.says


@dataclass(frozen=True, slots=True)
class Information:
    """Every method is one unit of work by the user who asks; all raise `NotYourCase`.

    Items are added, put right and taken out here; passings and hands by their own `Keeping`s.
    """

    items: Keeping[InformationItem, ItemDraft]
    passes: Keeping[InformationPass, PassDraft]
    hands: Chain
    documents: Documents
    catalogue: Catalogue

    @classmethod
    def of(
        cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access, documents: Documents
    ) -> Self:
        """The ledger over one vault."""
        return cls(
            Keeping(InformationItem, ItemDraft, database, clock, access, items.judging(catalogue, clock)),
            Keeping(InformationPass, PassDraft, database, clock, access, passing.judging(catalogue, clock)),
            Chain(Custody, HandDraft, database, clock, access, custody.judging(clock)),
            documents,
            catalogue,
        )

    def ledger(self, case: UUID) -> tuple[ItemRow, ...]:
        """Every item of a case with what belongs to it, the newest event first."""
        read_by(self.items.database, self.items.access, case)
        with self.items.database.read() as session:
            kept = self.items.listed(session, case)
            passed = _by_item(self.passes.listed(session, case))
            hands = _by_item(self.hands.listed(session, case))
            episodes = _episodes(session, case)
        against = self._against(kept, episodes)
        rows = [
            ItemRow(
                row, proves_life(row.says.kind, row.says.grade), tuple(against.get(row.uid, ())),
                tuple(passed[row.uid]), tuple(sorted(hands[row.uid], key=lambda hand: hand.says.on)),
            )
            for row in kept
        ]  # fmt: skip
        return tuple(sorted(rows, key=lambda row: (_day(row), row.uid), reverse=True))

    def add(self, case: UUID, draft: ItemDraft) -> Changes:
        """Write an item down; raises what `items.judging` tells, and `TextTooLong`."""
        return self.items.add(case, tidy(draft))

    def edit(self, was: Kept[ItemDraft], now: ItemDraft) -> Changes:
        """Put an item right; raises as `add`, and `CorrectedMeanwhile`, `StaleEdit`."""
        return self.items.edit(was, tidy(now))

    def remove(self, uid: UUID) -> Changes:
        """Take an item out; what belongs to it comes back with it. Raises `StaleEdit`."""
        return self.items.remove(uid)

    def evidence(self, case: UUID) -> tuple[str, ...]:
        """What the present episode's items can show for a change of status, as `FateDraft.evidence` takes it.

        "D-NIB", "D-ICRC", "D-LETTER": a source of `confirms_captivity`, C3 or better; "D-NIB negative" and
        "D-ICRC negative": the answer «не підтверджено»; "info_item": any item that speaks for captivity;
        "info_item grade C3" and the like: two unrelated ones of C3 or better, or one of a confirming source.
        """
        with self.items.database.read() as session:
            episodes = _episodes(session, case)
            kept = self.items.listed(session, case)
        claims = [row.says.claim(row.uid) for row in kept if len(episodes) < 2 or row.uid > max(episodes)]
        return ledger_evidence.evidence(claims, self.confirming)

    def next_pseudonym(self) -> str:
        """The pseudonym that the next returnee gets: the first of this year that nobody has."""
        with self.items.database.read() as session:
            return items.next_pseudonym(session, self.items.clock.today().year)

    def check(self, case: UUID) -> tuple[Checked, ...]:
        """Read the original of every proof back and compare it with the hash that each hand has kept of it."""
        read_by(self.items.database, self.items.access, case)
        chains: dict[tuple[UUID, UUID], list[HandDraft]] = defaultdict(list)
        with self.items.database.read() as session:
            standing = {row.uid for row in self.items.listed(session, case)}
            for hand in self.hands.listed(session, case):
                if hand.says.document_uid is not None and hand.says.item_uid in standing:
                    chains[hand.says.item_uid, hand.says.document_uid].append(hand.says)
            titles = {document: session.get_one(Document, document).title for _, document in chains}
        return tuple(
            Checked(item, document, titles[document], *self._compared(document, hands), gaps(hands))
            for (item, document), hands in chains.items()
        )

    @property
    def confirming(self) -> frozenset[str]:
        """The types of source whose word confirms captivity."""
        return frozenset(code for code, source in self.catalogue.sources.items() if source.confirms_captivity)

    def _against(
        self, kept: Sequence[Kept[ItemDraft]], episodes: Sequence[UUID]
    ) -> Mapping[UUID, Sequence[Contradiction]]:
        """What each item disagrees with; what was written of an earlier episode disagrees with nothing of a later."""
        told: dict[int, list[Claim]] = defaultdict(list)
        for row in kept:
            told[sum(episode < row.uid for episode in episodes)].append(row.says.claim(row.uid))
        against: dict[UUID, list[Contradiction]] = defaultdict(list)
        for claims in told.values():
            for found in contradiction.contradictions(claims, self.confirming):
                against[found.one].append(found)
                against[found.other].append(found)
        return against

    def _compared(self, document: UUID, hands: Sequence[HandDraft]) -> tuple[str, Proof]:
        try:
            now = sha256(self.documents.original(document)).hexdigest()
        except DocumentDamaged:
            return "", Proof.DAMAGED
        except NoDocumentFile:
            return "", Proof.NO_FILE
        kept = {hand.sha256 for hand in hands if hand.sha256}
        if not kept:
            return now, Proof.NO_FILE
        return now, Proof.WHOLE if kept == {now} else Proof.ALTERED


def _by_item(rows: Sequence[Kept[D]]) -> dict[UUID, list[Kept[D]]]:
    found: dict[UUID, list[Kept[D]]] = defaultdict(list)
    for row in rows:
        found[row.says.item_uid].append(row)
    return found


def _episodes(session: Session, case: UUID) -> Sequence[UUID]:
    return session.scalars(select(Episode.uid).where(Episode.case_uid == case)).all()


def _day(row: ItemRow) -> date:
    """The last day that is told of it: the newest event stands on top."""
    says = row.says
    known = says.ends or says.starts
    return known.last if known else says.received or row.kept.at.date()
