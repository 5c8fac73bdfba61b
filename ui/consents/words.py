"""Consents as people say them: purposes, recipients, topics, how they stand."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.consents.draft import ConsentChannel, ConsentRecord, GivenBy, RecipientKind
from app.domain.consent import Purpose, Standing, Topic
from app.domain.errors import N_
from app.i18n import Words

PURPOSES: Mapping[Purpose, str] = {
    Purpose.CASEWORK: N_("keeping the case"),
    Purpose.FAMILY_INFORMATION: N_("telling a relative about him who is back"),
    Purpose.TRANSFER: N_("the package for the coordinating office"),
    Purpose.REFERRAL: N_("referral to another organisation"),
    Purpose.CLINICAL: N_("passing on clinical data"),
    Purpose.PHOTO: N_("keeping a photograph"),
    Purpose.PUBLICITY: N_("publicity"),
    Purpose.MEDIA: N_("talking to the media"),
    Purpose.RESEARCH: N_("research"),
}
GIVERS: Mapping[GivenBy, str] = {
    GivenBy.HIMSELF: N_("the servicemember himself"),
    GivenBy.RELATIVE: N_("a relative"),
    GivenBy.GUARDIAN: N_("a guardian"),
    GivenBy.LAW: N_("nobody: another legal basis"),
}
RECIPIENTS: Mapping[RecipientKind, str] = {
    RecipientKind.OFFICE: N_("our office"),
    RecipientKind.RELATIVE: N_("a relative"),
    RecipientKind.COORDINATOR: N_("the coordinating office"),
    RecipientKind.BODY: N_("a state body"),
    RecipientKind.NGO: N_("a civic organisation"),
    RecipientKind.CLINIC: N_("a clinic or psychologist"),
    RecipientKind.MEDIA: N_("an outlet of the media"),
    RecipientKind.RESEARCH: N_("a research institution"),
    RecipientKind.OTHER: N_("somebody else"),
}
CHANNELS: Mapping[ConsentChannel, str] = {
    ConsentChannel.PAPER: N_("on paper, signed"),
    ConsentChannel.SPOKEN: N_("spoken, face to face"),
    ConsentChannel.PHONE: N_("by phone"),
    ConsentChannel.VIDEO: N_("by video call"),
    ConsentChannel.EMAIL: N_("by e-mail"),
    ConsentChannel.MESSENGER: N_("in a messenger"),
}
TOPICS: Mapping[Topic, str] = {
    Topic.NAME: N_("name"),
    Topic.STATUS: N_("status"),
    Topic.PAPERS: N_("official confirmations"),
    Topic.STEPS: N_("steps and terms"),
    Topic.DOCUMENTS: N_("documents"),
    Topic.HEALTH: N_("health"),
    Topic.INFORMATION: N_("information about him"),
    Topic.LETTERS: N_("letters"),
    Topic.PHOTOS: N_("photographs"),
    Topic.ADDRESS: N_("place of living"),
    Topic.MONEY: N_("payments"),
    Topic.SCALES: N_("results of questionnaires"),
}


def standing_word(words: Words, standing: Standing) -> str:
    """Where a consent stands."""
    return {
        Standing.NOT_ASKED: words("not asked yet"),
        Standing.REFUSED: words("refused"),
        Standing.TO_COME: words("begins later"),
        Standing.GIVEN: words("given"),
        Standing.EXPIRING: words("ends soon"),
        Standing.EXPIRED: words("expired"),
        Standing.WITHDRAWN: words("withdrawn"),
    }[standing]


def consent_standing(words: Words, standing: Standing, until: date | None) -> str:
    """Where a consent stands, and until when if it has an end."""
    said = standing_word(words, standing)
    return words("{consent}, until {date}", consent=said, date=words.date(until)) if until else said


def topics_said(words: Words, topics: Iterable[Topic]) -> str:
    """Topics in one line."""
    return ", ".join(words(TOPICS[topic]) for topic in topics)


def for_whom(words: Words, says: ConsentRecord, names: Mapping[object, str]) -> str:
    """For whom it is: a name where one is known, else the kind."""
    return says.recipient or names.get(says.relative_uid, "") or words(RECIPIENTS[says.recipient_kind])


def by_whom(words: Words, says: ConsentRecord, names: Mapping[object, str]) -> str:
    """Who gave it."""
    return names.get(says.giver_uid, "") or words(GIVERS[says.given_by])
