"""The sides of an event: which states stand together and which against each other, from relation words in the
reports, and which authorities, of states or not, contest what is said of them.

Of states only what the words between two countries' names show counts, and only when it is shown more often
than its opposite. Who denies what is said, or accuses another, is a party with a side of its own: a firm and
all that answer to it, a union, a government. An authority that nothing ties to the dispute has no side.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from sayso.lexicon import gazetteer, table, words
from sayso.model.choices import NONE, Choices
from sayso.model.names import REMEMBERED, key
from sayso.model.plain import plain
from sayso.model.relation import Entity
from sayso.model.report import EntityKind, Facts, Pair, Stance, Statement
from sayso.resolve import homes

LONGEST_GAP = 60
"""Characters between two countries' names beyond which the words between them say nothing about the two."""

KEPT = 150
"""Texts of which it is kept what they say of countries."""

_Two = tuple[str, str]

_Tie = tuple[str, str, bool]
"""Two countries in the order in which a sentence names them, and whether it shows them together."""

_CAPITALISED = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*")


def resolve(
    entities: Sequence[Entity],
    facts: Sequence[Facts],
    governments: Mapping[str, str],
    choices: Choices = NONE,
) -> tuple[Entity, ...]:
    """Give entities their `side`; `governments` maps a country's gazetteer key to its government's entity
    id. What the user settles of sides and authorities goes before what the reports show."""
    entities = _answering(entities, choices)
    allied, opposed, helped = _relations(facts)
    parties = {country for pair in opposed for country in pair}
    camps = _camps(parties, allied, opposed, helped)
    side_of = {
        governments[country]: governments[head]
        for country, head in camps.items()
        if country in governments and head in governments
    }
    for party in _contesting(entities, facts):
        side_of.setdefault(party, party)
    for party in _planning(entities, facts, side_of):
        side_of.setdefault(party, party)
    side_of |= _prosecutors(entities, facts, governments, side_of)
    side_of |= _settled(entities, choices)
    return tuple(
        replace(one, side=side)
        if (side := side_of.get(one.id) or side_of.get(one.authority or one.id))
        else one
        for one in entities
    )


def _contesting(entities: Sequence[Entity], facts: Sequence[Facts]) -> list[str]:
    """Return the authorities whose people deny what is said, or accuse somebody, in their own words, or are
    asked and do not confirm it: each is a party to the event, with a side of its own. No outlet is, that
    could not verify it."""
    by_id = {one.id: one for one in entities}
    outlets = {name for item in facts for one in item.entities if one.media for name in one.names}
    contested = {
        source
        for item in facts
        for one in item.statements
        if _denies(one) or _accuses(one)
        for source in one.sources
    }
    unsure = {
        source
        for item in facts
        for one in item.statements
        if one.stance is Stance.NOT_CONFIRMED
        for source in one.sources
        if outlets.isdisjoint(by_id[source].names)
    }
    tops = {by_id[source].authority or source for source in contested | unsure}
    return sorted(
        top
        for top in tops
        if by_id[top].government or (by_id[top].kind is EntityKind.ORGANISATION and by_id[top].named)
    )


def _planning(entities: Sequence[Entity], facts: Sequence[Facts], side_of: Mapping[str, str]) -> list[str]:
    """Return the bodies that say together with a party what the two will do: "ministers and the council said
    a task force would meet"; not those that only tell the same, nor states, which may be allies."""
    by_id = {one.id: one for one in entities}
    found = set()
    for one in (one for item in facts for one in item.statements if one.joint and len(one.sources) > 1):
        tops = {by_id[source].authority or source for source in one.sources}
        plans = words("sides", "plans") & set(one.text.lower().split())
        if plans and tops & side_of.keys():
            bodies = {top for top in tops if by_id[top].kind is EntityKind.ORGANISATION}
            found |= {top for top in bodies if not by_id[top].government}
    return sorted(found)


def _prosecutors(
    entities: Sequence[Entity],
    facts: Sequence[Facts],
    governments: Mapping[str, str],
    side_of: Mapping[str, str],
) -> dict[str, str]:
    """Return those who prosecute in the one country of a story, with the side of its state: they answer to
    nobody, and act for it. Not where parts of the country have prosecutors of their own."""
    home = homes.country([one for item in facts for one in item.entities])
    state = governments.get(home or "")
    side = side_of.get(state or "")
    if home is None or side is None or home.removeprefix("geo:") in words("offices", "federal"):
        return {}
    named = words("sides", "prosecution")
    return {
        one.id: side
        for one in entities
        if one.authority in {None, one.id} and any(_ends_in(name.lower(), named) for name in one.names)
    }


