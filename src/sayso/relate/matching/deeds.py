"""One deed told in two statements: a verb of the same sense, done to the same, and by nobody else."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from sayso.lexicon import table, words
from sayso.model.grammar import Frame, Word
from sayso.model.report import EntityKind, Pair
from sayso.relate.bounds import light
from sayso.relate.matching.senses import meaning
from sayso.relate.matching.units import Unit, once, once_of_itself, one_speaker
from sayso.relate.view import View

BEFORE = 30
"""Characters before a verb in which a word shows that it tells of no deed yet ("would ask")."""

_WORDS = re.compile(r"[^\W\d_]+")

_BY_TO = re.compile(r"\b(\w+) to (?:\w+ )?$")
"""What a verb hangs on by "to": "failed to (properly) warn"."""

_OBJECTS = frozenset({"patient", "predicate"})

Fillers = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who does what a verb tells, and to whom or what."""

    agents: Fillers
    patients: Fillers


Told = dict[str, list[_Deed]]
"""Deeds by the sense of their verbs."""


def shared_deed(story: View, a: Unit, b: Unit) -> tuple[str, bool] | None:
    """Return the verb of a deed that both units tell, and whether they name the same one who did it."""
    found = [
        (meaning(ours.lemma, verb=True), same_agent)
        for ours in _main(a)
        for theirs in _main(b)
        if (same_agent := _one(story, a, ours, b, theirs)) is not None
    ]
    return max(found, key=lambda item: (item[1], item[0]), default=None)


def one_subject(story: View, a: Unit, b: Unit) -> tuple[str, bool] | None:
    """Return the verb of a deed that both units tell of one subject, as done or both as to come, and whether
    that is sure: who did it is the same, or the person to whom it was done is. Else one of the two does not
    say who did it ("a ship was seized")."""
    found = []
    for ours, theirs in product(topmost(a), topmost(b)):
        same_agent = _one(story, a, ours, b, theirs)
        if same_agent is None or foreseen(story, a, ours) != foreseen(story, b, theirs):
            continue
        sure = same_agent or _known(story, a, ours, b, theirs)
        if sure or not (_acted(ours) and _acted(theirs)):
            found.append((sure, meaning(ours.lemma, verb=True)))
    sure, verb = max(found, default=(False, ""))
    return (verb, sure) if verb else None


def _known(story: View, a: Unit, ours: Frame, b: Unit, theirs: Frame) -> bool:
    """Say whether a deed is of people who are known: one speaker's own, or done to one person with a name."""
    whom = told_of(story, a, ours) & told_of(story, b, theirs)
    people = (story.entities[one] for one in whom if story.named(one))
    return _speakers_own(a, ours, b, theirs) or any(one.kind is EntityKind.PERSON for one in people)


def topmost(unit: Unit) -> list[Frame]:
    """Return the verbs of main clauses, but for those that complete another ("refused to close")."""
    main = _main(unit)
    return [one for one in main if not any(holds(above.whole, one.whole) for above in main)]


def _acted(frame: Frame) -> bool:
    return any(part.role == "agent" for part in frame.parts)


def _speakers_own(a: Unit, ours: Frame, b: Unit, theirs: Frame) -> bool:
    """Say whether one speaker tells in both of what is their own doing: "we have lodged a protest"."""
    told = [{part.lemma for part in frame.parts if part.role == "agent"} for frame in (ours, theirs)]
    return one_speaker(a, b) and told[0] == told[1] and bool(told[0]) and told[0] <= words("relate", "own")


def foreseen(story: View, unit: Unit, frame: Frame) -> bool:
    """Return whether a verb tells of no deed yet: "would ask"; "on 9 May the sea broke" has a month. The "to"
    of what somebody failed to do is none of these."""
    first = max(0, frame.start - BEFORE)
    above = _hangs_on(story, unit, frame)
    last = above.end if above is not None else frame.start
    before = story.report(unit.report).text[first:last]
    return bool(set(_WORDS.findall(before)[-3:]) & words("relate", "modal"))


def undone(story: View, unit: Unit, frame: Frame) -> bool:
    """Return whether a verb tells what somebody failed to do."""
    return _hangs_on(story, unit, frame) is not None


def _hangs_on(story: View, unit: Unit, frame: Frame) -> Word | None:
    """The word on which what was not done hangs by "to": "failed", "unable"; None for another verb."""
    first = max(0, frame.start - BEFORE)
    by_to = _BY_TO.search(story.report(unit.report).text[first : frame.start]) if frame.negated else None
    above = story.word_at(unit.report, first + by_to.start()) if by_to else None
    return above if above is not None and above.lemma in words("relate", "undoing") else None


