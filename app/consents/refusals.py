"""What is wrong with a consent as it is written down."""

from app.domain.errors import N_, UserError


class EndsBeforeItBegins(UserError):
    what = N_("The last day is before the first one.")
    todo = N_("Correct one of the two days.")


class GiverMissing(UserError):
    what = N_("It is not said who gave this consent.")
    todo = N_("Choose the relative or guardian who gave it, or the legal basis that stands in its place.")


class RecipientMissing(UserError):
    what = N_("It is not said for whom this consent is.")
    todo = N_("Name the relative or the organisation.")


class TopicsMissing(UserError):
    what = N_("It is not said what may be spoken of.")
    todo = N_("Tick at least one topic.")


class OnlyHimself(UserError):
    what = N_("Only he who came back decides who hears about him.")
    todo = N_("Write down his own consent.")


class AlreadyEnded(UserError):
    what = N_("There is nothing left to withdraw: this is a refusal, or it was withdrawn before.")
    todo = N_("Look at the list again.")
