"""Whether two local entities of a story are one: named rules, each with a score and a reason.

A pair that no rule speaks for stays apart. People and bodies known only by description are never one.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rapidfuzz.fuzz import ratio

from sayso.lexicon import idf, words
from sayso.lexicon.bodies import core, function_of, shortened
from sayso.model.names import acronym_of, bare, fold, initials, key
from sayso.model.report import EntityKind, LocalEntity
from sayso.model.spelling import one_step, skeleton
from sayso.resolve import people

SAME_SPELLING = 0.87
"""Likeness of two folded spellings from which on they are one name: one letter in eight may differ."""

SAME_WORD = 0.8
"""Likeness of two words of a longer name, as long as `SHORTEST_SPELLING`: one letter in five may differ."""

SHORTEST_SPELLING = 5
"""Letters below which a difference of one letter makes another name."""

LONGEST_MODEL = 2
"""Letters of a last word in capitals up to which it only tells which one of several things is meant."""

END = 3
"""Letters at either end of a spelling by which it is met: one changed letter leaves one end as it was."""

_SHARED_KEYS = ("place:geo", "gov:", "group:geo", "body:")
"""Prefixes of register keys that mean the same thing in every report."""

_OWN_RULES = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.EVENT})
"""Kinds whose spellings are not compared letter by letter."""


class Bearers:
    """The full names that meet in a block, asked once a surname whether one person bears it."""

    def __init__(self, members: Sequence[LocalEntity]) -> None:
        """Take the members of a block."""
        self._names = sorted({name for one in members for name in one.names if len(key(name)) > 1})
        self._one: dict[str, bool] = {}
        self._long: dict[str, set[tuple[str, ...]]] = {}

    def are_one(self, surname: str) -> bool:
        """Say whether all full names here that end in a surname can be one person's."""
        if surname not in self._one:
            bearers = [name for name in self._names if people.same(surname, name)]
            self._one[surname] = all(people.same(bearers[0], name) for name in bearers)
        return self._one[surname]

    def is_core_of_one(self, short: str) -> bool:
        """Say whether a body's name is what is left of no more than one longer name here."""
        return len({key(name) for name in self._names if shortened(short, name)}) < 2

    def stands_for_one(self, short: str) -> bool:
        """Say whether an acronym has no more than one long form here."""
        if short not in self._long:
            self._long[short] = {key(name) for name in self._names if acronym_of(short, name)}
        return len(self._long[short]) < 2


def blocks(one: LocalEntity, by_id: Mapping[str, LocalEntity]) -> Iterable[str]:
    """Return the keys under which an entity meets those that it may be one with; `by_id` finds whom it
    answers to."""
    if one.key.startswith(_SHARED_KEYS):
        yield one.key
    if one.named and (one.kind is EntityKind.PERSON or _may_be_surname(one)):
        yield from {"person:" + block for name in one.names for block in people.blocks(name)}
    if one.named:
        yield from {
            "name:" + " ".join(key(said)) for name in one.names for said in (name, core(name)) if key(said)
        }
        yield from {"short:" + short for name in one.names for short in _shorts(name)}
        for spelled in set() if one.kind in _OWN_RULES else {_spelled(name) for name in one.names}:
            if len(spelled) >= SHORTEST_SPELLING:
                yield from ("head:" + spelled[:END], "tail:" + spelled[-END:], "sounds:" + skeleton(spelled))
        state = state_of(one, by_id)
        function = _function(one)
        if state and function:
            yield f"body:{state}:{function}"


def narrower(one: LocalEntity) -> Iterable[str]:
    """Return finer keys, by which a block that grew too large is parted: of people the given names, of the
    rest more of the spelling. A lone surname has none: many bear it there."""
    if one.kind is EntityKind.PERSON:
        return {given for name in one.names for given in people.given(name)}
    return {skeleton(_spelled(name))[: 2 * END] for name in one.names}


def judge(
    a: LocalEntity, b: LocalEntity, by_id: Mapping[str, LocalEntity], bearers: Bearers
) -> tuple[float, str] | None:
    """Return the score and the reason why two entities are one, or None; `bearers` are the full names among
    which a lone surname finds its own."""
    if a.key.startswith(_SHARED_KEYS) and a.key == b.key:
        return 1.0, "same country, place or body"
    if not (a.named and b.named) or a.government != b.government or _two_places(a, b):
        return None
    if _of_two_states(a, b, by_id):
        return None
    if a.kind is EntityKind.PERSON and b.kind is EntityKind.PERSON:
        return _people(a, b, bearers)
    if {a.kind, b.kind} == {EntityKind.PERSON, EntityKind.OTHER}:
        alone = _surname(*_person_first(a, b), bearers)
        if alone is not None:
            return alone
    if _same_full_name(a, b):
        return 0.9, "the same full name"
    if (spelt := _spelling(a, b)) is not None:
        return spelt
    kinds = {a.kind, b.kind}
    if EntityKind.PERSON in kinds or (EntityKind.PLACE in kinds and len(kinds) > 1):
        return None
    return _bodies(a, b, by_id, bearers)


