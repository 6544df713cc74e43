"""The content of a cue: which words of the sentence say what was said.

A clause where the verb has one (`clauses`), else what its frame calls for: object, infinitive, the object of
a preposition. With a passive cue the subject belongs to the content. `extents` then finds its ends.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.sayings.clauses import complement_clauses, displaced, gerund, surrounding, told_by
from sayso.extract.sayings.cues import Frame, infinitive, lemma, negated, phrasal
from sayso.extract.sayings.further import phrases, second_deed, second_gerund
from sayso.extract.sayings.subjects import subject
from sayso.extract.sayings.voices import TIMES, can_speak, meant, object_of
from sayso.lexicon import table, words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_US = frozenset({"i", "we", "you"})

LEAST_SHOWN = 2
"""Nouns, adjectives and verbs that tell what a document shows, where there is no number."""

_ASKED_OF = frozenset({"for", "on", "upon", "to", "with"})
"""Prepositions before whom something is asked of: "called on the owner", "pleaded with the driver"."""

_NAMES = frozenset({"appos", "amod"})
"""What the parser makes of the name that something is given: "called the plan “foolish”"."""


_MANNER = frozenset({"as", "for", "over"})


@dataclass(frozen=True, slots=True)
class Found:
    """The token indices of a content, the frame by which it was found, and whether it is a clause of its own;
    empty and None where there is none."""

    inside: frozenset[int]
    frame: Frame | None
    clausal: bool = True


def of_clause(cue: "Token", frames: Sequence[Frame]) -> Found:
    """Return the clause that a verb reports by one of its frames."""
    return _first((complement_clauses, told_by, displaced, surrounding), cue, frames)


def of_phrase(cue: "Token", frames: Sequence[Frame]) -> Found:
    """Return what else a verb reports: an object, an infinitive, the object of a preposition. See
    `preposition` for what then belongs to the cue."""
    finders = (
        _passive_subject, _listed, _infinitive, _blamed, _changed, _rated, _named, _prepositional,
        _unanswered, _count, _shown, _intended, _object,
    )  # fmt: skip
    found = _first(finders, cue, frames)
    return replace(found, inside=found.inside | phrases(found.inside, cue), clausal=False)


def _first(
    finders: Iterable[Callable[["Token", Frame], set[int]]], cue: "Token", frames: Sequence[Frame]
) -> Found:
    found = (Found(frozenset(find(cue, frame)), frame) for find in finders for frame in frames)
    return next((one for one in found if one.inside), Found(frozenset(), None))


def _passive_subject(cue: "Token", frame: Frame) -> set[int]:
    """ "The plan was rejected by the union": the subject is what is rejected, with what it is declared
    to be or asked to do."""
    subject = next((child for child in cue.children if child.dep_ == "nsubjpass"), None)
    tells = frame.frames & {"object", "blame"} or frame.frames >= {"clause", "quote"}
    if subject is not None and "count" in frame.frames and lemma(subject) in words("cues", "counts"):
        # "The figure of 26 was given by the mayor": no other gift tells anything.
        tells = any(token.like_num for token in subject.subtree)
    if subject is None or not (tells or _on_a_list(subject, frame)):
        # "The case was heard by the court": who heard said nothing.
        return set()
    rest = (child for child in cue.children if child.dep_ in {"oprd", "xcomp"} and child.i > cue.i)
    return {token.i for child in (subject, *rest) for token in child.subtree}


def _listed(cue: "Token", frame: Frame) -> set[int]:
    """ "Gave the figure", "backed the plan": an object that is something told, or what people take a stand
    on."""
    thing = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if thing is None or not _on_a_list(thing, frame):
        return set()
    return _with_manner(thing, cue)


def _on_a_list(thing: "Token", frame: Frame) -> bool:
    return any(lemma(thing) in words("cues", name) for name in ("given", "matters") if name in frame.frames)


def _infinitive(cue: "Token", frame: Frame) -> set[int]:
    if "to" not in frame.frames:
        return set()
    child = next(
        (child for child in cue.children if child.dep_ == "xcomp" or _asked_to(child, cue, frame)), None
    )
    if child is None or child.tag_ == "NNP" or child.lemma_.lower() in words("cues", "anonymity.lemmas"):
        return set()
    addressee = {token.i for other in cue.children if other.dep_ == "dobj" for token in other.subtree}
    return addressee | {token.i for token in child.subtree} | second_deed(cue, child)


def _asked_to(child: "Token", cue: "Token", frame: Frame) -> bool:
    """ "Implored residents to leave": an infinitive that the parser hung on an asking verb as a clause."""
    asked = next((other for other in cue.children if other.dep_ == "dobj"), None)
    return (
        frame.stance is Stance.ASKS
        and (child.dep_ == "ccomp" or (child.dep_ == "advcl" and asked is not None and can_speak(asked)))
        and child.i > cue.i
        and infinitive(child)
    )


def _blamed(cue: "Token", frame: Frame) -> set[int]:
    if "blame" not in frame.frames:
        return set()
    parts = [child for child in cue.children if child.dep_ in {"dobj", "dative"} or _fits(child, frame)]
    thing = next((child for child in parts if child.dep_ == "dobj"), None)
    if thing is None:
        return _antecedent(cue)
    return _with_manner(thing, cue) | {token.i for child in parts for token in child.subtree}


def _rated(cue: "Token", frame: Frame) -> set[int]:
    """An object together with what it is said to be: "put the toll at nine"."""
    thing = next((child for child in cue.children if child.dep_ == "dobj"), None)
    said_to_be = next(
        (
            child
            for child in cue.children
            if child.i > cue.i and (_fits(child, frame) or child.dep_ == "oprd" or _as_clause_after(child))
        ),
        None,
    )
    if "as" not in frame.frames or thing is None:
        return set()
    if said_to_be is None:
        return _put_at(thing, cue) if "at" in frame.prepositions and thing.pos_ != "PRON" else set()
    if "at" in frame.prepositions and not any(
        token.like_num or token.ent_type_ in {"DATE", "TIME"} for token in said_to_be.subtree
    ):
        # "Put an end to it", "set the vase on the table": only a number or a time is an estimate.
        return set()
    return _with_manner(thing, cue) | {token.i for token in said_to_be.subtree}


def _put_at(thing: "Token", cue: "Token") -> set[int]:
    """ "Put the number of houses destroyed at 203": the parser ties the figure to a word between."""
    told = [token for token in cue.subtree if token.i >= thing.left_edge.i]
    at = [
        token
        for token in told
        if token.dep_ == "prep" and token.lower_ == "at" and any(child.like_num for child in token.subtree)
    ]
    end = at[-1].right_edge.i if at else 0
    return {token.i for token in told if token.i <= end}


def _changed(cue: "Token", frame: Frame) -> set[int]:
    """ "Lowered the toll from 26 to 19 and the missing to 33": what it is now; what it was is another's."""
    thing = next((child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i), None)
    if thing is None or "changed" not in frame.frames or lemma(thing) not in words("cues", "counts"):
        return set()
    end = max(
        (token.i for token in cue.subtree if token.like_num and _to(token) and token.i > thing.i), default=0
    )
    doc, inside, before = cue.doc, set(), False
    for index in range(thing.left_edge.i, end + 1):
        word = doc[index].lower_
        before = word == "from" or (before and word != "to")
        if not before:
            inside.add(index)
    return inside


