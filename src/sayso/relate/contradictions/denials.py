"""Denials: a party that denies what another asserts, in so many words or by turning the polarity."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from sayso.lexicon import choice, table, words
from sayso.model.blocks import LOUD, role
from sayso.model.grammar import Frame
from sayso.model.relation import About, Bearing, Claim, Conflict, ConflictType, Ref, RefKind
from sayso.model.report import EntityKind, Moment, Stance, Statement, StatementKind
from sayso.relate.contradictions.verdicts import conflict, timing
from sayso.relate.matching.deeds import foreseen
from sayso.relate.matching.sameness import one_authority, overlap, polarity_differs
from sayso.relate.matching.senses import meaning
from sayso.relate.matching.units import Unit
from sayso.relate.moments import apart, key, known, stated
from sayso.relate.parties import one_name
from sayso.relate.view import View

SHARED, CONTAINED, JOINT = 3, 0.7, 0.45
"""What two statements of opposite polarity must share: content words, containment, overlap (by idf)."""


TOUCHING = 0.15
"""What a denial and the statement it is set against must share: two that share a number alone are no
denial.
"""


ALIKE = 0.6
"""Containment from which the two need no verb in common, and may be told in an outlet's own words."""

HELD = 0.3
"""What the shorter of the two must share at least (containment, by idf): a number alone is too little."""

TELLING = 2
"""Content words that a statement needs to be set against a denial."""

BETWEEN = 3
"""Words between "making" and what is made: "making any such remark"."""

OWN_WORDS = "told by an outlet in its own words"
"""Who asserts what nobody is named for."""

_TOLD = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.WARNS})

_SPEAKERS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP})

_WORDS = re.compile(r"[^\W\d_]+")
_DOING = re.compile(r"[a-z]+ing\b")
_MARKS = "\"'“‘"
_IN_WHICH = re.compile(r"\b(?:in|of|at|during|after) which(?: (?:the|a|an))? $")


def relate(story: View, found: Sequence[Unit], claims: Sequence[Claim]) -> Iterable[Conflict]:
    """Yield one conflict for each claim and party that denies it, and one for each pair of opposite
    statements.
    """
    unit_of = {unit.ref.id: unit for unit in found}
    for claim in claims:
        yield from _inside(story, unit_of, claim)
    yield from _opposed(story, found)


def _inside(story: View, unit_of: Mapping[str, Unit], claim: Claim) -> Iterable[Conflict]:
    asserting = _statements(story, claim, Bearing.ASSERTS)
    seen: set[str] = set()
    for denial in _statements(story, claim, Bearing.DENIES):
        if of_saying(denial) or turns_down(denial, unit_of[denial.id]) or tells_beside(story, denial):
            continue
        parties = {story.authority(source) for source in denial.sources}
        others = [one for one in asserting if parties.isdisjoint(voices(story, one))]
        rivals = [
            one
            for one in others
            if (one.report, one.sentence) != (denial.report, denial.sentence)
            and not held(one, denial)
            and not is_loud(story, one)
            and tells(unit_of[one.id])
            and _touch(unit_of[one.id], unit_of[denial.id])
        ]
        if rivals and not parties <= seen and is_made(story, denial):
            seen |= parties
            rival = max(rivals, key=lambda one: (bool(one.sources), one.id))
            yield denial_of(story, rival, own_words(story, unit_of, denial, rival))


def voices(story: View, one: Statement) -> set[str]:
    """Return whose word a statement is: that of the authorities of its sources, but of somebody unnamed his
    own, whom those he works for may deny ("a company source")."""
    leaks = {source for source in one.sources if not story.named(source) and _is_person(story, source)}
    return {source if source in leaks else story.authority(source) for source in one.sources}


def _is_person(story: View, entity: str) -> bool:
    found = story.entities.get(entity)
    return found is not None and found.kind is EntityKind.PERSON


def of_saying(one: Statement) -> bool:
    """Say whether what somebody denies is having said something."""
    return one.stance is Stance.DENIES and _saying().match(one.text.lower()) is not None


