"""Which tellings are of one event: what happened is named alike, on no other day, and what is said is said by
the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.embed import Embed
from sayso.model.report import Moment
from sayso.relate.moments import apart

ALIKE = 0.55
"""Cosine from which two words may name one deed ("quake" and "earthquake"), and of two groups on average; set
on ECB+ (bench ecbplus), where 0.5 to 0.7 differ by 0.006."""


SHARED = 0.3
"""What two tellings of one event share at least, of the weight of what the shorter is about. Read on stories
of newscluster: nearly all that were folded so were one event."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where an event is told: the lemma that names what happened, its stated day, and, where
    something is said, by whom (ids of entities; empty when that is not known, or nothing is said)."""

    deed: str
    when: Moment | None = None
    speakers: frozenset[str] = frozenset()
    about: Mapping[str, float] = field(default_factory=dict)


def events(tellings: Sequence[Telling], embed: Embed, least: float = ALIKE) -> list[list[int]]:
    """Return the places of `tellings` in groups of one event each, surest pairs first; a group joins another
    only when the two are alike on average and nothing keeps two of their tellings apart."""
    alike = _alike([one.deed for one in tellings], embed)
    group_of = {number: [number] for number in range(len(tellings))}
    near = [
        (-alike[i][j], i, j)
        for i, j in combinations(range(len(tellings)), 2)
        if alike[i][j] >= least and not keeps_apart(tellings[i], tellings[j])
    ]
    for _, i, j in sorted(near):
        one, other = group_of[i], group_of[j]
        pairs = [(a, b) for a in one for b in other]
        if one is other or sum(alike[a][b] for a, b in pairs) < least * len(pairs):
            continue
        if not any(keeps_apart(tellings[a], tellings[b]) for a, b in pairs):
            joined = sorted([*one, *other])
            group_of.update(dict.fromkeys(joined, joined))
    return [group for number, group in group_of.items() if group[0] == number]


def _alike(deeds: Sequence[str], embed: Embed) -> list[list[float]]:
    """The cosines of words with each other. In double precision and not by "@", which starts threads and ends
    in digits that depend on their number."""
    import numpy as np

    kinds = {deed: number for number, deed in enumerate(dict.fromkeys(deeds))}
    rows = embed(list(kinds)).astype("f8")
    cosines = np.einsum("ij,kj->ik", rows, rows).round(4)
    places = [kinds[deed] for deed in deeds]
    found: list[list[float]] = cosines[np.ix_(places, places)].tolist()
    return found


def keeps_apart(a: Telling, b: Telling) -> bool:
    """Say whether two tellings are of two events: on two days, said by two parties, or about other things."""
    other = bool(a.speakers and b.speakers) and a.speakers.isdisjoint(b.speakers)
    return other or apart(a.when, b.when) or (bool(a.about and b.about) and _shared(a, b) < SHARED)


def _shared(a: Telling, b: Telling) -> float:
    """How much of the weight of what the one with less of it is about the other is about too."""
    least = min(sum(a.about.values()), sum(b.about.values()))
    return sum(sorted(a.about[lemma] for lemma in a.about.keys() & b.about.keys())) / least
