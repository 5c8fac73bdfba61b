"""The words of a paper's way that window and terminal share."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.domain.paper_state import Move, Original, PaperState

STATES: Mapping[PaperState, tuple[str, str, str]] = {
    PaperState.NEEDED: (N_("needed"), "missing", "circle-dashed"),
    PaperState.REQUESTED: (N_("requested"), "info", "send"),
    PaperState.RECEIVED: (N_("received"), "info", "inbox"),
    PaperState.CHECKED: (N_("checked"), "returned", "circle-check"),
    PaperState.WRONG: (N_("an error in it"), "captive", "triangle-alert"),
    PaperState.CORRECTED: (N_("corrected"), "returned", "file-check"),
}
"""Of each state: its word, the tone of its chip, its icon."""

MADE: Mapping[Move, str] = {
    Move.REQUEST: N_("requested"),
    Move.RECEIVE: N_("received"),
    Move.CHECK: N_("checked"),
    Move.FIND_ERROR: N_("an error found"),
    Move.ASK_CORRECTION: N_("correction asked for"),
    Move.CORRECT: N_("corrected"),
    Move.HAND_OVER: N_("the original handed over"),
}

ORIGINALS: Mapping[Original, str] = {
    Original.UNKNOWN: N_("not said"),
    Original.FAMILY: N_("with the family"),
    Original.OFFICE: N_("with us"),
    Original.BODY: N_("with a body"),
    Original.LOST: N_("lost, nobody has it"),
}
