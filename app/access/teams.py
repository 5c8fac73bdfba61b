"""Whose work somebody looks at: his own, his team's, the whole office's. A team is a word that users share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.domain.errors import N_, UserError
from app.domain.legible import legible
from app.domain.role import Right
from db.models.account import Account
from db.session import Database

LONGEST = 60
"""Letters of a team's name."""


class NoSuchColleague(UserError):
    what = N_("Nobody called {user} works with this vault.")
    todo = N_("Check the spelling; the settings list every user.")


class Whose(StrEnum):
    """Whose work is shown."""

    MINE = "mine"
    TEAM = "team"
    OFFICE = "office"


def team_named(name: str) -> str:
    """A team's name as it is kept."""
    return " ".join(legible(name).split())[:LONGEST]


@dataclass(frozen=True, slots=True)
class Teams:
    """Every method is one unit of work by the user who asks."""

    database: Database
    access: Access

    def names(self) -> Mapping[str, str]:
        """The team of every colleague who works here; empty for those in none."""
        with self.database.read() as session:
            return _teams(session)

    def choices(self) -> tuple[Whose, ...]:
        """What this user has to choose from, the widest last: a team only if he is in one."""
        in_a_team = bool(self.names().get(self.access.user))
        return (Whose.MINE, Whose.TEAM, Whose.OFFICE) if in_a_team else (Whose.MINE, Whose.OFFICE)

    def workers(self, whose: Whose) -> frozenset[str]:
        """The users whose work is meant; empty for all that this user may see."""
        match whose:
            case Whose.OFFICE:
                return frozenset()
            case Whose.MINE:
                return frozenset({self.access.user})
            case Whose.TEAM:
                return frozenset({self.access.user, *_beside(self.access.user, self.names())})

    def put(self, users: Collection[str], team: str) -> None:
        """Let these users be in the team of this name, in none if empty. Raises `NotAllowed`, `NoSuchColleague`."""
        self.access.require(Right.USERS)
        with self.database.write(self.access.user) as session:
            for user in users:
                account = session.scalar(select(Account).where(Account.user == user))
                if account is None:
                    raise NoSuchColleague(user=user)
                account.team = team_named(team)


def _teams(session: Session) -> Mapping[str, str]:
    working = select(Account.user, Account.team).where(Account.disabled.is_(False)).order_by(Account.user)
    return {row.user: row.team for row in session.execute(working)}


def _beside(user: str, teams: Mapping[str, str]) -> Iterable[str]:
    own = teams.get(user)
    return (one for one, team in teams.items() if own and team == own)