@cache
def _saying() -> re.Pattern[str]:
    said, made, what = (choice("relate", slot) for slot in ("having_said", "having_made", "utterances"))
    return re.compile(rf"(?:having )?(?:(?:{said})\b|(?:{made})\b(?: [\w’'-]+){{0,{BETWEEN}}}? (?:{what})\b)")


def own_words(story: View, unit_of: Mapping[str, Unit], denial: Statement, other: Statement) -> Statement:
    """The quotation in which a denier goes on about it, in the sentence after the denial, the denial itself
    where there is none: "denied that any money was paid. “Not a penny has left the fund,” he said."
    """
    sentences = story.facts[denial.report].sentences
    after = next((one for one in sentences if one[0] >= denial.sentence[1]), None)
    matter = {*unit_of[denial.id].lemmas, *unit_of[other.id].lemmas} if other.id in unit_of else set()
    for one in story.facts[denial.report].statements:
        if after is None or not after[0] <= one.start < after[1] or one.id not in unit_of:
            continue
        unit = unit_of[one.id]
        speaks = one.kind is StatementKind.DIRECT and set(one.sources) == set(denial.sources)
        if speaks and unit.bearing is Bearing.ASSERTS and (unit.lemmas.keys() & matter) - unit.names:
            return one
    return denial


def _touch(a: Unit, b: Unit) -> bool:
    contained, joint, count = overlap(a, b)
    said = bool(a.statement and a.statement.sources)
    alike = contained >= ALIKE or (said and bool(a.verbs & b.verbs))
    return joint >= TOUCHING and contained >= HELD and count > 0 and alike


def is_made(story: View, one: Statement) -> bool:
    """Say whether a denial has been made, in the body, by somebody who speaks: one that will or could come is
    none, nor what a book or the evidence contradicts."""
    if one.sources and (not _speaks_up(story, one) or _is_a_paper(story, one.sources[0])):
        return False
    return not is_loud(story, one) and not to_come(story, one)


def to_come(story: View, one: Statement) -> bool:
    """Say whether something has not been said yet, for all that is told: "must show", "could confirm"."""
    cue = one.cue.start if one.cue else one.start
    before = _WORDS.findall(story.report(one.report).text[max(one.sentence[0], cue - 20) : cue])[-2:]
    said = _WORDS.findall(one.cue.text.lower())[:-1] if one.cue else []  # "according to" has been said
    led = pairwise([*before, *said])
    done = {word for ahead, word in led if ahead in words("relate", "leading_to")}  # "came forward | to say"
    return bool(({*before, *said} - done) & words("relate", "modal"))


def speaks(story: View, entity: str) -> bool:
    """Return whether somebody can say something: a person, a body or a group, no document or thing."""
    found = story.entities.get(entity)
    return found is not None and (found.kind in _SPEAKERS or found.government)


def _speaks_up(story: View, one: Statement) -> bool:
    """Say whether it is somebody who speaks that denies: by what they are, or, where nothing shows that, by a
    verb of denying aloud ("miners dismissed the claim")."""
    if speaks(story, one.sources[0]):
        return True
    found = story.entities.get(one.sources[0])
    aloud = one.cue is not None and bool(
        set(_WORDS.findall(one.cue.text.lower())) & words("relate", "denying_aloud")
    )
    return aloud and found is not None and found.kind is EntityKind.OTHER


def _is_a_paper(story: View, entity: str) -> bool:
    """Say whether somebody who is only described is a document or evidence: "the latest figures"."""
    last = _WORDS.findall(story.name(entity).lower())[-1:]
    return not story.named(entity) and not words("offices", "documents").isdisjoint(last)


