"""A dossier's facts and relations as rows: one function a table, and the writing of what changed in them.

The tables are those of the migrations; their columns, all but `number` and `story`, stand in the order in
which the rows give them.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier
from sayso.model.report import Figure, Moment, Statement
from sayso.store.database import Database
from sayso.store.difference import State, difference
from sayso.store.reports import JOINED

Rows = Iterator[tuple[Any, ...]]


def write(database: Database, story: int, old: State | None, new: State) -> None:
    """Bring the tables of facts to what a dossier says of a story; `old` is what was written before.

    Rows that are there already stay as they are, and so do their words and vectors in the search tables.
    """
    apart = difference(database, story, old, new) if old else None
    for table in TABLES:
        if apart is not None and table not in BY_PLACE:
            was, now = (_rows(table, state) for state in apart)
            _bring(database, table, story, set(was), now)
        else:
            _bring(database, table, story, _stored(database, table, story), _rows(table, new))


def _rows(table: str, state: State) -> Rows:
    return _claims(state.dossier, state.handles) if table == "claims" else TABLES[table](state.dossier)


def _stored(database: Database, table: str, story: int) -> set[tuple[Any, ...]]:
    columns, _ = _columns(database, table)
    names = ", ".join(f'"{name}"' for name in columns)
    answer = database.execute(f"SELECT {names} FROM {table} WHERE story = ?", (story,))
    return {tuple(row) for row in answer}


def clear(database: Database, story: int) -> None:
    """Remove a story's rows."""
    for table in TABLES:
        database.execute(f"DELETE FROM {table} WHERE story = ?", (story,))


def withdraw(database: Database, story: int, reports: Iterable[str]) -> None:
    """Remove from a story's rows those of reports that went to other stories, so that none stands in two; the
    others stay until the story is related anew, as its dossier does."""
    gone = [(story, report) for report in sorted(reports)]
    for table in OF_ONE_REPORT:
        database.execute_many(f"DELETE FROM {table} WHERE story = ? AND report = ?", gone)


def _bring(database: Database, table: str, story: int, old: set[tuple[Any, ...]], rows: Rows) -> None:
    """Write to a table what tells the new rows from the old ones."""
    columns, width = _columns(database, table)
    # A table's key is its first columns. Of two rows with one key, a mistake made elsewhere, the first stays.
    new = set({row[:width]: row for row in reversed(list(rows))}.values())
    names = ", ".join(f'"{name}"' for name in columns)
    same = " AND ".join(f'"{name}" IS ?' for name in columns)
    database.execute_many(
        f"DELETE FROM {table} WHERE story = ? AND {same}", ((story, *row) for row in _ordered(old - new))
    )
    marks = ", ".join("?" for _ in columns)
    database.execute_many(
        f"INSERT INTO {table} (story, {names}) VALUES (?, {marks})",
        ((story, *row) for row in _ordered(new - old)),
    )


def _columns(database: Database, table: str) -> tuple[list[str], int]:
    """Return the columns that a dossier gives, and how many of them are the key within a story."""
    info = database.execute(f"PRAGMA table_info({table})")
    keys = [row["name"] for row in info if row["pk"]]
    names = [row["name"] for row in info if row["name"] not in {"number", "story"}]
    return names, max(1, len(keys) - 1)


