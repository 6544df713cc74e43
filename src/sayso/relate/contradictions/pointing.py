"""Denials that point back ("denied it", "rejected both accounts") at what another party tells before."""

import re
from collections.abc import Iterable, Sequence

from sayso.lexicon import words
from sayso.model.grammar import Frame
from sayso.model.relation import Conflict
from sayso.model.report import Block, EntityKind, Stance, Statement, StatementKind
from sayso.relate.contradictions.denials import (
    Tellings,
    answers,
    deniable,
    is_loud,
    is_made,
    may_be_denied,
    tells,
    to_come,
)
from sayso.relate.matching.units import Unit
from sayso.relate.media import is_media
from sayso.relate.view import View

SHORTEST = 4
"""Letters of the shortest name by which a people is known again: "Chad" in "Chadian"."""

CIRCUMSTANCES = 6
"""Words at most behind who told something that may say when and where: "in an interview on Wednesday"."""

_OF_DOING = re.compile(r"\bof \w+ing\b")

_BLAMED = re.compile(r"\b(?:of|for|over|on) \w")

_GENITIVE = ("'s", "’s")

_WORD = re.compile(r"\w+")


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each party and statement that it points back at and denies."""
    return answers(story, found, _denied)


def _denied(story: View, unit_of: Tellings, _: Unit, one: Statement) -> Statement | None:
    denied = _beside(story, unit_of, one) if _points_beside(story, one) else None
    if denied is not None:
        return denied
    if _points_back(story, one):
        return _before(story, unit_of, one) or _accused_above(story, unit_of, one)
    return _told_by_whom_it_names(story, unit_of, one)


def _points_beside(story: View, one: Statement) -> bool:
    """Say whether a party denies, in words that point at what its sentence has just told: ", which he
    denied", ", a charge Sarvia denies"."""
    said = _words(one.text)
    beside = words("relate", "pointing_beside")
    if one.stance is not Stance.DENIES or not one.sources or not is_made(story, one):
        return False
    nouns = words("relate", "pointing_nouns") | words("relate", "pointing_beside_nouns")
    return said <= beside | nouns and (bool(said & beside) or len(said) == 1)


def _beside(story: View, unit_of: Tellings, denial: Statement) -> Statement | None:
    """What another party tells right before a denial, with nothing but a comma, a dash, or who told it
    between them."""
    text = story.report(denial.report).text
    told = [
        one
        for one in story.facts[denial.report].statements
        if denial.sentence[0] <= one.start < one.end <= denial.start
        and (not _WORD.search(text[one.end : denial.start]) or _only_teller(text, one, denial))
        and by_a_party(story, denial, one)
        and may_be_denied(unit_of, one)
        and _may_be_meant(story, denial, one)
    ]
    return max(told, key=lambda one: one.start, default=None)


def _only_teller(text: str, one: Statement, denial: Statement) -> bool:
    """Say whether what stands between a statement and a denial is who told it, and a few words for when or
    where: "…, a lawmaker said on Wednesday, a claim the port denied"."""
    if one.source is None or one.cue is None:
        return False
    spans = sorted((span.start, span.end) for span in (one.source, one.cue))
    if spans[0][0] < one.end or spans[-1][1] > denial.start:
        return False
    ahead, behind = text[one.end : spans[0][0]], text[spans[-1][1] : denial.start]
    one_phrase = "," not in behind.rstrip(" ,")
    return not _WORD.search(ahead) and one_phrase and len(_WORD.findall(behind)) <= CIRCUMSTANCES


def _may_be_meant(story: View, denial: Statement, one: Statement) -> bool:
    """Say whether a denier who is only a pronoun may be whom the same sentence names: the accused, else one
    of those whom it tells of. "Duro accused Maro of bribing Odran, which he denied" is no denial of
    Odran's."""
    if denial.source is None or not words("relate", "accused_persons") >= _words(denial.source.text):
        return True
    named = [
        mention.entity
        for mention in story.facts[one.report].mentions
        if one.start <= mention.start < one.end
        and _is_person(story, mention.entity)
        and story.named(mention.entity)
    ]
    whom = named[:1] if is_accusing(one) else named
    return not whom or any(source in whom for source in denial.sources)