def _to(number: "Token") -> bool:
    return number.doc[number.i - 1].lower_ in {"to", "at"}


def _named(cue: "Token", frame: Frame) -> set[int]:
    """An object with the name it is given: "called the plan an insult"."""
    if "name" not in frame.frames:
        return set()
    small = next(
        (child for child in cue.children if child.dep_ == "ccomp" and child.pos_ in {"NOUN", "ADJ"}), None
    )
    if small is not None:
        # "Considers the contract a fraud": a clause without a verb.
        return {token.i for token in small.subtree}
    objects = [child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i]
    thing = objects[0] if objects else None
    # The parser makes a second object of some names: "branded the plan an insult".
    name = next(
        (child for child in cue.children if child.dep_ == "oprd"), objects[1] if objects[1:] else None
    )
    if thing is None or (name is None and not any(child.dep_ in _NAMES for child in thing.rights)):
        return set()
    return {token.i for child in (thing, name) if child is not None for token in child.subtree}


def preposition(cue: "Token", inside: Set[int]) -> int | None:
    """Return the index of the preposition that stands between a cue and a content that is its object
    ("called for an inquiry") with what is asked of that ("called on the owner to pay"), or None."""
    for child in cue.children:
        if child.dep_ == "prep" and child.i > cue.i and child.i + 1 == min(inside, default=0):
            of = {token.i for token in child.subtree} - {child.i}
            if inside >= of:
                return child.i
    return None