def _two_places(a: LocalEntity, b: LocalEntity) -> bool:
    """Two entries of the gazetteer are two places, however alike: Shanxi and Shaanxi."""
    return a.gazetteer is not None and b.gazetteer is not None and a.gazetteer != b.gazetteer


def _of_two_states(a: LocalEntity, b: LocalEntity, by_id: Mapping[str, LocalEntity]) -> bool:
    """Bodies of two states are two, whatever they are called; so may be what both reports call "the foreign
    ministry" and neither ties to a state. Police in reports of one event are one."""
    if EntityKind.ORGANISATION not in {a.kind, b.kind} or a.government:
        return False
    state_a, state_b = state_of(a, by_id), state_of(b, by_id)
    if state_a and state_b:
        return state_a != state_b
    names = [name for one in (a, b) for name in one.names]
    every_state_has = all(name.islower() and function_of(name) not in {None, "police"} for name in names)
    return state_a is None and state_b is None and every_state_has


def _people(a: LocalEntity, b: LocalEntity, bearers: Bearers) -> tuple[float, str] | None:
    """Full names must agree; a lone surname is enough only when the story knows one bearer of it."""
    reasons = {people.same(x, y) for x in a.names for y in b.names} - {None}
    if any(people.clash(x, y) for x in a.names for y in b.names):
        return None
    if reasons - {people.SURNAME, people.ROMANISED}:
        return 0.95, "same name in another spelling"
    if people.ROMANISED in reasons:
        return 0.9, people.ROMANISED
    lone = [name for name in (*a.names, *b.names) if len(key(name)) == 1]
    if reasons and all(bearers.are_one(name) for name in lone):
        return 0.8, "same surname, and no other bearer of it in these reports"
    return None


def _person_first(a: LocalEntity, b: LocalEntity) -> tuple[LocalEntity, LocalEntity]:
    return (a, b) if a.kind is EntityKind.PERSON else (b, a)


def _may_be_surname(one: LocalEntity) -> bool:
    """A lone word of which a report that gives no full name does not tell what it names."""
    return one.kind is EntityKind.OTHER and not one.media and all(len(key(name)) == 1 for name in one.names)


def _surname(person: LocalEntity, word: LocalEntity, bearers: Bearers) -> tuple[float, str] | None:
    """What one report calls by a lone word is the one person of the story who bears it as a surname."""
    if not _may_be_surname(word) or not any(len(key(name)) > 1 for name in person.names):
        return None
    said = {name.lower() for name in word.names}
    surnames = {bare(name).split()[-1].lower() for name in person.names}
    if said <= surnames and all(bearers.are_one(name) for name in word.names):
        return 0.8, "same surname, and no other bearer of it in these reports"
    return None


def _same_full_name(a: LocalEntity, b: LocalEntity) -> bool:
    """A name of two words or more is one thing, whatever sort the pipeline takes it for in one report or the
    other."""
    if a.gazetteer or b.gazetteer:
        return False
    return bool({key(name) for name in a.names if len(key(name)) > 1} & {key(name) for name in b.names})


def _spelling(a: LocalEntity, b: LocalEntity) -> tuple[float, str] | None:
    """Two transliterations of one name of which the gazetteer knows one at most;
    generic words for rivers and the like count for nothing."""
    kinds = {a.kind, b.kind}
    if kinds & _OWN_RULES:
        return None
    if (a.gazetteer or b.gazetteer) and kinds != {EntityKind.PLACE}:
        return None
    likeness = _one_step if a.gazetteer or b.gazetteer else _likeness
    for one, other in ((one, other) for one in a.names for other in b.names):
        x, y = _spelled(one), _spelled(other)
        if min(len(x), len(y)) >= SHORTEST_SPELLING and x[0] == y[0] and _word_by_word(one, other):
            score = likeness(x, y) if _may_be_spelt_so(x, y) else 0.0
            if score >= SAME_SPELLING:
                return score, "the same name in another spelling"
    return None


def _may_be_spelt_so(x: str, y: str) -> bool:
    """Whether two spellings of a word can be one: a word that English has is spelt in one way, but for its
    vowels ("Space" is not "SpaceX")."""
    if any(map(str.isdigit, x + y)) and x != y:
        return False
    rare = all(idf.weight(word) >= idf.weight("") for word in (x, y))
    return x == y or rare or skeleton(x) == skeleton(y)


