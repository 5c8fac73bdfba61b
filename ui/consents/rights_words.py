"""Requests by right as people say them."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.rights.requests import Outcome, RequestKind

KINDS: Mapping[RequestKind, str] = {
    RequestKind.ACCESS: N_("to see what is held about them"),
    RequestKind.CORRECTION: N_("to put data right"),
    RequestKind.OBJECTION: N_("to stop using data"),
    RequestKind.ERASURE: N_("to erase data"),
    RequestKind.RESTRICTION: N_("to restrict the use of data"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.GRANTED: N_("granted"),
    Outcome.PARTLY: N_("granted in part"),
    Outcome.DECLINED: N_("declined"),
}
