"""Every reference of a catalogue leads somewhere, and nothing waits for itself."""

import re
from collections.abc import Mapping

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.entitlement import Purpose

_STEP_DONE = re.compile(r"STEP_DONE\((?P<id>[A-Z]+-\d+)\)")
OWN = "OWN-"
"""How the codes of an office's own steps begin; no law pack may call a step so."""


class Dangling(Exception):
    """A reference that leads nowhere: file, code, problem."""


def check(catalogue: Catalogue) -> None:
    """Raise `Dangling` at the first reference that leads nowhere."""
    _check_steps(catalogue)
    for bundle in catalogue.bundles:
        for step_id in bundle.steps:
            _known(step_id, catalogue.steps, f"{bundle.key}: step", "bundles.yaml")
    for keys in catalogue.inherited.values():
        for key in keys:
            _known(key, {bundle.key: bundle for bundle in catalogue.bundles}, "after", "bundles.yaml")
    for reply in catalogue.search.replies:
        for body in reply.bodies | reply.but:
            _known(body, catalogue.bodies, f"{reply.kind}: body", "search.yaml")
    for question in catalogue.law.questions:
        for step_id in question.steps:
            _known(step_id, catalogue.steps, f"{question.code}: step", "law.yaml")
    _check_rights(catalogue)
    _check_waves(catalogue)
    _check_stops(catalogue)


def _check_stops(catalogue: Catalogue) -> None:
    for stop in catalogue.stops:
        _known(stop.ask, catalogue.bodies, f"{stop.code}: body", "stops.yaml")
    for step_id in catalogue.paid_steps:
        _known(step_id, catalogue.steps, "paid: step", "stops.yaml")


def _check_waves(catalogue: Catalogue) -> None:
    """Every step of a bundle that comes in waves stands in exactly one of them."""
    bundles = {bundle.key: bundle for bundle in catalogue.bundles}
    for key, waves in catalogue.waves.items():
        _known(key, bundles, "staging: bundle", "bundles.yaml")
        staged = [step_id for wave in waves for step_id in wave.steps]
        for step_id in {*bundles[key].steps, *staged}:
            if staged.count(step_id) != 1 or step_id not in bundles[key].steps:
                raise Dangling("bundles.yaml", step_id, f"{key}: {step_id} must stand in the bundle and in one wave")


def _check_rights(catalogue: Catalogue) -> None:
    for purpose in Purpose:
        if purpose not in catalogue.entitlements:
            raise Dangling("entitlements.yaml", "entitlements", f"the right {purpose} is missing")
    for right in catalogue.entitlements.values():
        _known(right.ask, catalogue.bodies, f"{right.purpose}: body", "entitlements.yaml")
    _check_money(catalogue)


def _check_money(catalogue: Catalogue) -> None:
    for benefit in catalogue.money.benefits.values():
        _known(benefit.decides, catalogue.bodies, f"{benefit.code}: body", "money.yaml")
        for step_id in filter(None, (benefit.step, benefit.watch)):
            _known(step_id, catalogue.steps, f"{benefit.code}: step", "money.yaml")


def _check_steps(catalogue: Catalogue) -> None:
    for step in catalogue.steps.values():
        if step.id.startswith(OWN):
            raise Dangling("steps.yaml", step.id, f"{step.id} is named as the office's own steps are")
        _known(step.body, catalogue.bodies, f"{step.id}: body", "steps.yaml")
        for code in (*step.documents, *step.produces):
            _known(code, catalogue.documents, f"{step.id}: document", "steps.yaml")
        for event in (step.trigger, step.due.start, *step.due.otherwise):
            if match := _STEP_DONE.fullmatch(event):
                _known(match["id"], catalogue.steps, f"{step.id}: step", "steps.yaml")
        if step.repeat is not None and not all(gap.many for gap in (*step.repeat.distances, step.repeat.every) if gap):
            raise Dangling("steps.yaml", step.id, f"{step.id} comes back after no time at all")
    _no_circle(catalogue.steps)


def _known(code: str, known: Mapping[str, object], where: str, file: str) -> None:
    if code not in known:
        raise Dangling(file, code, f"{where} {code} does not exist")


def _no_circle(steps: Mapping[str, StepDef]) -> None:
    """A step that waits for itself, however indirectly, would never open."""
    for first in steps.values():
        seen: set[str] = set()
        step: StepDef | None = first
        while step is not None:
            if step.id in seen:
                raise Dangling("steps.yaml", first.id, f"{first.id} waits for itself")
            seen.add(step.id)
            match = _STEP_DONE.fullmatch(step.due.start)
            step = steps[match["id"]] if match else None
