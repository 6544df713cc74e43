"""What reviewers decided, as the other files of this folder go by it: facts that take no part, and what is no
conflict, no derivation, no origin."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sayso.model.decision import Decision, Found, Rulings, What
from sayso.model.names import key
from sayso.model.relation import Claim, Conflict, Derivation, Entity, Origin, RefKind, Resolved
from sayso.model.report import Facts


def taking_part(resolved: Resolved, rulings: Rulings) -> Resolved:
    """Return the story without its rejected facts; a figure that outlives its statement belongs to none."""
    gone = rulings.rejected
    return _with_facts(resolved, lambda one: _taking_part(one, gone)) if gone else resolved


def without_sums(resolved: Resolved, rulings: Rulings) -> Resolved:
    """Return the story without the sums that somebody rejected."""
    gone = rulings.sums

    def standing(item: Facts) -> Facts:
        return replace(
            item, figures=tuple(one for one in item.figures if frozenset(one.derived_from) not in gone)
        )

    return _with_facts(resolved, standing) if gone else resolved


def with_rejected(summed: Resolved, whole: Resolved) -> Resolved:
    """Return the `whole` story with the sums of the one that took part: what was rejected is still shown."""
    sums = {item.report.id: tuple(one for one in item.figures if one.derived_from) for item in summed.facts}
    return _with_facts(
        whole, lambda item: replace(item, figures=(*item.figures, *sums.get(item.report.id, ())))
    )


def conflicts(found: Sequence[Conflict], rulings: Rulings) -> tuple[Conflict, ...]:
    """Return the conflicts but for those that somebody says are none."""
    return tuple(one for one in found if (one.type, frozenset((one.a.id, one.b.id))) not in rulings.conflicts)


def derivations(resolved: Resolved, found: Sequence[Derivation], rulings: Rulings) -> tuple[Derivation, ...]:
    """Return the derivations but for those that somebody says are none."""
    if not rulings.derivations:
        return tuple(found)
    by_id = {one.id: one for one in resolved.entities}

    def denied(one: Derivation) -> bool:
        source = one.from_.report, one.from_.entity
        return any(one.report == report and _is(by_id, source, whom) for report, whom in rulings.derivations)

    return tuple(one for one in found if not denied(one))


def origins(
    entities: Mapping[str, Entity], claim: Claim, found: Sequence[Origin], rulings: Rulings
) -> tuple[Origin, ...]:
    """Return the origins of a claim but for those that somebody says are none."""
    if not rulings.origins:
        return tuple(found)
    facts = {member.id for member in claim.whole}
    denied = [whom for about, whom in rulings.origins if _most(facts, about)]

    def kept(one: Origin) -> bool:
        return not any(_is(entities, (None, one.entity), whom) for whom in denied)

    return tuple(one for one in found if kept(one))


def decisions(
    rulings: Rulings, claims: Sequence[Claim], apart: Sequence[Conflict], entities: Sequence[Entity]
) -> tuple[Decision, ...]:
    """Return the decisions on the story, in order of time, each with the id that its thing has now."""
    return tuple(_now(one, claims, apart, entities) for one in rulings.found)


def _with_facts(resolved: Resolved, change: Callable[[Facts], Facts]) -> Resolved:
    return replace(resolved, facts=tuple(map(change, resolved.facts)))


def _taking_part(item: Facts, gone: frozenset[str]) -> Facts:
    statements = tuple(one for one in item.statements if one.id not in gone)
    figures = tuple(
        replace(one, statement=None) if one.statement in gone else one
        for one in item.figures
        if one.id not in gone
    )
    return replace(item, statements=statements, figures=figures)


def _is(entities: Mapping[str, Entity], thing: tuple[str | None, str | None], whom: frozenset[str]) -> bool:
    """Say whether a report, or an entity by one of its names, is whom a reviewer means."""
    report, entity = thing
    known = entities.get(entity or "")
    names = {key(name) for name in (known.name, *known.names)} if known else set()
    return report in whom or bool(names & {key(name) for name in whom})


def _most(facts: set[str], about: frozenset[str]) -> bool:
    return 2 * len(facts & about) > len(about)


def _now(
    found: Found, claims: Sequence[Claim], apart: Sequence[Conflict], entities: Sequence[Entity]
) -> Decision:
    one = found.decision
    about = _id(one.about.kind, found.about, one, claims, apart, entities)
    other = _id(one.with_.kind, found.with_, one, claims, apart, entities) if one.with_ else None
    return replace(
        one,
        about=replace(one.about, id=about or one.about.id),
        with_=replace(one.with_, id=other or one.with_.id) if one.with_ else None,
    )


def _id(
    kind: RefKind,
    things: tuple[str, ...],
    decision: Decision,
    claims: Sequence[Claim],
    apart: Sequence[Conflict],
    entities: Sequence[Entity],
) -> str | None:
    """The id of a claim, conflict or entity of now; None for what has none, or keeps its own."""
    if not things or decision.what is What.UNDO:
        return None
    if kind is RefKind.CLAIM:
        sizes = [(len({member.id for member in one.whole} & set(things)), one.id) for one in claims]
        best = min(((-size, id_) for size, id_ in sizes if size), default=None)
        return best[1] if best else None
    if kind is RefKind.CONFLICT:
        return next((one.id for one in apart if {one.a.id, one.b.id} == set(things)), None)
    if kind is RefKind.ENTITY:
        wanted = key(things[0])
        return next((one.id for one in entities if wanted in {key(name) for name in one.names}), None)
    return None
