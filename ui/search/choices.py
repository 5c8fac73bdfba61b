"""What the forms of a search choose from: bodies, the family of the case; and how sure a rule is."""

from collections.abc import Sequence
from datetime import date

from app.cases.relatives import RelativeRow
from app.catalogue.definitions import Catalogue
from app.i18n import Words
from ui.documents.words import relative_words
from ui.forms.form import Form

Choices = tuple[tuple[str, str], ...]
def bodies(words: Words, catalogue: Catalogue) -> Choices:
    """Every body by its name, after none."""
    named = sorted((one.name.in_(words.language), code) for code, one in catalogue.bodies.items())
    return (("", words("not said")), *((code, name) for name, code in named))


def family(words: Words, relatives: Sequence[RelativeRow], none: str) -> Choices:
    """The relatives of a case, after `none`, a message id."""
    return (("", words(none)), *((str(one.uid), relative_words(words, one)) for one in relatives))


def day(form: Form, key: str) -> date | None:
    """The whole day that a field says."""
    said = form.date(key)
    return said.exact if said else None
