"""What the forms of money choose from: recipients, kinds of payments, bodies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.domain.benefit import IMPORTED
from app.domain.errors import N_
from app.domain.fate import ALL_DEAD, Fate
from app.i18n import Words
from ui.forms.definition import FieldDef, Kind
from ui.forms.form import Form
from ui.search.choices import Choices, family
from ui.search.choices import bodies as all_bodies

HIMSELF = N_("himself")


@dataclass(frozen=True, slots=True)
class Choosing:
    """What the forms of one case choose from. `kinds`: codes of payments with their names."""

    words: Words
    catalogue: Catalogue
    relatives: Sequence[RelativeRow] = ()
    kinds: Choices = ()

    def whose(self) -> FieldDef:
        """Whose money it is; him himself first."""
        people = family(self.words, self.relatives, HIMSELF)
        return FieldDef("whose", Kind.CHOICE, N_("Whose payment"), choices=people)

    def kind(self) -> FieldDef:
        """Which payment, in the order of the catalogue."""
        return FieldDef("kind", Kind.CHOICE, N_("Which payment"), choices=self.kinds)

    def bodies(self) -> Choices:
        """Every body by its name."""
        return all_bodies(self.words, self.catalogue)

    def first(self) -> str:
        """The recipient that a new form begins with."""
        return said_whose(self.relatives[0].uid) if self.relatives else ""


def kinds(words: Words, catalogue: Catalogue, fate: Fate, used: Collection[str] = ()) -> Choices:
    """The payments that may be written down; what is for the family of the fallen is not offered before that."""
    return tuple(
        (one.code, one.name.in_(words.language))
        for one in catalogue.money.benefits.values()
        if one.code in used or (one.code != IMPORTED and (fate in ALL_DEAD or not of_the_fallen(catalogue, one.code)))
    )


def of_the_fallen(catalogue: Catalogue, kind: str) -> bool:
    """Whether a payment is for the family of the fallen alone."""
    step = catalogue.steps.get(catalogue.money.benefits[kind].step)
    return step is not None and step.applies_to <= ALL_DEAD


def whose(form: Form) -> UUID | None:
    """The relative that the form names."""
    said = form.text("whose")
    return UUID(said) if said else None


def said_whose(relative: UUID | None) -> str:
    """As the choice holds it."""
    return str(relative) if relative else ""
