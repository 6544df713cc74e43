"""Where it comes from, from origins to articles and their copies: nodes and ways for the page's script to lay
out, and rows for those who read it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.model.relation import Bearing, Certainty, Claim, RefKind
from sayso.present import claims as claim_views
from sayso.present import copied, words
from sayso.present.index import Index
from sayso.present.views.common import Link
from sayso.present.views.origins import Graph, Kind, Node, OriginRow, Through, Twin, Way
from sayso.present.ways import Key, Ways, add_credits, gather

SHOWN = {"origin": 12, "lead": 6, "via": 8, "report": 20, "copy": 3}
"""Nodes of a kind that are shown before the rest are folded into one; copies, of one article."""
_CLAIMS = 3
_NAME = 60


def view(index: Index, claims: Sequence[Claim] | None = None) -> Graph | None:
    """Return the graph of the claims, of all when None; None where nothing is traced to anybody."""
    chosen = index.ranked if claims is None else claims
    found = gather(index, chosen)
    if claims is None:
        add_credits(index, found)
    if not found.claims:
        return None
    chains = sorted(found.chains, key=lambda item: (item[0], not item[1]))
    columns = _columns(chain for chain, _ in chains)
    keys = _ordered(found, columns)
    nodes, folds = _nodes(index, found, keys, columns, _untraced(index, chosen))
    at, begun = {key: place for place, key in enumerate(keys)}, found.by_origin()
    return Graph(
        nodes=nodes,
        ways=tuple(
            Way(tuple(at[key] for key in chain), len(found.chains[chain, shown]), shown)
            for chain, shown in chains
        ),
        twins=tuple(_twins(index, at)),
        folds=folds,
        rows=tuple(_row(index, found, key[1], begun[key[1]]) for key in keys if key[0] == Kind.ORIGIN),
    )


def route(index: Index, claim: Claim) -> Graph | None:
    """Return the graph of one claim; None where it would show no more than the claim's own list does."""
    if claim_views.articles(index, claim) < 2:
        return None
    graph = view(index, (claim,))
    told = graph and any(node.kind not in {Kind.ORIGIN, Kind.REPORT} for node in graph.nodes)
    several = graph and len(graph.rows) > 1 and len(graph.ways) > 2
    return graph if told or several else None


def _columns(chains: Iterable[tuple[Key, ...]]) -> dict[Key, int]:
    """Return for each node how far from the left it stands: after all that lead to it, its kind in line."""
    after: dict[Key, set[Key]] = {}
    for chain in chains:
        for key in chain:
            after.setdefault(key, set())
        for start, end in pairwise(chain):
            after[start].add(end)
    relays = _depths(after, Kind.RELAY, 2)
    first = max(relays.values(), default=1) + 1
    depth = _depths(after, Kind.REPORT, first) | relays
    place = {key: depth.get(key, 0 if key[0] == Kind.ORIGIN else 1) for key in after}
    used = sorted(set(place.values()))
    return {key: used.index(column) for key, column in place.items()}


def _depths(after: Mapping[Key, set[Key]], kind: Kind, first: int) -> dict[Key, int]:
    """Return the longest way to each node of one kind over nodes of that kind, counted from `first`."""
    depth = {key: first for key in after if key[0] == kind}
    for _ in range(len(depth)):
        moved = False
        for start in depth:
            for end in after[start]:
                if end in depth and depth[end] <= depth[start] < first + len(depth):
                    depth[end], moved = depth[start] + 1, True
        if not moved:
            break
    return depth


def _weights(found: Ways) -> Counter[Key]:
    """Return how many claims pass each node."""
    passed: dict[Key, set[str]] = {}
    for (chain, _), claims in found.chains.items():
        for key in chain:
            passed.setdefault(key, set()).update(claims)
    return Counter({key: len(claims) for key, claims in passed.items()})


def _reach(found: Ways) -> Counter[Key]:
    """Return at how many articles the ways through each node end."""
    ends: dict[Key, set[Key]] = {}
    for chain, _ in found.chains:
        for key in chain:
            ends.setdefault(key, set()).add(chain[-1])
    return Counter({key: len(reports) for key, reports in ends.items()})


def _ordered(found: Ways, columns: Mapping[Key, int]) -> list[Key]:
    """Return the nodes column by column, those that most articles and claims rest on first."""
    weights, reach = _weights(found), _reach(found)
    return sorted(columns, key=lambda key: (columns[key], -reach[key], -weights[key], key))


