"""What two units say otherwise: another name, number, date or extent, or the same deed denied.

Words that the one has beside what both say are no difference; each must have what the other lacks.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.lexicon import choice, table, words
from sayso.model.grammar import Frame
from sayso.model.names import ALIKE_NAMES, REMEMBERED, fold
from sayso.model.relation import Entity
from sayso.model.report import EntityKind, Figure, TimeExpression, TimeType
from sayso.relate.bounds import light, same_value
from sayso.relate.matching.senses import meaning
from sayso.relate.matching.units import Unit, once_of_itself
from sayso.relate.moments import apart
from sayso.relate.parties import one_name
from sayso.relate.view import View

BESIDE = 2
"""Words before a name, and after it, among which another name stands in its place."""

BODY = 40
"""Characters before a place among which the body that has its seat there stands."""

LONG_WORD = 3
"""Letters of the shortest word of a name that shows it again: "of" and "Mr" do not."""

_WORD = re.compile(r"\w+")

_NUMBER = re.compile(r"(?<![\w.,:])\d+(?:,\d{3})*(?:\.\d+)?(?![\w:])")
"""A number that stands alone: no time of day, no part of a name ("B-52")."""

Told = tuple[str, ...]


def denied(story: View, a: Unit, b: Unit) -> bool:
    """Say whether the one unit tells of something by a verb that the other negates, of the same or of nobody
    else."""
    ours, theirs = _polarity(story, a), _polarity(story, b)
    return any(
        one.negated != theirs[deed].negated and _comparable(one, theirs[deed])
        for deed, one in ours.items()
        if deed in theirs
    )


@once_of_itself
def _polarity(_: View, unit: Unit) -> dict[Told, Frame]:
    """Each verb, a light one with what it is done to or said to be, that is told as so or as not so, but not
    as both."""
    found: dict[Told, dict[bool, Frame]] = {}
    for frame in unit.frames:
        for key in _keys(frame) if frame.lemma in light() else [(meaning(frame.lemma, verb=True),)]:
            found.setdefault(key, {}).setdefault(frame.negated, frame)
    return {key: frame for key, told in found.items() if len(told) == 1 for frame in told.values()}


def _comparable(one: Frame, other: Frame) -> bool:
    """Not of two other things: whoever acts, or what is acted on, is the same or left out in one."""
    told = [_meet(one, other, role) for role in ("agent", "patient", "predicate")]
    return True in told or False not in told


def _meet(one: Frame, other: Frame, role: str) -> bool | None:
    ours, theirs = ({part.lemma for part in frame.parts if part.role == role} for frame in (one, other))
    return bool(ours & theirs) if ours and theirs else None


def _keys(frame: Frame) -> list[Told]:
    told = [part for part in frame.parts if part.role in {"patient", "predicate"}] or frame.parts
    return [(frame.lemma, part.role, part.lemma) for part in told]


def other_name(story: View, a: Unit, b: Unit) -> bool:
    """Say whether each names a party or place of one kind of which the other has no word, or of any kind in
    the place of the other's among the same words."""
    left, right = _beside(story, a, b), _beside(story, b, a)
    return any(
        _are_two(story, one, other)
        and (
            _sort(story.entities[one]) == _sort(story.entities[other])
            or not _among(story, a, one).isdisjoint(_among(story, b, other))
        )
        for one in left
        for other in right
    )


def _among(story: View, unit: Unit, entity: str) -> set[tuple[Told, Told]]:
    """The words before and after each place of a unit that names somebody, where there are enough of them."""
    text, (start, end) = story.report(unit.report).text, unit.span
    places = [
        (
            tuple(_WORD.findall(text[start : one.start].lower())[-BESIDE:]),
            tuple(_WORD.findall(text[one.end : end].lower())[:BESIDE]),
        )
        for one in story.mentions(unit.report, unit.span)
        if one.entity == entity
    ]
    return {place for place in places if len(place[0]) + len(place[1]) >= BESIDE}


def _beside(story: View, unit: Unit, other: Unit) -> list[str]:
    """The named entities of one unit that the other does not mention, by any word of their names; not where
    a body only has its seat."""
    said, states = _said(story, other), _states_said(story, other)
    named = (id_ for id_ in unit.entities if id_ not in other.entities and story.named(id_))
    return [
        id_
        for id_ in named
        if said.isdisjoint(_long_words(story.entities[id_].names))
        and states.isdisjoint(_states_in(story.entities[id_].names))
        and not (story.is_place(id_) and _seats_a_body(story, unit, id_))
    ]


def _of_states(said: Iterable[str]) -> frozenset[str]:
    """Of some words, those for what every state has, lower case: "the government" may be any named one."""
    return frozenset(map(str.lower, said)) & words("relate", "who_governs")


def _seats_a_body(story: View, unit: Unit, place: str) -> bool:
    """Say whether a unit names a place only to say which body it means: "the government in Lunde"."""
    text = story.report(unit.report).text
    told = (one for one in story.mentions(unit.report, unit.span) if one.entity == place)
    return all(_body_in().search(text[max(0, one.start - BODY) : one.start].lower()) for one in told)


