"""Facts and articles by their words, and what is shown of those found."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.search import Filters, HitKind, Place
from sayso.store.database import Database, Row

MOST = 10_000
"""Statements weighed for a question that asks for nothing but words: of more that hold them, those written
last, which are those of the stories touched last. Weighing costs a microsecond each, and says little of
a word that so many have."""

_QUESTIONS = {
    HitKind.STATEMENT: ("search_statements", "found_statements"),
    HitKind.FIGURE: ("search_figures", "found_figures"),
    HitKind.ARTICLE: ("search_reports", "found_reports"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A fact or article that was found: its number, and how well it fits (lower is better)."""

    kind: HitKind
    number: int
    score: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A fact or article with its sentence and article; `id` is the fact's, `source` the words that name who
    says it, `amount` those of a figure."""

    kind: HitKind
    number: int
    id: str
    sentence: str
    stance: str
    source: str
    amount: str
    place: Place


@dataclass(frozen=True, slots=True)
class Standing:
    """Who says a fact, by name, and the claim it is in."""

    sources: tuple[str, ...]
    claim: int | None = None
    origins_low: int | None = None
    origins_high: int | None = None
    support: str = ""


def by_words(database: Database, kind: HitKind, question: str, filters: Filters, many: int) -> list[Found]:
    """Return the facts or articles of a kind that fit a question of FTS5, the best first; of statements that
    hold no rare word, the best of the `MOST` written last."""
    if kind is HitKind.ARTICLE and (filters.measure or filters.source):
        return []
    values = parameters(filters)
    if kind is HitKind.ARTICLE:
        values = {key: value for key, value in values.items() if key not in {"measure", "source"}}
    after = {"after": _after(database, question, values)} if kind is HitKind.STATEMENT else {}
    rows = database.rows(_QUESTIONS[kind][0], match=question, many=many, **after, **values)
    return [Found(kind, row["number"], row["score"]) for row in rows]


def _after(database: Database, question: str, values: Mapping[str, str | None]) -> int:
    """The number after which statements are weighed: with filters, which leave few, all are."""
    if any(value is not None for value in values.values()):
        return 0
    rows = database.rows("search_statements_after", match=question, most=MOST)
    return int(rows[0]["number"]) if rows else 0


def parameters(filters: Filters) -> dict[str, str | None]:
    """Return filters as parameters of a question."""
    return {
        "outlet": filters.outlet,
        "source": _like(filters.source) if filters.source else None,
        "measure": filters.measure,
        "since": filters.since,
        "until": filters.until,
    }


def _like(name: str) -> str:
    """A pattern for whole words of a name; none of its signs means anything."""
    escaped = " ".join(name.split()).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"% {escaped} %"


def kept(database: Database, statements: Sequence[int], filters: Filters) -> set[int]:
    """Return those of the statements that are of what they must be of."""
    values = parameters(filters)
    return {row[0] for row in database.rows("statements_of", numbers=json.dumps(list(statements)), **values)}


def placed(database: Database, found: Sequence[Found], question: str) -> list[Placed]:
    """Return the sentences and articles of what was found by a question, in its order."""
    rows: dict[tuple[HitKind, int], Row] = {}
    for kind, (_, name) in _QUESTIONS.items():
        numbers = [one.number for one in found if one.kind is kind]
        if numbers:
            matched = {"match": question} if kind is HitKind.ARTICLE else {}
            answer = database.rows(name, numbers=json.dumps(numbers), **matched)
            rows |= {(kind, row["number"]): row for row in answer}
    return [_placed(one, row) for one in found if (row := rows.get((one.kind, one.number)))]


def _placed(one: Found, row: Row) -> Placed:
    outlet = row["outlet"] or row["name"]
    place = Place(row["report"], row["story"], outlet, row["title"], row["url"], row["published"])
    sentence = " ".join((row["sentence"] or row["title"] or "").split())
    return Placed(
        one.kind, one.number, row["id"], sentence, row["stance"], row["source"] or "", row["amount"], place
    )


def standing(database: Database, facts: Sequence[Placed]) -> list[Standing]:
    """Return who says each of these facts, and the claim it is in: of several the weightiest."""
    wanted = json.dumps([(one.place.story, one.kind, one.id) for one in facts])
    sources: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for row in database.rows("found_sources", facts=wanted):
        sources[row["story"], row["kind"], row["fact"]].append(row["name"])
    claims = {(row["story"], row["member"]): row for row in database.rows("found_claims", facts=wanted)}
    return [_standing(one, sources, claims) for one in facts]


def _standing(
    one: Placed, sources: dict[tuple[int, str, str], list[str]], claims: dict[tuple[int, str], Row]
) -> Standing:
    story = one.place.story or 0
    named = tuple(sources.get((story, one.kind, one.id), ())) or ((one.source,) if one.source else ())
    claim = claims.get((story, one.id))
    if claim is None:
        return Standing(named)
    return Standing(named, claim["handle"], claim["origins_low"], claim["origins_high"], claim["support"])
