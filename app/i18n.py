"""Words: one gettext catalogue for window, paper and terminal; ids are English, Ukrainian is the .po file."""

import gettext
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.clock import KYIV
from app.domain.errors import UserError
from app.domain.text import Text
from app.paths import resource

LANGUAGES = ("uk", "en")


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    path = resource(f"i18n/{language}/LC_MESSAGES/suprovid.po")
    if not path.exists():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in one language: ``_("Open case {number}", number=n)``; the variable is named `_`."""

    language: str
    _texts: gettext.NullTranslations = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_texts", _catalogue(self.language))

    def __call__(self, text: str, /, **facts: object) -> str:
        """Translate `text` and fill its ``{name}`` placeholders."""
        told = self._texts.gettext(text)
        return told.format(**facts) if facts else told

    def count(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """Translate with the plural form that `n` takes; ``{n}`` is filled."""
        return self._texts.ngettext(one, many, n).format(n=n, **facts)

    def context(self, where: str, text: str, /) -> str:
        """Translate a one-word label whose meaning depends on where it stands."""
        return self._texts.pgettext(where, text)

    def explain(self, error: UserError) -> str:
        """What happened and what to do, in this language."""
        facts = {
            name: fact.in_(self.language) if isinstance(fact, Text) else fact
            for name, fact in error.facts.items()
        }
        return f"{self(error.what).format(**facts)} {self(error.todo).format(**facts)}"

    def date(self, day: date) -> str:
        """A day as Ukrainian papers write it: 05.12.2026."""
        return day.strftime("%d.%m.%Y")

    def instant(self, moment: datetime) -> str:
        """A moment in Kyiv: 05.12.2026 14:22."""
        return moment.astimezone(KYIV).strftime("%d.%m.%Y %H:%M")
