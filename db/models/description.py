"""What a person looks like: what helps to know him in a list, on a photo, among the unidentified."""

from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import PersonEntry, kept


class Description(PersonEntry):
    """How a person looked on a day, as somebody told it; whole centimetres, shoes in continental sizes."""

    __tablename__ = "description"

    on: Mapped[PartialDate | None] = mapped_column(info=kept(3))
    height: Mapped[int | None] = mapped_column(info=kept(3))
    build: Mapped[str] = mapped_column(info=kept(3))
    hair: Mapped[str] = mapped_column(info=kept(3))
    eyes: Mapped[str] = mapped_column(info=kept(3))
    blood: Mapped[str] = mapped_column(info=kept(3))
    shoe: Mapped[str] = mapped_column(info=kept(3))
    teeth: Mapped[str] = mapped_column(info=kept(3))
    worn: Mapped[str] = mapped_column(info=kept(3))
    told_by: Mapped[str] = mapped_column(info=kept(3))


class Mark(PersonEntry):
    """One mark of the body: a tattoo, a scar, a missing tooth, a prosthesis; `place` is where on the body."""

    __tablename__ = "mark"

    kind: Mapped[str] = mapped_column(info=kept(3))
    place: Mapped[str] = mapped_column(info=kept(3))
    text: Mapped[str] = mapped_column(info=kept(3))
