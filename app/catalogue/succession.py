"""One law pack after another: what the newer says holds, what the older said is still known, and nothing vanishes."""

from collections.abc import Iterable
from dataclasses import replace

from app.catalogue.definitions import BundleDef, Catalogue, StepDef


def succeed(older: Catalogue, newer: Catalogue) -> Catalogue:
    """`newer` in force after `older`: each rule knows what held before it.

    Steps, bodies and documents that only the older one has stay known, for cases speak of them; such a step is retired.
    """
    steps = {code: _after(older.steps.get(code), step) for code, step in newer.steps.items()}
    gone = {code: replace(step, retired=True) for code, step in older.steps.items() if code not in newer.steps}
    return replace(
        newer, steps={**steps, **gone}, bodies={**older.bodies, **newer.bodies},
        documents={**older.documents, **newer.documents},
    )  # fmt: skip


def with_own(catalogue: Catalogue, own: Iterable[StepDef], offered: Iterable[str]) -> Catalogue:
    """`catalogue` and beside it the office's own steps; those in `offered` come with every status they apply to."""
    steps = {step.id: step for step in own}
    bundles = (BundleDef(code, steps[code].applies_to, None, (code,)) for code in offered)
    return replace(catalogue, steps={**catalogue.steps, **steps}, bundles=(*catalogue.bundles, *bundles))


def _after(before: StepDef | None, step: StepDef) -> StepDef:
    if before is None:
        return step
    if before.due == step.due:
        return replace(step, ruled_since=before.ruled_since, before=before.before)
    return replace(step, before=before)
