"""Which catalogue a vault works by: the newest law pack taken over, after those before it, and the office's own steps.

A pack that cannot be read any more is left out and told of; the program's own one is always there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.catalogue.files import CatalogueBroken
from app.catalogue.load import read_texts, ukraine, ukraine_texts
from app.catalogue.succession import succeed, with_own
from app.law.own import definition_of
from app.law.pack import open_pack
from app.law.refusals import PackBroken, PackRefused
from db.models.law import LawPack, OwnStep
from db.session import Database

Numbered = tuple[int, bytes]
"""A pack's number and its bytes."""
_SHIPPED = b""
"""Stands for the program's own pack among the others."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The catalogue of a vault. `broken`: the numbers of packs in force that could not be read."""

    catalogue: Catalogue
    broken: tuple[int, ...] = ()


def in_force(database: Database) -> InForce:
    """What holds in this vault now."""
    with database.read() as session:
        packs = session.execute(
            select(LawPack.number, LawPack.sha256, LawPack.data).where(LawPack.until.is_(None)).order_by(LawPack.number)
        ).all()
        own = session.scalars(select(OwnStep).order_by(OwnStep.code)).all()
    whole: list[Numbered] = []
    broken: list[int] = []
    for number, digest, data in packs:
        if sha256(data).hexdigest() == digest and _readable(data):
            whole.append((number, data))
        else:
            broken.append(number)
    catalogue = stacked(whole)
    if own:
        steps = [definition_of(step) for step in own]
        catalogue = with_own(catalogue, steps, [step.code for step in own if step.offered])
    return InForce(catalogue, tuple(broken))


def taken(session: Session) -> Sequence[LawPack]:
    """The packs in force, oldest first."""
    return session.scalars(select(LawPack).where(LawPack.until.is_(None)).order_by(LawPack.number)).all()


def stacked(packs: Iterable[Numbered]) -> Catalogue:
    """These packs and the program's own one, the higher number after the lower; raises a `PackRefused`."""
    return _stacked(tuple(data for _, data in sorted([*packs, (ukraine().law.version, _SHIPPED)])))


@lru_cache(maxsize=8)
def catalogue_of(pack: bytes) -> Catalogue:
    """The catalogue as one pack has it; what the pack leaves out is the program's own. Raises a `PackRefused`."""
    if pack == _SHIPPED:
        return ukraine()
    texts = {**ukraine_texts(), **open_pack(pack, None).texts}
    try:
        return read_texts(texts)
    except CatalogueBroken as error:
        raise PackBroken(**error.facts) from error


@lru_cache(maxsize=8)
def _stacked(packs: tuple[bytes, ...]) -> Catalogue:
    latest = catalogue_of(packs[-1])
    return succeed(_stacked(packs[:-1]), latest) if len(packs) > 1 else latest


def _readable(pack: bytes) -> bool:
    try:
        catalogue_of(pack)
    except PackRefused:
        return False
    return True
