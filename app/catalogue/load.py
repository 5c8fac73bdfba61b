"""Read the whole catalogue, check that every reference leads somewhere, and freeze it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from app.catalogue import shapes
from app.catalogue.definitions import (
    BundleDef,
    Catalogue,
    Choice,
    DueDef,
    EntitlementDef,
    NameDef,
    SourceDef,
    StatusDef,
    StepDef,
)
from app.catalogue.files import CatalogueBroken, load
from app.catalogue.ranks import RankDef, Ranks
from app.catalogue.search_file import read_search
from app.domain.deadline import Term, Unit
from app.domain.evidence import parse_need
from app.domain.fate import GROUPS, Fate
from app.domain.grading import Grade
from app.domain.recurrence import Gap, Repeat, pattern
from app.domain.redaction import RedactionMatrix
from app.domain.text import Text
from app.domain.transition import TransitionDef
from app.paths import resource

_STEP_DONE = re.compile(r"STEP_DONE\((?P<id>[A-Z]+-\d+)\)")


@lru_cache
def ukraine() -> Catalogue:
    """The catalogue that the program ships."""
    return read(resource("catalogue/ua"))


def read(folder: Path) -> Catalogue:
    """The catalogue in `folder`; raises `CatalogueBroken` naming file and line, and never half-loads."""
    try:
        return _read(folder)
    except _Dangling as error:
        file, code, problem = error.args
        lines = (folder / file).read_text("utf-8").splitlines()
        line = next((number for number, text in enumerate(lines, 1) if code in text), 1)
        raise CatalogueBroken(file=file, line=line, problem=problem) from error


class _Dangling(Exception):
    """A reference that leads nowhere: file, code, problem."""


def _read(folder: Path) -> Catalogue:
    statuses = load(folder / "statuses.yaml", shapes.StatusesFile)
    moves = load(folder / "transitions.yaml", shapes.TransitionsFile)
    bundles = load(folder / "bundles.yaml", shapes.BundlesFile)
    matrix = load(folder / "redaction.yaml", shapes.RedactionFile)
    services = load(folder / "services.yaml", shapes.ServicesFile)
    catalogue = Catalogue(
        statuses={shape.code: _status(shape) for shape in statuses.statuses},
        initial=frozenset(moves.initial),
        transitions=tuple(_transition(shape) for shape in moves.transitions),
        steps={shape.id: _step(shape) for shape in load(folder / "steps.yaml", shapes.StepsFile).steps},
        bundles=tuple(
            BundleDef(key, frozenset(shape.when.fates), shape.when.event, tuple(shape.steps))
            for key, shape in bundles.bundles.items()
        ),
        inherited={fate: tuple(keys) for fate, keys in bundles.after.items()},
        bodies=_names(load(folder / "bodies.yaml", shapes.BodiesFile).bodies),
        documents=_names(load(folder / "documents.yaml", shapes.DocumentsFile).documents),
        oblasts={
            shape.katottg: NameDef(shape.katottg, Text(shape.uk, shape.en))
            for shape in load(folder / "oblasts.yaml", shapes.OblastsFile).oblasts
        },
        sources=_sources(load(folder / "source_types.yaml", shapes.SourcesFile).source_types),
        services=_names(services.services),
        terms_of_service=_names(services.service_type),
        ranks=_ranks(load(folder / "ranks.yaml", shapes.RanksFile)),
        redaction=RedactionMatrix([row.model_dump(exclude={"rule"}) for row in matrix.fields]),
        search=read_search(folder / "search.yaml"),
        entitlements={
            shape.code: _entitlement(shape)
            for shape in load(folder / "entitlements.yaml", shapes.EntitlementsFile).entitlements
        },
    )
    _check(catalogue)
    return catalogue


def _names(named: Iterable[shapes.Named]) -> Mapping[str, NameDef]:
    return {
        shape.code: NameDef(shape.code, Text(shape.uk, shape.en), _family(shape.family_uk, shape.family_en))
        for shape in named
    }


def _sources(shaped: Iterable[shapes.SourceShape]) -> Mapping[str, SourceDef]:
    return {
        shape.code: SourceDef(
            shape.code, Text(shape.uk, shape.en), Grade(shape.prefill[0], int(shape.prefill[1])),
            shape.confirms_captivity, _family(shape.warn_uk, shape.warn_en),
        )
        for shape in shaped
    }  # fmt: skip


def _repeat(step: shapes.StepShape) -> Repeat | None:
    shape = step.repeat
    if shape is None:
        return None
    try:
        if shape.pattern:
            return pattern(shape.pattern)
        if shape.every == "each":
            return Repeat(occasion=shape.unit or "event", until=shape.until or "")
        every = Gap(int(shape.every or 0), Unit(shape.unit or ""))
    except ValueError as error:
        raise _Dangling("steps.yaml", step.id, f"{step.id}: {error}: no turns can be counted so") from error
    return Repeat(every=every, times=shape.count, until=shape.until or "")


def _family(uk: str | None, en: str | None) -> Text | None:
    return Text(uk, en) if uk and en else None


def _ranks(file: shapes.RanksFile) -> Ranks:
    army = [RankDef(Text(shape.army_uk, shape.army_en), shape.nato) for shape in file.ranks]
    navy = [RankDef(Text(shape.navy_uk, shape.navy_en), shape.nato) for shape in file.ranks]
    both = zip(army, navy, strict=True)
    present = dict.fromkeys(rank for pair in both for rank in pair)
    legacy = (RankDef(Text(shape.uk, shape.en)) for shape in file.legacy_ranks)
    return Ranks((*present, *legacy), tuple(Text(shape.uk, shape.en) for shape in file.suffixes))


def _status(shape: shapes.StatusShape) -> StatusDef:
    return StatusDef(
        fate=shape.code,
        name=Text(shape.uk, shape.en),
        feminine_uk=shape.uk_f,
        short=Text(shape.short_uk, shape.short_en or shape.en),
        family=_family(shape.family_uk, shape.family_en or shape.en),
    )


def _transition(shape: shapes.TransitionShape) -> TransitionDef:
    to = None if shape.to == "PREVIOUS" else Fate(shape.to)
    return TransitionDef(shape.from_, to, tuple(parse_need(need) for need in shape.needs), shape.who)


def _step(shape: shapes.StepShape) -> StepDef:
    due = shape.due
    return StepDef(
        id=shape.id,
        track=shape.track,
        name=Text(shape.name_uk, shape.name_en),
        family=_family(shape.family_uk, shape.family_en),
        applies_to=_fates(shape.id, shape.applies_to, "steps.yaml"),
        body=shape.body,
        trigger=shape.trigger,
        due=DueDef(
            start=due.from_,
            otherwise=tuple(due.else_),
            term=Term(due.qty, due.unit, due.kind),
            choose=tuple(Choice(Term(one.qty, one.unit, due.kind), one.basis) for one in due.choose),
        ),
        documents=tuple(shape.docs),
        produces=tuple(shape.produces),
        basis=tuple(shape.basis),
        print=shape.print,
        sensitivity=shape.sens,
        confidence=shape.conf,
        sources=tuple(shape.src),
        scope_office=shape.scope == "office",
        repeat=_repeat(shape),
    )


def _entitlement(shape: shapes.EntitlementShape) -> EntitlementDef:
    return EntitlementDef(
        purpose=shape.code,
        name=Text(shape.uk, shape.en),
        applies_to=_fates(shape.code, shape.applies_to, "entitlements.yaml"),
        ask=shape.ask,
        basis=shape.basis,
        confidence=shape.conf,
        sources=tuple(shape.src),
        because={reason: Text(words.uk, words.en) for reason, words in shape.because.items()},
    )


def _fates(code: str, names: Iterable[str], file: str) -> frozenset[Fate]:
    found: set[Fate] = set()
    for name in names:
        if name in GROUPS:
            found |= GROUPS[name]
        elif name in Fate.__members__:
            found.add(Fate(name))
        else:
            raise _Dangling(file, code, f"{code}: {name} is no status or group")
    return frozenset(found)


def _check(catalogue: Catalogue) -> None:
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
    for right in catalogue.entitlements.values():
        _known(right.ask, catalogue.bodies, f"{right.purpose}: body", "entitlements.yaml")


def _check_steps(catalogue: Catalogue) -> None:
    for step in catalogue.steps.values():
        _known(step.body, catalogue.bodies, f"{step.id}: body", "steps.yaml")
        for code in (*step.documents, *step.produces):
            _known(code, catalogue.documents, f"{step.id}: document", "steps.yaml")
        for event in (step.trigger, step.due.start, *step.due.otherwise):
            if match := _STEP_DONE.fullmatch(event):
                _known(match["id"], catalogue.steps, f"{step.id}: step", "steps.yaml")
    _no_circle(catalogue.steps)


def _known(code: str, known: Mapping[str, object], where: str, file: str) -> None:
    if code not in known:
        raise _Dangling(file, code, f"{where} {code} does not exist")


def _no_circle(steps: Mapping[str, StepDef]) -> None:
    """A step that waits for itself, however indirectly, would never open."""
    for first in steps.values():
        seen: set[str] = set()
        step: StepDef | None = first
        while step is not None:
            if step.id in seen:
                raise _Dangling("steps.yaml", first.id, f"{first.id} waits for itself")
            seen.add(step.id)
            match = _STEP_DONE.fullmatch(step.due.start)
            step = steps[match["id"]] if match else None
