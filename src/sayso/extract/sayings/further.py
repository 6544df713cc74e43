"""What goes on telling of a content though the parser hung it on the cue: phrases behind an object, a second
infinitive, a second gerund."""

from collections.abc import Set
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import claimed_apart, lemma
from sayso.extract.sayings.voices import TIMES, object_of
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_MORE_OF = frozenset({"prep", "dative"})


def phrases(inside: Set[int], cue: "Token") -> set[int]:
    """ "Described rough play | by the guards": phrases right behind an object that tell more of it, though
    the parser hung them on the cue; not when, where or to whom it was said."""
    more: set[int] = set()
    last = max(inside, default=cue.i)
    apart = claimed_apart(cue)
    if apart is not None and inside and min(inside) < apart.i:
        return set(range(min(inside), apart.right_edge.i + 1))
    for child in cue.rights:
        if child.i > last and child.dep_ in _MORE_OF and child.left_edge.i == last + 1 and _tells_more(child):
            last = child.right_edge.i
            more |= {token.i for token in child.subtree}
    return more if inside and last > cue.i else set()


def _tells_more(phrase: "Token") -> bool:
    noun = object_of(phrase)
    if phrase.lower_ not in words("cues", "of_the_thing") or (noun is not None and noun.ent_type_ in TIMES):
        return False
    if phrase.lower_ == "from":
        # "Railed against the fees from his boat".
        return noun is not None and not any(child.tag_ == "PRP$" for child in noun.children)
    # "By phone", "by closing the bank": how, not by whom.
    return phrase.lower_ != "by" or (noun is not None and (noun.left_edge != noun or noun.pos_ == "PROPN"))


def second_deed(cue: "Token", deed: "Token") -> set[int]:
    """ "Promised to lift the ban and reopen the port": a second deed that the parser joined to the cue, whose
    form shows that it goes with the infinitive."""
    second = next(
        (child for child in cue.children if child.dep_ == "conj" and child.i > deed.i and _bare(child)), None
    )
    if second is None or _bare(cue):
        return set()
    return set(range(deed.right_edge.i + 1, second.left_edge.i)) | {token.i for token in second.subtree}


def second_gerund(thing: "Token", cue: "Token") -> set[int]:
    """ "Mentioned closing the mine and moving the families": a second gerund that the parser joined to the
    cue."""
    if thing.left_edge.tag_ != "VBG" or cue.tag_ == "VBG":
        return set()
    second = next(
        (
            child
            for child in cue.children
            if child.dep_ == "conj" and child.tag_ == "VBG" and child.i > thing.i
        ),
        None,
    )
    if second is None:
        return set()
    return set(range(thing.right_edge.i + 1, second.left_edge.i)) | {token.i for token in second.subtree}


def _bare(verb: "Token") -> bool:
    """Say whether a verb stands in its bare form; the pipeline takes some for the present tense."""
    finite = any(child.dep_ in {"aux", "nsubj", "nsubjpass"} for child in verb.children)
    return verb.tag_ in {"VB", "VBP"} and verb.lower_ == lemma(verb) and not finite
