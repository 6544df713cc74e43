"""Search in a desk: by words, by meaning, or both; copies of one sentence are one hit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.errors import UsageError
from sayso.model.plain import plain
from sayso.model.search import By, Filters, Hit, HitKind, Place
from sayso.store import search
from sayso.store.database import Database
from sayso.store.marking import Marker
from sayso.store.matching import Match, match
from sayso.store.search import Found, Placed, Standing
from sayso.store.vectors import Vectors

SPREADS = (12, 100)
"""Facts looked up for each hit that is wanted: copies of a sentence, and its figures, fall together. More are
looked up when too few hits are left."""

ASKED = 4
"""Facts of a hit that are asked for who says them and for their claim: all copies say the same."""

MOST = 1_000
"""Hits that one search gives."""

NEAR = 0.45
"""Cosine below which a statement is not what was meant; read off searches for news that is not there."""

SMOOTH = 20
"""How little the places in a list differ that is added to another (reciprocal rank fusion, Cormack and others
2009, who take 60 for lists of a thousand; ours have some dozens)."""

LESS = 0.6
"""What a list counts of facts found by meaning, beside one by words, and of articles beside facts."""

REACHES = (1, 10, 100)
"""How many times as many statements as are wanted are taken by meaning before filters leave out some: more
when too few are left."""

Key = tuple[HitKind, int]


@dataclass(frozen=True, slots=True)
class _List:
    """What one way of looking found of a kind, the best first; what a place in it counts, and which way."""

    kind: HitKind
    found: tuple[Found, ...]
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class _Group:
    """The facts of one sentence and its copies, the best first, with its score and how it was found."""

    rows: tuple[Placed, ...]
    score: float
    why: str


class Searching:
    """Searches in one database; keeps what is slow to make."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vectors = Vectors(database)
        self._marker = Marker()

    def search(
        self, wanted: str, by: By = By.BOTH, filters: Filters | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """Return what fits, the best first; raise `UsageError` where nothing is looked for."""
        asked = match(wanted)
        if not asked.wanted:
            raise UsageError("nothing to look for: name words that must be there")
        limit = max(1, min(limit, MOST))
        chosen = filters or Filters()
        with self._database.snapshot():
            for spread in SPREADS:
                groups, more = self._groups(asked, by, chosen, limit, limit * spread)
                if len(groups) >= limit or not more:
                    break
            standing = self._standing(groups[:limit])
        hits = [_hit(group, found) for group, found in zip(groups, standing, strict=False)]
        return self._marked(hits, asked)

    def _groups(
        self, asked: Match, by: By, filters: Filters, limit: int, many: int
    ) -> tuple[list[_Group], bool]:
        """Return so many facts, those of one sentence together, and whether there are more facts."""
        lists = self._lists(asked, by, filters, limit, many)
        scores = _fused(lists)
        order = sorted(scores, key=lambda key: (-scores[key][0], key))[:many]
        rows = search.placed(self._database, [scores[key][1] for key in order], asked.near())
        more = any(one.kind is not HitKind.ARTICLE and len(one.found) >= many for one in lists)
        return _grouped(rows, scores), more

    def _standing(self, groups: Sequence[_Group]) -> list[list[Standing]]:
        """Who says the first facts of each group, and their claims; asked for all groups at once."""
        facts = [one for group in groups for one in group.rows[:ASKED]]
        found = iter(search.standing(self._database, facts))
        return [[next(found) for _ in group.rows[:ASKED]] for group in groups]

    def _lists(self, asked: Match, by: By, filters: Filters, limit: int, many: int) -> list[_List]:
        lists: list[_List] = []
        if by is not By.MEANING:
            lists += self._by_words(asked, filters, limit, many)
        if by is not By.WORDS and filters.kind in {None, HitKind.STATEMENT}:
            weight = 1.0 if by is By.MEANING else LESS
            found = self._by_meaning(asked, filters, many)
            lists.append(_List(HitKind.STATEMENT, found, weight, "meaning"))
        return lists

    def _by_words(self, asked: Match, filters: Filters, limit: int, many: int) -> list[_List]:
        """One list a kind; of articles fewer, since looking for the place in each takes time."""
        lists = []
        for kind in HitKind:
            if filters.kind in {None, kind}:
                article = kind is HitKind.ARTICLE
                most, question = (limit, asked.near()) if article else (many, asked.question())
                found = search.by_words(self._database, kind, question, filters, most)
                lists.append(_List(kind, tuple(found), LESS if article else 1.0, "words"))
        return lists

    def _by_meaning(self, asked: Match, filters: Filters, many: int) -> tuple[Found, ...]:
        from sayso.embed import embed

        wanted = embed([asked.text])[0]
        left: list[tuple[int, float]] = []
        for reach in REACHES:
            near = self._vectors.nearest(wanted, many * reach)
            close = [(number, cosine) for number, cosine in near if cosine >= NEAR]
            kept = self._kept([number for number, _ in close], filters)
            left = [(number, cosine) for number, cosine in close if number in kept]
            if len(left) >= many or len(close) < len(near) or len(near) < many * reach:
                break
        return tuple(Found(HitKind.STATEMENT, number, -cosine) for number, cosine in left[:many])

    def _kept(self, numbers: Sequence[int], filters: Filters) -> set[int]:
        if filters == Filters(kind=filters.kind):
            return set(numbers)
        return search.kept(self._database, numbers, filters)

    def _marked(self, hits: Sequence[Hit], asked: Match) -> tuple[Hit, ...]:
        marks = self._marker.marks([one.sentence for one in hits], asked)
        return tuple(replace(one, marks=spans) for one, spans in zip(hits, marks, strict=True))


def _fused(lists: Sequence[_List]) -> dict[Key, tuple[float, Found, str]]:
    """Add up what each fact counts in each list that has it."""
    scores: dict[Key, tuple[float, Found, str]] = {}
    for one in lists:
        for place, found in enumerate(one.found):
            key = found.kind, found.number
            score, first, why = scores.get(key, (0.0, found, ""))
            ways = f"{why}, {one.why}" if why else one.why
            scores[key] = score + one.weight / (SMOOTH + place), first, ways
    return scores


def _grouped(rows: Sequence[Placed], scores: dict[Key, tuple[float, Found, str]]) -> list[_Group]:
    """Put what stands in one sentence or in its copies together; an article adds none to its own facts."""
    groups: dict[str, list[Placed]] = {}
    told: set[str] = set()
    for row in rows:
        if row.kind is HitKind.ARTICLE and row.place.report in told:
            continue
        told.add(row.place.report)
        groups.setdefault(_key(row), []).append(row)
    found = []
    for group in groups.values():
        score, _, why = scores[group[0].kind, group[0].number]
        found.append(_Group(tuple(group), score, why))
    return found


def _hit(group: _Group, standing: Sequence[Standing]) -> Hit:
    first = group.rows[0]
    nobody = standing[0]
    said = next((one for one in standing if one.sources), nobody)
    claimed = next((one for one in standing if one.claim is not None), nobody)
    places: dict[str, Place] = {}
    for one in group.rows:
        places.setdefault(one.place.report, one.place)
    return Hit(
        kind=first.kind,
        sentence=first.sentence,
        marks=(),
        sources=said.sources,
        stance=next((one.stance for one in group.rows if one.stance), ""),
        amount=next((one.amount for one in group.rows if one.amount), ""),
        claim=claimed.claim,
        origins_low=claimed.origins_low,
        origins_high=claimed.origins_high,
        support=claimed.support,
        score=round(group.score, 6),
        why=group.why,
        places=tuple(places.values()),
    )


_NO_WORD = re.compile(r"\W+")


def _key(row: Placed) -> str:
    return _NO_WORD.sub(" ", plain(row.sentence)).casefold().strip()
