"""The laws in the settings: a card compared by voice, a preview before anything is taken, the office's own steps."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog
from sqlalchemy import update

from app.exchange.office import SenderCard
from app.law import pack as packs
from app.law.key import law_keygen, read_law_key
from app.progress import Progress
from app.services import Services
from db.models.law import LawPack
from tests.ui.vault import CASES, CLOCK
from tests.unit.law.conftest import LONGER, texts_of
from ui.law.preview_dialog import LawPreviewDialog
from ui.settings.law import LawSection


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    return law_keygen(tmp_path_factory.mktemp("law"), "Координаційний офіс")


@pytest.fixture
def pack(keys, tmp_path):
    path = tmp_path / "UA-LAW-0002.lawpack"
    path.write_bytes(packs.make(texts_of(2, LONGER), read_law_key(keys.key))[1])
    return path


@pytest.fixture
def law(section) -> LawSection:
    return section("law")


def dialog_of(law, kind=QDialog):
    return next(one for one in law.findChildren(kind) if one.isVisible())


def test_it_says_which_pack_holds_and_what_a_lawyer_must_check(law):
    assert "№ 1" in law._title.text()
    assert law.questions.list.lines.rowCount() == 10
    first = law.questions.list.lines.line(law.questions.list.lines.index(0))
    assert first.chips[0].text == "потребує перевірки юриста"
    assert not law.back.isVisible(), "there is nothing to go back to"


def test_no_card_gets_in_uncompared(law, keys, lane, services):
    law.compare(keys.card)
    lane.flush()
    dialog = dialog_of(law)
    assert not dialog.take.isEnabled()
    dialog.same.click()
    dialog.take.click()
    lane.flush()
    assert [one.name for one in services.law.standing().signers] == ["Координаційний офіс"]
    assert law.signers.list.lines.rowCount() == 1


def test_a_pack_of_a_stranger_is_refused_in_words(law, pack, lane):
    law.look_at(pack)
    lane.flush()
    assert "не бере" in law.work.told()


def test_a_pack_is_shown_before_it_is_taken_and_taken_as_shown(law, pack, keys, lane, services):
    services.law.trust(SenderCard.read(keys.card))
    law.look_at(pack)
    lane.flush()
    dialog = dialog_of(law, LawPreviewDialog)
    cases = len(dialog.preview.effect.cases)
    assert 0 < cases <= CASES
    assert str(cases) in dialog.touches.text()
    assert dialog.moves.list.lines.rowCount() == len(dialog.preview.effect.moves)
    assert services.law.standing().history == (), "nothing is taken by looking"
    left = []
    law.leaving.connect(left.append)
    dialog.act.click()
    assert len(left) == 1
    assert "тепер діє" in left[0].work(Progress())
    assert Services.of(services.vault, CLOCK).catalogue.law.version == 2


def test_a_pack_that_is_in_force_can_be_left_again(place, pack, keys, lane, services, shown):
    services.law.trust(SenderCard.read(keys.card))
    services.law.take(pack)
    law = shown(LawSection(replace(place, services=Services.of(services.vault, CLOCK))))
    lane.flush()
    assert "№ 2" in law._title.text()
    law.back.click()
    lane.flush()
    dialog = dialog_of(law, LawPreviewDialog)
    left = []
    law.leaving.connect(left.append)
    dialog.act.click()
    assert "№ 1" in left[0].work(Progress())


def test_a_broken_pack_is_told_loudly(place, pack, keys, lane, services, shown):
    services.law.trust(SenderCard.read(keys.card))
    services.law.take(pack)
    with services.vault.database.write("Хтось") as session:
        session.execute(update(LawPack).values(data=b"x"))
    law = shown(LawSection(replace(place, services=Services.of(services.vault, CLOCK))))
    lane.flush()
    assert "не читається" in law._broken.text()
    assert "№ 1" in law._title.text()


def test_the_office_writes_a_step_of_its_own(law, lane, services, typed):
    law.own.begin()
    lane.flush()
    dialog = dialog_of(law)
    dialog.form.put("title_uk", "Зателефонувати волонтерам")
    dialog.form.put("fates", "MISSING")
    dialog.form.put("qty", "5")
    dialog._save.click()
    lane.flush()
    (row,) = services.law.own.rows()
    assert (row.says.title_uk, row.says.qty) == ("Зателефонувати волонтерам", 5)
    assert law.own.list.lines.rowCount() == 1
    assert law.renew.isVisible(), "cases offer it after a refresh"


def test_who_may_not_bring_packs_reads_only(modest, lane, shown):
    law = shown(LawSection(modest))
    lane.flush()
    assert not law.update_.isVisible()
    assert not law.own._adding.isVisible()