def _nodes(
    index: Index,
    found: Ways,
    keys: Sequence[Key],
    columns: Mapping[Key, int],
    untraced: Mapping[str, int],
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    weights, copies = _weights(found), copied.originals(index)
    lacking = {
        lead.entity for lead in index.dossier.leads if any(r.kind is RefKind.REPORT for r in lead.named_by)
    }
    agencies = frozenset(index.agency_of.values())
    made: list[Node] = []
    for key in keys:
        node = _node(index, found, key, columns[key], copies)
        if node.kind is Kind.RELAY and key[1] in agencies:
            node = replace(node, kind=Kind.AGENCY)
        said = words.plural(weights[key], "claim") if weights[key] else ""
        note = " · ".join(filter(None, (node.note, said)))
        here = node.here and not (key[0] == Kind.RELAY and key[1] in lacking)
        made.append(replace(node, note=note, here=here, untraced=untraced.get(key[1], 0)))
    return _folded(made, [copies.get(key[1], "") for key in keys], index)


def _node(index: Index, found: Ways, key: Key, column: int, copies: Mapping[str, str]) -> Node:
    kind, id_ = key[0], key[1]
    if kind == Kind.REPORT:
        kind = Kind.COPY if id_ in copies else Kind.REPORT
        published = index.reports[id_].published
        return Node(
            kind, index.outlet(id_).removeprefix("www."), words.moment(published), f"#r-{id_}", column
        )
    if kind == Kind.LEAD:
        lead = index.dossier.leads[int(id_)]
        name = words.capital(words.clip(lead.what, _NAME))
        return Node(Kind.LEAD, name, "", "#missing", column, here=False)
    side = index.side(id_)
    colour = min(index.sides.get(str(side), 0), 6)
    name = words.capital(words.clip(index.name(id_), _NAME))
    if kind == Kind.RELAY:
        return Node(Kind.RELAY, name, "", None, column)
    shown = id_ in found.shown
    sided = index.name(found.sides.get(id_)) or index.name(side)
    sure = "" if shown else "possibly another"
    other = "" if sided.casefold() == name.casefold() else sided
    note = " · ".join(filter(None, (sure, other)))
    return Node(Kind.ORIGIN, name, note, f"#o-{id_}", column, colour, shown)


def _folded(
    nodes: Sequence[Node], copied: Sequence[str], index: Index
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    """Return the nodes with the long tails of each group folded, and the names of these groups."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, node in enumerate(nodes):
        kind = "via" if node.kind in {Kind.RELAY, Kind.AGENCY} else node.kind.value
        groups.setdefault((kind, copied[place] if kind == "copy" else str(node.column)), []).append(place)
    made, folds = list(nodes), list[str]()
    for (kind, whose), places in groups.items():
        left = places[SHOWN[kind] :]
        if len(left) > 1:
            copies = f"more copies of {index.outlet(whose)}" if kind == "copy" else "more"
            for place in left:
                made[place] = replace(made[place], fold=len(folds))
            folds.append(f"and {len(left)} {copies}")
    return tuple(made), tuple(folds)


def _untraced(index: Index, claims: Iterable[Claim]) -> Counter[str]:
    """Return for each article how many of its claims lead to nobody."""
    counts: Counter[str] = Counter()
    for claim in claims:
        traced = {
            ref.id
            for origin in claim.origins
            if origin.certainty is not Certainty.UNKNOWN and (origin.entity or origin.authority)
            for ref in origin.members
        }
        left = [
            member.id
            for member in claim.members
            if member.bearing is Bearing.ASSERTS and member.id not in traced
        ]
        counts.update({index.facts[key].report for key in left if key in index.facts})
    return counts


def _twins(index: Index, at: Mapping[Key, int]) -> Iterator[Twin]:
    for item in index.dossier.derivations:
        a, b = at.get((Kind.REPORT, item.report)), at.get((Kind.REPORT, str(item.from_.report)))
        if a is not None and b is not None and item.evidence and not copied.directed(item):
            yield Twin((min(a, b), max(a, b)), item.why)


def _row(index: Index, found: Ways, entity: str, chains: Sequence[tuple[Key, ...]]) -> OriginRow:
    held = sorted(found.claims[entity], key=index.places.__getitem__)
    name = words.capital(index.name(entity))
    side = index.name(found.sides.get(entity))
    return OriginRow(
        anchor=f"o-{entity}",
        name=name,
        side=side if side != name else "",
        certainty=words.CERTAINTY[Certainty.SHOWN if entity in found.shown else Certainty.POSSIBLE],
        colour=min(index.sides.get(str(index.side(entity)), 0), 6),
        claims=tuple(
            Link(words.clip(claim_views.text(index, claim), 90), f"#{claim_views.anchor(claim)}")
            for claim in (index.claims[one] for one in held[:_CLAIMS])
        ),
        more=max(len(held) - _CLAIMS, 0),
        ways=tuple(_through(index, chains)),
    )


def _through(index: Index, chains: Iterable[tuple[Key, ...]]) -> Iterator[Through]:
    """Yield the articles that an origin's claims reach, those that they reach through nobody first."""
    groups: dict[tuple[str, ...], dict[str, Link]] = {}
    for chain in chains:
        between = tuple(_called(index, key) for key in chain[1:] if key[0] != Kind.REPORT)
        *before, last = (key[1] for key in chain if key[0] == Kind.REPORT)
        note = f", copied from {index.outlet(before[-1])}" if before else ""
        link = Link(index.outlet(last) + note, f"#r-{last}")
        groups.setdefault(between, {}).setdefault(link.text + last, link)
    for between, links in sorted(groups.items(), key=lambda item: (len(item[0]), item[0])):
        yield Through(words.joined(between), tuple(links[key] for key in sorted(links)))


def _called(index: Index, key: Key) -> str:
    if key[0] == Kind.LEAD:
        return index.dossier.leads[int(key[1])].what
    return index.name(key[1])
