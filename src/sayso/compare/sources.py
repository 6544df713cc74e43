"""Sources that were unnamed and now have a name, and leads that were found."""

from collections import defaultdict
from collections.abc import Iterator

from sayso.compare.making import change
from sayso.compare.matching import Matched
from sayso.model.change import Change, ChangeKind
from sayso.model.names import one_house
from sayso.model.relation import Lead, Ref, RefKind
from sayso.model.report import Statement


def compare(matched: Matched) -> Iterator[Change]:
    """Yield the sources that got a name, and the leads whose article is now there."""
    yield from _named(matched)
    for lead in matched.before.dossier.leads:
        yield from _found(matched, lead)


def _named(matched: Matched) -> Iterator[Change]:
    """A statement that still stands, whose one source was known by description and now by a name that a new
    article gives."""
    naming: dict[str, set[str]] = defaultdict(set)
    came = {*matched.documents.new, *matched.documents.edited}
    for mention in matched.after.dossier.mentions:
        if mention.report in came:
            naming[mention.entity].add(mention.report)
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for earlier, later in sorted(matched.same.items()):
        was, now = matched.before.facts.get(earlier), matched.after.facts.get(later)
        if isinstance(was, Statement) and isinstance(now, Statement):
            pair = _one_each(matched, was, now)
            if pair and naming[pair[1]]:
                groups[pair].append((earlier, later))
    for (was_, now_), facts in sorted(groups.items()):
        yield change(
            ChangeKind.SOURCE_NAMED,
            now_,
            naming[now_],
            before=[Ref(RefKind.STATEMENT, facts[0][0])],
            after=[Ref(RefKind.STATEMENT, facts[0][1])],
            was=matched.before.entities[was_].name,
            now=matched.after.entities[now_].name,
            entity=now_,
        )


def _one_each(matched: Matched, was: Statement, now: Statement) -> tuple[str, str] | None:
    if len(was.sources) != 1 or len(now.sources) != 1:
        return None
    before = matched.before.entities.get(was.sources[0])
    after = matched.after.entities.get(now.sources[0])
    if before is None or after is None or before.named or not after.named:
        return None
    return before.id, after.id


def _found(matched: Matched, lead: Lead) -> Iterator[Change]:
    """An agency's or outlet's own report that others named, once an article of its own is there that is
    known to have come out no later than one of them: nobody credits what is yet to come."""
    entity = matched.before.entities.get(lead.entity or "")
    if entity is None or any(ref.kind is not RefKind.REPORT for ref in lead.named_by):
        return
    if any(one.what == lead.what for one in matched.after.dossier.leads):
        return
    named = [matched.before.day(ref.id) for ref in lead.named_by]
    found = [
        id_
        for id_ in matched.documents.new
        if (outlet := matched.after.reports[id_].outlet)
        and any(one_house(name, outlet) or one_house(outlet, name) for name in entity.names)
        and matched.after.day(id_)
        and any(matched.after.day(id_) <= day for day in named)
    ]
    if found:
        yield change(
            ChangeKind.LEAD_FOUND,
            matched.entities.get(entity.id, entity.id),
            found,
            before=lead.named_by,
            after=[Ref(RefKind.REPORT, id_) for id_ in found],
            entity=matched.entities.get(entity.id, entity.id),
            was=lead.what,
        )