def by_a_party(story: View, denial: Statement, one: Statement) -> bool:
    """Say whether another party than the denier has told something, and no outlet or agency."""
    return anothers(story, denial, one) and not any(is_media(story, source) for source in one.sources)


def anothers(story: View, denial: Statement, one: Statement) -> bool:
    """Say whether somebody who is named, and not the denier, has told something."""
    if not one.sources or to_come(story, one):
        return False
    ours = story.with_authorities(denial.sources) | spoken_for(story, denial)
    return ours.isdisjoint(story.with_authorities(one.sources))


def _points_back(story: View, one: Statement) -> bool:
    """Say whether a party denies, in words that only point at what was said. A pronoun takes a verb of plain
    denial, for what is rejected may be an offer; so does a request, which is granted or not."""
    said = _words(one.text)
    pointers = said & (words("relate", "pointing_at_last") | words("relate", "pointing_nouns"))
    if one.stance is not Stance.DENIES or not one.sources or not pointers:
        return False
    if not said <= words("relate", "pointing") or not is_made(story, one):
        return False
    plain = bool(one.cue and _words(one.cue.text) & words("relate", "plainly_denying"))
    nouns = pointers & words("relate", "pointing_nouns")
    if not nouns and one.cue is not None and one.end <= one.cue.start:
        return False  # "the misconduct that he denied": a relative clause
    return plain or bool(nouns - words("relate", "asked_for"))


def _told_by_whom_it_names(story: View, unit_of: Tellings, denial: Statement) -> Statement | None:
    """What the party tells whose claims somebody denies in so many words ("denied Duro's claims"): the last
    before the denial, in its paragraph or in the one before."""
    whose = _whose_claims(story, denial)
    if whose is None:
        return None
    told = [
        one
        for one in story.facts[denial.report].statements
        if _two_blocks(story, denial) <= one.start < one.end <= denial.sentence[0]
        and whose in one.sources
        and by_a_party(story, denial, one)
        and not is_loud(story, one)
        and may_be_denied(unit_of, one)
        and (unit_of[one.id].frames or is_accusing(one))
    ]
    return _whole(_ends(told)[1], told) if told else None


def _whose_claims(story: View, denial: Statement) -> str | None:
    """The party that a denial names with a word for what it tells, and nothing else: "Duro's claims"."""
    if denial.stance is not Stance.DENIES or not denial.sources or not is_made(story, denial):
        return None
    named = story.mention_at(denial.report, denial.start)
    noun = denial.text.split()[-1].lower() if denial.text else ""
    if named is None or noun not in words("relate", "pointing_nouns") - words("relate", "asked_for"):
        return None
    between = story.report(denial.report).text[named.end : denial.end - len(noun)]
    genitive = named.text.endswith(_GENITIVE) or between.startswith((*_GENITIVE, "'", "’"))
    return named.entity if genitive and len(_words(between) - {"s"}) == 0 else None


def _two_blocks(story: View, denial: Statement) -> int:
    """Where the paragraph before that of a denial begins."""
    starts = [block.start for block in story.report(denial.report).blocks if block.start <= denial.start]
    return starts[-2:][0] if starts else 0


def spoken_for(story: View, denial: Statement) -> set[str]:
    """Return those for whom a denier is said to speak: Duro, of "Duro's lawyers"."""
    if denial.source is None:
        return set()
    text, source = story.report(denial.report).text, denial.source
    return {
        one.entity
        for one in story.mentions(denial.report, (source.start, source.end))
        if one.text.endswith(_GENITIVE) or text.startswith(_GENITIVE, one.end)
    }


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _before(story: View, unit_of: Tellings, denial: Statement) -> Statement | None:
    """What another party asserts in the paragraph of a denial, or in the one before it: what its sentence
    tells, or what was said last where the denial points at that, else what the paragraph begins with."""
    said = _words(denial.text)
    last = not said & words("relate", "pointing_nouns") or bool(said & words("relate", "pointing_near"))
    within = last and (_told_in_passing(story, unit_of, denial) or _claimed_beside(story, denial))
    blocks = story.report(denial.report).blocks
    here = max((i for i, block in enumerate(blocks) if block.start <= denial.start), default=0)
    above = here - 1 - _goes_on_quoting(story, denial, blocks[here - 1]) if here else 0
    for block in reversed(blocks[max(0, above) : here + 1]):
        told = [
            one
            for one in story.facts[denial.report].statements
            if block.start <= one.start < min(block.end, denial.start)
            and (one.sentence == denial.sentence or not within)
            and _denied_by(story, unit_of, denial, one)
        ]
        if told:
            return _meant(told, denial, last)
    return None


