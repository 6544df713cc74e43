"""What is said by nobody in particular: "are believed to have died", "reportedly left", "is feared dead".

The content is the whole clause, its subject included, without the words that hedge it; there is a cue and
no source.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extract import cues
from sayso.extract.sentences import tokens_of
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def hearsay(sentence: "Span") -> Iterator[tuple["Token", tuple[int, int], frozenset[int]]]:
    """Yield cue, token range of the cue and token indices of the content of each claim that names no
    source."""
    for token in tokens_of(sentence):
        if token.lower_ in words("cues", "hearsay_adverbs") and _finite(token.head):
            inside = _clause(token.head) - {token.i}
            yield token, (token.i, token.i + 1), frozenset(inside)
        elif _raised(token):
            inside = {
                inner.i
                for child in token.children
                if (child.dep_ in _SUBJECTS and child.lower_ not in {"it", "there"})
                or (child.i > token.i and (child.dep_ in {"xcomp", "oprd", "ccomp", "acomp"} or _as(child)))
                for inner in child.subtree
            }
            first, last = cues.group(token)
            if any(child.i < first for child in token.children if child.dep_ in _SUBJECTS):
                yield token, (first, last), frozenset(inside - set(range(first, last)))


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
    """A passive of thinking or saying with an infinitive or "as", and no agent."""
    return (
        token.pos_ == "VERB"
        and token.lemma_.lower() in table("cues")["hearsay"]["lemmas"]
        and cues.agentless(token)
        and any(child.dep_ in _SUBJECTS for child in token.children)
        and any(child.dep_ in {"xcomp", "ccomp", "oprd"} or _as(child) for child in token.children)
        and not cues.negated(token)
    )


def _as(child: "Token") -> bool:
    return child.dep_ == "prep" and child.lower_ == "as"
