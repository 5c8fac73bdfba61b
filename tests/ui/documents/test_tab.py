"""The documents of a case: brought in, veiled until asked for, named by a person, destroyed when asked in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog

from app.cases.queries import CaseFilter
from app.documents.service import DocumentDraft
from app.domain.role import Right
from tests.ui.seen import button, focusable, texts
from tests.unit.documents.made import picture, saved
from ui.case.page import DOCUMENTS, OVERVIEW, CasePage
from ui.documents.bringing import Bringing
from ui.documents.describe_dialog import DescribeDialog
from ui.documents.erase_dialog import EraseDialog
from ui.documents.viewer import Viewer
from ui.draft_line import DraftLine


def rows(services, case):
    return services.documents.rows(case.uid)


def files(folder: Path, *names: str) -> list[str]:
    made = []
    for number, name in enumerate(names):
        path = folder / name
        path.write_bytes(saved(picture(60 + number, 40)) if name.endswith("jpg") else b"PK\3\4 not a picture")
        made.append(str(path))
    return made


def key(widget, code) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier))


def small_picture(tab, lane) -> QImage:
    lane.flush()
    tab.list.grab()
    lane.flush()
    found = tab.list.currentIndex().data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(found, QPixmap)
    return found.toImage()


def colourful(image: QImage) -> bool:
    spots = [image.pixelColor(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)]
    return any(max(one.red(), one.green(), one.blue()) - min(one.red(), one.green(), one.blue()) > 40 for one in spots)


def test_an_empty_case_says_how_documents_come(page, tab):
    assert any("Перетягніть сюди фото" in text for text in texts(tab))
    assert page.tabs.tabText(DOCUMENTS) == "Документи"


def test_files_are_added_and_refusals_told_one_by_one(page, tab, services, case, lane, tmp_path, monkeypatch):
    chosen = files(tmp_path, "перший.jpg", "другий.jpg", "лист.docx")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (chosen, ""))
    button(tab, "Додати документи…").click()
    lane.flush()
    assert {row.title for row in rows(services, case)} == {"перший", "другий"}
    assert page.tabs.tabText(DOCUMENTS) == "Документи (2)"
    told = tab._told.text()
    assert told.startswith("лист.docx")
    assert "перший" not in told
    button(tab, "Зрозуміло").click()
    assert not tab._told.isVisible()


def test_the_same_file_is_not_added_twice(tab, services, case, lane, tmp_path):
    path = Path(files(tmp_path, "перший.jpg")[0])
    for _time in range(2):
        tab.bring([path])
        lane.flush()
    assert len(rows(services, case)) == 1
    assert "1 файл уже є в цій справі." in texts(tab)


def test_adding_can_be_stopped_and_leaves_nothing(tab, services, case, lane, tmp_path):
    tab.bring([Path(name) for name in files(tmp_path, "перший.jpg", "другий.jpg")])
    assert tab._strip.isVisible()
    assert not tab._add.isEnabled()
    button(tab._strip, "Скасувати").click()
    lane.flush()
    assert rows(services, case) == ()
    assert "Зупинено; нічого не додано." in texts(tab)
    assert tab._add.isEnabled()


def test_files_dropped_on_any_tab_are_brought(page, services, case, lane, tmp_path):
    page.tabs.setCurrentIndex(OVERVIEW)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(files(tmp_path, "перший.jpg")[0])])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), *how))
    lane.flush()
    assert [row.title for row in rows(services, case)] == ["перший"]
    assert page.tabs.currentIndex() == DOCUMENTS


def test_a_picture_is_pasted_and_keeps_its_dots(page, tab, services, case, lane, qtbot):
    picture_ = QImage(30, 20, QImage.Format.Format_RGB32)
    picture_.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture_)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tab._add.setFocus()
    qtbot.keyClick(tab._add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    lane.flush()
    (row,) = rows(services, case)
    assert row.title == "Вставлене зображення 28.11.2026 11-22"
    (leaf,) = services.documents.pages(row.uid)
    assert (leaf.width, leaf.height) == (30, 20)


def test_pasted_text_stays_with_the_fields(page, tab, services, case, lane):
    QGuiApplication.clipboard().setText("лист № 5")
    page.findChild(Bringing).paste()
    lane.flush()
    assert rows(services, case) == ()
    assert not tab._told.isVisible()


def test_a_document_nobody_named_is_veiled_until_asked(tab, document, lane):
    assert document.veiled
    tab.list.choose(document.uid)
    assert not colourful(small_picture(tab, lane))
    assert "приховано" in tab.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    key(tab.list, Qt.Key.Key_Space)
    assert colourful(small_picture(tab, lane))
    key(tab.list, Qt.Key.Key_Space)
    assert not colourful(small_picture(tab, lane))


def test_a_click_on_a_veiled_picture_only_takes_the_veil_off(tab, document, lane, qtbot):
    spot = tab.list.visualRect(tab.list.documents.index_of(document.uid)).topLeft() + QPoint(30, 40)
    qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not tab.findChildren(Viewer)
    assert colourful(small_picture(tab, lane))
    qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(tab.findChildren(Viewer)) == 1


def test_another_case_veils_everything_again(page, tab, document, services, case, lane):
    tab.list.documents.turn(document)
    other = next(row.uid for row in services.cases.page(CaseFilter()).rows if row.uid != case.uid)
    for uid in (other, case.uid):
        page.show_case(uid)
        page.tabs.setCurrentIndex(DOCUMENTS)
        lane.flush()
    assert tab.list.documents.veiled(tab.list.current())


def test_the_kind_a_title_hints_at_is_offered_and_never_applied_by_itself(tab, scan, services, case, lane, tmp_path):
    (tmp_path / scan.name).write_bytes(scan.data)
    tab.bring([tmp_path / scan.name])
    lane.flush()
    document = rows(services, case)[0]
    assert document.kind == ""
    assert any("може бути: Свідоцтво про шлюб" in text for text in texts(tab))
    button(tab, "Так, це: Свідоцтво про шлюб").click()
    lane.flush()
    after = rows(services, case)[0]
    assert (after.kind, after.title, after.received) == ("D-MARRIAGE", document.title, document.received)
    assert not any("може бути" in text for text in texts(tab))


def test_what_is_described_is_kept(tab, document, services, case, lane):
    button(tab, "Описати…").click()
    dialog = tab.findChild(DescribeDialog)
    dialog.form.inputs["kind"].box.setEditText("лист / довідка мкчх")
    dialog.form.line("number").setText("7")
    dialog.form.line("issued").setText("11.2025")
    dialog.form.line("holder").setText("родина")
    dialog.form.inputs["who"].put(str(case.relatives[0].uid))
    dialog.save()
    lane.flush()
    after = rows(services, case)[0]
    assert (after.kind, after.number, after.holder) == ("D-ICRC", "7", "родина")
    assert after.issued.iso() == "2025-11"
    assert after.relative == case.relatives[0].uid
    assert case.relatives[0].name in tab.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_document_without_a_title_is_not_kept(tab, document, services, case, lane, words):
    button(tab, "Описати…").click()
    dialog = tab.findChild(DescribeDialog)
    dialog.form.line("title").setText("  ")
    dialog.save()
    lane.flush()
    assert rows(services, case)[0].title == document.title
    assert words("This field is required.") in texts(dialog)


def test_a_description_that_came_too_late_shows_both(tab, document, services, case, lane):
    button(tab, "Описати…").click()
    dialog = tab.findChild(DescribeDialog)
    services.documents.describe(document.uid, document.version, DocumentDraft(document.title, holder="слідчий"))
    dialog.form.line("holder").setText("родина")
    dialog.save()
    lane.flush()
    assert rows(services, case)[0].holder == "слідчий"
    assert [text for text in texts(dialog) if text.startswith("Зараз у записі: слідчий (")]
    dialog.save()
    lane.flush()
    assert rows(services, case)[0].holder == "родина"


def test_a_description_not_saved_comes_back(tab, document, place, host, lane):
    button(tab, "Описати…").click()
    dialog = tab.findChild(DescribeDialog)
    dialog.form.line("number").setText("77")
    dialog.findChild(DraftLine).keep_now()
    again = DescribeDialog(place, host, document, ())
    again.open()
    lane.flush()
    assert again.form.text("number") == "77"


@pytest.mark.parametrize(("said", "left"), [("Залишити", 1), ("Знищити назавжди", 0)])
def test_destroying_is_asked_in_words(tab, document, services, case, lane, said, left):
    tab.list.choose(document.uid)
    key(tab.list, Qt.Key.Key_Delete)
    dialog = tab.findChild(EraseDialog)
    assert document.title in " ".join(texts(dialog))
    lane.flush()
    assert len(rows(services, case)) == 1
    button(dialog, said).click()
    lane.flush()
    assert len(rows(services, case)) == left


def test_who_may_not_destroy_is_not_offered_it(place, services, shown, lane, case, scan):
    services.documents.add(case.uid, [scan])
    caseworker = replace(services.access, rights=services.access.rights - {Right.APPROVE})
    page = shown(CasePage(replace(place, services=replace(services, access=caseworker))))
    page.show_case(case.uid)
    page.tabs.setCurrentIndex(DOCUMENTS)
    lane.flush()
    tab = page.documents
    tab.list.choose(rows(services, case)[0].uid)
    assert "Знищити…" not in texts(tab)
    key(tab.list, Qt.Key.Key_Delete)
    assert tab.findChild(EraseDialog) is None
    assert any("Ваша роль" in line for line in texts(tab)), texts(tab)


def test_the_overview_lists_the_newest_and_opens_them(page, tab, services, case, lane, document):
    card = page.overview.documents
    assert card.title.text() == "Документи (1)"
    card._list.opened.emit(document)
    assert len(tab.findChildren(Viewer)) == 1


def test_everything_has_a_name_for_the_screen_reader(tab, document):
    assert all(widget.accessibleName() for widget in focusable(tab) if type(widget).__name__ != "QScrollBar")