def _goes_on_quoting(story: View, denial: Statement, block: Block) -> bool:
    """Say whether a paragraph tells nothing but what somebody says in quotation marks, who is quoted on what
    the paragraph before tells."""
    inside = [one for one in story.facts[denial.report].statements if block.start <= one.start < block.end]
    return bool(inside) and all(one.kind is StatementKind.DIRECT for one in inside)


def _accused_above(story: View, unit_of: Tellings, denial: Statement) -> Statement | None:
    """What the denier is accused of by name anywhere above "the allegations", where only one party accuses:
    by a verb of accusing, or in a sentence that calls it an allegation ("faces an accusation by a clerk who
    says …")."""
    if _words(denial.text).isdisjoint(words("relate", "accusation_nouns")):
        return None
    told = [
        one
        for one in story.facts[denial.report].statements
        if one.end <= denial.sentence[0]
        and not is_loud(story, one)
        and (is_accusing(one) or _called_an_accusation(story, one))
        and _denied_by(story, unit_of, denial, one)
        and _names(story, unit_of[one.id], {*denial.sources, *spoken_for(story, denial)})
    ]
    parties = {frozenset(map(story.authority, one.sources)) for one in told}
    return max(told, key=lambda one: one.start) if len(parties) == 1 else None


def _called_an_accusation(story: View, one: Statement) -> bool:
    """Say whether the words of a sentence up to what is told there call it an accusation."""
    before = story.report(one.report).text[one.sentence[0] : one.start]
    return not words("relate", "accusation_nouns").isdisjoint(_words(before))


def _meant(told: Sequence[Statement], denial: Statement, last: bool) -> Statement:
    """Which of the statements before it a denial points at: that of its own sentence; of an allegation, what
    is told by a verb of accusing."""
    said = _words(denial.text)
    if beside := [one for one in told if one.sentence == denial.sentence]:
        return max(beside, key=lambda one: one.start)
    if said & words("relate", "told_accounts"):
        return _whole(_ends(told)[last], told)
    accusing = [one for one in told if is_accusing(one)]
    return max(accusing, key=lambda one: one.start) if accusing else _ends(told)[last]


def _ends(told: Sequence[Statement]) -> tuple[Statement, Statement]:
    """The first and the last of some statements."""
    ordered = sorted(told, key=lambda one: one.start)
    return ordered[0], ordered[-1]


def is_accusing(one: Statement) -> bool:
    """Return whether somebody is accused by what a statement tells: "Duro accused the port of …"."""
    return bool(one.cue and _words(one.cue.text) & words("relate", "accusing"))


def _whole(one: Statement, told: Sequence[Statement]) -> Statement:
    """What the sentence of a statement tells at the greatest length: who disputes "that account" disputes
    that, and no reason that stands at its end."""
    beside = [other for other in told if other.sentence == one.sentence]
    return max(beside, key=lambda other: (other.end - other.start, other.id))


def _told_in_passing(story: View, unit_of: Tellings, denial: Statement) -> bool:
    """Say whether a denial stands at the end of what somebody tells, at which it points then: "the guards
    said they held him over a theft, despite his lawyers denying that claim"."""
    cue = denial.cue.start if denial.cue else denial.start
    return any(
        one.start < cue
        and denial.end <= one.end
        and any(frame.end <= cue for frame in unit_of[one.id].frames)
        for one in story.facts[denial.report].statements
        if one.id in unit_of and one.id != denial.id and one.sources
    )


