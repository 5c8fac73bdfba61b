"""Rows leave the list only where the office lets them, and never unlogged."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.cases.draft import CaseDraft
from app.disclosure.service import CopyingOff
from app.services import Services
from db.models.office import Disclosure


def copied(services: Services) -> list[object]:
    with services.vault.database.read() as session:
        return list(session.execute(select(Disclosure.kind, Disclosure.case_uid, Disclosure.by)))


def test_copying_is_off_until_the_office_lets(services: Services, missing: CaseDraft) -> None:
    case, _ = services.cases.open(missing)
    with pytest.raises(CopyingOff):
        services.disclosures.copied([case])
    assert copied(services) == []
    services.office.write(replace(services.office.read(), copying=True))
    services.disclosures.copied([case])
    assert copied(services) == [("copied_row", case, "Олена")]