def turns_down(denial: Statement, unit: Unit) -> bool:
    """Say whether somebody turns down a thing, a bill or a question, rather than what is said: by a verb of
    rejection, and without a verb in what is rejected; or turns down doing it: "rejected widening a road"; or
    a thing that is told apart from others: "challenged a law that bans fishing"."""
    if denial.cue is None or not (_names_a_thing(denial, unit) or _DOING.match(denial.text.lstrip(_MARKS))):
        return False
    return not set(_WORDS.findall(denial.cue.text.lower())) & words("relate", "plainly_denying")


def tells_beside(story: View, denial: Statement) -> bool:
    """Return whether what is denied only tells by the way what another party says: "rejected the account of a
    raid in which the union says two men were killed"."""
    text = story.report(denial.report).text
    return any(
        one.within == denial.id
        and one.source is not None
        and denial.start < one.source.start
        and _IN_WHICH.search(text, denial.start, one.source.start)
        and set(one.sources).isdisjoint(denial.sources)
        for one in story.facts[denial.report].statements
    )


def _names_a_thing(denial: Statement, unit: Unit) -> bool:
    """Say whether a content has no verb, or none but those that tell which thing is meant: "a law that bans
    fishing", not "the claim that fish died"."""
    if not unit.verbs:
        return True
    first = min(unit.frames, key=lambda frame: frame.start, default=None)
    if first is None or any(frame.main for frame in unit.frames):
        return False
    before = denial.text[: max(0, first.start - denial.start)].lower()
    at = denial.start + max(0, before.find(" that "))
    clause = any(at < part.start < first.start for part in first.parts) if " that " in before else False
    nouns = _WORDS.findall(before)
    return bool(nouns) and not clause and told_nouns().isdisjoint(nouns)


@cache
def told_nouns() -> frozenset[str]:
    """Return the nouns for what somebody says or thinks, one and several: "claim", "notions"."""
    nouns = (noun for group in table("cues")["nouns"] for noun in group["examples"])
    return frozenset(form for noun in nouns for form in (noun, f"{noun}s"))


def held(a: Statement, b: Statement) -> bool:
    """Say whether one of two statements holds the other: who tells of a denial is not denied by it."""
    return a.report == b.report and a.start < b.end and b.start < a.end


def is_loud(story: View, one: Statement) -> bool:
    """Return whether a statement stands in a heading or caption, which nobody answers."""
    return role(story.report(one.report), one.start) in LOUD


def tells(unit: Unit) -> bool:
    """Say whether a statement tells something that can be denied, by a verb that says much."""
    return bool(unit.verbs) and deniable(unit)


def deniable(unit: Unit) -> bool:
    """Say whether a statement tells something, is no condition, and tells of no denial itself."""
    one = unit.statement
    if one is None or one.stance not in _TOLD or unit.verbs & words("relate", "denying"):
        return False
    said = _WORDS.findall(one.text.lower())
    open_ = said[:1] and said[0] in words("relate", "conditions")
    return len(unit.lemmas) >= TELLING and not open_ and "any" not in said


def _to_come(story: View, a: Unit, b: Unit) -> bool:
    """Say whether one of two units tells what one of them negates as to come, or as wanted: a plan is no
    denial of another's, and neither is of what was."""
    negated = {
        _sense(frame)
        for unit in (a, b)
        for frame in unit.frames
        if frame.negated or {frame.lemma, _sense(frame)} & unit.negated
    }
    told = ((unit, frame) for unit in (a, b) for frame in unit.frames if _sense(frame) in negated)
    return any(foreseen(story, unit, frame) for unit, frame in told)


def _sense(frame: Frame) -> str:
    return meaning(frame.lemma, verb=True)


def _statements(story: View, claim: Claim, bearing: Bearing) -> list[Statement]:
    ids = [
        member.id for member in claim.whole if member.kind is RefKind.STATEMENT and member.bearing is bearing
    ]
    return [story.statements[id_] for id_ in ids]


Tellings = Mapping[str, Unit]
"""Units by the id of what they tell."""