def _claimed_beside(story: View, denial: Statement) -> bool:
    """Say whether the sentence of a denial tells before it what another party says, however little: "after
    the guards claimed they had left, the mayor denied those claims" is of nothing that stands before."""
    return any(
        denial.sentence == one.sentence and one.end <= denial.start and by_a_party(story, denial, one)
        for one in story.facts[denial.report].statements
    )


def _denied_by(story: View, unit_of: Tellings, denial: Statement, one: Statement) -> bool:
    """Say whether a statement may be what a denial points at: another party's, and where an allegation or
    "it" is denied, one that names the denier."""
    if one.id not in unit_of or one.end > denial.start or known_only(one):
        return False
    if not (deniable if is_accusing(one) else tells)(unit_of[one.id]):
        return False
    if not by_a_party(story, denial, one):
        return False
    if one.sentence == denial.sentence and not _may_be_meant(story, denial, one):
        return False
    if _words(denial.text) & words("relate", "told_accounts"):
        return not _words(denial.text) & {"his", "her"} or _is_person(story, one.sources[0])
    return accuses(story, unit_of[one.id], denial)


def known_only(one: Statement) -> bool:
    """Say whether somebody is told to know a thing, and not to say it: "the viewers knew that …"."""
    return bool(one.cue and _words(one.cue.text) & words("relate", "knowing"))


def accuses(story: View, unit: Unit, denial: Statement) -> bool:
    """Say whether a statement may be an allegation against the denier: it tells of a deed, none that somebody
    only means to do, or "of taking money", and asks nothing; nor negates anything, but for what somebody is
    accused of not having done."""
    main = [frame for frame in unit.frames if frame.main]
    told = [frame for frame in main if not _under(unit, frame, "asking_verbs", "intending")]
    if main and not told:
        return False
    plain = _OF_DOING.search(unit.text) or unit.text.startswith("that ")
    accused = unit.statement is not None and is_accusing(unit.statement)
    clause = told or plain or (accused and _BLAMED.search(unit.text))
    against = bool(clause) and (accused or not unit.negated)
    return against and _names(story, unit, story.with_authorities(denial.sources) | spoken_for(story, denial))


def _under(unit: Unit, frame: Frame, *slots: str) -> bool:
    """Say whether a verb is one of those listed, or stands in what such a one leads to: "is examining whether
    he took it", "planned to sue him"."""
    listed = {word for slot in slots for word in words("relate", slot)}
    leading = (one for one in unit.frames if one.lemma in listed)
    return any(one.start <= frame.start < max(one.end, one.whole[1]) for one in leading)


def _is_person(story: View, entity: str) -> bool:
    found = story.entities.get(entity)
    return found is not None and found.kind is EntityKind.PERSON


def _names(story: View, unit: Unit, parties: set[str]) -> bool:
    """Say whether a statement names one of some parties, their country or its people, or begins with a
    pronoun for the one whom it accuses ("him of taking money", "that she took money"); what a person says of
    "he" is of himself."""
    named = story.with_authorities(unit.entities)
    said = [word for word in _WORD.findall(unit.text.lower()) if word not in words("relate", "leading")]
    pronouns = words(
        "relate", "accused_persons" if any(_is_person(story, one) for one in parties) else "accused_many"
    )
    own = any(_is_person(story, one) for one in unit.statement.sources) if unit.statement else False
    pronoun = said[:1] and said[0] in pronouns - (words("relate", "of_oneself") if own else frozenset())
    return bool(named & parties or pronoun or countries(story, named) & countries(story, parties)) or any(
        word.startswith(name) for name in _short_names(story, parties) for word in said
    )


def countries(story: View, ids: Iterable[str]) -> set[str]:
    """Return the countries that are meant by some entities: places, and governments."""
    found = (story.entities.get(id_) for id_ in ids)
    return {
        one.place.country for one in found if one and one.place and (one.government or story.is_place(one.id))
    }


def _short_names(story: View, ids: Iterable[str]) -> set[str]:
    """The names of one word of some parties, lower case: "russia", with which "russian" begins."""
    names = (name.lower() for id_ in ids if (one := story.entities.get(id_)) for name in one.names)
    return {name for name in names if len(name) >= SHORTEST and " " not in name}