def _ends_in(name: str, phrases: frozenset[str]) -> bool:
    said = name.split()
    return any(" ".join(said[at:]) in phrases for at in range(len(said)))


def _denies(one: Statement) -> bool:
    """Say whether a statement denies what somebody says; a rumour is nobody's."""
    return one.stance is Stance.DENIES and words("sides", "nobodys").isdisjoint(one.text.lower().split())


def _accuses(one: Statement) -> bool:
    return one.cue is not None and not words("sides", "accusing").isdisjoint(one.cue.text.lower().split())


def _answering(entities: Sequence[Entity], choices: Choices) -> tuple[Entity, ...]:
    """Set the authorities that the user settles; who answered to one of those answers with it."""
    over: dict[str, str] = {}
    for name, owner in choices.authorities:
        top = _named(entities, owner)
        if top is not None:
            over |= {one.id: top.authority or top.id for one in _all_named(entities, name)}
    if not over:
        return tuple(entities)
    return tuple(
        replace(one, authority=over.get(one.id) or over.get(one.authority or "") or one.authority)
        for one in entities
    )


def _settled(entities: Sequence[Entity], choices: Choices) -> dict[str, str]:
    """Entity ids to the side that the user puts them on."""
    found: dict[str, str] = {}
    for head, member in choices.sides:
        party = _named(entities, head)
        if party is not None:
            found |= {one.id: party.id for one in (party, *_all_named(entities, member))}
    return found


def _named(entities: Sequence[Entity], name: str) -> Entity | None:
    """The entity of a name; of a country and its government, the government."""
    return min(_all_named(entities, name), key=lambda one: (not one.government, one.id), default=None)


def _all_named(entities: Sequence[Entity], name: str) -> list[Entity]:
    return [one for one in entities if key(name) in {key(known) for known in (one.name, *one.names)}]


def _relations(facts: Sequence[Facts]) -> tuple[Counter[_Two], Counter[_Two], Counter[str]]:
    """Count allied and opposed pairs, and how often each country is the one that another helps."""
    allied: Counter[_Two] = Counter()
    opposed: Counter[_Two] = Counter()
    helped: Counter[str] = Counter()
    for item in facts:
        for one, other, friends in _ties(item.report.text, item.sentences):
            pair = (min(one, other), max(one, other))
            (allied if friends else opposed)[pair] += 1
            helped[other] += friends
    return allied, opposed, +helped


@lru_cache(maxsize=KEPT)
def _ties(text: str, sentences: tuple[Pair, ...]) -> tuple[_Tie, ...]:
    """What a text says of countries, sentence by sentence: kept, for a story that grows asks for it again."""
    return tuple(tie for start, end in sentences for tie in _told(plain(text[start:end])))


def _told(sentence: str) -> Iterator[_Tie]:
    countries = list(_countries(sentence))
    for (one, _, stop), (other, begin, _) in pairwise(countries):
        between = f" {sentence[stop:begin].lower()} "
        if one == other or len(between) > LONGEST_GAP:
            continue
        if any(f" {word} " in between for word in table("sides")["allied"]):
            yield one, other, True
        elif any(f" {word} " in between for word in table("sides")["opposed"]):
            yield one, other, False


def _countries(sentence: str) -> Iterable[tuple[str, int, int]]:
    for run in _CAPITALISED.finditer(sentence):
        position = run.start()
        said = run[0].split(" ")
        index = 0
        while index < len(said):
            width = next((w for w in (3, 2, 1) if _country(" ".join(said[index : index + w]))), 1)
            text = " ".join(said[index : index + width])
            found = _country(text)
            if found:
                yield found, position, position + len(text)
            position += len(text) + 1
            index += width


@lru_cache(maxsize=REMEMBERED)
def _country(text: str) -> str | None:
    return gazetteer.country_named(text.removesuffix("'s").rstrip("'."))


def _camps(
    parties: set[str], allied: Mapping[_Two, int], opposed: Mapping[_Two, int], helped: Mapping[str, int]
) -> dict[str, str]:
    """Each country of a camp to the camp's head: the one the others help most, first by key among equals."""
    camps = {country: country for country in sorted(parties)}
    for (one, other), count in sorted(allied.items(), key=lambda item: (-item[1], item[0])):
        if count <= opposed.get((one, other), 0) or not {one, other} & parties:
            continue
        heads = camps.get(one, one), camps.get(other, other)
        if opposed.get((min(heads), max(heads)), 0):
            continue
        head = max(heads, key=lambda country: (helped.get(country, 0), country))
        members = [c for c, h in camps.items() if h in heads]
        camps.update(dict.fromkeys([*members, one, other], head))
    return camps
