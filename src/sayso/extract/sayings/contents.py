"""The content of a cue: which words of the sentence say what was said.

A clause where the verb has one (`clauses`), else what its frame calls for: object, infinitive, the object of
a preposition. With a passive cue the subject belongs to the content. `extents` then finds its ends.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.sayings.astray import (
    before_main,
    behind_aside,
    behind_occasion,
    in_statement,
    lent,
    parted,
    told_to,
    unmarked,
)
from sayso.extract.sayings.clauses import complement_clauses, displaced, gerund, surrounding, told_by
from sayso.extract.sayings.cues import TALKING, THAT, Frame, infinitive, lemma, marked, phrasal, verb_frames
from sayso.extract.sayings.further import joined_phrase, phrases, second_deed, second_gerund
from sayso.extract.sayings.prepositions import circumstantial, fits, prepositional
from sayso.extract.sayings.quotes import MARKS, SCARE_WORDS
from sayso.extract.sayings.stances import negated
from sayso.extract.sayings.subjects import charge, charges, subject
from sayso.extract.sayings.tallies import changed, counted, tellings
from sayso.extract.sayings.voices import can_speak, meant, object_of
from sayso.extract.sentences import bounds
from sayso.lexicon import table, words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEAST_SHOWN = 2
"""Nouns, adjectives and verbs that tell what a document shows, where there is no number."""

_NAMES = frozenset({"appos", "amod"})
"""What the parser makes of the name that something is given: "called the plan “foolish”"."""


_MANNER = frozenset({"as", "for", "over"})

_TELLING = frozenset({"ROOT", "conj", "advcl"})
"""Where a verb stands that tells what its clause is there to tell."""

_THAT_OR_HOW = frozenset({"that", "whether", "if"})

_SEEN_WITH = frozenset(
    {"with", "at", "near", "in", "on", "behind", "by", "ahead", "up", "down", "level", "tied"}
)
"""Words behind a name that tell how a document shows somebody: "shows Kovar with a lead", "Kovar ahead"."""


@dataclass(frozen=True, slots=True)
class Found:
    """The token indices of a content, the frame by which it was found, and whether it is a clause of its own;
    empty and None where there is none."""

    inside: frozenset[int]
    frame: Frame | None
    clausal: bool = True


def of_clause(cue: "Token", frames: Sequence[Frame]) -> Found:
    """Return the clause that a verb reports by one of its frames."""
    finders = (
        complement_clauses, told_by, displaced, lent, told_to, in_statement, unmarked, behind_aside,
        behind_occasion, before_main, parted, surrounding,
    )  # fmt: skip
    return _first(finders, cue, frames)


def of_phrase(cue: "Token", frames: Sequence[Frame]) -> Found:
    """Return what else a verb reports: an object, an infinitive, the object of a preposition. See
    `preposition` for what then belongs to the cue."""
    finders = (
        _passive_subject, _listed, _sided, _infinitive, _blamed, changed, _rated, _named, prepositional,
        _unanswered, counted, _shown, _intended, _object, _in_their_words,
    )  # fmt: skip
    if any(child.dep_ == "nsubjpass" and _is_whose(child) for child in cue.lefts):
        return Found(frozenset(), None, clausal=False)
    found = _first(finders, cue, frames)
    more = phrases(found.inside, cue) | joined_phrase(found.inside, cue)
    return replace(found, inside=found.inside | more, clausal=False)


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
    tells = tells or ("side" in frame.frames and subject is not None and subject.ent_type_ == "PERSON")
    if subject is not None and "count" in frame.frames and lemma(subject) in words("cues", "counts"):
        # "The figure of 26 was given by the mayor": no other gift tells anything.
        tells = any(token.like_num for token in subject.subtree)
    if subject is None or not (tells or _on_a_list(subject, frame)):
        # "The case was heard by the court": who heard said nothing.
        return set()
    rest = [child for child in cue.rights if child.dep_ in {"oprd", "xcomp"} or _said_to_be(child, cue)]
    charged = charge(cue)
    rest += [charged] if charged is not None else [child for child in cue.rights if charges(child, cue)]
    return {token.i for child in (subject, *rest) for token in child.subtree}


def _is_whose(subject: "Token") -> bool:
    """ "A film, whose place was confirmed by the paper": by itself that tells nothing."""
    return any(child.lower_ == "whose" for child in subject.lefts)


def _said_to_be(child: "Token", cue: "Token") -> bool:
    """ "Was described | as unsafe | by the engineer"."""
    known = verb_frames().get(lemma(cue))
    takes = known is not None and "as" in known.frames and "as" in known.prepositions
    return takes and child.dep_ == "prep" and child.lower_ == "as"


def _listed(cue: "Token", frame: Frame) -> set[int]:
    """ "Gave the figure", "backed the plan": an object that is something told, or what people take a stand
    on."""
    thing = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if thing is None or not (_on_a_list(thing, frame) or _kept_back(thing, cue, frame)):
        return set()
    return set() if "given" in frame.frames and tellings(thing) else _with_manner(thing, cue)


def _kept_back(thing: "Token", cue: "Token", frame: Frame) -> bool:
    """ "Did not give a reason", "declined comment": what is not told."""
    withheld = "given" in frame.frames and (frame.stance is Stance.DECLINES or negated(cue))
    return withheld and lemma(thing) in words("cues", "kept_back")


def _sided(cue: "Token", frame: Frame) -> set[int]:
    """ "The union backs Kovar", "supported building a dam": whom and what a party stands by, where its
    sentence or side clause tells just that."""
    if "side" not in frame.frames or cue.dep_ not in _TELLING or negated(cue) or _told_of(cue):
        return set()
    thing = next((child for child in cue.rights if child.dep_ == "dobj" or gerund(child)), None)
    if thing is None or not (thing.ent_type_ == "PERSON" or gerund(thing) or _stood_for(thing)):
        return set()
    return _with_manner(thing, cue)


def _stood_for(thing: "Token") -> bool:
    return lemma(thing) in words("cues", "stood_for")


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
    asked = {token.i for token in child.subtree} - _told_above(child, cue) | _hyphened(child, cue)
    return addressee | asked | second_deed(cue, child)


def _hyphened(deed: "Token", cue: "Token") -> set[int]:
    """ "Urged them to re-examine it": the parser makes three infinitives of the word."""
    behind = cue.doc[deed.i + 1 : deed.i + 3]
    joined = len(behind) == 2 and behind[0].text == "-" and not (deed.whitespace_ or behind[0].whitespace_)
    whole = joined and behind[1].head == cue and behind[1].dep_ == "xcomp"
    return {behind[0].i, *(token.i for token in behind[1].subtree)} if whole else set()


def _told_above(deed: "Token", cue: "Token") -> set[int]:
    """ "Wrote that she had asked them to go | and that they had refused": a clause with a "that" of its own
    goes on from the clause that one opens, not from an infinitive."""
    if not marked(cue, THAT):
        return set()
    second = next((one for one in deed.subtree if one.dep_ == "conj" and marked(one, THAT)), None)
    if second is None:
        return set()
    joint = next((one for one in second.head.rights if one.dep_ == "cc"), second)
    return {token.i for token in deed.subtree if token.i >= min(joint.i, second.left_edge.i)}


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
    parts = [
        child
        for child in cue.children
        if child.dep_ in {"dobj", "dative"}
        or (child.i > cue.i and fits(child, frame) and not circumstantial(child))
    ]
    thing = next((child for child in parts if child.dep_ == "dobj"), None)
    if thing is None:
        return _what(cue) or _antecedent(cue)
    return _with_manner(thing, cue) | {token.i for child in parts for token in child.subtree}


def _what(cue: "Token") -> set[int]:
    """ "Condemned what she called a breach": a clause that stands for a thing."""
    clauses = (child for child in cue.rights if child.dep_ == "ccomp" and child.left_edge.lower_ == "what")
    return {token.i for clause in clauses for token in clause.subtree}


def _rated(cue: "Token", frame: Frame) -> set[int]:
    """An object together with what it is said to be: "put the toll at nine"."""
    thing = next((child for child in cue.children if child.dep_ == "dobj"), None)
    said_to_be = next(
        (
            child
            for child in cue.children
            if child.i > cue.i and (fits(child, frame) or child.dep_ == "oprd" or _as_clause_after(child))
        ),
        None,
    )
    if "as" not in frame.frames or thing is None:
        return set()
    quoted = _as_quoted(thing, cue) if said_to_be is None and "as" in frame.prepositions else set()
    if quoted:
        return quoted
    if said_to_be is None:
        return _put_at(thing, cue) if "at" in frame.prepositions and thing.pos_ != "PRON" else set()
    if "at" in frame.prepositions and not any(
        token.like_num or token.ent_type_ in {"DATE", "TIME"} for token in said_to_be.subtree
    ):
        # "Put an end to it", "set the vase on the table": only a number or a time is an estimate.
        return set()
    told = _with_manner(thing, cue) | {token.i for token in said_to_be.subtree}
    return told | _second_count(cue.doc, max(told))


def _second_count(doc: "Doc", last: int) -> set[int]:
    """ "Put the toll at 36 dead | and 11 missing": a second count, which the parser may tie elsewhere."""
    behind = doc[last + 1 : last + 4]
    joined = len(behind) == 3 and behind[0].lower_ == "and" and behind[1].like_num
    listed = {word for known in table("measures")["adjectives"].values() for word in known}
    return {token.i for token in behind} if joined and behind[2].lower_ in listed else set()


def _as_quoted(thing: "Token", cue: "Token") -> set[int]:
    """ "Labelled some of what he said of the dam as “misleading”": the parser ties the words quoted to one
    between."""
    links = (token for token in thing.subtree if token.lower_ == "as" and token.dep_ == "prep")
    link = next((one for one in links if one.i + 1 < len(cue.doc) and one.nbor(1).text in MARKS), None)
    return set(range(thing.left_edge.i, link.right_edge.i + 1)) if link is not None else set()


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


def _named(cue: "Token", frame: Frame) -> set[int]:
    """An object with the name it is given: "called the plan an insult"; who "has not called it a coup" leaves
    open what it is."""
    if "name" not in frame.frames or negated(cue):
        return set()
    small = next((child for child in cue.children if child.dep_ == "ccomp" and _is_small(child)), None)
    if small is not None:
        # "Considers the contract a fraud": a clause without a verb.
        return {token.i for token in small.subtree}
    objects = [child for child in cue.children if child.dep_ == "dobj" and child.i > cue.i]
    thing = objects[0] if objects else _asked_after(cue)
    # The parser makes a second object of some names: "branded the plan an insult".
    called = (child for child in cue.children if child.dep_ == "oprd" or (child.i > cue.i and _to_be(child)))
    name = next(called, objects[1] if objects[1:] else None)
    if thing is None or (name is None and not any(child.dep_ in _NAMES for child in thing.rights)):
        return set()
    return {token.i for child in (thing, name) if child is not None for token in child.subtree}


def _is_small(clause: "Token") -> bool:
    """A clause without a verb, or with "to be": "considers the contract (to be) a fraud"."""
    return clause.pos_ in {"NOUN", "ADJ"} or (_to_be(clause) and clause.i > clause.head.i)


def _to_be(clause: "Token") -> bool:
    """ "Deemed the stairs | to be unsafe"."""
    return clause.dep_ in {"xcomp", "ccomp"} and infinitive(clause) and lemma(clause) == "be"


def _asked_after(cue: "Token") -> "Token | None":
    """ "What he called a disgrace", "which she called a fraud": the pronoun before the cue is what gets the
    name."""
    pronouns = (child for child in cue.lefts if child.dep_ == "dobj" and child.tag_ in {"WP", "WDT"})
    return next(pronouns, None)


def _unanswered(cue: "Token", frame: Frame) -> set[int]:
    """What a source did not answer: "did not respond to questions", "did not return calls"."""
    if "answer" not in frame.frames or not negated(cue):
        return set()
    child = next(
        (child for child in cue.children if child.dep_ == "dobj" or fits(child, frame)),
        None,
    )
    return {token.i for token in child.subtree} if child is not None else set()


def _object(cue: "Token", frame: Frame) -> set[int]:
    if "object" not in frame.frames:
        return set()
    child = next((child for child in cue.children if _is_object(child) or gerund(child)), None)
    if child is None:
        return _what(cue) or _behind_particle(cue) or _antecedent(cue)
    if child.lower_ in words("cues", "anonymity.nouns"):
        return set()
    stands_for = _some_of(child) or _stands_for_a_claim(child, cue, frame)
    if child.pos_ == "PRON" and child.i > cue.i and not stands_for:
        return set()
    return _with_manner(child, cue) | second_gerund(child, cue)


def _in_their_words(cue: "Token", frame: Frame) -> set[int]:
    """ "Attacked “the hateful creed of the league”": words that are quoted are told, whatever the verb needs
    elsewhere; not “The Beast of Lunde”, which may be a name."""
    thing = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if "as" not in frame.frames or thing is None or negated(cue):
        return set()
    first = thing.left_edge.i
    first -= cue.doc[first].text not in MARKS
    end = next((token.i for token in cue.doc[first + 1 : bounds(cue)[1]] if token.text in MARKS), first)
    quoted = cue.doc[first].text in MARKS and end - first > SCARE_WORDS + 1
    return {token.i for token in thing.subtree} if quoted and cue.doc[first + 1].is_lower else set()


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
    shown |= _seen_with(cue, shown)
    told = [cue.doc[i] for i in shown]
    return shown if any(one.like_num for one in told) or _words(told) >= LEAST_SHOWN else set()


def _seen_with(cue: "Token", shown: Set[int]) -> set[int]:
    """ "Showed Kovar | with a lead of nine points", "Kovar | ahead by three": how they are shown."""
    more: set[int] = set()
    for child in cue.rights:
        if (
            shown
            and child.left_edge.i == max(shown | more) + 1
            and child.lower_ in _SEEN_WITH
            and not circumstantial(child)
        ):
            more |= {token.i for token in child.subtree}
    return more


def _words(told: Iterable["Token"]) -> int:
    return sum(one.pos_ in {"NOUN", "ADJ", "VERB", "NUM"} for one in told)


def _intended(cue: "Token", frame: Frame) -> set[int]:
    """ "Plans to close the yard", "wants the yard to close": within a content it is no statement."""
    finite = cue.dep_ in _TELLING or cue.dep_ == "relcl"
    if "intent" not in frame.frames or not finite or negated(cue) or _told_of(cue) or _wishes_nothing(cue):
        return set()
    who = subject(cue)
    asked = cue.tag_ == "VB" and not any(child.dep_ == "aux" for child in cue.children)
    if asked or who is None or who.lower_ in TALKING:
        return set()
    wanted = (child for child in cue.rights if child.dep_ == "ccomp" and infinitive(child))
    deed = next((child for child in wanted if not marked(child, _THAT_OR_HOW)), None)
    if deed is not None:
        return {token.i for token in deed.subtree}
    thing = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if thing is not None and lemma(thing) in words("cues", "matters") and "matters" in frame.frames:
        return _with_manner(thing, cue)
    return _infinitive(cue, replace(frame, frames=frozenset({"to"})))


def _told_of(verb: "Token") -> bool:
    """Say whether a verb stands within what another one tells."""
    while verb.head.i != verb.i:
        if verb.dep_ in {"ccomp", "xcomp", "pcomp"}:
            return True
        verb = verb.head
    return False


def _wishes_nothing(cue: "Token") -> bool:
    """ "Liked to sing": some verbs tell a wish only behind "would"; of others that shows what somebody would
    do if ("they would want to meet him")."""
    would = any(child.dep_ == "aux" and child.lower_ in words("cues", "would") for child in cue.lefts)
    return would != (lemma(cue) in words("cues", "wishing"))


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
    """ "Described it as costing lives": the parser makes a clause of what the object is said to be; not
    "condemned the plan as the boats left"."""
    bare = not any(inner.dep_ in {"nsubj", "nsubjpass", "expl"} for inner in child.lefts)
    return child.dep_ == "advcl" and child.left_edge.lower_ == "as" and bare


def _some_of(pronoun: "Token") -> bool:
    """ "Denied | all of the charges": the words behind "of" tell what it stands for; not "demand this of
    them"."""
    of = next((child for child in pronoun.rights if child.lower_ == "of"), None)
    thing = object_of(of)
    return thing is not None and thing.pos_ != "PRON" and pronoun.lower_ not in {"it", "this", "that"}


def _stands_for_a_claim(pronoun: "Token", cue: "Token", frame: Frame) -> bool:
    """ "has denied it", "has not confirmed this": what is refused matters even when a pronoun stands for
    it."""
    refuses = frame.stance is Stance.DENIES or (frame.stance is Stance.CONFIRMS and negated(cue))
    return refuses and pronoun.lower_ in {"it", "this", "that", "them"}
