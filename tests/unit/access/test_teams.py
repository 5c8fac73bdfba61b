"""Whose work is shown: a team is a word that colleagues share, given by who manages users."""

from dataclasses import replace

import pytest

from app.access.access import Access, NotAllowed
from app.access.teams import LONGEST, NoSuchColleague, Teams, Whose
from app.domain.role import Right
from app.services import Services
from db.models.account import Account


@pytest.fixture
def teams(services: Services) -> Teams:
    """Four who work here, and one who left."""
    with services.vault.database.write("Олена") as session:
        for user, disabled in (("Олена", False), ("Ткач Н.", False), ("Коваль О.", False), ("Бондар С.", True)):
            if session.query(Account).filter_by(user=user).first() is None:
                session.add(Account(user=user, roles="caseworker", disabled=disabled, created=services.clock.now()))
    return services.teams


def test_who_is_in_no_team_is_offered_none(teams: Teams) -> None:
    assert teams.choices() == (Whose.MINE, Whose.OFFICE)
    assert teams.workers(Whose.TEAM) == {"Олена"}
    assert teams.workers(Whose.OFFICE) == frozenset()


def test_a_team_is_who_shares_its_name_and_still_works_here(teams: Teams) -> None:
    teams.put(["Олена", "Ткач Н.", "Бондар С."], "  Північ\n схід ")
    teams.put(["Коваль О."], "Південь")
    assert teams.choices() == (Whose.MINE, Whose.TEAM, Whose.OFFICE)
    assert teams.workers(Whose.TEAM) == {"Олена", "Ткач Н."}
    assert teams.names() == {"Олена": "Північ схід", "Ткач Н.": "Північ схід", "Коваль О.": "Південь"}
    teams.put(["Ткач Н."], "")
    assert teams.workers(Whose.TEAM) == {"Олена"}


def test_a_long_name_is_cut(teams: Teams) -> None:
    teams.put(["Олена"], "а" * (LONGEST + 1))
    assert teams.names()["Олена"] == "а" * LONGEST


def test_only_who_manages_users_makes_teams(teams: Teams) -> None:
    with pytest.raises(NotAllowed):
        replace(teams, access=Access("Ткач Н.", frozenset({Right.CASES_ALL}))).put(["Ткач Н."], "Північ")
    with pytest.raises(NoSuchColleague):
        teams.put(["Хтось"], "Північ")
