"""Read the whole catalogue, check that every reference leads somewhere, and freeze it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from app.catalogue import shapes
from app.catalogue.checks import Dangling, check
from app.catalogue.definitions import (
    BundleDef,
    Catalogue,
    Choice,
    DueDef,
    EntitlementDef,
    NameDef,
    PackDef,
    QuestionDef,
    SourceDef,
    StatusDef,
    StepDef,
    StopDef,
    WaveDef,
)
from app.catalogue.files import CatalogueBroken, M, parse
from app.catalogue.money_file import read_money
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

_ITS_TRIGGER = frozenset({"trigger", "event"})
"""Written instead of an event where the term runs from the step's own trigger."""


@lru_cache
def ukraine() -> Catalogue:
    """The catalogue that the program ships."""
    return read_texts(ukraine_texts())


@lru_cache
def ukraine_texts() -> Mapping[str, str]:
    """The files of that catalogue by their names."""
    return _texts(resource("catalogue/ua"))


def read(folder: Path) -> Catalogue:
    """The catalogue in `folder`; raises `CatalogueBroken` naming file and line, and never half-loads."""
    return read_texts(_texts(folder))


def _texts(folder: Path) -> Mapping[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))}


def read_texts(texts: Mapping[str, str]) -> Catalogue:
    """The catalogue in `texts` by the names of its files; raises as `read`."""
    try:
        return _read(texts)
    except Dangling as error:
        file, code, problem = error.args
        line = next((number for number, text in enumerate(texts[file].splitlines(), 1) if code in text), 1)
        raise CatalogueBroken(file=file, line=line, problem=problem) from error


def _read(texts: Mapping[str, str]) -> Catalogue:
    def load(name: str, shape: type[M]) -> M:
        return parse(name, texts[name], shape)

    statuses = load("statuses.yaml", shapes.StatusesFile)
    moves = load("transitions.yaml", shapes.TransitionsFile)
    bundles = load("bundles.yaml", shapes.BundlesFile)
    matrix = load("redaction.yaml", shapes.RedactionFile)
    services = load("services.yaml", shapes.ServicesFile)
    law = load("law.yaml", shapes.LawFile)
    stops = load("stops.yaml", shapes.StopsFile)
    catalogue = Catalogue(
        statuses={shape.code: _status(shape) for shape in statuses.statuses},
        initial=frozenset(moves.initial),
        transitions=tuple(_transition(shape) for shape in moves.transitions),
        steps=_steps(load("steps.yaml", shapes.StepsFile), law),
        bundles=tuple(
            BundleDef(key, frozenset(shape.when.fates), shape.when.event, tuple(shape.steps))
            for key, shape in bundles.bundles.items()
        ),
        inherited={fate: tuple(keys) for fate, keys in bundles.after.items()},
        bodies=_names(load("bodies.yaml", shapes.BodiesFile).bodies),
        documents=_names(load("documents.yaml", shapes.DocumentsFile).documents),
        oblasts={
            shape.katottg: NameDef(shape.katottg, Text(shape.uk, shape.en))
            for shape in load("oblasts.yaml", shapes.OblastsFile).oblasts
        },
        sources=_sources(load("source_types.yaml", shapes.SourcesFile).source_types),
        services=_names(services.services),
        terms_of_service=_names(services.service_type),
        ranks=_ranks(load("ranks.yaml", shapes.RanksFile)),
        redaction=RedactionMatrix([row.model_dump(exclude={"rule"}) for row in matrix.fields]),
        search=read_search(texts["search.yaml"]),
        money=read_money(texts["money.yaml"]),
        entitlements={
            shape.code: _entitlement(shape, law)
            for shape in load("entitlements.yaml", shapes.EntitlementsFile).entitlements
        },
        law=pack_of(law),
        waves={
            key: tuple(WaveDef(wave.after, frozenset(wave.steps)) for wave in waves)
            for key, waves in bundles.staging.items()
        },
        stops=tuple(_stop(shape) for shape in stops.stops),
        paid_steps=frozenset(stops.paid),
    )
    check(catalogue)
    return catalogue


def _steps(file: shapes.StepsFile, law: shapes.LawFile) -> Mapping[str, StepDef]:
    steps: dict[str, StepDef] = {}
    for shape in file.steps:
        if shape.id in steps:
            raise Dangling("steps.yaml", shape.id, f"{shape.id} stands here twice")
        steps[shape.id] = _step(shape, law)
    return steps


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
        raise Dangling("steps.yaml", step.id, f"{step.id}: {error}: no turns can be counted so") from error
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


def _step(shape: shapes.StepShape, law: shapes.LawFile) -> StepDef:
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
            start=shape.trigger if due.from_ in _ITS_TRIGGER else due.from_,
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
        since=shape.valid_from,
        until=shape.valid_to,
        keeps=shape.keeps,
        law=law.law.version,
        ruled_since=law.law.version,
        questions=tuple(question.code for question in law.questions if shape.id in question.steps),
    )


def _entitlement(shape: shapes.EntitlementShape, law: shapes.LawFile) -> EntitlementDef:
    return EntitlementDef(
        purpose=shape.code,
        name=Text(shape.uk, shape.en),
        applies_to=_fates(shape.code, shape.applies_to, "entitlements.yaml"),
        ask=shape.ask,
        basis=shape.basis,
        confidence=shape.conf,
        sources=tuple(shape.src),
        because={reason: Text(words.uk, words.en) for reason, words in shape.because.items()},
        questions=tuple(question.code for question in law.questions if shape.code in question.entitlements),
    )


def pack_of(file: shapes.LawFile) -> PackDef:
    """What law.yaml says of the pack."""
    told = file.law
    questions = tuple(QuestionDef(one.code, Text(one.uk, one.en), tuple(one.steps)) for one in file.questions)
    return PackDef(told.id, told.version, told.issued, Text(told.notes_uk, told.notes_en), questions, file.sources)


def _stop(shape: shapes.StopShape) -> StopDef:
    since, to = (_fates(shape.code, names, "stops.yaml") for names in (shape.since, shape.to))
    return StopDef(
        shape.code, Text(shape.uk, shape.en), since, to, shape.ask, shape.basis, shape.conf, tuple(shape.src)
    )


def _fates(code: str, names: Iterable[str], file: str) -> frozenset[Fate]:
    found: set[Fate] = set()
    for name in names:
        if name in GROUPS:
            found |= GROUPS[name]
        elif name in Fate.__members__:
            found.add(Fate(name))
        else:
            raise Dangling(file, code, f"{code}: {name} is no status or group")
    return frozenset(found)