def holds(outer: Pair, inner: Pair) -> bool:
    """Return whether a stretch lies in another, longer one."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def turned(story: View, a: Unit, b: Unit) -> bool:
    """Say whether one tells of somebody what the other tells of whom it was done to: "A struck B", "B struck
    A"."""
    return any(
        ours.agents & theirs.patients and ours.patients & theirs.agents
        for ours, theirs in _of_one_verb(_roles(story, a), _roles(story, b))
    )


@once
def _roles(story: View, unit: Unit) -> Told:
    """Who does what each verb tells and to whom."""
    return _told(unit.frames, lambda frame, role: fillers(story, unit, frame, role))


def opposed_doers(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two units tell one deed, done to the same thing, of two who stand against each other: of
    rebels and the army, of a firm and its workers."""
    return any(
        ours.patients & theirs.patients and _opposed(ours.agents, theirs.agents)
        for ours, theirs in _of_one_verb(_doers(story, a), _doers(story, b))
    )


@once_of_itself
def _doers(_: View, unit: Unit) -> Told:
    """Who does what each main verb tells and to what, by their nouns."""
    return _told(_main(unit), _nouns)


def _told(frames: Iterable[Frame], fill: Callable[[Frame, str], Fillers]) -> Told:
    """What the verbs tell of which both a doer and what it is done to are said, by their sense."""
    found: Told = {}
    for frame in frames:
        deed = _Deed(fill(frame, "agent"), fill(frame, "patient"))
        if deed.agents and deed.patients:
            found.setdefault(meaning(frame.lemma, verb=True), []).append(deed)
    return found


def _of_one_verb(ours: Told, theirs: Told) -> Iterator[tuple[_Deed, _Deed]]:
    """Each deed of the one with each of the other that is told by a verb of the same sense."""
    for verb, told in ours.items():
        yield from product(told, theirs.get(verb, ()))


def _nouns(frame: Frame, role: str) -> Fillers:
    """What fills a role, by its noun; a plural with a capital ("Rebels attack") may have kept its ending."""
    found = {part.lemma for part in frame.parts if part.role == role}
    return frozenset(meaning(noun, verb=False) for noun in found | {noun.removesuffix("s") for noun in found})


def _opposed(ours: Fillers, theirs: Fillers) -> bool:
    return ours.isdisjoint(theirs) and any(
        (ours & first and theirs & second) or (ours & second and theirs & first)
        for first, second in _against()
    )


@cache
def _against() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = table("relate")["against"]
    one, other = (
        [frozenset(meaning(noun, verb=False) for noun in pair[i]) for pair in pairs] for i in (0, 1)
    )
    return tuple(zip(one, other, strict=True))


def _main(unit: Unit) -> list[Frame]:
    """The verbs of main clauses, but for those in a clause that tells of something beside it: of "the bill,
    which would let ships be towed, has passed" no more than that it has passed."""
    beside = [frame.whole for frame in unit.frames if not frame.main]
    main = [frame for frame in unit.frames if frame.main]
    return [one for one in main if not any(holds(whole, one.whole) for whole in beside)]


def _one(story: View, a: Unit, ours: Frame, b: Unit, theirs: Frame) -> bool | None:
    verb = meaning(ours.lemma, verb=True)
    if verb != meaning(theirs.lemma, verb=True) or {ours.lemma, theirs.lemma} & light():
        return None
    if ours.negated != theirs.negated or not told_of(story, a, ours) & told_of(story, b, theirs):
        return None
    agents = fillers(story, a, ours, "agent"), fillers(story, b, theirs, "agent")
    if all(agents) and agents[0].isdisjoint(agents[1]):
        return None
    return bool(agents[0] & agents[1])


def told_of(story: View, unit: Unit, frame: Frame) -> Fillers:
    """Return what a verb is said of: what it is done to, or what somebody is said to be."""
    return frozenset().union(*(fillers(story, unit, frame, role) for role in sorted(_OBJECTS)))


def fillers(story: View, unit: Unit, frame: Frame, role: str) -> Fillers:
    """Return what fills a role of a verb: entities by id, other things by the word for them; no pronouns."""
    found = set()
    for part in frame.parts:
        if part.role == role:
            named = story.mention_at(unit.report, part.start)
            word = story.word_at(unit.report, part.start)
            if named is not None:
                found.add(named.entity)
            elif word is not None:
                found.add(meaning(word.lemma, verb=False))
    return frozenset(found)
