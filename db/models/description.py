"""What a person looks like: what helps to know him in a list, on a photo, among the unidentified."""

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import PersonEntry, kept


class Mark(PersonEntry):
    """One mark of the body: a tattoo, a scar, a missing tooth, a prosthesis; `place` is where on the body."""

    __tablename__ = "mark"

    kind: Mapped[str] = mapped_column(info=kept(3))
    place: Mapped[str] = mapped_column(info=kept(3))
    text: Mapped[str] = mapped_column(info=kept(3))
