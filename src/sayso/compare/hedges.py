"""Hedges that went: one utterance told with a hedge before, and without by a later article."""

from collections.abc import Iterator

from sayso.compare.making import change, ref
from sayso.compare.matching import Matched
from sayso.model.change import Change, ChangeKind
from sayso.model.relation import Differs, Rendering, Utterance
from sayso.model.report import Statement


def compare(matched: Matched) -> Iterator[Change]:
    """Yield a change for each utterance of which every earlier telling was hedged and a later one is not.

    Later is an article that is known to have come out no earlier; without dates nothing is told.
    """
    for one in matched.after.dossier.renderings:
        yield from _utterance(matched, one)


def _utterance(matched: Matched, one: Utterance) -> Iterator[Change]:
    old = [fact for way in one.renderings for fact in _facts(matched, way) if fact.id in matched.was]
    hedged = [fact for fact in old if fact.hedges]
    if not hedged or len(hedged) < len(old):
        return
    bare = [
        fact
        for way in one.renderings
        if any(difference.kind is Differs.HEDGE and difference.there for difference in way.differences)
        for fact in _facts(matched, way)
        if fact.id in matched.fresh and not fact.hedges and _later(matched, fact, hedged)
    ]
    if bare:
        yield change(
            ChangeKind.HEDGE_GONE,
            one.claim,
            matched.reports(fact.id for fact in bare),
            before=[ref(matched.before.facts[matched.was[fact.id]]) for fact in hedged[:1]],
            after=map(ref, bare[:1]),
            was=", ".join(" ".join(hedge.text.split()) for hedge in hedged[0].hedges),
        )


def _facts(matched: Matched, way: Rendering) -> list[Statement]:
    found = (matched.after.facts.get(ref.id) for ref in way.facts)
    return [fact for fact in found if isinstance(fact, Statement)]


def _later(matched: Matched, fact: Statement, others: list[Statement]) -> bool:
    day = matched.after.day(fact.report)
    days = [matched.after.day(other.report) for other in others]
    return bool(day) and all(earlier and earlier <= day for earlier in days)