def _word_by_word(a: str, b: str) -> bool:
    """Whether each word of two names of as many words is like its counterpart: in a long name one other word
    counts for little, "University of Brin" and "University of Bran"."""
    x, y = ([word for word in key(name) if word not in _generic()] for name in (a, b))
    if len(x) != len(y) and _is_a_model(max(a, b, key=lambda name: len(name.split()))):
        return False
    return len(x) != len(y) or all(
        one == other
        or (min(len(one), len(other)) >= SHORTEST_SPELLING and _likeness(one, other) >= SAME_WORD)
        for one, other in zip(x, y, strict=True)
    )


def _is_a_model(name: str) -> bool:
    """Whether a name ends in letters that tell which one of several it is: "Brodex X" and "Brodex VR" are no
    "Brodex"."""
    *before, last = bare(name).split() or [""]
    return len(before) == 1 and last.isupper() and last.isalpha() and len(last) <= LONGEST_MODEL


def _one_step(x: str, y: str) -> float:
    """What the gazetteer knows is met by a name that differs in one sound: other places lie close by."""
    return 0.9 if one_step(x, y) else 0.0


def _likeness(x: str, y: str) -> float:
    return min(0.9, ratio(x, y) / 100)


def _spelled(name: str) -> str:
    """A name's folded words run together, without the words for what it is ("river", "khola")."""
    return "".join(word for word in key(name) if word not in _generic())


@cache
def _generic() -> frozenset[str]:
    return frozenset(fold(word) for word in words("mentions", "generic"))


def _bodies(
    a: LocalEntity, b: LocalEntity, by_id: Mapping[str, LocalEntity], bearers: Bearers
) -> tuple[float, str] | None:
    state_a, state_b = state_of(a, by_id), state_of(b, by_id)
    if state_a and state_b and state_a != state_b:
        return None
    if {key(name) for name in a.names} & {key(name) for name in b.names}:
        return 0.95, "same name"
    if {_police(name) for name in a.names} & {_police(name) for name in b.names} - {None}:
        return 0.9, "the police of the same place"
    pairs = [(x, y) for one, other in ((a, b), (b, a)) for x in one.names for y in other.names]
    places = a.kind is b.kind is EntityKind.PLACE
    short = acronym_of if places else _is_acronym
    if any(short(x, y) and bearers.stands_for_one(x) for x, y in pairs):
        return 0.9, "acronym of the other name"
    if any(shortened(x, y) and bearers.is_core_of_one(x) for x, y in pairs):
        return 0.85, "the other name without what sort of body it is"
    if state_a and state_a == state_b and _function(a) and _function(a) == _function(b):
        return 0.85, f"{_function(a)} of the same country"
    return None


def _is_acronym(short: str, name: str) -> bool:
    """Whether reports apart from each other can mean one body by an acronym and a long name: one of two
    letters stands for too much, unless the name holds a noun for a body or outlet, and "Corp" has no letter
    in one."""
    plain = bare(name).split()
    if not acronym_of(short, name) or plain[-1].rstrip(".") in words("bodies", "abbreviated"):
        return False
    nouns = words("offices", "bodies") | {word.lower() for word in words("media", "name_endings")}
    return len(bare(short).replace(".", "")) > 2 or any(word.lower() in nouns for word in plain)


def state_of(one: LocalEntity, by_id: Mapping[str, LocalEntity]) -> str | None:
    """The gazetteer key of the country whose government an entity answers to."""
    owner = by_id.get(one.answers_to) if one.answers_to else None
    seen = {one.id}
    while owner is not None and owner.id not in seen:
        if owner.government:
            return owner.gazetteer
        seen.add(owner.id)
        owner = by_id.get(owner.answers_to) if owner.answers_to else None
    return None


def _police(name: str) -> tuple[str, ...] | None:
    """The words of a name of some place's police, without what follows: "Brod Police Department"."""
    found = key(core(name))
    return found if len(found) > 1 and found[-1] == "police" else None


def _function(one: LocalEntity) -> str | None:
    """The public function that the longest of its names tells."""
    return next(
        (function for name in sorted(one.names, key=len, reverse=True) if (function := function_of(name))),
        None,
    )


def _shorts(name: str) -> Iterable[str]:
    """Acronyms under which a body's name can meet its short form."""
    plain = bare(name).replace(".", "")
    if plain.isupper() and 2 <= len(plain) <= 8:
        yield plain
    yield from sorted(initials(name))
