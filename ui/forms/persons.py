"""Fields that more than one form asks of a person."""

from app.domain.errors import N_
from ui.forms.definition import FieldDef, Kind, SectionDef

SURNAME = FieldDef("surname", Kind.NAME, N_("Surname (required)"), required=True)
GIVEN = FieldDef("given", Kind.NAME, N_("Given name (required)"), required=True)
LATIN = SectionDef(
    N_("As in the passport"),
    (
        FieldDef("surname_latin", Kind.LATIN, N_("Surname in Latin letters"), source="surname"),
        FieldDef(
            "given_latin", Kind.LATIN, N_("Given name in Latin letters"),
            N_("as in the passport; if empty, by Resolution 55 of 2010"), source="given",
        ),
    ),
)  # fmt: skip
BORN = FieldDef("born", Kind.DATE, N_("Birth date"), N_("dd.mm.yyyy; the year alone will do"))
PATRONYMIC = FieldDef("patronymic", Kind.NAME, N_("Patronymic"))
UNIT = FieldDef("unit", Kind.UNIT, N_("Military unit"), N_("for example А1234"))
