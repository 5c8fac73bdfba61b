"""What can be erased of a case, as people say it."""

from collections.abc import Iterable, Mapping

from app.domain.errors import N_
from app.i18n import Words
from app.retention.groups import Group

GROUPS: Mapping[Group, str] = {
    Group.NAMES: N_("names and dates of birth"),
    Group.CONTACTS: N_("phones"),
    Group.ADDRESSES: N_("addresses"),
    Group.IDENTIFIERS: N_("numbers and codes"),
    Group.APPEARANCE: N_("description and marks"),
    Group.SERVICE: N_("service"),
    Group.NOTES: N_("notes and what contacts brought"),
    Group.INFORMATION: N_("information and testimony"),
    Group.DOCUMENTS: N_("documents with their files"),
    Group.SEARCHES: N_("search, DNA and publicity"),
    Group.MONEY: N_("payments and decisions on them"),
    Group.CLINICAL: N_("clinical notes"),
}


def groups_said(words: Words, groups: Iterable[Group]) -> str:
    """Groups in one line."""
    return ", ".join(words(GROUPS[group]) for group in groups)
