"""Dated events across reports: what happened when, or was said when; one item for each claim and day."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.model.ids import content_id, smallest
from sayso.model.relation import Bearing, Claim, Ref, RefKind, Resolved, TimelineItem
from sayso.model.report import Moment, Statement
from sayso.relate.moments import key, stated
from sayso.relate.view import View, view


def relate(resolved: Resolved, claims: Sequence[Claim]) -> tuple[TimelineItem, ...]:
    """Return the dated events of a story in order of time; only days, weeks and months that the text states
    count.
    """
    story = view(resolved)
    items = [item for claim in claims for item in _of_claim(story, claim)]
    return tuple(sorted(items, key=lambda item: (key(item.when), item.id)))


def _of_claim(story: View, claim: Claim) -> list[TimelineItem]:
    dated: dict[tuple[str | None, str | None], list[tuple[Moment, Statement]]] = defaultdict(list)
    for member in claim.members:
        statement = story.statements.get(member.id)
        if statement and member.bearing is Bearing.ASSERTS:
            moment = stated(statement.event) or stated(statement.said)
            if moment and (moment.from_ or moment.to):
                dated[moment.from_, moment.to].append((moment, statement))
    return [_item(claim, found) for found in dated.values()]


def _item(claim: Claim, found: Sequence[tuple[Moment, Statement]]) -> TimelineItem:
    moment = found[0][0]
    ids = sorted(statement.id for _, statement in found)
    members = tuple(Ref(RefKind.STATEMENT, id_) for id_ in ids)
    id_ = content_id("timeline", smallest(ids), moment.from_, moment.to)
    return TimelineItem(id_, moment, claim.text, members, claim.id)
