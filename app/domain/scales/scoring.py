"""The one door to every scale: its form, and the score of answers given by one person on one day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from app.domain.fate import Fate
from app.domain.scales import alcohol, children, grief, mood, safety, trauma, wellbeing
from app.domain.scales.safety import Attempt, NotAllAsked, Screener
from app.domain.scales.scale import Answers, Result, ScaleDef, Tool
from app.domain.sex import Sex

FORMS: Mapping[Tool, ScaleDef] = MappingProxyType(
    {
        scale.tool: scale
        for scale in (
            wellbeing.WHO5, mood.PHQ9, mood.GAD7, trauma.PCPTSD5, trauma.PCL5, trauma.ITQ, alcohol.AUDITC,
            alcohol.AUDIT, safety.CSSRS, children.CRIES8, grief.PG13R,
        )
    }
)  # fmt: skip
"""The scales in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Given:
    """Who answered, when, and what is known of the man whose case it is; `died` where his death is recorded."""

    on: date
    sex: Sex | None
    fate: Fate
    died: date | None = None


def score(tool: Tool, answers: Answers, given: Given) -> Result:
    """What the answers say.

    Raises `WrongNumberOfAnswers`, `NoSuchAnswer`, `NotAllAsked`, `LossNotEstablished`, `GriefTooNew`.
    """
    FORMS[tool].check(answers)
    match tool:
        case Tool.AUDITC:
            return alcohol.auditc(answers, given.sex)
        case Tool.PG13R:
            return grief.pg13r(answers, given.fate, given.died, given.on)
        case _:
            return _BY_ANSWERS[tool](answers)


def _cssrs(answers: Answers) -> Result:
    q1, q2, q3, q4, q5, q6 = answers
    if q1 is None or q2 is None or q6 is None:
        raise NotAllAsked
    three = (None if one is None else bool(one) for one in (q3, q4, q5))
    return safety.cssrs(Screener(bool(q1), bool(q2), tuple(Attempt)[q6], *three))


_BY_ANSWERS: Mapping[Tool, Callable[[Answers], Result]] = MappingProxyType(
    {
        Tool.PHQ9: mood.phq9, Tool.GAD7: mood.gad7, Tool.PCL5: trauma.pcl5, Tool.PCPTSD5: trauma.pcptsd5,
        Tool.ITQ: trauma.itq, Tool.AUDIT: alcohol.audit, Tool.WHO5: wellbeing.who5, Tool.CSSRS: _cssrs,
        Tool.CRIES8: children.cries8,
    }
)  # fmt: skip
