"""Labels show text as it stands, markup included; long ones end in an ellipsis and do not widen the window."""

from PySide6.QtCore import Qt

from ui.widgets.label import ElidedLabel, Label


def test_markup_is_text(qtbot):
    label = Label("<b>Іван</b><img src='file:///etc/passwd'>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_long_name_does_not_widen_the_window(qtbot):
    label = ElidedLabel("Дуже " * 100)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 60
    assert label.toolTip().startswith("Дуже")
