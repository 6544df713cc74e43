"""Which claim a clause of a statement belongs to as well: what one statement tells by the way, another tells
with all that it says.

A clause joins no two claims and makes none: it is put with a claim that stands without it. It must tell one
deed with a statement there, by a verb of the same sense, of the same subject; words alone join it to nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from math import fsum

from sayso.embed import Embed
from sayso.relate.matching.deeds import one_subject, topmost
from sayso.relate.matching.joins import Joins
from sayso.relate.matching.nearness import cosines
from sayso.relate.matching.pieces import pieces
from sayso.relate.matching.sameness import (
    DEED_CONTAINED,
    DEED_JOINT,
    FIGURE_LEFT_OUT,
    SHARED_WORDS,
    Shares,
    keeps_apart,
    overlap,
)
from sayso.relate.matching.senses import meaning, sense
from sayso.relate.matching.units import PROPOSE, Same, Unit, both_statements
from sayso.relate.view import View

LINKED = 0.5
"""Share of a claim's statements that must tell the deed of a clause for it to belong there."""

NO_DOER = (0.6, 0.4)
"""Containment and overlap that a clause and a statement need of which one does not say who did it. Set, like
what else is asked of a clause, on what it added to the claims of newscluster: of 29 clauses 27 rightly so."""

Aside = tuple[Unit, Same]
"""A clause, and why it belongs to a claim."""


def asides(
    story: View, found: Sequence[Unit], groups: Sequence[Sequence[int]], joins: Joins, embed: Embed
) -> dict[int, list[Aside]]:
    """Return the clauses that belong to groups of a story's units, by the number of the group: each to one at
    most, in whose facts its own sentence has no part."""
    told = pieces(story, found)
    group_of = {number: place for place, group in enumerate(groups) for number in group}
    number_of = {unit.ref.id: number for number, unit in enumerate(found)}
    made: dict[int, list[Aside]] = defaultdict(list)
    for clause, links in zip(told, _links(story, told, found, embed), strict=True):
        fitting = [
            (alike.score, -place, alike)
            for place in sorted({group_of[number] for number in links})
            if not joins.kept_apart((number_of[clause.ref.id],), groups[place])
            and (alike := _fits(story, found, clause, groups[place], links))
        ]
        if fitting:
            _, place, alike = max(fitting, key=lambda one: one[:2])
            made[-place].append((clause, alike))
    return made


def _fits(
    story: View, found: Sequence[Unit], clause: Unit, group: Sequence[int], links: Mapping[int, Same]
) -> Same | None:
    """Why a clause belongs to a group: enough of its statements tell the same, and nothing keeps it from any
    member, as from those that it is linked with."""
    statements = [number for number in group if both_statements(found[number], found[number])]
    near = [links[number] for number in statements if number in links]
    if len(near) < LINKED * len(statements):
        return None
    others = (found[number] for number in group if number not in links)
    if any(_one_sentence(clause, one) or keeps_apart(story, clause, one) for one in others):
        return None
    return max(near, key=lambda one: (one.score, one.why))


def _one_sentence(a: Unit, b: Unit) -> bool:
    if a.report != b.report or a.statement is None or b.statement is None:
        return False
    return a.statement.sentence == b.statement.sentence


def _links(
    story: View, told: Sequence[Unit], found: Sequence[Unit], embed: Embed
) -> Iterator[dict[int, Same]]:
    """For each clause the statements that tell the same deed, by their numbers, with the reason."""
    telling: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(found):
        if both_statements(unit, unit):
            for verb in sorted(_verbs(unit)):
                telling[verb].append(number)
    rows = embed([unit.text for unit in (*told, *found)]).astype("f8")
    for place, clause in enumerate(told):
        numbers = sorted({number for verb in _verbs(clause) for number in telling[verb]})
        near = cosines(rows, [(place, len(told) + number) for number in numbers])
        links = {}
        for number, cosine in zip(numbers, near, strict=True):
            alike = told_alike(story, clause, found[number], round(cosine, 4))
            if alike:
                links[number] = alike
        yield links


def _verbs(unit: Unit) -> set[str]:
    return {meaning(frame.lemma, verb=True) for frame in topmost(unit)}


def told_alike(story: View, clause: Unit, whole: Unit, cosine: float) -> Same | None:
    """Return why a clause and a statement tell the same deed, or None; `cosine` is that of their vectors."""
    if cosine < PROPOSE or _one_sentence(clause, whole):
        return None
    shares = overlap(clause, whole)
    if shares[-1] < SHARED_WORDS:
        return None  # without the parties' words there are no more of them
    contained, joint, count = max(shares, _beside_shared_parties(story, clause, whole))
    if count < SHARED_WORDS or contained < DEED_CONTAINED or joint < DEED_JOINT:
        return None
    if len(clause.figures) != len(whole.figures) and (joint < FIGURE_LEFT_OUT or not clause.figures):
        return None
    deed = one_subject(story, clause, whole)
    if deed is None or (not deed[1] and (contained < NO_DOER[0] or joint < NO_DOER[1])):
        return None
    if keeps_apart(story, clause, whole):
        return None
    why = f"a clause tells the same deed: “{deed[0]}”, {joint:.0%} of words shared"
    return Same(round(0.5 * cosine + 0.5 * joint, 4), why)


def _beside_shared_parties(story: View, a: Unit, b: Unit) -> Shares:
    """What two units share beside the words for those whom both tell of: the one calls the captain by his
    name."""
    shared = set(a.entities) & set(b.entities)
    return overlap(_left(story, a, shared), _left(story, b, shared)) if shared else (0.0, 0.0, 0)


def _left(story: View, unit: Unit, parties: Set[str]) -> Unit:
    """A unit without the words for some of those whom its statement names."""
    span = (unit.statement.start, unit.statement.end) if unit.statement else unit.span
    named = [
        sense(word)
        for mention in story.mentions(unit.report, span)
        if mention.entity in parties
        for word in story.words(unit.report, (mention.start, mention.end))
    ]
    lemmas = {lemma: weight for lemma, weight in unit.lemmas.items() if lemma not in named}
    return replace(unit, lemmas=lemmas, weight=fsum(lemmas.values()))