@cache
def _body_in() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{choice('relate', 'who_governs')}) in (?:the )?$")


@once_of_itself
def _said(_: View, unit: Unit) -> frozenset[str]:
    """The spelling keys of the words of a unit."""
    return frozenset(map(fold, _WORD.findall(unit.text)))


@once_of_itself
def _states_said(_: View, unit: Unit) -> frozenset[str]:
    return _of_states(_WORD.findall(unit.text))


@lru_cache(maxsize=REMEMBERED)
def _states_in(names: tuple[str, ...]) -> frozenset[str]:
    return _of_states(word for name in names for word in _WORD.findall(name))


@lru_cache(maxsize=REMEMBERED)
def _long_words(names: tuple[str, ...]) -> frozenset[str]:
    """The spelling keys of the words of names by which these are shown again."""
    return frozenset(fold(word) for name in names for word in _WORD.findall(name) if len(word) >= LONG_WORD)


def _are_two(story: View, a: str, b: str) -> bool:
    """Say whether two names are of two parties or places, as far as names and authorities show."""
    one, other = story.entities[a], story.entities[b]
    if one_name(story, a, b):
        return False
    if story.authority(a) == story.authority(b) and not _two_people(one, other):
        return False
    return not (_spelled_alike(one, other) or _one_in_other(one, other))


def _two_people(one: Entity, other: Entity) -> bool:
    """Say whether two are people: of two people of one firm, what the one did the other did not."""
    return one.kind is other.kind is EntityKind.PERSON


def _sort(one: Entity) -> str:
    """What a name is told apart from: a people is no other party than the firm or state it is said of."""
    if one.kind is EntityKind.GROUP:
        return "people"
    place = one.kind is EntityKind.PLACE and not one.government
    return "place" if place else "person" if one.kind is EntityKind.PERSON else "party"


def _spelled_alike(one: Entity, other: Entity) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.ratio(fold(a), fold(b)) >= ALIKE_NAMES for a in one.names for b in other.names)


def _one_in_other(one: Entity, other: Entity) -> bool:
    """A town and the country or region that it lies in are one place, told more or less finely."""
    if one.place is None or other.place is None:
        return False
    return one.place.country == other.place.country and one.place.level != other.place.level


def other_number(story: View, a: Unit, b: Unit) -> bool:
    """Say whether each has a number in digits that is none of the other's, rounded or not."""
    ours, theirs = _numbers(story, a), _numbers(story, b)
    return bool(ours) and bool(theirs) and _unlike(ours, theirs) and _unlike(theirs, ours)


def _unlike(some: Iterable[float], others: list[float]) -> bool:
    slack = table("comparison")["bounds"]["same_point"]
    return any(all(abs(one - other) > slack * max(one, other) for other in others) for one in some)


@once_of_itself
def _numbers(story: View, unit: Unit) -> list[float]:
    """The numbers of a unit, but for those of dates, which are compared as such."""
    text = unit.text
    for date in _dates(story, unit):
        text = text.replace(date.text, " ")
    return [float(digits.replace(",", "")) for digits in _NUMBER.findall(text)]


def other_date(story: View, a: Unit, b: Unit) -> bool:
    """Say whether each names a day, month or year that no date of the other meets."""
    ours, theirs = _dates(story, a), _dates(story, b)
    return bool(ours) and bool(theirs) and _beyond(ours, theirs) and _beyond(theirs, ours)


def _beyond(some: Iterable[TimeExpression], others: list[TimeExpression]) -> bool:
    return any(all(apart(one.moment, other.moment) for other in others) for one in some)


@once_of_itself
def _dates(story: View, unit: Unit) -> list[TimeExpression]:
    start, end = unit.span
    return [
        one
        for one in story.facts[unit.report].times
        if one.type is TimeType.DATE and one.moment and start <= one.start and one.end <= end
    ]


def other_measure(one: Figure, other: Figure) -> bool:
    """Say whether two figures give one number of two things that can befall people or buildings."""
    if one.measure == other.measure or not same_value(one, other):
        return False
    return any(
        one.measure in rivals and other.measure in rivals and not _of_one_kind(one.measure, other.measure)
        for rivals in table("comparison")["measures"]["rivals"]
    )


def _of_one_kind(a: str, b: str) -> bool:
    return any({a, b} <= set(kind) for kind in table("comparison")["measures"]["alike"])


def other_extent(story: View, one: Figure, other: Figure) -> bool:
    """Say whether of two equal figures one is the whole of which only a part is meant ("half of the 40")."""
    return same_value(one, other) and _of_a_part(story, one) != _of_a_part(story, other)


def _of_a_part(story: View, figure: Figure) -> bool:
    before = story.report(figure.report).text[max(0, figure.start - 30) : figure.start].lower()
    found = re.search(r"(\w+)\s+of\s+(?:the|its|these|those|their)\s+$", before)
    return bool(found and found[1] in words("comparison", "groups.portions"))
