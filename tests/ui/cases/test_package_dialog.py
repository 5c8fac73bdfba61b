"""A package against a consent is refused in words, and leaves only with a reason."""

from datetime import timedelta

import pytest

from app.cases.queries import CaseFilter, Chosen
from app.consents.draft import ConsentChannel, ConsentDraft, GivenBy, RecipientKind
from app.domain.consent import Purpose
from app.exchange.office import keygen
from tests.ui.seen import texts
from ui.cases import bulk_actions
from ui.cases.bulk_actions import PackageDialog


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(), None, 60).rows
    return next(view for row in rows[::-1] if (view := services.cases.view(row.uid)).relatives)


@pytest.fixture
def dialog(place, shown, case, tmp_path, monkeypatch):
    keys = keygen(tmp_path / "keys")
    monkeypatch.setattr(bulk_actions, "file_to_open", lambda *_told: keys.recipient)
    monkeypatch.setattr(bulk_actions, "folder", lambda *_told: tmp_path)
    return shown(PackageDialog(place, None, Chosen(frozenset({case.uid})), 1))


def test_a_refused_consent_stops_it_until_a_reason_is_given(dialog, services, case, lane):
    today = services.clock.today()
    no = ConsentDraft(
        Purpose.TRANSFER, GivenBy.RELATIVE, RecipientKind.COORDINATOR, ConsentChannel.PHONE, today - timedelta(days=1),
        giver_uid=case.relatives[0].uid, refused=True,
    )  # fmt: skip
    services.record.consents.add(case.uid, no)
    dialog.run()
    lane.flush()
    assert "Пакет зупиняє згода" in " ".join(texts(dialog))
    assert services.record.consents.overrides(case.uid) == ()
    dialog.despite.setText("загроза життю")
    dialog.run()
    lane.flush()
    (kept,) = services.record.consents.overrides(case.uid)
    assert kept.reason == "загроза життю"
