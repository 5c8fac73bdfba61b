"""What is written in a dialog and not saved survives a lock, a crash, a flat battery."""

from collections.abc import Callable
from uuid import UUID

from ui.draft_line import DraftLine, Values
from ui.widgets.form_dialog import FormDialog
from ui.workplace import Workplace


def keep_drafts(
    dialog: FormDialog, place: Workplace, form: str, subject: UUID | None, values: Callable[[], Values],
    fill: Callable[[Values], None],
) -> None:  # fmt: skip
    """Keep what is written in `dialog` about `subject`, closed or not, and bring it back; forget it once saved.

    `values` reads the form, empty if nothing is written; `fill` puts values in place of what stands there.
    """
    line = DraftLine(place, form, values, fill)
    dialog.put_on_top(line)
    dialog.touched.connect(line.touched)
    dialog.kept.connect(line.saved)
    dialog.given_up.connect(line.leave)
    dialog.waits = True
    line.watch(subject)
