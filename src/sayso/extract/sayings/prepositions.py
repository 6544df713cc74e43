"""What stands behind a cue and its preposition: "warned of floods", "called for the owner to resign"."""

from collections.abc import Set
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import Frame, infinitive, lemma
from sayso.extract.sayings.stances import negated
from sayso.extract.sayings.voices import TIMES, object_of
from sayso.lexicon import words
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKED_OF = frozenset({"for", "on", "upon", "to", "with"})
"""Prepositions before whom something is asked of: "called on the owner", "pleaded with the driver"."""


def preposition(cue: "Token", inside: Set[int]) -> int | None:
    """Return the index of the preposition that stands between a cue and a content that is its object
    ("called for an inquiry") with what is asked of that ("called on the owner to pay"), or None."""
    for child in cue.children:
        if child.dep_ == "prep" and child.i > cue.i and child.i + 1 == min(inside, default=0):
            of = {token.i for token in child.subtree} - {child.i}
            if inside >= of:
                return child.i
    before = cue.doc[min(inside) - 1] if inside and min(inside) > cue.i + 1 else None
    return before.i if before is not None and before == _mark_of_deed(before.head) else None


def _mark_of_deed(deed: "Token") -> "Token | None":
    """The "for" of "called for the owner to resign"."""
    marks = (child for child in deed.lefts if child.dep_ == "mark" and child.lower_ == "for")
    return next(marks, None) if infinitive(deed) else None


def prepositional(cue: "Token", frame: Frame) -> set[int]:
    """Return the tokens of what a cue tells behind a preposition of its frame, and what it asks of that."""
    if "of" not in frame.frames and not ("answer" in frame.frames and negated(cue)):
        return set()
    if cue.tag_ == "VBG" and lemma(cue) in words("cues", "explaining"):
        # "…, referring to Kovar": whom the words before mean.
        return set()
    child = next((child for child in cue.children if fits(child, frame) and not circumstantial(child)), None)
    if child is None:
        return _asked_for(cue, frame) or _behind_verb_and_particle(cue, frame)
    inside = {token.i for token in child.subtree} - {child.i} | _to_do(cue, child, frame)
    seen_as = (one for one in cue.rights if one.dep_ == "prep" and one.lower_ == "as" and inside)
    return inside | {token.i for one in seen_as if one.i == max(inside) + 1 for token in one.subtree}


def _asked_for(cue: "Token", frame: Frame) -> set[int]:
    """ "Called for the owner to resign": the parser makes a clause of who is to do what."""
    if frame.stance is not Stance.ASKS or "for" not in frame.prepositions:
        return set()
    for deed in cue.rights:
        mark = _mark_of_deed(deed) if deed.dep_ in {"advcl", "xcomp", "ccomp"} else None
        if mark is not None and mark.i == deed.left_edge.i:
            return {token.i for token in deed.subtree} - {mark.i}
    return set()


def _behind_verb_and_particle(cue: "Token", frame: Frame) -> set[int]:
    """ "Called on growers to protest": the parser makes a particle of the preposition."""
    particle = next((child for child in cue.children if child.dep_ == "prt"), None)
    thing = next((child for child in cue.rights if child.dep_ == "dobj"), None)
    if particle is None or thing is None or particle.lower_ not in frame.prepositions:
        return set()
    return {token.i for token in thing.subtree} | _to_do(cue, particle, frame)


def circumstantial(preposition: "Token") -> bool:
    """Say whether a preposition tells when something was said, or on what page of one's own: "reported on
    Tuesday", "on its website"."""
    noun = object_of(preposition)
    if noun is None or preposition.lower_ not in {"at", "in", "on"}:
        return False
    own = noun.lemma_.lower() in words("channels", "pages") and any(one.tag_ == "PRP$" for one in noun.lefts)
    return own or noun.ent_type_ in TIMES


def _to_do(cue: "Token", whom: "Token", frame: Frame) -> set[int]:
    """ "Called on the owner to pay": what somebody is called on to do."""
    if frame.stance is not Stance.ASKS or whom.lower_ not in _ASKED_OF:
        return set()
    asked = (child for child in cue.children if child.dep_ in {"xcomp", "advcl"} and child.i > whom.i)
    deed = next((child for child in asked if infinitive(child)), None)
    return {token.i for token in deed.subtree} if deed is not None else set()


def fits(child: "Token", frame: Frame) -> bool:
    """Say whether a word is a preposition of a frame."""
    return child.dep_ == "prep" and child.lower_ in frame.prepositions
