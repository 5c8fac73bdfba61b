"""What the forms of money choose from: recipients and kinds of payments."""

from collections.abc import Sequence
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.domain.benefit import IMPORTED
from app.domain.errors import N_
from app.i18n import Words
from ui.forms.definition import FieldDef, Kind
from ui.forms.form import Form
from ui.search.choices import Choices, family

HIMSELF = N_("himself")


def recipient_field(words: Words, relatives: Sequence[RelativeRow]) -> FieldDef:
    """Whose money it is; him himself first."""
    return FieldDef("whose", Kind.CHOICE, N_("Whose payment"), choices=family(words, relatives, HIMSELF))


def kind_field(words: Words, catalogue: Catalogue) -> FieldDef:
    """Which payment, in the order of the catalogue."""
    return FieldDef("kind", Kind.CHOICE, N_("Which payment"), choices=kinds(words, catalogue))


def kinds(words: Words, catalogue: Catalogue) -> Choices:
    """Every kind of payment that can be written down by hand."""
    known = catalogue.money.benefits.values()
    return tuple((one.code, one.name.in_(words.language)) for one in known if one.code != IMPORTED)


def whose(form: Form) -> UUID | None:
    """The relative that the form names."""
    said = form.text("whose")
    return UUID(said) if said else None


def said_whose(relative: UUID | None) -> str:
    """As the choice holds it."""
    return str(relative) if relative else ""
