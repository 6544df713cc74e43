"""What a poll or a count tells: "In the poll, the mayor led by five points", "By one count, forty died"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extract.sayings import cues
from sayso.extract.sayings.voices import object_of
from sayso.extract.sentences import worded
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BEFORE = frozenset({"in", "by"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def soundings(sentence: "Span") -> Iterator[tuple["Token", "Token"]]:
    """Yield the preposition and the noun of each phrase at either end of a sentence that names a poll or a
    count; not where the clause tells by itself who says so ("In the poll, growers said that …")."""
    for preposition in worded(sentence, _BEFORE):
        noun = object_of(preposition)
        if noun is None or noun.lemma_.lower() not in words("cues", f"soundings.{preposition.lower_}"):
            continue
        verb = preposition.head
        told = verb.pos_ in {"VERB", "AUX"} and any(child.dep_ in _SUBJECTS for child in verb.children)
        if told and not cues.telling(verb) and _set_off(preposition, sentence):
            yield preposition, noun


def _set_off(preposition: "Token", sentence: "Span") -> bool:
    """A comma parts the phrase from the rest."""
    doc, last = sentence.doc, preposition.right_edge.i + 1
    if _stands(preposition):
        return last >= preposition.head.right_edge.i
    if preposition.i == sentence.start:
        return last < sentence.end and doc[last].text == ","
    ends = not any(token.is_alpha for token in doc[last : sentence.end])
    return ends and doc[preposition.i - 1].text == ","


def _stands(preposition: "Token") -> bool:
    """ "The mayor trails by nine points in a poll": what somebody does in one poll and nowhere else."""
    verb, noun = preposition.head, object_of(preposition)
    one = preposition.i > verb.i and noun is not None and noun.tag_ == "NN"
    main = verb.dep_ in {"ROOT", "conj", "advcl"} and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
    return one and main and cues.lemma(verb) in words("cues", "soundings.standing")
