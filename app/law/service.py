"""The law pack of a vault: whose packs are taken, what a new one would change, taking it over, going back from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.catalogue.definitions import Catalogue, PackDef
from app.catalogue.load import ukraine
from app.changes import Changes
from app.clock import Clock
from app.domain.role import Right
from app.exchange.office import SenderCard
from app.law import pack as packs
from app.law.comparing import RuleChange, rule_changes
from app.law.effect import Effect, Moment, MoveRow, Turnover, returning
from app.law.in_force import Numbered, stacked, taken
from app.law.lines import redraw_next
from app.law.own import OwnSteps
from app.law.pack import LawPack as OpenPack
from app.law.refusals import NoEarlierPack, PackDamaged, PackDiffers, PackOlder
from app.office.service import calendar_mode
from app.progress import Progress
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.law import LawPack, LawSigner
from db.models.step import Step
from db.session import Database

_MOVED_AT_ONCE = 4000
_DAYS = ("counted_from", "due", "act_by", "law")


@dataclass(frozen=True, slots=True)
class SignerRow:
    """An office whose law packs are taken: its forty digits, its name if it has one, since when and by whom."""

    fingerprint: str
    name: str
    since: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack that this vault has or had. `signer`: the digits of who signed it; `until`: when the office went back."""

    number: int
    issued: date
    signer: str
    since: datetime
    by: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class LawStanding:
    """What holds in this vault: the pack in force, those taken over, newest first, those that cannot be read."""

    pack: PackDef
    history: tuple[PackRow, ...]
    signers: tuple[SignerRow, ...]
    broken: tuple[int, ...]
    earlier: int | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a pack over, or going back, would mean. `old` and `new`: what the two packs say of themselves."""

    old: PackDef
    new: PackDef
    signer: str
    changes: tuple[RuleChange, ...]
    effect: Effect
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Law:
    """Every method is one unit of work by the user who asks. After `take`, `back` and every change of `own`, the
    services of the vault are built anew: a catalogue never changes under a service.

    `broken`: the numbers of packs that could not be read when the services were built.
    """

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    own: OwnSteps
    broken: tuple[int, ...] = ()

    def standing(self) -> LawStanding:
        """What holds now."""
        with self.database.read() as session:
            rows = session.scalars(select(LawPack).order_by(LawPack.number.desc())).all()
            history = tuple(PackRow(row.number, row.issued, row.signer, row.since, row.by, row.until) for row in rows)
            held = [row.number for row in history if row.until is None]
            earlier = (held[1] if len(held) > 1 else ukraine().law.version) if held else None
            signers = tuple(
                SignerRow(row.fingerprint, row.name, row.since, row.by) for row in _signers(session) if not row.until
            )
        return LawStanding(self.catalogue.law, history, signers, self.broken, earlier)

    def trust(self, card: SenderCard) -> Changes:
        """From now on take packs that this office signed; its digits were compared first. Raises `NotAllowed`."""
        self.access.require(Right.TRANSFER)
        now = self.clock.now()
        with self.database.write(self.access.user) as session:
            row = next((one for one in _signers(session) if one.fingerprint == card.fingerprint), None)
            if row is None:
                row = LawSigner(uid=new_uid(), fingerprint=card.fingerprint, public_key=card.public_key)
                session.add(row)
            row.name, row.since, row.by, row.until = card.name or "", now, self.access.user, None
        return Changes.SETTINGS

    def distrust(self, fingerprint: str) -> Changes:
        """Take no more packs of that office; those taken over stay. Raises `NotAllowed`."""
        self.access.require(Right.TRANSFER)
        with self.database.write(self.access.user) as session:
            for row in _signers(session):
                if row.fingerprint == fingerprint and row.until is None:
                    row.until = self.clock.now()
        return Changes.SETTINGS

    def preview(self, path: Path, progress: Progress | None = None) -> Preview:
        """What the pack at `path` would change; nothing is written.

        Raises `NotAllowed`, a `PackRefused`, `Cancelled`.
        """
        self.access.require(Right.TRANSFER)
        data = packs.read_file(path)
        with self.database.read() as session:
            opened = self._proven(session, data)
            return self._preview(session, opened, data, progress)

    def take(self, path: Path, progress: Progress | None = None) -> Preview:
        """Take the pack at `path` over and count every due day anew that follows a changed rule.

        The whole of it or nothing; what was changed. Raises as `preview`.
        """
        self.access.require(Right.TRANSFER)
        data = packs.read_file(path)
        with self.database.write(self.access.user) as session:
            opened = self._proven(session, data)
            done = self._preview(session, opened, data, progress)
            self._move(session, done.effect.moves, progress)
            self._keep(session, opened, data, done.effect.moves)
        return done

    def preview_back(self, progress: Progress | None = None) -> Preview:
        """What going back to the pack before would change. Raises `NotAllowed`, `NoEarlierPack`, `Cancelled`."""
        self.access.require(Right.TRANSFER)
        with self.database.read() as session:
            return self._back(session, progress)

    def back(self, progress: Progress | None = None) -> Preview:
        """Go back to the pack before: every day that the later one moved and nobody changed since is as it was.

        Raises as `preview_back`.
        """
        self.access.require(Right.TRANSFER)
        with self.database.write(self.access.user) as session:
            done = self._back(session, progress)
            self._move(session, done.effect.moves, progress)
            taken(session)[-1].until = self.clock.now()
        return done

    def _proven(self, session: Session, data: bytes) -> OpenPack:
        """The pack in `data` if this vault may take it over."""
        keys = {row.fingerprint: row.public_key for row in _signers(session) if row.until is None}
        opened = packs.open_pack(data, keys)
        number, current = opened.manifest.number, self.catalogue.law
        newest = max([current.version, *(row.number for row in taken(session))])
        if opened.manifest.id != current.id:
            raise PackDamaged
        if number <= newest:
            raise PackOlder(number=number, current=newest)
        known = session.scalar(select(LawPack.sha256).where(LawPack.number == number))
        if known is not None and known != sha256(data).hexdigest():
            raise PackDiffers(number=number)
        return opened

    def _held(self, session: Session) -> list[Numbered]:
        """The packs in force that can be read."""
        return [(row.number, row.data) for row in taken(session) if row.number not in self.broken]

    def _preview(self, session: Session, opened: OpenPack, data: bytes, progress: Progress | None) -> Preview:
        after, signer = stacked((*self._held(session), (opened.manifest.number, data))), opened.manifest.fingerprint
        turnover = Turnover(self.catalogue, after, calendar_mode(session))
        effect = turnover.effect(session, progress or Progress())
        return Preview(self.catalogue.law, after.law, signer, rule_changes(self.catalogue, after), effect, after)

    def _back(self, session: Session, progress: Progress | None) -> Preview:
        held = taken(session)
        if not held:
            raise NoEarlierPack
        after = stacked(one for one in self._held(session) if one[0] != held[-1].number)
        restored = {move.step: move for move in returning(session, _remembered(held[-1].moves))}
        turnover = Turnover(self.catalogue, after, calendar_mode(session), backwards=True)
        effect = turnover.effect(session, progress or Progress(), restored)
        moves = (*effect.moves, *restored.values())
        changes = rule_changes(self.catalogue, after)
        return Preview(self.catalogue.law, after.law, held[-1].signer, changes, Effect(moves, effect.stays), after)

    def _move(self, session: JournaledSession, moves: Sequence[MoveRow], progress: Progress | None) -> None:
        """Write the moves, neighbours of the file together, as it lies in the order of uids."""
        progress = progress or Progress()
        ordered = sorted(moves, key=lambda move: move.step)
        for start in range(0, len(ordered), _MOVED_AT_ONCE):
            progress.checkpoint(start, len(ordered))
            some = ordered[start : start + _MOVED_AT_ONCE]
            session.change_many(Step, _DAYS, [(move.step, _values(move.before), _values(move.after)) for move in some])
        redraw_next(session, {move.case for move in moves}, self.clock.now())
        progress.checkpoint(len(moves), len(moves))

    def _keep(self, session: JournaledSession, opened: OpenPack, data: bytes, moves: Sequence[MoveRow]) -> None:
        number = opened.manifest.number
        row = session.scalar(select(LawPack).where(LawPack.number == number))
        if row is None:
            row = LawPack(
                uid=new_uid(), number=number, issued=opened.manifest.issued, signer=opened.manifest.fingerprint,
                sha256=sha256(data).hexdigest(), data=data,
            )  # fmt: skip
            session.add(row)
        row.moves, row.since, row.by, row.until = _remember(moves), self.clock.now(), self.access.user, None


def _signers(session: Session) -> Sequence[LawSigner]:
    return session.scalars(select(LawSigner).order_by(LawSigner.since)).all()


def _values(moment: Moment) -> tuple[date | None, date | None, date | None, int]:
    return moment.counted, moment.due, moment.act_by, moment.law


def _remember(moves: Sequence[MoveRow]) -> bytes:
    """A line for each move: the step, then when it was due and when it is."""
    return "\n".join(f"{move.step.hex},{_spelled(move.before)},{_spelled(move.after)}" for move in moves).encode()


def _spelled(moment: Moment) -> str:
    return f"{moment.counted or ''},{moment.due or ''},{moment.act_by or ''},{moment.law}"


def _remembered(told: bytes) -> Mapping[UUID, tuple[Moment, Moment]]:
    lines = (line.split(",") for line in told.decode().splitlines())
    return {UUID(step): (_moment(values[:4]), _moment(values[4:])) for step, *values in lines}


def _moment(told: Sequence[str]) -> Moment:
    counted, due, act_by = (date.fromisoformat(day) if day else None for day in told[:3])
    return Moment(counted, due, act_by, int(told[3]))
