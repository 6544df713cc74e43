"""Statements and figures that assert the same, gathered into claims; what is left alone is a claim of its
own.

Pairs are proposed by `proposals`, decided by the rules of `sameness`, and joined best first; two groups join
only while no rule keeps any two of their members apart. A statement that tells a claim in one of its clauses
is put with it by `asides`. Origins, text and rank come later, when copies and conflicts are known.
"""

from collections.abc import Iterable, Mapping, Sequence

from sayso.embed import Embed
from sayso.model.blocks import HEADINGS, role
from sayso.model.decision import NO_RULINGS, Rulings
from sayso.model.ids import content_id, smallest
from sayso.model.relation import Bearing, Claim, First, Member, Ref, RefKind, Resolved, Support
from sayso.model.report import Moment
from sayso.relate import moments
from sayso.relate.matching.asides import Aside, asides
from sayso.relate.matching.joins import Joins
from sayso.relate.matching.nearness import Pair
from sayso.relate.matching.proposals import proposed
from sayso.relate.matching.sameness import independent, keeps_apart, same
from sayso.relate.matching.units import Same, Unit, units
from sayso.relate.view import View, view

LINKED = 0.5
"""Share of the pairs across two groups that must be linked for the groups to be one claim."""


def relate(
    resolved: Resolved, embed: Embed, rulings: Rulings = NO_RULINGS, found: Sequence[Unit] | None = None
) -> tuple[Claim, ...]:
    """Return the claims of a story, by id, every statement and figure in one; origins and rank are still
    empty. Which claims are one, and which facts never are, reviewers say first, by `rulings`. `found` are the
    story's units where they are known already.
    """
    story = view(resolved)
    found = units(story) if found is None else found
    links, joins = _links(story, found, embed), Joins.of(found, rulings)
    groups = _with_lone_figures(found, joins.joined(_groups(story, found, links, joins)), joins)
    beside = asides(story, found, groups, joins, embed)
    made = (_claim(story, found, group, links, beside.get(place, ())) for place, group in enumerate(groups))
    return tuple(sorted(made, key=lambda claim: claim.id))


def _links(story: View, found: Sequence[Unit], embed: Embed) -> dict[Pair, Same]:
    links = {}
    for (i, j), cosine in proposed(story, found, embed).items():
        alike = same(story, found[i], found[j], cosine)
        if alike:
            links[i, j] = alike
    return links


def _groups(story: View, found: Sequence[Unit], links: Mapping[Pair, Same], joins: Joins) -> list[list[int]]:
    """Join the ends of links, surest first, while nothing keeps any two members of the joined group apart."""
    group_of = {number: [number] for number in range(len(found))}
    order = sorted(links, key=lambda pair: (-links[pair].score, found[pair[0]].ref.id, found[pair[1]].ref.id))
    for i, j in order:
        one, other = group_of[i], group_of[j]
        headed = _heads(story, found, one, j) or _heads(story, found, other, i)
        if one is other or not (headed or _belong(story, found, links, one, other)):
            continue
        if joins.kept_apart(one, other) or any(
            keeps_apart(story, found[a], found[b]) for a in one for b in other
        ):
            continue
        joined = sorted([*one, *other])
        group_of.update(dict.fromkeys(joined, joined))
    return [group for number, group in group_of.items() if group[0] == number]


def _heads(story: View, found: Sequence[Unit], group: Sequence[int], told: int) -> bool:
    """Say whether a group is but a heading, and linked with its own text: it goes where that does."""
    unit = found[group[0]]
    heading = role(story.report(unit.report), unit.span[0]) in HEADINGS
    return len(group) == 1 and heading and found[told].report == unit.report


def _with_lone_figures(found: Sequence[Unit], groups: Sequence[list[int]], joins: Joins) -> list[list[int]]:
    """Put a figure that nothing else states back with its statement, and one that only the statements of one
    claim state with that claim: it would be shown by the same sentence."""
    home = {found[number].ref.id: group for group in groups for number in group}
    kept: list[list[int]] = []
    for group in groups:
        into = _one_home(found, group, home)
        if into is None or joins.kept_apart(group, into):
            kept.append(group)
        else:
            into += group
    return [sorted(group) for group in kept]


def _one_home(found: Sequence[Unit], group: Sequence[int], home: Mapping[str, list[int]]) -> list[int] | None:
    """The group that holds the statements of all of a group of figures; None for others."""
    told = [found[number] for number in group]
    homes = [
        home.get(unit.statement.id) if unit.statement and unit.ref.kind is RefKind.FIGURE else None
        for unit in told
    ]
    return homes[0] if all(one is not None and one is homes[0] for one in homes) else None


def _belong(
    story: View, found: Sequence[Unit], links: Mapping[Pair, Same], one: Sequence[int], other: Sequence[int]
) -> bool:
    """Say whether enough pairs across two groups are linked, and enough of those that would be two origins.

    One odd member must not chain two claims together, nor what an outlet tells join two parties that say
    other things.
    """
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    telling = [pair for pair in pairs if independent(story, found[pair[0]], found[pair[1]])]
    return all(sum(pair in links for pair in some) >= LINKED * len(some) for some in (pairs, telling))


def _claim(
    story: View,
    found: Sequence[Unit],
    group: Sequence[int],
    links: Mapping[Pair, Same],
    beside: Sequence[Aside],
) -> Claim:
    """The claim of a group of units, and of the clauses of other statements that tell it as well: these give
    it no other id."""
    members = [
        Member(found[i].ref.kind, found[i].ref.id, found[i].bearing, _why(i, group, links)) for i in group
    ]
    members += [extra for i in group for extra in _own_figures(found[i])]
    ids = [member.id for member in members]
    members += [Member(one.ref.kind, one.ref.id, one.bearing, alike.why, one.parts) for one, alike in beside]
    lead = found[group[0]]
    return Claim(
        id=content_id("claim", smallest(ids), lead.ref.kind),
        text=lead.text,
        text_from=lead.ref,
        rank=0.0,
        rank_why="",
        members=tuple(sorted(members, key=lambda member: member.id)),
        origins=(),
        origins_low=0,
        origins_high=0,
        sides=(),
        support=Support.UNTRACED,
        disputed_by=(),
        first=_first(story, [found[i] for i in group]),
    )


def _own_figures(unit: Unit) -> Iterable[Member]:
    """The only figure of a statement goes with it."""
    if unit.ref.kind is RefKind.STATEMENT and unit.alone:
        yield Member(RefKind.FIGURE, unit.alone.id, unit.bearing, "the figure of this statement")


def _why(number: int, group: Sequence[int], links: Mapping[Pair, Same]) -> str:
    near = [
        links[pair]
        for pair in ((min(number, o), max(number, o)) for o in group if o != number)
        if pair in links
    ]
    if near:
        return max(near, key=lambda link: (link.score, link.why)).why
    return "a figure of this statement" if len(group) > 1 else ""


def _first(story: View, group: Sequence[Unit]) -> First | None:
    """The earliest report to assert it, where dates show one."""
    dated: list[tuple[Moment, str]] = []
    for unit in group:
        moment = moments.known(story.report(unit.report))
        if moment and moment.to and unit.bearing is Bearing.ASSERTS:
            dated.append((moment, unit.report))
    if not dated:
        return None
    moment, report = min(dated, key=lambda item: (moments.key(item[0]), item[1]))
    return First(report, moment)


def refs(claim: Claim) -> tuple[Ref, ...]:
    """Return references to a claim's members."""
    return tuple(Ref(member.kind, member.id) for member in claim.members)
