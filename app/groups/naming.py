"""What a group may be called: families who wait are never invited to mourn."""

import re

from app.domain.errors import N_, UserError

_MOURNING = re.compile(
    r"гор(?:е|я|ю|ем|юван\w*)\b|втрат|скорбот|жалоб|траур|оплак|загибл|померл|\bgrie[fv]|bereav|mourn|\bloss|\bdead\b|widow|вдов",
    re.IGNORECASE,
)
_AMBIGUOUS = re.compile(r"невизначен\w*\s+втрат\w*|ambiguous\s+loss", re.IGNORECASE)
"""The name of the approach (P. Boss): it says that nothing is established."""


class NameOfMourning(UserError):
    what = N_("A group of families who wait is never named after grief or loss.")
    todo = N_("Choose a name about waiting and being together, such as “We wait together”.")


class GroupUnnamed(UserError):
    what = N_("The group has no name.")
    todo = N_("Choose a name that families will hear, such as “We wait together”.")


def check_name(name: str) -> None:
    """Raise `GroupUnnamed` for none, `NameOfMourning` for a word of grief; ambiguous loss is the one exception."""
    if not name.strip():
        raise GroupUnnamed
    if _MOURNING.search(_AMBIGUOUS.sub("", name)):
        raise NameOfMourning
