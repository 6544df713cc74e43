"""What is said by nobody in particular: "are believed to have died", "reportedly left", "is feared dead".

The content is the whole clause, its subject included, without the words that hedge it; there is a cue and
no source.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.sayings import cues, stances
from sayso.extract.sayings.subjects import charges
from sayso.extract.sentences import of_lemma, worded
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def hearsay(sentence: "Span") -> Iterator[tuple["Token", tuple[int, int], frozenset[int]]]:
    """Yield cue, token range of the cue and token indices of the content of each claim that names no
    source."""
    for adverb in worded(sentence, words("cues", "hearsay_adverbs")):
        if _finite(adverb.head):
            yield adverb, (adverb.i, adverb.i + 1), frozenset(_clause(adverb.head) - {adverb.i})
    for verb in (*of_lemma(sentence, words("cues", "hearsay.lemmas")), *_charging(sentence)):
        if not _raised(verb):
            continue
        first, last = cues.group(verb)
        if any(child.i < first for child in verb.children if child.dep_ in _SUBJECTS):
            # "Is accused | of selling", "is seen | as a burden": the preposition is the cue's.
            joint = next((child.i for child in verb.children if child.i == last and _as(child, verb)), None)
            last = last if joint is None else joint + 1
            yield verb, (first, last), frozenset(_told(verb) - set(range(first, last)))


def _told(verb: "Token") -> set[int]:
    """What is said by nobody in particular: subject and complement of a passive; "nine died, | it was
    claimed"."""
    return {
        token.i
        for child in verb.children
        if (child.dep_ in _SUBJECTS and child.lower_ not in {"it", "there"})
        or (child.i < verb.i and child.dep_ == "ccomp" and _told_by_it(verb))
        or (child.i > verb.i and (child.dep_ in {"xcomp", "oprd", "ccomp", "acomp"} or _as(child, verb)))
        for token in child.subtree
    }


def _told_by_it(verb: "Token") -> bool:
    return any(child.lower_ == "it" and child.dep_ in _SUBJECTS for child in verb.lefts)


def _finite(verb: "Token") -> bool:
    return verb.pos_ in {"VERB", "AUX"} and any(child.dep_ in _SUBJECTS for child in verb.children)


def _clause(verb: "Token") -> set[int]:
    """The clause of a verb without the clauses joined to it or around it."""
    return {
        token.i
        for child in verb.children
        if child.dep_ not in {"conj", "cc", "advcl", "mark", "parataxis", "punct"}
        for token in child.subtree
    } | {verb.i}


def _raised(token: "Token") -> bool:
    """A passive with an infinitive or "as", and no agent."""
    return (
        token.pos_ == "VERB"
        and cues.agentless(token)
        and any(child.dep_ in _SUBJECTS for child in token.children)
        and any(child.dep_ in {"xcomp", "ccomp", "oprd"} or _as(child, token) for child in token.children)
        and not stances.negated(token)
        and not _watched(token)
    )


def _watched(token: "Token") -> bool:
    """ "The boy was seen leaving": somebody was watched, and nothing is said of what people think."""
    finite = next((child.tag_ for child in token.children if child.dep_ == "auxpass"), "")
    doing = any(child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VBG" for child in token.children)
    return doing and finite == "VBD" and cues.lemma(token) == "see"


def _charging(sentence: "Span") -> Sequence["Token"]:
    """ "Kovar is accused of selling the ship"; not "the man who is accused of it"."""
    found = of_lemma(sentence, words("cues", "hearsay.charging") | words("cues", "hearsay.blaming"))
    return [verb for verb in found if not any(child.tag_ in {"WP", "WDT"} for child in verb.lefts)]


def _as(child: "Token", verb: "Token") -> bool:
    """A phrase with "as" that says what somebody is thought to be, or with "of" what he is charged with."""
    return child.dep_ == "prep" and (child.lower_ == "as" or charges(child, verb))