def _ordered(rows: set[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows in an order of their own, so that the same facts make the same file."""
    return sorted(rows, key=lambda row: [str(value) for value in row])


def _ends(moment: Moment | None) -> tuple[str | None, str | None]:
    return (moment.from_, moment.to) if moment else (None, None)


def _real(bound: float | None) -> float | None:
    """SQLite's whole numbers end at 2**63; a bound may be larger."""
    return None if bound is None else float(bound)


def _json(value: object) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False)


def _entities(dossier: Dossier) -> Rows:
    for one in dossier.entities:
        place = one.place
        spot = (place.country, place.admin1, place.level, place.lat, place.lon) if place else (None,) * 5
        names = JOINED.join(one.names)
        yield (one.id, one.name, one.kind, names, one.authority, one.side, *spot, one.named, one.government)


def _mentions(dossier: Dossier) -> Rows:
    return ((one.id, one.report, one.start, one.end, one.text, one.entity) for one in dossier.mentions)


def _times(dossier: Dossier) -> Rows:
    for one in dossier.times:
        ends = _ends(one.moment)
        yield (one.id, one.report, one.start, one.end, one.text, one.type, one.value, *ends, one.anchor)


def _statements(dossier: Dossier) -> Rows:
    texts = {report.id: report.text for report in dossier.reports}
    for one in dossier.statements:
        yield (
            *_placed(one, texts),
            one.kind,
            one.stance,
            JOINED.join(hedge.text for hedge in one.hedges),
            one.source.text if one.source else None,
            one.cue.text if one.cue else None,
            one.channel,
            *_ends(one.said),
            *_ends(one.event),
            one.within,
        )


def _figures(dossier: Dossier) -> Rows:
    texts = {report.id: report.text for report in dossier.reports}
    for one in dossier.figures:
        as_of = one.as_of
        yield (
            *_placed(one, texts),
            one.measure,
            _real(one.low),
            _real(one.high),
            one.approximate,
            one.vague,
            one.unit,
            one.who,
            one.who_entity,
            one.who_side,
            one.where,
            *_ends(as_of),
            as_of.precision if as_of else None,
            as_of.basis if as_of else None,
            *_ends(one.during),
            one.extent,
            one.change,
            one.about,
            one.part_of,
            JOINED.join(one.derived_from),
            one.statement,
            one.track,
        )


def _placed(one: Statement | Figure, texts: Mapping[str, str]) -> tuple[Any, ...]:
    start, end = one.sentence
    return one.id, one.report, one.start, one.end, one.text, texts[one.report][start:end]


def _fact_parties(dossier: Dossier) -> Rows:
    for statement in dossier.statements:
        for place, relay in enumerate(statement.relays):
            yield "statement", statement.id, "relay", place, relay.entity
        for place, party in enumerate(statement.relies_on):
            yield "statement", statement.id, "relies-on", place, party
    for kind, facts in (("statement", dossier.statements), ("figure", dossier.figures)):
        for fact in facts:
            for place, party in enumerate(fact.sources):
                yield kind, fact.id, "source", place, party


def _claims(dossier: Dossier, handles: Mapping[str, int]) -> Rows:
    for one in dossier.claims:
        first = one.first
        yield (
            one.id,
            handles[one.id],
            one.text,
            one.text_from.kind,
            one.text_from.id,
            one.rank,
            one.rank_why,
            one.origins_low,
            one.origins_high,
            JOINED.join(one.sides),
            one.support,
            first.report if first else None,
            *_ends(first.moment if first else None),
            one.wording_confirmed,
        )


def _claim_members(dossier: Dossier) -> Rows:
    for claim in dossier.claims:
        for one in claim.members:
            yield claim.id, one.kind, one.id, one.bearing, one.why


def _origins(dossier: Dossier) -> Rows:
    for claim in dossier.claims:
        for place, one in enumerate(claim.origins):
            party = (one.entity, one.authority, one.side)
            yield claim.id, place, *party, one.certainty, one.why, len(one.members)


def _origin_members(dossier: Dossier) -> Rows:
    for claim in dossier.claims:
        for place, origin in enumerate(claim.origins):
            for one in origin.members:
                yield claim.id, place, one.kind, one.id


def _tracks(dossier: Dossier) -> Rows:
    return ((one.id, one.measure, one.who, one.who_entity, one.where) for one in dossier.tracks)


def _track_figures(dossier: Dossier) -> Rows:
    for track in dossier.tracks:
        for place, figure in enumerate(track.figures):
            yield track.id, place, figure


def _conflicts(dossier: Dossier) -> Rows:
    for one in dossier.conflicts:
        yield one.id, one.type, one.about, one.time, one.a.kind, one.a.id, one.b.kind, one.b.id, one.why


def _claim_disputes(dossier: Dossier) -> Rows:
    return ((claim.id, conflict) for claim in dossier.claims for conflict in claim.disputed_by)


def _derivations(dossier: Dossier) -> Rows:
    for one in dossier.derivations:
        source = one.from_
        evidence = json.dumps([[*pair.a, *pair.b] for pair in one.evidence])
        yield one.id, one.report, source.report, source.entity, one.kind, one.share, one.why, evidence


def _timeline(dossier: Dossier) -> Rows:
    for place, one in enumerate(dossier.timeline):
        when = one.when
        yield place, one.id, *_ends(when), when.precision, when.basis, one.text, one.claim


def _timeline_members(dossier: Dossier) -> Rows:
    for item in dossier.timeline:
        for place, one in enumerate(item.members):
            yield item.id, place, one.kind, one.id


def _leads(dossier: Dossier) -> Rows:
    for place, one in enumerate(dossier.leads):
        yield place, one.entity, one.what, _json(one.named_by)


def _gaps(dossier: Dossier) -> Rows:
    return ((place, one.kind, one.text, JOINED.join(one.about)) for place, one in enumerate(dossier.gaps))


def _renderings(dossier: Dossier) -> Rows:
    for said in dossier.renderings:
        for place, one in enumerate(said.renderings):
            told = _json(one.facts), _json(one.differences)
            yield said.id, place, said.claim, said.wording_confirmed, *told


def _reviewed(dossier: Dossier) -> Rows:
    for one in dossier.decisions:
        other = one.with_.id if one.with_ else None
        about = one.about.kind, one.about.id, other
        yield one.id, one.what, *about, one.standing, one.by, one.at, one.note


TABLES: Mapping[str, Callable[[Dossier], Rows]] = {
    "entities": _entities,
    "mentions": _mentions,
    "times": _times,
    "statements": _statements,
    "figures": _figures,
    "fact_parties": _fact_parties,
    "claims": lambda _: iter(()),
    "claim_members": _claim_members,
    "origins": _origins,
    "origin_members": _origin_members,
    "tracks": _tracks,
    "track_figures": _track_figures,
    "conflicts": _conflicts,
    "claim_disputes": _claim_disputes,
    "derivations": _derivations,
    "timeline": _timeline,
    "timeline_members": _timeline_members,
    "leads": _leads,
    "gaps": _gaps,
    "renderings": _renderings,
    "reviewed": _reviewed,
}
"""The tables of facts, and what makes their rows of a dossier; `claims` needs handles as well."""

BY_PLACE = frozenset({"timeline", "timeline_members", "leads", "gaps", "renderings", "reviewed"})
"""The tables whose rows say at which place of its list a thing stands, or that have few."""

OF_ONE_REPORT = ("mentions", "times", "statements", "figures", "derivations")
"""The tables whose rows are each of one report."""
