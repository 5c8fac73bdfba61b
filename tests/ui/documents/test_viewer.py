"""The viewer: pages in memory, veiled first where it may be hard to see, grey before colours."""

from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from reportlab.pdfgen.canvas import Canvas

from app.documents.intake import Pasted
from app.documents.refusals import DocumentDamaged
from tests.ui.seen import button, texts
from ui.documents.viewer import Viewer


def pdf(pages: int) -> bytes:
    made = BytesIO()
    canvas = Canvas(made, pagesize=(200, 300))
    for number in range(pages):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(20, 20 + 40 * number, 100, 30, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def letter(services, case):
    added = services.documents.add(case.uid, [Pasted("Лист МКЧХ.pdf", pdf(3))], kind="D-ICRC")
    return next(row for row in services.documents.rows(case.uid) if row.uid == added.documents[0])


@pytest.fixture
def look_at(place, host, lane):
    def open_(row, *, veiled: bool) -> Viewer:
        viewer = Viewer(place, host, row, veiled=veiled)
        viewer.open()
        lane.flush()
        return viewer

    return open_


def seen(viewer: Viewer) -> QImage:
    return viewer._picture.pixmap().toImage()


def colourful(image: QImage) -> bool:
    spots = [image.pixelColor(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)]
    return any(max(one.red(), one.green(), one.blue()) - min(one.red(), one.green(), one.blue()) > 40 for one in spots)


def test_a_document_is_shown_in_its_colours(letter, look_at):
    viewer = look_at(letter, veiled=False)
    assert colourful(seen(viewer))
    assert "Сторінка 1 із 3" in texts(viewer)


def test_pages_turn_and_stop_at_both_ends(letter, look_at, lane):
    viewer = look_at(letter, veiled=False)
    first = seen(viewer)
    for _turn in range(4):
        viewer._after.click()
        lane.flush()
    assert "Сторінка 3 із 3" in texts(viewer)
    assert not viewer._after.isEnabled()
    assert seen(viewer) != first
    viewer._before.click()
    viewer._before.click()
    lane.flush()
    assert seen(viewer) == first
    assert not viewer._before.isEnabled()


def test_zoom_makes_the_page_larger(letter, look_at, lane):
    viewer = look_at(letter, veiled=False)
    before = seen(viewer).width()
    viewer._larger.click()
    lane.flush()
    assert seen(viewer).width() == pytest.approx(before * 1.5, abs=2)


def test_a_veiled_document_is_not_even_opened_until_asked(letter, look_at, lane, services):
    viewer = look_at(letter, veiled=True)
    assert viewer._page is None
    assert not colourful(seen(viewer))
    viewer._turn(1)
    assert viewer._number == 0
    button(viewer, "Показати").click()
    lane.flush()
    assert viewer._page is not None
    assert not colourful(seen(viewer)), "grey before colours"
    button(viewer, "Без кольорів").click()
    lane.flush()
    assert colourful(seen(viewer))


def test_a_late_page_does_not_take_the_place_of_the_one_wanted(letter, look_at, lane):
    viewer = look_at(letter, veiled=False)
    late = viewer._page
    viewer._after.click()
    lane.flush()
    wanted = seen(viewer)
    viewer._arrived(0, [late])
    lane.flush()
    assert seen(viewer) == wanted


def test_a_damaged_file_is_told_in_words(letter, look_at, services, words):
    for path in services.documents.folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\0" * 40)
    viewer = look_at(letter, veiled=False)
    assert viewer._picture.pixmap().isNull()
    assert words.explain(DocumentDamaged(title="Лист МКЧХ")) in texts(viewer)


def test_escape_closes(letter, look_at, qtbot):
    viewer = look_at(letter, veiled=False)
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_nothing_is_written_while_looking(letter, look_at, services, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "-shm" not in path.name}
    look_at(letter, veiled=False)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "-shm" not in path.name}
    assert before == after