def _prepositional(cue: "Token", frame: Frame) -> set[int]:
    if "of" not in frame.frames and not ("answer" in frame.frames and negated(cue)):
        return set()
    child = next((child for child in cue.children if _fits(child, frame) and not _dates(child)), None)
    if child is None:
        return _behind_verb_and_particle(cue, frame)
    return {token.i for token in child.subtree} - {child.i} | _to_do(cue, child, frame)


def _behind_verb_and_particle(cue: "Token", frame: Frame) -> set[int]:
    """ "Called on growers to protest": the parser makes a particle of the preposition."""
    particle = next((child for child in cue.children if child.dep_ == "prt"), None)
    thing = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if particle is None or thing is None or particle.lower_ not in frame.prepositions:
        return set()
    return {token.i for token in thing.subtree} | _to_do(cue, particle, frame)


def _dates(preposition: "Token") -> bool:
    """ "Reported on Tuesday": when it was said."""
    noun = object_of(preposition)
    return preposition.lower_ in {"at", "in", "on"} and noun is not None and noun.ent_type_ in TIMES


def _to_do(cue: "Token", whom: "Token", frame: Frame) -> set[int]:
    """ "Called on the owner to pay": what somebody is called on to do."""
    if frame.stance is not Stance.ASKS or whom.lower_ not in _ASKED_OF:
        return set()
    asked = (child for child in cue.children if child.dep_ in {"xcomp", "advcl"} and child.i > whom.i)
    deed = next((child for child in asked if infinitive(child)), None)
    return {token.i for token in deed.subtree} if deed is not None else set()


def _fits(child: "Token", frame: Frame) -> bool:
    return child.dep_ == "prep" and child.lower_ in frame.prepositions


def _unanswered(cue: "Token", frame: Frame) -> set[int]:
    """What a source did not answer: "did not respond to questions", "did not return calls"."""
    if "answer" not in frame.frames or not negated(cue):
        return set()
    child = next(
        (child for child in cue.children if child.dep_ == "dobj" or _fits(child, frame)),
        None,
    )
    return {token.i for token in child.subtree} if child is not None else set()


def _count(cue: "Token", frame: Frame) -> set[int]:
    """A number of people harmed, or a bare number: "gave 14 dead", "had counted only 14"."""
    thing = next((child for child in cue.children if _is_counted(child) and child.i > cue.i), None)
    if "count" not in frame.frames or thing is None:
        return set()
    # "Gave 14 dead and 52 missing": the parser may join "missing" to the verb.
    second = (child for child in cue.children if child.dep_ == "conj" and _is_number_of(child))
    counted = {token.i for child in (thing, *second) for token in child.subtree}
    told = [cue.doc[index] for index in counted]
    harmed = any(token.lemma_.lower() in _harmed() for token in told)
    bare = thing.like_num and lemma(cue) in words("cues", "counting")
    return counted if any(token.like_num for token in told) and (harmed or bare) else set()


def _is_counted(child: "Token") -> bool:
    """An object; of a bare number the parser may make an adverb."""
    return child.dep_ == "dobj" or (child.dep_ == "npadvmod" and child.like_num)


def _is_number_of(token: "Token") -> bool:
    return token.lemma_.lower() in _harmed() and any(child.like_num for child in token.lefts)


@cache
def _harmed() -> frozenset[str]:
    """Words that tell what befell people: "dead", "missing", "deaths"."""
    data, harm = table("measures"), table("comparison")["measures"]["harm"]
    return frozenset(
        word for slot in ("nouns", "adjectives") for measure in harm for word in data[slot].get(measure, ())
    )


def _object(cue: "Token", frame: Frame) -> set[int]:
    if "object" not in frame.frames:
        return set()
    child = next((child for child in cue.children if _is_object(child) or gerund(child)), None)
    if child is None:
        return _behind_particle(cue) or _antecedent(cue)
    if child.lower_ in words("cues", "anonymity.nouns"):
        return set()
    if child.pos_ == "PRON" and child.i > cue.i and not _stands_for_a_claim(child, cue, frame):
        return set()
    return _with_manner(child, cue) | second_gerund(child, cue)


