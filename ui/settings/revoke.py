"""The revocation of a user as work that ends with the vault closed."""

from app.progress import Progress
from app.vault.revocation import STEPS, revoke
from ui.settings.leaving import Leaving
from ui.workplace import Workplace

LAST_CHANCE = STEPS.index("moved")
"""The last step after which it can still be stopped: then the key file is replaced."""


def revoking(place: Workplace, user: str) -> Leaving:
    """Take the vault from `user`, step by step."""
    _, services = place.words, place.services

    def work(progress: Progress) -> str:
        def step(name: str) -> None:
            number = STEPS.index(name)
            tell = progress.checkpoint if number <= LAST_CHANCE else progress.report
            tell(number + 1, len(STEPS), "")

        done = revoke(services.vault, user, services.access, services.clock, step)
        told = _("The vault has new keys, and {user} can open nothing that is written from now on.", user=user)
        older = _.count(
            "{n} older copy in the vault still opens with the old keys.",
            "{n} older copies in the vault still open with the old keys.",
            done.older_copies,
        )
        return f"{told} {older}"

    return Leaving(
        _("New keys for the vault"),
        _("Everything is encrypted anew under new keys. Leave the laptop on; if it goes off, nothing is lost."),
        work,
    )