def answers(
    story: View, found: Sequence[Unit], denied: Callable[[View, Tellings, Unit, Statement], Statement | None]
) -> Iterable[Conflict]:
    """Yield one conflict for each party and statement of another that a statement answers, by `denied`, which
    returns it; the first told of copies first."""
    unit_of = {unit.ref.id: unit for unit in found}
    seen: set[tuple[str, str]] = set()
    for unit in sorted(found, key=lambda unit: (key(known(story.report(unit.report))), unit.ref.id)):
        one = unit.statement
        if one is None or unit.ref.kind is not RefKind.STATEMENT:
            continue
        told = denied(story, unit_of, unit, one)
        if told and (mark := (story.authority(one.sources[0]), told.text)) not in seen:
            seen.add(mark)  # a copy tells the same denial again
            yield denial_of(story, told, one)


def may_be_denied(unit_of: Tellings, one: Statement) -> bool:
    """Say whether a statement is one of a story's units, and `deniable`."""
    return one.id in unit_of and deniable(unit_of[one.id])


def denial_of(story: View, asserted: Statement, denied: Statement) -> Conflict:
    """Return the conflict of what somebody asserts and what another says against it."""
    time = timing(_said(story, asserted), _said(story, denied))
    refs = Ref(RefKind.STATEMENT, asserted.id), Ref(RefKind.STATEMENT, denied.id)
    return conflict(ConflictType.DENIAL, About.FACT, time, *refs, set_apart(story, asserted, denied))


def set_apart(story: View, asserted: Statement, denied: Statement) -> str:
    """Return in plain words who asserts something, and who denies it."""
    other = f"asserted by {story.name(asserted.sources[0])}" if asserted.sources else OWN_WORDS
    speaker = story.name(denied.sources[0]) if denied.sources else "the outlet"
    return f"{other}, denied by {speaker}"


def _said(story: View, one: Statement) -> Moment | None:
    return stated(one.said) or known(story.report(one.report))


def _opposed(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    statements = [unit for unit in found if unit.statement and unit.ref.kind is RefKind.STATEMENT]
    asserted = [unit for unit in statements if unit.statement and unit.statement.stance is not Stance.DENIES]
    negated = [unit for unit in asserted if unit.negated and unit.statement and unit.statement.sources]
    told = defaultdict(list)
    for unit in asserted:
        for verb in () if unit.negated else unit.verbs:
            told[verb].append(unit)
    seen: set[frozenset[str]] = set()
    for denial, other in _turned(negated, told):
        if one_authority(story, denial, other):
            continue
        parties = frozenset(_parties(story, denial) | _parties(story, other))
        named = all(story.named(party) for party in parties) and len(parties) > 1
        if not named or parties in seen or not _opposite(story, denial, other):
            continue
        if any(one_name(story, one, two) for one, two in combinations(sorted(parties), 2)):
            continue
        if denial.statement and other.statement and not held(denial.statement, other.statement):
            seen.add(parties)
            yield denial_of(story, other.statement, denial.statement)


def _turned(negated: Sequence[Unit], told: Mapping[str, Sequence[Unit]]) -> Iterable[tuple[Unit, Unit]]:
    """Yield each statement that negates a verb of its own with each that has the verb and negates nothing, in
    order of id."""
    for denial in negated:
        verbs = denial.negated & denial.verbs
        others = {unit.ref.id: unit for verb in verbs for unit in told.get(verb, ())}
        yield from ((denial, others[id_]) for id_ in sorted(others))


def _parties(story: View, unit: Unit) -> set[str]:
    return {story.authority(source) for source in unit.statement.sources} if unit.statement else set()


def _opposite(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two statements have the same words, and what they tell is negated in one of them."""
    contained, joint, count = overlap(a, b)
    if count < SHARED or contained < CONTAINED or joint < JOINT or not tells(b):
        return False
    said = f" {' | '.join(' '.join(_WORDS.findall(one.text.lower())) for one in (a, b))} "
    if any(f" {sure} " in said for sure in words("relate", "beyond_doubt")) or _to_come(story, a, b):
        return False
    return polarity_differs(story, a, b) and not apart(stated(a.event), stated(b.event))