def _is_object(child: "Token") -> bool:
    """An object; in headlines the parser makes an infinitive of some nouns ("cannot confirm aid request")."""
    return child.dep_ == "dobj" or (child.dep_ == "xcomp" and child.tag_ in {"NN", "NNS"})


def _behind_particle(cue: "Token") -> set[int]:
    """ "Played down the risk": the parser makes a preposition of the particle."""
    particle = next((child for child in cue.children if child.dep_ == "prep" and child.i == cue.i + 1), None)
    if particle is None or object_of(particle) is None or not phrasal(cue):
        return set()
    return {token.i for token in particle.subtree} - {particle.i}


def _shown(cue: "Token", frame: Frame) -> set[int]:
    """ "The video shows men in uniform", "the survey found little support": what a document gives to see; not
    a bare name ("the poll shows Kovar"), behind which the parser may have lost the rest."""
    if "shown" not in frame.frames or negated(cue):
        return set()
    witness = subject(cue)
    if witness is None or meant(witness).lemma_.lower() not in words("cues", "evidence"):
        return set()
    shown = _object(cue, replace(frame, frames=frozenset({"object"})))
    doing = next((child for child in cue.children if child.tag_ == "VBG" and child.i - 1 in shown), None)
    if doing is not None and doing.left_edge.i == doing.i:
        shown |= {token.i for token in doing.subtree}
    told = [cue.doc[i] for i in shown]
    return shown if any(one.like_num for one in told) or _words(told) >= LEAST_SHOWN else set()


def _words(told: Iterable["Token"]) -> int:
    return sum(one.pos_ in {"NOUN", "ADJ", "VERB", "NUM"} for one in told)


def _intended(cue: "Token", frame: Frame) -> set[int]:
    """ "Plans to close the yard": as the main verb of its sentence; within a content it is no statement."""
    main = cue.dep_ == "ROOT" or (cue.dep_ == "conj" and cue.head.dep_ == "ROOT")
    if "intent" not in frame.frames or not main or negated(cue):
        return set()
    who = subject(cue)
    asked = cue.tag_ == "VB" and not any(child.dep_ == "aux" for child in cue.children)
    if asked or who is None or who.lower_ in _US:
        return set()
    return _infinitive(cue, replace(frame, frames=frozenset({"to"})))


def _antecedent(cue: "Token") -> set[int]:
    """ "The policies she assailed": a relative clause without an object is about the noun it hangs on."""
    if cue.dep_ != "relcl" or any(child.dep_ in {"dobj", "ccomp", "xcomp", "prep"} for child in cue.children):
        return set()
    clause = {token.i for token in cue.subtree}
    return {token.i for token in cue.head.subtree} - clause


def _with_manner(thing: "Token", cue: "Token") -> set[int]:
    """An object with what the same verb says of it: "attacked the plan as a waste", "praised her for
    going"."""
    said_of = (
        child
        for child in cue.children
        if child.i > thing.i
        and (
            child.dep_ in {"oprd", "xcomp", "ccomp"}
            or (child.dep_ == "prep" and child.lower_ in _MANNER)
            or _as_clause_after(child)
        )
    )
    return {token.i for child in (thing, *said_of, *_and_another(thing, cue)) for token in child.subtree}


def _and_another(thing: "Token", cue: "Token") -> list["Token"]:
    """ "Put the dead at 17 and the missing at 48": a second object, which the parser joined to the verb, with
    what follows it."""
    second = next(
        (
            child
            for child in cue.children
            if child.dep_ == "conj" and child.i > thing.i and child.pos_ in {"NOUN", "PROPN", "NUM"}
        ),
        None,
    )
    if second is None:
        return []
    joint = [child for child in cue.children if child.dep_ == "cc" and thing.i < child.i < second.i]
    return [*joint, second, *(child for child in cue.children if child.dep_ == "prep" and child.i > second.i)]


def _as_clause_after(child: "Token") -> bool:
    """ "Described it as costing lives": the parser makes a clause of what the object is said to be."""
    return child.dep_ == "advcl" and child.left_edge.lower_ == "as"


def _stands_for_a_claim(pronoun: "Token", cue: "Token", frame: Frame) -> bool:
    """ "has denied it", "has not confirmed this": what is refused matters even when a pronoun stands for
    it."""
    refuses = frame.stance is Stance.DENIES or (frame.stance is Stance.CONFIRMS and negated(cue))
    return refuses and pronoun.lower_ in {"it", "this", "that", "them"}
