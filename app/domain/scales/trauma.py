"""PCL-5, PC-PTSD-5 (Weathers et al., Prins et al., US National Center for PTSD) and ITQ (Cloitre et al.)."""

from app.domain.scales.scale import Answers, Filled, Level, Part, Result, ScaleDef, Tool, answered, same

PCL5 = ScaleDef(Tool.PCL5, same(20, range(5)), may_lack=20)
PCPTSD5 = ScaleDef(Tool.PCPTSD5, same(6, range(2)))
"""The first item is the gate: whether such an event ever happened."""
ITQ = ScaleDef(Tool.ITQ, same(18, range(5)))

POSITIVE, LENIENT = 33, 31
"""PCL-5: the usual cut-off, and the one some services take instead."""
RELIABLE, MEANINGFUL = 5, 10
"""PCL-5: by how many points a change is more than chance, and by how many it matters to the person."""
_CLUSTERS = (("B", 0, 5, 1), ("C", 5, 7, 1), ("D", 7, 14, 2), ("E", 14, 20, 2))
"""Name, first item, the one after the last, and how many symptoms DSM-5 wants of it."""
_PRESENT = 2
_ENOUGH = 4
"""PC-PTSD-5: from how many yes a full PCL-5 follows."""


def pcl5(answers: Answers) -> Result:
    """Score a PCL-5: total, clusters, and whether the symptoms make the DSM-5 pattern."""
    PCL5.check(answers)
    filled = PCL5.filled(answers)
    if filled is Filled.TOO_LITTLE:
        return Result(Tool.PCL5, filled, most=80)
    total = answered(answers)
    parts = tuple(Part(name, answered(answers[a:z]), 4 * (z - a)) for name, a, z, _ in _CLUSTERS)
    level = Level.POSITIVE if total >= POSITIVE else Level.NEAR if total >= LENIENT else Level.BELOW
    whole = filled is Filled.WHOLE
    pattern = all(_symptoms(answers[a:z]) >= least for _, a, z, least in _CLUSTERS)
    return Result(
        Tool.PCL5, filled, total, 80, level if whole else None, total >= POSITIVE, parts=parts,
        pattern=pattern if whole else None,
    )  # fmt: skip


def pcptsd5(answers: Answers) -> Result:
    """Score a PC-PTSD-5. Without such an event nothing more is asked, and the total is 0."""
    PCPTSD5.check(answers)
    gate, *rest = answers
    filled = Filled.WHOLE if gate == 0 or None not in answers else Filled.TOO_LITTLE
    if filled is Filled.TOO_LITTLE:
        return Result(Tool.PCPTSD5, filled, most=5)
    total = answered(rest) if gate else 0
    level = Level.POSITIVE if total >= _ENOUGH else Level.NEAR if total == _ENOUGH - 1 else Level.BELOW
    return Result(Tool.PCPTSD5, filled, total, 5, level, total >= _ENOUGH)


def itq(answers: Answers) -> Result:
    """Score an ITQ for ICD-11: nothing, PTSD, or complex PTSD in its place. It has no total."""
    ITQ.check(answers)
    filled = ITQ.filled(answers)
    if filled is not Filled.WHOLE:
        return Result(Tool.ITQ, filled)
    ptsd, disturbed = _threefold(answers[:9]), _threefold(answers[9:])
    level = Level.CPTSD if ptsd and disturbed else Level.PTSD if ptsd else Level.NO_PATTERN
    return Result(Tool.ITQ, filled, level=level, refer=ptsd, pattern=ptsd)


def _symptoms(answers: Answers) -> int:
    return sum((answer or 0) >= _PRESENT for answer in answers)


def _threefold(answers: Answers) -> bool:
    """A symptom in each of three pairs, and one impairment in the three items after them."""
    groups = (answers[0:2], answers[2:4], answers[4:6], answers[6:9])
    return all(_symptoms(group) for group in groups)
