"""Scales in words: their names, what a result says, and what it never says."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.domain.scales.change import Change
from app.domain.scales.scale import Filled, Level, Result, Tool
from app.i18n import Words

NO_DIAGNOSIS = N_("A screening, no diagnosis: the decision is a clinician’s.")

TOOLS: Mapping[Tool, str] = {
    Tool.WHO5: N_("WHO-5: well-being"),
    Tool.PHQ9: N_("PHQ-9: low mood"),
    Tool.GAD7: N_("GAD-7: anxiety"),
    Tool.PCPTSD5: N_("PC-PTSD-5: five questions about trauma"),
    Tool.PCL5: N_("PCL-5: traces of trauma"),
    Tool.ITQ: N_("ITQ: traces of trauma by ICD-11"),
    Tool.AUDITC: N_("AUDIT-C: alcohol, three questions"),
    Tool.AUDIT: N_("AUDIT: alcohol"),
    Tool.CSSRS: N_("C-SSRS: safety"),
    Tool.CRIES8: N_("CRIES-8: a child’s traces of trauma"),
    Tool.PG13R: N_("PG-13-R: long grief"),
}

LEVELS: Mapping[Level, str] = {
    Level.BELOW: N_("below the cut-off"),
    Level.NEAR: N_("close to the cut-off"),
    Level.POSITIVE: N_("at or above the cut-off"),
    Level.MINIMAL: N_("minimal"),
    Level.MILD: N_("mild"),
    Level.MODERATE: N_("moderate"),
    Level.MODERATELY_SEVERE: N_("moderately severe"),
    Level.SEVERE: N_("severe"),
    Level.ZONE_1: N_("zone I"),
    Level.ZONE_2: N_("zone II, hazardous"),
    Level.ZONE_3: N_("zone III, harmful"),
    Level.ZONE_4: N_("zone IV, dependence is likely"),
    Level.WELL: N_("well"),
    Level.LOW: N_("low"),
    Level.VERY_LOW: N_("very low"),
    Level.NO_PATTERN: N_("no pattern of PTSD"),
    Level.PTSD: N_("the pattern of PTSD"),
    Level.CPTSD: N_("the pattern of complex PTSD"),
    Level.NO_RISK: N_("no risk shown"),
    Level.RISK_LOW: N_("low risk"),
    Level.RISK_MODERATE: N_("moderate risk"),
    Level.RISK_HIGH: N_("high risk: do not leave the person alone"),
}

_CHANGES: Mapping[Change, str] = {
    Change.NONE: N_("no change beyond chance"),
    Change.RELIABLE_BETTER: N_("better, more than chance"),
    Change.RELIABLE_WORSE: N_("worse, more than chance"),
    Change.MEANINGFUL_BETTER: N_("better, and it matters"),
    Change.MEANINGFUL_WORSE: N_("worse, and it matters"),
}

_FILLED: Mapping[Filled, str] = {
    Filled.INCOMPLETE: N_("The form is incomplete: the total is of what was answered, and has no band."),
    Filled.TOO_LITTLE: N_("Too little of the form was answered to say anything."),
}


_PARTS: Mapping[str, str] = {"intrusion": N_("intrusion"), "avoidance": N_("avoidance")}
"""Parts of a scale that have a name rather than a letter."""


def total_words(words: Words, result: Result) -> str:
    """The total of at most so many; empty where there is none."""
    if result.total is None:
        return ""
    return words("{total} of {most}", total=result.total, most=result.most)


def level_words(words: Words, result: Result) -> str:
    """Into what the result falls; why it falls into nothing, if it does."""
    if result.level is None:
        return words("the form is incomplete") if result.filled is Filled.INCOMPLETE else words("not scored")
    return words(LEVELS[result.level])


def change_words(words: Words, change: Change | None) -> str:
    """The change since the time before; empty where nothing is published about it."""
    return words(_CHANGES[change]) if change else ""


def details(words: Words, result: Result) -> tuple[str, ...]:
    """What else there is to say, a sentence each."""
    told = []
    if result.filled in _FILLED:
        told.append(words(_FILLED[result.filled]))
    if result.parts:
        named = ((words(_PARTS[part.name]) if part.name in _PARTS else part.name, part) for part in result.parts)
        parts = ", ".join(f"{name} {part.total}/{part.most}" for name, part in named)
        told.append(words("Clusters: {parts}.", parts=parts))
    if result.tool is Tool.PCL5 and result.pattern is not None:
        told.append(words("The symptoms make the DSM-5 pattern.") if result.pattern
                    else words("The symptoms do not make the DSM-5 pattern."))  # fmt: skip
    if result.tool is Tool.AUDITC and result.refer:
        told.append(words("Now the full AUDIT."))
    elif result.tool is Tool.PCPTSD5 and result.refer:
        told.append(words("Now a PCL-5."))
    elif result.refer and not result.urgent:
        told.append(words("A talk with a clinician is advised."))
    return tuple(told)
