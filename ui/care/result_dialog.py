"""What the answers said, and, where somebody must ask about safety, what to do this very minute."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.scales.scale import Result
from app.office.duty import OnDuty
from app.paper.hotlines import hotlines
from ui.care.scale_words import NO_DIAGNOSIS, TOOLS, details, level_words, total_words
from ui.care.whom import Whom
from ui.documents.ask_dialog import AskDialog
from ui.widgets.banner import Banner
from ui.widgets.button import primary
from ui.widgets.label import Label
from ui.workplace import Workplace

LIFELINE = "LIFELINE"


class ResultDialog(AskDialog):
    """Never red, never a verdict; urgent ones begin with what to do."""

    def __init__(
        self, place: Workplace, parent: QWidget, whom: Whom, result: Result, duty: OnDuty | None = None
    ) -> None:
        _ = place.words
        super().__init__(parent, _("A screening"))
        if result.urgent:
            self._now(place, duty)
        said = " · ".join(filter(None, (total_words(_, result), level_words(_, result))))
        for text, name in (
            (_(TOOLS[result.tool]), "h2"), (whom.about, "muted"), (said, "strong"),
            *((line, "") for line in details(_, result)), (_(NO_DIAGNOSIS), "small"),
        ):  # fmt: skip
            self._column.addWidget(Label(text, name, wrap=True))
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = primary(place.look, _("Understood"))
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        self._column.addLayout(foot)
        close.setFocus()

    def _now(self, place: Workplace, duty: OnDuty | None) -> None:
        _ = place.words
        self._column.addWidget(Banner(place.look, "triangle-alert", _("Now: ask about safety, openly and calmly.")))
        number = next((line.number for line in hotlines() if line.code == LIFELINE), "")
        lead = _("3. Call the lead on duty now. If life is in danger: 103 or 112.")
        if duty is not None:
            lead = _("3. Call the lead on duty now: {name}, {phone}. If life is in danger: 103 or 112.", name=duty.name,
                     phone=duty.phone)  # fmt: skip
        for text in (
            _("1. Stay. Do not leave the person alone, do not end the call."),
            _("2. Ask directly whether there are thoughts of dying and a plan. Asking does not make it worse."),
            lead,
            _("4. Lifeline Ukraine, day and night: {number}. Dial it together.", number=number),
            _("5. Go through the safety plan together, and agree when you speak next: today."),
        ):
            self._column.addWidget(Label(text, wrap=True))
        self._column.addWidget(Label(_("The step about safety is open for today."), "small", wrap=True))
