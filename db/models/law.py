"""The law packs that this vault took over, whose packs it takes, and the office's own steps beside them."""

from datetime import date, datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Editable, Entry, kept


class LawPack(Editable):
    """One law pack as it came, byte by byte. `number`: its version; `until`: when the office went back from it.

    `moves`: what taking it over changed of steps, so that going back gives every due day back.
    """

    __tablename__ = "law_pack"

    number: Mapped[int] = mapped_column(unique=True, info=kept(1))
    issued: Mapped[date] = mapped_column(info=kept(1))
    signer: Mapped[str] = mapped_column(info=kept(1))
    sha256: Mapped[str] = mapped_column(info=kept(1))
    data: Mapped[bytes] = mapped_column(LargeBinary, info=kept(1))
    moves: Mapped[bytes] = mapped_column(LargeBinary, default=b"", info=kept(1))
    since: Mapped[datetime] = mapped_column(info=kept(1))
    by: Mapped[str] = mapped_column(info=kept(1))
    until: Mapped[datetime | None] = mapped_column(info=kept(1))


class LawSigner(Editable):
    """An office whose law packs are taken: its card, compared by voice. `until`: when that ended."""

    __tablename__ = "law_signer"

    fingerprint: Mapped[str] = mapped_column(unique=True, info=kept(1))
    public_key: Mapped[bytes] = mapped_column(LargeBinary, info=kept(1))
    name: Mapped[str] = mapped_column(info=kept(1))
    since: Mapped[datetime] = mapped_column(info=kept(1))
    by: Mapped[str] = mapped_column(info=kept(1))
    until: Mapped[datetime | None] = mapped_column(info=kept(1))


class OwnStep(Entry):
    """A step of the office's own, beside the law: `code` begins with OWN, its term is the office's standard.

    `fates`: the statuses that it applies to, one a line; `offered`: it comes with them. `family_…`:
    its words on a family’s paper; without them it never prints.
    """

    __tablename__ = "own_step"

    code: Mapped[str] = mapped_column(unique=True, info=kept(1))
    title_uk: Mapped[str] = mapped_column(info=kept(1))
    title_en: Mapped[str] = mapped_column(info=kept(1))
    track: Mapped[str] = mapped_column(info=kept(1))
    fates: Mapped[str] = mapped_column(info=kept(1))
    qty: Mapped[int | None] = mapped_column(info=kept(1))
    unit: Mapped[str] = mapped_column(info=kept(1))
    offered: Mapped[bool] = mapped_column(info=kept(1))
    family_uk: Mapped[str] = mapped_column(info=kept(1))
    family_en: Mapped[str] = mapped_column(info=kept(1))
