"""What an entry of the history is about, in the words of the trade rather than of tables."""

from enum import StrEnum


class Subject(StrEnum):
    """A kind of thing that changes."""

    CASE = "case"
    PEOPLE = "people"
    STEPS = "steps"
    CONTACTS = "contacts"
    DOCUMENTS = "documents"
    INFORMATION = "information"
    NOTES = "notes"
    SEARCHES = "searches"
    RIGHTS = "rights"
    MONEY = "money"
    RETURN = "return"
    CLINICAL = "clinical"
    LEFT = "left"
    IMPORTS = "imports"
    USERS = "users"
    OFFICE = "office"
    VAULT = "vault"
