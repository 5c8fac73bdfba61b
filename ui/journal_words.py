"""Acts of the history as people say them."""

from app.i18n import Words
from app.journal.act import Act
from app.journal.service import JournalRow
from app.subject import Subject


def subject_word(words: Words, subject: Subject) -> str:
    """What it is about."""
    return {
        Subject.CASE: words("The case"),
        Subject.PEOPLE: words("People and relatives"),
        Subject.STEPS: words("Steps"),
        Subject.CONTACTS: words("Contacts"),
        Subject.DOCUMENTS: words("Documents"),
        Subject.INFORMATION: words("Information"),
        Subject.NOTES: words("Notes and promises"),
        Subject.SEARCHES: words("Search"),
        Subject.RIGHTS: words("Consents and rights"),
        Subject.MONEY: words("Money"),
        Subject.RETURN: words("The plan after the return"),
        Subject.CLINICAL: words("Clinical notes"),
        Subject.LEFT: words("What left the vault"),
        Subject.IMPORTS: words("Imports"),
        Subject.USERS: words("Users and shares"),
        Subject.OFFICE: words("Office"),
        Subject.VAULT: words("The vault itself"),
    }[subject]


def act_word(words: Words, row: JournalRow) -> str:
    """What was done, and how often within the minute."""
    told = {
        Act.ADDED: words("added"),
        Act.CHANGED: words("changed"),
        Act.REMOVED: words("removed"),
        Act.EVENT: _event(words, row.event),
    }[row.act]
    return told if row.count == 1 else f"{told} · {row.count}"


def _event(words: Words, event: str) -> str:
    known = {
        "passphrase": words("passphrase changed"),
        "revoked": words("user revoked, new keys"),
        "salvaged": words("salvaged from damaged records"),
        "drilled": words("restore tried out"),
        "restored": words("restored from a copy"),
        "trusted": words("older records taken as they are"),
        "recovered": words("opened with the office's key"),
        "read": words("read"),
        "clinical_read": words("clinical notes read"),
        "printed": words("printed"),
        "exported": words("exported"),
        "despite_consent": words("LEFT AGAINST A CONSENT, with a reason"),
        "erased": words("values erased from the history"),
    }
    return known.get(event, event)
